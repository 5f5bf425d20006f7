import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cli, folderWith } from "../support/cli";
import { describeTerraform, Workspace } from "../support/terraform";

/** Terraform as people write it: a module around a pool, for_each, variables of modules, a second Region. */
const ROOT = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
variable "region" { default = "eu-west-1" }
provider "aws" { region = var.region }
provider "aws" {
  alias  = "us"
  region = "us-east-1"

  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

module "identity" {
  source = "./identity"
  name   = "customers"
}

resource "aws_cognito_user_pool_client" "apps" {
  for_each     = { web = ["http://app.example.com/callback"], ios = ["myapp://callback"] }
  name         = each.key
  user_pool_id = module.identity.pool_id

  callback_urls                = each.value
  allowed_oauth_flows          = ["code"]
  allowed_oauth_scopes         = ["openid"]
  supported_identity_providers = ["COGNITO"]

  allowed_oauth_flows_user_pool_client = true
}

resource "aws_cognito_user_pool" "this" {
  provider = aws.us
  name     = "partners $\${staff} %%{x}"

  lambda_config {
    pre_sign_up = "arn:aws:lambda:eu-west-1:123456789012:function:check"
  }
}

module "clients" {
  source  = "./clients"
  pool_id = module.identity.pool_id
}

`;
const IDENTITY = `
variable "name" {}
resource "aws_cognito_user_pool" "main" {
  name                     = var.name
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]

  schema {
    name                = "given_name"
    attribute_data_type = "String"
    mutable             = true
    required            = true
    string_attribute_constraints {
      min_length = "0"
      max_length = "2048"
    }
  }
}
output "pool_id" { value = aws_cognito_user_pool.main.id }
`;
const CLIENTS = `
variable "pool_id" {}
resource "aws_cognito_user_pool_client" "jobs" {
  name                                 = "jobs"
  user_pool_id                         = var.pool_id
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["openid"]
}
resource "aws_cognito_user_pool_client" "narrow" {
  name             = "narrow"
  user_pool_id     = var.pool_id
  generate_secret  = true
  write_attributes = ["email"]
}
`;

describeTerraform("judge of hand-written Terraform", () => {
  const workspace = new Workspace();
  let folder: string;

  beforeAll(async () => {
    const files = {
      "main.tf": ROOT,
      "identity/main.tf": IDENTITY,
      "clients/main.tf": CLIENTS,
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(workspace.folder, name, ".."), { recursive: true });
      writeFileSync(join(workspace.folder, name), text);
    }
    await workspace.use({});
    const { plan, output } = await workspace.plan();
    if (plan === undefined) throw new Error(output);
    folder = folderWith({ "plan.json": JSON.stringify(plan) });
  }, 300_000);
  afterAll(() => workspace.remove());

  const found = async (...args: string[]) => {
    const { exitCode, stdout } = await cli(folder, "judge", "plan.json", "--format", "json", ...args);
    const { findings, summary } = JSON.parse(stdout);
    return {
      exitCode,
      summary,
      findings: findings.map((each: { rule: string; address: string }) => `${each.rule} ${each.address}`),
    };
  };

  test("finds mistakes at their addresses, through modules, their outputs and for_each", async () => {
    const { exitCode, findings, summary } = await found();
    expect([exitCode, summary.notDecidable]).toEqual([1, 0]);
    expect(findings).toEqual(
      expect.arrayContaining([
        'OAU-19 aws_cognito_user_pool_client.apps["web"].callback_urls[0]',
        "SEC-04 module.clients.aws_cognito_user_pool_client.jobs.allowed_oauth_flows[0]",
        "ATT-04 module.clients.aws_cognito_user_pool_client.narrow.write_attributes",
      ]),
    );
  });

  test("tells apart pools of different Regions", async () => {
    const { findings } = await found();
    expect(findings).toContain("LAM-04 aws_cognito_user_pool.this.lambda_config.pre_sign_up");
  });

  test("judges controls of a baseline", async () => {
    const { findings } = await found("--baseline", "cdk-nag");
    expect(findings).toEqual(
      expect.arrayContaining([
        "BSL-07 module.identity.aws_cognito_user_pool.main.mfa_configuration",
        "BSL-07 aws_cognito_user_pool.this.mfa_configuration",
      ]),
    );
  });
});

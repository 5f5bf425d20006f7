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

provider "aws" {
  alias  = "gov"
  region = "us-gov-west-1"

  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}
provider "aws" {
  alias  = "nowhere"
  region = "eu-west-9"

  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

module "four" {
  source = "./domains"
  names  = ["a", "b", "c", "d"]
}
module "five" {
  source    = "./domains"
  names     = ["v", "w", "x", "y", "z"]
  providers = { aws = aws.us }
}
module "gov" {
  source    = "./domains"
  names     = ["gov"]
  providers = { aws = aws.gov }
}
resource "aws_cognito_user_pool" "nowhere" {
  provider = aws.nowhere
  name     = "nowhere"
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

const DOMAINS = `
variable "names" { type = set(string) }
resource "aws_cognito_user_pool" "users" {
  for_each = var.names
  name     = each.key
}
resource "aws_cognito_user_pool_domain" "own" {
  for_each        = aws_cognito_user_pool.users
  domain          = "auth.\${each.key}.example.com"
  user_pool_id    = each.value.id
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"
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
      "domains/main.tf": DOMAINS,
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

  test("judges each Region by itself: that there is one, and how many custom domains it may have", async () => {
    const { findings } = await found();
    const of = (rule: string) => findings.filter((each: string) => each.startsWith(`${rule} `));
    expect(of("ENV-01")).toEqual(["ENV-01 aws_cognito_user_pool.nowhere"]);
    expect(of("DOM-04")).toEqual(['DOM-04 module.five.aws_cognito_user_pool_domain.own["z"].domain']);
    expect(of("DOM-11")).toEqual(['DOM-11 module.gov.aws_cognito_user_pool_domain.own["gov"].domain']);
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

  test.each([
    ["prowlr", 'unknown baseline "prowlr"; did you mean prowler?'],
    ["cdk-nag,prowler@2026-13-01", 'unknown baseline "prowler@2026-13-01"; use cdk-nag, prowler, security-hub'],
  ])("a baseline that there is not is a mistake of the call: %s", async (baseline, message) => {
    const { exitCode, stdout, stderr } = await cli(folder, "judge", "plan.json", "--baseline", baseline);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, S3Backend, type TerraformStack } from "cdktf";
import { awsProviderRange } from "../lib/cognito/provider-versions";
import type { EnvironmentModel, PoolModel } from "../lib/model/model";
import { proxyOf } from "../lib/model/secret-hash-proxy";
import { CloudBlock } from "../lib/terraform/blocks";
import type { TerraformJson } from "../lib/terraform/hcl";
import { mapValue, optional, textValue } from "../lib/terraform/template";

/** The provider of the environment's account and Region. */
export function addProvider(stack: TerraformStack, environment: EnvironmentModel): void {
  new AwsProvider(stack, "aws", { ...providerOf(environment), region: textValue(environment.region) });
}

/** The provider of the environment's account in us-east-1, `aws.us_east_1`; Terraform configures it only where it is needed. */
export function addUsEast1(stack: TerraformStack, environment: EnvironmentModel): AwsProvider {
  return new AwsProvider(stack, "aws_us_east_1", {
    ...providerOf(environment),
    alias: "us_east_1",
    region: "us-east-1",
  });
}

/** How the provider gets at the account, whatever the Region. */
function providerOf(environment: EnvironmentModel): AwsProviderConfig {
  return {
    allowedAccountIds: optional(environment.accountId, (accountId) => [textValue(accountId)]),
    profile: optional(environment.profile, textValue),
    assumeRole: optional(environment.assumeRoleArn, (roleArn) => [{ roleArn: textValue(roleArn) }]),
    defaultTags: Object.keys(environment.tags).length > 0 ? [{ tags: mapValue(environment.tags) }] : undefined,
  };
}

/** The least Terraform that a stack needs. */
const LEAST_TERRAFORM = "1.5.0";

/** `check` and `import` blocks need Terraform 1.5, a lock file in S3 needs 1.10, write-only arguments need 1.11. */
export function addBackend(stack: TerraformStack, model: PoolModel): void {
  const { backend } = model.environment;
  const locksFile = backend.type === "s3" && backend.useLockfile;
  const version = hasWriteOnly(model) ? "1.11.0" : locksFile ? "1.10.0" : LEAST_TERRAFORM;
  stack.addOverride("terraform.required_version", `>= ${version}`);
  switch (backend.type) {
    case "local":
      new LocalBackend(stack, { path: backend.path });
      return;
    case "cloud":
      new CloudBlock(stack, backend);
      return;
    case "s3": {
      const { type, useLockfile, ...config } = backend;
      new S3Backend(stack, config).addOverride("use_lockfile", useLockfile);
    }
  }
}

/** Terraform takes an expression as the id of an import from 1.6 on. */
export function withImports<T extends TerraformJson>(json: T): T {
  const imports = (json.import ?? []) as readonly { readonly id: string }[];
  const { required_version: required, ...rest } = json.terraform as { required_version: string };
  if (required !== `>= ${LEAST_TERRAFORM}` || !imports.some(({ id }) => /(?<!\$)\$\{/.test(id))) return json;
  return { ...json, terraform: { ...rest, required_version: ">= 1.6.0" } };
}

/**
 * Has a stack ask for any AWS provider that knows its resources. The bindings are made from 6.25.0 and would demand exactly
 * that; see docs/decisions/provider-range.md.
 */
export function withProviderRange<T extends TerraformJson>(json: T): T {
  const version = awsProviderRange(Object.keys((json.resource as object | undefined) ?? {}));
  return {
    ...json,
    terraform: { ...(json.terraform as object), required_providers: { aws: { source: "hashicorp/aws", version } } },
  };
}

/** Whether secrets are written where Terraform does not remember them. */
function hasWriteOnly(model: PoolModel): boolean {
  return proxyOf(model) !== undefined || model.clients.some(({ deliver }) => deliver !== undefined);
}

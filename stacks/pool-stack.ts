import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import { type App, Lazy, LocalBackend, S3Backend, type TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { terraformName } from "../lib/config/keys";
import { AppClient } from "../lib/constructs/app-client";
import type { SecretHashProxyProps } from "../lib/constructs/secret-hash-proxy";
import { UserPool } from "../lib/constructs/user-pool";
import { isRotated } from "../lib/model/generations";
import type {
  BackendModel,
  DeliveryModel,
  DomainModel,
  EnvironmentModel,
  PoolModel,
  VariableModel,
} from "../lib/model/model";
import { proxyOf } from "../lib/model/secret-hash-proxy";
import { sensitiveIn } from "../lib/model/sensitive";
import { isConfidential } from "../lib/model/trust";
import { type VariableCondition, variableConditions } from "../lib/rules/variable-conditions";
import { RULE_SET_VERSION } from "../lib/rules/version";
import { CloudBlock } from "../lib/terraform/blocks";
import type { HclLayout, TerraformJson } from "../lib/terraform/hcl";
import { shellWord } from "../lib/terraform/shell-word";
import { stackLayout } from "../lib/terraform/stack-layout";
import { mapValue, optional, textValue } from "../lib/terraform/template";
import { VERSION } from "../lib/version";

/**
 * The AWS providers that know every argument written here. The bindings are made from 6.25.0 and would demand exactly
 * that; see docs/decisions/provider-range.md.
 */
export const AWS_PROVIDER_RANGE = ">= 5.100.0, < 7.0.0";

/** One pool in one environment: what `cdktf deploy <pool>-<environment>` deploys. */
export class PoolStack extends TerraformStack {
  #rules = "";

  /**
   * @param config name of the file that the model comes from, for the output's header
   */
  constructor(
    app: App,
    readonly model: PoolModel,
    readonly config: string,
  ) {
    super(app, model.stack);
    this.#writeOtherFiles();
    const proxy = proxyOf(model);
    addProvider(this, model.environment);
    addBackend(this, model.environment.backend);

    const userPool = new UserPool(new Construct(this, "user-pool"), model.key, { model });
    const clients = new Construct(this, "clients");
    const appClients = model.clients.map((client) => new AppClient(clients, client.key, { userPool, model: client }));
    addOutputs(this, userPool, appClients, model.exportClientSecrets);
    for (const client of appClients) if (client.model.deliver) addDeliveryOf(client, client.model.deliver, userPool);
    if (proxy) addProxy(this, { userPool, proxy, clients: appClients });
  }

  /**
   * The address of a resource is the last part of its construct path: the key in the config file. No index and no
   * hash, so nothing moves when a neighbour comes or goes.
   */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { id, scopes } = element.node;
    return terraformName(id === "Default" ? (scopes.at(-2)?.node.id ?? id) : id);
  }

  /** Skips the run that looks for references between stacks, a third of the synthesis: these stacks have none. */
  override prepareStack(): void {
    this.ensureBackendExists();
  }

  /** Adds what cdktf would not write as it is: Terraform reads defaults and descriptions of variables literally. */
  override toTerraform(): TerraformJson {
    const terraform = withImports(super.toTerraform() as TerraformJson & { "//": object });
    const variables = this.model.variables.map((variable) => {
      const conditions = variableConditions(variable.name, this.model);
      return [variable.name, variableBlock(variable, conditions)];
    });
    return {
      ...terraform,
      "//": {
        ...terraform["//"],
        "cdktf-cognito": { config: this.config, version: VERSION, ruleSet: RULE_SET_VERSION },
      },
      ...(variables.length > 0 && { variable: Object.fromEntries(variables) }),
    };
  }

  /**
   * HCL of our own: what cdktf writes is invalid as soon as there is a condition. The rules, the same for every stack
   * with such objects, are a file of their own, which is written beside this one.
   */
  override toHclTerraform(): { hcl: string; metadata: object } {
    const { topLevelBlocks, render, isRules } =
      require("../lib/terraform/hcl") as typeof import("../lib/terraform/hcl");
    const { environment } = this.model;
    const header = [
      `${this.model.stack}: synthesized from ${this.config} by cdktf-cognito ${VERSION}, rule set ${RULE_SET_VERSION}.`,
      `Change that file, not this one, and run: cdktf-cognito synth --hcl --config ${shellWord(this.config)} --env ${environment.key}`,
    ];
    const json = this.toTerraform();
    const blocks = topLevelBlocks(json, this.layout);
    this.#rules = render(blocks.filter(isRules), header);
    // cdktf's own command line reads outputs, backend and providers from the metadata.
    return {
      hcl: render(
        blocks.filter((block) => !isRules(block)),
        header,
      ),
      metadata: { "//": json["//"], terraform: json.terraform },
    };
  }

  /** The rules in HCL, as `rules.tf` has them, once the stack was written as HCL. */
  get rules(): string {
    return this.#rules;
  }

  /** Has what is beside the configuration written with it, also by `cdktf synth`: the rules in HCL, the proxy's function. */
  #writeOtherFiles(): void {
    const { synthesizer } = this;
    this.synthesizer = {
      synthesize: (session) => {
        synthesizer.synthesize(session);
        const { workingDirectory } = session.manifest.forStack(this);
        const folder = join(session.outdir, workingDirectory);
        if (this.#rules) writeFileSync(join(folder, "rules.tf"), this.#rules);
        if (proxyOf(this.model)) writeFunctionArchive(folder);
      },
    };
  }

  /** What the HCL of the stack needs to know beside its JSON. */
  get layout(): HclLayout {
    return { ...stackLayout(this), first: FIRST_ARGUMENTS };
  }
}

function writeFunctionArchive(folder: string): void {
  const { FUNCTION_ARCHIVE, functionArchive } =
    require("../lib/terraform/function-archive") as typeof import("../lib/terraform/function-archive");
  writeFileSync(join(folder, FUNCTION_ARCHIVE), functionArchive());
}

/** The arguments that tell which object a block is. */
const FIRST_ARGUMENTS = [
  "name",
  "identifier",
  "domain",
  "provider_name",
  "provider_type",
  "user_pool_id",
  "generate_secret",
  "user_pool_tier",
  "deletion_protection",
];

/** Terraform takes an expression as the id of an import from 1.6 on. */
function withImports<T extends TerraformJson>(json: T): T {
  const imports = (json.import ?? []) as readonly { readonly id: string }[];
  const { required_version: required, ...rest } = json.terraform as { required_version: string };
  if (required !== `>= ${LEAST_TERRAFORM}` || !imports.some(({ id }) => /(?<!\$)\$\{/.test(id))) return json;
  return { ...json, terraform: { ...rest, required_version: ">= 1.6.0" } };
}

function variableBlock(
  { type, description, sensitive, ...rest }: VariableModel,
  conditions: readonly VariableCondition[],
): object {
  return {
    type,
    description: `For ${description.replace(/[^\w.:[\]-]/g, "_")}`,
    ...(rest.default !== undefined && { default: rest.default }),
    // Null would leave the argument out, and the provider would keep what it had.
    nullable: false,
    ...(sensitive && { sensitive }),
    ...(conditions.length > 0 && {
      validation: conditions.map(({ expression, message }) => ({
        condition: `\${${expression}}`,
        error_message: message,
      })),
    }),
  };
}

/** Whether secrets are written where Terraform does not remember them. */
export function hasWriteOnly(model: PoolModel): boolean {
  return proxyOf(model) !== undefined || model.clients.some(({ deliver }) => deliver !== undefined);
}

/** Loaded where it is needed, as the proxy is. */
function addDeliveryOf(client: AppClient, delivery: DeliveryModel, userPool: UserPool): void {
  const { addDelivery } = require("../lib/constructs/delivery") as typeof import("../lib/constructs/delivery");
  addDelivery(new Construct(client, "delivery"), client, delivery, userPool);
}

/** The SECRET_HASH proxy, whose parts are in us-east-1. */
function addProxy(stack: PoolStack, props: Omit<SecretHashProxyProps, "usEast1">): void {
  // Loaded where it is needed: it has six more kinds of resources.
  const { SecretHashProxy } =
    require("../lib/constructs/secret-hash-proxy") as typeof import("../lib/constructs/secret-hash-proxy");
  const usEast1 = new AwsProvider(stack, "aws_us_east_1", {
    ...providerOf(stack.model.environment),
    alias: "us_east_1",
    region: "us-east-1",
  });
  const { endpoint, distribution } = new SecretHashProxy(stack, "secret_hash_proxy", { ...props, usEast1 });
  const outputs = new Construct(stack, "proxy-outputs");
  const output = (name: string, value: string, description: string, sensitive = false) =>
    new TerraformOutput(outputs, name, { value: asToken(value), description, sensitive: sensitive || undefined });
  const isSensitive = sensitiveIn(stack.model)(props.proxy.domain);
  output("proxy_endpoint", endpoint, "Where apps behind the SECRET_HASH proxy call the Cognito API", isSensitive);
  output("proxy_domain_name", distribution.domainName, "Target of the DNS alias record of the proxy's own domain");
  output("proxy_hosted_zone_id", distribution.hostedZoneId, "Hosted zone id of that target");
}

function addProvider(stack: PoolStack, environment: EnvironmentModel): void {
  new AwsProvider(stack, "aws", { ...providerOf(environment), region: textValue(environment.region) });
  stack.addOverride("terraform.required_providers.aws", { source: "hashicorp/aws", version: AWS_PROVIDER_RANGE });
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
function addBackend(stack: PoolStack, backend: BackendModel): void {
  const locksFile = backend.type === "s3" && backend.useLockfile;
  const version = hasWriteOnly(stack.model) ? "1.11.0" : locksFile ? "1.10.0" : LEAST_TERRAFORM;
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

function addOutputs(stack: PoolStack, userPool: UserPool, clients: readonly AppClient[], exportSecrets: boolean): void {
  const isSensitive = sensitiveIn(userPool.model);
  const { domain, additionalDomain, environment, existing } = userPool.model;
  const sensitiveIssuer = existing && isSensitive([existing.userPoolId, environment.region]);
  const outputs = new Construct(stack, "outputs");
  const output = (name: string, value: unknown, description: string, sensitive?: boolean) =>
    new TerraformOutput(outputs, name, { value: asToken(value), description, sensitive: sensitive || undefined });
  const byKey = (entries: readonly (readonly [AppClient, unknown])[]) =>
    Object.fromEntries(entries.map(([client, value]) => [client.model.key, value]));

  output("user_pool_id", userPool.userPoolId, "Id of the user pool", isSensitive(existing?.userPoolId));
  output("user_pool_arn", userPool.userPoolArn, "ARN of the user pool");
  output("issuer", userPool.issuer, "Issuer of the pool's tokens, their iss claim", sensitiveIssuer);
  const keys = `${userPool.issuer}/.well-known/jwks.json`;
  output("jwks_uri", keys, "Public keys that verify the pool's tokens", sensitiveIssuer);
  output(
    "client_ids",
    byKey(clients.map((client) => [client, client.clientId])),
    "Id of each app client, by its key in the config",
  );
  const isAnyRotated = clients.some(({ model }) => isRotated(model));
  const ofGenerations = (some: readonly AppClient[], value: (resource: AppClient["resource"]) => string) =>
    byKey(
      some.map((client) => [
        client,
        Object.fromEntries(client.generations.map(({ number, resource }) => [String(number), value(resource)])),
      ]),
    );
  if (isAnyRotated)
    output(
      "client_generations",
      ofGenerations(clients, ({ id }) => id),
      "Id of every generation of each app client, by its key in the config and its number",
    );
  const isHostSensitive = ({ custom, domain: name }: DomainModel) =>
    isSensitive([name, ...(custom ? [] : [environment.region])]);
  if (domain !== undefined)
    output("domain", userPool.domain, "Host of the sign-in pages and OAuth endpoints", isHostSensitive(domain));
  if (additionalDomain !== undefined) {
    const sensitive = isHostSensitive(additionalDomain);
    output("additional_domain", userPool.additionalDomain, "Another host of the same pages and endpoints", sensitive);
  }
  if (userPool.customDomain !== undefined) {
    const { cloudfrontDistribution: target, cloudfrontDistributionZoneId: zone } = userPool.customDomain;
    output("domain_cloudfront_distribution", target, "Target of the DNS alias record that the custom domain needs");
    output("domain_cloudfront_distribution_zone_id", zone, "Hosted zone id of that target");
  }
  if (exportSecrets) {
    const confidential = clients.filter(({ model }) => isConfidential(model));
    const secrets = byKey(confidential.map((client) => [client, client.resource.clientSecret]));
    output("client_secrets", secrets, "Secret of each confidential app client, by its key in the config", true);
    if (isAnyRotated)
      output(
        "client_generation_secrets",
        ofGenerations(confidential, ({ clientSecret }) => clientSecret),
        "Secret of every generation of each confidential app client, by its key in the config and its number",
        true,
      );
  }
}

/** The value as a token; through any other, cdktf looks with `util.isArray`, about which Node warns since version 22. */
function asToken(value: unknown) {
  return Lazy.anyValue({ produce: () => value });
}

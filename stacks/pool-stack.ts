import { type App, type TerraformElement, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { terraformName } from "../lib/config/keys";
import { AppClient } from "../lib/constructs/app-client";
import type { RuleSet } from "../lib/constructs/rule-set";
import type { SecretHashProxyProps } from "../lib/constructs/secret-hash-proxy";
import { UserPool } from "../lib/constructs/user-pool";
import type { PoolModel, VariableModel } from "../lib/model/model";
import { proxyOf } from "../lib/model/secret-hash-proxy";
import { sensitiveIn } from "../lib/model/sensitive";
import type { VariableCondition } from "../lib/rules/rule";
import { variableConditions } from "../lib/rules/variable-conditions";
import { RULE_SET_VERSION } from "../lib/rules/version";
import type { HclLayout, TerraformJson } from "../lib/terraform/hcl";
import { jsonText } from "../lib/terraform/json-text";
import { shellWord } from "../lib/terraform/shell-word";
import { stackLayout } from "../lib/terraform/stack-layout";
import { VERSION } from "../lib/version";
import { addOutputs, addProxyOutputs } from "./stack-outputs";
import { addBackend, addProvider, addUsEast1, withImports, withProviderRange } from "./stack-settings";

/** One pool in one environment: what `cdktf deploy <pool>-<environment>` deploys. */
export class PoolStack extends TerraformStack {
  readonly #ruleSet: RuleSet;

  /**
   * @param config name of the file that the model comes from, for the output's header
   * @param options `onceProxied`: keep the AWS provider of us-east-1 without a SECRET_HASH proxy, since Terraform needs it to
   *   destroy the parts of an earlier one. Default false
   */
  constructor(
    app: App,
    readonly model: PoolModel,
    readonly config: string,
    { onceProxied = false }: { readonly onceProxied?: boolean } = {},
  ) {
    super(app, model.stack);
    const proxy = proxyOf(model);
    addProvider(this, model.environment);
    addBackend(this, model);

    const userPool = new UserPool(new Construct(this, "user-pool"), model.key, { model });
    this.#ruleSet = userPool.ruleSet;
    this.#ruleSet.isAddedByStack = true;
    const clients = new Construct(this, "clients");
    const appClients = model.clients.map((client) => new AppClient(clients, client.key, { userPool, model: client }));
    addOutputs(this, userPool, appClients, model.exportClientSecrets);
    if (proxy === undefined && !onceProxied) return;
    const usEast1 = addUsEast1(this, model.environment);
    if (proxy) addProxy(this, { userPool, proxy, clients: appClients, usEast1 });
  }

  /**
   * The address of a resource is the last part of its construct path: the key in the config file. No index and no
   * hash, so nothing moves when a neighbour comes or goes.
   */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { id, scopes } = element.node;
    return terraformName(id === "Default" ? (scopes.at(-2)?.node.id ?? id) : id);
  }

  /** Adds what cdktf would not write as it is: Terraform reads defaults and descriptions of variables literally. */
  override toTerraform(): TerraformJson {
    const terraform = withProviderRange(withImports(super.toTerraform() as TerraformJson & { "//": object }));
    const { output, ...rules } = this.#ruleSet.blocks() as TerraformJson;
    const variables = this.model.variables.map((variable) => {
      const conditions = variableConditions(variable.name, this.model);
      return [variable.name, variableBlock(variable, conditions)];
    });
    return {
      ...terraform,
      ...rules,
      output: { ...(terraform.output as object), ...(output as object) },
      "//": {
        ...terraform["//"],
        "cdktf-cognito": { config: this.config, version: VERSION, ruleSet: RULE_SET_VERSION },
      },
      ...(variables.length > 0 && { variable: Object.fromEntries(variables) }),
    };
  }

  /**
   * What the stack's folder holds, by file name.
   *
   * @param hcl HCL, with the rules in a file of their own, instead of JSON
   */
  files(hcl: boolean): Readonly<Record<string, string | Buffer>> {
    return {
      ...(hcl ? this.#hclFiles() : { "cdk.tf.json": jsonText(this.toTerraform()) }),
      ...(proxyOf(this.model) && functionFiles()),
    };
  }

  /**
   * HCL of our own: what cdktf writes is invalid as soon as there is a condition. The rules are the same for every stack
   * with such objects.
   */
  #hclFiles(): Readonly<Record<string, string>> {
    const { topLevelBlocks, render } = require("../lib/terraform/hcl") as typeof import("../lib/terraform/hcl");
    const { isRules, withResultsApart } =
      require("../lib/terraform/rule-blocks") as typeof import("../lib/terraform/rule-blocks");
    const { environment } = this.model;
    const header = [
      `${this.model.stack}: synthesized from ${this.config} by cdktf-cognito ${VERSION}, rule set ${RULE_SET_VERSION}.`,
      `Change that file, not this one, and run: cdktf-cognito synth --hcl --config ${shellWord(this.config)} --env ${environment.key}`,
    ];
    const json = this.toTerraform();
    const blocks = topLevelBlocks(withResultsApart(json), this.layout);
    const rules = blocks.filter(isRules);
    return {
      "cdk.tf": render(
        blocks.filter((block) => !isRules(block)),
        header,
      ),
      "rules.tf": render(rules, header),
      // cdktf's own command line reads outputs, backend and providers here.
      "metadata.json": jsonText({ "//": json["//"], terraform: json.terraform }),
    };
  }

  /** What the HCL of the stack needs to know beside its JSON. */
  get layout(): HclLayout {
    return { ...stackLayout(this), first: FIRST_ARGUMENTS };
  }
}

function functionFiles(): Readonly<Record<string, Buffer>> {
  const { FUNCTION_ARCHIVE, functionArchive } =
    require("../lib/terraform/function-archive") as typeof import("../lib/terraform/function-archive");
  return { [FUNCTION_ARCHIVE]: functionArchive() };
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

/** The SECRET_HASH proxy, whose parts are in us-east-1. */
function addProxy(stack: PoolStack, props: SecretHashProxyProps): void {
  // Loaded where it is needed: it has six more kinds of resources.
  const { SecretHashProxy } =
    require("../lib/constructs/secret-hash-proxy") as typeof import("../lib/constructs/secret-hash-proxy");
  const { endpoint, distribution } = new SecretHashProxy(stack, "secret_hash_proxy", props);
  addProxyOutputs(stack, { endpoint, distribution, isSensitive: sensitiveIn(stack.model)(props.proxy.domain) });
}

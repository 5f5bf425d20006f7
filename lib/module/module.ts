import { terraformName } from "../config/keys";
import type { Config, Pool } from "../config/schema";
import { generationsOf } from "../model/generations";
import type { PoolModel } from "../model/model";
import type { HclLayout, TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { withCommonRules } from "./common-rules";
import { inCreationOrder } from "./creation-order";
import { type Difference, resourceDifferences, resourcesOf, stepsOf, withVariable } from "./differences";
import { valuesOf } from "./environment-values";
import { configOf, variantsOf } from "./environments";
import { type Steps, valueAt, withValue } from "./json";
import { openConfig, openedAlike, openValues } from "./open-config";
import { type Slot, slotsOf } from "./slots";
import { StackTerraform, terraformOf } from "./stack-terraform";
import { type ResourceCondition, resourceConditions, unlessNull, validationsOf } from "./validations";
import { VariableNames } from "./variable-names";

/** A pool as a Terraform module. */
export interface PoolModule {
  /** Key of the pool, and name of the module. */
  readonly key: string;
  /** The environment that gives the defaults. */
  readonly environment: string;
  /** Name of the config file. */
  readonly file: string;
  /** The module's configuration: no provider, no backend. */
  readonly json: TerraformJson;
  readonly layout: HclLayout;
  /** Where its variables are used. */
  readonly slots: readonly Slot[];
  /** What other environments give to the variables, by environment and variable, as templates. */
  readonly environments: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** What other environments have otherwise, and no input can say: a line of Markdown each. */
  readonly fixed: readonly string[];
  /** The `import` blocks of a root module, by environment: Terraform takes none in a module. */
  readonly imports: Readonly<Record<string, readonly ImportJson[]>>;
  /** Ids of the rules that the stack of some environment evaluates, in another way or over its Region, and the module does not. */
  readonly unguarded: readonly string[];
  /** The pool's config in every environment, brought to the shape of the module's own. */
  readonly pools: Readonly<Record<string, Pool>>;
  /** The pool's config with the variables in it, in the environment of the defaults. */
  readonly opened: Pool;
  /** The same, synthesized: without the variables of what no config can leave open. */
  readonly base: StackTerraform;
  /** A config of this pool alone, as the module was made from one. */
  readonly configOf: (pool: Pool) => Config;
}

/** What a root module imports: the address within the module, and the id. */
export interface ImportJson {
  readonly to: string;
  readonly id: string;
}

export interface ModuleOptions {
  /** The environment that gives the defaults. */
  readonly environment: string;
  /** Name of the config file. */
  readonly file: string;
  /**
   * Deletion protection has the strictest value of all environments as its default: nobody chose the environment.
   * Default false.
   */
  readonly strictest?: boolean;
}

/**
 * Makes a module of one pool. What differs between its environments, and what the config leaves open, is a variable;
 * the defaults are those of one environment.
 *
 * @param models the pool in each of its environments
 */
export function moduleOf(
  config: Config,
  models: readonly PoolModel[],
  { environment, file, strictest = false }: ModuleOptions,
): PoolModule {
  const { key } = models[0] as PoolModel;
  const variants = variantsOf(models, environment);
  const names = new VariableNames(models.flatMap(({ variables }) => variables.map(({ name }) => name)));
  const own = (pool: Pool) => configOf(config, key, environment, pool);
  const opened = openConfig(config, key, variants, names);
  const base = terraformOf(own(opened)) as StackTerraform;
  const others = Object.keys(variants.pools)
    .filter((each) => each !== environment)
    .map((each) => [each, terraformOf(own(openedAlike(variants.pools[each] as Pool, opened)))] as const)
    .filter((each): each is [string, StackTerraform] => each[1] !== undefined);

  const all = [base, ...others.map(([, each]) => each)];
  const blocks = new Set(all.flatMap(({ layout }) => [...(layout.blocks ?? [])]));
  const found = resourceDifferences(
    all.map(({ json }) => json),
    (path) => blocks.has(path),
  );
  const named = found.map((each) => ({
    ...each,
    ...(strictest && isDeletionProtection(each) && { default: "ACTIVE" }),
    name: names.take(names.forArgument(each.address, each.at, terraformName(key))),
  }));
  const module = withPreventDestroy(asModule(base.json), models);
  const open = inCreationOrder(withVariables(module, named));
  const slots = slotsOf(open, named);
  const closed = (each: string) => terraformOf(own(variants.pools[each] as Pool))?.json;
  const protection = named
    .filter((each) => strictest && isDeletionProtection(each))
    .map(({ name }) => [name, "ACTIVE"]);
  const ownForm = closed(environment) ?? base.json;
  const environments = Object.keys(variants.pools)
    .map((each) => [each, valuesOf(slots, ownForm, each, closed(each), Object.fromEntries(protection))] as const)
    .filter(([each, { values }]) => each !== environment || Object.keys(values).length > 0);
  const values = Object.fromEntries(environments.map(([each, { values }]) => [each, values]));
  const absent = new Set(
    Object.values(values).flatMap((each) => Object.keys(each).filter((name) => each[name] === null)),
  );
  const { json, unguarded } = withCommonRules(
    open,
    all.map((each) => each.json),
    models.map((model) => new StackTerraform(model).json),
  );
  const variables = describedVariables(json, slots, units(opened), absent, resourceConditions(base.model));
  const described = withValue(json, ["variable"], variables);
  return {
    key,
    environment,
    file,
    json: described,
    layout: { ...base.layout, blocks },
    slots,
    environments: values,
    imports: importsOf(models, described),
    fixed: [...variants.fixed, ...environments.flatMap(([, { unsaid }]) => unsaid)],
    unguarded,
    pools: variants.pools,
    opened,
    base,
    configOf: own,
  };
}

/** What each environment has already of what the module has. */
function importsOf(models: readonly PoolModel[], json: TerraformJson): PoolModule["imports"] {
  const addresses = new Set(resourcesOf(json).map(({ type, name }) => `${type}.${name}`));
  const entries = models
    .filter(({ adopted, clients }) => adopted || clients.some((client) => client.adopted))
    .map((model) => {
      const imports = (new StackTerraform(model).json.import ?? []) as unknown as readonly ImportJson[];
      return [model.environment.key, imports.filter(({ to }) => addresses.has(to))] as const;
    });
  return Object.fromEntries(entries);
}

function usesWriteOnly(json: TerraformJson): boolean {
  return /"(?:secret_string|value)_wo"/.test(JSON.stringify(json.resource ?? {}));
}

/** The aliases of the configurations of the AWS provider, but for the first. */
export function aliasesOf(provider: Json): readonly string[] {
  const { aws = [] } = (provider ?? {}) as { aws?: readonly { readonly alias?: string }[] };
  return aws.flatMap(({ alias }) => alias ?? []);
}

export type NamedDifference = Difference & { readonly name: string };

/** Deletion protection is a variable only where some environment has it. */
function isDeletionProtection({ at }: Difference): boolean {
  return at[0] === "deletion_protection";
}

/**
 * Without provider and backend; the Region, where it is needed, is that of the provider that the module is given. A
 * stack's second configuration of the provider is one that the module asks for.
 */
function asModule({ provider, import: _, "//": __, ...json }: TerraformJson): TerraformJson {
  const { backend, ...terraform } = json.terraform as JsonObject;
  const aliases = aliasesOf(provider).map((alias) => `\${aws.${alias}}`);
  const required_providers = aliases.reduce<JsonObject>(
    (all, alias) => withValue(all, ["aws", "configuration_aliases"], [alias]),
    terraform.required_providers as JsonObject,
  );
  const needsRegion = JSON.stringify(json).includes("data.aws_region.current");
  const data = { ...(json.data as JsonObject), ...(needsRegion && { aws_region: { current: {} } }) };
  return {
    ...json,
    terraform: {
      ...terraform,
      required_version: usesWriteOnly(json) ? ">= 1.11.0" : ">= 1.5.0",
      required_providers,
    },
    ...(Object.keys(data).length > 0 && { data }),
  };
}

/** What one environment protects against replacement is protected in all: Terraform takes no variable there. */
function withPreventDestroy(json: TerraformJson, models: readonly PoolModel[]): TerraformJson {
  const isProtected = ({ type, name }: { type: string; name: string }) =>
    models.some(({ key, pool, clients }) =>
      type === "aws_cognito_user_pool"
        ? terraformName(key) === name && pool?.preventDestroy
        : clients.some(
            (client) => client.preventDestroy && generationsOf(client).some((each) => terraformName(each.key) === name),
          ),
    );
  return resourcesOf(json)
    .filter(({ type }) => type === "aws_cognito_user_pool" || type === "aws_cognito_user_pool_client")
    .filter(({ steps }) => steps[0] === "resource")
    .reduce(
      (result, each) => withValue(result, [...each.steps, "lifecycle", "prevent_destroy"], isProtected(each)),
      json,
    );
}

function withVariables(json: TerraformJson, differences: readonly NamedDifference[]): TerraformJson {
  return differences.reduce((result, difference) => {
    const steps = stepsOf(difference.address);
    const body = valueAt(result, steps) as JsonObject;
    const { type, default: initial, sensitive } = difference;
    const variable = { type, ...(initial !== undefined && { default: initial }), ...(sensitive && { sensitive }) };
    const changed = withValue(result, steps, withVariable(body, difference, difference.name));
    return withValue(changed, ["variable", difference.name], variable);
  }, json);
}

/** The variables, each with what it is for, and with the conditions that concern it alone. */
function describedVariables(
  json: TerraformJson,
  slots: readonly Slot[],
  units: ReadonlyMap<string, string>,
  absent: ReadonlySet<string>,
  conditions: readonly ResourceCondition[],
): Json {
  const variables = Object.entries((json.variable ?? {}) as Record<string, JsonObject>).map(
    ([name, variable]): [string, Json] => {
      const slot = slots.find((each) => each.name === name);
      const unit = units.get(name);
      const description = `${slot?.description ?? variable.description}${unit ? `, in ${unit}` : ""}`;
      const nullable = variable.default === null || absent.has(name);
      const validation = variable.validation
        ? (variable.validation as readonly JsonObject[]).map((each) => (nullable ? unlessNull(each, name) : each))
        : validationsOf(name, nullable, json, conditions);
      return [
        name,
        {
          ...variable,
          description,
          nullable: nullable ? undefined : false,
          ...(validation.length > 0 && { validation }),
        },
      ];
    },
  );
  return variables.length > 0
    ? Object.fromEntries(variables.sort(([one], [other]) => (one < other ? -1 : 1)))
    : undefined;
}

/** The units of the variables that are durations. */
function units(pool: Pool): Map<string, string> {
  const entries = openValues(pool).flatMap(({ name, places }) => {
    const written = valueAt(pool, places[0] as Steps) as { default?: unknown; unit?: string };
    const last = String(places[0]?.at(-1));
    if (written.unit !== undefined) return [[name, written.unit] as const];
    return /Validity$|Period$/.test(last) ? [[name, "minutes"] as const] : [];
  });
  return new Map(entries);
}

import type { PoolModel } from "../model/model";
import { knownItems } from "../model/value";
import { checkPool } from "../rules/check";
import type { TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { closedModel, type Values } from "./closed-model";
import { mapStrings, type Steps, valueAt } from "./json";
import type { PoolModule } from "./module";
import { badValues, validValue } from "./sample-values";

/** A run of `terraform test` in which the value of one variable breaks a limit. */
export interface Run {
  readonly variable: string;
  readonly value: Json;
  /** What Terraform reports: the variable or the rule set, and the checks that the defaults fail as well. */
  readonly fails: readonly string[];
}

/** What the tests of a module give to it and expect of it. */
export interface Runs {
  /** Values for the variables without a default. */
  readonly required: Values;
  /** The checks that the defaults fail: advice that the environment does not take. */
  readonly failing: readonly string[];
  /** One for each variable of whose argument the table of samples has a bad value. */
  readonly limits: readonly Run[];
}

export function runsOf(module: PoolModule): Runs {
  const { json, base } = module;
  const required = requiredValues(module);
  const failing = failingChecks(json, closedModel(base.model, { ...defaultsOf(json), ...required }));
  const slots = [...module.slots].sort((one, other) => (one.name < other.name ? -1 : 1));
  const limits = slots.flatMap(({ name, places }): Run[] => {
    const { invalid, inconsistent } = badValues(places[0] ?? []);
    if (valueAt(json, ["variable", name, "validation"]) === undefined)
      return inconsistent === undefined
        ? []
        : [{ variable: name, value: inconsistent, fails: ["output.rule_set", ...failing] }];
    if (invalid === undefined) return [];
    const reached = failing.filter((check) => !dependsOn(json, valueAt(json, check.split(".")), `var.${name}`));
    return [{ variable: name, value: invalid, fails: [`var.${name}`, ...reached] }];
  });
  return { required, failing, limits };
}

/** The checks that fail of a model. */
function failingChecks(json: TerraformJson, model: PoolModel): string[] {
  const warnings = checkPool(model).filter(
    ({ severity, acknowledged }) => severity === "warning" && acknowledged === undefined,
  );
  return Object.keys((json.check ?? {}) as object)
    .filter((name) => {
      const message = String(valueAt(json, ["check", name, "assert", 0, "error_message"]));
      return warnings.some(({ rule }) => message.startsWith(`${rule} `));
    })
    .map((name) => `check.${name}`);
}

const REFERENCE = /\b(?:var\.[\w-]+|local\.\w+|(?:data\.)?aws_\w+\.[\w-]+)/g;

/** Whether Terraform evaluates `target` before a part of the configuration, so that it stops there when that fails. */
function dependsOn(json: TerraformJson, part: unknown, target: string, seen = new Set<string>()): boolean {
  return [...JSON.stringify(part ?? null).matchAll(REFERENCE)].some(([address]) => {
    if (address === target) return true;
    if (seen.has(address) || address.startsWith("var.")) return false;
    seen.add(address);
    const steps = address.split(".");
    const [kind] = steps;
    const place = kind === "data" ? steps : kind === "local" ? ["locals", ...steps.slice(1)] : ["resource", ...steps];
    return dependsOn(json, valueAt(json, place), target, seen);
  });
}

function defaultsOf(json: TerraformJson): Values {
  const variables = Object.entries((json.variable ?? {}) as Record<string, JsonObject>);
  return Object.fromEntries(
    variables.flatMap(([name, variable]) => ("default" in variable ? [[name, variable.default]] : [])),
  );
}

/** For each variable without a default, a value that the rules accept beside what the config has. */
function requiredValues({ json, slots, base }: PoolModule): Values {
  const required = slots.filter(({ name }) => valueAt(json, ["variable", name, "default"]) === undefined);
  return Object.fromEntries(
    required.map(({ name, places }) => {
      const place = places[0] ?? [];
      const value = validValue(valueAt(json, ["variable", name, "type"]), place);
      const host = base.model.guardrails.callbackHosts?.[0];
      return [name, redirectOf(place, base.model) ?? (host === undefined ? value : onHost(value, host))];
    }),
  );
}

/** A default redirect is one of the client's callbacks. */
function redirectOf(place: Steps, model: PoolModel): Json {
  if (place.at(-1) !== "default_redirect_uri") return undefined;
  const client = model.clients.find(({ key }) => key.replaceAll("-", "_") === place.at(-2));
  return knownItems(client?.callbackUrls)[0];
}

/** A URL, or a list of them, on a host that the guardrails allow. */
function onHost(value: Json, host: string): Json {
  const origin = `https://${host.replace("*", "app")}/`;
  return mapStrings(value, (text) => text.replace("https://app.example.com/", origin));
}

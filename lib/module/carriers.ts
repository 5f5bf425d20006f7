import { terraformName } from "../config/keys";
import type { PoolModel } from "../model/model";
import { rules } from "../rules";
import type { Severity, Violation } from "../rules/rule";
import type { TerraformJson } from "../terraform/hcl";
import type { JsonObject } from "../terraform/hcl-values";
import { snakeCase } from "../text/case";
import { resourcesOf } from "./differences";
import { valueAt } from "./json";

/** One rule where Terraform evaluates it. */
export interface Carrier {
  readonly rule: string;
  /** What a test expects to fail: `aws_cognito_user_pool_client.web`, `check.oau_22_web`, `var.name`. */
  readonly address: string;
  /** The resource that the rule is about. */
  readonly about: string;
  readonly severity: Severity;
}

/** A rule that a pool breaks, and the resource that its condition would stand on. */
export interface Breach {
  readonly rule: string;
  readonly about: string;
  readonly severity: Severity;
}

/** Every rule of the module's conditions, by the objects they stand on: resources, checks and variables. */
export function carriersOf(json: TerraformJson): Carrier[] {
  const resources = resourcesOf(json).map(({ steps }) => ({
    steps,
    about: steps.slice(steps[0] === "data" ? 0 : 1).join("."),
  }));
  const onResources = resources.flatMap(({ steps, about }) =>
    rulesAt(json, [...steps, "lifecycle", "postcondition"]).map(
      (rule): Carrier => ({ rule, address: about, about, severity: "error" }),
    ),
  );
  const checks = Object.keys((json.check ?? {}) as object).flatMap((name) => {
    const condition = String(valueAt(json, ["check", name, "assert", 0, "condition"]));
    return rulesAt(json, ["check", name, "assert"]).flatMap((rule) =>
      resources
        .filter(({ steps }) => name === `${terraformName(rule.toLowerCase())}_${steps.at(-1)}`)
        .filter(({ about }) => condition.includes(`${about}.`))
        .map(({ about }): Carrier => ({ rule, address: `check.${name}`, about, severity: "warning" })),
    );
  });
  const onVariables = [...validationsIn(json)].flatMap(([name, validated]) => {
    const holding = resources.filter(({ steps }) => mentions(valueAt(json, steps) as JsonObject, name));
    return validated.flatMap((rule) =>
      holding.map(({ about }): Carrier => ({ rule, address: `var.${name}`, about, severity: "error" })),
    );
  });
  return [...onResources, ...checks, ...onVariables];
}

/** Of each resource, all that Terraform comes to before it: addresses, `var.name` among them. */
export function upstreamOf(json: TerraformJson): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = new Map(
    resourcesOf(json).map(({ steps }) => {
      const about = steps.slice(steps[0] === "data" ? 0 : 1).join(".");
      const text = JSON.stringify(valueAt(json, steps));
      return [about, [...text.matchAll(/\b(?:var\.[\w-]+|(?:data\.)?aws_\w+\.[\w-]+)/g)].map(([found]) => found)];
    }),
  );
  const reached = (address: string, seen: Set<string>): Set<string> => {
    for (const each of direct.get(address) ?? [])
      if (!seen.has(each)) {
        seen.add(each);
        reached(each, seen);
      }
    return seen;
  };
  return new Map([...direct.keys()].map((address) => [address, reached(address, new Set([address]))]));
}

/** The variables' own conditions: of each variable, the rules. */
export function validationsIn(json: TerraformJson): ReadonlyMap<string, readonly string[]> {
  const names = Object.keys((json.variable ?? {}) as object);
  return new Map(names.map((name) => [name, rulesAt(json, ["variable", name, "validation"])]));
}

/** The rules that a model breaks. */
export function breachesOf(model: PoolModel): Breach[] {
  const pool = terraformName(model.key);
  return rules.flatMap((rule) => {
    const breach = (about: string, { severity = rule.severity }: Violation): Breach => ({
      rule: rule.id,
      about,
      severity,
    });
    if (rule.subject === "pool") return [...rule.check(model)].map((each) => breach(subjectOf(each, pool), each));
    return model.clients.flatMap((client) => {
      const about = `aws_cognito_user_pool_client.${terraformName(client.key)}`;
      return [...rule.check(client, model)].map((each) => breach(about, each));
    });
  });
}

function subjectOf({ at }: Violation, pool: string): string {
  const [map, key] = at.map(String);
  if (map === "domain") return `aws_cognito_user_pool_domain.${pool}`;
  if (map === "resourceServers" && key !== undefined) return `aws_cognito_resource_server.${terraformName(key)}`;
  if (map === "identityProviders" && key !== undefined) return `aws_cognito_identity_provider.${snakeCase(key)}`;
  return `aws_cognito_user_pool.${pool}`;
}

function mentions({ lifecycle: _, ...body }: JsonObject, variable: string): boolean {
  return new RegExp(`\\bvar\\.${variable}(?![\\w-])`).test(JSON.stringify(body));
}

function rulesAt(json: TerraformJson, steps: readonly (string | number)[]): string[] {
  const conditions = (valueAt(json, steps) ?? []) as readonly JsonObject[];
  return [...new Set(conditions.map(({ error_message }) => String(error_message).split(" ")[0] as string))];
}

import { snakeCase, terraformName } from "../config/keys";
import type { PoolModel } from "../model/model";
import { rules } from "../rules";
import type { Violation } from "../rules/rule";
import type { TerraformJson } from "../terraform/hcl";
import type { JsonObject } from "../terraform/hcl-values";
import { resourcesOf } from "./differences";
import { valueAt } from "./json";

/** One rule where Terraform evaluates it. */
export interface Carrier {
  readonly rule: string;
  /** What a test expects to fail: `aws_cognito_user_pool_client.web`, `check.oau_22_web`, `var.name`. */
  readonly address: string;
  /** The resource that the rule is about. */
  readonly about: string;
}

/** Every rule of the module's conditions, by the objects they stand on. */
export function carriersOf(json: TerraformJson): Carrier[] {
  const onResources = resourcesOf(json).flatMap(({ steps }) => {
    const about = steps.slice(steps[0] === "data" ? 0 : 1).join(".");
    return conditionsAt(json, [...steps, "lifecycle", "postcondition"]).map((rule) => ({
      rule,
      address: about,
      about,
    }));
  });
  const checks = Object.keys((json.check ?? {}) as object).flatMap((name) =>
    conditionsAt(json, ["check", name, "assert"]).map((rule) => ({
      rule,
      address: `check.${name}`,
      about:
        resourcesOf(json)
          .map(({ type, name: resource }) => `${type}.${resource}`)
          .find((each) => name.endsWith(`_${each.split(".")[1]}`)) ?? "",
    })),
  );
  return [...onResources, ...checks];
}

/** The variables' own conditions. */
export function validationsIn(json: TerraformJson): Carrier[] {
  return Object.keys((json.variable ?? {}) as object).flatMap((name) =>
    conditionsAt(json, ["variable", name, "validation"]).map((rule) => ({
      rule,
      address: `var.${name}`,
      about: `var.${name}`,
    })),
  );
}

/** The rules that a model breaks, each with the resource that its condition would stand on. */
export function breachesOf(model: PoolModel): { rule: string; about: string }[] {
  const pool = terraformName(model.key);
  return rules.flatMap((rule) => {
    if (rule.subject === "client")
      return model.clients.flatMap((client) =>
        [...rule.check(client, model)].map(() => ({
          rule: rule.id,
          about: `aws_cognito_user_pool_client.${terraformName(client.key)}`,
        })),
      );
    return [...rule.check(model)].map((violation) => ({ rule: rule.id, about: subjectOf(violation, pool) }));
  });
}

function subjectOf({ at }: Violation, pool: string): string {
  const [map, key] = at.map(String);
  if (map === "domain") return `aws_cognito_user_pool_domain.${pool}`;
  if (map === "resourceServers" && key !== undefined) return `aws_cognito_resource_server.${terraformName(key)}`;
  if (map === "identityProviders" && key !== undefined) return `aws_cognito_identity_provider.${snakeCase(key)}`;
  return `aws_cognito_user_pool.${pool}`;
}

function conditionsAt(json: TerraformJson, steps: readonly (string | number)[]): string[] {
  const conditions = (valueAt(json, steps) ?? []) as readonly JsonObject[];
  return [...new Set(conditions.map(({ error_message }) => String(error_message).split(" ")[0] as string))];
}

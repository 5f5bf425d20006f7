import type { Plan } from "../gate/plan-file";
import type { PlannedObject } from "./planned-object";
import { partsOf, writtenOf } from "./references";

/** The Region of a resource: of its ARN, or of its provider's configuration; nothing where the plan does not show it. */
export function regionOf(plan: Plan, { address, values }: PlannedObject): string | undefined {
  const [, , , region] = typeof values.arn === "string" ? values.arn.split(":") : [];
  if (region) return region;
  if (typeof values.region === "string") return values.region;
  const written = writtenOf(plan, partsOf(address));
  const provider = plan.configuration.provider_config?.[written?.provider_config_key ?? "aws"];
  return constantOf(plan, provider?.expressions?.region);
}

/** The text of an expression that is written out, or that is a variable of the root module alone. */
function constantOf(plan: Plan, expression: unknown): string | undefined {
  const { constant_value: constant, references = [] } = (expression ?? {}) as {
    constant_value?: unknown;
    references?: readonly string[];
  };
  if (typeof constant === "string") return constant;
  const [, variable] = references.length === 1 ? (/^var\.([\w-]+)$/.exec(references[0] as string) ?? []) : [];
  const value = variable === undefined ? undefined : plan.variables?.[variable]?.value;
  return typeof value === "string" ? value : undefined;
}

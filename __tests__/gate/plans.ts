import type { CheckResult, Plan, ResourceChange } from "../../lib/gate/plan-file";

/** A plan in Terraform's form. */
export function planOf(changes: readonly ResourceChange[], checks: readonly CheckResult[] = []): Plan {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: changes,
    checks,
    ...{ planned_values: { root_module: {} }, configuration: { root_module: {} } },
  };
}

export const POOL = "aws_cognito_user_pool";
export const CLIENT = "aws_cognito_user_pool_client";

/** One change of a plan. */
export function changeOf(
  address: string,
  actions: readonly string[],
  { before = {}, after = {}, replace_paths, ...more }: Partial<ResourceChange> & Partial<ResourceChange["change"]> = {},
): ResourceChange {
  const [type, name] = address.split(".").slice(-2) as [string, string];
  const change = { actions, before, after, ...(replace_paths && { replace_paths }) };
  return { address, mode: "managed", type, name, change, ...more };
}

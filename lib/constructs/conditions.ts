import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { terraformName } from "../config/keys";
import type { GuardedCondition } from "../rules/conditions";
import { CheckBlock } from "../terraform/blocks";

/**
 * Has Terraform evaluate conditions over a resource: errors as postconditions, which fail the plan, and warnings as
 * `check` blocks, which it only reports.
 */
export function addConditions(
  scope: Construct,
  resource: TerraformResource,
  conditions: readonly GuardedCondition[],
): void {
  const postcondition = conditions
    .filter(({ severity }) => severity === "error")
    .map(({ expression, message }) => ({ condition: `\${${expression}}`, errorMessage: message }));
  if (postcondition.length > 0) resource.lifecycle = { ...resource.lifecycle, postcondition };

  const address = `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
  const outside = (text: string) => text.replace(/\bself\./g, `${address}.`);
  for (const { rule, severity, expression, message } of conditions) {
    if (severity !== "warning") continue;
    const name = `${terraformName(rule.toLowerCase())}_${resource.friendlyUniqueId}`;
    const assertion = { name, condition: `\${${outside(expression)}}`, errorMessage: outside(message), about: address };
    new CheckBlock(scope, name, assertion);
  }
}

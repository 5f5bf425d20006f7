import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import type { VariableModel } from "../model/model";

/** Fails the synth where the stack does not declare a variable that properties name: `{ var: NAME }` only refers to it. */
export function requireVariables(scope: Construct, variables: readonly VariableModel[]): void {
  if (variables.length > 0) scope.node.addValidation({ validate: () => undeclared(scope, variables) });
}

function undeclared(scope: Construct, variables: readonly VariableModel[]): string[] {
  const stack = TerraformStack.of(scope);
  const { rawOverrides } = stack as unknown as { readonly rawOverrides: { readonly variable?: object } };
  const declared = new Set([
    ...stack.node.findAll().flatMap((each) => (each instanceof TerraformVariable ? [each.friendlyUniqueId] : [])),
    ...Object.keys(rawOverrides.variable ?? {}),
  ]);
  return variables.filter(({ name }) => !declared.has(name)).map(declaration);
}

function declaration({ name, type, sensitive, default: initial }: VariableModel): string {
  const settings = { type, ...(initial !== undefined && { default: initial }), ...(sensitive && { sensitive }) };
  return `${name}: the stack has no variable of this name; new TerraformVariable(stack, ${JSON.stringify(name)}, ${JSON.stringify(settings)})`;
}

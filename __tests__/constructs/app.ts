import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import type { StackJson } from "../examples/examples";

/** What a CDKTF app of somebody else makes of constructs in one stack of its own. @throws Error of its validations */
export function synthesizeApp(build: (stack: TerraformStack) => void): StackJson {
  const stack = new TerraformStack(Testing.app(), "theirs");
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  build(stack);
  return JSON.parse(Testing.synth(stack, true));
}

/** The one resource of a type. @throws Error unless there is exactly one */
export function only(stack: StackJson, type: string): Record<string, unknown> {
  const found = Object.values(stack.resource?.[type] ?? {});
  if (found.length !== 1) throw new Error(`${found.length} of ${type}`);
  return found[0] as Record<string, unknown>;
}

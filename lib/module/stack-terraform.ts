import { App } from "cdktf";
import { PoolStack } from "../../stacks/pool-stack";
import { resolveConfig } from "../config/resolve";
import type { Config } from "../config/schema";
import type { PoolModel } from "../model/model";
import type { HclLayout, TerraformJson } from "../terraform/hcl";

/** A pool, resolved and as Terraform gets it. */
export interface StackTerraform {
  readonly model: PoolModel;
  readonly json: TerraformJson;
  readonly layout: HclLayout;
}

/** What a config of one pool in one environment gives; `undefined` when it gives nothing sound. */
export function terraformOf(config: Config): StackTerraform | undefined {
  const { pools, problems } = resolveConfig(config);
  const [model] = pools;
  if (problems.length > 0 || model === undefined) return undefined;
  const stack = new PoolStack(new App({ stackTraces: false }), model, "");
  return { model, json: stack.toTerraform(), layout: stack.layout };
}

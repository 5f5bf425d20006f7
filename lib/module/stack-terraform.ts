import { tmpdir } from "node:os";
import { App } from "cdktf";
import { PoolStack } from "../../stacks/pool-stack";
import { resolveConfig } from "../config/resolve";
import type { Config } from "../config/schema";
import type { PoolModel } from "../model/model";
import type { HclLayout, TerraformJson } from "../terraform/hcl";

/** A pool, resolved and as Terraform gets it; synthesized when it is first asked for. */
export class StackTerraform {
  #synthesized?: { json: TerraformJson; layout: HclLayout };

  constructor(readonly model: PoolModel) {}

  get json(): TerraformJson {
    return this.#synthesis.json;
  }

  get layout(): HclLayout {
    return this.#synthesis.layout;
  }

  get #synthesis(): { json: TerraformJson; layout: HclLayout } {
    if (this.#synthesized === undefined) {
      // An app makes its output folder, although nothing is written here: one that is there already.
      const app = new App({ outdir: tmpdir(), stackTraces: false });
      const stack = new PoolStack(app, withoutPermissions(this.model), "");
      this.#synthesized = { json: stack.toTerraform(), layout: stack.layout };
    }
    return this.#synthesized;
  }
}

/** What a config of one pool in one environment gives; `undefined` when it gives nothing sound. */
export function terraformOf(config: Config): StackTerraform | undefined {
  const { pools, problems } = resolveConfig(config);
  const [model] = pools;
  return problems.length > 0 || model === undefined ? undefined : new StackTerraform(model);
}

/** Whoever calls a module has the functions, whose names differ from environment to environment, and permits the calls. */
function withoutPermissions({ pool, ...model }: PoolModel): PoolModel {
  return { ...model, ...(pool && { pool: { ...pool, lambdaPermissions: false } }) };
}

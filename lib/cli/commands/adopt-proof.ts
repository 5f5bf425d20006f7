import { join, resolve } from "node:path";
import type { DescribedPool } from "../../adopt/described";
import { forOlderProviders } from "../../adopt/older-provider";
import { type Proof, provePools } from "../../adopt/proof";
import type { LoadedConfig } from "../../config/load";
import { temporaryFolder } from "../../temporary-folder";
import { InitError } from "../../terraform/offline-plan";
import { TerraformMissing, terraformProgram } from "../../terraform/run";
import type { Context } from "../context";
import { isWhole } from "./check";

export interface ProofOptions {
  /** Filesystem mirror of the AWS provider. */
  readonly pluginDir?: string;
  /** Terraform or OpenTofu. */
  readonly terraform?: string;
}

/**
 * Plans the stacks of a config that adopt what is described, in a folder that is removed again. Where no AWS provider can be
 * had that knows all of it, they are planned without what it does not know, and the proofs say so.
 *
 * @param withoutConditions whether the rules are left out of the plan
 * @returns the proofs, or why there is no Terraform to make any
 */
export async function proofOfConfig(
  loaded: LoadedConfig,
  described: readonly DescribedPool[],
  withoutConditions: boolean,
  { pluginDir, terraform }: ProofOptions,
  { cwd, progress }: Context,
): Promise<readonly Proof[] | string> {
  if (!isWhole(loaded)) return "the form of the config is wrong, so that there is no stack to plan";
  const ids = described.map(({ userPool }) => userPool.Id);
  const models = loaded.pools.filter(({ adopted }) => ids.includes(adopted?.userPoolId));
  const { path: work, remove } = temporaryFolder("cdktf-cognito-adopt-");
  try {
    progress(`terraform plan: ${models.length} adopted pools`);
    const { synthesize } = require("../../../stacks/synthesize") as typeof import("../../../stacks/synthesize");
    let failure = "";
    for (const [step, { pools, leftOut }] of forOlderProviders(models).entries()) {
      const outdir = join(work, String(step));
      synthesize(pools, { config: resolve(cwd, loaded.source.file), outdir });
      try {
        return await provePools(loaded, pools, described, {
          stacksFolder: join(outdir, "stacks"),
          withoutConditions,
          leftOut,
          pluginDir,
          program: terraformProgram(terraform, cwd),
        });
      } catch (error) {
        if (!(error instanceof InitError)) throw error;
        failure ||= error.message;
      }
    }
    return failure;
  } catch (error) {
    if (error instanceof TerraformMissing) return error.message;
    throw error;
  } finally {
    remove();
  }
}

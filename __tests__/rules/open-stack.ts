import { join } from "node:path";
import { loadConfig } from "../../lib/config/load";
import { checkConfig } from "../../lib/rules/check";
import { synthesize } from "../../stacks/synthesize";
import { folderWith } from "../support/cli";
import { Workspace } from "../support/terraform";

/** The stack of a config without findings, ready to plan. */
export async function workspaceOf(config: string): Promise<Workspace> {
  const folder = folderWith({ "userpools.yaml": config });
  const loaded = await loadConfig({ cwd: folder });
  expect(checkConfig(loaded).filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
  synthesize(loaded.pools, { config: "userpools.yaml", outdir: join(folder, "cdktf.out") });
  return new Workspace().use(join(folder, "cdktf.out/stacks/users-prod/cdk.tf.json"));
}

import { join } from "node:path";
import { loadConfig } from "../../lib/config/load";
import { checkConfig } from "../../lib/rules/check";
import { synthesize } from "../../stacks/synthesize";
import { folderWith } from "../support/cli";
import { Workspace } from "../support/terraform";

/** The stack of a config without findings for the tests of a suite, ready to plan. */
export function openStack(config: string): () => Workspace {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await workspaceOf(config);
  }, 60_000);
  afterAll(() => workspace.remove());
  return () => workspace;
}

/** The rules whose messages are in what Terraform says, each once, sorted. */
export function rulesIn(output: string): string[] {
  return [...new Set(output.match(/^[A-Z]+-\d+(?=[ a-z-]*:\s)/gm))].sort();
}

/** The stack of a config without findings, ready to plan. */
export async function workspaceOf(config: string): Promise<Workspace> {
  const folder = folderWith({ "userpools.yaml": config });
  const loaded = await loadConfig({ cwd: folder });
  expect(checkConfig(loaded).filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
  synthesize(loaded.pools, { config: "userpools.yaml", outdir: join(folder, "cdktf.out") });
  return new Workspace().use(join(folder, "cdktf.out/stacks/users-prod/cdk.tf.json"));
}

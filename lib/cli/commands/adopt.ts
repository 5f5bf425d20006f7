import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { adoptedConfig } from "../../adopt/adopted-config";
import { configText } from "../../adopt/config-text";
import { type DescribedPool, readDescribed, regionOfPool } from "../../adopt/described";
import { notHeld } from "../../adopt/not-held";
import { loadSource } from "../../config/load";
import { readYaml } from "../../config/yaml-file";
import { readLock, writeLock } from "../../lock/lock-file";
import { updateLock } from "../../lock/update";
import { checkConfig } from "../../rules/check";
import { count, plain } from "../../text/quoted";
import { UsageError } from "../../usage-error";
import { writeWhole } from "../../write-whole";
import { type Context, EXIT, type ExitCode } from "../context";
import { isWhole, printDiagnostics } from "./check";

export interface AdoptOptions {
  /** The config file to write. */
  readonly out: string;
  readonly project: string;
  readonly env: string;
  /** Whether files that exist are overwritten. */
  readonly force?: boolean;
  /** The pool that is read from AWS, in place of a folder. */
  readonly userPoolId?: string;
  /** Default that of the id. */
  readonly region?: string;
  /** In place of AWS's own. */
  readonly endpoint?: string;
}

/**
 * `adopt`: writes the config and the lock that adopt the pools of a folder with answers of the API, or a pool that it reads
 * from AWS. Writes both files or none of them.
 *
 * @throws UsageError when the pools cannot be read whole, or a file exists
 */
export async function adopt(folder: string | undefined, options: AdoptOptions, context: Context): Promise<ExitCode> {
  const path = resolve(context.cwd, options.out);
  const file = relative(context.cwd, path);
  if (!/\.ya?ml$/.test(file)) throw new UsageError(`adopt writes YAML, not ${file}: name it .yaml`);
  const lock = readLock(file, context.cwd);
  for (const each of [{ file, path }, lock])
    if (!options.force && existsSync(each.path))
      throw new UsageError(`${each.file} exists; nothing was written: --force overwrites it, --out names another file`);

  const described = await readPools(folder, options, context);
  const { project, env: environment } = options;
  const adopted = adoptedConfig(described, { project, environment, progress: context.progress });
  const left = new Map(adopted.pools.map(({ key, described }) => [key, notHeld(described)]));
  const text = configText(adopted, left);

  const loaded = loadSource(readYaml(file, text));
  const diagnostics = checkConfig(loaded).filter(({ level }) => level === "error");
  writeWhole(path, text);
  context.out(`${file}\n`);
  if (isWhole(loaded)) {
    writeLock(lock, updateLock({}, loaded.pools, []).lock);
    context.out(`${lock.file}\n`);
  }
  for (const { key, described, clients } of adopted.pools) {
    context.out(plain(`pool ${key}: ${described.userPool.Id}, ${count(clients.length, "client")}\n`));
    for (const { what, apply } of left.get(key) ?? []) context.out(`  not in the config: ${what}: ${apply}\n`);
  }
  printDiagnostics({ loaded, diagnostics }, context);
  if (diagnostics.length === 0) return EXIT.ok;
  context.err(
    "cdktf-cognito: the pool breaks these rules in AWS today; synth refuses the config until they are fixed\n",
  );
  return EXIT.findings;
}

/** The pools of the folder, or the one that is read from AWS. */
async function readPools(
  folder: string | undefined,
  { userPoolId, region, endpoint }: AdoptOptions,
  { cwd, progress }: Context,
): Promise<readonly DescribedPool[]> {
  if ((folder === undefined) === (userPoolId === undefined))
    throw new UsageError("name one of both: a folder of files that the AWS CLI printed, or --user-pool-id");
  if (folder !== undefined) return readDescribed(resolve(cwd, folder));
  const own = regionOfPool({ Id: userPoolId });
  if (!/^[a-z]+(?:-[a-z]+)+-\d+$/.test(own) || (region ?? own) !== own)
    throw new UsageError(`${userPoolId} is not a pool of ${region ?? "any Region"}: its id begins with its Region`);
  const { readLive } = require("../../adopt/live-pool") as typeof import("../../adopt/live-pool");
  return [await readLive({ userPoolId: userPoolId as string, region: own, endpoint, progress })];
}

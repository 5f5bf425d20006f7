import { existsSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { adoptedConfig } from "../../adopt/adopted-config";
import { configText } from "../../adopt/config-text";
import { readDescribed, regionOfPool } from "../../adopt/described";
import { ConfigInto, refuseOtherMeaning } from "../../adopt/into";
import { withLookFiles } from "../../adopt/look-files";
import { notHeld } from "../../adopt/not-held";
import { type Proof, proofText } from "../../adopt/proof";
import { readStatePools, type StatePools } from "../../adopt/state-pools";
import { loadSource } from "../../config/load";
import { readYaml } from "../../config/yaml-file";
import type { Diagnostic } from "../../diagnostics/diagnostic";
import { readLock, writeLock } from "../../lock/lock-file";
import { updateLock } from "../../lock/update";
import { readWhole } from "../../read-whole";
import { checkConfig } from "../../rules/check";
import { shellWord } from "../../terraform/shell-word";
import { count, plain } from "../../text/quoted";
import { UsageError } from "../../usage-error";
import { writeWhole } from "../../write-whole";
import { type Context, EXIT, type ExitCode } from "../context";
import { type ProofOptions, proofOfConfig } from "./adopt-proof";
import { hasModels, isWhole, printDiagnostics } from "./check";

export interface AdoptOptions extends ProofOptions {
  /** The config file to write. */
  readonly out: string;
  readonly project: string;
  readonly env: string;
  /** The config file to which the pools are added, in place of a new one. */
  readonly into?: string;
  /** The key of the one pool. Default from its name. */
  readonly pool?: string;
  /** Whether files that exist are overwritten. */
  readonly force?: boolean;
  /** The pool that is read from AWS, in place of a folder. */
  readonly userPoolId?: string;
  /** Default that of the id. */
  readonly region?: string;
  /** In place of AWS's own. */
  readonly endpoint?: string;
  /** Whether Terraform plans what is written, and so proves that it changes nothing. */
  readonly plan: boolean;
}

/**
 * `adopt`: writes the config and the lock that adopt the pools of a folder with answers of the API, of a Terraform state, or
 * one that it reads from AWS. Before it writes them, a real plan of them imports what was described, from a server on
 * loopback. Writes both files or none of them.
 *
 * @returns 1 where the plan changes something, where nothing can plan all of it, and where a rule fails; the files are written then too
 * @throws UsageError when the pools cannot be read whole, or a file exists
 */
export async function adopt(source: string | undefined, options: AdoptOptions, context: Context): Promise<ExitCode> {
  const path = resolve(context.cwd, options.into ?? options.out);
  const file = relative(context.cwd, path);
  if (!/\.ya?ml$/.test(file)) throw new UsageError(`adopt writes YAML, not ${file}: name it .yaml`);
  const lock = readLock(file, context.cwd);
  if (options.into !== undefined && lock.unreadable !== undefined)
    throw new UsageError(`${lock.file} cannot be read: ${lock.unreadable.why}; ${lock.unreadable.fix}`);
  if (!options.force && options.into === undefined) refuseToOverwrite([{ file, path }, lock]);

  const { pools: described, addresses } = await readPools(source, options, context);
  const { env: environment, pool } = options;
  const load = (each: string) => loadSource({ ...readYaml(file, each), folder: dirname(path) });
  const { mark = "", text: before } = options.into === undefined ? {} : readText(path, file);
  if (before !== undefined && !hasModels(load(before), context)) return EXIT.usage;
  const into = before === undefined ? undefined : new ConfigInto(before, file);
  const project = into?.project ?? options.project;
  const { adopted, files } = withLookFiles(
    adoptedConfig(described, { project, environment, pool, progress: context.progress }),
    environment,
  );
  const named = [...files].map(([name, content]) => {
    const own = join(dirname(path), name);
    return { file: relative(context.cwd, own), path: own, content };
  });
  if (!options.force) refuseToOverwrite(named.filter((each) => !hasContent(each)));
  const left = new Map(adopted.pools.map(({ key, described }) => [key, notHeld(described)]));
  const own = configText(adopted, left);
  const text = into === undefined ? own : into.with(adopted, environment);

  const { loaded, diagnostics, proofs } = await beside(named, async () => {
    const loaded = load(text);
    if (before !== undefined) refuseOtherMeaning(file, load(before).pools, load(own).pools, loaded.pools);
    const diagnostics = checkConfig(loaded).filter(({ level }) => level === "error");
    const proofs = options.plan ? await proofOfConfig(loaded, described, diagnostics.length > 0, options, context) : [];
    writeWhole(path, mark + text);
    return { loaded, diagnostics, proofs };
  });
  context.out(`${file}\n`);
  if (isWhole(loaded)) {
    writeLock(lock, updateLock((into && lock.lock) ?? {}, loaded.pools, []).lock);
    context.out(`${lock.file}\n`);
  }
  for (const each of named) context.out(`${each.file}\n`);
  for (const { key, described, clients } of adopted.pools) {
    context.out(plain(`pool ${key}: ${described.userPool.Id}, ${count(clients.length, "client")}\n`));
    for (const { what, apply } of left.get(key) ?? []) context.out(`  not in the config: ${what}: ${apply}\n`);
  }
  if (addresses.length > 0) {
    context.out("once they are imported, the configuration that has them now lets go of them (docs/adopt-from.md):\n");
    for (const each of addresses) context.out(`  terraform state rm ${shellWord(each)}\n`);
  }
  printDiagnostics({ loaded, diagnostics: diagnostics.map(asToday) }, context);
  const isProved = printProofs(proofs, context);
  if (diagnostics.length === 0) return isProved ? EXIT.ok : EXIT.findings;
  context.err(
    "cdktf-cognito: the pool breaks these rules in AWS today; synth refuses the config until they are fixed, or acknowledged\n",
  );
  return EXIT.findings;
}

/** The text of a file, and the byte order mark before it. @throws UsageError when it is not UTF-8 */
function readText(path: string, file: string): { readonly mark: string; readonly text: string } {
  const bytes = readWhole(path);
  try {
    const whole = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const text = whole.replace(/^\uFEFF/, "");
    return { mark: whole.slice(0, whole.length - text.length), text };
  } catch {
    throw new UsageError(`${file} is not text in UTF-8; nothing was written: save it as UTF-8`);
  }
}

/** A file that the config names. */
interface NamedFile {
  /** As messages name it. */
  readonly file: string;
  readonly path: string;
  readonly content: Buffer;
}

function hasContent({ path, content }: NamedFile): boolean {
  return existsSync(path) && readWhole(path).equals(content);
}

/** @throws UsageError when one of the files exists */
function refuseToOverwrite(files: readonly { readonly file: string; readonly path: string }[]): void {
  for (const { file, path } of files)
    if (existsSync(path))
      throw new UsageError(`${file} exists; nothing was written: --force overwrites it, --out names another file`);
}

/** Does something for which files must be there; where it fails, they are again as they were before. */
async function beside<T>(files: readonly NamedFile[], action: () => Promise<T>): Promise<T> {
  const before = files.map(({ path }) => ({ path, content: existsSync(path) ? readWhole(path) : undefined }));
  try {
    for (const { path, content } of files) writeWhole(path, content);
    return await action();
  } catch (error) {
    for (const { path, content } of before)
      if (content === undefined) rmSync(path, { force: true });
      else writeWhole(path, content);
    throw error;
  }
}

/** Findings about the config itself and about the marks of adoption, which cannot be acknowledged. */
const OF_THE_CONFIG = /^(?:CFG|ADO|LOCK)-/;

/** A finding about what AWS has. */
function asToday(each: Diagnostic): Diagnostic {
  if (OF_THE_CONFIG.test(each.code)) return each;
  const fix = `${each.fix}; or acknowledge it with a reason, which counts until the argument changes`;
  return { ...each, message: `${each.message}; it is so in AWS today`, fix };
}

/** Prints what the plans do, or why there are none. Returns whether they change nothing. */
function printProofs(proofs: readonly Proof[] | string, context: Context): boolean {
  if (typeof proofs === "string") {
    context.err(
      `cdktf-cognito: nothing has proved that a plan changes nothing: ${proofs}\n--plugin-dir names a filesystem mirror of the AWS provider, --no-plan leaves the proof out\n`,
    );
    return false;
  }
  for (const proof of proofs) context.out(proofText(proof));
  const leftOut = proofs.flatMap((proof) => proof.leftOut);
  if (leftOut.length > 0)
    context.err(
      `cdktf-cognito: nothing has proved that a plan changes nothing of ${count(leftOut.length, "object")}: see what is not proved; where a later AWS provider can be had, terraform init and terraform plan in the folder that synth writes show it\n--plugin-dir names a filesystem mirror that has one, --no-plan leaves the proof out\n`,
    );
  const isNeutral = proofs.every(({ wrong }) => wrong.length === 0);
  if (!isNeutral)
    context.err("cdktf-cognito: an apply of this config would change what is in AWS today: see what is not neutral\n");
  return isNeutral && leftOut.length === 0;
}

/** The pools of the folder or the state, or the one that is read from AWS. */
async function readPools(
  source: string | undefined,
  { userPoolId, region, endpoint }: AdoptOptions,
  { cwd, progress }: Context,
): Promise<StatePools> {
  if ((source === undefined) === (userPoolId === undefined))
    throw new UsageError("name one of both: what the AWS CLI or Terraform printed, or --user-pool-id");
  if (source !== undefined) {
    const path = resolve(cwd, source);
    return statSync(path).isDirectory() ? { pools: readDescribed(path), addresses: [] } : readStatePools(path, source);
  }
  const own = regionOfPool({ Id: userPoolId });
  if (!/^[a-z]+(?:-[a-z]+)+-\d+$/.test(own) || (region ?? own) !== own)
    throw new UsageError(`${userPoolId} is not a pool of ${region ?? "any Region"}: its id begins with its Region`);
  const { readLive } = require("../../adopt/live-pool") as typeof import("../../adopt/live-pool");
  const pool = await readLive({ userPoolId: userPoolId as string, region: own, endpoint, progress });
  return { pools: [pool], addresses: [] };
}

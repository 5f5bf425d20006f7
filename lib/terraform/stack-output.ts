import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { UsageError } from "../usage-error";
import { replaceOutput } from "./output-folder";

/** Files of a stack that synthesis writes; all others in its folder belong to Terraform or to people, and stay. */
export const STACK_FILES = ["cdk.tf.json", "cdk.tf", "rules.tf", "secret-hash-proxy.zip", "metadata.json"];
/** Where cdktf lists the stacks of a folder; its command line removes the folders of all others. */
const MANIFEST = "manifest.json";
/** Which config wrote which stack of a folder. */
const OWNERS = "cdktf-cognito.json";

/** The config that wrote each stack, as a path from the output folder, so that every machine writes the same. */
type Owners = Readonly<Record<string, string>>;

export interface StackOutput {
  /** Path of the config that describes the stacks. */
  readonly config: string;
  /** Stacks that the config describes but that are not written now; what an earlier run wrote of them stays. */
  readonly retained: readonly string[];
  /** Writes `stacks/<stack>/` and the manifest into a folder. */
  readonly write: (staging: string) => void;
}

/**
 * Replaces the stacks that one config wrote into an output folder by new ones, all or nothing. Stacks that another
 * config or another CDKTF app wrote there stay, with their entries in the manifest.
 *
 * @returns the stacks in the folder that the config did not write
 * @throws UsageError when one of them has the name of a stack that would be written
 */
export function replaceStacks(folder: string, { config, retained, write }: StackOutput): readonly string[] {
  const owner = relative(folder, resolve(config)).split(sep).join("/");
  let foreign: readonly string[] = [];
  replaceOutput(folder, {
    write,
    generated: (root) => {
      const owned = root === folder ? stacksOf(readOwners(folder), owner) : stacksIn(root);
      return [
        ...filesOf(
          root,
          owned.filter((stack) => !retained.includes(stack)),
        ),
        MANIFEST,
      ];
    },
    around: (staging, move) => {
      const fresh = stacksIn(staging);
      const owners = readOwners(folder);
      const own = stacksOf(owners, owner);
      foreign = stacksIn(folder).filter((stack) => !own.includes(stack));
      const taken = fresh.find((stack) => foreign.includes(stack) && !isAbandoned(folder, owners[stack]));
      if (taken !== undefined) throw new UsageError(takenMessage(folder, taken, owner, owners[taken]));
      foreign = foreign.filter((stack) => !fresh.includes(stack));

      completeManifest(folder, staging, [...foreign, ...retained]);
      const others = Object.fromEntries(Object.entries(owners).filter(([stack]) => foreign.includes(stack)));
      const owned = (stacks: readonly string[]) => Object.fromEntries(stacks.map((stack) => [stack, owner]));
      // Until the moves are done both old and new stacks are owned, so that the next run can complete a killed one.
      writeOwners(folder, staging, { ...others, ...owned([...own, ...fresh]) });
      move();
      writeOwners(folder, staging, { ...others, ...owned(stacksIn(folder).filter((name) => !foreign.includes(name))) });
    },
  });
  return foreign;
}

/** The stacks of a folder that have generated files. */
function stacksIn(folder: string): string[] {
  const stacks = join(folder, "stacks");
  const names = existsSync(stacks) ? readdirSync(stacks).sort() : [];
  return names.filter((name) => filesOf(folder, [name]).length > 0);
}

function filesOf(folder: string, stacks: readonly string[]): string[] {
  const paths = stacks.flatMap((stack) => STACK_FILES.map((file) => join("stacks", stack, file)));
  return paths.filter((path) => existsSync(join(folder, path)));
}

function stacksOf(owners: Owners, owner: string): string[] {
  return Object.keys(owners).filter((stack) => owners[stack] === owner);
}

/** A config that was renamed or removed has no claim on its stacks. */
function isAbandoned(folder: string, owner: string | undefined): boolean {
  return owner !== undefined && !existsSync(resolve(folder, owner));
}

function takenMessage(folder: string, stack: string, config: string, owner: string | undefined): string {
  const from = owner === undefined ? "by another program" : `from ${owner}`;
  return `${join(folder, "stacks", stack)} was written ${from}, not from ${config}; choose another output folder (--out DIR, or "output" in cdktf.json), or remove that stack's folder`;
}

/** Adds what the manifest of the folder says of stacks that stay; nothing when there is none, or a damaged one. */
function completeManifest(folder: string, staging: string, staying: readonly string[]): void {
  const fresh = readJson(join(staging, MANIFEST)) as { stacks?: object };
  const before = Object.entries((readJson(join(folder, MANIFEST)) as { stacks?: object }).stacks ?? {});
  const stacks = { ...Object.fromEntries(before.filter(([stack]) => staying.includes(stack))), ...fresh.stacks };
  writeFileSync(join(staging, MANIFEST), JSON.stringify({ ...fresh, stacks: sorted(stacks) }, null, 2));
}

function readOwners(folder: string): Owners {
  const { stacks } = readJson(join(folder, OWNERS)) as { stacks?: unknown };
  return typeof stacks === "object" && stacks !== null ? (stacks as Owners) : {};
}

/** Replaces the record as a whole, so that no run reads half of it. */
function writeOwners(folder: string, staging: string, stacks: Owners): void {
  writeFileSync(join(staging, OWNERS), `${JSON.stringify({ stacks: sorted(stacks) }, null, 2)}\n`);
  renameSync(join(staging, OWNERS), join(folder, OWNERS));
}

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, "utf8")) ?? {};
  } catch {
    return {};
  }
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

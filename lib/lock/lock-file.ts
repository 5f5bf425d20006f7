import { existsSync, readFileSync } from "node:fs";
import { dirname, join, parse, relative, resolve } from "node:path";
import { z } from "zod";
import { mergeConflictIn } from "../config/merge-conflict";
import { formatPath } from "../config/problem";
import { writeWhole } from "../write-whole";
import type { Lock, LockedPool } from "./lock";

const VERSION = 1;

const lockedPool = z.strictObject({
  adopted: z.string().optional(),
  adoptedClients: z.record(z.string(), z.string()).optional(),
  errors: z.record(z.string(), z.string()).optional(),
  usernameAttributes: z.array(z.string()).optional(),
  aliasAttributes: z.array(z.string()).optional(),
  caseSensitive: z.union([z.boolean(), z.literal("unset")]).optional(),
  attributes: z
    .record(
      z.string(),
      z.strictObject({
        type: z.string(),
        required: z.boolean(),
        mutable: z.boolean(),
        minLength: z.number().optional(),
        maxLength: z.number().optional(),
        minValue: z.number().optional(),
        maxValue: z.number().optional(),
      }),
    )
    .optional(),
  clients: z.array(z.string()),
  proxied: z.array(z.string()).optional(),
  generations: z.record(z.string(), z.strictObject({ existing: z.array(z.number()), highest: z.number() })).optional(),
});

const lockFile = z.strictObject({
  version: z.literal(VERSION),
  pools: z.record(z.string(), z.record(z.string(), lockedPool)),
});

/** A lock file as far as it could be read. */
export interface LockFile {
  /** As a person would name it: relative to where the command runs. */
  readonly file: string;
  readonly path: string;
  /** `undefined` when there is no lock file, or it is `unreadable`. */
  readonly lock?: Lock;
  /** Why the file cannot be read, and what to do. */
  readonly unreadable?: UnreadableLock;
}

interface UnreadableLock {
  readonly why: string;
  readonly fix: string;
}

/**
 * Reads the lock file of a config: `userpools.lock.json` beside `userpools.yaml` or `userpools.config.ts`,
 * `userpools.eu.lock.json` beside `userpools.eu.yaml`. Never throws for its content.
 */
export function readLock(config: string, cwd: string): LockFile {
  const path = join(dirname(resolve(cwd, config)), `${parse(config).name.replace(/\.config$/, "")}.lock.json`);
  const shown = relative(cwd, path);
  const named = { file: (shown.startsWith("..") ? path : shown).replaceAll("\\", "/"), path };
  if (!existsSync(path)) return named;
  const read = readLockText(path);
  return "lock" in read ? { ...named, lock: read.lock } : { ...named, unreadable: read };
}

const RESTORE = "restore it from the last good commit, or remove it and create a new one: cdktf-cognito lock";

function readLockText(path: string): { readonly lock: Lock } | UnreadableLock {
  let text: string;
  try {
    text = new TextDecoder().decode(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") return { why: "it is a folder", fix: "move the folder: this is the name of the lock file" };
    return { why: `${code}`, fix: "check its permissions" };
  }
  if (text.trim() === "") return { why: "it is empty", fix: RESTORE };
  const conflict = mergeConflictIn(text);
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  if (conflict) return { why: `a merge conflict begins in line ${lineOf(conflict.range[0])}`, fix: conflict.fix };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: notJson(text), fix: RESTORE };
  }
  const { version } = (value ?? {}) as { version?: unknown };
  if (typeof version === "number" && version > VERSION)
    return { why: `it has version ${version}; supported is version ${VERSION}`, fix: "use a newer cdktf-cognito" };
  const parsed = lockFile.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { why: `${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not a lock"}`, fix: RESTORE };
  }
  const twice = duplicateIn(text, value);
  if (twice !== undefined) return { why: `it has ${twice} twice`, fix: "join both into one" };
  return { lock: parsed.data.pools as Lock };
}

function notJson(text: string): string {
  const { unreadable, position } = jsonFile().readJson("", text);
  const { message = "not JSON", range = [0, 0] } = unreadable[0] ?? {};
  return `it is ${message}, in line ${position(range)?.line}`;
}

/** A key that an object has twice, as a merge leaves it; JSON has the last one count. */
function duplicateIn(text: string, value: unknown): string | undefined {
  const compact = (json: string) => json.replace(/\s/g, "");
  if (compact(text).length === compact(JSON.stringify(value)).length) return undefined;
  const [duplicate] = jsonFile().readJson("", text).duplicates;
  return duplicate && formatPath(duplicate);
}

/** Loaded for a file that something is wrong with, with all of YAML. */
function jsonFile(): typeof import("../config/json-file") {
  return require("../config/json-file");
}

/** Writes a lock file, whole or not at all. The same lock gives the same bytes. */
export function writeLock({ path }: LockFile, lock: Lock): void {
  writeWhole(path, formatLock(lock));
}

/** A lock as text: keys in order, an attribute to a line, so that two branches that each add one merge. */
export function formatLock(lock: Lock): string {
  const pools = sorted(lock, (environments) => sorted(environments, (pool: LockedPool) => pool));
  return `${JSON.stringify({ version: VERSION, pools }, null, 2).replace(ATTRIBUTE, (_, head: string, body: string) => `${head}{ ${body.trim().replace(/\s*\n\s*/g, " ")} }`)}\n`;
}

/** An attribute as `JSON.stringify` spreads it over lines: the only objects that begin with `type`. */
const ATTRIBUTE = /(": )\{\n(\s+"type": "[^{}]*?)\n\s+\}/g;

function sorted<T, U>(record: Readonly<Record<string, T>>, map: (item: T) => U): Record<string, U> {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map((key) => [key, map(record[key] as T)]));
}

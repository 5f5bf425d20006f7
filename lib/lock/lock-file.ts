import { existsSync, readFileSync } from "node:fs";
import { dirname, join, parse, relative, resolve } from "node:path";
import { z } from "zod";
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
  /** Why the file cannot be read. */
  readonly unreadable?: string;
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
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    return { ...named, unreadable: `it is not JSON: ${(error as Error).message.split("\n")[0]}` };
  }
  const { version } = (value ?? {}) as { version?: unknown };
  if (typeof version === "number" && version > VERSION)
    return { ...named, unreadable: `it has version ${version}; supported is version ${VERSION}` };
  const parsed = lockFile.safeParse(value);
  if (parsed.success) return { ...named, lock: parsed.data.pools as Lock };
  const issue = parsed.error.issues[0];
  return { ...named, unreadable: `${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not a lock"}` };
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

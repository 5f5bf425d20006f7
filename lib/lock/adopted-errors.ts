import { createHash } from "node:crypto";
import type { ClientModel, PoolModel } from "../model/model";
import { originOf } from "../model/source";
import { adoptedErrors, type RuleViolation } from "../rules/check";
import { lockedKey } from "./locked-key";

/** The fingerprints of errors of adopted objects: `client web OAU-02`, `pool SMS-03`. */
export type LockedErrors = Readonly<Record<string, string>>;

/** What of a locked pool says what was adopted, and with which errors. */
interface LockedMarks {
  readonly adopted?: string;
  readonly adoptedClients?: Readonly<Record<string, string>>;
  readonly errors?: LockedErrors;
  readonly clients: readonly string[];
}

/**
 * The errors of adopted objects to lock: all of an object when it is locked as adopted for the first time, since AWS has
 * it so; later those of them that are still the same.
 */
export function lockErrors(pool: PoolModel, before: LockedMarks | undefined): LockedErrors {
  const found = Object.entries(fingerprints(pool)).filter(
    ([, { rule, client, print }]) => isNew(client, before) || lockedPrint(rule, client, before) === print,
  );
  return Object.fromEntries(
    found.map(([name, { print }]) => [name, print]).sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  );
}

/** Whether the pool, or a client of it, was not locked as adopted before. */
function isNew(client: ClientModel | undefined, before: LockedMarks | undefined): boolean {
  if (before === undefined) return true;
  if (client === undefined) return before.adopted === undefined;
  return before.adoptedClients?.[lockedKey(client, before) ?? client.key] === undefined;
}

/** Errors that are acknowledged, and that no adopted object had when it was locked. */
export function errorViolations(pool: PoolModel, locked: LockedMarks | undefined): RuleViolation[] {
  return Object.values(fingerprints(pool)).flatMap(({ rule, client, print }): RuleViolation[] => {
    const subject = client ?? pool;
    const was = lockedPrint(rule, client, locked);
    if (!(rule in subject.acknowledge) || was === print) return [];
    const { path } = originOf(subject.source, ["acknowledge", rule]);
    const why =
      locked === undefined
        ? "no lock file says that AWS has it so"
        : was === undefined
          ? "it was no error of what was adopted"
          : "the argument has another value than what was adopted";
    const fix =
      locked === undefined ? "record it: cdktf-cognito lock" : "fix the argument, or write it as it was adopted";
    return [
      { rule: "LOCK-05", severity: "error", path, target: "key", message: `${rule} is acknowledged, and ${why}`, fix },
    ];
  });
}

/** The locked fingerprint of an error; of a client that got another key, that under its old one. */
function lockedPrint(rule: string, client: ClientModel | undefined, locked?: LockedMarks): string | undefined {
  if (locked === undefined) return undefined;
  return locked.errors?.[nameOf(rule, client && (lockedKey(client, locked) ?? client.key))];
}

function nameOf(rule: string, client: string | undefined): string {
  return client === undefined ? `pool ${rule}` : `client ${client} ${rule}`;
}

interface Fingerprint {
  readonly rule: string;
  readonly client: ClientModel | undefined;
  readonly print: string;
}

/** What each rule says of an object, and what is written, in few letters. */
function fingerprints(pool: PoolModel): Readonly<Record<string, Fingerprint>> {
  const said = new Map<string, { rule: string; client: ClientModel | undefined; texts: string[] }>();
  for (const { rule, client, said: text } of adoptedErrors(pool)) {
    const name = nameOf(rule, client);
    const found = said.get(name) ?? { rule, client: pool.clients.find(({ key }) => key === client), texts: [] };
    // some messages name the client, which may get another key
    const [message, written] = text;
    const unnamed = client === undefined ? message : message.replaceAll(`client ${client}`, "the client");
    found.texts.push(JSON.stringify([unnamed, written]));
    said.set(name, found);
  }
  const print = (texts: readonly string[]) =>
    createHash("sha256")
      .update([...texts].sort().join("\n"))
      .digest("hex")
      .slice(0, 16);
  return Object.fromEntries([...said].map(([name, { texts, ...each }]) => [name, { ...each, print: print(texts) }]));
}

import { LOSABLE, type ResourceKind } from "../cognito/resources";
import type { Config } from "../config/schema";
import type { AllowDestroy } from "../model/model";
import { same } from "../model/same";
import { overlay, type Path, part, type Source, written } from "../model/source";
import { quoted } from "../text/quoted";
import type { Difference, Verdict } from "./change";
import type { PoolDifferences } from "./compare-pools";

import { difference } from "./language/facet";

/** One object that a config may allow to be destroyed. */
interface Subject {
  /** In a sentence: `the pool`. */
  readonly what: string;
  /** Keys from the pool. */
  readonly at: Path;
  readonly source: Source | undefined;
  readonly client?: string;
}

/**
 * What the gate allows to be destroyed and did not before, and the other way round. Read from the configs, not the
 * models: what is to be destroyed is in the file, but in no environment (`only: []`).
 */
export function compareAllowances(base: Config | undefined, head: Config | undefined): PoolDifferences[] {
  const keys = (part: "pools" | "environments") => Object.keys({ ...head?.[part], ...base?.[part] });
  return keys("pools").flatMap((pool) =>
    keys("environments").flatMap((environment) => {
      const [before, after] = [poolSource(base, pool, environment), poolSource(head, pool, environment)];
      const differences = LOSABLE.flatMap((kind) => compareKind(kind, before, after));
      return differences.length === 0 ? [] : [{ environment, pool, clients: [], differences }];
    }),
  );
}

/** A pool as it is written for an environment; nothing where the config has no such pool or environment. */
function poolSource(config: Config | undefined, pool: string, environment: string): Source {
  const root = written(config, []);
  const surroundings = part(part(root, "environments"), environment);
  const source = surroundings && overlay(part(part(root, "pools"), pool), part(part(surroundings, "pools"), pool));
  return source ?? written({}, ["pools", pool]);
}

/** Object by object; a renamed client keeps its allowance. */
function compareKind(kind: ResourceKind, before: Source, after: Source): Difference[] {
  const was = subjects(kind, before);
  const compared = [...subjects(kind, after)].map(([key, subject]) => {
    const former = was.has(key) ? key : (part(subject.source, "renamedFrom")?.value as string | undefined);
    const known = former === undefined ? undefined : was.get(former);
    if (former !== undefined) was.delete(former);
    return [known?.source, subject.source, subject] as const;
  });
  const removed = [...was.values()].map((subject) => [subject.source, undefined, subject] as const);
  return [...compared, ...removed].flatMap(([known, now, subject]) => compare(subject, known, now, before, after));
}

function subjects({ key, secondKey, noun, per }: ResourceKind, pool: Source): Map<string, Subject> {
  if (key === undefined) return new Map([["", { what: "the pool", at: [], source: pool }]]);
  if (per === "pool")
    return new Map(
      [key, ...(secondKey === undefined ? [] : [secondKey])].map((each) => [
        each,
        { what: each === key ? `the ${noun}` : `the second ${noun}`, at: [each], source: part(pool, each) },
      ]),
    );
  const all = part(pool, key);
  return new Map(
    Object.keys((all?.value as object | undefined) ?? {}).map((name) => [
      name,
      key === "clients"
        ? { what: "the client", at: [key, name], source: part(all, name), client: name }
        : { what: `${noun} ${quoted(name)}`, at: [key, name], source: part(all, name) },
    ]),
  );
}

function compare(
  { what, at, client }: Subject,
  known: Source | undefined,
  now: Source | undefined,
  base: Source,
  head: Source,
): Difference[] {
  const [before, after] = [allowance(known), allowance(now)];
  if (same(before, after)) return [];
  const values = { at: [...at, "allowDestroy"], before: before ?? null, after: after ?? null };
  const found = difference({ ...meaning(what, before, after), ...values }, { source: base }, { source: head });
  return [client === undefined ? found : { ...found, client }];
}

function meaning(what: string, before: AllowDestroy | undefined, after: AllowDestroy | undefined): Verdict {
  if (after === undefined)
    return {
      risk: "notes",
      what: `the gate no longer allows ${what} to be destroyed or replaced; before: ${terms(before as AllowDestroy)}`,
      why: "protection is switched on",
    };
  const longer = before === undefined || after.until > before.until;
  return {
    risk: longer ? "opens" : "changes",
    what: `the gate allows ${what} to be destroyed or replaced ${terms(after)}`,
    why: longer ? "protection is switched off" : "protection was off before, at least as long",
  };
}

function terms({ until, reason }: AllowDestroy): string {
  return `until ${quoted(until)}, because ${quoted(reason)}`;
}

function allowance(source: Source | undefined): AllowDestroy | undefined {
  return part(source, "allowDestroy")?.value as AllowDestroy | undefined;
}

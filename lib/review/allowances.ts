import type { Config } from "../config/schema";
import type { AllowDestroy } from "../model/model";
import { overlay, type Path, part, type Source, written } from "../model/source";
import type { Difference, Verdict } from "./change";
import type { PoolDifferences } from "./compare-pools";
import { same } from "./effective";
import { difference } from "./facet";
import { quoted } from "./wording";

/**
 * What the gate lets through now and did not before, and the other way round. Read from the configs, not the models:
 * what is to be destroyed stands in the file and exists nowhere (`only: []`).
 */
export function compareAllowances(base: Config | undefined, head: Config | undefined): PoolDifferences[] {
  const keys = (part: "pools" | "environments") => Object.keys({ ...head?.[part], ...base?.[part] });
  return keys("pools").flatMap((pool) =>
    keys("environments").flatMap((environment) => {
      const [before, after] = [poolSource(base, pool, environment), poolSource(head, pool, environment)];
      const differences = [
        ...compare("the pool", [], before, after, before, after),
        ...clientAllowances(before, after),
      ];
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

/** Client by client; one that is renamed takes its allowance along. */
function clientAllowances(before: Source, after: Source): Difference[] {
  const [was, is] = [clients(before), clients(after)];
  const renamed = [...is].map(([key, client]) => {
    const former = was.has(key) ? key : (part(client, "renamedFrom")?.value as string | undefined);
    const known = former === undefined ? undefined : was.get(former);
    if (former !== undefined) was.delete(former);
    return [key, known, client] as const;
  });
  const gone = [...was].map(([key, client]) => [key, client, undefined] as const);
  return [...renamed, ...gone].flatMap(([key, known, client]) =>
    compare("the client", ["clients", key], known, client, before, after).map((each) => ({ ...each, client: key })),
  );
}

function compare(
  what: string,
  at: Path,
  known: Source | undefined,
  now: Source | undefined,
  base: Source,
  head: Source,
): Difference[] {
  const [before, after] = [allowance(known), allowance(now)];
  if (same(before, after)) return [];
  const values = { at: [...at, "allowDestroy"], before: before ?? null, after: after ?? null };
  return [difference({ ...meaning(what, before, after), ...values }, { source: base }, { source: head })];
}

function meaning(what: string, before: AllowDestroy | undefined, after: AllowDestroy | undefined): Verdict {
  const through = `a destruction or replacement of ${what} through`;
  if (after === undefined)
    return {
      risk: "notes",
      what: `the gate no longer lets ${through}: before, ${terms(before as AllowDestroy)}`,
      why: "protection is switched on",
    };
  const longer = before === undefined || after.until > before.until;
  return {
    risk: longer ? "opens" : "changes",
    what: `the gate lets ${through} ${terms(after)}`,
    why: longer ? "protection is switched off" : "protection was switched off before, and no earlier",
  };
}

function terms({ until, reason }: AllowDestroy): string {
  return `until ${quoted(until)}, because ${quoted(reason)}`;
}

function clients(pool: Source): Map<string, Source> {
  const all = part(pool, "clients");
  return new Map(Object.keys((all?.value as object | undefined) ?? {}).map((key) => [key, part(all, key) as Source]));
}

function allowance(source: Source | undefined): AllowDestroy | undefined {
  return part(source, "allowDestroy")?.value as AllowDestroy | undefined;
}

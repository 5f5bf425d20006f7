import { RESOURCES } from "../cognito/resources";
import { kindOf, nameOf } from "../gate/objects";
import type { Plan, ResourceChange } from "../gate/plan-file";
import { same } from "../model/same";
import { listed, quoted } from "../text/quoted";
import type { ObservedObject } from "./objects";

/** Something that the next apply changes, and that was not changed in AWS since the last one. */
export interface Pending {
  readonly address: string;
  readonly what: string;
}

/** What a plan changes beside undoing what changed in AWS. */
export function pendingChanges(plan: Plan, changed: readonly ObservedObject[]): Pending[] {
  return (plan.resource_changes ?? [])
    .filter(({ mode, deposed }) => mode === "managed" && deposed === undefined)
    .flatMap((object) => {
      const drifted = changed.find(({ address }) => address === object.address);
      const what = pending(object, drifted);
      if (what === undefined) return [];
      const kind = kindOf(object);
      const noun = kind === undefined ? object.type : RESOURCES[kind].noun;
      return [{ address: object.address, what: `${noun} ${quoted(nameOf(object))}: the next apply ${what}` }];
    });
}

function pending({ change }: ResourceChange, drifted: ObservedObject | undefined): string | undefined {
  const { actions, importing } = change;
  const does = (action: string) => actions.includes(action);
  if (importing !== undefined) return "imports it";
  if (does("create") && does("delete")) return "replaces it";
  if (does("create")) return drifted?.after === null ? undefined : "creates it";
  if (does("delete")) return "destroys it";
  if (does("forget")) return "removes it from the state";
  if (!does("update")) return undefined;
  const names = different(change.before, change.after).filter(
    (name) => drifted === undefined || same(drifted.before?.[name], drifted.after?.[name]),
  );
  return names.length === 0 ? undefined : `changes ${listed(names)}`;
}

function different(before: ResourceChange["change"]["before"], after: ResourceChange["change"]["after"]): string[] {
  return Object.keys({ ...before, ...after }).filter((name) => !same(before?.[name] ?? null, after?.[name] ?? null));
}

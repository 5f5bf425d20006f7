import { type LoadedConfig, loadSource } from "../config/load";
import { formatPath } from "../config/problem";
import type { Plan } from "../gate/plan-file";
import { placeAt } from "../judge/addresses";
import { type Place, planConfig } from "../judge/plan-config";
import { planSource } from "../judge/plan-source";
import type { ObservedObject, Values } from "./objects";

/** What the state had and what AWS has, as two configs in which every object has the same key. */
export interface Models {
  readonly before: LoadedConfig;
  readonly after: LoadedConfig;
  readonly places: readonly Place[];
  /** Addresses of objects that no config can describe. */
  readonly notDescribed: ReadonlySet<string>;
}

/** Describes objects as configs. Whatever no config can describe is left out of both. */
export function modelsOf(plan: Plan, objects: readonly ObservedObject[]): Models {
  const describe = (of: (object: ObservedObject) => Values | null) => planConfig(planWith(plan, objects, of));
  // what is gone comes last, so an object has the same key on both sides
  const all = describe(({ before, after }) => before ?? after);
  const sides = [describe(({ before }) => before), describe(({ after }) => after)] as const;
  const [before, after] = sides.map(({ config }) => loadSource(planSource(config))) as [LoadedConfig, LoadedConfig];
  const known = new Set(all.places.map(({ address }) => address));
  const wrong = sides.flatMap(({ places, notKnown }, side) => [
    ...(side === 0 ? before : after).problems.map(({ path }) => placeAt(formatPath(path), places)?.address ?? ""),
    ...notKnown.flatMap(({ address, isLeftOut }) => (isLeftOut ? [address] : [])),
  ]);
  const leftOut = wrong.includes("") ? known : new Set(wrong);
  if (leftOut.size === 0) return { before, after, places: all.places, notDescribed: new Set() };
  const rest = objects.filter(({ address }) => known.has(address) && !leftOut.has(address));
  const others = modelsOf(plan, rest);
  return { ...others, notDescribed: new Set([...leftOut, ...others.notDescribed]) };
}

/** A plan in which exactly these objects are planned, with everything known. */
function planWith(plan: Plan, objects: readonly ObservedObject[], of: (object: ObservedObject) => Values | null): Plan {
  return {
    format_version: plan.format_version,
    configuration: plan.configuration,
    variables: plan.variables,
    resource_changes: objects.map((object) => ({
      address: object.address,
      mode: "managed",
      type: object.type,
      name: object.name,
      change: { actions: ["no-op"], before: null, after: of(object) as Record<string, unknown> | null },
    })),
  };
}

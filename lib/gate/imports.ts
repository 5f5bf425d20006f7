import { RESOURCES, type Resource, type ResourceKind } from "../cognito/resources";
import { same } from "../model/same";
import { count, listed, quoted } from "../text/quoted";
import { isLost } from "./destruction";
import { kindOf, nameOf } from "./objects";
import type { ResourceChange } from "./plan-file";
import { type GateDiagnostic, noted } from "./verdict";

/** An object that exists, and that a plan takes into the state; one that would be replaced as well is refused elsewhere. */
export function importDiagnostics(object: ResourceChange): GateDiagnostic[] {
  const { address, change, previous_address: from } = object;
  if (change.importing === undefined || isLost(object)) return [];
  const { noun } = RESOURCES[kindOf(object) as Resource];
  const { id } = change.importing;
  const changed = change.actions.includes("update") ? changedArguments(object) : [];
  const message = `${noun} ${quoted(nameOf(object))} is imported${id === undefined ? "" : ` as ${quoted(id)}`}`;
  if (changed.length === 0)
    return [
      noted("import", address, {
        message: from === undefined ? message : `${message}, where ${quoted(from)} was`,
        why: "it exists in AWS, where nothing changes",
      }),
    ];
  return [
    noted("import", address, {
      message: `${message}, and updated in the same apply: ${listed(changed)}`,
      why: `${count(changed.length, "argument")} of the configuration ${changed.length === 1 ? "differs" : "differ"} from what AWS has`,
      fix: "if the change is not meant, write what AWS has, or leave the argument unset (docs/adopt.md)",
    }),
  ];
}

/** Terraform's names of the arguments that an update changes. */
function changedArguments({ type, change: { before, after, after_unknown: unknown } }: ResourceChange): string[] {
  const kind = Object.values<ResourceKind>(RESOURCES).find((each) => each.type === type);
  const names = new Set(Object.values(kind?.arguments ?? {}).map(({ terraform }) => terraform.split(".")[0] as string));
  const isUnknown = (name: string) =>
    JSON.stringify((unknown as Record<string, unknown> | undefined)?.[name])?.includes("true");
  return [...names].filter((name) => !same(before?.[name] ?? null, after?.[name] ?? null) || isUnknown(name)).sort();
}

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

/** What a plan that imports also creates, updates, or destroys among the other objects. */
export function changesBesideImports(changes: readonly ResourceChange[]): GateDiagnostic[] {
  if (!changes.some(({ change }) => change.importing !== undefined)) return [];
  const others = changes.filter(
    ({ change: { importing, actions } }) => importing === undefined && actions.some((action) => !QUIET.has(action)),
  );
  if (others.length === 0) return [];
  return [
    noted("import", "", {
      message: `the plan also changes ${count(others.length, "object")} that it does not import: ${listed(others.map(({ address }) => address))}`,
      why: "a plan that only imports shows that Terraform manages what exists; other changes in it are applied at once",
      fix: "import first, and make other changes in another pull request",
    }),
  ];
}

const QUIET = new Set(["no-op", "read"]);

/** Terraform's names of the arguments that an update changes. */
function changedArguments({ type, change: { before, after, after_unknown: unknown } }: ResourceChange): string[] {
  const kind = Object.values<ResourceKind>(RESOURCES).find((each) => each.type === type);
  const names = new Set(Object.values(kind?.arguments ?? {}).map(({ terraform }) => terraform.split(".")[0] as string));
  const isUnknown = (name: string) =>
    JSON.stringify((unknown as Record<string, unknown> | undefined)?.[name])?.includes("true");
  return [...names].filter((name) => !same(before?.[name] ?? null, after?.[name] ?? null) || isUnknown(name)).sort();
}

import { isStandard, MOST_ADDED } from "../lock/additions";
import { same } from "../model/same";
import { quoted } from "../text/quoted";
import { shownValue } from "../text/shown";
import type { Judgement } from "./judge";
import type { ResourceChange } from "./plan-file";

/** One `schema` block, as Terraform plans it. */
interface Attribute {
  readonly name: string;
  readonly [property: string]: unknown;
}

const WHY =
  'AWS refuses it, and the apply fails though the plan shows an update: "cannot modify or remove schema items"';

/** Attributes that a plan changes, removes or adds as AWS or the provider cannot: the plan shows a harmless update. */
export function schemaBreaches({ address, change }: ResourceChange): Judgement[] {
  if (!change.actions.includes("update")) return [];
  const refused = (what: string, fix: string): Judgement => ({ verdict: "refused", address, what, why: WHY, fix });
  const before = attributes(change.before);
  const after = attributes(change.after);
  if (after === undefined || isUnknown(change.after_unknown)) {
    if (before === undefined || before.length === 0) return [];
    return [refused("the schema is known only after the apply", "plan with every value of the schema known")];
  }
  const left = new Map(after.map((attribute) => [attribute.name, attribute]));
  const altered = (before ?? []).flatMap((was) => {
    const is = left.get(was.name);
    if (is === undefined)
      return [refused(`attribute ${quoted(was.name)} would be removed`, "declare it again, and leave it unused")];
    const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !same(was[key], is[key]));
    return changed.map((key) =>
      refused(
        `attribute ${quoted(was.name)} would change: ${key.replaceAll("_", " ")} ${value(is[key])} instead of ${value(was[key])}`,
        "write what is in the state, and add an attribute of another name beside it",
      ),
    );
  });
  const known = new Set(before?.map(({ name }) => name));
  const added = after.map(({ name }) => name).filter((name) => !known.has(name));
  return [...altered, ...additionBreaches(address, added)];
}

/** Attributes that the provider would add otherwise than they are declared, or too many at once. */
function additionBreaches(address: string, added: readonly string[]): Judgement[] {
  const custom = added.filter((name) => !isStandard(name)).length;
  const standard = added.filter(isStandard).map(
    (name): Judgement => ({
      verdict: "refused",
      address,
      what: `attribute ${quoted(name)} would be added as ${quoted(`custom:${name}`)}`,
      why: "the AWS provider adds every later attribute as a custom one, which can never be removed",
      fix: "leave it undeclared: every pool has it; keep other limits in the app",
    }),
  );
  if (custom <= MOST_ADDED) return standard;
  const many: Judgement = {
    verdict: "refused",
    address,
    what: `${custom} attributes would be added at once`,
    why: `the AWS provider adds them in one call, and AWS takes ${MOST_ADDED} in one`,
    fix: `add ${MOST_ADDED}, apply, then the others`,
  };
  return [...standard, many];
}

function attributes(values: Readonly<Record<string, unknown>> | null): readonly Attribute[] | undefined {
  const schema = values?.schema;
  return Array.isArray(schema) ? (schema as Attribute[]) : undefined;
}

/** Whether any part of the planned schema is unknown. */
function isUnknown(unknown: unknown): boolean {
  const schema = (unknown as { schema?: unknown } | undefined)?.schema;
  return schema === true || (Array.isArray(schema) && schema.some((each) => JSON.stringify(each).includes("true")));
}

/** A block of constraints, or a plain value. */
function value(value: unknown): string {
  return shownValue(Array.isArray(value) && typeof value[0] === "object" ? value[0] : value);
}

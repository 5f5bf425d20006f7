import { STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { ATTRIBUTES_PER_CALL } from "../cognito/quotas";
import { same } from "../model/same";

import { quoted } from "../text/quoted";
import { shownValue } from "../text/shown";
import type { ResourceChange } from "./plan-file";
import { type GateDiagnostic, refused } from "./verdict";

/** One `schema` block, as Terraform plans it. */
interface Attribute {
  readonly name: string;
  readonly [property: string]: unknown;
}

const WHY =
  'AWS refuses it, and the apply fails although the plan shows an update: "cannot modify or remove schema items"';

/** Attributes that a plan changes, removes or adds as AWS or the provider cannot: the plan shows a harmless update. */
export function schemaChanges({ address, change }: ResourceChange): GateDiagnostic[] {
  if (!change.actions.includes("update")) return [];
  const refuse = (message: string, fix: string) => refused("schema-change", address, { message, why: WHY, fix });
  const before = attributes(change.before);
  const after = attributes(change.after);
  if (after === undefined || isUnknown(change.after_unknown)) {
    if (before === undefined || before.length === 0) return [];
    return [refuse("the schema is known only after the apply", "plan with every value of the schema known")];
  }
  const planned = new Map(after.map((attribute) => [attribute.name, attribute]));
  const altered = (before ?? []).flatMap((was) => {
    const is = planned.get(was.name);
    if (is === undefined)
      return [refuse(`attribute ${quoted(was.name)} would be removed`, "declare it again and leave it unused")];
    const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !same(was[key], is[key]));
    return changed.map((key) =>
      refuse(
        `attribute ${quoted(was.name)} would change: ${key.replaceAll("_", " ")} ${value(is[key])} instead of ${value(was[key])}`,
        "restore the value of the state, and add an attribute with another name",
      ),
    );
  });
  const known = new Set(before?.map(({ name }) => name));
  const added = after.map(({ name }) => name).filter((name) => !known.has(name));
  return [...altered, ...additions(address, added)];
}

/** Attributes that the provider would add in another way than they are declared, or too many at once. */
function additions(address: string, added: readonly string[]): GateDiagnostic[] {
  const isStandard = (name: string) => Object.hasOwn(STANDARD_ATTRIBUTES, name);
  const custom = added.filter((name) => !isStandard(name)).length;
  const standard = added.filter(isStandard).map((name) =>
    refused("schema-change", address, {
      message: `attribute ${quoted(name)} would be added as ${quoted(`custom:${name}`)}`,
      why: "the AWS provider adds every later attribute as a custom one, which can never be removed",
      fix: "leave it undeclared: every pool has it; check other limits in the app",
    }),
  );
  if (custom <= ATTRIBUTES_PER_CALL) return standard;
  const tooMany = refused("schema-change", address, {
    message: `${custom} attributes would be added at once; the limit is ${ATTRIBUTES_PER_CALL}`,
    why: "the AWS provider adds them in one call of AddCustomAttributes",
    fix: `add ${ATTRIBUTES_PER_CALL}, apply, then add the others`,
  });
  return [...standard, tooMany];
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

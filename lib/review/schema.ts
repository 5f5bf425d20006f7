import { CUSTOM_PREFIX } from "../cognito/attributes";
import type { AttributeModel, PoolModel } from "../model/model";
import type { Told } from "./change";
import { same } from "./effective";
import { listed, quoted, shown } from "./wording";

const APPEND_ONLY = "AWS refuses it on a pool that exists, and the apply fails though the plan shows an update";

/** What comes and goes with the type. */
const LIMITS = new Set(["minLength", "maxLength", "minValue", "maxValue"]);

/** What happened to the schema: attributes come, and what they are never changes. */
export function* compareSchema(before: PoolModel, after: PoolModel): Iterable<Told> {
  const was = new Map(before.pool?.schema.map((attribute) => [attribute.key, attribute]));
  const is = new Map(after.pool?.schema.map((attribute) => [attribute.key, attribute]));
  for (const [key, attribute] of is) {
    const known = was.get(key);
    if (known === undefined) yield added(attribute, after);
    else yield* altered(known, attribute);
  }
  for (const [key, attribute] of was)
    if (!is.has(key))
      yield {
        risk: "breaks",
        at: ["attributes", key],
        what: `attribute ${quoted(key)} is removed from the schema`,
        why: APPEND_ONLY,
        before: summary(attribute),
        after: null,
      };
}

function added(attribute: AttributeModel, pool: PoolModel): Told {
  const readers = pool.clients.filter(
    ({ source, readAttributes }) =>
      !("readAttributes" in (source.value as object)) &&
      Array.isArray(readAttributes) &&
      readAttributes.includes(attribute.key),
  );
  const at = ["attributes", attribute.key];
  const custom = attribute.key.startsWith(CUSTOM_PREFIX);
  if (!custom)
    return {
      risk: "breaks",
      at,
      what: `standard attribute ${quoted(attribute.key)} is declared on an existing pool`,
      why: `the AWS provider adds it as ${CUSTOM_PREFIX}${attribute.key}, which can never be removed; every pool has the standard attribute already, so leave it undeclared`,
      before: null,
      after: summary(attribute),
    };
  return {
    risk: "changes",
    at,
    what: `attribute ${quoted(attribute.key)} is declared: ${shown(summary(attribute))}${
      readers.length > 0 ? `; ${listed(readers.map(({ key }) => key))} may read it` : ""
    }`,
    why: "permanent: an attribute can be added, but never changed or removed",
    before: null,
    after: summary(attribute),
  };
}

function* altered(before: AttributeModel, after: AttributeModel): Iterable<Told> {
  const at = ["attributes", after.key];
  const [was, is] = [summary(before), summary(after)];
  const properties = Object.keys({ ...was, ...is }) as (keyof typeof is)[];
  const retyped = was.type !== is.type;
  for (const key of properties) {
    if (same(was[key], is[key]) || (retyped && LIMITS.has(key))) continue;
    yield {
      risk: "breaks",
      at: [...at, key],
      what: `attribute ${quoted(after.key)}: ${key} ${limit(is[key])} instead of ${limit(was[key])}`,
      why: APPEND_ONLY,
      before: was[key] ?? null,
      after: is[key] ?? null,
    };
  }
  if (before.authority !== after.authority)
    yield {
      ...(after.authority
        ? {
            risk: "changes",
            what: `attribute ${quoted(after.key)} is guarded as one that grants power`,
            why: "no public client may write it",
          }
        : {
            risk: "opens",
            what: `attribute ${quoted(after.key)} is no longer guarded as one that grants power`,
            why: "public clients may be allowed to write it, and users give themselves what it grants",
          }),
      at: [...at, "authority"],
      before: before.authority,
      after: after.authority,
    };
}

function limit(value: unknown): string {
  return value === undefined ? "unlimited" : shown(value);
}

/** What AWS knows of an attribute, in the words of the file. */
function summary({ attributeDataType, required, mutable, ...attribute }: AttributeModel) {
  return {
    type: attributeDataType,
    required,
    mutable,
    minLength: attribute.stringAttributeConstraints?.minLength,
    maxLength: attribute.stringAttributeConstraints?.maxLength,
    minValue: attribute.numberAttributeConstraints?.minValue,
    maxValue: attribute.numberAttributeConstraints?.maxValue,
  };
}

import { CUSTOM_PREFIX } from "../../cognito/attributes";
import type { AttributeModel, UserPoolModel } from "../../model/model";
import { listed, quoted } from "../../text/quoted";
import type { Facet, Side } from "../language/facet";
import { get, type Sentence, toggle } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";
import { compareItems } from "../language/items";
import { shown } from "../language/wording";

const APPEND_ONLY = "AWS rejects it on an existing pool: the apply fails although the plan shows an update";

const ATTRIBUTE: FacetTable<AttributeModel> = {
  key: silent("attributes are compared by their key"),
  name: silent("follows from the key"),
  attributeDataType: unchangeable("type", get("attributeDataType")),
  required: unchangeable("required", get("required")),
  mutable: unchangeable("mutable", get("mutable")),
  stringAttributeConstraints: [
    limit("minLength", (attribute) => attribute.stringAttributeConstraints?.minLength),
    limit("maxLength", (attribute) => attribute.stringAttributeConstraints?.maxLength),
  ],
  numberAttributeConstraints: [
    limit("minValue", (attribute) => attribute.numberAttributeConstraints?.minValue),
    limit("maxValue", (attribute) => attribute.numberAttributeConstraints?.maxValue),
  ],
  authority: toggle(["authority"], "privileged attribute", get("authority"), {
    on: { risk: "changes", what: "marked as a privileged attribute", why: "no public client may write it" },
    off: {
      risk: "opens",
      what: "no longer marked as a privileged attribute",
      why: "public clients may be allowed to write it, and users can grant themselves the privilege",
    },
  }),
  written: silent("the other fields hold the effective values"),
};

/** What a review says about a pool's schema: attributes can be added, but not changed or removed. */
export const SCHEMA = compareItems<UserPoolModel, AttributeModel>({
  of: get("schema"),
  keyOf: get("key"),
  at: ({ key }) => ["attributes", key],
  nameOf: ({ key }) => `attribute ${quoted(key)}`,
  added,
  removed: ({ key }) => ({
    risk: "breaks",
    what: `attribute ${quoted(key)} is removed from the schema`,
    why: APPEND_ONLY,
  }),
  table: ATTRIBUTE,
});

function added(attribute: AttributeModel, { pool }: Side<UserPoolModel>): Sentence {
  const { key } = attribute;
  if (!key.startsWith(CUSTOM_PREFIX))
    return {
      risk: "breaks",
      what: `standard attribute ${quoted(key)} is declared on an existing pool`,
      why: `the AWS provider adds it as ${CUSTOM_PREFIX}${key}, which can never be removed; every pool has the standard attribute already, so leave it undeclared`,
    };
  const readers = pool.clients.filter(
    ({ source, readAttributes }) =>
      !("readAttributes" in (source.value as object)) && Array.isArray(readAttributes) && readAttributes.includes(key),
  );
  return {
    risk: "changes",
    what: `attribute ${quoted(key)} is added: ${shown(summary(attribute))}${
      readers.length > 0 ? `; ${listed(readers.map((client) => client.key))} may read it` : ""
    }`,
    why: "permanent: an attribute can be added, but never changed or removed",
  };
}

function unchangeable(key: string, read: Facet<AttributeModel>["get"]): Facet<AttributeModel> {
  return {
    at: [key],
    noun: key,
    get: read,
    describe: (before: unknown, after: unknown) => [
      { risk: "breaks", what: `${key} ${text(after)} instead of ${text(before)}`, why: APPEND_ONLY },
    ],
  };
}

/** A constraint: it appears and disappears with the type, and is compared where the type is the same. */
function limit(key: string, read: Facet<AttributeModel>["get"]): Facet<AttributeModel> {
  return {
    ...unchangeable(key, read),
    when: (before, after) => before.attributeDataType === after.attributeDataType,
  };
}

function text(value: unknown): string {
  return value === undefined ? "unlimited" : shown(value);
}

/** An attribute in the words of the config. */
function summary({ attributeDataType, required, mutable, ...attribute }: AttributeModel) {
  return {
    type: attributeDataType,
    required,
    mutable,
    ...attribute.stringAttributeConstraints,
    ...attribute.numberAttributeConstraints,
  };
}

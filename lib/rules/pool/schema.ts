import { CUSTOM_PREFIX, STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { isStandard, NEVER_WRITABLE, nearest } from "../client/attribute-names";
import { literals, told } from "../language/expressions";
import { api, guide, issue, MOTO } from "../language/sources";
import { all, not } from "../language/statements";
import { bytes, hasBytes, matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { badPool, goodPool, many } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { attributeExample, declares, eachAttribute } from "./schema-attribute";
import { schemaConstraintRules } from "./schema-constraints";
import { signInAttributeRules } from "./schema-sign-in";

const attributesGuide = guide("user-pool-settings-attributes");

/** AWS takes so many attributes in one request, and so many custom ones in a pool. */
const MOST_ATTRIBUTES = 50;

const NAME = matches("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$");
const SHORT_NAME = hasBytes(20);

/** Standard attributes that a schema can name, by the type that they have for good. */
const DECLARABLE = Object.keys(STANDARD_ATTRIBUTES).filter((name) => STANDARD_ATTRIBUTES[name]?.declarable);
const NUMBERS = DECLARABLE.filter((name) => STANDARD_ATTRIBUTES[name]?.type === "Number");
const STRINGS = DECLARABLE.filter((name) => STANDARD_ATTRIBUTES[name]?.type === "String");

/** Attributes of a pool, and the arguments that stand on them. */
export const schemaRules: readonly Rule[] = [
  userPoolRule({
    id: "SCH-01",
    severity: "error",
    title: `a pool declares at most ${MOST_ATTRIBUTES} attributes`,
    why: "AWS takes 50 attributes in a schema and 50 custom attributes in a pool; the quota cannot be raised, and no attribute can ever be removed. Beside a lock file: a pool that exists takes 25 at once.",
    fix: "keep what is not about identity in a database of your own",
    source: [api("CreateUserPool"), guide("quotas")],
    check: ({ schema }) =>
      schema.length > MOST_ATTRIBUTES
        ? [
            {
              at: ["attributes"],
              message: `the pool declares ${schema.length} attributes; Cognito allows ${MOST_ATTRIBUTES}`,
            },
          ]
        : [],
    guard: () => ({
      expression: `length(self.schema) <= ${MOST_ATTRIBUTES}`,
      told: told`the pool declares ${"length(self.schema)"} attributes; Cognito allows ${() => String(MOST_ATTRIBUTES)}`,
    }),
    examples: {
      bad: [badPool({ attributes: many(51, "custom:a", {}) }, "attributes")],
      good: [goodPool({ attributes: many(50, "custom:a", {}) })],
    },
  }),
  eachAttribute({
    id: "SCH-02",
    title: "the name of an attribute has 1 to 20 characters, none of them a space",
    why: "AWS refuses the pool at apply, and the AWS provider, which counts bytes, a name of more than 20 at plan. custom: does not count: AWS puts it before the name itself.",
    fix: "use a name of 1 to 20 letters, digits, marks, symbols or punctuation; letters beyond a to z count two or more",
    source: [api("SchemaAttributeType"), attributesGuide],
    breach: ({ name }) => {
      if (!NAME.holds(name))
        return `the name of attribute ${JSON.stringify(name)} is not 1 to 20 characters without spaces`;
      if (SHORT_NAME.holds(name)) return undefined;
      return `the name of attribute ${name} has ${bytes(name)} bytes; the AWS provider takes 20`;
    },
    failing: not(all(NAME, SHORT_NAME)).over("attribute.name"),
    told: "an attribute's name must be 1 to 20 characters without spaces, and at most 20 bytes:",
    examples: {
      bad: [
        attributeExample(`custom:${"x".repeat(21)}`),
        attributeExample("custom:my tenant"),
        attributeExample("custom:Größenverhältnisse"),
        attributeExample("custom:"),
      ],
      good: [
        declares("custom:x"),
        declares(`custom:${"x".repeat(20)}`),
        declares("custom:größe-2_🏠"),
        declares(`custom:${"ö".repeat(10)}`),
      ],
    },
  }),
  userPoolRule({
    id: "SCH-03",
    severity: "error",
    title: "a standard attribute is declared by its name, a custom one as custom:NAME",
    why: "AWS puts custom: before the name of every attribute that is not its own: custom:custom:x would be that very name, custom:email the standard attribute email, and a misspelt standard name a new custom attribute that can never be removed.",
    fix: "write standard attributes bare, and custom: once before the others",
    source: [api("SchemaAttributeType"), attributesGuide],
    check: ({ schema }) =>
      schema.flatMap(({ key, name }) => {
        const message = misprefixed(key, name);
        return message === undefined ? [] : [{ at: ["attributes", key], ...message }];
      }),
    guard: ({ schema }) =>
      // a bare custom name, or the name of a standard attribute, is legal to AWS: only the file can tell
      schema.some(({ key, name }) => misprefixed(key, name) && !name.startsWith(CUSTOM_PREFIX))
        ? undefined
        : {
            expression: `alltrue([for attribute in self.schema : !startswith(attribute.name, "${CUSTOM_PREFIX}")])`,
            told: told`AWS itself puts custom: before an attribute's name: ${`join(", ", [for attribute in self.schema : attribute.name if startswith(attribute.name, "${CUSTOM_PREFIX}")])`}`,
          },
    examples: {
      bad: [
        attributeExample("custom:custom:tenant"),
        attributeExample("tenant"),
        attributeExample("custom:email"),
        attributeExample("emial"),
      ],
      good: [declares("custom:tenant"), declares("email")],
    },
  }),
  eachAttribute({
    id: "SCH-05",
    title: "no custom attribute is required",
    why: '"Required custom attributes are not supported currently."',
    fix: "remove required, and have a pre sign-up trigger or the application ask for the value",
    source: [attributesGuide, MOTO],
    breach: ({ key, name, required }) =>
      required && !isStandard(name)
        ? `custom attribute ${key} is required; only standard attributes can be`
        : undefined,
    at: "required",
    failing: `attribute.required && !contains(${literals([...DECLARABLE, ...NEVER_WRITABLE])}, attribute.name)`,
    told: "a custom attribute cannot be required:",
    examples: {
      bad: [attributeExample("custom:tenant", { required: true }, "required")],
      good: [declares("custom:tenant", { required: false }), declares("email", { required: true })],
    },
  }),
  eachAttribute({
    id: "SCH-06",
    title: "a standard attribute keeps the type that it has",
    why: '"You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ...". sub, identities, email_verified and phone_number_verified are in every pool and cannot be declared at all.',
    fix: "leave out type, or declare a custom attribute",
    source: [attributesGuide, MOTO],
    breach: ({ key, name, attributeDataType }) => {
      if (NEVER_WRITABLE.includes(name)) return `${key} is Cognito's own and cannot be declared`;
      const type = typeOf(name);
      return type === undefined || type === attributeDataType
        ? undefined
        : `standard attribute ${key} has type ${type}, not ${attributeDataType}`;
    },
    at: "type",
    failing: [
      `contains(${literals(NEVER_WRITABLE)}, attribute.name)`,
      `attribute.attribute_data_type != "String" && contains(${literals(STRINGS)}, attribute.name)`,
      `attribute.attribute_data_type != "Number" && contains(${literals(NUMBERS)}, attribute.name)`,
    ].join(" || "),
    told: "a standard attribute cannot have another type, nor can Cognito's own be declared:",
    examples: {
      bad: [
        attributeExample("email", { type: "Number" }, "type"),
        attributeExample("updated_at", { type: "String" }, "type"),
        attributeExample("sub"),
      ],
      good: [
        declares("email", { type: "String" }),
        declares("updated_at"),
        declares("custom:level", { type: "Number" }),
      ],
    },
  }),
  ...schemaConstraintRules,
  userPoolRule({
    id: "SCH-15",
    severity: "warning",
    title: "standard attributes stay mutable",
    why: "The value of an immutable attribute is set at sign-up and never again: no user can correct it, and no identity provider can be mapped to it later. Mutability cannot be changed once the pool exists.",
    fix: "leave out mutable: false, and keep the attribute out of the clients' writeAttributes instead",
    source: [attributesGuide, issue(21654)],
    check: ({ schema }) =>
      schema
        .filter(({ name, mutable }) => isStandard(name) && !mutable)
        .map(({ key }) => ({
          at: ["attributes", key, "mutable"],
          message: `standard attribute ${key} can never change after sign-up`,
        })),
    examples: {
      bad: [attributeExample("email", { mutable: false }, "mutable")],
      good: [declares("email", { mutable: true }), declares("custom:tenant", { mutable: false })],
    },
  }),
  ...signInAttributeRules,
];

/** What is wrong with the prefix of an attribute's key, if anything. */
function misprefixed(key: string, name: string): { message: string; fix: string } | undefined {
  if (name.startsWith(CUSTOM_PREFIX))
    return { message: `${key} has custom: twice`, fix: `write custom:${key.replace(/^(?:custom:)+/, "")}` };
  if (key.startsWith(CUSTOM_PREFIX))
    return isStandard(name)
      ? { message: `to AWS, ${key} is the standard attribute ${name}`, fix: `write ${name}, or use another name` }
      : undefined;
  if (isStandard(name)) return undefined;
  const near = nearest(name, DECLARABLE);
  return {
    message: `${key} is no standard attribute${near ? `; did you mean ${near}?` : ""}`,
    fix: near ? `write ${near}, or custom:${name} for one of your own` : `write custom:${name}`,
  };
}

function typeOf(name: string): string | undefined {
  return Object.hasOwn(STANDARD_ATTRIBUTES, name) ? STANDARD_ATTRIBUTES[name]?.type : undefined;
}

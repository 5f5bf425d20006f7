import { CUSTOM_PREFIX, STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { QUOTAS } from "../../cognito/quotas";
import type { AttributeModel, UserPoolModel } from "../../model/model";
import { isStandard, NEVER_WRITABLE, nearest } from "../attribute-names";
import { poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { count, field, isAtMost, meets, quotedValue } from "../language/fields";
import { type Shown, say } from "../language/phrases";
import { api, guide, issue, MOTO } from "../language/sources";
import { any, implies, inTerraformAlone, not } from "../language/statements";
import { bytes, hasBytes, is, isOneOf, matches } from "../language/text-statements";
import type { Rule, Violation } from "../rule";
import { badPool, goodPool, many } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import {
  attributeExample,
  attributeKey,
  attributeName,
  claimAttributes,
  declares,
  isRequired,
} from "./schema-attribute";
import { schemaConstraintRules } from "./schema-constraints";
import { signInAttributeRules } from "./schema-sign-in";

const attributesGuide = guide("user-pool-settings-attributes");

/** Attributes that AWS accepts in one request, and custom attributes that a pool can have. */
const MOST_ATTRIBUTES = QUOTAS.customAttributes.limit;

const NAME = matches("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$");
const SHORT_NAME = hasBytes(20);
/** The bytes of an attribute's name, as base64 shows them. */
const bytesOfName: Shown<AttributeModel> = {
  of: ({ name }) => bytes(name),
  over: (attribute) => `floor(length(replace(base64encode(${attribute}.name), "=", "")) * 3 / 4)`,
};
const schema = poolArgument("schema");
/** The attribute is in every pool, and SCH-06 reports its declaration. */
const isBuiltIn = meets(attributeName, isOneOf(NEVER_WRITABLE));
const type = field<AttributeModel>(({ attributeDataType }) => attributeDataType, "attribute_data_type");

const areDistinct = inTerraformAlone<UserPoolModel>(
  () => "length(distinct(local.schema[*].name)) == length(local.schema)",
  "==",
);
const duplicates: Shown<UserPoolModel> = {
  of: () => "",
  over: () =>
    'join(", ", distinct([for name in local.schema[*].name : name if length([for other in local.schema : other if other.name == name]) > 1]))',
};
const isForUsers = inTerraformAlone<AttributeModel>(
  (attribute) => `${attribute}.developer_only_attribute != true`,
  "==",
);

/** Standard attributes that a schema can name, by their permanent type. */
const DECLARABLE = Object.keys(STANDARD_ATTRIBUTES).filter((name) => STANDARD_ATTRIBUTES[name]?.declarable);
const declarableOf = (given: string) => DECLARABLE.filter((name) => STANDARD_ATTRIBUTES[name]?.type === given);

/** Attributes of a pool, and the arguments that refer to them. */
export const schemaRules: readonly Rule[] = [
  userPoolRule({
    id: "SCH-01",
    name: "attribute-quota",
    since: "1.0",
    severity: "error",
    title: `limit the declared attributes of a pool to ${MOST_ATTRIBUTES}`,
    why: "AWS takes 50 attributes in a schema and 50 custom attributes in a pool; the quota cannot be raised, and no attribute can ever be removed. An existing pool takes 25 new ones in one apply.",
    fix: "store what is not about identity in a database of your own",
    source: [api("CreateUserPool"), guide("quotas")],
    claims: [
      claim(
        isAtMost(count(schema), MOST_ATTRIBUTES),
        ["attributes"],
        say`the pool declares ${count(schema)} attributes; Cognito allows ${String(MOST_ATTRIBUTES)}`,
      ),
    ],
    examples: () => ({
      bad: [badPool({ attributes: many(51, "custom:a", {}) }, "attributes")],
      good: [goodPool({ attributes: many(50, "custom:a", {}) })],
    }),
  }),
  userPoolRule({
    id: "SCH-02",
    name: "attribute-name-form",
    since: "1.0",
    severity: "error",
    title: "limit the name of an attribute to 1 to 20 characters without spaces",
    why: "AWS refuses the pool at apply, and the AWS provider, which counts bytes, refuses more than 20 at plan. The prefix custom: does not count: AWS adds it.",
    fix: "use a name of 1 to 20 letters, digits, marks, symbols or punctuation; a letter outside ASCII counts as two bytes or more",
    planFix:
      "use a name of 1 to 20 letters, digits, marks, symbols or punctuation, once; a letter outside ASCII counts as two bytes or more",
    source: [api("SchemaAttributeType"), attributesGuide],
    claims: [
      claimAttributes(
        any(isBuiltIn, meets(attributeName, NAME)),
        say`the name of attribute ${quotedValue(attributeName)} must have 1 to 20 characters and no spaces`,
      ),
      claimAttributes(
        implies(meets(attributeName, NAME), meets(attributeName, SHORT_NAME)),
        say`the name of attribute ${attributeName} has ${bytesOfName} bytes; the AWS provider accepts at most 20`,
      ),
      claim(areDistinct, ["attributes"], say`several attributes are named ${duplicates}`),
    ],
    examples: () => ({
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
    }),
  }),
  userPoolRule({
    id: "SCH-03",
    name: "attribute-prefix",
    since: "1.0",
    severity: "error",
    title: "require standard attributes by their name and custom ones as custom:NAME",
    why: "AWS adds custom: to the name of every attribute that is not standard: custom:custom:x would be named exactly so, custom:email would be the standard attribute email, and a misspelt standard name a new custom attribute that can never be removed.",
    fix: "write standard attributes without a prefix, and custom: once before all others",
    planFix: "write the name without custom:",
    source: [api("SchemaAttributeType"), attributesGuide],
    claims: [
      {
        ...claimAttributes(
          not(meets(attributeName, matches(`^${CUSTOM_PREFIX}`))),
          say`AWS adds custom: to the name ${attributeName}; write it without the prefix`,
        ),
        violations: ({ schema: declared }) =>
          declared.flatMap((each) => (isPrefixed(each) ? prefixViolation(each) : [])),
      },
    ],
    // a bare custom name, or the name of a standard attribute, is legal to AWS: only the config shows what is meant
    check: ({ schema: declared }) => declared.flatMap((each) => (isPrefixed(each) ? [] : prefixViolation(each))),
    examples: () => ({
      bad: [
        attributeExample("custom:custom:tenant"),
        attributeExample("tenant"),
        attributeExample("custom:email"),
        attributeExample("emial"),
      ],
      good: [declares("custom:tenant"), declares("email")],
    }),
  }),
  userPoolRule({
    id: "SCH-05",
    name: "no-required-custom-attribute",
    since: "1.0",
    severity: "error",
    title: "disallow required custom attributes",
    why: '"Required custom attributes are not supported currently."',
    fix: "remove required, and let a pre sign-up trigger or the application require the value",
    source: [attributesGuide, MOTO],
    claims: [
      claimAttributes(
        implies(isRequired, meets(attributeName, isOneOf([...DECLARABLE, ...NEVER_WRITABLE]))),
        say`custom attribute ${attributeKey} is required; only standard attributes can be`,
        "required",
      ),
    ],
    examples: () => ({
      bad: [attributeExample("custom:tenant", { required: true }, "required")],
      good: [declares("custom:tenant", { required: false }), declares("email", { required: true })],
    }),
  }),
  userPoolRule({
    id: "SCH-06",
    name: "standard-attribute-type",
    since: "1.0",
    severity: "error",
    title: "disallow another type for a standard attribute",
    why: '"You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ...". sub, identities, email_verified and phone_number_verified are in every pool and cannot be declared at all.',
    fix: "leave out type, or declare a custom attribute",
    planFix:
      "use the attribute_data_type that the standard attribute has, without developer_only_attribute, or declare a custom attribute",
    source: [attributesGuide, MOTO],
    claims: [
      claimAttributes(
        not(isBuiltIn),
        say`${attributeKey} is in every pool and cannot be declared`,
        undefined,
        "remove it: it is there without being declared",
      ),
      ...(["String", "Number"] as const).map((given) =>
        claimAttributes(
          implies(meets(attributeName, isOneOf(declarableOf(given))), meets(type, is(given))),
          say`standard attribute ${attributeKey} has type ${given}, not ${type}`,
          "type",
        ),
      ),
      claimAttributes(
        implies(meets(attributeName, isOneOf(DECLARABLE)), isForUsers),
        say`standard attribute ${attributeKey} has developer_only_attribute`,
      ),
    ],
    examples: () => ({
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
    }),
  }),
  ...schemaConstraintRules,
  userPoolRule({
    id: "SCH-15",
    name: "mutable-standard-attributes",
    since: "1.0",
    severity: "warning",
    title: "require standard attributes to be mutable",
    why: "The value of an immutable attribute is set at sign-up and never again: no user can correct it, and no identity provider can be mapped to it later. Mutability cannot be changed once the pool exists.",
    fix: "leave out mutable: false, and exclude the attribute from writeAttributes of the clients instead",
    source: [attributesGuide, issue(21654)],
    check: ({ schema }) =>
      schema
        .filter(({ name, mutable }) => isStandard(name) && !mutable)
        .map(({ key }) => ({
          at: ["attributes", key, "mutable"],
          message: `standard attribute ${key} can never change after sign-up`,
        })),
    examples: () => ({
      bad: [attributeExample("email", { mutable: false }, "mutable")],
      good: [declares("email", { mutable: true }), declares("custom:tenant", { mutable: false })],
    }),
  }),
  ...signInAttributeRules,
];

function isPrefixed({ name }: AttributeModel): boolean {
  return name.startsWith(CUSTOM_PREFIX);
}

function prefixViolation({ key, name }: AttributeModel): Violation[] {
  const wrong = misprefixed(key, name);
  return wrong === undefined ? [] : [{ at: ["attributes", key], ...wrong }];
}

/** What is wrong with the prefix of an attribute's key, if anything. */
function misprefixed(key: string, name: string): { message: string; fix: string } | undefined {
  if (name.startsWith(CUSTOM_PREFIX))
    return { message: `${key} has the prefix custom: twice`, fix: `write custom:${key.replace(/^(?:custom:)+/, "")}` };
  if (key.startsWith(CUSTOM_PREFIX))
    return isStandard(name)
      ? { message: `to AWS, ${key} is the standard attribute ${name}`, fix: `write ${name}, or use another name` }
      : undefined;
  if (isStandard(name)) return undefined;
  const [prefix = "", ...rest] = key.split(":");
  if (rest.length > 0) return wrongPrefix(key, prefix, rest.join(":"));
  const near = nearest(name, DECLARABLE);
  return {
    message: `${key} is not a standard attribute${near ? `; did you mean ${near}?` : ""}`,
    fix: near ? `write ${near}, or custom:${name} for a custom attribute` : `write custom:${name}`,
  };
}

/** What is wrong with a key that has another prefix than `custom:`. */
function wrongPrefix(key: string, prefix: string, name: string): { message: string; fix: string } {
  if (prefix.toLowerCase() === "cognito")
    return { message: `${key} is a claim of tokens, not an attribute of a pool`, fix: `remove ${key}` };
  const isDeveloper = prefix === "dev";
  return {
    message: isDeveloper
      ? `${key} would be an attribute for developers only, which AWS advises against`
      : `${key} is not a standard attribute; the prefix of a custom one is custom:`,
    fix: `write custom:${name.replace(/^custom:/, "")}${isDeveloper ? ", and leave it out of writeAttributes" : ""}`,
  };
}

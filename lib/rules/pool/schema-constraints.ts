import { known } from "../../model/value";
import { bareName } from "../client/attribute-names";
import { api, guide, MOTO } from "../language/sources";
import type { Example, Rule } from "../rule";
import { badPool, goodPool, google } from "./pool-examples";
import { orElse, userPoolRule } from "./pool-rule";
import { attributeExample, declares, eachAttribute } from "./schema-attribute";

/** Characters that a String attribute can hold at most. */
const LONGEST = 2048;
/** The largest bound of a Number attribute. */
const LARGEST = 2 ** 1023;

/** Bounds of a Number in Terraform; the AWS provider plans one that is not given as empty text. */
const LEAST = orElse("tonumber(bounds.min_value)", "-pow(2, 1023)");
const MOST = orElse("tonumber(bounds.max_value)", "pow(2, 1023)");

/** Claims that hold a whole token of the identity provider. */
const TOKEN_CLAIMS: readonly string[] = ["access_token", "id_token", "refresh_token"];

/** Bounds of an attribute's length or value. */
export const schemaConstraintRules: readonly Rule[] = [
  eachAttribute({
    id: "SCH-07",
    title: `the length of a String attribute is 0 to ${LONGEST}, the least not above the most`,
    why: '"String attributes cannot have a length of more than 2048", or "... cannot have a max length shorter than it\'s min length". The bounds can never be changed.',
    fix: `use 0 <= minLength <= maxLength <= ${LONGEST}`,
    source: [api("StringAttributeConstraintsType"), MOTO],
    breach: ({ key, stringAttributeConstraints: bounds }) =>
      bounds && !(0 <= bounds.minLength && bounds.minLength <= bounds.maxLength && bounds.maxLength <= LONGEST)
        ? `the length of ${key} is ${bounds.minLength} to ${bounds.maxLength}; Cognito allows 0 to ${LONGEST}`
        : undefined,
    at: ({ written, stringAttributeConstraints: bounds }) =>
      written.maxLength === undefined || (written.minLength !== undefined && (bounds?.minLength ?? 0) < 0)
        ? "minLength"
        : "maxLength",
    failing: `!alltrue([for bounds in attribute.string_attribute_constraints : try(0 <= tonumber(bounds.min_length) && tonumber(bounds.min_length) <= tonumber(bounds.max_length) && tonumber(bounds.max_length) <= ${LONGEST}, false)])`,
    told: `an attribute's length must lie within 0 and ${LONGEST}, the least not above the most:`,
    examples: {
      bad: [
        attributeExample("custom:a", { maxLength: 2049 }, "maxLength"),
        attributeExample("custom:a", { minLength: -1 }, "minLength"),
        attributeExample("custom:a", { minLength: 11, maxLength: 10 }, "maxLength"),
        attributeExample("custom:a", { minLength: 2049 }, "minLength"),
      ],
      good: [
        declares("custom:a", { minLength: 0, maxLength: 2048 }),
        declares("custom:a", { minLength: 10, maxLength: 10 }),
        declares("custom:a", { maxLength: 0 }),
      ],
    },
  }),
  eachAttribute({
    id: "SCH-08",
    title: "the least value of a Number attribute is not above the most",
    why: '"... cannot have a max value smaller than it\'s min value"; nor can a bound lie beyond 2^1023. The bounds can never be changed.',
    fix: "use minValue <= maxValue",
    source: [api("NumberAttributeConstraintsType"), MOTO],
    breach: ({ key, numberAttributeConstraints: { minValue = -LARGEST, maxValue = LARGEST } = {} }) => {
      if (minValue > maxValue) return `the value of ${key} is ${minValue} to ${maxValue}, the least above the most`;
      return Math.max(-minValue, maxValue) > LARGEST
        ? `the value of ${key} is ${minValue} to ${maxValue}; Cognito allows -2^1023 to 2^1023`
        : undefined;
    },
    at: ({ written }) => (written.maxValue === undefined ? "minValue" : "maxValue"),
    failing: `!alltrue([for bounds in attribute.number_attribute_constraints : -pow(2, 1023) <= ${LEAST} && ${LEAST} <= ${MOST} && ${MOST} <= pow(2, 1023)])`,
    told: "an attribute's least value must not lie above its most, nor either beyond 2^1023:",
    examples: {
      bad: [
        attributeExample("custom:n", { type: "Number", minValue: 2, maxValue: 1 }, "maxValue"),
        attributeExample("custom:n", { type: "Number", maxValue: 1e308 }, "maxValue"),
        attributeExample("custom:n", { type: "Number", minValue: -1e308 }, "minValue"),
        attributeExample("updated_at", { maxValue: -1 }, "maxValue"),
      ],
      good: [
        declares("custom:n", { type: "Number", minValue: 1, maxValue: 1 }),
        declares("custom:n", { type: "Number", minValue: -0.5 }),
        declares("custom:n", { type: "Number" }),
      ],
    },
  }),
  userPoolRule({
    id: "SCH-09",
    severity: "error",
    title: "lengths bound a String, values a Number",
    why: "AWS knows no bounds of length for a Number, nor of value for a String: it ignores or refuses them, and the attribute would go unbounded.",
    fix: "use minLength and maxLength for a String, minValue and maxValue for a Number",
    source: [api("SchemaAttributeType")],
    check: ({ schema }) =>
      schema.flatMap(({ key, attributeDataType, written }) =>
        BOUNDS.filter(([bound, type]) => written[bound] !== undefined && attributeDataType !== type).map(
          ([bound, type]) => ({
            at: ["attributes", key, bound],
            message: `${key} has type ${attributeDataType}; ${bound} bounds a ${type}`,
          }),
        ),
      ),
    examples: {
      bad: [
        attributeExample("custom:n", { type: "Number", maxLength: 10 }, "maxLength"),
        attributeExample("custom:a", { minValue: 0 }, "minValue"),
        attributeExample("custom:d", { type: "DateTime", minLength: 1 }, "minLength"),
      ],
      good: [declares("custom:n", { type: "Number", minValue: 0 }), declares("custom:a", { minLength: 1 })],
    },
  }),
  userPoolRule({
    id: "SCH-23",
    severity: "warning",
    title: "an attribute that takes a provider's token has room for it",
    why: "A token is longer than most attributes: once it does not fit, sign-in through the provider fails, and a length can never be changed.",
    fix: "leave out maxLength, or use 2048",
    source: [guide("cognito-user-pools-specifying-attribute-mapping")],
    check: ({ schema }, { identityProviders }) =>
      schema.flatMap(({ key, name, stringAttributeConstraints }) => {
        const most = stringAttributeConstraints?.maxLength ?? 2048;
        const provider = identityProviders.find(({ attributeMapping }) =>
          Object.entries(attributeMapping).some(
            ([mapped, claim]) => bareName(mapped) === name && TOKEN_CLAIMS.includes(known(claim) ?? ""),
          ),
        );
        if (provider === undefined || most >= 2048) return [];
        const message = `${key} has room for ${most} characters, but identity provider ${provider.providerName} writes a token there`;
        return [{ at: ["attributes", key, "maxLength"], message }];
      }),
    examples: {
      bad: [badPool(withToken(2047), "attributes", "custom:token", "maxLength")],
      good: [goodPool(withToken(2048)), goodPool(withToken(undefined))],
    },
  }),
];

/** Which type each bound belongs to. */
const BOUNDS = [
  ["minLength", "String"],
  ["maxLength", "String"],
  ["minValue", "Number"],
  ["maxValue", "Number"],
] as const;

function withToken(maxLength: number | undefined): NonNullable<Example["pool"]> {
  return {
    attributes: { "custom:token": maxLength === undefined ? {} : { maxLength } },
    ...google({ "custom:token": "access_token" }),
  };
}

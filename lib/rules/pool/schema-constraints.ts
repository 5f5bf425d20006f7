import { DEFAULT_LENGTH } from "../../cognito/attributes";
import type { AttributeModel } from "../../model/model";
import { known } from "../../model/value";
import { bareName } from "../attribute-names";
import { certainly, type Field, isAtMost } from "../language/fields";
import { every, type Items } from "../language/items";
import { type Shown, say } from "../language/phrases";
import { api, guide, MOTO } from "../language/sources";
import { all, inTerraformAlone, type Statement } from "../language/statements";
import type { Example, Rule } from "../rule";
import { badPool, goodPool, google } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { attributeExample, attributeKey, claimAttributes, declares } from "./schema-attribute";

/** Characters that a String attribute can hold at most. */
const LONGEST = DEFAULT_LENGTH[1];

type Lengths = NonNullable<AttributeModel["stringAttributeConstraints"]>;
type Values = NonNullable<AttributeModel["numberAttributeConstraints"]>;

const lengths: Items<AttributeModel, Lengths> = {
  of: ({ stringAttributeConstraints }) => [stringAttributeConstraints ?? []].flat(),
  over: (attribute) => `${attribute}.string_attribute_constraints`,
  item: "bounds",
};
const values: Items<AttributeModel, Values> = {
  of: ({ numberAttributeConstraints }) => [numberAttributeConstraints ?? []].flat(),
  over: (attribute) => `${attribute}.number_attribute_constraints`,
  item: "bounds",
};

const zero: Field<Lengths> = { of: () => 0, over: () => "0" };
/** Limits that an adopted pool may not have. */
const minLength: Field<Lengths> = {
  of: ({ minLength = 0 }) => minLength,
  over: (bounds) => `tonumber(coalesce(${bounds}.min_length, "0"))`,
};
const maxLength: Field<Lengths> = {
  of: ({ maxLength = LONGEST }) => maxLength,
  over: (bounds) => `tonumber(coalesce(${bounds}.max_length, "${LONGEST}"))`,
};

/** The bounds of Cognito's numbers. */
const lowest: Field<Values> = { of: () => -(2 ** 1023), over: () => "-pow(2, 1023)" };
const highest: Field<Values> = { of: () => 2 ** 1023, over: () => "pow(2, 1023)" };
const minValue = valueOr(lowest, "minValue", "min_value");
const maxValue = valueOr(highest, "maxValue", "max_value");

/** The AWS provider plans a bound that is not given as empty text. */
function valueOr(fallback: Field<Values>, key: keyof Values, argument: string): Field<Values> {
  return {
    of: (bounds) => bounds[key] ?? fallback.of(bounds),
    over: (bounds) => `coalesce(try(tonumber(${bounds}.${argument}), null), ${fallback.over(bounds)})`,
  };
}

/** The range of an attribute in a message. */
function rangeOf<B>({ of, over }: Items<AttributeModel, B>, least: Field<B>, most: Field<B>): Shown<AttributeModel> {
  return {
    of: (attribute) => of(attribute).map((bounds) => bounds && `${least.of(bounds)} to ${most.of(bounds)}`)[0],
    over: (attribute) =>
      `join("", [for bounds in ${over(attribute)} : try("\${${least.over("bounds")}} to \${${most.over("bounds")}}", "")])`,
  };
}

const areNumbers = inTerraformAlone<AttributeModel>(
  (attribute) =>
    `alltrue(flatten([for bounds in ${values.over(attribute)} : [for bound in [bounds.min_value, bounds.max_value] : try(length(bound), 0) == 0 || can(tonumber(bound))]]))`,
);

/** Claims that contain a whole token of the identity provider. */
const TOKEN_CLAIMS: readonly string[] = ["access_token", "id_token", "refresh_token"];

/** Bounds of an attribute's length or value. */
export const schemaConstraintRules: readonly Rule[] = [
  userPoolRule({
    id: "SCH-07",
    name: "attribute-length",
    since: "1.0",
    severity: "error",
    title: `limit the length of a String attribute to 0 to ${LONGEST}, minLength no longer than maxLength`,
    why: '"String attributes cannot have a length of more than 2048", or "... cannot have a max length shorter than it\'s min length". The bounds can never be changed.',
    fix: `use 0 <= minLength <= maxLength <= ${LONGEST}`,
    source: [api("StringAttributeConstraintsType"), MOTO],
    claims: [
      claimAttributes(
        every(
          lengths,
          certainly(all(isAtMost(zero, minLength), isAtMost(minLength, maxLength), isAtMost(maxLength, LONGEST))),
        ),
        say`the length of ${attributeKey} is ${rangeOf(lengths, minLength, maxLength)}; Cognito allows 0 to ${String(LONGEST)}`,
        ({ written, stringAttributeConstraints: bounds }) =>
          written.maxLength === undefined || (written.minLength !== undefined && (bounds?.minLength ?? 0) < 0)
            ? "minLength"
            : "maxLength",
      ),
    ],
    examples: () => ({
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
    }),
  }),
  userPoolRule({
    id: "SCH-08",
    name: "attribute-range",
    since: "1.0",
    severity: "error",
    title: "require minValue of a Number attribute to be no more than maxValue",
    why: '"... cannot have a max value smaller than it\'s min value"; nor can a bound be beyond 2^1023. The bounds can never be changed.',
    fix: "use minValue <= maxValue",
    planFix: "write numbers, min_value <= max_value",
    source: [api("NumberAttributeConstraintsType"), MOTO],
    claims: [
      claimAttributes(
        every(values, all(isAtMost(lowest, minValue), isAtMost(minValue, maxValue), isAtMost(maxValue, highest))),
        say`the value of ${attributeKey} is ${rangeOf(values, minValue, maxValue)}; Cognito allows -2^1023 to 2^1023, minValue no more than maxValue`,
        ({ written }) => (written.maxValue === undefined ? "minValue" : "maxValue"),
      ),
      claimAttributes(areNumbers, say`a limit of the value of ${attributeKey} is not a number`),
    ],
    examples: () => ({
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
    }),
  }),
  userPoolRule({
    id: "SCH-09",
    name: "constraint-of-type",
    since: "1.0",
    severity: "error",
    title: "require limits of length only of a String, and limits of value only of a Number",
    why: "AWS ignores or refuses limits of length of a Number and limits of value of a String, and the attribute would be unlimited.",
    fix: "use minLength and maxLength for a String, minValue and maxValue for a Number",
    source: [api("SchemaAttributeType")],
    claims: (["String", "Number"] as const).map((type) =>
      claimAttributes(
        boundsAreOf(type),
        say`${attributeKey} has limits of ${type === "String" ? "length" : "value"}, which apply to type ${type}`,
      ),
    ),
    check: ({ schema }) =>
      schema.flatMap(({ key, attributeDataType, written }) =>
        BOUNDS.filter(([bound, type]) => written[bound] !== undefined && attributeDataType !== type).map(
          ([bound, type]) => ({
            at: ["attributes", key, bound],
            message: `${key} has type ${attributeDataType}; ${bound} applies to type ${type}`,
          }),
        ),
      ),
    examples: () => ({
      bad: [
        attributeExample("custom:n", { type: "Number", maxLength: 10 }, "maxLength"),
        attributeExample("custom:a", { minValue: 0 }, "minValue"),
        attributeExample("custom:d", { type: "DateTime", minLength: 1 }, "minLength"),
      ],
      good: [declares("custom:n", { type: "Number", minValue: 0 }), declares("custom:a", { minLength: 1 })],
    }),
  }),
  userPoolRule({
    id: "SCH-23",
    name: "room-for-provider-token",
    since: "1.0",
    severity: "warning",
    title: "require the full length of an attribute that stores a token of an identity provider",
    why: "A token is longer than most attributes: where it does not fit, sign-in through the provider fails, and a length can never be changed.",
    fix: `leave out maxLength, or use ${LONGEST}`,
    source: [guide("cognito-user-pools-specifying-attribute-mapping")],
    check: ({ schema }, { identityProviders }) =>
      schema.flatMap(({ key, name, stringAttributeConstraints }) => {
        const most = stringAttributeConstraints?.maxLength ?? LONGEST;
        const provider = identityProviders.find(({ attributeMapping }) =>
          Object.entries(attributeMapping).some(
            ([mapped, claim]) => bareName(mapped) === name && TOKEN_CLAIMS.includes(known(claim) ?? ""),
          ),
        );
        if (provider === undefined || most >= LONGEST) return [];
        const message = `${key} holds at most ${most} characters, but identity provider ${provider.providerName} writes a token to it`;
        return [{ at: ["attributes", key, "maxLength"], message }];
      }),
    examples: () => ({
      bad: [badPool(withToken(2047), "attributes", "custom:token", "maxLength")],
      good: [goodPool(withToken(2048)), goodPool(withToken(undefined))],
    }),
  }),
  userPoolRule({
    id: "SCH-25",
    name: "room-for-addresses",
    since: "2.0",
    severity: "warning",
    title: "require email and phone_number to hold addresses as long as people have",
    why: "A user with a longer address cannot sign up, and the length of an attribute can never be changed. Examples in circulation limit email to 15 characters.",
    fix: `leave out maxLength, whose default is ${LONGEST}`,
    source: [
      api("StringAttributeConstraintsType"),
      "https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1",
      "https://www.itu.int/rec/T-REC-E.164",
    ],
    check: ({ schema }) =>
      schema.flatMap(({ key, name, stringAttributeConstraints }) => {
        const least = ADDRESSES.get(name) ?? 0;
        const most = stringAttributeConstraints?.maxLength ?? LONGEST;
        return most >= least
          ? []
          : [
              {
                at: ["attributes", key, "maxLength"],
                message: `${key} holds at most ${most} characters; ${name === "email" ? "many e-mail addresses have more" : "a phone number has up to 16"}`,
              },
            ];
      }),
    examples: () => ({
      bad: [
        attributeExample("email", { minLength: 7, maxLength: 15 }, "maxLength"),
        attributeExample("phone_number", { maxLength: 12 }, "maxLength"),
      ],
      good: [
        declares("email", { maxLength: 254 }),
        declares("phone_number", { maxLength: 16 }),
        declares("nickname", { maxLength: 15 }),
      ],
    }),
  }),
];

/** Characters that must fit: the local part alone of an e-mail address has up to 64, a phone number a plus and 15 digits. */
const ADDRESSES: ReadonlyMap<string, number> = new Map([
  ["email", 64],
  ["phone_number", 16],
]);

/** That an attribute of another type has none of the limits of a type. Of what the config says the model has these alone. */
function boundsAreOf(type: "String" | "Number"): Statement<AttributeModel> {
  const limits = type === "String" ? lengths : values;
  return inTerraformAlone(
    (attribute) => `${attribute}.attribute_data_type == "${type}" || length(${limits.over(attribute)}) == 0`,
    "||",
  );
}

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

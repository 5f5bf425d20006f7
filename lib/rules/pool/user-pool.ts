import { QUOTAS } from "../../cognito/quotas";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import { formatPath } from "../../config/problem";
import type { PoolModel, UserPoolModel } from "../../model/model";
import { isOpen, known, type Text, type Value } from "../../model/value";
import { isWithin, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { plain } from "../language/expressions";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all, comparison, type Statement } from "../language/statements";
import { formClause, lengthClause } from "../language/text-clauses";
import { hasLength, matches } from "../language/text-statements";
import type { PoolRule, Rule, Violation } from "../rule";
import { badPool, goodPool, many } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { textRule } from "./text-arguments";
import { userPoolMessageRules } from "./user-pool-messages";

type PasswordNumber = {
  [K in keyof UserPoolModel["passwordPolicy"]]: UserPoolModel["passwordPolicy"][K] extends Value<number> ? K : never;
}[keyof UserPoolModel["passwordPolicy"]];

/** The pool's own arguments. */
export const userPoolRules: readonly Rule[] = [
  textRule(
    {
      id: "POOL-01",
      name: "user-pool-name",
      since: "1.0",
      severity: "error",
      title: "limit the name of a user pool to 1 to 128 characters that AWS allows",
      why: "AWS refuses the pool at apply; the AWS provider checks either the length or the characters, not both.",
      fix: "use letters, digits, spaces and _ + = , . @ -",
      source: [api("CreateUserPool")],
      examples: () => ({
        bad: ["", "users!", "müller", "x".repeat(129)].map((name) => badPool({ name }, "name")),
        good: ["u", "x".repeat(128), "Users of prod", "a_b+c=d,e.f@g-h 1"].map((name) => goodPool({ name })),
      }),
    },
    [
      {
        at: ["name"],
        argument: "name",
        value: ({ name }) => name,
        clauses: [
          lengthClause(...USER_POOL_ARGUMENTS.name.range),
          formClause(
            "^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]*$",
            "made of letters, digits, spaces and _ + = , . @ - alone",
          ),
        ],
      },
    ],
  ),
  {
    id: "POOL-03",
    name: "user-pool-id",
    since: "1.0",
    severity: "error",
    subject: "pool",
    title: "require the ID of an existing user pool to have AWS's form",
    why: "Every call for a client of the pool fails at apply: no pool has such an ID. The AWS provider takes any text, and another ID replaces every client.",
    fix: "copy the user pool ID from the console or from terraform output: <region>_<letters and digits>",
    source: [api("DescribeUserPool")],
    check: ({ existing }) => {
      const id = known(existing?.userPoolId);
      return id === undefined || POOL_ID.holds(id)
        ? []
        : [
            {
              at: ["existing", "userPoolId"],
              message: `${JSON.stringify(id)} is not a user pool ID such as eu-west-1_Ab3dEf6h1, of at most 55 characters`,
            },
          ];
    },
    validation: ({ existing }: PoolModel) => {
      const id = existing?.userPoolId;
      if (!isOpen(id) || id.token !== undefined) return [];
      return [
        {
          expression: POOL_ID.over(`var.${id.variable}`),
          message: plain("not a user pool ID such as eu-west-1_Ab3dEf6h1, of at most 55 characters"),
        },
      ];
    },
    examples: () => ({
      bad: ["users", "not a pool", "eu-west-1", "eu-west-1_", "eu-west-1:Ab3", "", `eu-west-1_${"x".repeat(46)}`].map(
        (userPoolId) => badPool({ existing: { userPoolId } }, "existing", "userPoolId"),
      ),
      good: ["eu-west-1_Ab3dEf6h1", `eu-west-1_${"x".repeat(45)}`, { var: "user_pool_id" }].map((userPoolId) =>
        goodPool({ existing: { userPoolId } }),
      ),
    }),
  },
  passwordRule("POOL-04", "password-length", "minimumLength", "characters"),
  passwordRule("POOL-05", "password-history", "passwordHistorySize", "passwords"),
  passwordRule("POOL-06", "temporary-password", "temporaryPasswordValidityDays", "days"),
  ...userPoolMessageRules,
  userPoolRule({
    id: "POOL-10",
    name: "tags",
    since: "1.0",
    severity: "error",
    title: `limit a pool to ${QUOTAS.tags.limit} tags in AWS's form`,
    why: "AWS refuses the pool at apply: keys have 1 to 128 characters and do not begin with aws: in upper or lower case, values have at most 256.",
    fix: "remove tags",
    source: [
      api("CreateUserPool"),
      "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
    ],
    claims: (_, { environment }) => [
      {
        must: hasGoodTags(environment.tags),
        violations: ({ tags }) =>
          tagViolations({ ...environment.tags, ...tags }).map(({ at, ...said }) => {
            const isOwn = at.length === 0 ? Object.keys(tags).length > 0 : Object.hasOwn(tags, String(at[0]));
            return { at: ["tags", ...at], ...said, ...(isOwn ? {} : { source: environment.source }) };
          }),
        planMessage: plain(
          `AWS allows ${MOST_TAGS} tags, keys of 1 to 128 characters without aws:, and values of at most 256 characters`,
        ),
      },
    ],
    examples: () => ({
      bad: [
        badPool({ tags: many(51, "tag", "value") }, "tags"),
        badPool({ tags: { ["k".repeat(129)]: "v" } }, "tags", "k".repeat(129)),
        badPool({ tags: { "aws:team": "v" } }, "tags", "aws:team"),
        badPool({ tags: { "AWS:team": "v" } }, "tags", "AWS:team"),
        badPool({ tags: { team: "v".repeat(257) } }, "tags", "team"),
        { ...badPool({ tags: many(30, "tag", "value") }, "tags"), environment: { tags: many(21, "env", "value") } },
        { environment: { tags: many(51, "env", "value") }, at: "environments.prod.tags" },
        ...(
          [
            ["aws:team", "v"],
            ["k".repeat(129), "v"],
            ["team", "v".repeat(257)],
          ] as const
        ).map(([key, value]) => ({
          environment: { tags: { [key]: value } },
          at: formatPath(["environments", "prod", "tags", key]),
        })),
      ],
      good: [
        goodPool({ tags: many(50, "tag", "value") }),
        goodPool({ tags: { ["k".repeat(128)]: "v".repeat(256), empty: "" } }),
        { ...goodPool({ tags: many(50, "tag", "value") }), environment: { tags: many(20, "tag", "other") } },
        { ...goodPool({ tags: { team: "v" } }), environment: { tags: { team: "v".repeat(257) } } },
      ],
    }),
  }),
  userPoolRule({
    id: "POOL-11",
    name: "deletion-protection",
    since: "1.0",
    severity: "warning",
    title: "require deletion protection",
    why: "Without it one wrong destroy deletes every user, and no backup brings their passwords back.",
    fix: "set deletionProtection to true",
    source: [guide("user-pool-settings-deletion-protection"), PREFLIGHT],
    check: ({ deletionProtection }) =>
      deletionProtection === "INACTIVE"
        ? [{ at: ["deletionProtection"], message: "the user pool can be deleted with all its users" }]
        : [],
    examples: () => ({
      bad: [badPool({ deletionProtection: false }, "deletionProtection")],
      good: [goodPool({}), goodPool({ deletionProtection: true })],
    }),
  }),
  userPoolRule({
    id: "POOL-13",
    name: "device-challenge",
    since: "1.0",
    severity: "warning",
    title: "require MFA where new devices are challenged",
    why: "A remembered device replaces the second factor; while MFA is off there is none to replace, and no challenge.",
    fix: "use mfaConfiguration: OPTIONAL or ON, or remove challengeRequiredOnNewDevice",
    source: [api("DeviceConfigurationType"), guide("amazon-cognito-user-pools-device-tracking")],
    check: ({ deviceConfiguration, mfaConfiguration }) =>
      deviceConfiguration?.challengeRequiredOnNewDevice && mfaConfiguration === "OFF"
        ? [
            {
              at: ["deviceConfiguration", "challengeRequiredOnNewDevice"],
              message: "new devices are to be challenged, but MFA is OFF",
            },
          ]
        : [],
    examples: () => ({
      bad: [
        badPool(
          { deviceConfiguration: { challengeRequiredOnNewDevice: true } },
          "deviceConfiguration",
          "challengeRequiredOnNewDevice",
        ),
      ],
      good: [
        goodPool({
          deviceConfiguration: { challengeRequiredOnNewDevice: true },
          mfaConfiguration: "OPTIONAL",
          softwareTokenMfa: true,
        }),
        goodPool({ deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true } }),
      ],
    }),
  }),
];

const POOL_ID = all(hasLength(1, 55), matches("^[\\w-]+_[0-9A-Za-z]+$"));
const TAG_KEY = hasLength(1, 128);
const TAG_VALUE = hasLength(0, 256);
const MOST_TAGS = QUOTAS.tags.limit;

/** The pool's tags are in AWS's form, together with those of the environment: default_tags of the AWS provider. */
function hasGoodTags(others: Readonly<Record<string, Text>>): Statement<UserPoolModel> {
  const isGood = `length(tags) <= ${MOST_TAGS} && alltrue([for key, value in tags : ${TAG_KEY.over("key")} && !startswith(lower(key), "aws:") && (value == null ? true : ${TAG_VALUE.over("value")})])`;
  // tags_all of a new pool without tags is unknown, and a mocked provider does not know it: contains() is still false
  const bad = (name: string) =>
    `contains([for tags in [coalesce(try(${name}.tags, null), {}), coalesce(try(${name}.tags_all, null), {})] : ${isGood}], false)`;
  return comparison(
    ({ tags }) => tagViolations({ ...others, ...tags }).length === 0,
    (name) => `!${bad(name)}`,
    bad,
  );
}

/** What is wrong with the tags of a pool; `at` starts from them. */
function tagViolations(tags: Readonly<Record<string, Text>>): Violation[] {
  const count = Object.keys(tags).length;
  return [
    ...(count > MOST_TAGS
      ? [{ at: [], message: `the pool and its environment have ${count} tags together; AWS allows ${MOST_TAGS}` }]
      : []),
    ...Object.entries(tags).flatMap(([key, value]) => {
      const wrong = (message: string, fix: string): Violation => ({ at: [key], message, fix });
      return [
        ...(TAG_KEY.holds(key)
          ? []
          : [wrong(`tag key ${JSON.stringify(key)} is not 1 to 128 characters long`, "write 1 to 128 characters")]),
        ...(key.toLowerCase().startsWith("aws:")
          ? [wrong(`tag key ${JSON.stringify(key)} begins with aws:, which AWS reserves`, "write another key")]
          : []),
        ...(TAG_VALUE.holds(known(value) ?? "")
          ? []
          : [wrong(`tag ${key} has a value of more than 256 characters`, "shorten the value")]),
      ];
    }),
  ];
}

/** The rule that a number of the password policy lies within Cognito's range. */
function passwordRule(id: string, name: string, field: PasswordNumber, unit: string): PoolRule {
  const { default: preset, range } = USER_POOL_ARGUMENTS.passwordPolicy.arguments[field];
  const [least, most] = range;
  const number = poolArgument(`passwordPolicy.${field}`);
  return userPoolRule({
    id,
    name,
    since: "1.0",
    severity: "error",
    title: `limit passwordPolicy.${field} to ${least} to ${most} ${unit}`,
    why: `AWS refuses the pool at apply, and the AWS provider at plan; the default is ${preset}.`,
    fix: `use ${least} to ${most}`,
    source: [api("PasswordPolicyType")],
    claims: [
      claim(
        isWithin(number, range),
        ["passwordPolicy", field],
        say`${field} is ${number}; Cognito allows ${String(least)} to ${String(most)}`,
        ({ passwordPolicy }) =>
          Number(known(passwordPolicy[field])) < least ? `use ${least} or more` : `use ${most} or less`,
      ),
    ],
    examples: () => ({
      bad: [least - 1, most + 1].map((given) =>
        badPool({ passwordPolicy: { [field]: given } }, "passwordPolicy", field),
      ),
      good: [least, most].map((given) => goodPool({ passwordPolicy: { [field]: given } })),
    }),
  });
}

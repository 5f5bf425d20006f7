import { GROUP_ARGUMENTS } from "../../cognito/attachments";
import { partitionOf } from "../../cognito/regions";
import type { GroupModel } from "../../model/model";
import { isWithin } from "../language/arguments";
import { arnClauses } from "../language/arns";
import { visibleName } from "../language/characters";
import { claim } from "../language/claims";
import { field } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { claimText } from "../language/text-claims";
import { lengthClause, type TextClause } from "../language/text-clauses";
import type { Rule } from "../rule";
import { groupRule } from "./object-rule";
import { badPool, goodPool } from "./pool-examples";

const name = field<GroupModel>((group) => group.name, "name");
const role = field<GroupModel>((group) => group.roleArn, "role_arn");
const precedence = {
  ...field<GroupModel>((group) => group.precedence ?? 0, "precedence"),
  over: (group: string) => `coalesce(${group}.precedence, 0)`,
};
const NAME: readonly TextClause[] = [lengthClause(...GROUP_ARGUMENTS.name.range), visibleName];

/** The largest number of Java's int, which AWS takes a precedence to be. */
const MOST_PRECEDENCE = GROUP_ARGUMENTS.precedence.range[1];

const roleArn = "arn:aws:iam::123456789012:role/admins";
const groups = (key: string, group: object = {}) => ({ groups: { [key]: group } });

/** Groups of users, and the roles that their members take. */
export const groupRules: readonly Rule[] = [
  groupRule({
    id: "GRP-01",
    name: "group-name",
    since: "2.0",
    severity: "error",
    title: "limit a group name to 1 to 128 characters without spaces",
    why: "AWS refuses any other name at apply; the AWS provider checks the length alone. Every member's tokens carry the name.",
    fix: "use letters, digits and punctuation: site-admins",
    source: [api("CreateGroup")],
    claims: [claimText("group name", name, NAME, [])],
    examples: () => ({
      bad: ["", "Site Admins", "x".repeat(129), "admins\u{200b}", "a\tb"].map((key) =>
        badPool(groups(key), "groups", key),
      ),
      good: ["a", "x".repeat(128), "Ärzte/Süd:2", "日本", "🎉"].map((key) => goodPool(groups(key))),
    }),
  }),
  groupRule({
    id: "GRP-02",
    name: "group-role",
    since: "2.0",
    severity: "error",
    title: "require a group role to be an IAM role of the pool's account",
    why: '"Cross-account pass role is not allowed.": AWS refuses the group at apply, as it refuses what is not the ARN of a role.',
    fix: "write the ARN of an IAM role of the pool's account",
    source: [api("CreateGroup"), guide("cognito-user-pools-user-groups"), PREFLIGHT],
    claims: ({ environment }) => [
      claimText("roleArn", role, arnClauses({ kind: "role", ownAccount: true }, environment), ["roleArn"], {
        optional: true,
      }),
    ],
    examples: () => ({
      bad: [
        ...["admin-role", "arn:aws:iam::123456789012:group/admins", "arn:aws-cn:iam::123456789012:role/admins"].map(
          (arn) => badPool(groups("admins", { roleArn: arn }), "groups", "admins", "roleArn"),
        ),
        {
          ...badPool(groups("admins", { roleArn }), "groups", "admins", "roleArn"),
          environment: { accountId: "111122223333" },
        },
      ],
      good: [
        goodPool(groups("admins")),
        goodPool(groups("admins", { roleArn })),
        goodPool(groups("admins", { roleArn: { var: "role" } })),
        { ...goodPool(groups("admins", { roleArn })), environment: { accountId: "123456789012" } },
        { ...goodPool(groups("admins", { roleArn })), environment: { accountId: { var: "account" } } },
        {
          ...goodPool(groups("admins", { roleArn: roleArn.replace("arn:aws", `arn:${partitionOf("us-gov-west-1")}`) })),
          environment: { region: "us-gov-west-1" },
        },
      ],
    }),
  }),
  groupRule({
    id: "GRP-03",
    name: "group-precedence",
    since: "2.0",
    severity: "error",
    title: `limit a group's precedence to ${MOST_PRECEDENCE}`,
    why: "AWS takes a 32-bit number and refuses a larger one at apply.",
    fix: `use 0 to ${MOST_PRECEDENCE}`,
    source: [api("CreateGroup")],
    claims: [
      claim(
        isWithin(precedence, [0, MOST_PRECEDENCE]),
        ["precedence"],
        say`precedence is ${precedence}; AWS allows 0 to ${String(MOST_PRECEDENCE)}`,
      ),
    ],
    examples: () => ({
      bad: [badPool(groups("admins", { precedence: MOST_PRECEDENCE + 1 }), "groups", "admins", "precedence")],
      good: [{}, { precedence: 0 }, { precedence: MOST_PRECEDENCE }].map((group) => goodPool(groups("admins", group))),
    }),
  }),
];

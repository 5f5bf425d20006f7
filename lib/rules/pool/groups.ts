import { partitionOf } from "../../cognito/regions";
import type { GroupModel, PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { arnClauses } from "../language/arns";
import { visibleName } from "../language/characters";
import { plain, planText } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all } from "../language/statements";
import { lengthClause, type TextClause } from "../language/text-clauses";
import type { PoolRule, Rule, RuleText, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { type Guard, guardedOn } from "./pool-rule";

const NAME: readonly TextClause[] = [lengthClause(1, 128), visibleName];

/** The largest number of Java's int, which AWS takes a precedence to be. */
const MOST_PRECEDENCE = 2 ** 31 - 1;

const roleArn = "arn:aws:iam::123456789012:role/admins";
const groups = (name: string, group: object = {}) => ({ groups: { [name]: group } });

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
    guard: () => ({
      expression: all(...NAME.map(({ statement }) => statement)).over("self.name"),
      planMessage: planText`name ${"jsonencode(self.name)"} must be ${plain(NAME.map(({ demand }) => demand).join(", "))}`,
    }),
    violation: ({ name }) => {
      const failing = NAME.find(({ statement }) => statement.holds(name) === false);
      return (
        failing && { at: [], message: `group name ${failing.message(name)}`, ...(failing.fix && { fix: failing.fix }) }
      );
    },
    examples: {
      bad: ["", "Site Admins", "x".repeat(129), "admins\u{200b}", "a\tb"].map((name) =>
        badPool(groups(name), "groups", name),
      ),
      good: ["a", "x".repeat(128), "Ärzte/Süd:2", "日本", "🎉"].map((name) => goodPool(groups(name))),
    },
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
    guard: ({ environment }) => {
      const clauses = arnClauses({ kind: "role", ownAccount: true }, environment);
      const role = "self.role_arn";
      return {
        expression: `(try(length(${role}), 0) == 0 ? true : ${all(...clauses.map(({ statement }) => statement)).over(role)})`,
        planMessage: planText`role_arn ${`jsonencode(try(${role}, null))`} must be ${plain(clauses.map(({ demand }) => demand).join(", "))}`,
      };
    },
    violation: ({ roleArn: role }, { environment }) => {
      const arn = known(role);
      if (arn === undefined || arn === "") return undefined;
      const failing = arnClauses({ kind: "role", ownAccount: true }, environment).find(
        ({ statement }) => statement.holds(arn) === false,
      );
      return failing && { at: ["roleArn"], message: `roleArn ${failing.message(arn)}`, fix: failing.fix ?? "" };
    },
    examples: {
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
    },
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
    guard: () => ({
      expression: `coalesce(self.precedence, 0) <= ${MOST_PRECEDENCE}`,
      planMessage: planText`precedence is ${"self.precedence"}; AWS allows 0 to ${plain(String(MOST_PRECEDENCE))}`,
    }),
    violation: ({ precedence = 0 }) =>
      precedence <= MOST_PRECEDENCE
        ? undefined
        : { at: ["precedence"], message: `precedence is ${precedence}; AWS allows 0 to ${MOST_PRECEDENCE}` },
    examples: {
      bad: [badPool(groups("admins", { precedence: MOST_PRECEDENCE + 1 }), "groups", "admins", "precedence")],
      good: [{}, { precedence: 0 }, { precedence: MOST_PRECEDENCE }].map((group) => goodPool(groups("admins", group))),
    },
  }),
];

interface GroupRuleDefinition extends RuleText {
  /** What is wrong with a group, if anything; `at` starts from the group. */
  readonly violation: (group: GroupModel, pool: PoolModel) => Violation | undefined;
  /** The same over the group. */
  readonly guard: (pool: PoolModel) => Guard;
  readonly examples: PoolRule["examples"];
}

function groupRule({ violation, guard, ...text }: GroupRuleDefinition): PoolRule {
  return {
    ...text,
    subject: "pool",
    check: (pool) =>
      pool.groups.flatMap((group) => {
        const found = violation(group, pool);
        return found ? [{ ...found, at: ["groups", group.name, ...found.at] }] : [];
      }),
    conditions: (pool) => (pool.groups.length > 0 ? [guardedOn("group", guard(pool))] : []),
  };
}

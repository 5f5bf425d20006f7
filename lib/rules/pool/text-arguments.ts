import type { EnvironmentModel, UserPoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import { known, type Text } from "../../model/value";
import { type ArnDemand, arnClauses } from "../language/arns";
import { literal, plain, planText } from "../language/expressions";
import { all } from "../language/statements";
import type { TextClause } from "../language/text-clauses";
import type { Condition, Examples, PoolRule, RuleText, Violation } from "../rule";
import { type UserPoolRuleDefinition, userPoolRule } from "./pool-rule";

/** A text argument of the user pool, and what it must meet. */
export interface TextArgument {
  readonly at: Path;
  /** The Terraform argument, from the resource. */
  readonly argument: string;
  readonly value: (users: UserPoolModel) => Text | undefined;
  /** In the order in which they are asked: the first that fails is reported. */
  readonly clauses: readonly TextClause[] | ((environment: EnvironmentModel) => readonly TextClause[]);
  /** Whether the AWS provider leaves an empty text out, as it does of an ARN. Default false. */
  readonly emptyIsAbsent?: boolean;
  /** Whether the text is too long to be shown at plan time. Default false. */
  readonly long?: boolean;
}

/** An argument that holds an ARN. */
export function arnArgument(at: Path, argument: string, value: TextArgument["value"], demand: ArnDemand): TextArgument {
  return { at, argument, value, clauses: (environment) => arnClauses(demand, environment), emptyIsAbsent: true };
}

/**
 * A rule about text arguments, and what else must hold of a pool whose texts are in order. Terraform evaluates each
 * argument by itself, whether or not the file mentions it: one that is unknown does not hide one that fails.
 */
export function textRule(
  text: RuleText & { examples: () => Examples },
  fields: readonly TextArgument[],
  further: UserPoolRuleDefinition["claims"] = [],
): PoolRule {
  const rule = userPoolRule({ ...text, claims: further });
  return {
    ...rule,
    check: (pool) => {
      const { pool: users, environment } = pool;
      if (users === undefined) return [];
      const violations = fields.flatMap((field) => violationOf(field, users, environment) ?? []);
      return violations.length > 0 ? violations : rule.check(pool);
    },
    conditions: (pool) => {
      const { pool: users, environment } = pool;
      if (users === undefined) return [];
      const stated = fields.map((field) =>
        field.value(users) === undefined && !field.argument.startsWith(INVITATION)
          ? { ...field, emptyIsAbsent: true }
          : field,
      );
      const unknown = stated.filter(({ argument, value }) => COMPUTED.test(argument) && value(users) === undefined);
      const given = stated.filter((field) => !unknown.includes(field));
      const together = alike(given, environment).map((group) => conditionOn(group, clausesOf(group[0], environment)));
      return [
        ...together,
        ...(rule.conditions?.(pool) ?? []),
        ...unknown.map((field) => ({ ...conditionOn([field], clausesOf(field, environment)), apart: true })),
      ];
    },
  };
}

/** After an apply the AWS provider holds an empty text for each argument that AWS has none of, but for invitations. */
const INVITATION = "admin_create_user_config";

/** Arguments that the AWS provider fills in where the file does not mention them: unknown to the plan of a new pool. */
const COMPUTED =
  /^(?:verification_message_template|sms_configuration|lambda_config\[0\]\.pre_token_generation(?:_config)?)\b/;

function clausesOf({ clauses }: TextArgument, environment: EnvironmentModel): readonly TextClause[] {
  return typeof clauses === "function" ? clauses(environment) : clauses;
}

function violationOf(field: TextArgument, users: UserPoolModel, environment: EnvironmentModel): Violation | undefined {
  const given = known(field.value(users));
  if (given === undefined || (given === "" && field.emptyIsAbsent)) return undefined;
  const failing = clausesOf(field, environment).find(({ statement }) => statement.holds(given) === false);
  if (failing === undefined) return undefined;
  const { message, fix } = failing;
  return { at: field.at, message: `${field.at.at(-1)} ${message(given)}`, ...(fix && { fix }) };
}

/** Fields that must meet the same, together. */
function alike(fields: readonly TextArgument[], environment: EnvironmentModel): [TextArgument, ...TextArgument[]][] {
  const groups = new Map<string, [TextArgument, ...TextArgument[]]>();
  for (const field of fields) {
    const key = JSON.stringify([field.emptyIsAbsent, field.long, isMet(field, clausesOf(field, environment))]);
    const group = groups.get(key);
    if (group) group.push(field);
    else groups.set(key, [field]);
  }
  return [...groups.values()];
}

/** A Terraform expression: `text` is absent, or meets the clauses. */
function isMet({ emptyIsAbsent }: TextArgument, clauses: readonly TextClause[]): string {
  const isAbsent = emptyIsAbsent ? "try(length(text), 0) == 0" : "text == null";
  return `(${isAbsent} ? true : ${all(...clauses.map(({ statement }) => statement)).over("text")})`;
}

function conditionOn(fields: readonly [TextArgument, ...TextArgument[]], clauses: readonly TextClause[]): Condition {
  const met = isMet(fields[0], clauses);
  const demands = clauses.map(({ demand }) => demand).join(", ");
  const values = fields.map(({ argument }) => [argument.replaceAll("[0]", ""), `try(self.${argument}, null)`] as const);
  const table = values.map(([name, value]) => `${literal(name)} = ${value}`).join(", ");
  const shown = fields[0].long ? "" : " ${jsonencode(text)}";
  return {
    on: "userPool",
    expression: `!contains([for text in [${values.map(([, value]) => value).join(", ")}] : ${met}], false)`,
    message: planText`${`join("; ", [for name, text in { ${table} } : "\${name}${shown}" if !${met}])`} must be ${plain(demands)}`,
  };
}

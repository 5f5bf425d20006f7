import type { EnvironmentModel, UserPoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import { known, type Text } from "../../model/value";
import { type ArnDemand, arnClauses } from "../language/arns";
import { type Message, plain, told } from "../language/expressions";
import { all } from "../language/statements";
import type { TextClause } from "../language/text-clauses";
import type { Examples, PoolRule, RuleText, Violation } from "../rule";
import { type Guard, joined, type UserPoolRuleDefinition, userPoolRule } from "./pool-rule";

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

/** A rule about text arguments, and what else must hold of a pool whose texts are in order. */
export function textRule(
  text: RuleText & { examples: Examples },
  fields: readonly TextArgument[],
  further?: Required<Pick<UserPoolRuleDefinition, "check">> & Pick<UserPoolRuleDefinition, "guard">,
): PoolRule {
  return userPoolRule({
    ...text,
    check: (users, pool) => {
      const violations = fields.flatMap((field) => violationOf(field, users, pool.environment) ?? []);
      return violations.length > 0 || further === undefined ? violations : further.check(users, pool);
    },
    guard: (users, pool) => {
      const guards = fields
        .filter(({ value }) => value(users) !== undefined)
        .map((field) => guardOf(field, pool.environment));
      const beside = further?.guard?.(users, pool);
      const every = beside ? [...guards, beside] : guards;
      if (every.length === 0) return undefined;
      return {
        expression: every.map(({ expression }) => expression).join(" && "),
        told: joined(every.map((guard) => guard.told)),
      };
    },
  });
}

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

function guardOf(field: TextArgument, environment: EnvironmentModel): Guard {
  const self = `self.${field.argument}`;
  const clauses = clausesOf(field, environment);
  const isAbsent = field.emptyIsAbsent ? `try(length(${self}), 0) == 0` : `try(${self}, null) == null`;
  const name = plain(String(field.at.at(-1)));
  const demands: Message = plain(clauses.map(({ demand }) => demand).join(", "));
  return {
    expression: `(${isAbsent} ? true : ${all(...clauses.map(({ statement }) => statement)).over(self)})`,
    told: field.long
      ? told`${name} must be ${demands}`
      : told`${name} ${`jsonencode(try(${self}, null))`} must be ${demands}`,
  };
}

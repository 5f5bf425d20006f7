import type { PoolModel, UserPoolModel } from "../../model/model";
import type { Text } from "../../model/value";
import { type Claim, conditionOf } from "../language/claims";
import type { Message } from "../language/expressions";
import type { Statement } from "../language/statements";
import type { Condition, Examples, PoolRule, RuleText, Subject, Violation } from "../rule";

/** What Terraform evaluates, and what it says when that is false, after the rule's id and the object. */
export interface Guard {
  readonly expression: string;
  /** The opposite, where there is a better way to say it than `!`. */
  readonly violated?: string;
  readonly planMessage: Message;
}

/** A rule about the arguments of a managed user pool, as its family writes it down. */
export interface UserPoolRuleDefinition extends RuleText {
  /** What must hold, said once for the check and for Terraform; a function where it depends on the config. */
  readonly claims?:
    | readonly Claim<UserPoolModel>[]
    | ((users: UserPoolModel, pool: PoolModel) => readonly Claim<UserPoolModel>[]);
  /** What is wrong beside the claims. */
  readonly check?: (users: UserPoolModel, pool: PoolModel) => Iterable<Violation>;
  /**
   * The same as `check` over `self`, for what no claim says. A block that the file does not mention is unknown to the
   * plan of a new pool (`sms_configuration`, `lambda_config[0].pre_token_generation`, ...).
   */
  readonly guard?: (users: UserPoolModel, pool: PoolModel) => Guard | undefined;
  readonly examples: Examples;
}

/** A rule about a managed user pool: silent on an existing one. */
export function userPoolRule({ claims = [], check, guard, ...text }: UserPoolRuleDefinition): PoolRule {
  const claimsOf = (users: UserPoolModel, pool: PoolModel) =>
    typeof claims === "function" ? claims(users, pool) : claims;
  const isConditioned = guard !== undefined || typeof claims === "function" || claims.length > 0;
  return {
    ...text,
    subject: "pool",
    check: (pool) => {
      const users = pool.pool;
      if (users === undefined) return [];
      return [
        ...claimsOf(users, pool).flatMap((each) => (each.must.holds(users) === false ? each.violations(users) : [])),
        ...(check?.(users, pool) ?? []),
      ];
    },
    ...(isConditioned && {
      conditions: (pool) => {
        const users = pool.pool;
        if (users === undefined) return [];
        const guarded = guard?.(users, pool);
        return [
          ...claimsOf(users, pool).map(({ must, planMessage = () => [] }) =>
            conditionOf("userPool", must, planMessage),
          ),
          ...(guarded ? [guardedOn("userPool", guarded)] : []),
        ];
      },
    }),
  };
}

/** A rule that Terraform evaluates over other objects as well. */
export function withConditions(rule: PoolRule, ...further: readonly Condition[]): PoolRule {
  return { ...rule, conditions: (pool) => [...(rule.conditions?.(pool) ?? []), ...further] };
}

/** A Terraform expression: the argument is absent, or meets the statement. */
export function orAbsent(argument: string, statement: Statement<string>): string {
  return `(try(${argument}, null) == null ? true : ${statement.over(argument)})`;
}

/** A Terraform expression: the argument, or a fallback where a block is missing or empty. */
export function orElse(argument: string, fallback: string): string {
  return `coalesce(try(${argument}, null), ${fallback})`;
}

/** A Terraform expression: the list of the argument, which the AWS provider plans as null when it is empty. */
export function orEmpty(argument: string): string {
  return orElse(argument, "[]");
}

/** Whether a text is given: to Cognito an empty one is none. */
export function isGiven(text: Text | undefined): boolean {
  return text !== undefined && text !== "";
}

/** A Terraform expression: the argument is given. */
export function given(argument: string): string {
  return `try(length(${argument}) > 0, false)`;
}

/** What a guard says of the objects of a kind, or of those with these keys alone. */
export function guardedOn(on: Subject, { planMessage, ...guard }: Guard, only?: readonly string[]): Condition {
  return { on, ...guard, message: planMessage, ...(only && { only }) };
}

/** What guards say of several objects of a kind, those with the same one together. */
export function guardedEach(on: Subject, guards: readonly (readonly [key: string, guard: Guard])[]): Condition[] {
  const groups = new Map<string, { readonly guard: Guard; readonly keys: string[] }>();
  for (const [key, guard] of guards) {
    const group = groups.get(guard.expression) ?? { guard, keys: [] };
    groups.set(guard.expression, { ...group, keys: [...group.keys, key] });
  }
  return [...groups.values()].map(({ guard, keys }) => guardedOn(on, guard, keys));
}

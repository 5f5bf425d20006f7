import type { PoolModel, UserPoolModel } from "../../model/model";
import type { Text } from "../../model/value";
import { type Message, pieces } from "../language/expressions";
import type { Statement } from "../language/statements";
import type { Condition, Examples, PoolRule, RuleText, Subject, Violation } from "../rule";

/** What Terraform evaluates, and what it says when that is false, after the rule's id and the object. */
export interface Guard {
  readonly expression: string;
  readonly told: Message;
}

/** A rule about the arguments of a managed user pool, as its family writes it down. */
export interface UserPoolRuleDefinition extends RuleText {
  readonly check: (users: UserPoolModel, pool: PoolModel) => Iterable<Violation>;
  /**
   * The same over `self`. A block that the file does not mention is unknown to the plan (`sms_configuration`,
   * `lambda_config[0].pre_token_generation`, ...), so the guard speaks only of those that the model has.
   */
  readonly guard?: (users: UserPoolModel, pool: PoolModel) => Guard | undefined;
  readonly examples: Examples;
}

/** A rule about a managed user pool: silent on an existing one. */
export function userPoolRule({ check, guard, ...text }: UserPoolRuleDefinition): PoolRule {
  return {
    ...text,
    subject: "pool",
    check: (pool) => (pool.pool ? check(pool.pool, pool) : []),
    ...(guard && {
      conditions: (pool) => {
        const guarded = pool.pool && guard(pool.pool, pool);
        return guarded ? [guardedOn("userPool", guarded)] : [];
      },
    }),
  };
}

/** A Terraform expression: the argument is absent, or meets the statement. */
export function orAbsent(argument: string, statement: Statement<string>): string {
  return `(try(${argument}, null) == null ? true : ${statement.over(argument)})`;
}

/** A Terraform expression: the argument, or what stands for it where a block is missing or empty. */
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

/** Several messages after one another. */
export function joined(messages: readonly Message[]): Message {
  return (hidden) => messages.flatMap((message, index) => [...(index === 0 ? [] : ["; "]), ...pieces(message(hidden))]);
}

/** What a guard says of the objects of a kind, or of those with these keys alone. */
export function guardedOn(on: Subject, { expression, told }: Guard, only?: readonly string[]): Condition {
  return { on, expression, message: told, ...(only && { only }) };
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

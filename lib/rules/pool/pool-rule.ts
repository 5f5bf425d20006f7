import type { PoolModel, UserPoolModel } from "../../model/model";
import { isOpen, type Text } from "../../model/value";
import { argumentName } from "../../text/case";
import type { Message } from "../language/expressions";
import type { Statement } from "../language/statements";
import type { AttachedCondition, Attachment, Condition, Examples, PoolRule, RuleText, Violation } from "../rule";

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
      condition: (pool) => {
        const guarded = pool.pool && guard(pool.pool, pool);
        return guarded && condition(guarded, `${text.id} user pool ${pool.key}`, hiddenArguments(pool.pool, pool));
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
  return (hidden) => messages.map((message) => message(hidden)).join("; ");
}

/** A condition over a resource that hangs on the pool; none where the pool has no such resource. */
export function attached(
  rule: string,
  pool: PoolModel,
  on: Attachment,
  holder: object | undefined,
  guard: Guard,
): AttachedCondition[] {
  if (holder === undefined) return [];
  return [{ on, ...condition(guard, `${rule} ${nameOf(on, pool)}`, hiddenArguments(holder, pool)) }];
}

function condition({ expression, told }: Guard, object: string, hidden: ReadonlySet<string>): Condition {
  return { expression, message: `${object}: ${told(hidden)}` };
}

function nameOf(on: Attachment, pool: PoolModel): string {
  if (on.resource === "domain") return `domain of user pool ${pool.key}`;
  return on.resource === "resourceServer"
    ? `resource server ${on.key}`
    : `identity provider \${self.provider_name} of user pool ${pool.key}`;
}

/** Arguments whose name is not that of the model's field. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  advancedSecurityMode: "user_pool_add_ons",
  emailMfa: "email_mfa_configuration",
  inviteMessage: "admin_create_user_config",
  scopes: "scope",
  verificationMessage: "verification_message_template",
  webAuthn: "web_authn_configuration",
};

/** Arguments of a resource that hold a sensitive variable: Terraform prints no message that contains one. */
function hiddenArguments(holder: object, pool: PoolModel): ReadonlySet<string> {
  const sensitive = new Set(pool.variables.filter((variable) => variable.sensitive).map(({ name }) => name));
  const holds = (value: unknown): boolean => {
    if (isOpen(value)) return sensitive.has(value.variable);
    return typeof value === "object" && value !== null && Object.values(value).some(holds);
  };
  const fields = sensitive.size === 0 ? [] : Object.entries(holder).filter(([, value]) => holds(value));
  return new Set(fields.map(([field]) => ARGUMENTS[field] ?? argumentName(field)));
}

import type { Argument } from "../../cognito/argument";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import type { UserPoolModel } from "../../model/model";
import { isOpen } from "../../model/value";
import { literal, literals } from "./expressions";
import { type Field, ifGiven, meets } from "./fields";
import { any, comparison, not, type Statement } from "./statements";

/**
 * An argument of the user pool by its path in the model: `mfaConfiguration`, `passwordPolicy.minimumLength`. Name,
 * blocks and default come from the table of facts; a block that is absent reads as the default, or as null.
 *
 * @throws Error when the table has no such argument
 */
export function poolArgument(path: string): Field<UserPoolModel> {
  const { terraform, default: initial } = factsOf(path);
  const keys = path.split(".");
  const [block, ...inner] = terraform.split(".");
  const place = (name: string) => `${name}.${block}${inner.map((each) => `[0].${each}`).join("")}`;
  return {
    of: (users) => {
      const value = keys.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], users);
      return isOpen(value) ? undefined : (value ?? initial ?? null);
    },
    over: (name) => {
      if (initial !== undefined) return `coalesce(try(${place(name)}, null), ${expressionOf(initial)})`;
      return inner.length === 0 ? place(name) : `try(${place(name)}, null)`;
    },
  };
}

function factsOf(path: string): Argument {
  const found = path
    .split(".")
    .reduce<Facts | undefined>((facts, key) => facts?.arguments?.[key], { arguments: TABLE });
  if (found?.terraform === undefined) throw new Error(`no argument of the user pool: ${path}`);
  return found as Argument;
}

interface Facts extends Partial<Argument> {
  readonly arguments?: Readonly<Record<string, Facts>>;
}

const TABLE: Readonly<Record<string, Facts>> = USER_POOL_ARGUMENTS;

function expressionOf(value: unknown): string {
  return Array.isArray(value) ? literals(value) : typeof value === "string" ? literal(value) : String(value);
}

/** The argument has this value. */
export function equals<S>(field: Field<S>, value: string | number | boolean): Statement<S> {
  return comparison(
    (subject) => ifGiven(field.of(subject), (given) => given === value),
    (name) => `${field.over(name)} == ${expressionOf(value)}`,
    (name) => `${field.over(name)} != ${expressionOf(value)}`,
  );
}

/** The flag is on; absent it is off, unless the table has another default. */
export function isTrue<S>(field: Field<S>): Statement<S> {
  return comparison(
    (subject) => ifGiven(field.of(subject), (given) => given === true),
    (name) => `${field.over(name)} == true`,
    (name) => `${field.over(name)} != true`,
  );
}

/** The number lies within a range. */
export function isWithin<S>(field: Field<S>, [least, most]: readonly [number, number]): Statement<S> {
  return {
    holds: (subject) => ifGiven(field.of(subject), (given) => Number(given) >= least && Number(given) <= most),
    over: (name) => `${field.over(name)} >= ${least} && ${field.over(name)} <= ${most}`,
    operator: "&&",
    negation: () => ({
      holds: (subject) => ifGiven(field.of(subject), (given) => Number(given) < least || Number(given) > most),
      over: (name) => `${field.over(name)} < ${least} || ${field.over(name)} > ${most}`,
      operator: "||",
    }),
  };
}

/** The block is there, or the text or list is not empty: to Cognito an empty one is none. */
export function isPresent<S>(field: Field<S>): Statement<S> {
  return comparison(
    (subject) => ifGiven(field.of(subject), (given) => given !== null && given !== "" && !isEmptyList(given)),
    (name) => `try(length(${field.over(name)}), 0) > 0`,
    (name) => `try(length(${field.over(name)}), 0) == 0`,
  );
}

/** The text is absent or empty, or meets a statement: Terraform asks nothing of one that is not there. */
export function isAbsentOr<S>(text: Field<S>, statement: Statement<string>): Statement<S> {
  const isAbsent = not(isPresent(text));
  return {
    holds: any(isAbsent, meets(text, statement)).holds,
    over: (name) => `${isAbsent.over(name)} ? true : ${statement.over(text.over(name))}`,
    operator: "?:",
  };
}

/** The list has the item. */
export function includes<S>(field: Field<S>, item: string): Statement<S> {
  return {
    holds: (subject) => ifGiven(field.of(subject), (given) => Array.isArray(given) && given.includes(item)),
    over: (name) => `try(contains(${field.over(name)}, ${literal(item)}), false)`,
  };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

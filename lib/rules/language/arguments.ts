import type { Argument } from "../../cognito/argument";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import type { UserPoolModel } from "../../model/model";
import { isOpen } from "../../model/value";
import { literal, literals } from "./expressions";
import type { Shown } from "./phrases";
import { comparison, type Statement } from "./statements";

/** An argument of a subject: what the model holds there, and how Terraform reads it of the planned resource. */
export interface Field<S> extends Shown<S> {
  /** `undefined` while a variable holds it; the default of the table where the model says nothing. */
  readonly of: (subject: S) => unknown;
}

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
  const [first = "", second] = path.split(".");
  const table = USER_POOL_ARGUMENTS as Readonly<Record<string, Argument & { arguments?: Record<string, Argument> }>>;
  const found = second === undefined ? table[first] : table[first]?.arguments?.[second];
  if (found === undefined) throw new Error(`no argument of the user pool: ${path}`);
  return found;
}

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

/** What is said of a value, unless a variable holds it. */
function ifGiven(value: unknown, then: (value: unknown) => boolean): boolean | undefined {
  return value === undefined ? undefined : then(value);
}

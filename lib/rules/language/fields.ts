import { isOpen } from "../../model/value";
import { literal, literals } from "./expressions";
import type { Shown } from "./phrases";
import { comparison, not, type Statement } from "./statements";

/** An argument of a subject: what the model holds there, and how Terraform reads it of the planned resource. */
export interface Field<S> extends Shown<S> {
  /** `undefined` while a variable holds it; null where there is none. */
  readonly of: (subject: S) => unknown;
}

/** An argument of a resource that the table of facts does not have, by its Terraform name. */
export function field<S>(of: (subject: S) => unknown, terraform: string): Field<S> {
  return { of: (subject) => closed(of(subject)), over: (name) => `${name}.${terraform}` };
}

/** What is written of a subject itself, as of an item of a list of texts. */
export function itself<S>(): Field<S> {
  return { of: closed, over: (name) => name };
}

function closed(value: unknown): unknown {
  return isOpen(value) ? undefined : (value ?? null);
}

/** What is said of a value, unless a variable holds it. */
export function ifGiven<R>(value: unknown, then: (value: unknown) => R): R | undefined {
  return value === undefined ? undefined : then(value);
}

/** How many items a list has. */
export function count<S>(list: Field<S>): Field<S> {
  return {
    ...list,
    of: (subject) => ifList(list.of(subject), ({ length }) => length),
    over: (name) => `length(${list.over(name)})`,
  };
}

/** The items of a list that are not among these. */
export function without<S>(list: Field<S>, others: readonly string[]): Field<S> {
  return {
    of: (subject) => ifList(list.of(subject), (items) => items.filter((item) => !others.includes(String(item)))),
    over: (name) => `setsubtract(${list.over(name)}, ${literals(others)})`,
  };
}

/** A list in a message: `a, b`. */
export function listed<S>(list: Field<S>): Shown<S> {
  return {
    ...list,
    of: (subject) => ifList(list.of(subject), (items) => items.join(", ")),
    over: (name) => `join(", ", ${list.over(name)})`,
  };
}

/** A text in a message, in quotes: what would break the line is escaped. */
export function quotedValue<S>(text: Field<S>): Shown<S> {
  return {
    of: (subject) => JSON.stringify(text.of(subject) ?? ""),
    over: (name) => `jsonencode(${text.over(name)})`,
  };
}

function ifList<R>(value: unknown, then: (items: readonly unknown[]) => R): R | undefined {
  return value === undefined ? undefined : then(Array.isArray(value) ? value : []);
}

/** The text meets a statement about text. */
export function meets<S>(text: Field<S>, statement: Statement<string>): Statement<S> {
  const { operator, negation } = statement;
  return {
    holds: (subject) => ifText(text.of(subject), statement.holds),
    over: (name) => statement.over(text.over(name)),
    ...(operator && { operator }),
    ...(negation && { negation: () => meets(text, negation()) }),
  };
}

function ifText(value: unknown, then: (text: string) => boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : then(String(value ?? ""));
}

/** Two texts are the same. */
export function isSame<S>(left: Field<S>, right: Field<S>): Statement<S> {
  return comparison(
    (subject) => ifGiven(left.of(subject), (given) => ifGiven(right.of(subject), (other) => given === other)),
    (name) => `${left.over(name)} == ${right.over(name)}`,
    (name) => `${left.over(name)} != ${right.over(name)}`,
  );
}

/** The number is another one or a field's value, or less. */
export function isAtMost<S>(number: Field<S>, most: number | Field<S>): Statement<S> {
  const limit: Field<S> = typeof most === "number" ? { of: () => most, over: () => String(most) } : most;
  return comparison(
    (subject) =>
      ifGiven(number.of(subject), (given) => ifGiven(limit.of(subject), (bound) => Number(given) <= Number(bound))),
    (name) => `${number.over(name)} <= ${limit.over(name)}`,
    (name) => `${number.over(name)} > ${limit.over(name)}`,
  );
}

/** The list names nothing twice. */
export function isDistinct<S>(list: Field<S>): Statement<S> {
  const lengths = (name: string) => [`length(distinct(${list.over(name)}))`, `length(${list.over(name)})`];
  return comparison(
    (subject) => ifList(list.of(subject), (items) => new Set(items).size === items.length),
    (name) => lengths(name).join(" == "),
    (name) => lengths(name).join(" != "),
  );
}

/** The text is the only item of the list. */
export function isOnly<S>(list: Field<S>, item: string): Statement<S> {
  return comparison(
    (subject) => ifList(list.of(subject), (items) => items.join() === item),
    (name) => `join(",", ${list.over(name)}) == ${literal(item)}`,
    (name) => `join(",", ${list.over(name)}) != ${literal(item)}`,
  );
}

/** The text is an item of a list that the object has. */
export function isItemOf<S>(list: Field<S>, subject: S): Statement<string> {
  return {
    holds: (text) => ifList(list.of(subject), (items) => items.includes(text)),
    over: (name) => `try(contains(${list.over("self")}, ${name}), false)`,
  };
}

/**
 * What holds of one object, said of others that belong to it.
 *
 * @param name what Terraform calls the object; default that which a condition is about
 */
export function saidOf<S>(statement: Statement<S>, subject: S, name = "self"): Statement<unknown> {
  const { operator } = statement;
  return {
    holds: () => statement.holds(subject),
    over: () => statement.over(name),
    ...(operator && { operator }),
    negation: () => saidOf(not(statement), subject, name),
  };
}

/** The statement, false where Terraform cannot evaluate it. */
export function certainly<S>(statement: Statement<S>): Statement<S> {
  return { holds: statement.holds, over: (name) => `try(${statement.over(name)}, false)` };
}

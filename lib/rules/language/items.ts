import type { Path } from "../../model/source";
import { isOpen } from "../../model/value";
import type { Violation } from "../rule";
import type { Claim } from "./claims";
import { pieces, planText, quotedTemplate } from "./expressions";
import { type Field, itself } from "./fields";
import type { Phrase } from "./phrases";
import { not, type Statement } from "./statements";

/** What a subject has several of: attributes of a schema, scopes of a resource server. */
export interface Items<S, I> {
  /** `undefined` for one that a variable holds, and for a list that a variable holds as a whole. */
  readonly of: (subject: S) => readonly (I | undefined)[];
  /** A Terraform expression: the list. */
  readonly over: (name: string) => string;
  /** What Terraform calls one of them. */
  readonly item: string;
}

/** The texts of a list. */
export function texts<S>(list: Field<S>, item: string): Items<S, string> {
  return {
    of: (subject) => {
      const items = list.of(subject);
      if (items === undefined) return [undefined];
      return Array.isArray(items) ? items.map((each) => (isOpen(each) ? undefined : each)) : [];
    },
    over: list.over,
    item,
  };
}

/** A text of a list, as a message shows it. */
export const text: Field<string> = itself();

/** Every item meets the statement. Of unknown items one that is known to fail decides. */
export function every<S, I>({ of, over, item }: Items<S, I>, statement: Statement<I>): Statement<S> {
  const list = (name: string) => `contains([for ${item} in ${over(name)} : ${statement.over(item)}], false)`;
  const holds = (subject: S) => {
    const results = of(subject).map((each) => (each === undefined ? undefined : statement.holds(each)));
    if (results.includes(false)) return false;
    return results.includes(undefined) ? undefined : true;
  };
  return {
    holds,
    over: (name) => `!${list(name)}`,
    negation: () => ({
      holds: (subject) => (holds(subject) === undefined ? undefined : !holds(subject)),
      over: list,
      negation: () => every({ of, over, item }, statement),
    }),
  };
}

/** Some item meets the statement. */
export function some<S, I>(items: Items<S, I>, statement: Statement<I>): Statement<S> {
  return not(every(items, not(statement)));
}

/** What must hold of every item, and what to say of each that fails. */
export function claimEvery<S, I>(
  items: Items<S, I>,
  must: Statement<I>,
  at: (item: I, index: number) => Path,
  message: Phrase<I>,
  fix?: string | ((item: I) => string | undefined),
): Claim<S> {
  const { item } = items;
  const violation = (each: I, place: Path): Violation => {
    const better = typeof fix === "function" ? fix(each) : fix;
    return { at: place, message: message.of(each), ...(better !== undefined && { fix: better }) };
  };
  return {
    must: every(items, must),
    violations: (subject) =>
      items
        .of(subject)
        .flatMap((each, index) =>
          each === undefined || must.holds(each) !== false ? [] : [violation(each, at(each, index))],
        ),
    planMessage: (hidden) => {
      const said = quotedTemplate(pieces(message.over(item)(hidden)));
      const failing = `join("; ", [for ${item} in ${items.over("self")} : ${said} if ${not(must).over(item)}])`;
      return planText`${failing}`(hidden);
    },
  };
}

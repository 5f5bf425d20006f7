import type { ClientModel } from "../../model/model";
import { isClosed, isOpen, knownItems, type List, type Text, type Value } from "../../model/value";
import { argumentName } from "../../text/case";
import { literal, literals } from "./expressions";

/**
 * Something that is true or false of a subject, said once and evaluated twice: here over the model, and by Terraform
 * over the planned resource. That is why a check and its condition cannot disagree.
 */
export interface Statement<S> {
  /** Whether it holds; `undefined` while a value that is left open decides. */
  readonly holds: (subject: S) => boolean | undefined;
  /** The same as a Terraform expression over the subject's name. */
  readonly over: (name: string) => string;
  /** The operator that binds the expression most loosely, if any; `==` for every comparison. */
  readonly operator?: "&&" | "||" | "==" | "?:";
  /** The opposite, where there is a better way to say it than `!`. */
  readonly negation?: () => Statement<S>;
  /** Those of which one at least must hold, of a statement that is made of such. */
  readonly alternatives?: readonly Statement<S>[];
  /** The same, shorter, for a subject of which some values are known and left to say nothing of. */
  readonly given?: (subject: S) => Statement<S>;
}

/**
 * What Terraform alone evaluates: no config can say otherwise, but somebody who changes its Terraform can.
 *
 * @param over a Terraform expression over the subject's name, never unknown and never an error
 */
export function inTerraformAlone<S>(over: (name: string) => string, operator?: Statement<S>["operator"]): Statement<S> {
  return { holds: () => true, over, ...(operator && { operator }) };
}

export type ClientStatement = Statement<ClientModel>;

/** Fields of a client that hold a list, each with the name of one item. */
export const LISTS = {
  explicitAuthFlows: "flow",
  allowedOauthFlows: "flow",
  allowedOauthScopes: "scope",
  callbackUrls: "url",
  logoutUrls: "url",
  supportedIdentityProviders: "provider",
  readAttributes: "attribute",
  writeAttributes: "attribute",
} as const;
export type ListField = keyof typeof LISTS;

/** Fields of a client that hold true or false. */
export type FlagField = {
  [K in keyof ClientModel]-?: ClientModel[K] extends boolean ? K : never;
}[keyof ClientModel];

/** The statement does not hold. */
export function not<S>(statement: Statement<S>): Statement<S> {
  const { holds, over, operator, negation } = statement;
  return (
    negation?.() ?? {
      holds: (subject) => negate(holds(subject)),
      over: (name) => (operator ? `!(${over(name)})` : `!${over(name)}`),
      negation: () => statement,
      given: (subject) => not(given(statement, subject)),
    }
  );
}

/** The statement without what is known of the subject; undecided, as a variable that is left open decides. */
export function given<S>(statement: Statement<S>, subject: S): Statement<S> {
  return statement.given?.(subject) ?? statement;
}

/** Every statement holds. */
export function all<S>(...statements: readonly Statement<S>[]): Statement<S> {
  return joined("&&", statements);
}

/** Some statement holds. */
export function any<S>(...statements: readonly Statement<S>[]): Statement<S> {
  return joined("||", statements);
}

/** If the first holds, so does the second. */
export function implies<S>(when: Statement<S>, then: Statement<S>): Statement<S> {
  return any(not(when), then);
}

/** Two expressions that say the opposite of each other by an operator such as `==` and `!=`. */
export function comparison<S>(
  holds: Statement<S>["holds"],
  over: Statement<S>["over"],
  opposite: Statement<S>["over"],
  given?: (subject: S) => Statement<S>,
): Statement<S> {
  return {
    holds,
    over,
    operator: "==",
    negation: () =>
      comparison((subject) => negate(holds(subject)), opposite, over, given && ((subject) => not(given(subject)))),
    ...(given && { given }),
  };
}

/** The flag is on. */
export function isOn(field: FlagField): ClientStatement {
  return { holds: (client) => client[field], over: (self) => `${self}.${argumentName(field)}` };
}

/** Refresh tokens rotate. */
export const rotates: ClientStatement = comparison(
  (client) => client.refreshTokenRotation.feature === "ENABLED",
  (self) => `try(${self}.refresh_token_rotation[0].feature, "DISABLED") == "ENABLED"`,
  (self) => `try(${self}.refresh_token_rotation[0].feature, "DISABLED") != "ENABLED"`,
);

/** A text argument meets a statement about text. */
export function textOf(field: "name" | "preventUserExistenceErrors", statement: Statement<string>): ClientStatement {
  const { operator } = statement;
  return {
    holds: (client) => ifKnown(client[field], statement.holds),
    over: (self) => statement.over(`${self}.${argumentName(field)}`),
    ...(operator && { operator }),
    negation: () => textOf(field, not(statement)),
  };
}

/** The list has the item. */
export function has(field: ListField, item: string): ClientStatement {
  return {
    holds: (client) => someOf(client[field], (each) => each === item),
    over: (self) => `contains(${self}.${argumentName(field)}, ${literal(item)})`,
  };
}

/** The list has one of the items at least. */
export function hasAny(field: ListField, items: readonly string[]): ClientStatement {
  const shared = (self: string) => `length(setintersection(${self}.${argumentName(field)}, ${literals(items)}))`;
  return comparison(
    (client) => someOf(client[field], (each) => items.includes(each)),
    (self) => `${shared(self)} > 0`,
    (self) => `${shared(self)} == 0`,
  );
}

/** The list has no items. */
export function isEmpty(field: ListField): ClientStatement {
  const length = (self: string) => `length(${self}.${argumentName(field)})`;
  return comparison(
    (client) => ifKnown<readonly Text[], boolean>(client[field], (items) => items.length === 0),
    (self) => `${length(self)} == 0`,
    (self) => `${length(self)} > 0`,
  );
}

/** The list has so many different items at most. */
export function hasAtMost(field: ListField, most: number): ClientStatement {
  return comparison(
    (client) => {
      const list: List = client[field];
      if (new Set(knownItems(list)).size > most) return false;
      return !isOpen(list) && (isClosed(list) || list.length <= most) ? true : undefined;
    },
    (self) => `length(${self}.${argumentName(field)}) <= ${most}`,
    (self) => `length(${self}.${argumentName(field)}) > ${most}`,
  );
}

/**
 * Every item of the list, or of several lists, meets the statement. Of alternatives, Terraform evaluates the others only for
 * items that the first does not hold of: it evaluates both sides of `||` always, and compiles each pattern again.
 */
export function everyItem(fields: ListField | readonly ListField[], statement: Statement<string>): ClientStatement {
  const lists = [fields].flat() as ListField[];
  const item = LISTS[lists[0] as ListField];
  return {
    holds: (client) =>
      negate(joinedTruth(lists.map((field) => someOf(client[field], (each) => statement.holds(each) === false)))),
    over: (self) => `alltrue([for ${item} in ${itemsIn(self, lists)} : ${ofItem(statement, item)}])`,
    given: (client) => {
      const undecided = lists.filter((field) => everyItem(field, statement).holds(client) === undefined);
      return undecided.length === lists.length ? everyItem(lists, statement) : everyItem(undecided, statement);
    },
  };
}

/** What a `for` expression says of each item that must meet the statement. */
function ofItem(statement: Statement<string>, item: string): string {
  const [first, ...others] = statement.alternatives ?? [];
  if (first === undefined || others.length === 0) return statement.over(item);
  return `${any(...others).over(item)} if ${not(first).over(item)}`;
}

/** A Terraform expression: the items of a list, or of several lists together. */
function itemsIn(self: string, fields: readonly ListField[]): string {
  const lists = fields.map((field) => `${self}.${argumentName(field)}`);
  return lists.length === 1 ? (lists[0] as string) : `setunion(${lists.join(", ")})`;
}

/** Whether one is true; `undefined` while one that is not known might be. */
function joinedTruth(values: readonly (boolean | undefined)[]): boolean | undefined {
  return values.includes(true) ? true : values.includes(undefined) ? undefined : false;
}

/** Some item of the list meets the statement. */
export function someItem(field: ListField, statement: Statement<string>): ClientStatement {
  const item = LISTS[field];
  return {
    holds: (client) => someOf(client[field], (each) => statement.holds(each) === true),
    over: (self) => `anytrue([for ${item} in ${self}.${argumentName(field)} : ${statement.over(item)}])`,
  };
}

/**
 * A Terraform expression: the items of the lists that fail the statement, as text.
 *
 * @param known a list of what there is, of which the one that was probably meant is named
 */
export function failing(
  fields: ListField | readonly ListField[],
  statement: Statement<string>,
  known?: string,
): string {
  const lists = [fields].flat() as ListField[];
  const item = LISTS[lists[0] as ListField];
  const shown = known === undefined ? item : `"\${${item}}\${${meant(item, known)}}"`;
  return `join(", ", [for ${item} in ${itemsIn("self", lists)} : ${shown} if ${not(statement).over(item)}])`;
}

/** A Terraform expression: which of a list has the item's letters, in another order or case, or holds it. */
function meant(item: string, known: string): string {
  const letters = (text: string) => `sort(split("", lower(${text})))`;
  const isNear = `${letters("known")} == ${letters(item)} || length(${item}) > 2 && strcontains(lower(known), lower(${item}))`;
  return `join("", [for known in ${known} : " (did you mean \${known}?)" if ${isNear}])`;
}

/** A Terraform expression: all items of the list, as text. */
export function itemsOf(field: ListField): string {
  return `join(", ", self.${argumentName(field)})`;
}

function joined<S>(operator: "&&" | "||", statements: readonly Statement<S>[]): Statement<S> {
  const [only] = statements;
  if (only && statements.length === 1) return only;
  const decisive = operator === "||";
  const inside = (statement: Statement<S>, name: string) =>
    statement.operator === undefined || statement.operator === "==" || statement.operator === operator
      ? statement.over(name)
      : `(${statement.over(name)})`;
  return {
    holds: (subject) => {
      let isKnown = true;
      for (const statement of statements) {
        const value = statement.holds(subject);
        if (value === decisive) return decisive;
        isKnown &&= value !== undefined;
      }
      return isKnown ? !decisive : undefined;
    },
    over: (name) => statements.map((statement) => inside(statement, name)).join(` ${operator} `),
    operator,
    ...(operator === "||" && { alternatives: statements }),
    negation: () => joined(operator === "&&" ? "||" : "&&", statements.map(not)),
    given: (subject) => {
      const undecided = statements.filter((statement) => statement.holds(subject) === undefined);
      const left = undecided.map((statement) => given(statement, subject));
      return joined(operator, [...new Map(left.map((statement) => [statement.over("self"), statement])).values()]);
    },
  };
}

function someOf(list: List, test: (item: string) => boolean): boolean | undefined {
  if (isOpen(list)) return undefined;
  let areAllKnown = true;
  for (const item of list)
    if (typeof item !== "string") areAllKnown = false;
    else if (test(item)) return true;
  return areAllKnown ? false : undefined;
}

/** What is said of a value, while it is known. */
export function ifKnown<T, R>(value: Value<T> | undefined, then: (value: T) => R | undefined): R | undefined {
  return value === undefined || isOpen(value) ? undefined : then(value);
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

import type { ClientModel } from "../model/model";
import { isClosed, isOpen, knownItems, type List, type Text, type Value } from "../model/value";
import { argument, literal, literals } from "./expressions";

/**
 * Something that is true or false of a subject, said once and evaluated twice: here over the model, and by Terraform
 * over the planned resource. That is why a check and its condition cannot disagree.
 */
export interface Statement<S> {
  /** Whether it holds; `undefined` while a value that is left open decides. */
  readonly holds: (subject: S) => boolean | undefined;
  /** The same as a Terraform expression over the subject's name. */
  readonly over: (name: string) => string;
  /** The opposite, where it reads better than `!`. */
  readonly opposite?: (name: string) => string;
  /** The operator that binds both expressions most loosely, if any; `==` for every comparison. */
  readonly operator?: "&&" | "||" | "==" | "?:";
  /** The statement that this one negates. */
  readonly negates?: Statement<S>;
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
  writeAttributes: "attribute",
} as const;
export type ListField = keyof typeof LISTS;

/** Fields of a client that hold true or false. */
export type FlagField = {
  [K in keyof ClientModel]-?: ClientModel[K] extends boolean ? K : never;
}[keyof ClientModel];

/** The statement does not hold. */
export function not<S>(statement: Statement<S>): Statement<S> {
  if (statement.negates) return statement.negates;
  const { holds, over, opposite, operator } = statement;
  return {
    holds: (subject) => negate(holds(subject)),
    over: opposite ?? ((name) => (operator ? `!(${over(name)})` : `!${over(name)}`)),
    ...(opposite && operator && { operator }),
    negates: statement,
  };
}

/** Every statement holds. */
export function all<S>(...statements: readonly Statement<S>[]): Statement<S> {
  return joined("&&", statements, false);
}

/** Some statement holds. */
export function any<S>(...statements: readonly Statement<S>[]): Statement<S> {
  return joined("||", statements, true);
}

/** If the first holds, so does the second. */
export function implies<S>(when: Statement<S>, then: Statement<S>): Statement<S> {
  return any(not(when), then);
}

/** The flag is on. */
export function isOn(field: FlagField): ClientStatement {
  return { holds: (client) => client[field], over: (self) => `${self}.${argument(field)}` };
}

/** Refresh tokens rotate. */
export const rotates: ClientStatement = {
  holds: (client) => client.refreshTokenRotation.feature === "ENABLED",
  over: (self) => `${self}.refresh_token_rotation[0].feature == "ENABLED"`,
  opposite: (self) => `${self}.refresh_token_rotation[0].feature != "ENABLED"`,
  operator: "==",
};

/** A text argument meets a statement about text. */
export function textOf(field: "name" | "preventUserExistenceErrors", statement: Statement<string>): ClientStatement {
  const { holds, over, opposite, operator } = statement;
  return {
    holds: (client) => ifKnown(client[field], holds),
    over: (self) => over(`${self}.${argument(field)}`),
    ...(opposite && { opposite: (self) => opposite(`${self}.${argument(field)}`) }),
    ...(operator && { operator }),
  };
}

/** The list has the item. */
export function has(field: ListField, item: string): ClientStatement {
  return {
    holds: (client) => someOf(client[field], (each) => each === item),
    over: (self) => `contains(${self}.${argument(field)}, ${literal(item)})`,
  };
}

/** The list has one of the items at least. */
export function hasAny(field: ListField, items: readonly string[]): ClientStatement {
  const shared = (self: string) => `length(setintersection(${self}.${argument(field)}, ${literals(items)}))`;
  return {
    holds: (client) => someOf(client[field], (each) => items.includes(each)),
    over: (self) => `${shared(self)} > 0`,
    opposite: (self) => `${shared(self)} == 0`,
    operator: "==",
  };
}

/** The list has no items. */
export function isEmpty(field: ListField): ClientStatement {
  const length = (self: string) => `length(${self}.${argument(field)})`;
  return {
    holds: (client) => ifKnown<readonly Text[], boolean>(client[field], (items) => items.length === 0),
    over: (self) => `${length(self)} == 0`,
    opposite: (self) => `${length(self)} > 0`,
    operator: "==",
  };
}

/** The list has so many different items at most. */
export function hasAtMost(field: ListField, most: number): ClientStatement {
  return {
    holds: (client) => {
      const list: List = client[field];
      if (new Set(knownItems(list)).size > most) return false;
      return !isOpen(list) && (isClosed(list) || list.length <= most) ? true : undefined;
    },
    over: (self) => `length(${self}.${argument(field)}) <= ${most}`,
    operator: "==",
  };
}

/** Every item of the list meets the statement. */
export function everyItem(field: ListField, statement: Statement<string>): ClientStatement {
  const item = LISTS[field];
  return {
    holds: (client) => negate(someOf(client[field], (each) => statement.holds(each) === false)),
    over: (self) => `alltrue([for ${item} in ${self}.${argument(field)} : ${statement.over(item)}])`,
  };
}

/** Some item of the list meets the statement. */
export function someItem(field: ListField, statement: Statement<string>): ClientStatement {
  const item = LISTS[field];
  return {
    holds: (client) => someOf(client[field], (each) => statement.holds(each) === true),
    over: (self) => `anytrue([for ${item} in ${self}.${argument(field)} : ${statement.over(item)}])`,
  };
}

/** A Terraform expression: the items of the list that fail the statement, as text. */
export function failing(field: ListField, statement: Statement<string>): string {
  const item = LISTS[field];
  return `join(", ", [for ${item} in self.${argument(field)} : ${item} if ${not(statement).over(item)}])`;
}

/** A Terraform expression: all items of the list, as text. */
export function itemsOf(field: ListField): string {
  return `join(", ", self.${argument(field)})`;
}

/** A number about a client, with its Terraform expression. */
export interface Quantity {
  readonly of: (client: ClientModel) => number | undefined;
  readonly over: (self: string) => string;
}

export function atLeast(quantity: Quantity, least: number): ClientStatement {
  return compared(quantity, ">=", "<", constant(least), (a, b) => a >= b);
}

export function atMost(quantity: Quantity, most: number | Quantity): ClientStatement {
  return compared(quantity, "<=", ">", typeof most === "number" ? constant(most) : most, (a, b) => a <= b);
}

export function differs(quantity: Quantity, from: number): ClientStatement {
  return compared(quantity, "!=", "==", constant(from), (a, b) => a !== b);
}

/** The number is whole and from `least` to `most`. */
export function wholeWithin(quantity: Quantity, least: number, most: number): ClientStatement {
  return {
    holds: (client) =>
      ifKnown(quantity.of(client), (value) => Number.isInteger(value) && value >= least && value <= most),
    over: (self) => `contains(range(${least}, ${most + 1}), ${quantity.over(self)})`,
  };
}

function constant(value: number): Quantity {
  return { of: () => value, over: () => String(value) };
}

function compared(
  left: Quantity,
  operator: string,
  opposite: string,
  right: Quantity,
  test: (left: number, right: number) => boolean,
): ClientStatement {
  return {
    holds: (client) => ifKnown(left.of(client), (a) => ifKnown(right.of(client), (b) => test(a, b))),
    over: (self) => `${left.over(self)} ${operator} ${right.over(self)}`,
    opposite: (self) => `${left.over(self)} ${opposite} ${right.over(self)}`,
    operator: "==",
  };
}

function joined<S>(operator: "&&" | "||", statements: readonly Statement<S>[], decisive: boolean): Statement<S> {
  if (statements.length === 1) return statements[0] as Statement<S>;
  const inside = (statement: Statement<S>, name: string) =>
    statement.operator === undefined || statement.operator === "==" || statement.operator === operator
      ? statement.over(name)
      : `(${statement.over(name)})`;
  return {
    holds: (subject) => {
      const values = statements.map((statement) => statement.holds(subject));
      if (values.includes(decisive)) return decisive;
      return values.includes(undefined) ? undefined : !decisive;
    },
    over: (name) => statements.map((statement) => inside(statement, name)).join(` ${operator} `),
    operator,
  };
}

function someOf(list: List, test: (item: string) => boolean): boolean | undefined {
  if (knownItems(list).some(test)) return true;
  return isClosed(list) ? false : undefined;
}

function ifKnown<T, R>(value: Value<T> | undefined, then: (value: T) => R | undefined): R | undefined {
  return value === undefined || isOpen(value) ? undefined : then(value);
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

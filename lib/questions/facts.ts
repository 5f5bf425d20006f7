import { TAKEN_FOR_EMPTY } from "../cognito/app-client";
import type { ClientModel, PoolModel } from "../model/model";
import type { Path } from "../model/source";
import { isClosed, isOpen, knownItems, type List } from "../model/value";
import { quoted } from "../text/quoted";
import { type Answer, fact, no, yes } from "./answer";

/** A list of a client by its field. */
type ListOf = {
  [K in keyof ClientModel]-?: ClientModel[K] extends List ? K : never;
}[keyof ClientModel];

/** The items of a list of a client that are known; of an empty one what Cognito takes it for. */
export function itemsOf(client: ClientModel, field: ListOf): readonly string[] {
  const list: List = client[field];
  return isClosed(list) && list.length === 0 ? (TAKEN_FOR_EMPTY[field] ?? []) : knownItems(list);
}

/** A list as the subject of a sentence. */
export function subjectOf(client: ClientModel, field: ListOf): string {
  const list: List = client[field];
  return isClosed(list) && list.length === 0 && field in TAKEN_FOR_EMPTY
    ? `${field} is empty, which Cognito takes for its default: that`
    : field;
}

/** Whether a list of a client has one of these items. */
export function has(client: ClientModel, field: ListOf, items: readonly string[]): Answer {
  const list: List = client[field];
  const subject = subjectOf(client, field);
  const found = itemsOf(client, field).filter((item) => items.includes(item));
  const at = (says: string) => fact(says, client.source, field);
  if (found.length > 0) return yes(at(`${subject} has ${found.map((item) => quoted(item)).join(", ")}`));
  const wanted = items.map((item) => quoted(item)).join(" or ");
  if (!isClosed(list)) return { is: undefined, because: [at(`a variable decides whether ${field} has ${wanted}`)] };
  return no(at(`${subject} has no ${wanted}`));
}

/** Whether a list of a client has any item. */
export function isFilled(client: ClientModel, field: ListOf): Answer {
  const list: List = client[field];
  if (isOpen(list)) return { is: undefined, because: [fact(`a variable is ${field}`, client.source, field)] };
  return list.length > 0
    ? yes(fact(`${field} has ${list.length === 1 ? "1 item" : `${list.length} items`}`, client.source, field))
    : no(fact(`${field} is empty`, client.source, field));
}

/** Whether something is so, as the config says there. */
export function stated(
  holds: boolean,
  says: string,
  otherwise: string,
  { source }: PoolModel | ClientModel,
  ...at: Path
): Answer {
  return holds ? yes(fact(says, source, ...at)) : no(fact(otherwise, source, ...at));
}

import type { ClientModel, PoolModel } from "../../model/model";
import { sensitiveIn } from "../../model/sensitive";
import { isOpen, type Text } from "../../model/value";
import { argumentName } from "../../text/case";

/**
 * A quoted Terraform string that holds exactly this text.
 * Written with `\u`: template markers, controls, and the dot of `self.`, which stands for the object in a condition.
 */
export function literal(text: string): string {
  const escaped = text
    .replace(/["\\]/g, "\\$&")
    .replace(/\p{Cc}|[$%](?=\{)/gu, unicode)
    .replace(/(?<=\bself)\./g, unicode);
  return `"${escaped}"`;
}

/** A Terraform list of texts: each once, sorted. */
export function literals(texts: Iterable<string>): string {
  return `[${[...new Set(texts)].sort().map(literal).join(", ")}]`;
}

/** A text as a Terraform expression; none for a token, which only cdktf can read. */
export function expressionOf(text: Text): string | undefined {
  if (!isOpen(text)) return literal(text);
  return text.token === undefined ? `var.${text.variable}` : undefined;
}

/** A regular expression that holds exactly this text. */
export function quotePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** The message of a condition, given the arguments whose values Terraform must not show. */
export type Message = (hidden: ReadonlySet<string>) => string;

/**
 * Text around Terraform expressions over `self`, or around other messages: a tag for template literals.
 * Terraform refuses to print a message that holds a sensitive value, so such an expression is left out.
 */
export function told(texts: TemplateStringsArray, ...parts: readonly (string | Message)[]): Message {
  const show = (part: string | Message | undefined, hidden: ReadonlySet<string>) => {
    if (part === undefined) return "";
    if (typeof part === "function") return part(hidden);
    return argumentsOf(part).some((name) => hidden.has(name)) ? "(sensitive)" : `\${${part}}`;
  };
  return (hidden) => texts.map((text, index) => text + show(parts[index], hidden)).join("");
}

/** Text from a config or a table within a message. */
export function plain(text: string): Message {
  return () => text.replace(/[$%](?=\{)/g, "$&$&");
}

/** The client's arguments that hold a sensitive variable, scopes also in the identifier of their resource server. */
export function sensitiveArguments(client: ClientModel, pool: PoolModel): ReadonlySet<string> {
  const isSensitive = sensitiveIn(pool);
  const servers = pool.resourceServers.filter(({ identifier }) => isSensitive(identifier)).map(({ key }) => key);
  const scoped = Object.values(client.scopeReferences).some(({ resourceServer }) => servers.includes(resourceServer));
  const { refreshTokenRotation } = client;
  const rotation = isSensitive(refreshTokenRotation.retryGracePeriodSeconds) ? ["refreshTokenRotation"] : [];
  const fields = Object.entries(client).flatMap(([field, value]) => (isSensitive(value) ? [field] : []));
  return new Set([...fields, ...rotation, ...(scoped ? ["allowedOauthScopes"] : [])].map(argumentName));
}

function argumentsOf(expression: string): string[] {
  return [...expression.matchAll(/\bself\.(\w+)/g)].map(([, name]) => name as string);
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

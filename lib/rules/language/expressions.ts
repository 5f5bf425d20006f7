import { CLIENT_ARGUMENTS } from "../../cognito/app-client";
import type { PoolModel } from "../../model/model";
import { sensitiveIn } from "../../model/sensitive";
import { isOpen, type Text } from "../../model/value";

/**
 * A quoted Terraform string that holds exactly this text.
 * Written with `\u`: template markers, controls, and the dot of `self.` and `local.`, which are objects in a
 * condition.
 */
export function literal(text: string): string {
  return `"${escaped(text)}"`;
}

function escaped(text: string): string {
  return text.replace(/["\\]|\p{Cc}|[$%](?=\{)|(?<=\b(?:self|local))\./gu, (character) =>
    character === '"' || character === "\\" ? `\\${character}` : unicode(character),
  );
}

/** A Terraform expression whose result reveals nothing, although it reads a sensitive value. */
export function revealed(expression: string): string {
  return `try(nonsensitive(${expression}), ${expression})`;
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

/** A part of a message: text as it is, or a Terraform expression over `self`. */
export type Piece = string | { readonly expression: string };

/** The message of a condition, given the arguments whose values Terraform must not show. */
export type Message = (hidden: ReadonlySet<string>) => string | readonly Piece[];

/**
 * Text around Terraform expressions over `self`, or around other messages: a tag for template literals.
 * Terraform refuses to print a message that holds a sensitive value, so such an expression is left out.
 */
export function planText(texts: TemplateStringsArray, ...parts: readonly (string | Message)[]): Message {
  const show = (part: string | Message | undefined, hidden: ReadonlySet<string>): readonly Piece[] => {
    if (part === undefined) return [];
    if (typeof part === "function") return pieces(part(hidden));
    return argumentsOf(part).some((name) => hidden.has(name)) ? ["(sensitive)"] : [{ expression: part }];
  };
  return (hidden) => texts.flatMap((text, index): Piece[] => [text, ...show(parts[index], hidden)]);
}

/** Text from a config or a table within a message. */
export function plain(text: string): Message {
  return () => [text];
}

/** What a message says, piece by piece. */
export function pieces(said: ReturnType<Message>): readonly Piece[] {
  return typeof said === "string" ? [said] : said;
}

/** A message as a Terraform template, such as `error_message` is in JSON. */
export function template(said: ReturnType<Message>): string {
  return pieces(said)
    .map((piece) => (typeof piece === "string" ? piece.replace(/[$%](?=\{)/g, "$&$&") : `\${${piece.expression}}`))
    .join("");
}

/** The same as a quoted Terraform string, for use within an expression. */
export function quotedTemplate(said: ReturnType<Message>): string {
  const inner = pieces(said).map((piece) => (typeof piece === "string" ? escaped(piece) : `\${${piece.expression}}`));
  return `"${inner.join("")}"`;
}

/** The arguments of clients that hold a sensitive variable, scopes also in the identifier of a resource server. */
export function sensitiveArguments(pool: PoolModel, clients = pool.clients): ReadonlySet<string> {
  if (!pool.variables.some(({ sensitive }) => sensitive)) return NONE;
  const isSensitive = sensitiveIn(pool);
  const isScoped = pool.resourceServers.some(({ identifier }) => isSensitive(identifier));
  const fields = (Object.keys(CLIENT_ARGUMENTS) as (keyof typeof CLIENT_ARGUMENTS)[]).filter(
    (field) => (isScoped && field === "allowedOauthScopes") || clients.some((client) => isSensitive(client[field])),
  );
  return new Set(fields.map((field) => CLIENT_ARGUMENTS[field].terraform.replace(/\..*/, "")));
}

const NONE: ReadonlySet<string> = new Set();

/** Whether an expression over `self` reads one of these arguments. */
export function reads(expression: string, names: ReadonlySet<string>): boolean {
  return names.size > 0 && argumentsOf(expression).some((name) => names.has(name));
}

function argumentsOf(expression: string): string[] {
  return [...expression.matchAll(/\bself\.(\w+)/g)].map(([, name]) => name as string);
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

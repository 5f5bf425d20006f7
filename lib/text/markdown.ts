import { escaped, printable } from "./printable";
import { withQuotes } from "./quoted";

/** Characters that could end a code span or a table cell. */
const ENDS = /[`|]/g;
/** A word in which nothing is syntax, a mention, a reference or a link. */
const PLAIN_WORD = /^(?!.*(www\.|GH-|:\/\/))[\p{L}\p{M}\p{N}.,;:!?()'"%+=/{}…$-]*$/iu;

/**
 * Text of a user as Markdown: a code span, in which nothing is a link, an image, a mention, a reference or HTML.
 * What could end the span, or the cell of a table around it, is written as an escape.
 */
export function code(text: string): string {
  const inert = printable(text).replace(ENDS, escaped);
  return inert.trim() === "" ? "` `" : `\`${/^\s|\s$/.test(inert) ? ` ${inert} ` : inert}\``;
}

/**
 * A link, whatever its text is.
 *
 * @param url as `URL` writes it, which has no space, quote, `<` or `>`
 */
export function link(text: string, url: string): string {
  return `[${code(text)}](${url.replace(/[|()`\\[\]*_]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)})`;
}

/** A text of our own as a cell of a table: nothing in it ends the cell, is HTML or emphasis. */
export function cell(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\|<>*]/g, "\\$&");
}

/**
 * A sentence as Markdown: each text of a user, and each word that is more than a plain word, as a code span. A text of a
 * user that is not marked is therefore harmless too.
 */
export function sentence(text: string): string {
  return withQuotes(text, code, (words) => printable(words).replace(/\S+/g, word));
}

function word(text: string): string {
  if (PLAIN_WORD.test(text)) return text;
  const [, body, end] = /^(.+?)([.,;:!?)]*)$/.exec(text) as unknown as [string, string, string];
  return code(body) + end;
}

import { escaped, visible, withQuotes } from "./wording";

/** Characters that could end a code span or a table cell. */
const ENDS = /[`|]/g;
/** Characters that mean something to Markdown. */
const SYNTAX = /[\\*_[\]<>#&~@|]/g;

/**
 * Text of a user as Markdown: a code span, in which nothing is a link, an image, a mention, a reference or HTML.
 * What could end the span, or the cell of a table around it, is written as an escape.
 */
export function code(text: string): string {
  const inert = visible(text).replace(ENDS, escaped);
  return inert.trim() === "" ? "` `" : `\`${/^\s|\s$/.test(inert) ? ` ${inert} ` : inert}\``;
}

/** A sentence as Markdown: the program's own words as they are, each text of a user as a code span. */
export function sentence(text: string): string {
  return withQuotes(text, code, (words) => words.replace(SYNTAX, "\\$&"));
}

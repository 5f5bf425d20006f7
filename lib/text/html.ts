import { printable, printableJson } from "./printable";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML, in an element or in a quoted attribute: nothing in it is a tag, an entity or the end of an attribute. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Plain data as the content of a script element of type application/json: nothing in it ends the element. */
export function jsonForScript(value: unknown): string {
  return printableJson(value, 0).replaceAll("<", "\\u003c");
}

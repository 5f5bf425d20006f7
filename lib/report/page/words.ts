import { inWords } from "../../config/duration";
import type { Shown, ShownList } from "../estate";
import { type Child, h, spoken } from "./dom";

interface Variable {
  readonly var: string;
  readonly default?: unknown;
}

export function isVariable(value: unknown): value is Variable {
  return typeof value === "object" && value !== null && "var" in value;
}

/** A value that is not a list, as text. */
export function text(value: Shown<string | number>): string {
  return isVariable(value) ? variableText(value, String) : String(value);
}

function variableText(value: Variable, show: (preset: never) => string): string {
  return value.default === undefined
    ? `var.${value.var}`
    : `var.${value.var} (default ${show(value.default as never)})`;
}

/** A length of time in seconds, in words. */
export function duration(value: Shown<number>): string {
  if (!isVariable(value)) return inWords(value);
  return variableText(value, (preset: unknown) => (typeof preset === "number" ? inWords(preset) : String(preset)));
}

/** The seconds of a length of time, also where they are the default of a variable. */
export function secondsOf(value: Shown<number>): number | undefined {
  const seconds = isVariable(value) ? value.default : value;
  return typeof seconds === "number" ? seconds : undefined;
}

export function items(list: ShownList): readonly string[] {
  return isVariable(list) ? [text(list as Shown<string>)] : (list as readonly Shown<string>[]).map(text);
}

/** A list as a list: of long ones the first few, with how many more. */
export function list(values: readonly string[], most = Number.POSITIVE_INFINITY): Child {
  if (values.length === 0) return h("span", { class: "none" }, "none");
  const shown = values.slice(0, most);
  return h(
    "ul",
    { class: "items" },
    shown.map((each) => h("li", {}, each)),
    values.length > shown.length && h("li", { class: "more" }, `and ${values.length - shown.length} more`),
  );
}

/** Any effective value of the config. */
export function anything(value: unknown): Child {
  if (value === null || value === undefined || value === "") return h("span", { class: "none" }, "none");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (isVariable(value)) return text(value as Shown<string>);
  if (Array.isArray(value)) return list(value.map(inline));
  if (typeof value === "object") return list(Object.entries(value).map(([key, each]) => `${key}: ${inline(each)}`));
  return String(value);
}

function inline(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return isVariable(value) ? text(value as Shown<string>) : JSON.stringify(value);
}

/** A short word in a frame: `public`, `error`. */
export function tag(word: string, kind = ""): HTMLElement {
  return h("span", { class: `tag ${kind}`.trim() }, word);
}

/** Yes, no, or open where a variable or a pool that is managed elsewhere decides. */
export function answer(word: "yes" | "no" | "open"): HTMLElement {
  return tag(word, word);
}

/** Signs that people see, and words for those who do not. */
export function sign(signs: string, words: string, kind: string): HTMLElement {
  return h("span", { class: `sign ${kind}` }, h("span", { "aria-hidden": "true" }, signs), spoken(words));
}

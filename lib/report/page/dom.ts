import { printable } from "../../text/printable";

export type Child = Node | string | number | null | undefined | false | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element. Text is text: nothing here reads HTML, and what cannot be seen is written as an escape. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  append(element, children);
  return element;
}

function append(element: HTMLElement, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : printable(String(child)));
  }
}

/** Text for those who do not see the page. */
export function spoken(text: string): HTMLElement {
  return h("span", { class: "spoken" }, text);
}

/** An element of the page itself. */
export function byId<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

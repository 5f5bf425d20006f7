import type { ApiField } from "../cognito/api-model";
import type { Fields } from "../cognito/refusal";

/** An element of XML that has elements, or a text. */
interface Element {
  readonly name: string;
  readonly children: readonly Element[];
  readonly text: string;
}

/**
 * Reads a request of an API that speaks XML, as AWS's model says what is a list, a number or a boolean: the elements of
 * the root as fields.
 *
 * @param fields what the model says of each field, by path
 */
export function fieldsOfXml(text: string, fields: Readonly<Record<string, ApiField>>): Fields {
  return read(elementOf(text), "", fields) as Fields;
}

function read({ children, text }: Element, path: string, fields: Readonly<Record<string, ApiField>>): unknown {
  const under = (name: string) => (path === "" ? name : `${path}.${name}`);
  if (`${path}[]` in fields) return children.map((child) => read(child, under("[]"), fields));
  const type = fields[path]?.type;
  if (type === "integer") return Number(text);
  if (type === "boolean") return text === "true";
  if (type !== undefined) return text;
  return Object.fromEntries(children.map((child) => [child.name, read(child, under(child.name), fields)]));
}

const TAG = /<(\/?)([\w:]+)[^>]*?(\/?)>/g;

function elementOf(text: string): Element {
  const root: Element = { name: "", children: [], text: "" };
  const open: { element: Element; from: number }[] = [{ element: root, from: 0 }];
  for (const tag of text.matchAll(TAG)) {
    const [all, closing, name = "", empty] = tag;
    if (closing) {
      const { element, from } = open.pop() as (typeof open)[number];
      Object.assign(element, { text: unescaped(text.slice(from, tag.index)) });
      continue;
    }
    const element: Element = { name, children: [], text: "" };
    const { element: parent } = open.at(-1) ?? { element: root };
    (parent.children as Element[]).push(element);
    if (!empty) open.push({ element, from: tag.index + all.length });
  }
  return root.children[0] ?? root;
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#34;": '"', "&#39;": "'", "&amp;": "&" } as const;

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#34|#39|amp);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);
}

/** Writes an answer: objects as elements, lists as elements `member`. */
export function xmlOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<member>${xmlOf(item)}</member>`).join("");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => `<${name}>${xmlOf(item)}</${name}>`)
      .join("");
  return String(value).replace(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

import { isOpen } from "../model/value";

/** A Terraform template, in a value that is otherwise text as it is. It must give no character that JSON escapes. */
export class Template {
  constructor(readonly text: string) {}
}

/**
 * A Terraform template that gives a value as JSON: text of the config as it is written, variables encoded by Terraform.
 *
 * @param literal escapes text so that Terraform gives that very text
 */
export function jsonTemplate(value: unknown, literal: (text: string) => string): string {
  const render = (item: unknown): string => {
    if (item instanceof Template) return `"${item.text}"`;
    if (isOpen(item)) return item.token === undefined ? `\${jsonencode(var.${item.variable})}` : `"${item.token}"`;
    if (Array.isArray(item)) return `[${item.map(render).join(",")}]`;
    if (typeof item !== "object" || item === null) return literal(JSON.stringify(item));
    const entries = Object.entries(item).filter(([, each]) => each !== undefined);
    return `{${entries.map(([key, each]) => `${literal(JSON.stringify(key))}:${render(each)}`).join(",")}}`;
  };
  return render(value);
}

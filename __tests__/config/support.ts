import { join } from "node:path";
import { type LoadedConfig, loadConfig } from "../../lib/config/load";
import type { Finding } from "../../lib/rules/finding";
import { folderWith } from "../support/cli";
import { findingsIn } from "../support/findings";

/** Loads a config file that holds a text. */
export function loadText(name: string, text: string | Uint8Array): Promise<LoadedConfig> {
  return loadConfig({ cwd: folderWith({ [name]: text }), config: name });
}

/** What `check` says of a config file that holds a text; without the opinions of rules about a sound config. */
export async function findingsOf(name: string, text: string | Uint8Array): Promise<Finding[]> {
  return findingsIn(await loadText(name, text)).filter(({ rule }) => /^(CFG|STK)-/.test(rule));
}

/** A text in which `«` and `»` surround the place that a finding shall point at. */
export function marked(text: string): {
  readonly text: string;
  readonly place: { line: number; column: number; length: number };
} {
  const start = text.indexOf("«");
  const end = text.indexOf("»") - 1;
  const before = text.slice(0, start).split("\n");
  return {
    text: text.replace("«", "").replace("»", ""),
    place: { line: before.length, column: (before.at(-1) as string).length + 1, length: end - start },
  };
}

/** A config of one pool `users` in environment `prod`, with lines of YAML in the places where tests vary it. */
export function yaml({ top = "", environment = "", pool = "", client = "platform: ios" } = {}): string {
  const block = (depth: number, lines: string) =>
    lines === "" ? "" : `${lines.replace(/^(?=.)/gm, " ".repeat(depth))}\n`;
  return [
    "project: acme\n",
    block(0, top),
    "environments:\n  prod:\n    region: eu-west-1\n",
    block(4, environment),
    "pools:\n  users:\n",
    block(4, pool),
    "    clients:\n      app:\n",
    block(8, client),
  ].join("");
}

/** Where the package's own modules are, for a TypeScript config in another folder. */
export const DEFINE_CONFIG = join(__dirname, "..", "..", "lib", "config", "define-config");

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../lib/report/estate";
import { type CliResult, cli, folderWith } from "../support/cli";

/** A report that was written, as its readers get it. */
export interface WrittenReport extends CliResult {
  readonly folder: string;
  readonly estate: Estate;
  /** The text of a file. */
  readonly text: (name: string) => string;
  /** The rows of a CSV file by header. */
  readonly rows: (name: string) => Record<string, string>[];
}

/** Writes the report of a config given as YAML, into `report`. */
export async function reportOf(config: string, ...args: string[]): Promise<WrittenReport> {
  const folder = folderWith({ "userpools.yaml": config });
  const result = await cli(folder, "report", "--out", "report", ...args);
  const text = (name: string) => readFileSync(join(folder, "report", name), "utf8");
  const rows = (name: string) => {
    const [header = [], ...rest] = parseCsv(text(name));
    return rest.map((cells) => Object.fromEntries(header.map((key, index) => [key, cells[index] as string])));
  };
  return {
    ...result,
    folder,
    text,
    rows,
    get estate() {
      return JSON.parse(text("estate.json"));
    },
  };
}

/** As RFC 4180 has it. @throws Error for text that is not */
export function parseCsv(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new Error(`no CSV at ${JSON.stringify(text.slice(at, at + 80))}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

import { closeSync, existsSync, openSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceOutput } from "../terraform/output-folder";
import { printableJson } from "../text/printable";
import { UsageError } from "../usage-error";
import { CLIENTS_HEADER, clientsCsv, FINDINGS_HEADER, findingsCsv } from "./csv";
import type { Estate } from "./estate";
import { estatePage, PAGE_MARK } from "./page";

interface ReportFile {
  readonly text: (estate: Estate) => string;
  /** What its beginning has, so that a file of somebody else is not taken for it. */
  readonly mark: string;
}

/** Bytes in which the mark of a file is. */
const BEGINNING = 4000;

/** Every file of a report. */
const FILES: Readonly<Record<string, ReportFile>> = {
  "index.html": { text: estatePage, mark: PAGE_MARK },
  "estate.json": { text: (estate) => `${printableJson(estate, 0)}\n`, mark: '"name":"cdktf-cognito"' },
  "clients.csv": { text: clientsCsv, mark: CLIENTS_HEADER },
  "findings.csv": { text: findingsCsv, mark: FINDINGS_HEADER },
};

/**
 * Writes the files of a report into a folder, all or none of them. Other files stay.
 *
 * @returns their names
 * @throws UsageError when a file of somebody else has one of the names
 */
export function writeReport(folder: string, estate: Estate): string[] {
  const names = Object.keys(FILES);
  const foreign = names.find((name) => existsSync(join(folder, name)) && !isOurs(folder, name));
  if (foreign)
    throw new UsageError(`${join(folder, foreign)} was not written by cdktf-cognito; name another folder with --out`);
  replaceOutput(folder, {
    write: (staging) => {
      for (const [name, { text }] of Object.entries(FILES)) writeFileSync(join(staging, name), text(estate));
    },
    generated: (root) => names.filter((name) => existsSync(join(root, name))),
  });
  return names;
}

/** What a file begins with is read, not the megabytes after it. */
function isOurs(folder: string, name: string): boolean {
  const { mark } = FILES[name] as ReportFile;
  const file = openSync(join(folder, name), "r");
  try {
    const beginning = Buffer.alloc(BEGINNING);
    return beginning.toString("utf8", 0, readSync(file, beginning)).includes(mark);
  } finally {
    closeSync(file);
  }
}

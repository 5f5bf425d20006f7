import { printableJson } from "../text/printable";
import { plain } from "../text/quoted";
import { VERSION } from "../version";
import { type Diagnostic, regionOf, sentenceOf } from "./diagnostic";
import type { Report } from "./report";

/**
 * For code scanning: SARIF 2.1.0, with the text of each code that has a result.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport({ diagnostics, describe, ruleSet }: Report): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const driver = { name: "cdktf-cognito", version: VERSION, semanticVersion: VERSION };
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { ...driver, rules: codes.map((code) => descriptor(code, describe)) } },
        ...(ruleSet !== undefined && { properties: { ruleSetVersion: ruleSet } }),
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((each) => result(each, codes.indexOf(each.code))),
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

function result(diagnostic: Diagnostic, ruleIndex: number) {
  const { code, level, path, file, why, fix, stacks, acknowledged } = diagnostic;
  const { line, column = 1, length = 0 } = regionOf(diagnostic);
  const sentences = [sentenceOf(diagnostic), why && `Why: ${why}`, fix && `Fix: ${fix}`];
  return {
    ruleId: code,
    ruleIndex,
    level,
    message: { text: sentences.flatMap((each) => (each ? [plain(each)] : [])).join(". ") },
    locations: [
      {
        ...(file !== undefined && {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(file) },
            ...(line !== undefined && { region: { startLine: line, startColumn: column, endColumn: column + length } }),
          },
        }),
        logicalLocations: [{ fullyQualifiedName: path }],
      },
    ],
    partialFingerprints: { "rulePath/v1": `${code}:${path}` },
    ...(acknowledged !== undefined && { suppressions: [{ kind: "inSource", justification: acknowledged }] }),
    properties: { stacks },
  };
}

function descriptor(code: string, describe: Report["describe"]) {
  const { title, name, why, fix, help, level } = describe(code);
  return {
    id: code,
    ...(name !== undefined && { name }),
    shortDescription: { text: title },
    fullDescription: { text: why ?? title },
    ...(fix !== undefined && { help: { text: `Fix: ${fix}` } }),
    ...(help !== undefined && { helpUri: help }),
    defaultConfiguration: { level },
  };
}

import { findRule, RULE_SET_VERSION } from "../../rules";
import { VERSION } from "../../version";
import { groupFindings } from "./group";
import type { Report } from "./index";
import { printableJson } from "./printable";

/**
 * For code scanning: SARIF 2.1.0, with the text of each rule that has a result.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport({ findings }: Report): string {
  const groups = groupFindings(findings);
  const ids = [...new Set(groups.map(({ rule }) => rule))].sort();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "cdktf-cognito", version: VERSION, semanticVersion: VERSION, rules: ids.map(ruleMetadata) },
        },
        properties: { ruleSetVersion: RULE_SET_VERSION },
        columnKind: "utf16CodeUnits",
        results: groups.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: finding.severity,
          message: { text: `${finding.message}. Fix: ${finding.fix}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(finding.file) },
                ...(finding.line !== undefined && {
                  region: {
                    startLine: finding.line,
                    startColumn: finding.column,
                    endColumn: (finding.column ?? 1) + (finding.length ?? 0),
                  },
                }),
              },
              logicalLocations: [{ fullyQualifiedName: finding.path }],
            },
          ],
          partialFingerprints: { "rulePath/v1": `${finding.rule}:${finding.path}` },
          ...(finding.acknowledged !== undefined && {
            suppressions: [{ kind: "inSource", justification: finding.acknowledged }],
          }),
          properties: { stacks: finding.stacks },
        })),
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

function ruleMetadata(id: string) {
  const rule = findRule(id);
  const help = rule?.source.find((each) => each.startsWith("https://"));
  return {
    id,
    shortDescription: { text: rule?.title ?? id },
    fullDescription: { text: rule?.why ?? id },
    help: { text: `Fix: ${rule?.fix ?? ""}` },
    ...(help !== undefined && { helpUri: help }),
    defaultConfiguration: { level: rule?.severity ?? "error" },
  };
}

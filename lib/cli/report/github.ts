import { groupFindings } from "./group";
import type { Report } from "./index";
import { printable } from "./printable";

/**
 * For GitHub Actions: an annotation at the line of each finding.
 * @see https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions
 */
export function githubReport({ findings }: Report): string {
  return groupFindings(findings)
    .map((finding) => {
      const level = finding.acknowledged === undefined ? finding.severity : "notice";
      const end =
        finding.column !== undefined && finding.length !== undefined ? finding.column + finding.length : undefined;
      const properties = Object.entries({
        file: finding.file,
        line: finding.line,
        col: finding.column,
        endColumn: end,
        title: `${finding.rule} ${finding.path}`,
      })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${property(String(value))}`);
      const way = finding.acknowledged === undefined ? `fix: ${finding.fix}` : `acknowledged: ${finding.acknowledged}`;
      return `::${level} ${properties.join(",")}::${data(finding.message)}%0A${data(way)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

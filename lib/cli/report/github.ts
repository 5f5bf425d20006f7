import { groupFindings } from "./group";
import type { Report } from "./index";

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
      return `::${level} ${properties.join(",")}::${data(`${finding.message}\n${way}`)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

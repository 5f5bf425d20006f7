import { clientAddress, type FindingRow, stackOf } from "./data";
import { type Child, h } from "./dom";
import type { Column } from "./table";
import { tag } from "./words";

/** How many stacks or clients a row names. */
const NAMED = 6;

/** What becomes of a finding. */
export function statusOf({ finding }: FindingRow): "error" | "warning" | "acknowledged" {
  if (finding.acknowledged !== undefined) return "acknowledged";
  return finding.severity === "error" ? "error" : "warning";
}

const ORDER = { error: 0, warning: 1, acknowledged: 2 } as const;

/** The columns of the table of findings. */
export const FINDING_COLUMNS: readonly Column<FindingRow>[] = [
  { key: "rule", title: "Rule", order: ({ finding }) => finding.rule, cell: ({ finding }) => finding.rule },
  {
    key: "status",
    title: "Status",
    order: (row) => ORDER[statusOf(row)],
    cell: (row) => tag(statusOf(row), statusOf(row)),
  },
  {
    key: "message",
    title: "What",
    class: "prose",
    cell: ({ finding }) => [
      finding.message,
      finding.acknowledged === undefined
        ? h("span", { class: "second" }, `Fix: ${finding.fix}`)
        : h("span", { class: "reason" }, `Accepted: ${finding.acknowledged}`),
    ],
  },
  {
    key: "where",
    title: "Where",
    class: "prose",
    order: ({ finding }) => finding.line ?? finding.path,
    cell: ({ finding }) => [
      h("code", {}, finding.path),
      h(
        "span",
        { class: "second" },
        [finding.file, finding.line, finding.column].filter((each) => each !== undefined).join(":"),
      ),
    ],
  },
  { key: "reach", title: "Reaches", order: ({ reach }) => reach.length, cell: ({ reach }) => reachOf(reach) },
];

function reachOf(reach: FindingRow["reach"]): Child {
  const shown = reach.slice(0, NAMED);
  return h(
    "ul",
    { class: "items" },
    shown.map((each) => {
      const stack = stackOf(each);
      const name = [each.stack ?? "the config", each.client].filter((part) => part !== null).join(" / ");
      return h(
        "li",
        {},
        stack && each.client !== null ? h("a", { href: clientAddress(stack, each.client) }, name) : name,
      );
    }),
    reach.length > shown.length && h("li", { class: "more" }, `and ${reach.length - shown.length} more`),
  );
}

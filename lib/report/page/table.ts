import { type Child, h } from "./dom";
import { renderLazily } from "./lazy";

/** How many rows are rendered at once. */
const ROWS = 100;

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: T) => Child;
  /** What rows are sorted by; without it the column is not. */
  readonly order?: (row: T) => string | number | undefined;
  readonly class?: string;
}

export interface TableOptions<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  /** Column and direction: `pool`, `-pool`; empty for the order of the config. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  /** Whether each row is printed as a block of titles and values: its columns do not fit a sheet. Default false */
  readonly blocks?: boolean;
}

/** A table whose first column names its rows, in a frame that scrolls sideways. */
export function table<T>({ caption, columns, rows, sort = "", onSort, blocks = false }: TableOptions<T>): HTMLElement {
  const body = h("tbody");
  const element = h(
    "table",
    { class: blocks ? "blocks" : undefined },
    h("caption", { class: "spoken" }, caption),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        columns.map((column) => heading(column, sort, onSort)),
      ),
    ),
    body,
  );
  const frame = h("div", { class: "frame", tabindex: 0, role: "region", "aria-label": caption }, element);
  const container = h("div", {}, frame);
  renderLazily(body, frame, sorted(rows, columns, sort), (row) => rowOf(row, columns), ROWS);
  return container;
}

function rowOf<T>(row: T, columns: readonly Column<T>[]): HTMLElement {
  return h(
    "tr",
    {},
    columns.map(({ cell, title, class: name }, index) =>
      index === 0
        ? h("th", { scope: "row", class: name }, cell(row))
        : h("td", { "data-title": title, class: name }, cell(row)),
    ),
  );
}

function heading<T>(column: Column<T>, sort: string, onSort: TableOptions<T>["onSort"]): HTMLElement {
  if (column.order === undefined || onSort === undefined)
    return h("th", { scope: "col", class: column.class }, column.title);
  const direction = sort === column.key ? "ascending" : sort === `-${column.key}` ? "descending" : undefined;
  const button = h(
    "button",
    { type: "button", class: "sort", "data-sort": column.key },
    column.title,
    h("span", { class: "arrow", "aria-hidden": "true" }, direction === "ascending" ? "↑" : direction && "↓"),
  );
  button.addEventListener("click", () => onSort(direction === "ascending" ? `-${column.key}` : column.key));
  return h("th", { scope: "col", class: column.class, "aria-sort": direction }, button);
}

/** Rows without a value are last in both directions; equal ones stay in the order of the config. */
export function sorted<T>(rows: readonly T[], columns: readonly Column<T>[], sort: string): readonly T[] {
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ""));
  if (column?.order === undefined) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  const keyed = rows.map((row) => [column.order?.(row), row] as const);
  return keyed.sort(([a], [b]) => compare(a, b, sign)).map(([, row]) => row);
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

function compare(a: string | number | undefined, b: string | number | undefined, sign: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  return sign * COLLATOR.compare(String(a), String(b));
}

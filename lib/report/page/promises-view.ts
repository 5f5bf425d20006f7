import type { PromiseEntry } from "../estate";
import type { Column } from "./table";
import { list, tag } from "./words";

/** The columns of the table of promises. */
export const PROMISE_COLUMNS: readonly Column<PromiseEntry>[] = [
  { key: "promise", title: "Promise", class: "prose", order: ({ promise }) => promise, cell: ({ promise }) => promise },
  {
    key: "holds",
    title: "Holds",
    order: ({ holds }) => Number(holds),
    cell: ({ holds }) => (holds ? tag("yes", "yes") : tag("no", "error")),
  },
  {
    key: "counterexamples",
    title: "Counterexamples",
    class: "prose",
    order: ({ counterexamples }) => counterexamples.length,
    cell: ({ counterexamples }) => list(counterexamples, 6),
  },
];

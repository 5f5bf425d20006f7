import type { EnvironmentDifference, StackEntry } from "../estate";
import { attributesView } from "./attributes-view";
import { CLIENT_COLUMNS } from "./clients-view";
import { type ClientRow, clients, counts, estate, type FindingRow, findings, stackOf } from "./data";
import { differencesView } from "./differences-view";
import type { Child } from "./dom";
import { FINDING_COLUMNS, statusOf } from "./findings-view";
import { POOL_COLUMNS } from "./pools-view";
import { PROMISE_COLUMNS } from "./promises-view";
import type { Filter, View } from "./route";
import { table } from "./table";

/** What a view shows, and of how many it does. */
export interface Shown {
  readonly content: Child;
  readonly shown: number;
  readonly all: number;
}

type Render = (filter: Filter, onSort: (sort: string) => void) => Shown;

/** The views by name. */
export const RENDER: Readonly<
  Record<View, { readonly title: string; readonly noun: string; readonly render: Render }>
> = {
  clients: {
    title: "Clients",
    noun: "clients",
    render: (filter, onSort) => {
      const rows = clients.filter((row) => isClient(row, filter));
      const { sort } = filter;
      const content = table({ caption: "Clients", columns: CLIENT_COLUMNS, rows, sort, onSort });
      return { content, shown: rows.length, all: clients.length };
    },
  },
  pools: {
    title: "Pools",
    noun: "pools in an environment",
    render: (filter, onSort) => {
      const rows = estate.stacks.filter((stack) => isStack(stack, filter));
      const { sort } = filter;
      const content = table({ caption: "Pools", columns: POOL_COLUMNS, rows, sort, onSort, blocks: true });
      return { content, shown: rows.length, all: estate.stacks.length };
    },
  },
  attributes: {
    title: "Attributes",
    noun: "pools in an environment",
    render: (filter) => {
      const rows = estate.stacks.filter((stack) => isStack(stack, filter));
      return { content: attributesView(rows), shown: rows.length, all: estate.stacks.length };
    },
  },
  differences: {
    title: "Differences between environments",
    noun: "differences",
    render: (filter) => {
      const rows = estate.differences.filter((row) => isDifference(row, filter));
      return { content: differencesView(rows), shown: rows.length, all: estate.differences.length };
    },
  },
  findings: {
    title: "Findings",
    noun: "findings",
    render: (filter, onSort) => {
      const rows = findings.filter((row) => isFinding(row, filter));
      const { sort } = filter;
      const content = table({ caption: "Findings", columns: FINDING_COLUMNS, rows, sort, onSort });
      return { content, shown: rows.length, all: findings.length };
    },
  },
  promises: {
    title: "Promises",
    noun: "promises",
    render: ({ q, sort }, onSort) => {
      const rows = estate.promises.filter((row) => matches(JSON.stringify(row).toLowerCase(), q));
      const content = table({ caption: "Promises", columns: PROMISE_COLUMNS, rows, sort, onSort });
      return { content, shown: rows.length, all: estate.promises.length };
    },
  },
};

/** Each word of a search must be somewhere. */
function matches(words: string, q: string): boolean {
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function isChosen(chosen: string, value: string): boolean {
  return chosen === "" || chosen === value;
}

function isClient({ stack, client, findings: own, words }: ClientRow, filter: Filter): boolean {
  const { errors, warnings, acknowledged } = counts(own);
  const numbers: Readonly<Record<string, number>> = { error: errors, warning: warnings, acknowledged };
  return (
    isChosen(filter.pool, stack.pool) &&
    isChosen(filter.environment, stack.environment) &&
    isChosen(filter.platform, client.platform) &&
    isChosen(filter.type, client.type) &&
    (filter.status === "" || (numbers[filter.status] ?? 0) > 0) &&
    matches(words, filter.q)
  );
}

function isStack(stack: StackEntry, filter: Filter): boolean {
  return (
    isChosen(filter.pool, stack.pool) &&
    isChosen(filter.environment, stack.environment) &&
    matches(JSON.stringify({ ...stack, clients: stack.clients.map(({ client }) => client) }).toLowerCase(), filter.q)
  );
}

function isDifference(row: EnvironmentDifference, filter: Filter): boolean {
  return isChosen(filter.pool, row.pool) && matches(JSON.stringify(row).toLowerCase(), filter.q);
}

function isFinding(row: FindingRow, filter: Filter): boolean {
  const stacks = row.reach.map(stackOf);
  return (
    (filter.pool === "" || stacks.some((stack) => stack?.pool === filter.pool)) &&
    (filter.environment === "" || stacks.some((stack) => stack?.environment === filter.environment)) &&
    isChosen(filter.status, statusOf(row)) &&
    matches(row.words, filter.q)
  );
}

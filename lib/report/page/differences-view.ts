import type { EnvironmentDifference } from "../estate";
import { clientAddress, estate } from "./data";
import { type Child, h } from "./dom";
import { renderLazily } from "./lazy";
import { anything } from "./words";

/** A table for each pool: what is not the same in all of its environments, with what differs from most of them marked. */
export function differencesView(differences: readonly EnvironmentDifference[]): Child {
  const pools = [...new Set(differences.map(({ pool }) => pool))];
  const container = h("div", { class: "matrices" });
  const end = h("div");
  renderLazily(
    container,
    end,
    pools,
    (pool) =>
      poolDifferences(
        pool,
        differences.filter((each) => each.pool === pool),
      ),
    10,
  );
  return [
    h(
      "p",
      { class: "legend" },
      h("mark", {}, "Marked"),
      " is what differs from most environments of the pool, where most are the same.",
    ),
    container,
    end,
  ];
}

function poolDifferences(pool: string, rows: readonly EnvironmentDifference[]): HTMLElement {
  const id = `differences-${pool}`;
  return h(
    "section",
    { "aria-labelledby": id },
    h("h3", { id }, pool),
    differenceTable(`Differences between the environments of ${pool}`, rows, true),
  );
}

/** One row for each difference, a column for each environment of its pool. */
export function differenceTable(
  caption: string,
  rows: readonly EnvironmentDifference[],
  withClient: boolean,
): HTMLElement {
  const pool = rows[0]?.pool ?? "";
  const environments = estate.stacks.filter((each) => each.pool === pool).map(({ environment }) => environment);
  return h(
    "div",
    { class: "frame", tabindex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      { class: "differences" },
      h("caption", { class: "spoken" }, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "Setting"),
          withClient && h("th", { scope: "col" }, "Client"),
          environments.map((environment) => h("th", { scope: "col" }, environment)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) => rowOf(row, environments, withClient)),
      ),
    ),
  );
}

function rowOf(row: EnvironmentDifference, environments: readonly string[], withClient: boolean): HTMLElement {
  const usual = usualOf(environments.map((each) => row.values[each]));
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, row.path === "" ? "exists" : row.path),
    withClient && h("td", {}, row.client === null ? h("span", { class: "none" }, "the pool") : clientLink(row)),
    environments.map((each) => {
      const value = row.values[each];
      if (!Object.hasOwn(row.values, each)) return h("td", {}, h("span", { class: "none" }, "no such client"));
      return h("td", {}, usual === undefined || value === usual ? anything(value) : h("mark", {}, anything(value)));
    }),
  );
}

/** To the client in the first environment that has it. */
function clientLink({ pool, client }: EnvironmentDifference): Child {
  const stack = estate.stacks.find((each) => each.pool === pool && each.clients.some((own) => own.client === client));
  return stack && client !== null ? h("a", { href: clientAddress(stack, client) }, client) : client;
}

/** The value of more than half; equal values are one object here. */
function usualOf(values: readonly unknown[]): unknown {
  return values.find((value) => values.filter((each) => each === value).length * 2 > values.length);
}

import { clients, estate, pools } from "./data";
import { byId, h } from "./dom";
import type { Filter, View } from "./route";

/** The filters that a view has beside the search. */
const OF_VIEW: Readonly<Record<View, readonly (keyof Filter)[]>> = {
  clients: ["pool", "environment", "platform", "type", "status"],
  pools: ["pool", "environment"],
  attributes: ["pool", "environment"],
  differences: ["pool"],
  findings: ["pool", "environment", "status"],
  promises: [],
};

interface Choice {
  readonly label: string;
  readonly values: readonly string[];
}

const CHOICES: Partial<Record<keyof Filter, Choice>> = {
  pool: { label: "Pool", values: pools },
  environment: { label: "Environment", values: estate.environments },
  platform: { label: "Platform", values: [...new Set(clients.map(({ client }) => client.platform))].sort() },
  type: { label: "Type", values: [...new Set(clients.map(({ client }) => client.type))].sort() },
  status: { label: "Findings", values: ["error", "warning", "acknowledged"] },
};

/** How long to wait for the next letter of a search. */
const PAUSE_MS = 150;

/** Makes the search and the filters; `changed` gets what one was set to. */
export function makeFilters(changed: (key: keyof Filter, value: string) => void): void {
  const form = byId<HTMLFormElement>("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  const search = byId<HTMLInputElement>("search");
  let waiting: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => changed("q", search.value), PAUSE_MS);
  });
  for (const [key, choice] of Object.entries(CHOICES) as [keyof Filter, Choice][]) {
    const id = `filter-${key}`;
    const select = h(
      "select",
      { id, name: key },
      h("option", { value: "" }, "all"),
      choice.values.map((value) => h("option", { value }, value)),
    );
    select.addEventListener("change", () => changed(key, select.value));
    form.append(h("div", { class: "field", id: `field-${key}` }, h("label", { for: id }, choice.label), select));
  }
}

/** Shows the filters of a view as they are set. */
export function showFilters(view: View, filter: Filter): void {
  const search = byId<HTMLInputElement>("search");
  if (document.activeElement !== search) search.value = filter.q;
  for (const key of Object.keys(CHOICES) as (keyof Filter)[]) {
    byId(`field-${key}`).hidden = !OF_VIEW[view].includes(key);
    byId<HTMLSelectElement>(`filter-${key}`).value = filter[key];
  }
}

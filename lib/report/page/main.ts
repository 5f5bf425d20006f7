import { clientView } from "./client-view";
import { clients, estate } from "./data";
import { byId, type Child, h } from "./dom";
import { makeFilters, showFilters } from "./filters";
import { forgetLists } from "./lazy";
import { type Filter, type Route, readRoute, VIEWS, viewAddress } from "./route";
import { RENDER } from "./views";

const title = byId("title");
const content = byId("content");
const status = byId("status");

let route: Route = readRoute(location.hash);
/** Where a client's page leads back to. */
let list = viewAddress("clients");

function show(heading: string, ...children: Child[]): void {
  title.textContent = heading;
  content.replaceChildren(h("div", {}, children));
  document.title = `${heading} · ${estate.project}`;
}

function render(): void {
  forgetLists();
  byId("filters").hidden = route.view === "client";
  for (const view of VIEWS) byId(`tab-${view}`).toggleAttribute("aria-current", false);
  if (route.view === "client") renderClient(route);
  else renderView(route);
}

function renderView({ view, filter }: Extract<Route, { filter: Filter }>): void {
  const { title: heading, noun, render: renderer } = RENDER[view];
  byId(`tab-${view}`).setAttribute("aria-current", "page");
  showFilters(view, filter);
  list = viewAddress(view, filter);
  const { content: shownContent, shown, all } = renderer(filter, sortBy);
  const empty = shown === 0 && h("p", { class: "empty" }, all === 0 ? `There are no ${noun}.` : `No ${noun} match.`);
  show(heading, empty || shownContent);
  status.textContent = shown === all ? `${all} ${noun}` : `${shown} of ${all} ${noun}`;
}

function renderClient({ pool, environment, client }: Extract<Route, { view: "client" }>): void {
  const found = clients.find(
    (row) => row.stack.pool === pool && row.stack.environment === environment && row.client.client === client,
  );
  const back = h("p", {}, h("a", { href: list, class: "back" }, "← Back to the list"));
  status.textContent = "";
  if (found) show(client, back, clientView(found));
  else show("No such client", back, h("p", { class: "empty" }, `${pool} / ${environment} has no client ${client}.`));
}

/** Changes what the view shows, in place: no step of the history, and the focus stays. */
function change(key: keyof Filter, value: string): void {
  if (route.view === "client") return;
  route = { ...route, filter: { ...route.filter, [key]: value } };
  history.replaceState(null, "", viewAddress(route.view, route.filter));
  render();
}

function sortBy(sort: string): void {
  change("sort", sort);
  document.querySelector<HTMLElement>(`[data-sort="${sort.replace("-", "")}"]`)?.focus();
}

addEventListener("hashchange", () => {
  route = readRoute(location.hash);
  render();
  scrollTo(0, 0);
  title.focus();
});

makeFilters(change);
render();

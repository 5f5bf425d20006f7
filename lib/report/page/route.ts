/** The views beside that of one client. */
export const VIEWS = ["clients", "pools", "attributes", "differences", "findings", "promises"] as const;
export type View = (typeof VIEWS)[number];

/** What a view shows of all that there is. */
export interface Filter {
  readonly q: string;
  readonly pool: string;
  readonly environment: string;
  readonly platform: string;
  readonly type: string;
  readonly status: string;
  /** Column and direction: `pool`, `-pool`. */
  readonly sort: string;
}

export const FILTERS = ["q", "pool", "environment", "platform", "type", "status", "sort"] as const;

export type Route =
  | { readonly view: View; readonly filter: Filter }
  | { readonly view: "client"; readonly pool: string; readonly environment: string; readonly client: string };

/** Reads the address after `#`: `customers/prod/ios`, or `/findings?pool=customers`; anything else is the first view. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, "");
  const [pool, environment, client, ...rest] = text.split("/").map(decoded);
  if (pool && environment && client && rest.length === 0) return { view: "client", pool, environment, client };
  const [, name = "", query = ""] = /^\/(\w*)(?:\?(.*))?$/s.exec(text) ?? [];
  const view = VIEWS.find((each) => each === name) ?? "clients";
  const parameters = new URLSearchParams(query);
  const filter = Object.fromEntries(FILTERS.map((key) => [key, parameters.get(key) ?? ""]));
  return { view, filter: filter as unknown as Filter };
}

export function viewAddress(view: View, filter: Partial<Filter> = {}): string {
  const used = FILTERS.flatMap((key) => (filter[key] ? [[key, filter[key]]] : []));
  const query = new URLSearchParams(used).toString();
  return `#/${view}${query === "" ? "" : `?${query}`}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

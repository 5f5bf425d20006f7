import type { Operation, Pools } from "./pools";
import type { Fields } from "./refusal";

/** How many items AWS gives on a page at most, and the names of the fields that ask for a page. */
interface Listing {
  readonly operation: string;
  /** Under which a pool has them. */
  readonly key: string;
  /** Field of an answer that has them. */
  readonly answer: string;
  readonly limit: "MaxResults" | "Limit";
  /** What a list has of each; everything where none is named. */
  readonly fields?: readonly string[];
}

const PAGE = 60;

const LISTINGS: readonly Listing[] = [
  {
    operation: "ListUserPoolClients",
    key: "CLIENT",
    answer: "UserPoolClients",
    limit: "MaxResults",
    fields: ["ClientId", "UserPoolId", "ClientName"],
  },
  { operation: "ListResourceServers", key: "SERVER", answer: "ResourceServers", limit: "MaxResults" },
  {
    operation: "ListIdentityProviders",
    key: "PROVIDER",
    answer: "Providers",
    limit: "MaxResults",
    fields: ["ProviderName", "ProviderType"],
  },
  { operation: "ListGroups", key: "GROUP", answer: "Groups", limit: "Limit" },
];

/** What a pool has, page by page. */
export function listOperations(pools: Pools): Readonly<Record<string, Operation>> {
  return Object.fromEntries(
    LISTINGS.map(({ operation, key, answer, limit, fields }) => [
      operation,
      (request) => {
        const all = [...pools.get(request).attached].filter(([each]) => each.startsWith(`${key} `));
        const start = Number(request.NextToken ?? 0);
        const end = start + Math.min(Number(request[limit] ?? PAGE), PAGE);
        const items = all.slice(start, end).map(([, item]) => (fields ? picked(item, fields) : item));
        return { [answer]: items, ...(end < all.length && { NextToken: String(end) }) };
      },
    ]),
  );
}

function picked(item: Fields, fields: readonly string[]): Fields {
  return Object.fromEntries(fields.filter((name) => name in item).map((name) => [name, item[name]]));
}

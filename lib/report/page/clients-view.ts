import { type ClientRow, clientAddress, counts } from "./data";
import { type Child, h } from "./dom";
import { bar } from "./scale";
import type { Column } from "./table";
import { answer, duration, items, list, secondsOf, sign, tag, text } from "./words";

/** The columns of the table of clients. */
export const CLIENT_COLUMNS: readonly Column<ClientRow>[] = [
  {
    key: "client",
    title: "Client",
    order: ({ client }) => client.client,
    cell: ({ stack, client }) => [
      h("a", { href: clientAddress(stack, client.client) }, client.client),
      text(client.name) !== client.client && h("span", { class: "second" }, text(client.name)),
    ],
  },
  { key: "pool", title: "Pool", order: ({ stack }) => stack.pool, cell: ({ stack }) => stack.pool },
  {
    key: "environment",
    title: "Environment",
    order: ({ stack }) => stack.environment,
    cell: ({ stack }) => stack.environment,
  },
  {
    key: "platform",
    title: "Platform",
    order: ({ client }) => client.platform,
    cell: ({ client }) => [client.platform, h("span", { class: "second" }, client.type)],
  },
  { key: "signs-in", title: "Signs in", class: "ways", order: ({ client }) => ways(client).join(), cell: signsIn },
  {
    key: "access",
    title: "Access token",
    class: "time",
    order: ({ client }) => secondsOf(client.lifetimes.accessToken),
    cell: ({ client }) => [duration(client.lifetimes.accessToken), bar(client.lifetimes.accessToken)],
  },
  {
    key: "refresh",
    title: "Refresh token",
    class: "time",
    order: ({ client }) => (client.refresh.answer === "no" ? undefined : secondsOf(client.lifetimes.refreshToken)),
    cell: ({ client }) =>
      client.refresh.answer === "no"
        ? h("span", { class: "none" }, "does not refresh")
        : [duration(client.lifetimes.refreshToken), bar(client.lifetimes.refreshToken)],
  },
  {
    key: "findings",
    title: "Findings",
    order: ({ findings }) => {
      const { errors, warnings, acknowledged } = counts(findings);
      return errors * 1_000_000 + warnings * 1_000 + acknowledged;
    },
    cell: ({ findings }) => findingCounts(counts(findings)),
  },
  {
    key: "privileged",
    title: "Writes privileged",
    order: ({ client }) => Object.values(client.writesPrivileged).filter((word) => word !== "no").length,
    cell: ({ client }) => privileged(client.writesPrivileged),
  },
  {
    key: "grants",
    title: "Grants",
    order: ({ client }) => items(client.oauth.grants).join(),
    cell: ({ client }) => list(items(client.oauth.grants)),
  },
  {
    key: "scopes",
    title: "Scopes",
    class: "wide",
    order: ({ client }) => items(client.oauth.scopes).length,
    cell: ({ client }) => list(items(client.oauth.scopes), 3),
  },
];

function ways({ signIn }: ClientRow["client"]): string[] {
  return [...(signIn.api === "no" ? [] : ["API"]), ...(signIn.pages === "no" ? [] : ["hosted pages"])];
}

function signsIn({ client }: ClientRow): Child {
  const { api, pages, providers } = client.signIn;
  const found = ways(client);
  if (found.length === 0) return h("span", { class: "none" }, "no users");
  const names = Object.entries(providers).filter(([, word]) => word !== "no");
  const open = api === "open" || pages === "open";
  return [
    found.join(", "),
    open && [" ", answer("open")],
    h("span", { class: "second" }, names.map(([name]) => name).join(", ")),
  ];
}

export function privileged(written: Readonly<Record<string, "yes" | "no" | "open">>): Child {
  const names = Object.entries(written).filter(([, word]) => word !== "no");
  if (names.length === 0) return h("span", { class: "none" }, "none");
  return names.map(([name, word]) => tag(word === "open" ? `${name} (open)` : name, "privileged"));
}

/** What was found, the worst first. */
export function findingCounts({ errors, warnings, acknowledged }: ReturnType<typeof counts>): Child {
  if (errors + warnings + acknowledged === 0) return h("span", { class: "none" }, "none");
  return h(
    "span",
    { class: "signs" },
    errors > 0 && sign(`✕ ${errors}`, `errors: ${errors}`, "error"),
    warnings > 0 && sign(`! ${warnings}`, `warnings: ${warnings}`, "warning"),
    acknowledged > 0 && sign(`✓ ${acknowledged}`, `acknowledged: ${acknowledged}`, "acknowledged"),
  );
}

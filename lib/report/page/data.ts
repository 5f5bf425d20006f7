import type { ClientEntry, Estate, EstateFinding, StackEntry } from "../estate";
import { byId } from "./dom";
import { type Packed, unpack } from "./packed";
import { items } from "./words";

/** One client in one environment, as the tables show it. */
export interface ClientRow {
  readonly stack: StackEntry;
  readonly client: ClientEntry;
  readonly findings: readonly EstateFinding[];
  /** What a search looks at, in lower case. */
  readonly words: string;
}

/** A finding with every stack that has it. */
export interface FindingRow {
  readonly finding: EstateFinding;
  /** Each stack with its client, where one is concerned. */
  readonly reach: readonly EstateFinding[];
  readonly words: string;
}

export const estate: Estate = unpack(JSON.parse(byId("estate").textContent as string) as Packed) as Estate;

export const clients: readonly ClientRow[] = clientRows();
export const findings: readonly FindingRow[] = findingRows();
export const pools: readonly string[] = [...new Set(estate.stacks.map(({ pool }) => pool))];

/** The address of a client within the page. */
export function clientAddress({ pool, environment }: StackEntry, client: string): string {
  return `#${[pool, environment, client].map(encodeURIComponent).join("/")}`;
}

export function stackOf({ stack }: Pick<EstateFinding, "stack">): StackEntry | undefined {
  return estate.stacks.find((each) => each.stack === stack);
}

/** How many errors and open warnings there are among findings. */
export function counts(found: readonly EstateFinding[]): Record<"errors" | "warnings" | "acknowledged", number> {
  return {
    errors: found.filter(({ severity }) => severity === "error").length,
    warnings: found.filter(({ severity, acknowledged }) => severity === "warning" && acknowledged === undefined).length,
    acknowledged: found.filter(({ acknowledged }) => acknowledged !== undefined).length,
  };
}

function clientRows(): ClientRow[] {
  const byClient = new Map<string, EstateFinding[]>();
  for (const finding of estate.findings) {
    const id = `${finding.stack} ${finding.client}`;
    const found = byClient.get(id);
    if (found) found.push(finding);
    else byClient.set(id, [finding]);
  }
  return estate.stacks.flatMap((stack) =>
    stack.clients.map((client) => {
      const found = byClient.get(`${stack.stack} ${client.client}`) ?? [];
      return { stack, client, findings: found, words: wordsOf(stack, client, found) };
    }),
  );
}

function wordsOf({ pool, environment }: StackEntry, client: ClientEntry, found: readonly EstateFinding[]): string {
  const { oauth } = client;
  return [
    pool,
    environment,
    client.client,
    ...items([client.name]),
    client.platform,
    client.type,
    ...Object.entries(client.signIn.providers).flatMap(([name, word]) => (word === "no" ? [] : [name])),
    ...[client.authFlows, oauth.grants, oauth.scopes, oauth.callbackUrls, oauth.logoutUrls].flatMap(items),
    ...items(client.writeAttributes),
    ...found.map(({ rule }) => rule),
  ]
    .join("\n")
    .toLowerCase();
}

/** What several stacks have in common at one place is one row. */
function findingRows(): FindingRow[] {
  const groups = new Map<string, EstateFinding[]>();
  for (const finding of estate.findings) {
    const { rule, severity, path, message, acknowledged } = finding;
    const id = JSON.stringify([rule, severity, path, message, acknowledged]);
    const group = groups.get(id);
    if (group) group.push(finding);
    else groups.set(id, [finding]);
  }
  return [...groups.values()].map((reach) => {
    const finding = reach[0] as EstateFinding;
    const { rule, severity, path, message, acknowledged = "" } = finding;
    const words = [rule, severity, path, message, acknowledged, ...reach.map(({ client }) => client ?? "")];
    return { finding, reach, words: words.join("\n").toLowerCase() };
  });
}

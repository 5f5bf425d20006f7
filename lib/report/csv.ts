import { itemText, VariableReference } from "../review/language/effective";
import { printable } from "../text/printable";
import type { ClientEntry, Estate, EstateFinding, Shown, ShownList, StackEntry } from "./estate";

/** One column of a table: its header and the cell of a row. */
type Columns<T> = Readonly<Record<string, (row: T) => string | number>>;

interface ClientRow {
  readonly stack: StackEntry;
  readonly client: ClientEntry;
  readonly findings: readonly EstateFinding[];
}

const CLIENTS: Columns<ClientRow> = {
  pool: ({ stack }) => stack.pool,
  environment: ({ stack }) => stack.environment,
  client: ({ client }) => client.client,
  name: ({ client }) => text(client.name),
  platform: ({ client }) => client.platform,
  type: ({ client }) => client.type,
  signs_in: ({ client }) => client.signIn.answer,
  by_api: ({ client }) => client.signIn.api,
  by_hosted_pages: ({ client }) => client.signIn.pages,
  providers: ({ client }) => withAnswer(client.signIn.providers),
  refreshes: ({ client }) => client.refresh.answer,
  auth_flows: ({ client }) => list(client.authFlows),
  access_token_seconds: ({ client }) => text(client.lifetimes.accessToken),
  id_token_seconds: ({ client }) => text(client.lifetimes.idToken),
  refresh_token_seconds: ({ client }) => text(client.lifetimes.refreshToken),
  auth_session_seconds: ({ client }) => text(client.lifetimes.authSession),
  rotates: ({ client }) => (client.rotation ? "yes" : "no"),
  revocation: ({ client }) => (client.revocation ? "yes" : "no"),
  grants: ({ client }) => list(client.oauth.grants),
  scopes: ({ client }) => list(client.oauth.scopes),
  callback_urls: ({ client }) => list(client.oauth.callbackUrls),
  logout_urls: ({ client }) => list(client.oauth.logoutUrls),
  reads: ({ client }) => list(client.readAttributes),
  writes: ({ client }) => list(client.writeAttributes),
  writes_privileged: ({ client }) => withAnswer(client.writesPrivileged),
  errors: ({ findings }) => findings.filter(({ severity }) => severity === "error").length,
  warnings: ({ findings }) =>
    findings.filter(({ severity, acknowledged }) => severity === "warning" && acknowledged === undefined).length,
  generations: ({ client }) => client.generations.join("; "),
  current_generation: ({ client }) => client.currentGeneration,
  deliveries: ({ client }) => named(client.deliveries),
  published_at: ({ client }) => client.publishedAt ?? "",
  proxy: ({ client }) => (client.proxy === null ? "no" : "yes"),
  look: ({ client }) => client.look,
  risk_responses: ({ client }) => named(client.riskResponses),
  web_acl: ({ stack }) => (stack.webAcl === null ? "" : text(stack.webAcl)),
  logs: ({ stack }) => named(Object.fromEntries(Object.entries(stack.logs).map(([has, { arn }]) => [has, arn]))),
  acknowledged: ({ client }) => Object.keys(client.acknowledged).join("; "),
  file: ({ client }) => client.place.file,
  line: ({ client }) => client.place.line ?? "",
};

const FINDINGS: Columns<EstateFinding> = {
  rule: ({ rule }) => rule,
  severity: ({ severity }) => severity,
  stack: ({ stack }) => stack ?? "",
  client: ({ client }) => client ?? "",
  message: ({ message }) => message,
  fix: ({ fix }) => fix,
  acknowledged: ({ acknowledged }) => acknowledged ?? "",
  path: ({ path }) => path,
  file: ({ file }) => file,
  line: ({ line }) => line ?? "",
};

/** Every client of every environment, a line each. Lists have `; ` between their items, lifetimes are in seconds. */
export function clientsCsv({ stacks, findings }: Estate): string {
  const byClient = new Map<string, EstateFinding[]>();
  for (const finding of findings) {
    const id = JSON.stringify([finding.stack, finding.client]);
    byClient.set(id, [...(byClient.get(id) ?? []), finding]);
  }
  const rows = stacks.flatMap((stack) =>
    stack.clients.map((client) => ({
      stack,
      client,
      findings: byClient.get(JSON.stringify([stack.stack, client.client])) ?? [],
    })),
  );
  return csv(CLIENTS, rows);
}

/** Every finding, a line each. */
export function findingsCsv({ findings }: Estate): string {
  return csv(FINDINGS, findings);
}

/** The first line of each table. */
export const CLIENTS_HEADER = header(CLIENTS);
export const FINDINGS_HEADER = header(FINDINGS);

function header(columns: object): string {
  return `${Object.keys(columns).join(",")}\r\n`;
}

/** As RFC 4180 has it. */
function csv<T>(columns: Columns<T>, rows: readonly T[]): string {
  const cells = Object.values(columns);
  return header(columns) + rows.map((row) => `${cells.map((each) => cell(each(row))).join(",")}\r\n`).join("");
}

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe before it, as its users write it. Full-width forms begin
 * one too where Excel runs in Japanese or Chinese.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const inert = printable(/^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value);
  return /[",;]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function text(value: Shown<string | number>): string | number {
  return typeof value === "number" ? value : itemText(value);
}

function list(items: ShownList): string {
  return items instanceof VariableReference ? itemText(items) : (items as readonly unknown[]).map(itemText).join("; ");
}

function named(values: Readonly<Record<string, Shown<string>>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${text(value)}`)
    .join("; ");
}

/** Names whose answer is yes, and those that are open with a question mark. */
function withAnswer(answers: Readonly<Record<string, string>>): string {
  return Object.entries(answers)
    .filter(([, word]) => word !== "no")
    .map(([name, word]) => (word === "open" ? `${name} (?)` : name))
    .join("; ");
}

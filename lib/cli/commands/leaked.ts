import { loadConfig } from "../../config/load";
import type { SourceFile } from "../../config/source-file";
import { nearest } from "../../config/validate/nearest";
import { type Consequence, LEAKS, type Leaked, type LeakedThing, leaked as leaks } from "../../questions/leaked";
import { printableJson } from "../../text/printable";
import { plain } from "../../text/quoted";
import { UsageError } from "../../usage-error";
import { type Context, EXIT, type ExitCode } from "../context";
import { hasModels } from "./check";
import { factsOf, known, lines, type QuestionOptions, word } from "./questions";

/**
 * `leaked WHAT CLIENT`: what a leaked secret or refresh token allows in each stack, for how long, and whether revocation
 * helps, with the facts that lead to it.
 *
 * @throws UsageError for anything else that can leak, and for an unknown client
 */
export async function leaked(
  thing: string,
  client: string,
  options: Pick<QuestionOptions, "config" | "env" | "format">,
  context: Context,
): Promise<ExitCode> {
  const what = checked(thing);
  const loaded = await loadConfig({ cwd: context.cwd, config: options.config, environment: options.env });
  if (!hasModels(loaded, context)) return EXIT.usage;
  const { pools, source } = loaded;
  known(
    client,
    pools.flatMap(({ clients }) => clients.map(({ key }) => key)),
    "client",
  );
  const found = leaks(pools, what, client);
  context.out(
    options.format === "json"
      ? `${printableJson({ answers: found.map((each) => json(each, what, source)) })}\n`
      : found.map((each) => text(each, what, source)).join(""),
  );
  return EXIT.ok;
}

function checked(thing: string): LeakedThing {
  if (Object.hasOwn(LEAKS, thing)) return thing as LeakedThing;
  const names = Object.keys(LEAKS);
  const near = nearest(thing, names);
  throw new UsageError(
    `nothing is known of a leaked ${thing}; ${near ? `did you mean ${near}?` : `use ${names.join(" or ")}`}`,
  );
}

function text({ pool, client, allows, lasts, revocation }: Leaked, what: LeakedThing, source: SourceFile): string {
  const head = `${pool.stack}: a leaked ${what.replace("-", " ")} of client ${client.key}`;
  const possible = allows.filter(({ answer }) => answer.is !== false);
  if (possible.length === 0) return [`${head} allows nothing`, ...unique(allows, source), ""].join("\n");
  return [
    `${head} allows to`,
    ...possible.flatMap((each) => shown(each, source)),
    "for how long",
    ...lasts.filter(({ answer }) => answer.is !== false).flatMap((each) => shown(each, source)),
    `revocation helps: ${word(revocation.answer)}`,
    ...shown(revocation, source),
    "",
  ].join("\n");
}

function shown({ says, answer }: Consequence, source: SourceFile): string[] {
  const may = answer.is === undefined ? "perhaps " : "";
  return [`  ${may}${plain(says)}`, ...lines(answer, source).map((line) => `  ${line}`)];
}

/** Each fact once. */
function unique(consequences: readonly Consequence[], source: SourceFile): string[] {
  return [...new Set(consequences.flatMap(({ answer }) => lines(answer, source)))];
}

function json({ pool, client, allows, lasts, revocation }: Leaked, what: LeakedThing, source: SourceFile) {
  const said = ({ says, answer }: Consequence) => ({
    says: plain(says),
    answer: word(answer),
    because: factsOf(answer, source),
  });
  return {
    stack: pool.stack,
    client: client.key,
    leaked: what,
    allows: allows.map(said),
    lasts: lasts.map(said),
    revocation: said(revocation),
  };
}

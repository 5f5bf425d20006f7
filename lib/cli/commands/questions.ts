import { loadConfig } from "../../config/load";
import { knownNames } from "../../config/promises/known-names";
import type { Config } from "../../config/schema";
import type { SourceFile } from "../../config/source-file";
import { nearest } from "../../config/validate/nearest";
import { originOf } from "../../model/source";
import type { Answer, Fact } from "../../questions/answer";
import { ACTIONS, type Action, type ActionText, type Answered, ask } from "../../questions/ask";
import { KNOWN } from "../../questions/known";
import { placeIn } from "../../rules/check";
import { printable, printableJson } from "../../text/printable";
import { plain } from "../../text/quoted";
import { UsageError } from "../../usage-error";
import { type Context, EXIT, type ExitCode } from "../context";
import { hasModels } from "./check";

export interface QuestionOptions {
  readonly config?: string;
  readonly env?: string;
  readonly format: "text" | "json";
  /** The provider that a sign-in is with. */
  readonly with?: string;
  /** Of `can`: `yes` or `no`; of `who`: the clients, or none. */
  readonly expect?: string;
}

/**
 * `can CLIENT ACTION`: yes or no in each stack, with the facts that lead to it.
 *
 * @throws UsageError for an unknown client, action or object
 */
export async function can(
  client: string,
  action: string,
  object: string | undefined,
  options: QuestionOptions,
  context: Context,
): Promise<ExitCode> {
  const { expect } = options;
  return answers(action, object, client, options, context, (found) =>
    found.filter(({ answer }) => expect !== undefined && word(answer) !== expect),
  );
}

/**
 * `who can ACTION`: every client that can, with the facts that lead to it.
 *
 * @throws UsageError for an unknown action or object, or a client that is expected and unknown
 */
export async function who(
  action: string,
  object: string | undefined,
  options: QuestionOptions,
  context: Context,
): Promise<ExitCode> {
  const expected = options.expect?.split(",").map((each) => each.trim());
  return answers(action, object, undefined, options, context, (found, config) => {
    if (expected === undefined) return [];
    // also those that the environment of --env does not have
    const { client: keys = [] } = knownNames(config);
    for (const each of expected) if (each !== NOBODY) known(each, keys, "client");
    return found.filter(({ client, answer }) => answer.is !== false && !expected.includes(client.key));
  });
}

/** Of `--expect`, in place of clients. */
const NOBODY = "none";

async function answers(
  action: string,
  named: string | undefined,
  client: string | undefined,
  options: QuestionOptions,
  context: Context,
  unexpected: (found: readonly Answered[], config: Config | undefined) => readonly Answered[],
): Promise<ExitCode> {
  const loaded = await loadConfig({ cwd: context.cwd, config: options.config, environment: options.env });
  if (!hasModels(loaded, context)) return EXIT.usage;
  const asked = checked(action, named, options.with);
  const object = options.with ?? named;
  const { pools, source } = loaded;
  known(
    client,
    pools.flatMap(({ clients }) => clients.map(({ key }) => key)),
    "client",
  );
  const { takes } = ACTIONS[asked];
  if (takes !== undefined) known(object, pools.flatMap(KNOWN[takes]), takes);

  const found = ask(pools, asked, object, client);
  const wrong = new Set(unexpected(found, loaded.config));
  const shown = client === undefined ? found.filter(({ answer }) => answer.is !== false) : found;
  if (options.format === "json")
    context.out(
      `${printableJson({ answers: found.map((each) => json(each, asked, object, source, wrong.has(each))) })}\n`,
    );
  else context.out(text(shown, asked, object, source, wrong, context));
  return wrong.size > 0 ? EXIT.findings : EXIT.ok;
}

function checked(action: string, object: string | undefined, provider: string | undefined): Action {
  if (!Object.hasOwn(ACTIONS, action)) {
    const near = nearest(action, Object.keys(ACTIONS));
    throw new UsageError(
      `unknown action ${action}; ${near ? `did you mean ${near}?` : `actions are ${Object.keys(ACTIONS).join(", ")}`}`,
    );
  }
  const { takes, needs } = ACTIONS[action as Action];
  if (provider !== undefined && takes !== "provider")
    throw new UsageError(`--with names the provider of a sign-in; ${action} has none`);
  if (provider !== undefined && object !== undefined)
    throw new UsageError(`two providers, ${printable(object)} and ${printable(provider)}; ask about one`);
  if (needs && object === undefined)
    throw new UsageError(`${action} needs ${takes === "attribute" ? "an" : "a"} ${takes}`);
  if (takes === undefined && object !== undefined) throw new UsageError(`${action} takes no ${printable(object)}`);
  return action as Action;
}

/** @throws UsageError for a name that the config does not have */
export function known(name: string | undefined, names: readonly string[], noun: string): void {
  if (name === undefined || names.includes(name)) return;
  const all = [...new Set(names)];
  const near = nearest(name, all);
  const hint =
    near === undefined ? (all.length > 12 ? "" : `; the config has ${all.join(", ")}`) : `; did you mean ${near}?`;
  throw new UsageError(`unknown ${noun} ${printable(name)}${printable(hint)}`);
}

/** An answer in a word. */
export function word({ is }: Answer): "yes" | "no" | "open" {
  return is === undefined ? "open" : is ? "yes" : "no";
}

function text(
  shown: readonly Answered[],
  action: Action,
  object: string | undefined,
  source: SourceFile,
  wrong: ReadonlySet<Answered>,
  { colors }: Context,
): string {
  const { says, joins }: ActionText = ACTIONS[action];
  const what = object === undefined ? says : [says, joins, printable(object)].filter(Boolean).join(" ");
  if (shown.length === 0) return `no client can ${what}\n`;
  return shown
    .map((each) => {
      const said = word(each.answer);
      const mark = wrong.has(each) ? colors.red(`${said}, not expected`) : said;
      const head = `${mark}  ${each.pool.stack}: client ${each.client.key} ${said === "no" ? "cannot" : said === "yes" ? "can" : "may"} ${what}`;
      return [head, ...lines(each.answer, source)].join("\n");
    })
    .map((part) => `${part}\n`)
    .join("");
}

/** The facts of an answer, one a line, each with its place. */
export function lines({ because }: Answer, source: SourceFile): string[] {
  const facts = because.map((each) => {
    const place = placeOf(each, source);
    const at =
      place === undefined
        ? ""
        : `  ${[place.file, place.line, place.column].filter((part) => part !== undefined).join(":")}`;
    return `  - ${plain(each.says)}${at}`;
  });
  return [...new Set(facts)];
}

function json(
  { pool, client, answer }: Answered,
  action: Action,
  object: string | undefined,
  source: SourceFile,
  isUnexpected: boolean,
) {
  return {
    stack: pool.stack,
    client: client.key,
    action,
    ...(object !== undefined && { object }),
    answer: word(answer),
    ...(isUnexpected && { unexpected: true }),
    because: factsOf(answer, source),
  };
}

/** The facts of an answer as JSON, each with its place. */
export function factsOf({ because }: Answer, source: SourceFile) {
  return because.map((each) => ({ fact: plain(each.says), ...placeOf(each, source) }));
}

/** Where the config says a fact, or the nearest thing around it. */
function placeOf({ origin }: Fact, source: SourceFile) {
  if (origin === undefined) return undefined;
  const { path, found } = originOf(origin.source, origin.at);
  return placeIn(source, { path, target: found ? "value" : "key" });
}

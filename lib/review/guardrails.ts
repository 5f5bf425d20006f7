import { inWords, parseDuration, toSeconds } from "../config/duration";
import type { Guardrails } from "../config/schema";
import type { Path } from "../model/source";
import type { Told } from "./change";
import { same } from "./effective";
import { setDifference } from "./facet";
import { listed, shown } from "./wording";

const LOOSER = { risk: "opens", why: "what the organisation refused before, it lets through" } as const;
const TIGHTER = { risk: "notes", why: "check refuses more; AWS does nothing new" } as const;

/** Which of the organisation's limits are looser or tighter. */
export function* compareGuardrails(before: Guardrails, after: Guardrails): Iterable<Told> {
  if (same(before, after)) return;
  for (const { path, looserWhen, noun } of LIMITS) {
    const [was, is] = [at(before, path), at(after, path)];
    if (same(seconds(was), seconds(is))) continue;
    const looser = is === undefined || (was !== undefined && looserWhen(seconds(is) as number, seconds(was) as number));
    yield {
      ...(looser ? LOOSER : TIGHTER),
      what: `guardrail ${noun}: ${words(is)} instead of ${words(was)}`,
      at: ["guardrails", ...path],
      before: was ?? null,
      after: is ?? null,
    };
  }
  for (const key of ["forbidExplicitAuthFlows", "forbidOauthFlows"] as const) {
    const { added, removed } = setDifference(before[key] ?? [], after[key] ?? []);
    const told = { at: ["guardrails", key], before: before[key] ?? null, after: after[key] ?? null };
    if (removed.length > 0) yield { ...told, ...LOOSER, what: `guardrail: ${listed(removed)} no longer forbidden` };
    if (added.length > 0) yield { ...told, ...TIGHTER, what: `guardrail: ${listed(added)} forbidden` };
  }
  yield* callbackHosts(before.callbackHosts, after.callbackHosts);
  for (const key of ["requireTokenRevocation", "requireUserExistencePrevention"] as const) {
    const [was, is] = [before[key] ?? false, after[key] ?? false];
    if (was === is) continue;
    const what = `guardrail: ${key === "requireTokenRevocation" ? "token revocation" : "hiding who has an account"} ${is ? "required" : "no longer required"}`;
    yield { ...(is ? TIGHTER : LOOSER), what, at: ["guardrails", key], before: was, after: is };
  }
}

/** Without a list any host will do; with one, each further host is looser. */
function* callbackHosts(before: readonly string[] | undefined, after: readonly string[] | undefined): Iterable<Told> {
  const told = { at: ["guardrails", "callbackHosts"], before: before ?? null, after: after ?? null };
  if (same(before && [...before].sort(), after && [...after].sort())) return;
  if (after === undefined) yield { ...told, ...LOOSER, what: "guardrail: callbacks may name any host" };
  else if (before === undefined)
    yield { ...told, ...TIGHTER, what: `guardrail: callbacks may name only ${shown([...after])}` };
  else {
    const added = after.filter((host) => !before.some((pattern) => covers(pattern, host)));
    const removed = before.filter((host) => !after.some((pattern) => covers(pattern, host)));
    if (added.length > 0) yield { ...told, ...LOOSER, what: `guardrail: callbacks may name ${listed(added)}` };
    if (removed.length > 0)
      yield { ...told, ...TIGHTER, what: `guardrail: callbacks may no longer name ${listed(removed)}` };
  }
}

/** Whether a pattern names every host that another one does; `*` stands for any part of a host. */
function covers(pattern: string, host: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "i").test(host);
}

interface Limit {
  readonly path: Path;
  readonly noun: string;
  readonly looserWhen: (now: number, was: number) => boolean;
}

const more = (now: number, was: number) => now > was;
const less = (now: number, was: number) => now < was;

const LIMITS: readonly Limit[] = [
  ...(["accessTokenValidity", "idTokenValidity", "refreshTokenValidity"] as const).flatMap((key): Limit[] => {
    const token = { accessTokenValidity: "access", idTokenValidity: "ID", refreshTokenValidity: "refresh" }[key];
    return [
      { path: [key, "max"], noun: `longest life of ${token} tokens`, looserWhen: more },
      { path: [key, "min"], noun: `shortest life of ${token} tokens`, looserWhen: less },
    ];
  }),
  {
    path: ["publicClients", "refreshTokenValidity", "max"],
    noun: "longest life of refresh tokens of public clients",
    looserWhen: more,
  },
];

function at(value: unknown, path: Path): string | undefined {
  return path.reduce((current, key) => (current as Record<string, unknown> | undefined)?.[key], value) as never;
}

function seconds(text: string | undefined): number | undefined {
  return text === undefined ? undefined : toSeconds(parseDuration(text));
}

function words(text: string | undefined): string {
  return text === undefined ? "no limit" : inWords(seconds(text) as number);
}

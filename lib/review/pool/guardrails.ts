import { inWords, parseDuration, toSeconds } from "../../config/duration";
import type { Guardrails } from "../../model/model";
import type { Path } from "../../model/source";
import { listed } from "../../text/quoted";
import type { Verdict } from "../change";
import type { Facet } from "../language/facet";
import { get, setDifference, toggle } from "../language/facet-kinds";
import type { FacetTable } from "../language/facet-table";
import { shown } from "../language/wording";

const LOOSER = { risk: "opens", why: "what the organisation refused before is allowed" } as const;
const TIGHTER = { risk: "notes", why: "check refuses more; nothing changes in AWS" } as const;

/** What a review says about each of the organisation's own limits. */
export const GUARDRAILS: FacetTable<Guardrails> = {
  accessTokenValidity: range("accessTokenValidity", "access tokens"),
  idTokenValidity: range("idTokenValidity", "ID tokens"),
  refreshTokenValidity: range("refreshTokenValidity", "refresh tokens"),
  publicClients: limit(
    ["publicClients", "refreshTokenValidity", "max"],
    "maximum lifetime of refresh tokens of public clients",
    ({ publicClients }) => publicClients?.refreshTokenValidity?.max,
    (now, was) => now > was,
  ),
  forbidExplicitAuthFlows: forbidden("forbidExplicitAuthFlows"),
  forbidOauthFlows: forbidden("forbidOauthFlows"),
  callbackHosts: {
    at: ["callbackHosts"],
    noun: "callback hosts",
    get: get("callbackHosts"),
    describe: callbackHosts,
  },
  forbidLiteralSecrets: required("forbidLiteralSecrets", "secrets of identity providers as sensitive variables"),
  baseline: {
    at: ["baseline"],
    noun: "baseline",
    get: get("baseline"),
    *describe(before: readonly string[] = [], after: readonly string[] = []): Iterable<Verdict> {
      const { added, removed } = setDifference(before, after);
      if (removed.length > 0) yield { ...LOOSER, what: `guardrail: baseline without ${listed(removed)}` };
      if (added.length > 0) yield { ...TIGHTER, what: `guardrail: baseline with ${listed(added)}` };
    },
  },
  severity: {
    at: ["severity"],
    noun: "severities of warnings",
    get: get("severity"),
    describe: severities,
  },
  requireTokenRevocation: required("requireTokenRevocation", "token revocation"),
  requireUserExistencePrevention: required("requireUserExistencePrevention", "hiding who has an account"),
  requireWebAcl: required("requireWebAcl", "a web ACL for every user pool"),
};

function range(key: "accessTokenValidity" | "idTokenValidity" | "refreshTokenValidity", tokens: string) {
  const of = (bound: "min" | "max") => (guardrails: Guardrails) => guardrails[key]?.[bound];
  return [
    limit([key, "max"], `maximum lifetime of ${tokens}`, of("max"), (now, was) => now > was),
    limit([key, "min"], `minimum lifetime of ${tokens}`, of("min"), (now, was) => now < was),
  ];
}

function limit(
  at: Path,
  noun: string,
  read: (guardrails: Guardrails) => string | undefined,
  looser: (now: number, was: number) => boolean,
): Facet<Guardrails> {
  const seconds = (text: string | undefined) => (text === undefined ? undefined : toSeconds(parseDuration(text)));
  const words = (length: number | undefined) => (length === undefined ? "no limit" : inWords(length));
  return {
    at,
    noun,
    get: read,
    describe: (before: string | undefined, after: string | undefined) => {
      const [was, is] = [seconds(before), seconds(after)];
      if (was === is) return [];
      const isLooser = is === undefined || (was !== undefined && looser(is, was));
      return [{ ...(isLooser ? LOOSER : TIGHTER), what: `guardrail: ${noun}: ${words(is)} instead of ${words(was)}` }];
    },
  };
}

function forbidden(key: "forbidExplicitAuthFlows" | "forbidOauthFlows"): Facet<Guardrails> {
  return {
    at: [key],
    noun: key,
    get: get(key),
    *describe(before: readonly string[] = [], after: readonly string[] = []): Iterable<Verdict> {
      const { added, removed } = setDifference(before, after);
      if (removed.length > 0) yield { ...LOOSER, what: `guardrail: ${listed(removed)} no longer forbidden` };
      if (added.length > 0) yield { ...TIGHTER, what: `guardrail: ${listed(added)} forbidden` };
    },
  };
}

function required(
  key: "forbidLiteralSecrets" | "requireTokenRevocation" | "requireUserExistencePrevention" | "requireWebAcl",
  what: string,
): Facet<Guardrails> {
  return toggle([key], key, (guardrails) => guardrails[key] ?? false, {
    on: { ...TIGHTER, what: `guardrail: ${what} required` },
    off: { ...LOOSER, what: `guardrail: ${what} no longer required` },
  });
}

const STRENGTH = ["off", "warning", "error"];

/** A warning that becomes an error is refused; one that is switched off, or an error that is a warning again, passes. */
function* severities(before: Guardrails["severity"] = {}, after: Guardrails["severity"] = {}): Iterable<Verdict> {
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const family = id.split("-")[0] as string;
    const was = before[id] ?? before[family] ?? "warning";
    const is = after[id] ?? after[family] ?? "warning";
    const isTighter = STRENGTH.indexOf(is) > STRENGTH.indexOf(was);
    if (was !== is)
      yield { ...(isTighter ? TIGHTER : LOOSER), what: `guardrail: severity of ${id}: ${is} instead of ${was}` };
  }
}

/** Without a list any host is allowed; in a list, each further host is looser. */
function* callbackHosts(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): Iterable<Verdict> {
  if (after === undefined) return yield { ...LOOSER, what: "guardrail: callbacks may use any host" };
  if (before === undefined) return yield { ...TIGHTER, what: `guardrail: callbacks may only use ${shown([...after])}` };
  const added = after.filter((host) => !before.some((pattern) => covers(pattern, host)));
  const removed = before.filter((host) => !after.some((pattern) => covers(pattern, host)));
  if (added.length > 0) yield { ...LOOSER, what: `guardrail: callbacks may use ${listed(added)}` };
  if (removed.length > 0) yield { ...TIGHTER, what: `guardrail: callbacks may no longer use ${listed(removed)}` };
}

/** Whether a pattern matches every host that another one matches; `*` matches any part of a host. */
function covers(pattern: string, host: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "i").test(host);
}

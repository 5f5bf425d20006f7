import type { Platform } from "../../cognito/platforms";
import type { TimeUnit } from "../../cognito/values";
import type { Predicate, PromiseModel, Within } from "../../model/promise";
import { parseDuration, SECONDS, toSeconds } from "../duration";
import { type Captures, type Exists, type Failure, isFailure, match, wordsIn } from "./match";

/** The promises of a config; not those that cannot be read, of which a finding says why. */
export function promisesOf(sentences: readonly string[] | undefined): PromiseModel[] {
  return (sentences ?? []).flatMap((text, index) => {
    const read = readPromise(text, index);
    return isPromise(read) ? [read] : [];
  });
}

/**
 * Reads one sentence.
 *
 * @param exists whether the config has what a name means. Default whatever has the form of a name
 */
export function readPromise(text: string, index: number, exists: Exists = () => true): PromiseModel | Failure {
  const read = match(wordsIn(text), exists);
  if (isFailure(read)) return read;
  const { quantifier = ["every"], trust, keys } = read;
  return {
    text,
    index,
    quantifier: quantifier[0] as PromiseModel["quantifier"],
    subject: {
      ...(trust && { trust: trust[0] as "public" | "confidential" }),
      ...(keys && { keys }),
      within: withinOf(read),
    },
    predicate: predicateOf(read),
  };
}

export function isPromise(read: PromiseModel | Failure): read is PromiseModel {
  return "quantifier" in read;
}

function withinOf(read: Captures): Within[] {
  const named = (kind: Within["kind"]) =>
    (read[`within.${kind}`] ?? []).map((name) =>
      kind === "platform" ? { kind, name: name as Platform } : { kind, name },
    );
  return (["platform", "pool", "environment", "either"] as const).flatMap(named);
}

const TOKENS = { access: "accessToken", id: "idToken", refresh: "refreshToken" } as const;

function predicateOf(read: Captures): Predicate {
  const one = (name: string) => read[name]?.[0] as string;
  if (read.attribute) return { verb: read.reads ? "reads" : "writes", attribute: one("attribute") };
  if (read.scope) return { verb: "scope", scope: one("scope") };
  if (read.token)
    return {
      verb: "lifetime",
      token: TOKENS[one("token") as keyof typeof TOKENS],
      than: one("than") as "over" | "under",
      seconds: secondsOf(read),
    };
  if (read.provider) return { verb: "signs in", provider: one("provider") };
  if (read.flow) return { verb: "uses", flow: one("flow") };
  if (read.host) return { verb: "callback", where: one("where") as "to" | "outside", host: one("host") };
  return read.rotates ? { verb: "rotates" } : { verb: "trust", is: one("is") as "public" | "confidential" };
}

/** `30d`, or `30 days`. */
function secondsOf({ duration, number, unit }: Captures): number {
  if (duration?.[0] !== undefined) return toSeconds(parseDuration(duration[0]));
  return Number(number?.[0]) * SECONDS[unit?.[0]?.replace(/s?$/, "s") as TimeUnit];
}

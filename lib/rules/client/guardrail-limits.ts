import { parseDuration } from "../../config/duration";
import type { Guardrails } from "../../model/model";
import type { BadExample, Rule, RuleText, Violation } from "../rule";
import { limitsInWords, secondsOf, TOKENS, type Token, words } from "./lifetimes";

/** How long the organization lets a token live. */
export interface Range {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** What the guardrails themselves must be. */
export const guardrailLimitRules: readonly Rule[] = [
  {
    ...guardrail("GRD-10", "guardrail-within-limits", "*Validity"),
    subject: "pool",
    title: "require guardrails within what Cognito allows",
    why: "A guardrail wider than Cognito's own limit has no effect, although it looks as if it had.",
    fix: "use a limit within Cognito's own",
    check: ({ guardrails }) =>
      lifetimesOf(guardrails).flatMap(({ token, at, range }) =>
        bounds(range)
          .filter(([, text]) => !within(secondsOf(text), TOKENS[token]))
          .map(([bound, text]) =>
            violation(
              guardrails,
              [...at, bound],
              `the guardrail is ${words(parseDuration(text))}; Cognito allows ${TOKENS[token].words}s ${limitsInWords(TOKENS[token])}`,
            ),
          ),
      ),
    examples: () => ({
      bad: [
        guardrailExample({ accessTokenValidity: { max: "25h" } }, "accessTokenValidity.max"),
        guardrailExample({ idTokenValidity: { min: "4m" } }, "idTokenValidity.min"),
        guardrailExample({ refreshTokenValidity: { min: "59m" } }, "refreshTokenValidity.min"),
        guardrailExample(
          { publicClients: { refreshTokenValidity: { max: "3651d" } } },
          "publicClients.refreshTokenValidity.max",
        ),
      ],
      good: [
        {
          guardrails: {
            accessTokenValidity: { min: "5m", max: "24h" },
            idTokenValidity: { min: "300s", max: "1d" },
            refreshTokenValidity: { min: "1h", max: "3650d" },
            publicClients: { refreshTokenValidity: { max: "30d" } },
          },
        },
        {},
      ],
    }),
  },
  {
    ...guardrail("GRD-11", "guardrail-range", "*Validity"),
    subject: "pool",
    title: "require a guardrail's min to be at most its max",
    why: "No lifetime satisfies both, so no client could be deployed.",
    fix: "swap min and max, or widen the range",
    check: ({ guardrails }) =>
      lifetimesOf(guardrails)
        .filter(
          ({ token, range }) =>
            isReversed(range) && bounds(range).every(([, text]) => within(secondsOf(text), TOKENS[token])),
        )
        .map(({ at, range: { min, max } }) =>
          violation(
            guardrails,
            [...at, "min"],
            `min is ${words(parseDuration(min as string))}, longer than max, ${words(parseDuration(max as string))}`,
          ),
        ),
    examples: () => ({
      bad: [guardrailExample({ accessTokenValidity: { min: "61m", max: "1h" } }, "accessTokenValidity.min")],
      good: [
        { guardrails: { accessTokenValidity: { min: "60m", max: "1h" } } },
        { guardrails: { idTokenValidity: { max: "1h" } } },
      ],
    }),
  },
];

/** What all guardrails have in common. */
export function guardrail(id: string, name: string, guardrail: string): Omit<RuleText, "title" | "fix"> {
  return {
    id,
    name,
    since: "1.0",
    severity: "error",
    why: `Your organization's own limit: guardrails.${guardrail} in the config file.`,
    source: ["docs/config.md"],
  };
}

/** The bounds of a range that are given. */
function bounds(range: Range): ["min" | "max", string][] {
  return (["min", "max"] as const).flatMap((bound) => {
    const text = range[bound];
    return text === undefined ? [] : [[bound, text] satisfies ["min" | "max", string]];
  });
}

/** The bounds that a lifetime is compared with: those that Cognito has, of a range that is one. GRD-10 and GRD-11 report others. */
export function usableBounds(token: Token, range: Range): ["min" | "max", string][] {
  return isReversed(range) ? [] : bounds(range).filter(([, text]) => within(secondsOf(text), TOKENS[token]));
}

function isReversed({ min, max }: Range): boolean {
  return min !== undefined && max !== undefined && secondsOf(min) > secondsOf(max);
}

/** Every range of lifetimes among the guardrails. */
function lifetimesOf(guardrails: Guardrails): { token: Token; at: readonly string[]; range: Range }[] {
  const { refreshTokenValidity } = guardrails.publicClients ?? {};
  return [
    ...(Object.keys(TOKENS) as Token[]).map((token) => ({
      token,
      at: [TOKENS[token].field],
      range: guardrails[TOKENS[token].field] ?? {},
    })),
    { token: "refreshToken", at: ["publicClients", "refreshTokenValidity"], range: refreshTokenValidity ?? {} },
  ];
}

function within(seconds: number, { least, most }: { readonly least: string; readonly most: string }): boolean {
  return seconds >= secondsOf(least) && seconds <= secondsOf(most);
}

function violation(guardrails: Guardrails, at: readonly string[], message: string): Violation {
  const source = { value: guardrails, path: ["guardrails"] };
  return { source, at, message };
}

function guardrailExample(guardrails: Guardrails, at: string): BadExample {
  return { guardrails, at: `guardrails.${at}` };
}

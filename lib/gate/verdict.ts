import type { Diagnostic, Level } from "../diagnostics/diagnostic";

/** What the gate says about a part of a plan: refusals first. */
export const VERDICTS = ["refused", "allowed", "noted"] as const;
export type Verdict = (typeof VERDICTS)[number];

const LEVELS: Readonly<Record<Verdict, Level>> = { refused: "error", allowed: "warning", noted: "note" };

/** What each code of the gate means. */
export const CODES = {
  "incomplete-plan": "the plan is not complete",
  "unknown-action": "the plan has an action that this version does not support",
  destruction: "an object is destroyed",
  replacement: "an object is replaced",
  "state-removal": "an object is removed from the state, but not deleted in AWS",
  import: "an object that exists is taken into the state",
  move: "an object has another address in Terraform",
  "schema-change": "the schema of a user pool changes in a way that AWS refuses",
  "retained-argument": "an argument is removed from the configuration, but the AWS provider retains its value",
  "second-style": "a style of managed login is created for a client that may have one",
  "two-applies": "a change that AWS refuses in one apply",
  "provider-version": "a change that needs a later AWS provider",
  "failed-condition": "a condition or check does not hold",
  "broken-rule": "a rule does not hold of a resource in a plan without the rules",
  "rules-not-evaluated": "conditions and checks were not evaluated",
} as const satisfies Readonly<Record<string, string>>;

/** A diagnostic of the gate; its path is the address in Terraform. */
export interface GateDiagnostic extends Diagnostic {
  readonly verdict: Verdict;
  readonly code: keyof typeof CODES;
  readonly why: string;
}

/** What there is to say; text of users is marked. */
export interface Statement {
  readonly message: string;
  readonly why: string;
  /** The way out of a refusal, or how to change what is noted. */
  readonly fix?: string;
}

export const refused = of("refused");
export const allowed = of("allowed");
export const noted = of("noted");

function of(verdict: Verdict) {
  return (code: GateDiagnostic["code"], address: string, statement: Statement): GateDiagnostic => ({
    code,
    verdict,
    level: LEVELS[verdict],
    path: address,
    ...statement,
    stacks: [],
  });
}

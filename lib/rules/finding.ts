import type { Severity } from "./rule";

/** One thing that is wrong with a config, and where a person mends it. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Stack in which it was found; `null` for the form of the file itself. */
  readonly stack: string | null;
  /** Keys from the config's root to what the person wrote: `pools.customers.clients.ios.accessTokenValidity`. */
  readonly path: string;
  readonly file: string;
  /** 1-based; absent where the format keeps no positions. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** Characters that the finding is about, from `column` on, within its line. */
  readonly length?: number;
  readonly message: string;
  readonly fix: string;
  /** Page and anchor that explain the rule. */
  readonly docs: string;
  /** The reason for which the warning was accepted. */
  readonly acknowledged?: string;
}

/** Where `docs/rules.md` explains a rule. */
export function docsOf(rule: string): string {
  return `docs/rules.md#${rule.toLowerCase()}`;
}

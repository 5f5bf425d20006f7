import type { Path } from "../model/source";
import type { Risk } from "./risk";

/** What one difference between two models means. The sentence leaves out its subject. */
export interface Verdict {
  readonly risk: Risk;
  /** The change, without its subject; text of users is `quoted`. */
  readonly what: string;
  /** Why it has this risk. */
  readonly why: string;
  /** Keys from the subject to what changed. Default those of the facet. */
  readonly at?: Path;
  /** The effective values in words. Default what the facet reads. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A verdict with its place and the effective values on both sides. */
export interface CompleteVerdict extends Verdict {
  readonly at: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/** Where a change was written: in the head, or in the base when the head no longer has it. */
export interface Origin {
  readonly side: "base" | "head";
  readonly path: Path;
  readonly target: "key" | "value";
}

/** A difference in one pool and environment, or in one of its clients. */
export interface Difference extends CompleteVerdict {
  readonly client?: string;
  readonly origin: Origin;
}

/** One change as it is reported. Field names are the JSON form. */
export interface Change {
  readonly risk: Risk;
  readonly environment: string;
  readonly pool: string;
  /** The client, when the change reaches exactly one. */
  readonly client?: string;
  /** Every client that one edit reaches, when it reaches several. */
  readonly clients?: readonly string[];
  readonly what: string;
  readonly why: string;
  /** Keys from the config's root: `pools.customers.clients.ios.accessTokenValidity`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly file: string;
  /** 1-based; absent where the format keeps no positions. */
  readonly line?: number;
  /** Present when file and line are those of the base: the head no longer has it. */
  readonly side?: "base";
}

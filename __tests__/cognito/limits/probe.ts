import type { Example } from "../../../lib/rules/rule";

/** Where a member of AWS's API has its place in a config, and what else the config then needs. */
export interface Probe {
  /** The config with a value in that place, legal but for it. Of a list or map: with all of its items. */
  readonly with: (value: never) => Example;
  /** A text of so many characters, or a list of so many items, that AWS takes. Default the letter x. */
  readonly sized?: (size: number) => unknown;
  /** A text that AWS takes, with a character somewhere in it. */
  readonly holding?: (character: string) => string;
  /** Where a config has other limits than the API's model. */
  readonly differs?: Differences;
  /** Characters that the model refuses, and of which a check only warns. */
  readonly warned?: { readonly characters: string; readonly rule: string; readonly because: string };
}

/** Limits of a config in place of those of the API's model, most of them narrower. */
export interface Differences {
  readonly min?: number;
  readonly max?: number;
  /** Members of a closed set that a check refuses. */
  readonly values?: readonly string[];
  /** Characters of the pattern that a check refuses. */
  readonly characters?: string;
  readonly because: string;
}

export type Probes = Readonly<Record<string, Probe>>;

/** A probe of a text. @param around what the text has at its beginning and end */
export function text(
  at: (value: string) => Example,
  { around = ["", ""], ...rest }: { readonly around?: readonly [string, string] } & Omit<Probe, "with" | "sized"> = {},
): Probe {
  const [before, after] = around;
  const filler = (size: number) => "x".repeat(Math.max(0, size - before.length - after.length));
  return {
    with: at as Probe["with"],
    sized: (size) => `${before}${filler(size)}${after}`.slice(0, Math.max(size, 0)),
    holding: (character) => `${before}xxx${character}xxx${after}`,
    ...rest,
  };
}

/** A probe of an ARN. @param head of an ARN of its kind, which x's complete @param most characters of the longest */
export function arn(
  at: (value: string) => Example,
  head: string,
  { most, because }: { readonly most: number; readonly because: string },
): Probe {
  return {
    with: at as Probe["with"],
    sized: (size) => `${head}${"x".repeat(Math.max(0, size - head.length))}`.slice(0, size),
    differs: { min: head.length + 1, max: most, because },
  };
}

/** A probe of a number or of one of a closed set. */
export function value(at: (value: never) => Example, differs?: Differences): Probe {
  return { with: at, ...(differs && { differs }) };
}

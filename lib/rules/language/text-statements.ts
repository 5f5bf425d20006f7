import { literal, literals } from "./expressions";
import { comparison, type Statement } from "./statements";

/**
 * The text matches a pattern, which must mean the same in JavaScript (flag `u`) and in RE2: no lookaround, no
 * backreferences, no `\s` or `\w`, at most 1000 repetitions, anchored by `^` and `$` where the whole text is meant. A
 * code point is `\u{a0}`.
 */
export function matches(pattern: string, options: { readonly ignoreCase?: boolean } = {}): Statement<string> {
  let regex: RegExp | undefined; // made for the first text: few configs have one for most patterns
  const re2 = (options.ignoreCase ? `(?i)${pattern}` : pattern).replaceAll("\\u{", "\\x{");
  return {
    // Terraform brings every text to this form before it looks.
    holds: (text) => {
      regex ??= new RegExp(pattern, options.ignoreCase ? "iu" : "u");
      return regex.test(text.normalize("NFC"));
    },
    over: (name) => `can(regex(${literal(re2)}, ${name}))`,
  };
}

/** The text is exactly this. */
export function is(text: string): Statement<string> {
  return comparison(
    (each) => each === text,
    (name) => `${name} == ${literal(text)}`,
    (name) => `${name} != ${literal(text)}`,
  );
}

/** The text is one of these. */
export function isOneOf(texts: readonly string[]): Statement<string> {
  const set = new Set(texts);
  return { holds: (text) => set.has(text), over: (name) => `contains(${literals(texts)}, ${name})` };
}

/** The text has from `least` to `most` characters, counted as AWS and Terraform do: Unicode code points in form NFC. */
export function hasLength(least: number, most: number): Statement<string> {
  return {
    holds: (text) => {
      // form NFC empties no text, and makes none more than three times as long
      if (least <= 1 && text.length >= least && text.length * 3 <= most) return true;
      const length = characters(text);
      return length >= least && length <= most;
    },
    over: (name) => `length(split("", ${name})) >= ${least} && length(split("", ${name})) <= ${most}`,
    operator: "&&",
  };
}

/** The text has at most so many bytes: UTF-8 of form NFC, which is what the AWS provider counts of some arguments. */
export function hasBytes(most: number): Statement<string> {
  // each byte makes base64 longer by one character or two, padding aside
  const encoded = Math.ceil((most * 4) / 3);
  const length = (name: string) => `length(replace(base64encode(${name}), "=", ""))`;
  return comparison(
    (text) => bytes(text) <= most,
    (name) => `${length(name)} <= ${encoded}`,
    (name) => `${length(name)} > ${encoded}`,
  );
}

/** A text between quotes, on one line: what else would break a message is escaped. */
export function quoted(text: string | undefined): string {
  return JSON.stringify(text ?? "");
}

/** The number of bytes that the AWS provider counts in a text. */
export function bytes(text: string): number {
  return Buffer.byteLength(text.normalize("NFC"));
}

/** The number of characters that AWS and Terraform count in a text. */
export function characters(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : [...text.normalize("NFC")].length;
}

/** Characters that show nothing themselves but could rewrite the screen or turn its text around. */
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text of a config as a terminal may show it: control characters are written as `\u001b`. */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (character) => (character === "\t" ? " " : escaped(character)));
}

/** A value as JSON that a terminal may show: the same characters are written as JSON's own escapes. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(INVISIBLE, (character) =>
    character === "\n" ? character : escaped(character),
  );
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, "0")}`;
}

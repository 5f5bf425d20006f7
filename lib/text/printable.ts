/**
 * Characters that show nothing themselves: controls, format characters (bidirectional, zero width), private use, lone
 * surrogates, line and paragraph separators. No output passes them on.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text of which nothing has to be asked: most of it is, and asking for each character's category takes long. */
const PLAIN = /^[ -~]*$/;
const PLAIN_LINES = /^[\n -~]*$/;

/** Text in which every character can be seen: the others are written as `\u001b`. */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNPRINTABLE, escaped);
}

/** The same for text of several lines: line ends and tabs stay as they are. */
export function printableLines(text: string): string {
  return PLAIN_LINES.test(text)
    ? text
    : text.replace(UNPRINTABLE, (each) => (/[\n\t]/.test(each) ? each : escaped(each)));
}

/**
 * A value as JSON in which every character can be seen: the others are written as JSON's own escapes.
 *
 * @param indent spaces of each level; 0 for one line. Default 2
 */
export function printableJson(value: unknown, indent = 2): string {
  const text = JSON.stringify(value, null, indent);
  return printableLines(text);
}

/** A character as an escape, `\u000a`; one beyond U+FFFF as the two of its surrogates. */
export function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

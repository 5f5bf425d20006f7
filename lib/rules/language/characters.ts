import { not, type Statement } from "./statements";
import type { TextClause } from "./text-clauses";
import { matches } from "./text-statements";

/** What AWS's patterns `[\p{L}\p{M}\p{S}\p{N}\p{P}]` leave out, but for characters that Unicode has yet to name. */
const CONTROLS = "\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}";
const SPACES = "\\u{a0}\\u{1680}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}";

/** With `\s`, which to AWS is a space, a tab, a line feed, a vertical tab, a form feed or a carriage return. */
const REFUSED = `[\\u{0}-\\u{8}\\u{e}-\\u{1f}\\u{7f}-\\u{9f}${CONTROLS}${SPACES}]`;
/** Spaces, controls and invisible characters, as the inside of a class of characters. */
export const UNSEEN = `\\u{0}-\\u{20}\\u{7f}-\\u{9f}${CONTROLS}${SPACES}`;
const REFUSED_OR_SPACE = `[${UNSEEN}]`;

/** Names of characters that cannot be seen. */
const NAMES: Readonly<Record<string, string>> = {
  "\t": "tab",
  "\n": "line feed",
  "\r": "carriage return",
  " ": "space",
  "\u{85}": "next line",
  "\u{a0}": "no-break space",
  "\u{ad}": "soft hyphen",
  "\u{2002}": "en space",
  "\u{2003}": "em space",
  "\u{2007}": "figure space",
  "\u{2009}": "thin space",
  "\u{200b}": "zero width space",
  "\u{200c}": "zero width non-joiner",
  "\u{200d}": "zero width joiner",
  "\u{200e}": "left-to-right mark",
  "\u{200f}": "right-to-left mark",
  "\u{2028}": "line separator",
  "\u{2029}": "paragraph separator",
  "\u{202f}": "narrow no-break space",
  "\u{2060}": "word joiner",
  "\u{3000}": "ideographic space",
  "\u{feff}": "byte order mark",
};

/** Names of the others, by what Unicode calls them. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Cc}/u, "control character"],
  [/\p{Cf}/u, "invisible format character"],
  [/\p{Z}/u, "space character"],
  [/\p{Co}/u, "private use character"],
];

/** Every character is one that AWS's patterns allow in messages and subjects: no control, no invisible character. */
export const visibleText = charactersClause(REFUSED);

/** The same for names, which have no white space either. */
export const visibleName = charactersClause(REFUSED_OR_SPACE);

function charactersClause(refused: string): TextClause {
  const statement: Statement<string> = not(matches(refused));
  const first = new RegExp(refused, "u");
  return {
    statement,
    message: (text) => {
      const normal = text.normalize("NFC");
      const found = first.exec(normal) as RegExpExecArray;
      return `has ${described(found[0])} at character ${[...normal.slice(0, found.index)].length + 1}, which AWS refuses`;
    },
    demand:
      refused === REFUSED
        ? "without control and invisible characters"
        : "without spaces, control and invisible characters",
    fix:
      refused === REFUSED ? "remove the character, or write a plain space" : "remove the character, or write a hyphen",
  };
}

/** `U+00A0 (no-break space)`. */
function described(character: string): string {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
  const name = NAMES[character] ?? KINDS.find(([kind]) => kind.test(character))?.[1];
  return `U+${code} (${name})`;
}

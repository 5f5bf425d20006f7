const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const NONE = /\p{M}/u;

/**
 * How many cells of a terminal a text takes: two for a letter of Chinese, Japanese and Korean and for an emoji, none for a
 * mark that combines with the character before it, else one.
 */
export function cells(text: string): number {
  let sum = 0;
  for (const character of text) sum += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return sum;
}

/** How much room a text takes in a terminal. */

const PLAIN = /^[\x20-\x7e]*$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
const ESCAPES = /\u001b(?:\[[0-9;]*m|\]8;;[^\u001b]*\u001b\\)/g;

/** Takes no column: a cluster of marks, controls and invisible characters alone. */
const NOTHING = /^[\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;

/** Characters that take a column each, though their script is written wide: half-width forms, tone marks, circled tens. */
const HALF = /^[\u02ea\u02eb\u3248-\u324f\uff61-\uffdc\uffe8-\uffee]/;

/**
 * Takes two columns: what terminals draw as an emoji, scripts written in squares with their marks, and full-width forms.
 * After Unicode Standard Annex 11 (East Asian Width), by script, as the classes themselves are no property of regular expressions.
 */
const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Tangut}\p{Script=Nushu}\p{Script=Khitan_Small_Script}\u2329\u232a\u2ff0-\u303e\u3040-\u33ff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f200}-\u{1f265}])/u;

/** Made when a text first needs it, because reading its tables takes several milliseconds. */
let segmenter: Intl.Segmenter | undefined;

/** Columns that a text takes in a terminal; escape sequences of styles and links take none. */
export function columnsOf(text: string): number {
  const shown = text.replace(ESCAPES, '');
  if (PLAIN.test(shown)) return shown.length;
  segmenter ??= new Intl.Segmenter('en');
  let columns = 0;
  for (const { segment } of segmenter.segment(shown)) {
    if (NOTHING.test(segment)) continue;
    if (HALF.test(segment)) columns += segment.length;
    else columns += WIDE.test(segment) ? 2 : 1;
  }
  return columns;
}

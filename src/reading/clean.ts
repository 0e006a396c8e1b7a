/**
 * What is left of a request before it is read: no controls, no zero-width or bidirectional characters, no markup of any
 * chat (anything in angle brackets), plain quotes and dashes, single spaces.
 */

/** Longest request that is read, in characters (code points). */
export const REQUEST_LIMIT = 500;

/** Removes what cannot be meant as words. Works on any string in time linear to `limit`. */
export function clean(text: string): string {
  return (
    text
      .normalize('NFKC')
      // A link of Slack says what was typed behind its address.
      .replace(/<(?:https?:|mailto:)[^<>|]{0,400}\|([^<>|]{1,100})>/g, ' $1 ')
      .replace(/<[^<>]{0,100}>/g, ' ')
      .replace(/[“”„‟«»″]/g, '"')
      .replace(/[‘’‚‛′`´]/g, "'")
      .replace(/[‐‑‒–—―−]/g, '-')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      // Thousands set apart by spaces: 450 000.
      .replace(/(?<![\d.,] ?)\b\d{2,3}(?: \d{3})+\b(?! ?\d)/g, (number) => number.replaceAll(' ', ''))
      .replace(/[\p{Cf}\p{Variation_Selector}\p{Co}\p{Cs}]/gu, '')
      .trim()
      .replace(/^@[\p{L}\p{N}_.-]+[:,]? ?/u, '')
  );
}

/** True where a request is too long to be read. Looks at no more of it than needed. */
export function isTooLong(text: string): boolean {
  if (text.length <= REQUEST_LIMIT) return false;
  if (text.length > REQUEST_LIMIT * 2) return true;
  return [...text].length > REQUEST_LIMIT;
}

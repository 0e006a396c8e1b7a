/** White space in texts on their way to a platform. */

/** A blank next to another, or white space that is no blank. Most texts have none, and looking is much quicker than replacing. */
const IRREGULAR = /[^\S ]| {2}/;

/** The text with every run of white space as a single blank, and none at its ends. */
export function singleSpaced(text: string): string {
  return (IRREGULAR.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

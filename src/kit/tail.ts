/** Completing the end of what was typed: "sdg8 jap" is no beginning of anything, its last word is. */

/** Words at the end that may be the beginning of a name of several words. */
const LONGEST_TAIL = 4;

interface Completed<Found> {
  /** The words that stay as they are; '' where all of the text was completed. */
  readonly before: string;
  readonly found: readonly Found[];
}

/**
 * What `find` gives for the longest end of `text` for which it gives anything: all of it where it has at most four words,
 * else its last four, three, two, one. Each end has its words parted by single blanks; of `text` itself nothing is changed.
 */
export async function completeTail<Found>(
  text: string,
  find: (tail: string) => Promise<readonly Found[]>,
): Promise<Completed<Found>> {
  const words = text.trim().split(/\s+/);
  for (let kept = Math.max(0, words.length - LONGEST_TAIL); kept < words.length; kept += 1) {
    const found = await find(kept === 0 ? text : words.slice(kept).join(' '));
    if (found.length > 0) return { before: words.slice(0, kept).join(' '), found };
  }
  return { before: '', found: [] };
}

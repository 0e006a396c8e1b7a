/** Messages that only are polite and ask nothing: thanks, greetings, farewells, in several languages, and signs of approval. */
import { AROUND_COURTESY, COURTESY_HEADS } from '../lexicon/courtesies.ts';

/** What a polite message says. */
export type Courtesy = keyof typeof COURTESY_HEADS;

/** Of several kinds in one message ("hi, and thanks") the first of these is answered. */
const ORDER: readonly Courtesy[] = ['thanks', 'farewell', 'greeting', 'assent'];

const HEADS: ReadonlyMap<string, Courtesy> = new Map(
  ORDER.toReversed().flatMap((kind) => COURTESY_HEADS[kind].map((words) => [words, kind] as const)),
);
const AROUND: ReadonlySet<string> = new Set(AROUND_COURTESY);
/** Words of the longest expression, and of the longest message that is nothing but polite. */
const LONGEST = { expression: 6, message: 14 } as const;

/** Signs alone, without a word: "👍", "🙏🙏", ":)", "<3". */
const SIGNS = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s|[:;=]-?[)DP]|<3)+$/u;

/**
 * What a message says that is nothing but polite; undefined for every message that says more.
 * @param words its words, folded
 * @param text as it was typed, for signs that are no words
 * @example courtesyOf(['vielen', 'dank']) // 'thanks'
 */
export function courtesyOf(words: readonly string[], text = ''): Courtesy | undefined {
  if (words.length === 0) return text.trim() !== '' && SIGNS.test(text) ? 'thanks' : undefined;
  if (words.length > LONGEST.message) return undefined;
  const found = new Set<Courtesy>();
  for (let at = 0; at < words.length; ) {
    const length = expressionAt(words, at);
    const kind = HEADS.get(words.slice(at, at + length).join(' '));
    if (kind !== undefined) found.add(kind);
    else if (!AROUND.has(words[at] ?? '')) return undefined;
    at += Math.max(1, length);
  }
  const said = ORDER.find((kind) => found.has(kind));
  // "Hi, help" asks for it.
  return said === 'greeting' && words.includes('help') ? undefined : said;
}

/** How many words the longest polite expression has that begins there; 0 for none. */
function expressionAt(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST.expression, words.length - at); length > 0; length--)
    if (HEADS.has(words.slice(at, at + length).join(' '))) return length;
  return 0;
}

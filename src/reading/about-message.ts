/**
 * What a message is about: not a request, but somebody's own words, from which sessions on the same subjects are looked
 * for. Every subject that the vocabulary knows is one alternative; dates and operators in chatter mean nothing.
 */
import { WHO_IN_MESSAGE } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import type { ParseContext } from './parsed.ts';
import { EMPTY_QUERY, type Query, type Term } from './query.ts';
import { isContentWord, scanWords } from './scan.ts';
import { wordsOf } from './tokens.ts';

const SUBJECTS: ReadonlySet<string> = new Set(['topic', 'sdg', 'line', 'country', 'org', 'session']);
/** More alternatives than this fit no line, and match everything. */
const MOST = 8;
/** Words looked for where no subject is known: the longest tell most. */
const MOST_WORDS = 3;

/**
 * @param words the message's words, folded
 * @param command what is looked for: sessions, or people who spoke on its subjects
 */
export function readMessage(
  words: readonly string[],
  context: ParseContext,
  command: 'sessions' | 'ask' = 'sessions',
): Query {
  const scan = scanWords(words, { ...context, command: 'ask' });
  const terms: Term[] = [];
  for (const one of scan.filters.flatMap(({ any }) => any)) {
    const known = terms.some(({ field, value }) => field === one.field && value === one.value);
    if (SUBJECTS.has(one.field) && !known && terms.length < MOST) terms.push(one);
  }
  const base: Query = { ...EMPTY_QUERY, command: 'sessions' };
  if (terms.length > 0) {
    const asked: Query = command === 'ask' ? { ...base, command, want: 'people' } : base;
    return { ...asked, filters: [{ any: terms, not: false }], literal: [...scan.literal] };
  }
  // Words alone are no subject that somebody spoke on, and may look like names.
  const telling = words.filter((word) => isContentWord(word) && !/\d/.test(word));
  const longest = [...new Set(telling)].sort((one, other) => other.length - one.length);
  return { ...base, words: longest.slice(0, MOST_WORDS) };
}

/** People of one message that are shown; more is a list of names, not somebody whom it is about. */
const MOST_PEOPLE = 6;
/** Words of the longest name that is looked for. */
const LONGEST_NAME = 4;

/**
 * The people whom a message that is asked about names, in the order in which it does; undefined for any other text. Only names
 * as they are written in full, or a family name with a capital: no word of a chat is taken for somebody who is called alike.
 * @example await namedInMessage('/whom what Popova said', archive) // ['natalia-popova']
 */
export async function namedInMessage(text: string, archive: Archive): Promise<readonly string[] | undefined> {
  const [command = '', ...written] = text.trim().split(/\s+/);
  if (command !== `/${WHO_IN_MESSAGE}`) return undefined;
  const found: string[] = [];
  for (let from = 0; from < written.length && found.length < MOST_PEOPLE; ) {
    let taken = 1;
    for (let length = Math.min(LONGEST_NAME, written.length - from); length >= 1; length -= 1) {
      const stretch = written.slice(from, from + length);
      const id = stretch.every((word) => /^\P{L}*\p{Lu}/u.test(word))
        ? await onlyOne(stretch, archive)
        : undefined;
      if (id === undefined || (length === 1 && isOfAnother(written[from - 1]))) continue;
      if (!found.includes(id)) found.push(id);
      taken = length;
      break;
    }
    from += taken;
  }
  return found;
}

/** True where a family name stands behind another name: "Angela Popova" is nobody, not Ms Popova; a form of address is no name. */
function isOfAnother(before = ''): boolean {
  const [word = ''] = wordsOf(before);
  return /^\p{Lu}\p{L}+$/u.test(before) && isContentWord(word);
}

/** The one person who is called exactly so. */
async function onlyOne(written: readonly string[], archive: Archive): Promise<string | undefined> {
  const words = wordsOf(written.join(' ').replace(/['’]s\b/g, ''));
  if (words.length === 0 || !(await archive.isName(words))) return undefined;
  const { outcome, people } = await archive.matchName(words.join(' '), 2);
  return outcome === 'found' && people.length === 1 ? people[0]?.id : undefined;
}

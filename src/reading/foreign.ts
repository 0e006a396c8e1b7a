/** Whether a line is hardly English: told by its script, or by the small words of another language. */
import { GERMAN_QUESTION_WORDS, GERMAN_SHARED_WORDS, GERMAN_SMALL_WORDS } from '../lexicon/de.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { SPANISH_QUESTION_WORDS, SPANISH_SHARED_WORDS, SPANISH_SMALL_WORDS } from '../lexicon/es.ts';
import { FRENCH_QUESTION_WORDS, FRENCH_SHARED_WORDS, FRENCH_SMALL_WORDS } from '../lexicon/fr.ts';
import { FUNCTION_WORDS } from '../lexicon/other-languages.ts';

const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
/** "Qu'a", "d'une", "l'on", "c'est" without their apostrophes. */
const JOINED = /^(?:qua|qu|dune|lon|cest)$/;
/** So many small words tell a language; a word of asking counts for as many. */
const FEWEST = 2;
/** So many that names hold as well, where there is no other: "el costo de la vida", but not "de la Cruz". */
const FEWEST_SHARED = 3;

/** The small words of a language. */
interface SmallWords {
  /** Words of asking. */
  readonly asking: ReadonlySet<string>;
  /** Those of no other language that lines are written in. */
  readonly own: ReadonlySet<string>;
  /** Those that English lines and names hold as well. */
  readonly shared: ReadonlySet<string>;
}

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const LANGUAGES: readonly SmallWords[] = [
  {
    asking: set(FRENCH_QUESTION_WORDS),
    own: set(FRENCH_SMALL_WORDS),
    shared: set(FRENCH_SHARED_WORDS),
  },
  {
    asking: set(SPANISH_QUESTION_WORDS),
    own: set(SPANISH_SMALL_WORDS),
    shared: set(SPANISH_SHARED_WORDS),
  },
  {
    asking: set(GERMAN_QUESTION_WORDS),
    own: set(GERMAN_SMALL_WORDS),
    shared: set(GERMAN_SHARED_WORDS),
  },
];

/** "Von der" and "de la" alone are of a name. */
const isShared = (word: string): boolean => LANGUAGES.some(({ shared }) => shared.has(word));

/** True where most small words of a line are of one language. */
function isIn({ asking, own, shared }: SmallWords, words: readonly string[]): boolean {
  const count = (has: (word: string) => boolean): number => words.filter(has).length;
  const asked = count((word) => asking.has(word));
  const alone = count((word) => own.has(word) && !STOP_WORDS.has(word));
  const beside = count((word) => shared.has(word));
  const english = count(
    (word) => STOP_WORDS.has(word) && !shared.has(word) && !own.has(word) && !asking.has(word),
  );
  if (asked + alone === 0)
    return english === 0 && count((word) => shared.has(word) && !STOP_WORDS.has(word)) >= FEWEST_SHARED;
  const told = asked * FEWEST + alone + (english === 0 ? beside : 0);
  return told >= FEWEST && asked + alone + beside > english;
}

/**
 * True where a line is hardly English: another script, or small words that are mostly those of another language.
 * @param words folded words of the line
 * @example looksForeign(['warum', 'streiken', 'lehrer']) // true
 */
export function looksForeign(words: readonly string[]): boolean {
  if (words.some((word) => OTHER_SCRIPT.test(word))) return true;
  const small = words.filter((word) => FUNCTION_WORDS.has(word) || JOINED.test(word));
  // "I was there, it was raining": one word twice is no second.
  if (new Set(small).size >= FEWEST && small.some((word) => !isShared(word) || STOP_WORDS.has(word)))
    return true;
  return words.length > 1 && LANGUAGES.some((language) => isIn(language, words));
}

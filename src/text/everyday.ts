/**
 * Everyday English, as far as the lexicon has it, and which word of it a slip of the finger stands for: "mentiond", "colegue".
 * It is for words that no archive has; whoever corrects looks first whether the archive has the word, or one as near.
 */
import { QUESTION_WORDS } from '../lexicon/en/asking.ts';
import { ASSOCIATIONS } from '../lexicon/en/associations/associations.ts';
import { SHORT_FORMS } from '../lexicon/en/chat.ts';
import { MONTHS } from '../lexicon/en/dates.ts';
import { EQUIVALENTS } from '../lexicon/en/equivalents/equivalents.ts';
import { FILLER } from '../lexicon/en/filler.ts';
import { COURTESIES, FAREWELLS, GREETINGS } from '../lexicon/en/messages.ts';
import { PERSON_WORDS } from '../lexicon/en/operators.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { WEAK_WORDS } from '../lexicon/en/weak-words.ts';
import { isSlipOf } from './slip.ts';
import { stem } from './stem.ts';

/** Shorter words have too many neighbours: of words of asking, and of all others. */
const SHORTEST = { asking: 4, other: 6 } as const;
/** From so many letters on, one vowel may stand for another, within the word. */
const WRONG_VOWEL_FROM = 6;
/** From so many letters on, any letter may be a wrong one. */
const WRONG_LETTER_FROM = 8;
/** From so many letters on, two may be left out. */
const TWO_LEFT_OUT_FROM = 7;
/** "mny", "wht": so many letters at least, none of them a vowel. */
const SHORTEST_WITHOUT_VOWELS = 3;

const VOWELS = /[aeiou]/g;
const isPlain = (word: string): boolean => /^[a-z]{2,}$/.test(word);

/** A word and its forms as a verb or a noun, those that there may be. */
function forms(word: string): string[] {
  const made = [word, `${word}s`];
  if (word.endsWith('e')) made.push(`${word}d`, `${word.slice(0, -1)}ing`);
  else if (/[^aeiou]y$/.test(word)) made.push(`${word.slice(0, -1)}ied`);
  else made.push(`${word}ed`, `${word}ing`);
  return made;
}

/** Words by their first letter and length. */
type Words = ReadonlyMap<string, readonly string[]>;

const keyOf = (word: string, longer = 0): string => `${word[0]}${word.length + longer}`;

function sorted(words: Iterable<string>): Words {
  const made = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const list = made.get(keyOf(word));
    if (list === undefined) made.set(keyOf(word), [word]);
    else list.push(word);
  }
  return made;
}

interface Everyday {
  /** Small words and words of asking and telling, with their forms. */
  readonly asking: Words;
  readonly other: Words;
  readonly stems: ReadonlySet<string>;
  /** Small words by their consonants. */
  readonly consonants: ReadonlyMap<string, string>;
}

/** Made when the first word is looked at. */
let made: Everyday | undefined;

function everyday(): Everyday {
  if (made !== undefined) return made;
  const split = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => text.split(/[^a-z]+/)).filter(isPlain);
  const small = [...STOP_WORDS, ...QUESTION_WORDS].filter(isPlain);
  const verbs = split(WEAK_WORDS);
  const asking = split([...FILLER, ...PERSON_WORDS, ...GREETINGS, ...COURTESIES, ...FAREWELLS]);
  const other = split([...Object.values(SHORT_FORMS), ...MONTHS, ...EQUIVALENTS, ...ASSOCIATIONS]);
  const consonants = new Map<string, string>();
  for (const word of small) {
    const bare = word.replace(VOWELS, '');
    if (bare.length >= SHORTEST_WITHOUT_VOWELS && bare !== word && !consonants.has(bare))
      consonants.set(bare, word);
  }
  made = {
    asking: sorted([...small, ...asking, ...verbs.flatMap(forms)]),
    other: sorted(other.flatMap((word) => (/s$/.test(word) ? [word] : forms(word)))),
    stems: new Set([...verbs, ...other].map(stem)),
    consonants,
  };
  return made;
}

/** True for a folded word that is one of everyday English, or a form of one. */
export function isEverydayWord(word: string): boolean {
  return everyday().stems.has(stem(word)) || isWrittenEveryday(word);
}

/** The same by its letters alone: a name may share its stem with a verb ("Tampere"). */
export function isWrittenEveryday(word: string): boolean {
  const { asking, other } = everyday();
  return [asking, other].some((words) => words.get(keyOf(word))?.includes(word) ?? false);
}

/** True where one letter within `typed` is a wrong one. */
function hasWrongLetter(typed: string, meant: string): boolean {
  if (typed.length !== meant.length || typed.length < WRONG_VOWEL_FROM) return false;
  const wrong = [...typed].flatMap((letter, at) => (letter === meant[at] ? [] : [at]));
  const [at = 0] = wrong;
  if (wrong.length !== 1 || at === 0 || at === typed.length - 1) return false;
  const isVowel = (letter = ''): boolean => /[aeiouy]/.test(letter);
  return typed.length >= WRONG_LETTER_FROM || (isVowel(typed[at]) && isVowel(meant[at]));
}

/** True where two letters were left out within the word: "colegue". */
function leavesOutTwo(typed: string, meant: string): boolean {
  if (typed.length < TWO_LEFT_OUT_FROM || meant.length - typed.length !== 2) return false;
  if (typed.at(-1) !== meant.at(-1) || typed[1] !== meant[1]) return false;
  let at = 0;
  for (const letter of meant) if (letter === typed[at]) at++;
  return at === typed.length;
}

/** A letter more at the end is a form of the word or another word ("moore", "banks"), no slip. */
const isLonger = (typed: string, meant: string): boolean => typed.slice(0, -1) === meant;

/** What a misspelt word stands for. */
export interface EverydayMeant {
  readonly word: string;
  /** It is a small word or one of asking or telling: what is asked about stays the same. */
  readonly asking: boolean;
}

/**
 * @param typed a folded word that is neither the archive's nor everyday English
 * @returns the everyday word that it likely stands for, or undefined
 * @example everydayMeant('suposed') // { word: 'supposed', asking: true }
 */
export function everydayMeant(typed: string): EverydayMeant | undefined {
  // One answer looks at the same word for each of its readings, and a line may repeat it.
  if (recent.has(typed)) return recent.get(typed);
  if (recent.size >= MOST_RECENT) recent.clear();
  const meant = lookUp(typed);
  recent.set(typed, meant);
  return meant;
}

const MOST_RECENT = 256;
const recent = new Map<string, EverydayMeant | undefined>();

function lookUp(typed: string): EverydayMeant | undefined {
  if (!isPlain(typed)) return undefined;
  const { asking, other, consonants } = everyday();
  if (typed.length >= SHORTEST_WITHOUT_VOWELS && typed.replace(VOWELS, '') === typed) {
    const small = consonants.get(typed);
    if (small !== undefined) return { word: small, asking: true };
  }
  const told = nearIn(asking, typed, SHORTEST.asking);
  if (told !== undefined) return { word: told, asking: true };
  const word = nearIn(other, typed, SHORTEST.other);
  return word === undefined ? undefined : { word, asking: false };
}

function nearIn(words: Words, typed: string, shortest: number): string | undefined {
  if (typed.length < shortest) return undefined;
  const candidates = [0, 1, -1, 2]
    .flatMap((longer) => words.get(keyOf(typed, longer)) ?? [])
    .filter((meant) => meant.length >= shortest && !isLonger(typed, meant));
  return [isSlipOf, hasWrongLetter, leavesOutTwo]
    .map((isMeant) => candidates.find((meant) => isMeant(typed, meant)))
    .find((meant) => meant !== undefined);
}

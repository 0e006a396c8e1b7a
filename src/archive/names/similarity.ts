/**
 * How alike two words of names are, 0 to 1: by letters, by sound, or as the beginning of one another.
 * All limits stand here; the search for candidates is derived from them and must find all that they allow.
 */
import { doubleMetaphone } from 'double-metaphone';
import { distanceFrom } from '../../text/edit-distance.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { spellingKey } from './spelling-key.ts';

/** What is less alike is not alike at all. */
export const LEAST_SIMILAR = 0.35;

/** What one edit costs, divided by the length of the longer word. */
const EDIT = 0.9;
/** The second and third edit cost more than the first: two slips in one word are rarer than another name. */
const MORE_EDITS = 1.3;
/** People rarely miss the first letter. */
const FIRST_LETTER = 0.06;
/** A name of three letters with one changed is usually another name. */
const SHORT = 0.06;
/** Share of Jaro-Winkler similarity, which tells apart what is equally many edits away. */
const ALIGNMENT = 0.1;

/** Words with one spelling key; of short ones there are too many. */
const SAME_KEY = 0.93;
const SAME_KEY_SHORT = 0.75;
const SHORTEST_SURE_KEY = 5;

/** Words with one metaphone code: what it is worth alone, and what it adds to what the letters say. */
const SOUND = 0.62;
const SHORT_SOUND = 0.58;
const SOUND_TOO = 0.04;
const SHORTEST_SOUND = 3;
const SHORTEST_SURE_SOUND = 5;
const SHORTEST_CODE = 2;
const LEAST_ALIGNED_SOUND = 0.7;

/** A shortened word (`Alex`): from .6, rising with the share that is written. */
export const SHORTEST_PREFIX = 3;
const PREFIX = 0.6;
const PREFIX_SHARE = 0.2;

/** An initial asked for, against a word. */
export const INITIAL = 0.9;
/** A word asked for, against an initial. */
const INITIAL_KNOWN = 0.5;

/** Edits allowed between words, by the length of the longer one. */
export function editsAllowed(longer: number): number {
  if (longer < 2) return 0;
  if (longer < 4) return 1;
  return longer < 8 ? 2 : 3;
}

/** How a word sounds: its spelling key, and its double metaphone codes where it is long enough to have telling ones. */
interface Sounds {
  readonly key: string;
  readonly codes: readonly string[];
}

export function soundsOf(word: string): Sounds {
  const codes = word.length < SHORTEST_SOUND ? [] : doubleMetaphone(word);
  return {
    key: spellingKey(word),
    codes: [...new Set(codes)].filter((code) => code.length >= SHORTEST_CODE),
  };
}

/** Gives the similarity of a known word to the prepared one; 0 where it is below `LEAST_SIMILAR`. */
type Similarity = (known: string, knownSounds?: Sounds) => number;

/** Prepares a folded word to be compared with many known ones, folded too. */
export function similarityTo(asked: string): Similarity {
  const distanceTo = distanceFrom(asked);
  const sounds = soundsOf(asked);
  return (known, knownSounds = soundsOf(known)) => {
    if (asked === known) return 1;
    if (known.length === 1) return asked.startsWith(known) ? INITIAL_KNOWN : 0;
    if (asked.length === 1) return known.startsWith(asked) ? INITIAL : 0;
    const most = editsAllowed(Math.max(asked.length, known.length));
    const distance = distanceTo(known, most);
    const isOneSound = sounds.codes.some((code) => knownSounds.codes.includes(code));
    let best = Math.max(byBeginning(asked, known), sounds.key === knownSounds.key ? byKey(asked, known) : 0);
    if (distance <= most || isOneSound) {
      const alignment = jaroWinkler(asked, known);
      const letters = distance <= most ? byLetters(asked, known, distance) : 0;
      const sound = isOneSound && alignment >= LEAST_ALIGNED_SOUND ? bySound(asked, known, letters) : 0;
      best = Math.max(best, (1 - ALIGNMENT) * Math.max(letters, sound) + ALIGNMENT * alignment);
    }
    return best >= LEAST_SIMILAR ? best : 0;
  };
}

/** Similarity of one word to another, 0 to 1. */
export function similarity(asked: string, known: string): number {
  return similarityTo(asked)(known);
}

function byLetters(asked: string, known: string, distance: number): number {
  let cost = (EDIT * distance ** MORE_EDITS) / Math.max(asked.length, known.length);
  if (asked.charCodeAt(0) !== known.charCodeAt(0)) cost += FIRST_LETTER;
  if (shorterOf(asked, known) <= 3) cost += SHORT;
  return 1 - cost;
}

const shorterOf = (asked: string, known: string): number => Math.min(asked.length, known.length);

const byKey = (asked: string, known: string): number =>
  shorterOf(asked, known) < SHORTEST_SURE_KEY ? SAME_KEY_SHORT : SAME_KEY;

const bySound = (asked: string, known: string, letters: number): number =>
  shorterOf(asked, known) < SHORTEST_SURE_SOUND ? SHORT_SOUND : Math.max(SOUND, letters + SOUND_TOO);

function byBeginning(asked: string, known: string): number {
  const [shorter, longer] = asked.length < known.length ? [asked, known] : [known, asked];
  if (shorter.length < SHORTEST_PREFIX || !longer.startsWith(shorter)) return 0;
  return PREFIX + (PREFIX_SHARE * shorter.length) / longer.length;
}

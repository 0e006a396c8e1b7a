/**
 * Questions in French, Spanish and German, read word by word into English: enough for what is asked and what about, no more.
 * Names, and terms that the vocabulary knows in any language, stay as they are.
 */

import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { GERMAN, GERMAN_ENDINGS, GERMAN_JOINTS } from '../lexicon/de.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { SPANISH, SPANISH_ENDINGS } from '../lexicon/es.ts';
import { FRENCH, FRENCH_ENDINGS } from '../lexicon/fr.ts';

const LONGEST = 5;
/** So many words of a line a language must know, and so large a share of them. */
const FEWEST = 2;
const SHARE = 0.35;

/** A language: its words and expressions, and how its words are inflected and put together. */
interface Dictionary {
  readonly words: ReadonlyMap<string, string>;
  /** Endings, each with the ending that the form has under which the word is listed. */
  readonly endings: readonly (readonly [string, string])[];
  /** What may stand between the parts of a compound; empty where words are not put together. */
  readonly joints: readonly string[];
}

let dictionaries: readonly Dictionary[] | undefined;

/** Made when the first foreign line is read. */
function known(): readonly Dictionary[] {
  dictionaries ??= [
    { words: new Map(Object.entries(FRENCH)), endings: FRENCH_ENDINGS, joints: [] },
    { words: new Map(Object.entries(SPANISH)), endings: SPANISH_ENDINGS, joints: [] },
    { words: new Map(Object.entries(GERMAN)), endings: GERMAN_ENDINGS, joints: GERMAN_JOINTS },
  ];
  return dictionaries;
}

/** Letters that are left of a word without its ending, and of each part of a compound. */
const SHORTEST_STEM = 3;
const SHORTEST_PART = 4;

/** A word in English: as it is listed, as another form of what is listed, or part by part. */
function inEnglish(word: string, { words, endings, joints }: Dictionary): string | undefined {
  const listed = words.get(word);
  if (listed !== undefined) return listed;
  for (const [ending, base] of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM) continue;
    const other = words.get(word.slice(0, word.length - ending.length) + base);
    if (other !== undefined) return other;
  }
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
    for (const joint of joints) {
      if (joint !== '' && !word.startsWith(joint, at)) continue;
      const first = words.get(word.slice(0, at));
      const rest = word.slice(at + joint.length);
      const second = rest.length < SHORTEST_PART ? undefined : words.get(rest);
      if (first && second) return `${first} ${second}`;
    }
  }
  return undefined;
}

/**
 * @param words folded words of a line that is hardly English
 * @returns the words in English, or undefined where no language knows enough of them
 * @example translated(['que', 'dijo', 'perez', 'sobre', 'visados'], vocabulary) // ['what', 'did', 'perez', 'say', 'about', 'visas']
 */
export function translated(words: readonly string[], vocabulary: Vocabulary): readonly string[] | undefined {
  let best: { readonly language: Dictionary; readonly hits: number } | undefined;
  for (const language of known()) {
    const hits = words.filter(
      (word) => !STOP_WORDS.has(word) && inEnglish(word, language) !== undefined,
    ).length;
    if (hits > (best?.hits ?? 0)) best = { language, hits };
  }
  if (best === undefined || best.hits < FEWEST || best.hits < words.length * SHARE) return undefined;
  return inOrder(wordByWord(words, best.language, vocabulary));
}

function wordByWord(words: readonly string[], language: Dictionary, vocabulary: Vocabulary): string[] {
  const english: string[] = [];
  for (let from = 0; from < words.length; ) {
    const term = vocabulary.at(words, from)?.length ?? 0;
    let length = Math.min(LONGEST, words.length - from);
    while (length > 1 && !language.words.has(words.slice(from, from + length).join(' '))) length -= 1;
    const phrase = words.slice(from, from + length).join(' ');
    if (term > 1 && term >= length) {
      english.push(...words.slice(from, from + term));
      from += term;
      continue;
    }
    const read = length > 1 ? language.words.get(phrase) : term > 0 ? phrase : inEnglish(phrase, language);
    english.push(...(read ?? phrase).split(' ').filter((word) => word !== ''));
    from += length;
  }
  return english;
}

const SAID = 'said|told|recommended|proposed|suggested|explained|mentioned|spoke|talked';
/** "What said Perez about visas", "what has Düll about visas said": the order of other languages. */
const VERB_FIRST = new RegExp(`^what (?:has |have |did )?(${SAID}) (.+?)(?: (about .+))?$`);
const VERB_LAST = new RegExp(`^what (?:has|have|did|had) (.+?)(?: (about .+?))? (${SAID})$`);
const WHO_LAST = new RegExp(
  `^who (?:has |have |had )?(.+) (${SAID}|moderated|organized|organised|supported|funded)$`,
);

function inOrder(words: readonly string[]): readonly string[] {
  const text = words.join(' ');
  const first = VERB_FIRST.exec(text);
  if (first) return ['what', 'did', ...`${first[2]} ${first[1]} ${first[3] ?? ''}`.trim().split(/ +/)];
  const last = VERB_LAST.exec(text);
  if (last) return ['what', 'did', ...`${last[1]} ${last[3]} ${last[2] ?? ''}`.trim().split(/ +/)];
  const who = WHO_LAST.exec(text);
  if (who) return ['who', who[2] ?? '', ...(who[1] ?? '').split(' ')];
  return words;
}

/**
 * Questions in French, Spanish and German, read word by word into English: enough for what is asked and what about, no more.
 * Names, and terms that the vocabulary knows in any language, stay as they are.
 */

import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { GERMAN } from '../lexicon/de.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { SPANISH } from '../lexicon/es.ts';
import { FRENCH } from '../lexicon/fr.ts';

const LONGEST = 5;
/** So many words of a line a language must know, and so large a share of them. */
const FEWEST = 2;
const SHARE = 0.35;

type Dictionary = ReadonlyMap<string, string>;

let dictionaries: readonly Dictionary[] | undefined;

/** Made when the first foreign line is read. */
function known(): readonly Dictionary[] {
  dictionaries ??= [FRENCH, SPANISH, GERMAN].map((words) => new Map(Object.entries(words)));
  return dictionaries;
}

/**
 * @param words folded words of a line that is hardly English
 * @returns the words in English, or undefined where no language knows enough of them
 * @example translated(['que', 'dijo', 'perez', 'sobre', 'visados'], vocabulary) // ['what', 'did', 'perez', 'say', 'about', 'visas']
 */
export function translated(words: readonly string[], vocabulary: Vocabulary): readonly string[] | undefined {
  let best: { readonly language: Dictionary; readonly hits: number } | undefined;
  for (const language of known()) {
    const hits = words.filter((word) => language.has(word) && !STOP_WORDS.has(word)).length;
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
    while (length > 1 && !language.has(words.slice(from, from + length).join(' '))) length -= 1;
    const phrase = words.slice(from, from + length).join(' ');
    if (term > 1 && term >= length) {
      english.push(...words.slice(from, from + term));
      from += term;
      continue;
    }
    english.push(...(language.get(phrase) ?? phrase).split(' ').filter((word) => word !== ''));
    from += length;
  }
  return english;
}

const SAID = 'said|told|recommended|proposed|suggested|explained|mentioned|spoke|talked';
/** "What said Perez about visas", "what has Düll about visas said": the order of other languages. */
const VERB_FIRST = new RegExp(`^what (?:has |have |did )?(${SAID}) (.+?)(?: (about .+))?$`);
const VERB_LAST = new RegExp(`^what (?:has|have|did|had) (.+?)(?: (about .+?))? (${SAID})$`);
const WHO_LAST = new RegExp(
  `^who (?:has|have|had) (.+) (${SAID}|moderated|organized|organised|supported|funded)$`,
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

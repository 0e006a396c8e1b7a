/**
 * One English word to its stem: British spellings first under the American ones, then Porter2 (the Snowball
 * "english" stemmer), with some words kept apart that it runs together.
 * Stemming a word costs some microseconds, so stems are remembered, up to a bound.
 */
import { stem as porter2 } from 'porter2';
import { americanSpelling } from './spelling-variants.ts';

/**
 * Families that Porter2 merges with another: university with universal, organization with organ, international and
 * internal with intern, emergency with emerge. Snowball's later revisions keep these apart as well;
 * authority (author), important (import) and experience (experiment) are kept apart for the same reason.
 */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^universit(?:y|ies)$/, 'universiti'],
  [/^organiz(?:e|ed|es|er|ers|ing|ation|ations|ational|ationally)$/, 'organiz'],
  [/^internal(?:ly)?$/, 'internal'],
  [/^international(?:ly|s)?$/, 'internat'],
  [/^intervals?$/, 'interval'],
  [/^lateral(?:ly)?$/, 'lateral'],
  [/^emergenc(?:y|ies)$/, 'emergenc'],
  [/^evenings?$/, 'evening'],
  [/^authorit(?:y|ies)$/, 'authorit'],
  [/^importan(?:t|tly|ce)$/, 'important'],
  [/^experience(?:s|d)?$/, 'experienc'],
];

/** How the words of these families begin; most words begin otherwise. A new family needs its beginning here. */
const ANY_FAMILY =
  /^(?:universit|organiz|intern|interval|lateral|emergenc|evening|authorit|importan|experience)/;

const REMEMBERED = 50_000;
const LONGEST = 40;
const remembered = new Map<string, string>();

/** @param word a folded word, see fold.ts. Words with a digit, outside a-z, very short or very long are their own stem. */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const result =
    word.length > 2 && word.length <= LONGEST && /^[a-z]+$/.test(word) ? stemEnglish(word) : word;
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, result);
  return result;
}

function stemEnglish(word: string): string {
  const american = americanSpelling(word);
  if (ANY_FAMILY.test(american)) {
    for (const [family, result] of FAMILIES) if (family.test(american)) return result;
  }
  return porter2(american);
}

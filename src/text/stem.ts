/**
 * One English word to its stem: British spellings first under the American ones, then Porter2 (the Snowball
 * "english" stemmer), with some words kept apart that it runs together.
 * Stemming a word costs some microseconds, so stems are remembered, up to a bound.
 */

import { stem as porter2 } from 'porter2';
import { COMPARED_ADJECTIVES } from '../lexicon/en/adjectives.ts';
import { americanSpelling } from './spelling-variants.ts';

/**
 * Families that Porter2 merges with another: university with universal, organization with organ, international and
 * internal with intern, emergency with emerge. Snowball's later revisions keep these apart as well;
 * authority (author), important (import), experience (experiment), informal (inform), customs and customer (custom),
 * personality (person) are kept apart for the same reason.
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
  [/^informal(?:ly|ity)?$/, 'informal'],
  [/^customers?$/, 'customer'],
  [/^customs$/, 'customs'],
  [/^personalit(?:y|ies)$/, 'personalit'],
];

/** How the words of these families begin; most words begin otherwise. A new family needs its beginning here. */
const ANY_FAMILY =
  /^(?:universit|organiz|intern|interval|lateral|emergenc|evening|authorit|importan|experience|informal|custom|personalit)/;

/** Inflections that no ending tells, under their base; those that are words of their own as well (found, left, saw) are left out. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `taught:teach thought:think bought:buy brought:bring sought:seek caught:catch fought:fight grew:grow grown:grow knew:know
  known:know drew:draw drawn:draw fell:fall fallen:fall rose:rise risen:rise gave:give given:give took:take taken:take drove:drive
  driven:drive wrote:write written:write spoke:speak spoken:speak chose:choose chosen:choose broke:break broken:break began:begin
  begun:begin became:become came:come went:go gone:go built:build sent:send spent:spend lent:lend lost:lose paid:pay kept:keep
  held:hold led:lead met:meet sold:sell told:tell understood:understand won:win women:woman men:man children:child
  shrank:shrink shrunk:shrink withdrew:withdraw withdrawn:withdraw overcame:overcome undertook:undertake undertaken:undertake
  forgot:forget forgotten:forget hid:hide hidden:hide dealt:deal meant:mean sat:sit stood:stand criteria:criterion
  phenomena:phenomenon swam:swim swum:swim sang:sing sung:sing sank:sink sunk:sink stuck:stick struck:strike dug:dig bled:bleed
  bred:breed fed:feed fled:flee swept:sweep slept:sleep crept:creep bent:bend threw:throw thrown:throw flew:fly flown:fly ate:eat
  eaten:eat drank:drink drunk:drink froze:freeze frozen:freeze stole:steal stolen:steal shook:shake shaken:shake woke:wake
  woken:wake tore:tear torn:tear wore:wear worn:wear bit:bite bitten:bite rode:ride ridden:ride rang:ring hung:hang laid:lay
  ran:run felt:feel showed:show shown:show proved:prove proven:prove swore:swear sworn:swear feet:foot teeth:tooth mice:mouse
  wives:wife knives:knife halves:half shelves:shelf`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Adjectives whose degrees are the adjective itself ("safer", "the safest"). */
const DEGREES: ReadonlyMap<string, string> = new Map(
  COMPARED_ADJECTIVES.flatMap((word) => {
    const base = word.replace(/e$/, '').replace(/y$/, 'i');
    const doubled = /[^aeiou][aeiou][bdgmnpt]$/.test(word) ? `${word}${word.at(-1)}` : base;
    return [`${doubled}er`, `${doubled}est`].map((degree) => [degree, word] as const);
  }),
);

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
  const american = americanSpelling(IRREGULAR.get(word) ?? DEGREES.get(word) ?? word);
  if (ANY_FAMILY.test(american)) {
    for (const [family, result] of FAMILIES) if (family.test(american)) return result;
  }
  return porter2(american);
}

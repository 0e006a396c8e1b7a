/**
 * Reading a line whose words may be misspelt: what the archive does not know is replaced by the known word that was likely
 * meant, and the line is read again, so that a corrected word is read together with its neighbours ("futhre of work").
 */
import { readLine } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import { analyse, tokenize } from '../text/analyse.ts';
import { distanceFrom } from '../text/edit-distance.ts';
import { everydayMeant, isEverydayWord } from '../text/everyday.ts';
import { isWeakWord } from '../text/weak-words.ts';
import { clean, isTooLong } from './clean.ts';
import { looksForeign } from './foreign.ts';
import { type ParseContext, type Parsed, parse } from './parse.ts';
import { isShortForm } from './prepare.ts';
import { wordsOf } from './tokens.ts';

/** Words of a term that may stand before a misspelt one. */
const BEFORE = 4;

/** Reads a line; never throws. The reading as it stands where nothing is to be mended. */
export async function parseMended(line: string, context: ParseContext, archive: Archive): Promise<Parsed> {
  const parsed = parse(line, context);
  if (parsed.problem !== undefined || parsed.query.words.length === 0) return parsed;
  const corrections = new Map<string, string>();
  for (const word of parsed.query.words) {
    if (analyse(word).length === 0 || isWeakWord(word) || (await archive.knowsWord(word))) continue;
    const meant = (await inTerm(word, wordsOf(line), archive)) ?? (await archive.correctWord(word));
    if (meant !== undefined) corrections.set(word, meant);
  }
  if (corrections.size === 0) return parsed;
  const again = parse(replaced(line, corrections), context);
  return again.problem === undefined ? { ...again, corrected: corrections } : parsed;
}

/** A correction that makes a term of several words with its neighbours: however short the word, that is no chance. */
async function inTerm(word: string, words: readonly string[], archive: Archive): Promise<string | undefined> {
  const place = words.indexOf(word);
  if (place < 0) return undefined;
  for (const meant of await archive.nearWords(word)) {
    const read = words.with(place, meant);
    for (let from = Math.max(0, place - BEFORE); from <= place; from++) {
      const length = archive.vocabulary.at(read, from)?.length ?? 0;
      if (length > 1 && from + length > place) return meant;
    }
  }
  return undefined;
}

function replaced(line: string, corrections: ReadonlyMap<string, string>): string {
  let result = '';
  let last = 0;
  for (const { word, start, end } of tokenize(line)) {
    const meant = corrections.get(word);
    if (meant === undefined || start < last) continue;
    result += line.slice(last, start) + meant;
    last = end;
  }
  return result + line.slice(last);
}

/** A request with the slips in its everyday words mended, and which words those were. */
export interface Mended {
  readonly text: string;
  /** Words that were mended, by what they were mended to; small words and words of asking are not among them. */
  readonly typed: ReadonlyMap<string, string>;
}

/** Words behind which somebody's name or a place may stand, and before which one may. */
const BEFORE_NAME =
  /(?:^|[^\p{L}])(?:in|from|near|of|by|is|was|did|does|has|and|mr|mrs|ms|dr|prof|named|called)[. ]+$/iu;
const BEHIND_NAME = /^ (?:said|says|say|spoke|speak|speaks|told)\b/i;
/** From so many letters on, a word that comes as near to one of asking is that, wherever it stands. */
const NO_NAME_FROM = 7;
/** Farther than this is no slip. */
const FARTHEST = 3;

/** Quoted text, tokens with a form of their own, and words; only words are mended. */
const PIECES = /"[^"]*"|\S*[:/@#_]\S*|[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Slips in words that are no archive's but everyday English: "who mentiond it", "wat did my colegue mean". Nothing is mended
 * that the archive has, or has something as near to; nor what may be a name.
 * @example await everydayMended('who mentiond visas', archive) // { text: 'who mentioned visas', … }
 */
export async function everydayMended(request: string, archive: Archive): Promise<Mended> {
  const typed = new Map<string, string>();
  const asIs: Mended = { text: request, typed };
  if (isTooLong(request) || readLine(request) !== undefined) return asIs;
  const line = clean(request);
  const words = wordsOf(line);
  if (looksForeign(words)) return asIs;
  let text = '';
  let end = 0;
  for (const match of line.matchAll(PIECES)) {
    const [piece] = match;
    const meant = await everydayFor(
      piece,
      line.slice(0, match.index),
      line.slice(match.index + piece.length),
      words,
      archive,
    );
    if (meant === undefined) continue;
    text += line.slice(end, match.index) + meant.word;
    end = match.index + piece.length;
    if (!meant.asking) typed.set(meant.word, piece.toLowerCase());
  }
  return end === 0 ? asIs : { text: text + line.slice(end), typed };
}

async function everydayFor(
  piece: string,
  before: string,
  behind: string,
  words: readonly string[],
  archive: Archive,
): Promise<ReturnType<typeof everydayMeant>> {
  const word = piece.toLowerCase();
  const begins = before.trim() === '' || /[.?!]\s*$/.test(before);
  // A capital within a sentence is that of a name.
  if (!/^[a-z]{3,}$/.test(word) || (piece !== word && !(begins && piece.slice(1) === word.slice(1))))
    return undefined;
  if (isEverydayWord(word) || isShortForm(word) || (await archive.knowsWord(word))) return undefined;
  const meant = everydayMeant(word);
  if (meant === undefined || (piece !== word && !meant.asking)) return undefined;
  const mayBeName = BEFORE_NAME.test(before) || BEHIND_NAME.test(behind);
  if (mayBeName && !(meant.asking && word.length >= NO_NAME_FROM)) return undefined;
  if (archive.vocabulary.at(words, words.indexOf(word)) !== undefined) return undefined;
  if ((await archive.isName([word])) || (await inTerm(word, words, archive)) !== undefined) return undefined;
  const known = await archive.correctWord(word);
  const distance = distanceFrom(word);
  return known !== undefined && distance(known, FARTHEST) <= distance(meant.word, FARTHEST)
    ? undefined
    : meant;
}

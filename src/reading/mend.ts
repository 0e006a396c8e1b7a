/**
 * Reading a line whose words may be misspelt: what the archive does not know is replaced by the known word that was likely
 * meant, and the line is read again, so that a corrected word is read together with its neighbours ("futhre of work").
 */
import type { Archive } from '../archive/archive.ts';
import { analyse, tokenize } from '../text/analyse.ts';
import { isWeakWord } from '../text/weak-words.ts';
import { type ParseContext, type Parsed, parse } from './parse.ts';
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

/**
 * Names that look like some words, by fuse.js. It is slow, so that letters which a name does not have rule out most names
 * before it compares any.
 */
import Fuse from 'fuse.js';
import type { VocabularyEntry } from '../knowledge/vocabulary.ts';
import { fold } from '../text/fold.ts';
import { bitCount, lettersOf } from '../text/letters.ts';

/** Above this distance (0 same, 1 nothing in common) fuse.js's candidates are no longer "near". */
export const FARTHEST = 0.2;

/** Letters that fuse.js compares at a time. */
const PIECE = 32;

/** Gives the entries whose names are near to folded words, best first, and no more than `limit`. */
export type LookUp = (text: string, limit: number) => readonly VocabularyEntry[];

export function createLookUp(entries: readonly VocabularyEntry[]): LookUp {
  const letters = entries.map(({ name }) => lettersOf(fold(name)));
  return (text, limit) => {
    const pieces = piecesOf(text);
    const possible = entries.filter((_, place) =>
      pieces.some((piece) => bitCount(piece.letters & ~(letters[place] as number)) <= piece.missing),
    );
    if (possible.length === 0) return [];
    const fuse = new Fuse(possible, { keys: ['name'], ignoreDiacritics: true, threshold: FARTHEST });
    return fuse.search(text, { limit }).map(({ item }) => item);
  };
}

/** A text in the pieces in which fuse.js looks for it: the letters of each, and how many of them a name may lack. */
function piecesOf(text: string): { readonly letters: number; readonly missing: number }[] {
  const pieces: string[] = [];
  for (let from = 0; from + PIECE <= text.length; from += PIECE) pieces.push(text.slice(from, from + PIECE));
  if (text.length % PIECE > 0) pieces.push(text.slice(-PIECE));
  return pieces.map((piece) => ({ letters: lettersOf(piece), missing: FARTHEST * piece.length }));
}

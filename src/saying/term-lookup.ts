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
  const names = entries.map(({ name }) => ({ letters: lettersOf(fold(name)), counts: countsOf(fold(name)) }));
  return (text, limit) => {
    const pieces = piecesOf(text);
    const possible: VocabularyEntry[] = [];
    for (let place = 0; place < entries.length; place++) {
      const { letters, counts } = names[place] as (typeof names)[number];
      for (const piece of pieces) {
        if (bitCount(piece.letters & ~letters) > piece.missing) continue;
        if (lacking(piece.counts, counts) > piece.missing) continue;
        possible.push(entries[place] as VocabularyEntry);
        break;
      }
    }
    if (possible.length === 0) return [];
    const fuse = new Fuse(possible, { keys: ['name'], ignoreDiacritics: true, threshold: FARTHEST });
    return fuse.search(text, { limit }).map(({ item }) => item);
  };
}

/** How often each UTF-16 unit occurs, which is what fuse.js compares. */
type Counts = ReadonlyMap<number, number>;

function countsOf(text: string): Counts {
  const counts = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** How many letters of the one the other has not, or not as often: each costs an edit. */
function lacking(wanted: Counts, present: Counts): number {
  let missing = 0;
  for (const [code, count] of wanted) missing += Math.max(0, count - (present.get(code) ?? 0));
  return missing;
}

interface Piece {
  readonly letters: number;
  readonly counts: Counts;
  /** How many of its letters a name may lack. */
  readonly missing: number;
}

/** A text in the pieces in which fuse.js looks for it. */
function piecesOf(text: string): Piece[] {
  const pieces: string[] = [];
  for (let from = 0; from + PIECE <= text.length; from += PIECE) pieces.push(text.slice(from, from + PIECE));
  if (text.length % PIECE > 0) pieces.push(text.slice(-PIECE));
  return pieces.map((piece) => ({
    letters: lettersOf(piece),
    counts: countsOf(piece),
    missing: FARTHEST * piece.length,
  }));
}

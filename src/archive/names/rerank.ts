/**
 * Second opinion on the few best names: where scores lie close together, fuse.js orders them by the letters of the
 * whole name. It is only asked about candidates that are already chosen, which takes a fraction of a millisecond.
 */
import Fuse from 'fuse.js';

/** Scores that differ by less lie close together. */
const CLOSE = 0.02;

interface Ranked {
  readonly score: number;
  readonly text: string;
}

/** @param candidates best first. */
export function rerank<One extends Ranked>(query: string, candidates: readonly One[]): One[] {
  if (candidates.length < 2) return [...candidates];
  const fuse = new Fuse(
    candidates.map(({ text }) => text),
    { includeScore: true, ignoreDiacritics: true, ignoreLocation: true, threshold: 1 },
  );
  const distances = new Map(
    fuse.search(query.slice(0, 100)).map(({ refIndex, score }) => [refIndex, score ?? 1]),
  );
  const bands = bandsOf(candidates);
  return candidates
    .map((candidate, place) => ({
      candidate,
      band: bands[place] as number,
      distance: distances.get(place) ?? 1,
      place,
    }))
    .sort((one, other) => one.band - other.band || one.distance - other.distance || one.place - other.place)
    .map(({ candidate }) => candidate);
}

/** Numbers the runs of candidates that lie within `CLOSE` of the first of their run. */
function bandsOf(candidates: readonly Ranked[]): number[] {
  let band = 0;
  let first = candidates[0]?.score ?? 0;
  return candidates.map(({ score }) => {
    if (first - score >= CLOSE) {
      band++;
      first = score;
    }
    return band;
  });
}

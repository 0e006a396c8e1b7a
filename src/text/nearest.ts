/** "Did you mean": the known word that somebody's word comes nearest to. */
import { distanceFrom } from './edit-distance.ts';

/** The known word that is nearest to `word`, when one is near enough to be meant; the first of equals. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const distanceTo = distanceFrom(wanted);
  let best: string | undefined;
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  for (const candidate of known) {
    const distance = distanceTo(candidate.toLowerCase(), limit);
    if (distance > limit) continue;
    best = candidate;
    if (distance === 0) break;
    limit = distance - 1;
  }
  return best;
}

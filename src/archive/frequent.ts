/** What most was said on, and by whom. */
import type { Contribution } from '../knowledge/model.ts';
import { lazy } from './lazy.ts';

/** So many are kept of each. */
const KEPT = 10;

export type Frequent = 'topic' | 'person';

const VALUES: Readonly<Record<Frequent, (one: Contribution) => readonly string[]>> = {
  topic: ({ topics }) => topics,
  person: ({ makers }) => makers.flatMap((maker) => (maker.kind === 'person' ? [maker.id] : [])),
};

/** Gives the ids that most contributions have, most frequent first; those of one frequency in the order of the alphabet. */
export function createFrequent(
  contributions: readonly Contribution[],
): (what: Frequent) => readonly string[] {
  const most = (what: Frequent): readonly string[] => {
    const counts = new Map<string, number>();
    for (const id of contributions.flatMap(VALUES[what])) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts]
      .sort(([one, often], [other, more]) => more - often || (one < other ? -1 : 1))
      .slice(0, KEPT)
      .map(([id]) => id);
  };
  const known = { topic: lazy(() => most('topic')), person: lazy(() => most('person')) };
  return (what) => known[what]();
}

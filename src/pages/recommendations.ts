/** The recommendations, narrowed by what they are about, whom they address, how they were made and where. */
import {
  RECOMMENDATION_FILTERS,
  type RecommendationFilter,
  type RecommendationFilters,
  type RecommendationList,
} from '../answer/entry.ts';
import type { Contribution } from '../knowledge/model.ts';
import { countryRef, goalRef, groupRef, sessionRef, topicRef } from '../saying/refs.ts';
import { claimOf } from './claims.ts';
import type { View } from './view.ts';

const SIZE = 20;

/** The values by which a recommendation is found; a broader topic or group holds the narrower ones. */
const READERS: Readonly<Record<RecommendationFilter, (one: Contribution, view: View) => readonly string[]>> =
  {
    topic: ({ topics }, { records }) => withBroader(topics, (id) => records.topic(id)?.broader),
    goal: ({ sdgs }) => sdgs.map(({ id }) => String(id)),
    to: ({ to }, { records }) =>
      withBroader(
        to.map(({ id }) => id),
        (id) => records.group(id)?.broader,
      ),
    stance: ({ stance }) => (stance === undefined ? [] : [stance]),
    event: ({ session }, { records }) => [records.root(session)?.id ?? session],
    country: ({ countries }) => countries,
  };

const LABELS: Readonly<Record<RecommendationFilter, (value: string, view: View) => string>> = {
  topic: (id, view) => topicRef(id, view).label,
  goal: (id, view) => goalRef(Number(id), view).label,
  to: (id, view) => groupRef(id, view).label,
  stance: (stance, view) => view.says.stance[stance as 'explicit'] ?? stance,
  event: (id, view) => sessionRef(id, view).label,
  country: (id, view) => countryRef(id, view).label,
};

/** One page of them; a page past the end becomes the last one. Each filter is counted with the others applied. */
export function recommendationList(
  filters: RecommendationFilters,
  asked: number,
  view: View,
): RecommendationList {
  const read = view.knowledge.contributions
    .filter(({ kind }) => kind === 'recommendation')
    .map((contribution) => ({
      contribution,
      values: new Map(
        RECOMMENDATION_FILTERS.map((name) => [name, new Set(READERS[name](contribution, view))] as const),
      ),
    }));
  const meets = ({ values }: (typeof read)[number], except?: RecommendationFilter): boolean =>
    RECOMMENDATION_FILTERS.every((name) => {
      const value = filters[name];
      return name === except || value === undefined || values.get(name)?.has(value) === true;
    });
  const found = read.filter((one) => meets(one));
  const pages = Math.max(1, Math.ceil(found.length / SIZE));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    claims: found
      .slice((page - 1) * SIZE, page * SIZE)
      .map(({ contribution }) => claimOf(contribution, view)),
    total: found.length,
    page,
    pages,
    filters: RECOMMENDATION_FILTERS.map((name) => {
      const counts = new Map<string, number>();
      for (const one of read) {
        if (meets(one, name))
          for (const value of one.values.get(name) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const chosen = filters[name] ?? '';
      // What was chosen stays to be seen, though nothing is left of it.
      if (chosen !== '' && !counts.has(chosen)) counts.set(chosen, 0);
      return {
        name,
        chosen,
        options: [...counts]
          .map(([value, count]) => ({ value, count, label: LABELS[name](value, view) }))
          .sort((one, other) => other.count - one.count || one.label.localeCompare(other.label, 'en')),
      };
    }),
  };
}

function withBroader(ids: readonly string[], broader: (id: string) => string | undefined): string[] {
  const all = new Set<string>();
  for (const id of ids) {
    for (let next: string | undefined = id; next !== undefined && !all.has(next); next = broader(next)) {
      all.add(next);
    }
  }
  return [...all];
}

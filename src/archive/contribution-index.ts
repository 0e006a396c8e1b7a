/** What was said, indexed: by its facets, by the days of its event, and by its words. */
import type { Contribution, Knowledge } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { contributionFacets, wordsOfContribution } from './annotate.ts';
import type { Records } from './archive.ts';
import { createFacetIndex, type FacetIndex, type FacetSet } from './facets.ts';
import { lazy } from './lazy.ts';
import { spanOf } from './records.ts';
import { createTextIndex, type TextIndex } from './text/text-index.ts';
import { conceptWords } from './text-query.ts';

/** A contribution's place in `contributions` is its number in every index. */
export interface ContributionIndex {
  readonly contributions: readonly Contribution[];
  readonly sets: readonly FacetSet[];
  readonly facets: FacetIndex;
  readonly text: () => TextIndex;
}

/** The event that something was said at, in words by which people place it. */
function contextOf({ session }: Contribution, records: Records): string[] {
  const root = records.root(session);
  return [records.session(session)?.title, root?.title, root?.kind, root?.date?.on.slice(0, 4)].filter(
    (part) => part !== undefined,
  );
}

/** Who said it, as people call them: names, offices, organizations and where these are. */
function makersOf({ session, makers }: Contribution, records: Records): string[] {
  return makers.flatMap((maker) => {
    if (maker.kind === 'unnamed') return [maker.voice];
    const person = records.person(maker.id);
    const at = person === undefined ? undefined : records.affiliation(maker.id, session);
    const organization = records.organization(at?.organization ?? maker.id);
    const country = records.country(at?.country ?? organization?.country ?? '');
    return [
      person?.name,
      at?.role,
      at?.unit,
      organization?.name,
      organization?.abbreviation,
      country?.name,
    ].filter((part) => part !== undefined);
  });
}

/** Indexes all contributions, their words when they are first asked for; linear in the size of the knowledge. */
export function indexContributions(
  { contributions }: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
): ContributionIndex {
  const sets = contributions.map((one) => contributionFacets(one, records, vocabulary));
  const facets = createFacetIndex(
    sets,
    contributions.map((one) => spanOf(records, one.session)),
  );
  const text = lazy(() =>
    createTextIndex(
      contributions.map((one, doc) => ({
        fields: {
          title: one.title ?? '',
          text: wordsOfContribution(one),
          context: contextOf(one, records),
          makers: makersOf(one, records),
          topics: one.topics.map((topic) => records.topic(topic)?.name ?? ''),
          tags: conceptWords(sets[doc]),
        },
      })),
      { weights: { title: 1.5, text: 1, context: 0.2, makers: 0.2, topics: 0.3, tags: 1 } },
    ),
  );
  return { contributions, sets, facets, text };
}

/** Root sessions, indexed: by their facets and days, by what they are called, and by what was said in them and their parts. */
import type { Knowledge, Session } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { contributionsByRoot, sessionFacets } from './annotate.ts';
import type { Records } from './archive.ts';
import type { ContributionSearch } from './contributions.ts';
import { createFacetIndex, type FacetIndex } from './facets.ts';
import { lazy } from './lazy.ts';
import { spanOf } from './records.ts';
import { contentOf, identityOf } from './session-texts.ts';
import { createTextIndex, type TextIndex } from './text/text-index.ts';
import { conceptWords } from './text-query.ts';

/** A session's place in `roots` is its number in every index. */
export interface SessionIndex {
  readonly roots: readonly Session[];
  /** What was said in a root session and its parts, as document numbers. */
  readonly docsOf: (root: string) => readonly number[];
  readonly facets: FacetIndex;
  /** The first day of each, as a string that sorts; '' where none is stated. */
  readonly firstDays: readonly string[];
  readonly identities: () => TextIndex;
  readonly contents: () => TextIndex;
}

const NONE: readonly never[] = [];

/** Indexes all root sessions, their words when they are first asked for; linear in the size of the knowledge. */
export function indexSessions(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
  said: ContributionSearch,
): SessionIndex {
  const roots = knowledge.sessions.filter((session) => session.parent === undefined);
  const byRoot = contributionsByRoot(knowledge, records);
  const docsOf = (root: string): readonly number[] => byRoot.get(root) ?? NONE;
  const sets = roots.map((root) =>
    sessionFacets(
      root,
      records,
      docsOf(root.id).flatMap((doc) => said.sets[doc] ?? []),
      vocabulary,
    ),
  );
  const spans = roots.map((root) => spanOf(records, root.id));
  return {
    roots,
    docsOf,
    facets: createFacetIndex(sets, spans),
    firstDays: spans.map((span) => span?.from ?? ''),
    identities: lazy(() =>
      createTextIndex(
        roots.map((root, doc) => ({
          fields: { title: root.title, identity: identityOf(root, records), tags: conceptWords(sets[doc]) },
        })),
        { weights: { title: 2, identity: 1, tags: 0.5 }, b: 0.3 },
      ),
    ),
    contents: lazy(() =>
      createTextIndex(
        roots.map((root) => ({ fields: contentOf(root, records) })),
        { weights: { own: 1.5, said: 1, people: 0.7 }, b: 0.4 },
      ),
    ),
  };
}

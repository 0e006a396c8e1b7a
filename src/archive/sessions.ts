/** Searching sessions: by what they are and by what was said in them. Root sessions are found; parts lend them their content. */
import type { Knowledge } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Found, Records, Search, SessionHit } from './archive.ts';
import { isKnownOtherwise } from './compounds.ts';
import type { ContributionSearch } from './contributions.ts';
import { type Equivalents, exactFirst, NO_EQUIVALENTS } from './equivalents.ts';
import { counting, hitOf, pageOf } from './found.ts';
import { indexSessions } from './session-index.ts';
import { appearancesFor, provingSessions } from './session-proofs.ts';
import { type RankedBy, rankSessions } from './session-ranking.ts';
import { markTerms, namesOf } from './text-query.ts';

const FACETS = ['topic', 'country', 'sdg', 'by'];
const FACET_COUNT = 20;

interface SessionSearch {
  /** `identity`: by what a session is called alone, not by what was said in it. */
  search(search: Search, by?: RankedBy): Found<SessionHit>;
  /** Root sessions that have a value of a field. */
  having(field: string, value: string): string[];
  knowsWord(term: string): boolean;
  /** Whether a word is known as two words, or within longer ones. */
  isKnownOtherwise(word: string): boolean;
  isUsed(field: string, value: string): boolean;
  correctWord(word: string): string | undefined;
}

/** Builds the indexes of root sessions; linear in the size of the knowledge. */
export function createSessionSearch(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
  said: ContributionSearch,
  equivalents: Equivalents,
): SessionSearch {
  const index = indexSessions(knowledge, records, vocabulary, said);
  const { roots, facets, identities, contents } = index;

  return {
    correctWord: (word) => identities().correct(word) ?? contents().correct(word),
    isUsed: (field, value) => facets.has(field, value),
    having: (field, value) => facets.having(field, value).flatMap((doc) => roots[doc]?.id ?? []),
    knowsWord: (term) => identities().has(term) || contents().has(term),
    isKnownOtherwise: (word) => isKnownOtherwise(word, identities()) || isKnownOtherwise(word, contents()),
    search(search, by = 'everything') {
      // What an event is called is a name, which no other word stands for.
      const { ranked, words, alike } =
        by === 'identity'
          ? rankSessions(index, search, by, NO_EQUIVALENTS)
          : exactFirst(search, equivalents, (alike) => rankSessions(index, search, by, alike));
      const shown = ranked.slice(search.offset, search.offset + search.limit);
      const proofsOf = provingSessions(index, said, search, shown, alike);
      const asked = [...search.conditions, ...search.concepts];
      return pageOf(search, {
        ranked,
        hitOf(one) {
          const record = roots[one.doc];
          if (!record) return undefined;
          return {
            ...hitOf(record, one, facets.reasons(one.doc, asked)),
            proofs: proofsOf(record).flatMap((doc) => knowledge.contributions[doc] ?? []),
            appearances: appearancesFor(records, record, search),
          };
        },
        count: counting(facets, [FACETS], FACET_COUNT),
        terms: markTerms(words, namesOf(search, vocabulary)),
        unknown: words.unknown,
      });
    },
  };
}

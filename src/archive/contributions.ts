/** Searching what was said. */
import type { Contribution, Knowledge } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Condition, Counts, Found, Hit, Records, Search } from './archive.ts';
import { type ContributionIndex, indexContributions } from './contribution-index.ts';
import { eachOnce, inOrder, type Placed, placing, takeTurns } from './contribution-order.ts';
import { type Equivalents, exactFirst } from './equivalents.ts';
import type { FacetIndex, FacetSet } from './facets.ts';
import { counting, hitOf, pageOf, type Ranked } from './found.ts';
import type { TextIndex } from './text/text-index.ts';
import {
  coverageOf,
  hasNoWords,
  markTerms,
  missingFrom,
  namesOf,
  type PreparedWords,
  prepareWords,
} from './text-query.ts';
import { createVerbatim } from './verbatim.ts';

/** Hits that are ranked at most; more than anybody pages through. */
const RANKED = 2_000;
/** How much of the score of the literal words is added: they decide between what is found, not what is found. */
const LITERAL = 0.5;
/** Kinds and events are counted apart: tables tell all of them, however many topics come before. */
const FACETS = [['by', 'topic', 'country', 'to'], ['kind'], ['session']];
const FACET_COUNT = 40;

const NOTHING: ReadonlyMap<number, boolean> = new Map();
/** The groups of what says all of it in so many words, with what meets the conditions as well before the rest. */
const BEFORE_ALL = -2;

interface Ordered {
  readonly ranked: Ranked[];
  readonly words: PreparedWords;
  /** Asked words that a document lacks. */
  readonly missing: (doc: number) => readonly string[];
}

/** What a search ranks, before anything is cut. */
interface Ranking extends Ordered {
  /** True where more matched than are ranked. */
  readonly isCut: boolean;
}

export interface ContributionSearch {
  search(search: Search): Found<Hit<Contribution>>;
  /** All hits that reach `coverage`, best first, as document numbers. */
  rank(search: Search): { ranked: Ranked[]; words: PreparedWords };
  /** What the words of a search score in some documents, whatever its conditions; those that score nothing are left out. */
  scores(search: Search, docs: readonly number[], alike: Equivalents): ReadonlyMap<number, number>;
  /** How many direct hits a search has, and how many of them meet one more condition. */
  count(search: Search, condition: Condition): Counts;
  readonly facets: FacetIndex;
  readonly sets: readonly FacetSet[];
  readonly text: TextIndex;
}

/** What the literal words add to the score of each document. */
function literalScores(
  { text }: ContributionIndex,
  { literal }: Search,
  accept: Uint8Array,
  alike: Equivalents,
): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  if (literal.length === 0) return scores;
  const words = { words: literal, concepts: [], phrases: [], without: [] };
  const { terms } = prepareWords(words, () => [text()], alike);
  for (const { doc, score } of text().search({ terms, accept, limit: RANKED }).hits)
    scores.set(doc, score * LITERAL);
  return scores;
}

/** Takes from `accept` what holds one of the words that are not wanted. */
function excludeWords(
  { contributions, text }: ContributionIndex,
  { without }: PreparedWords,
  accept: Uint8Array,
): void {
  if (without.length === 0) return;
  const terms = without.map((one) => ({ any: [one] }));
  for (const { doc } of text().search({ terms, accept, limit: contributions.length }).hits) accept[doc] = 0;
}

/**
 * Ranks what meets the conditions of a search by its words, or in the document's order where it has none.
 * @param within these documents alone; all where absent
 * @param verbatim what says all of it in so many words: that comes first, whatever the conditions
 */
function rank(
  index: ContributionIndex,
  search: Search,
  alike: Equivalents,
  within?: readonly number[],
  verbatim: ReadonlyMap<number, boolean> = NOTHING,
): Ranking {
  const { contributions, facets, text } = index;
  const { accept, related } = facets.evaluate(search.conditions, within);
  for (const doc of verbatim.keys()) accept[doc] = 1;
  const words = prepareWords(search, () => [text()], alike);
  const literal = literalScores(index, search, accept, alike);
  const place = placing(index, search);
  const ranked: Placed[] = [];
  const add = (doc: number, score: number, coverage: number, isRelated: boolean): void => {
    const scored = { doc, score: score + (literal.get(doc) ?? 0) };
    if (!verbatim.has(doc)) ranked.push(place({ ...scored, coverage, related: isRelated }));
    else
      ranked.push({
        ...place({ ...scored, coverage: 1, related: false }),
        group: BEFORE_ALL + (verbatim.get(doc) ? 0 : 1),
      });
  };
  if (hasNoWords(search)) {
    excludeWords(index, words, accept);
    for (let doc = 0; doc < contributions.length; doc++) if (accept[doc]) add(doc, 0, 1, related[doc] === 1);
    return { ranked: ranked.sort(inOrder), words, isCut: false, missing: () => [] };
  }
  const { terms, phrases, without } = words;
  const result = text().search({ terms, phrases, without, accept, limit: RANKED });
  const loosely = search.concepts.length > 0 ? facets.relatedOnly(search.concepts) : undefined;
  for (const { doc, score } of result.hits) {
    const coverage = coverageOf(doc, [result], words);
    if (coverage >= search.coverage || verbatim.has(doc))
      add(doc, score, coverage, related[doc] === 1 || loosely?.[doc] === 1);
  }
  return {
    ranked: ranked.sort(inOrder),
    words,
    isCut: result.hits.length === RANKED,
    missing: (doc) => missingFrom(doc, [result], words),
  };
}

/** As it is shown: each statement once, and those who spoke in turn where several were asked for. */
function arranged(
  index: ContributionIndex,
  records: Records,
  search: Search,
  { ranked, words, missing }: Ranking,
): Ordered {
  const once = eachOnce(index, ranked);
  const makers = search.conditions.filter(({ any, not }) => !not && any.some(({ field }) => field === 'by'));
  const several =
    makers.some(({ any }) => any.length > 1 && any.every(({ value }) => records.person(value))) ||
    (hasNoWords(search) && makers.some(({ any }) => any.some(({ value }) => !records.person(value))));
  if (!several) return { ranked: once, words, missing };
  const direct = once.filter((one) => !one.related);
  const related = once.slice(direct.length);
  return { ranked: [...takeTurns(index, direct), ...takeTurns(index, related)], words, missing };
}

/** Builds the indexes of contributions; linear in the size of the knowledge. */
export function createContributionSearch(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
  equivalents: Equivalents,
): ContributionSearch {
  const index = indexContributions(knowledge, records, vocabulary);
  const { contributions, sets, facets, text } = index;
  const verbatim = createVerbatim(index, records, vocabulary);
  const countDirect = (ranked: readonly Ranked[]): number =>
    eachOnce(index, ranked).filter((one) => !one.related).length;

  return {
    sets,
    facets,
    get text() {
      return text();
    },
    rank: (search) => arranged(index, records, search, rank(index, search, equivalents)),
    scores(search, docs, alike) {
      const scores = new Map<number, number>();
      const { ranked } = rank(index, { ...search, conditions: [], coverage: 0 }, alike, docs);
      for (const { doc, score } of eachOnce(index, ranked)) if (score > 0) scores.set(doc, score);
      return scores;
    },
    count(search, condition) {
      const { ranked, isCut } = rank(index, search, equivalents);
      const all = countDirect(ranked);
      const narrower = { ...search, conditions: [...search.conditions, condition] };
      if (isCut) return { all, those: countDirect(rank(index, narrower, equivalents).ranked) };
      const held = facets.holds(condition);
      return { all, those: countDirect(ranked.filter(({ doc }) => held[doc] === 2)) };
    },
    search(search) {
      const said = search.verbatim === true ? verbatim(search) : NOTHING;
      const { ranked, words, missing } = exactFirst(search, equivalents, (alike) =>
        arranged(index, records, search, rank(index, search, alike, undefined, said)),
      );
      const asked = [...search.conditions, ...search.concepts];
      return pageOf(search, {
        ranked,
        hitOf(one) {
          const record = contributions[one.doc];
          return (
            record && { ...hitOf(record, one, facets.reasons(one.doc, asked)), missing: missing(one.doc) }
          );
        },
        count: counting(facets, FACETS, FACET_COUNT),
        terms: markTerms(words, namesOf(search, vocabulary)),
        unknown: words.unknown,
      });
    },
  };
}

/** Searching what was said. */
import type { Contribution, Knowledge } from '../knowledge/model.ts';
import { type Days, daysBetween } from '../knowledge/partial-date.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { contributionFacets, wordsOfContribution } from './annotate.ts';
import type { Condition, Counts, Found, Hit, Records, Search } from './archive.ts';
import { type Equivalents, exactFirst } from './equivalents.ts';
import { createFacetIndex, type FacetIndex, type FacetSet } from './facets.ts';
import { lazy } from './lazy.ts';
import { createTextIndex, type TextIndex } from './text/text-index.ts';
import {
  conceptWords,
  coverageOf,
  hasNoWords,
  markTerms,
  type PreparedWords,
  prepareWords,
} from './text-query.ts';

/** Hits that are ranked at most; more than anybody pages through. */
const RANKED = 2_000;
/** How much of the score of the literal words is added: they decide between what is found, not what is found. */
const LITERAL = 0.5;
/** How much a preferred kind is put before others of the same score. */
const PREFERENCE = 1.6;
const FACETS = ['by', 'topic', 'country', 'kind', 'session', 'to'];
const FACET_COUNT = 40;

/** A document that fits a search. */
export interface Ranked {
  readonly doc: number;
  readonly score: number;
  readonly coverage: number;
  readonly related: boolean;
}

/** What a search ranks, before anything is cut. */
interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly words: PreparedWords;
  /** True where more matched than are ranked. */
  readonly isCut: boolean;
}

/** With what it is ordered by: direct before related, preferred kinds before others, then by score; equal ones as in the document. */
interface Placed extends Ranked {
  readonly group: number;
  readonly value: number;
  readonly last: number;
}

const inOrder = (one: Placed, other: Placed): number =>
  one.group - other.group || other.value - one.value || one.last - other.last || one.doc - other.doc;

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

/** The days of the event that a session belongs to; undefined where no date is stated. */
export function spanOf(records: Records, session: string): Days | undefined {
  for (let one = records.session(session); one; ) {
    if (one.date) return daysBetween(one.date.on, one.date.until ?? one.date.on);
    one = one.parent === undefined ? undefined : records.session(one.parent);
  }
  return undefined;
}

/** Names that a condition's values go by, for marking them in a text. */
export function namesOf(search: Search, vocabulary: Vocabulary): string[] {
  return [...search.conditions, ...search.concepts]
    .filter((one) => !one.not)
    .flatMap((one) => one.any)
    .flatMap(({ field, value }) => {
      if (field !== 'topic' && field !== 'country' && field !== 'org' && field !== 'group') return [];
      const name = vocabulary.name(field, value);
      return name ? [name] : [];
    });
}

/** Builds the indexes of contributions; linear in the size of the knowledge. */
export function createContributionSearch(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
  equivalents: Equivalents,
): ContributionSearch {
  const { contributions } = knowledge;
  const sets = contributions.map((one) => contributionFacets(one, records, vocabulary));
  const facets = createFacetIndex(
    sets,
    contributions.map((one) => spanOf(records, one.session)),
  );
  const text = lazy(() =>
    createTextIndex(
      contributions.map((one, doc) => {
        const session = records.session(one.session);
        const root = records.root(one.session);
        return {
          fields: {
            title: one.title ?? '',
            text: wordsOfContribution(one),
            context: [
              session?.title,
              root?.title,
              root?.kind,
              root?.date?.on.slice(0, 4),
              ...one.makers.map((maker) => (maker.kind === 'unnamed' ? maker.voice : undefined)),
            ].filter((part) => part !== undefined),
            tags: conceptWords(sets[doc]),
          },
        };
      }),
      { weights: { title: 1.5, text: 1, context: 0.2, tags: 1 } },
    ),
  );

  /** @param within these documents alone; all where absent */
  function rank(search: Search, alike: Equivalents, within?: readonly number[]): Ranking {
    const { accept, related } = facets.evaluate(search.conditions, within);
    const words = prepareWords(search, () => [text()], alike);
    const literal = new Map<number, number>();
    if (search.literal.length > 0) {
      const { terms } = prepareWords(
        { words: search.literal, concepts: [], phrases: [], without: [] },
        () => [text()],
        alike,
      );
      for (const { doc, score } of text().search({ terms, accept, limit: RANKED }).hits)
        literal.set(doc, score * LITERAL);
    }
    const place = placing(search);
    const bonus = (doc: number): number => literal.get(doc) ?? 0;
    if (hasNoWords(search)) {
      const excluded =
        words.without.length > 0
          ? text().search({
              terms: words.without.map((one) => ({ any: [one] })),
              accept,
              limit: contributions.length,
            })
          : undefined;
      for (const { doc } of excluded?.hits ?? []) accept[doc] = 0;
      const ranked: Placed[] = [];
      for (let doc = 0; doc < contributions.length; doc++)
        if (accept[doc]) ranked.push(place(doc, bonus(doc), 1, related[doc] === 1));
      return { ranked: ranked.sort(inOrder), words, isCut: false };
    }
    const result = text().search({
      terms: words.terms,
      phrases: words.phrases,
      without: words.without,
      accept,
      limit: RANKED,
    });
    const loosely = search.concepts.length > 0 ? facets.relatedOnly(search.concepts) : undefined;
    const ranked: Placed[] = [];
    for (const { doc, score } of result.hits) {
      const coverage = coverageOf(doc, [result], words);
      if (coverage < search.coverage) continue;
      ranked.push(place(doc, score + bonus(doc), coverage, related[doc] === 1 || loosely?.[doc] === 1));
    }
    return { ranked: ranked.sort(inOrder), words, isCut: result.hits.length === RANKED };
  }

  /** As it is shown: each statement once, and those who spoke in turn where several were asked for. */
  function arranged({ ranked, words }: Ranking, search: Search): { ranked: Ranked[]; words: PreparedWords } {
    const once = eachOnce(ranked);
    const several =
      hasNoWords(search) &&
      search.conditions.some(
        ({ any, not }) => !not && any.some(({ field, value }) => field === 'by' && !records.person(value)),
      );
    if (!several) return { ranked: once, words };
    const direct = once.filter((one) => !one.related);
    return { ranked: [...takeTurns(direct), ...takeTurns(once.slice(direct.length))], words };
  }

  /** A statement and the figures that stand in it are one line of the document: whichever ranks first is shown. */
  function eachOnce(ranked: readonly Ranked[]): Ranked[] {
    const statements = new Set<string>();
    const withFigures = new Set<string>();
    return ranked.filter(({ doc }) => {
      const contribution = contributions[doc];
      if (contribution === undefined) return false;
      if (contribution.within !== undefined) {
        if (statements.has(contribution.within)) return false;
        withFigures.add(contribution.within);
        return true;
      }
      if (withFigures.has(contribution.id)) return false;
      statements.add(contribution.id);
      return true;
    });
  }

  /** One after the other of those who spoke, so that the first page is not one person's alone. */
  function takeTurns(ranked: readonly Ranked[]): Ranked[] {
    const queues = new Map<string, Ranked[]>();
    for (const one of ranked) {
      const maker = contributions[one.doc]?.makers[0];
      const key = maker === undefined ? '' : maker.kind === 'unnamed' ? maker.voice : maker.id;
      const queue = queues.get(key);
      if (queue) queue.push(one);
      else queues.set(key, [one]);
    }
    const result: Ranked[] = [];
    for (let turn = 0; result.length < ranked.length; turn++) {
      for (const queue of queues.values()) {
        const next = queue[turn];
        if (next) result.push(next);
      }
    }
    return result;
  }

  /** Gives each document what it is ordered by, for one search. */
  function placing(
    search: Search,
  ): (doc: number, score: number, coverage: number, related: boolean) => Placed {
    const { prefer = [] } = search;
    // A condition's alternatives stand in order of preference: addressed to a group before merely naming it.
    const firsts = search.conditions
      .filter(({ any, not }) => !not && any.length > 1)
      .map(({ any }) => facets.holds({ any: any.slice(0, 1) }));
    // Asked for a country, what is said of it alone comes before what lists it with others.
    const ofCountry = search.conditions.some(({ any, not }) => !not && any[0]?.field === 'country');
    return (doc, score, coverage, related) => {
      const { kind, stance, countries } = contributions[doc] as Contribution;
      const preferred = prefer.includes(kind);
      let group = related ? 1_000 : 0;
      for (const held of firsts) if (held[doc] === 0) group++;
      const last =
        (ofCountry ? countries.length * 4 : 0) + (stance === 'implied' ? 2 : 0) + (preferred ? 0 : 1);
      const value = score * coverage * (preferred ? PREFERENCE : 1);
      return { doc, score, coverage, related, group, value, last };
    };
  }

  return {
    sets,
    facets,
    get text() {
      return text();
    },
    rank: (search) => arranged(rank(search, equivalents), search),
    scores(search, docs, alike) {
      const scores = new Map<number, number>();
      const { ranked } = rank({ ...search, conditions: [], coverage: 0 }, alike, docs);
      for (const { doc, score } of eachOnce(ranked)) if (score > 0) scores.set(doc, score);
      return scores;
    },
    count(search, condition) {
      const { ranked, isCut } = rank(search, equivalents);
      const direct = (some: readonly Ranked[]): number => eachOnce(some).filter((one) => !one.related).length;
      const narrower = { ...search, conditions: [...search.conditions, condition] };
      if (isCut) return { all: direct(ranked), those: direct(rank(narrower, equivalents).ranked) };
      const held = facets.holds(condition);
      return { all: direct(ranked), those: direct(ranked.filter(({ doc }) => held[doc] === 2)) };
    },
    search(search) {
      const { ranked, words } = exactFirst(search, equivalents, (alike) =>
        arranged(rank(search, alike), search),
      );
      const page = ranked.slice(search.offset, search.offset + search.limit);
      const direct = ranked.filter((one) => !one.related).map(({ doc }) => doc);
      // Counted when they are read: most answers show none.
      const counted = lazy(() => facets.count(direct, FACETS, FACET_COUNT));
      return {
        total: ranked.length,
        direct: direct.length,
        hits: page.flatMap(({ doc, score, coverage, related }) => {
          const record = contributions[doc];
          return record
            ? [
                {
                  record,
                  score,
                  coverage,
                  relation: related ? ('related' as const) : ('direct' as const),
                  reasons: facets.reasons(doc, [...search.conditions, ...search.concepts]),
                },
              ]
            : [];
        }),
        get facets() {
          return counted();
        },
        terms: markTerms(words, namesOf(search, vocabulary)),
        unknown: words.unknown,
      };
    },
  };
}

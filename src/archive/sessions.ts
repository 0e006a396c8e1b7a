/** Searching sessions: by what they are and by what was said in them. Root sessions are found; parts lend them their content. */
import type { Appearance, Contribution, Knowledge, Session } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { contributionsByRoot, sessionFacets } from './annotate.ts';
import type { Found, Records, Search, SessionHit } from './archive.ts';
import { type ContributionSearch, namesOf, type Ranked, spanOf } from './contributions.ts';
import { type Equivalents, exactFirst, NO_EQUIVALENTS } from './equivalents.ts';
import { createFacetIndex } from './facets.ts';
import { lazy } from './lazy.ts';
import { contentOf, identityOf } from './session-texts.ts';
import { createTextIndex, type Phrase, type TextIndex, type TextResult } from './text/text-index.ts';
import {
  conceptWords,
  coverageOf,
  hasNoWords,
  markTerms,
  type PreparedWords,
  prepareWords,
} from './text-query.ts';

const RANKED = 2_000;
/** What a session is tells more than what was said in it. */
const IDENTITY = 3;
const PROOFS = 2;
/** What a contribution gains by a condition that it meets; more than words can make up for. */
const MEETS = 10;
const FACETS = ['topic', 'country', 'sdg', 'by'];
const FACET_COUNT = 20;
/** Conditions that every contribution of a session meets alike. */
const NO_PROOF = new Set(['date', 'session', 'source']);
const NO_SCORES: ReadonlyMap<number, number> = new Map();
const PERSONAL = new Set(['by', 'org', 'group', 'country']);

/** A session that words led to. */
interface Candidate {
  readonly doc: number;
  score: number;
}

interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly words: PreparedWords;
  /** The equivalents that it was made with. */
  readonly alike: Equivalents;
}

type WeighedIndex = readonly [index: () => TextIndex, factor: number];

export interface SessionSearch {
  /** `identity`: by what a session is called alone, not by what was said in it. */
  search(search: Search, by?: 'everything' | 'identity'): Found<SessionHit>;
  /** Root sessions that have a value of a field. */
  having(field: string, value: string): string[];
  knowsWord(term: string): boolean;
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
  const roots = knowledge.sessions.filter((session) => session.parent === undefined);
  const docsOf = contributionsByRoot(knowledge, records);
  const sets = roots.map((root) =>
    sessionFacets(
      root,
      records,
      (docsOf.get(root.id) ?? []).flatMap((doc) => said.sets[doc] ?? []),
      vocabulary,
    ),
  );
  const spans = roots.map((root) => spanOf(records, root.id));
  const facets = createFacetIndex(sets, spans);
  /** The first day of each, as a string that sorts; '' where none is stated. */
  const firstDays = spans.map((span) => span?.from ?? '');
  const identities = lazy(() =>
    createTextIndex(
      roots.map((root, doc) => ({
        fields: { title: root.title, identity: identityOf(root, records), tags: conceptWords(sets[doc]) },
      })),
      { weights: { title: 2, identity: 1, tags: 0.5 }, b: 0.3 },
    ),
  );
  const contents = lazy(() =>
    createTextIndex(
      roots.map((root) => ({ fields: contentOf(root, records) })),
      { weights: { own: 1.5, said: 1, people: 0.7 }, b: 0.4 },
    ),
  );

  const IDENTITIES: readonly WeighedIndex[] = [[identities, IDENTITY]];
  const EVERYTHING: readonly WeighedIndex[] = [...IDENTITIES, [contents, 1]];

  /** The contributions of a session that best show why it was found. */
  function proofs(
    root: Session,
    wanted: readonly Uint8Array[],
    scores: ReadonlyMap<number, number>,
  ): Contribution[] {
    const telling: { readonly doc: number; readonly score: number }[] = [];
    for (const doc of docsOf.get(root.id) ?? []) {
      let score = scores.get(doc) ?? 0;
      for (const held of wanted) if (held[doc] !== 0) score += MEETS;
      if (score > 0) telling.push({ doc, score });
    }
    return telling
      .sort((one, other) => other.score - one.score || one.doc - other.doc)
      .slice(0, PROOFS)
      .flatMap(({ doc }) => knowledge.contributions[doc] ?? []);
  }

  /** The sessions that hold every phrase, each in what they are called or in what was said there. */
  function holdingPhrases(
    phrases: readonly Phrase[],
    indexes: readonly WeighedIndex[],
    accept: Uint8Array,
  ): Candidate[] {
    const found = phrases.map((phrase) => {
      const scores = new Map<number, number>();
      for (const [index, factor] of indexes) {
        const { hits } = index().search({ terms: [], phrases: [phrase], accept, limit: roots.length });
        for (const { doc, score } of hits) scores.set(doc, (scores.get(doc) ?? 0) + score * factor);
      }
      return scores;
    });
    const [first, ...others] = found;
    return [...(first ?? [])].flatMap(([doc, own]) => {
      const rest = others.map((scores) => scores.get(doc));
      if (rest.includes(undefined)) return [];
      const score = rest.reduce<number>((sum, one) => sum + (one ?? 0), own);
      return [{ doc, score }];
    });
  }

  /** All sessions that fit, direct ones first, best first, then the newest. */
  function rank(search: Search, indexes: readonly WeighedIndex[], alike: Equivalents): Ranking {
    const { accept, related } = facets.evaluate(search.conditions);
    const words = prepareWords(search, () => indexes.map(([index]) => index()), alike);
    const candidates = new Map<number, Candidate>();
    const results: TextResult[] = [];
    if (words.phrases.length > 0) {
      for (const one of holdingPhrases(words.phrases, indexes, accept)) candidates.set(one.doc, one);
      for (let doc = 0; doc < roots.length; doc++) if (!candidates.has(doc)) accept[doc] = 0;
    }
    if (hasNoWords(search)) {
      for (let doc = 0; doc < roots.length; doc++) if (accept[doc]) candidates.set(doc, { doc, score: 0 });
    } else {
      for (const [index, factor] of indexes) {
        const result = index().search({ terms: words.terms, accept, limit: RANKED });
        results.push(result);
        for (const { doc, score } of result.hits) {
          const one = candidates.get(doc);
          if (one === undefined) candidates.set(doc, { doc, score: score * factor });
          else one.score += score * factor;
        }
      }
    }
    if (words.without.length > 0) {
      for (const [index] of EVERYTHING) {
        const { hits } = index().search({
          terms: words.without.map((one) => ({ any: [one] })),
          limit: roots.length,
        });
        for (const { doc } of hits) candidates.delete(doc);
      }
    }
    if (search.literal.length > 0 && candidates.size > 0) {
      const literal = { words: search.literal, concepts: [], phrases: [], without: [] };
      const { terms } = prepareWords(literal, () => indexes.map(([index]) => index()), alike);
      for (const [index, factor] of indexes) {
        for (const { doc, score } of index().search({ terms, accept, limit: RANKED }).hits) {
          const one = candidates.get(doc);
          if (one) one.score += score * factor;
        }
      }
    }
    const ranked: Ranked[] = [];
    for (const { doc, score } of candidates.values()) {
      const coverage = coverageOf(doc, results, words);
      if (coverage >= search.coverage) ranked.push({ doc, score, coverage, related: related[doc] === 1 });
    }
    const newest = (doc: number): string => firstDays[doc] as string;
    ranked.sort(
      (one, other) =>
        Number(one.related) - Number(other.related) ||
        other.score - one.score ||
        (newest(one.doc) < newest(other.doc)
          ? 1
          : newest(one.doc) > newest(other.doc)
            ? -1
            : one.doc - other.doc),
    );
    return { ranked, words, alike };
  }

  /** What the words score in the contributions of the sessions that are shown. */
  function scoresWithin(
    search: Search,
    shown: readonly Ranked[],
    alike: Equivalents,
  ): ReadonlyMap<number, number> {
    if (shown.length === 0 || (hasNoWords(search) && search.literal.length === 0)) return NO_SCORES;
    const docs = shown.flatMap(({ doc }) => docsOf.get((roots[doc] as Session).id) ?? []);
    if (docs.length === 0) return NO_SCORES;
    return said.scores(search, docs, alike);
  }

  /** Who appeared there that a condition on people or what they belong to asks for. */
  function appearancesFor(root: Session, { conditions }: Search): Appearance[] {
    const personal = conditions.filter((one) => !one.not && one.any.some(({ field }) => PERSONAL.has(field)));
    if (personal.length === 0) return [];
    const meets = (appearance: Appearance, field: string, value: string): boolean => {
      if (field === 'country') return appearance.country === value;
      if (appearance.person === value) return true;
      const { organization } = appearance;
      return (
        organization !== undefined &&
        (records.isWithin(organization, value) ||
          records.isWithin(records.organization(organization)?.kind ?? '', value))
      );
    };
    return records
      .appearancesIn(root.id)
      .filter((appearance) =>
        personal.some(({ any }) => any.some(({ field, value }) => meets(appearance, field, value))),
      );
  }

  return {
    correctWord: (word) => identities().correct(word) ?? contents().correct(word),
    isUsed: (field, value) => facets.has(field, value),
    having: (field, value) => facets.having(field, value).flatMap((doc) => roots[doc]?.id ?? []),
    knowsWord: (term) => identities().has(term) || contents().has(term),
    search(search, by = 'everything') {
      // What an event is called is a name, which no other word stands for.
      const { ranked, words, alike } =
        by === 'identity'
          ? rank(search, IDENTITIES, NO_EQUIVALENTS)
          : exactFirst(search, equivalents, (alike) => rank(search, EVERYTHING, alike));
      const shown = ranked.slice(search.offset, search.offset + search.limit);
      const scores = scoresWithin(search, shown, alike);
      const wanted = [...search.conditions, ...search.concepts]
        .filter(({ any, not }) => !not && any.some(({ field }) => !NO_PROOF.has(field)))
        .map((one) => said.facets.holds(one));
      const direct = ranked.filter((one) => !one.related).map(({ doc }) => doc);
      // Counted when they are read: what only asks whether there is anything does not.
      const counted = lazy(() => facets.count(direct, FACETS, FACET_COUNT));
      return {
        total: ranked.length,
        direct: direct.length,
        hits: shown.flatMap(({ doc, score, coverage, related }) => {
          const record = roots[doc];
          if (!record) return [];
          return [
            {
              record,
              score,
              coverage,
              relation: related ? ('related' as const) : ('direct' as const),
              reasons: facets.reasons(doc, [...search.conditions, ...search.concepts]),
              proofs: proofs(record, wanted, scores),
              appearances: appearancesFor(record, search),
            },
          ];
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

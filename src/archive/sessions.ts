/** Searching sessions: by what they are and by what was said in them. Root sessions are found; parts lend them their content. */
import type { Knowledge, Session } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { contributionsByRoot, sessionFacets } from './annotate.ts';
import type { Found, Records, Search, SessionHit } from './archive.ts';
import { type ContributionSearch, namesOf, spanOf } from './contributions.ts';
import { type Equivalents, NO_EQUIVALENTS } from './equivalents.ts';
import { createFacetIndex } from './facets.ts';
import { lazy } from './lazy.ts';
import { createTextIndex, type Phrase, type TextIndex } from './text/text-index.ts';
import { conceptWords, coverageOf, hasNoWords, markTerms, prepareWords } from './words.ts';

const RANKED = 2_000;
/** What a session is tells more than what was said in it. */
const IDENTITY = 3;
const PROOFS = 2;
const FACETS = ['topic', 'country', 'sdg', 'by'];
/** Conditions that every contribution of a session meets alike. */
const NO_PROOF = new Set(['date', 'session', 'source']);
const PERSONAL = new Set(['by', 'org', 'group', 'country']);

/** A session that words led to. */
interface Candidate {
  readonly doc: number;
  score: number;
  /** Places of the words that it holds. */
  readonly matched: Set<number>;
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

/** Every word by which people refer to a session: its titles, series, number, kind, organizers, year, people's words for its topics. */
function identity(session: Session, records: Records): string[] {
  const names: (string | undefined)[] = [
    session.title,
    ...session.aliases,
    session.kind,
    session.series?.name,
    session.series?.number,
  ];
  for (const part of records.parts(session.id))
    names.push(part.title, ...records.parts(part.id).map((one) => one.title));
  for (const { organization } of [...session.organizers, ...session.supporters, ...session.funders]) {
    const record = records.organization(organization);
    names.push(record?.name, record?.abbreviation);
  }
  for (const { id } of session.topics) {
    const topic = records.topic(id);
    names.push(topic?.name, ...(topic?.synonyms ?? []));
  }
  for (const { source } of session.evidence) {
    const record = records.source(source);
    names.push(record?.short, record?.kind);
  }
  names.push(...session.languages.map(({ name }) => name));
  names.push(session.date?.on.slice(0, 4), session.track, session.room, session.place?.name);
  return names.filter((name) => name !== undefined);
}

/** All parts of a session, at any depth. */
function partsBelow(session: Session, records: Records): Session[] {
  return records.parts(session.id).flatMap((part) => [part, ...partsBelow(part, records)]);
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
  const facets = createFacetIndex(
    sets,
    roots.map((root) => spanOf(records, root.id)),
  );
  const identities = lazy(() =>
    createTextIndex(
      roots.map((root, doc) => ({
        fields: { title: root.title, identity: identity(root, records), tags: conceptWords(sets[doc]) },
      })),
      { weights: { title: 2, identity: 1, tags: 0.5 }, b: 0.3 },
    ),
  );
  const contents = lazy(() =>
    createTextIndex(
      roots.map((root) => ({
        fields: {
          own: [
            root.summary,
            root.abstract,
            ...partsBelow(root, records).flatMap(({ summary, abstract }) => [summary, abstract]),
            ...root.materials.map((material) => material.title),
          ].filter((one) => one !== undefined),
          said: records
            .contributionsIn(root.id)
            .flatMap((one) => [one.title ?? '', one.text, ...one.keywords]),
          people: records
            .appearancesIn(root.id)
            .map((one) =>
              [one.role ?? '', one.unit ?? '', records.organization(one.organization ?? '')?.name ?? ''].join(
                ' ',
              ),
            ),
        },
      })),
      { weights: { own: 1.5, said: 1, people: 0.7 }, b: 0.4 },
    ),
  );

  /** The contributions of a session that best show why it was found. */
  function proofs(
    root: Session,
    wanted: readonly Uint8Array[],
    scores: ReadonlyMap<number, number>,
  ): number[] {
    return (docsOf.get(root.id) ?? [])
      .map((doc) => ({
        doc,
        score: wanted.filter((held) => held[doc] !== 0).length * 10 + (scores.get(doc) ?? 0),
      }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || one.doc - other.doc)
      .slice(0, PROOFS)
      .map(({ doc }) => doc);
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
      return [{ doc, score, matched: new Set() }];
    });
  }

  return {
    correctWord: (word) => identities().correct(word) ?? contents().correct(word),
    isUsed: (field, value) => facets.has(field, value),
    having: (field, value) => facets.having(field, value).flatMap((doc) => roots[doc]?.id ?? []),
    knowsWord: (term) => identities().has(term) || contents().has(term),
    search(search, by = 'everything') {
      const { accept, related } = facets.evaluate(search.conditions);
      const indexes: readonly WeighedIndex[] =
        by === 'identity'
          ? [[identities, IDENTITY]]
          : [
              [identities, IDENTITY],
              [contents, 1],
            ];
      // What an event is called is a name, which no other word stands for.
      const alike = by === 'identity' || search.exact === true ? NO_EQUIVALENTS : equivalents;
      const words = prepareWords(search, () => indexes.map(([index]) => index()), alike);
      const candidates = new Map<number, Candidate>();
      if (words.phrases.length > 0) {
        for (const one of holdingPhrases(words.phrases, indexes, accept)) candidates.set(one.doc, one);
        for (let doc = 0; doc < roots.length; doc++) if (!candidates.has(doc)) accept[doc] = 0;
      }
      if (hasNoWords(search)) {
        for (let doc = 0; doc < roots.length; doc++)
          if (accept[doc]) candidates.set(doc, { doc, score: 0, matched: new Set() });
      } else {
        for (const [index, factor] of indexes) {
          const { hits } = index().search({ terms: words.terms, accept, limit: RANKED });
          for (const { doc, score, matched } of hits) {
            const one = candidates.get(doc) ?? { doc, score: 0, matched: new Set() };
            candidates.set(doc, one);
            one.score += score * factor;
            for (const place of matched) one.matched.add(place);
          }
        }
      }
      if (words.without.length > 0) {
        for (const index of [identities, contents]) {
          const { hits } = index().search({
            terms: words.without.map((one) => ({ any: [one] })),
            limit: roots.length,
          });
          for (const { doc } of hits) candidates.delete(doc);
        }
      }
      if (search.literal.length > 0) {
        const literal = { words: search.literal, concepts: [], phrases: [], without: [] };
        const { terms } = prepareWords(literal, () => indexes.map(([index]) => index()), alike);
        for (const [index, factor] of indexes) {
          for (const { doc, score } of index().search({ terms, accept, limit: RANKED }).hits) {
            const one = candidates.get(doc);
            if (one) one.score += score * factor;
          }
        }
      }
      const newest = (doc: number): string => spanOf(records, roots[doc]?.id ?? '')?.from ?? '';
      const ranked = [...candidates.values()]
        .map((one) => ({ ...one, coverage: coverageOf(one.matched, words), related: related[one.doc] === 1 }))
        .filter(({ coverage }) => coverage >= search.coverage)
        .sort(
          (one, other) =>
            Number(one.related) - Number(other.related) ||
            other.score - one.score ||
            (newest(one.doc) < newest(other.doc)
              ? 1
              : newest(one.doc) > newest(other.doc)
                ? -1
                : one.doc - other.doc),
        );
      const scores = new Map<number, number>();
      if (!hasNoWords(search) || search.literal.length > 0) {
        for (const { doc, score } of said.rank({ ...search, conditions: [], coverage: 0 }).ranked) {
          if (score > 0) scores.set(doc, score);
        }
      }
      const wanted = [...search.conditions, ...search.concepts]
        .filter(({ any, not }) => !not && any.some(({ field }) => !NO_PROOF.has(field)))
        .map((one) => said.facets.holds(one));
      const personal = search.conditions.filter(
        (one) => !one.not && one.any.some(({ field }) => PERSONAL.has(field)),
      );
      const direct = ranked.filter((one) => !one.related);
      return {
        total: ranked.length,
        direct: direct.length,
        hits: ranked
          .slice(search.offset, search.offset + search.limit)
          .flatMap(({ doc, score, coverage, related: weak }) => {
            const record = roots[doc];
            if (!record) return [];
            return [
              {
                record,
                score,
                coverage,
                relation: weak ? ('related' as const) : ('direct' as const),
                reasons: facets.reasons(doc, [...search.conditions, ...search.concepts]),
                proofs: proofs(record, wanted, scores).flatMap(
                  (place) => knowledge.contributions[place] ?? [],
                ),
                appearances:
                  personal.length === 0
                    ? []
                    : records
                        .appearancesIn(record.id)
                        .filter((appearance) =>
                          personal.some((condition) =>
                            condition.any.some(({ field, value }) =>
                              field === 'country'
                                ? appearance.country === value
                                : appearance.person === value ||
                                  (appearance.organization !== undefined &&
                                    (records.isWithin(appearance.organization, value) ||
                                      records.isWithin(
                                        records.organization(appearance.organization)?.kind ?? '',
                                        value,
                                      ))),
                            ),
                          ),
                        ),
              },
            ];
          }),
        facets: facets.count(
          direct.map((one) => one.doc),
          FACETS,
          20,
        ),
        terms: markTerms(words, namesOf(search, vocabulary)),
        unknown: words.unknown,
      };
    },
  };
}

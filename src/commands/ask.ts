/**
 * `ask`: a question in plain words. Looked for in what was said; facts of sessions, documents, people and counts are
 * found where the wording of the question asks for them. Nothing is made up: what covers too little of the question is
 * no answer.
 */
import type { Answer, Item } from '../answer/answer.ts';
import { listOf, words } from '../answer/words.ts';
import type { Archive, Found, Hit, MaterialHit, PersonHit, Search, SessionHit } from '../archive/archive.ts';
import type { Contribution } from '../knowledge/model.ts';
import { format } from '../query/format.ts';
import type { Query, Want } from '../query/query.ts';
import { cite } from './cite.ts';
import {
  compose,
  defineCommand,
  HELP_CHOICE,
  isConcept,
  pageOf,
  reading,
  searchOf,
  searchPage,
} from './command.ts';
import { type Context, contextOf } from './context.ts';
import { facetChoices, silentPerson, unstatedRemark } from './contributions.ts';
import { type Counts, composeCount, count } from './count.ts';
import type { Declaration } from './declaration.ts';
import { describeSubject } from './describe.ts';
import { lookNear, type Near } from './near.ts';
import { composeNothing } from './nothing.ts';
import { peopleItems } from './people.ts';
import { contributionItem, materialItem, plain, sessionItem } from './present.ts';
import { factFor, isSessionFact } from './session-facts.ts';

const declaration: Declaration = {
  name: 'ask',
  aliases: ['question', 'search', 'find'],
  bare: [],
  summary: 'Ask in plain words: who said what, how many, what is, when',
  argument: {
    name: 'question',
    summary: 'A question or words to look for in everything that was said',
    required: true,
    hint: 'QUESTION',
  },
  completes: ['topic', 'person', 'organization', 'session'],
  examples: [
    {
      argument: 'how many IT workers will Japan be short of by 2030?',
      meaning: 'a figure with its source',
    },
    { argument: 'who talked about brain circulation?', meaning: 'people and what they said' },
  ],
  details:
    'Looks through everything that was said, recommended, counted or voted for. Nothing is made up: each line stands in a document, and where the archive says nothing the answer says so.',
};

const SIZE = 5;
/** People with a quotation each take more room than a list of names. */
const QUOTED_SIZE = 5;
const PEOPLE_SIZE = 10;
/** How much of a question's weight an answer must match: the lowest share at which answers are still answers. */
const COVERAGE = 0.5;
/** How much of a session's description must be recognised before its facts are given. */
const SESSION_COVERAGE = 0.5;
/** Sessions whose score is this close to the best are meant as well. */
const SESSION_RIVAL = 0.75;
/** … as long as they match as much of the description. */
const SAME_COVERAGE = 0.99;

/** A document that holds this much of what was asked is what was asked for. */
const NEAR_SHOWN = 3;
const WHOLE = 0.99;
/** Contributions that tell a number. */
const TELLS_NUMBER = { any: [{ field: 'has', value: 'number' }], not: false };
const CERTAIN = 0.55;
const MATERIAL_FIELDS: ReadonlySet<string> = new Set(['session', 'source', 'date']);

type Findings =
  | { readonly kind: 'said'; readonly found: Found<Hit<Contribution>> }
  /** A figure was asked for and none is stated; what is near instead. */
  | { readonly kind: 'figureless'; readonly found: Found<Hit<Contribution>> }
  | { readonly kind: 'people'; readonly found: Found<PersonHit> }
  | {
      readonly kind: 'facts';
      readonly want: Want;
      readonly sessions: readonly SessionHit[];
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'materials'; readonly found: Found<MaterialHit> }
  | { readonly kind: 'sessions'; readonly found: Found<SessionHit> }
  | { readonly kind: 'count'; readonly counts: Counts }
  | { readonly kind: 'nothing'; readonly near: Near; readonly unknown: readonly string[] };

/** Kinds of contribution that a question is best answered with. */
function preferred(want: Want | undefined): readonly string[] {
  if (want === 'figure') return ['figure'];
  if (want === 'meaning') return ['practice', 'statement'];
  return [];
}

async function find(query: Query, archive: Archive): Promise<Findings> {
  const { want } = query;
  if (want === 'count') return { kind: 'count', counts: await count(query, archive) };
  if (want === 'materials' || want === 'published') {
    const found = await findMaterials(query, archive);
    if (found.total > 0) return { kind: 'materials', found };
  }
  if (isSessionFact(want)) {
    const sessions = await findSessions(query, archive);
    const unknown: string[] = [];
    for (const word of query.words) if (!(await archive.knowsWord(word))) unknown.push(word);
    if (sessions.length > 0) return { kind: 'facts', want, sessions, unknown };
  }
  if (want === 'people' || want === 'role') {
    const found = await findPeople(query, archive);
    if (found.total > 0) return { kind: 'people', found };
  }
  const said = await findSaid(query, archive);
  if (said.total > 0 && want === 'figure') {
    const search = searchOf(query, { coverage: COVERAGE, size: SIZE, soft: true, prefer: preferred(want) });
    const numbers = await searchPage(archive.searchContributions, {
      ...search,
      conditions: [...search.conditions, TELLS_NUMBER],
    });
    return numbers.total > 0 ? { kind: 'said', found: numbers } : { kind: 'figureless', found: said };
  }
  if (said.total > 0) return { kind: 'said', found: said };
  const spoken =
    want === 'people' ||
    query.filters.some(({ any }) => any.some(({ field }) => field === 'by' || field === 'from'));
  const materials = spoken ? undefined : await findMaterials(query, archive);
  if (
    materials !== undefined &&
    materials.total > 0 &&
    materials.hits.some(({ coverage }) => coverage >= CERTAIN)
  )
    return { kind: 'materials', found: materials };
  // Words about an event itself ("WSIS forum"); but what somebody did not say is not answered with where they were.
  if (want === undefined || want === 'meaning') {
    const sessions = await archive.searchSessions(searchOf(query, { coverage: 0.8, size: SIZE }), 'identity');
    if (sessions.direct > 0 && query.words.length > 0 && sessions.unknown.length === 0)
      return { kind: 'sessions', found: sessions };
  }
  const context = contextOf(archive, undefined);
  const near = await lookNear(query, archive, {
    label: (wider) => {
      const subject = describeSubject(wider, new Set(wider.words), context);
      return subject === '' ? '' : words.choice.saidOn(subject);
    },
    exists: async (wider) => (await findSaid({ ...wider, page: 1 }, archive)).total > 0,
  });
  return { kind: 'nothing', near, unknown: said.unknown };
}

/** Documents are found by the words of their titles, whatever else these words stand for. */
async function findMaterials(query: Query, archive: Archive): Promise<Found<MaterialHit>> {
  const spoken: Query = {
    ...query,
    words: [...new Set([...query.words, ...query.literal])],
    literal: [],
    filters: query.filters.filter(({ any }) => any.every(({ field }) => MATERIAL_FIELDS.has(field))),
  };
  if (spoken.words.length === 0 && query.want !== 'materials' && query.want !== 'published') {
    return { total: 0, direct: 0, hits: [], facets: [], terms: [], unknown: [] };
  }
  const found = await searchPage(
    archive.searchMaterials,
    searchOf(spoken, { coverage: COVERAGE, size: SIZE }),
  );
  const best = found.hits[0]?.coverage ?? 0;
  const hits = found.hits.filter(({ coverage }) => coverage >= best * 0.8);
  return found.total > SIZE ? found : { ...found, hits, total: hits.length, direct: hits.length };
}

/** First with all that the vocabulary recognised demanded, then with topics and groups counted like words. */
async function findSaid(query: Query, archive: Archive): Promise<Found<Hit<Contribution>>> {
  const options = { coverage: COVERAGE, size: SIZE, prefer: preferred(query.want) };
  const search = (one: Query, how: { readonly coverage: number; readonly soft?: boolean }) =>
    searchPage(archive.searchContributions, searchOf(one, { ...options, ...how }));
  if (query.want === 'meaning' && query.words.length === 0 && query.literal.length > 1) {
    // "What is the Cliff of 2025?": those who used the very words, before all who spoke of the topic behind them.
    const filters = query.filters.filter((one) => !isConcept(one));
    const literal = await search({ ...query, filters, words: query.literal }, { coverage: WHOLE });
    if (literal.total > 0) return literal;
  }
  const strict = query.words.length === 0 ? await search(query, { coverage: COVERAGE }) : undefined;
  if (strict && strict.total > 0) return strict;
  return search(query, { coverage: COVERAGE, soft: true });
}

/** How many people go on a page: fewer where each is shown with what they said. */
function peopleSize(query: Query): number {
  const profile = query.filters.every(({ any }) =>
    any.every(({ field }) => ['by', 'from', 'part', 'session', 'date'].includes(field)),
  );
  return profile && query.words.length + query.phrases.length === 0 ? PEOPLE_SIZE : QUOTED_SIZE;
}

async function findPeople(query: Query, archive: Archive): Promise<Found<PersonHit>> {
  const options = { coverage: COVERAGE, size: peopleSize(query) };
  const strict = await searchPage(archive.searchPeople, searchOf(query, options));
  if (strict.total > 0) return strict;
  const soft = await searchPage(archive.searchPeople, searchOf(query, { ...options, soft: true }));
  // "Who proposed …" may ask who brought something up: not only recommendations.
  const kinds = query.filters.filter(({ any }) => any.some(({ field }) => field === 'kind'));
  if (soft.total > 0 || kinds.length === 0) return soft;
  return findPeople({ ...query, filters: query.filters.filter((one) => !kinds.includes(one)) }, archive);
}

/** The session that a question is about: the best one, or several that fit about as well. */
async function findSessions(query: Query, archive: Archive): Promise<readonly SessionHit[]> {
  // A session that is named by its title, number or series needs no further words.
  const named = query.filters.some(({ any, not }) => !not && any.some(({ field }) => field === 'session'));
  const search: Search = searchOf(
    {
      ...query,
      page: 1,
      ...(named ? { words: [], filters: query.filters.filter((one) => !isConcept(one)) } : {}),
    },
    { coverage: SESSION_COVERAGE, size: SIZE, soft: true },
  );
  const { hits } = await archive.searchSessions(search, 'identity');
  const [best] = hits;
  if (!best || best.relation === 'related') return [];
  return hits.filter(
    ({ score, coverage, relation }) =>
      relation === 'direct' &&
      score >= best.score * SESSION_RIVAL &&
      coverage >= best.coverage * SAME_COVERAGE,
  );
}

function composeFacts(
  query: Query,
  want: Want,
  sessions: readonly SessionHit[],
  unknown: readonly string[],
  context: Context,
): Answer {
  const items: Item[] = [];
  const silent: Item[] = [];
  for (const { record } of sessions) {
    const facts = factFor(want, record, context);
    const base = { ...sessionItem(record, context), text: plain('') };
    if (facts.length > 0) {
      items.push({
        ...base,
        facts: facts.map(({ label, value, url }) => ({ label, value, ...(url ? { url } : {}) })),
        evidence: cite(
          facts.flatMap((one) => one.evidence),
          context,
        ).slice(0, 6),
      });
    } else
      silent.push({
        ...base,
        facts: [{ label: words.understood.want[want] ?? want, value: words.notStated }],
      });
  }
  const all = [...items, ...silent];
  const [only] = sessions;
  const fact = words.factIn[want] ?? want;
  const unstated = items.length === 0;
  return compose(query, context, {
    outcome: unstated ? 'unstated' : 'found',
    title: unstated
      ? words.unstated.title
      : all.length === 1
        ? (all[0]?.title.text ?? '')
        : words.found.sessions(all.length),
    lead: !unstated
      ? ''
      : all.length === 1 && only
        ? words.unstated.fact(fact, only.record.title)
        : words.unstated.someFact(fact),
    understood: reading(query, unknown, context).whole,
    items: all,
    choices: sessions.map(({ record }) => ({
      label: words.choice.open(record.title),
      line: `open ${record.id}`,
      kind: 'open' as const,
    })),
  });
}

function composeSaid(query: Query, found: Found<Hit<Contribution>>, context: Context): Answer {
  const page = pageOf(query, found.total, SIZE);
  const [kind] = query.filters.flatMap(({ any }) =>
    any.filter(({ field }) => field === 'kind').map(({ value }) => value),
  );
  const heading = kind ? words.kindCount(found.total, kind) : words.found.contributions(found.total);
  return compose(query, context, {
    outcome: 'found',
    title: heading,
    understood: reading(query, found.unknown, context).whole,
    items: found.hits.map(({ record, relation, reasons }) =>
      contributionItem(record, context, {
        terms: found.terms,
        relation,
        reasons,
        group: relation === 'related' ? words.relatedGroup : '',
      }),
    ),
    choices: [
      ...facetChoices(query, found, context, ['by', 'kind', 'topic', 'country']),
      {
        label: words.choice.recommendationsOn(listOf(subjectNames(query, context))),
        line: format({
          command: 'recommendations',
          filters: query.filters,
          words: query.words,
          literal: query.literal,
          phrases: query.phrases,
          without: query.without,
          page: 1,
        }),
        kind: 'suggest' as const,
      },
    ].filter(({ label, kind: sort }) => sort !== 'suggest' || label !== words.choice.recommendationsOn('')),
    page,
  });
}

/** Names of the topics and goals of a query, for labels. */
function subjectNames(query: Query, context: Context): string[] {
  return query.filters
    .filter(isConcept)
    .flatMap(({ any }) => context.vocabulary.name(any[0]?.field as 'topic', any[0]?.value ?? '') ?? []);
}

function composeAsk(query: Query, findings: Findings, context: Context): Answer {
  switch (findings.kind) {
    case 'said':
      return composeSaid(query, findings.found, context);
    case 'figureless':
      return compose(query, context, {
        outcome: 'unstated',
        title: words.unstated.title,
        lead: words.unstated.figure,
        understood: reading(query, findings.found.unknown, context).whole,
        items: findings.found.hits
          .slice(0, NEAR_SHOWN)
          .map(({ record }) =>
            contributionItem(record, context, { terms: findings.found.terms, relation: 'related' }),
          ),
        choices: [HELP_CHOICE],
      });
    case 'people':
      return compose(query, context, {
        outcome: 'found',
        title: words.found.people(findings.found.direct || findings.found.total),
        understood: reading(query, findings.found.unknown, context).whole,
        items: peopleItems(findings.found, context),
        choices: [HELP_CHOICE],
        page: pageOf(query, findings.found.total, peopleSize(query)),
      });
    case 'facts':
      return composeFacts(query, findings.want, findings.sessions, findings.unknown, context);
    case 'materials':
      return compose(query, context, {
        outcome: 'found',
        title: words.found.materials(findings.found.total),
        understood: reading(query, findings.found.unknown, context).whole,
        items: findings.found.hits.map(({ record, session }) =>
          materialItem(record, session, context, findings.found.terms),
        ),
        choices: findings.found.hits.flatMap(({ session }) =>
          session
            ? [{ label: words.choice.open(session.title), line: `open ${session.id}`, kind: 'open' as const }]
            : [],
        ),
        page: pageOf(query, findings.found.total, SIZE),
      });
    case 'sessions':
      return compose(query, context, {
        outcome: 'found',
        title: words.found.sessions(findings.found.direct),
        understood: reading(query, findings.found.unknown, context).whole,
        items: findings.found.hits
          .filter(({ relation }) => relation === 'direct')
          .map(({ record, reasons, proofs }) =>
            sessionItem(record, context, { reasons, proofs, terms: findings.found.terms }),
          ),
        choices: [HELP_CHOICE],
      });
    case 'count':
      return composeCount(query, findings.counts, context);
    case 'nothing': {
      const silent = silentPerson(query, context);
      if (silent) return unstatedRemark(query, silent, context, words.unstated.remark);
      const maker = query.filters.find(({ any, not }) => !not && any.length === 1 && any[0]?.field === 'by')
        ?.any[0]?.value;
      const person = maker === undefined ? undefined : context.records.person(maker);
      if (!person)
        return composeNothing(query, findings.near, findings.unknown, context, words.nothing.contributions);
      const subject: Query = {
        ...query,
        filters: query.filters.filter(({ any }) => any[0]?.value !== maker),
      };
      return composeNothing(query, findings.near, findings.unknown, context, () =>
        words.nothing.bySomeone(person.name, reading(subject, findings.unknown, context).subject),
      );
    }
  }
}

export const ask = defineCommand<Findings>({ declaration, find, compose: composeAsk });

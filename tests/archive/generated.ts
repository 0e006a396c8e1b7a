/**
 * Small random knowledge for the tests of the archive, and random conditions on it. Its texts hold no term of its
 * vocabulary, so that what a record has is only what is written on it.
 */

import type { Condition, Search } from '../../src/archive/archive.ts';
import type {
  Addressee,
  Appearance,
  Contribution,
  Knowledge,
  Linked,
  Maker,
  Session,
} from '../../src/knowledge/model.ts';
import {
  appearance,
  at,
  contribution,
  group,
  knowledgeOf,
  organization,
  person,
  SOURCE,
  session,
  source,
  topic,
} from '../support/knowledge.ts';
import { fc } from '../support/property.ts';

/** Words that are their own stems and mean nothing to the vocabulary. */
export const WORDS = ['amber', 'birch', 'cedar', 'fern', 'hazel', 'maple', 'olive', 'rowan'] as const;

const TOPICS = [
  topic('tone', { name: 'zztone' }),
  topic('ttwo', { name: 'zzttwo', broader: 'tone' }),
  topic('tthree', { name: 'zztthree', broader: 'ttwo' }),
  topic('tfour', { name: 'zztfour' }),
];
const GROUPS = [
  group('gone', { name: 'zzgone' }),
  group('gtwo', { name: 'zzgtwo', broader: 'gone' }),
  group('gthree', { name: 'zzgthree', broader: 'gtwo' }),
  group('gfour', { name: 'zzgfour' }),
];
const ORGANIZATIONS = [
  organization('oone', 'zzoone', 'gtwo', { country: 'SE' }),
  organization('otwo', 'zzotwo', 'gthree', { parent: 'oone' }),
  organization('othree', 'zzothree', 'gfour', { parent: 'otwo', country: 'JP' }),
  organization('ofour', 'zzofour', 'gone'),
];
const ACTION_LINES = [
  { id: 'c1', code: 'ZZ1', title: 'zzlone', aliases: [] },
  { id: 'c1-part', code: 'ZZ1', title: 'zzltwo', parent: 'c1', aliases: [] },
  { id: 'c2', code: 'ZZ2', title: 'zzlthree', aliases: [] },
];
const COUNTRIES = ['SE', 'JP', 'NO'].map((id) => ({ id, name: `zz${id}land`, aliases: [] }));
const GOALS = [1, 2, 3].map((id) => ({ id, short: { en: `zzgoal${id}` }, title: {}, aliases: [] }));
const SOURCES = [source(SOURCE), source('second')];
const PEOPLE = ['pa', 'pb', 'pc', 'pd'].map((id) => person(id, `Zz${id} Zz${id}son`));
const ids = (records: readonly { readonly id: string | number }[]): string[] =>
  records.map(({ id }) => `${id}`);

const oneOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const some = <Value>(values: readonly Value[], maxLength = 2): fc.Arbitrary<Value[]> =>
  fc.uniqueArray(oneOf(values), { maxLength });
const maybe = <Value>(values: readonly Value[]): fc.Arbitrary<Value | undefined> =>
  fc.option(oneOf(values), { nil: undefined });
const links = <Id extends string | number>(values: readonly Id[]): fc.Arbitrary<Linked<Id>[]> =>
  fc.uniqueArray(
    fc.record({ id: oneOf(values), link: oneOf(['named', 'related'] as const), evidence: fc.constant([]) }),
    { maxLength: 2, selector: ({ id }) => id },
  );
const addressees: fc.Arbitrary<Addressee[]> = fc.uniqueArray(
  fc.record({ id: oneOf(ids(GROUPS)), implied: fc.boolean(), evidence: fc.constant([]) }),
  { maxLength: 2, selector: ({ id }) => id },
);
const evidence = oneOf(['report', 'second']).map((id) => [at('1', id)]);
/** Leaves out what is undefined, as the loader does. */
const present = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;

const DATES = [
  undefined,
  { on: '2020', evidence: [] },
  { on: '2020-05', evidence: [] },
  { on: '2021-03-10', evidence: [] },
  { on: '2021-12-31', until: '2022-01-02', evidence: [] },
];

const text = fc.array(oneOf(WORDS), { maxLength: 5 }).map((words) => words.join(' '));

function sessionOf(id: string, parent: string | undefined): fc.Arbitrary<Session> {
  return fc
    .record({
      title: text,
      date: oneOf(DATES),
      sdgs: links(GOALS.map((goal) => goal.id)),
      actionLines: links(ids(ACTION_LINES)),
      topics: links(ids(TOPICS)),
      countries: links(ids(COUNTRIES)),
      organizers: some(ids(ORGANIZATIONS), 1).map((all) =>
        all.map((one) => ({ organization: one, evidence: [] })),
      ),
      abstract: fc.option(text, { nil: undefined }),
      track: maybe(WORDS),
      evidence,
      materials: fc.array(fc.record({ title: text, evidence: fc.constant([at('2')]) }), { maxLength: 2 }),
    })
    .map((parts) => session(id, present({ ...parts, parent }) as Partial<Session>));
}

/** Three events, the first with a part and a part of that part. */
const SESSIONS = [
  ['sone', undefined],
  ['sone-part', 'sone'],
  ['sone-part-part', 'sone-part'],
  ['stwo', undefined],
  ['sthree', undefined],
] as const;

const appearances: fc.Arbitrary<Appearance[]> = fc.array(
  fc
    .record({
      who: oneOf(ids(PEOPLE)),
      where: oneOf(SESSIONS.map(([id]) => id)),
      part: oneOf(['moderator', 'panellist', 'keynote'] as const),
      organization: maybe(ids(ORGANIZATIONS)),
      country: maybe(ids(COUNTRIES)),
      role: maybe(['amber', 'birch']),
      evidence,
    })
    .map(({ who, where, part, ...rest }) =>
      appearance(who, where, part, present(rest) as Partial<Appearance>),
    ),
  { maxLength: 8 },
);

const maker: fc.Arbitrary<Maker> = fc.oneof(
  { weight: 3, arbitrary: oneOf(ids(PEOPLE)).map((id): Maker => ({ kind: 'person', id })) },
  oneOf(ids(ORGANIZATIONS)).map((id): Maker => ({ kind: 'organization', id })),
  fc.constant<Maker>({ kind: 'unnamed', voice: 'somebody' }),
);

const contributions: fc.Arbitrary<Contribution[]> = fc
  .array(
    fc
      .record({
        kind: oneOf(['statement', 'recommendation', 'practice', 'poll'] as const),
        where: oneOf(SESSIONS.map(([id]) => id)),
        text,
        title: fc.option(text, { nil: undefined }),
        makers: fc.uniqueArray(maker, { maxLength: 2, selector: (one) => JSON.stringify(one) }),
        to: addressees,
        topics: some(ids(TOPICS)),
        sdgs: links(GOALS.map((goal) => goal.id)),
        countries: some(ids(COUNTRIES)),
        about: some(ids(ORGANIZATIONS), 1),
        stance: maybe(['explicit', 'implied'] as const),
        evidence,
        /** A figure that stands in it, in other words. */
        figure: fc.option(text, { nil: undefined }),
      })
      .map(({ kind, where, text: said, figure, ...rest }) => ({ kind, where, said, figure, rest })),
    { minLength: 3, maxLength: 16 },
  )
  .map((all) =>
    all.flatMap(({ kind, where, said, figure, rest }, n) => {
      const made = contribution(kind, `c-${n}`, where, said, present(rest) as Partial<Contribution>);
      if (figure === undefined) return [made];
      const { title: _title, stance: _stance, ...shared } = made;
      return [made, { ...shared, id: `c-${n}-f`, kind: 'figure' as const, text: figure, within: made.id }];
    }),
  );

export const knowledge: fc.Arbitrary<Knowledge> = fc
  .record({
    sessions: fc.tuple(...SESSIONS.map(([id, parent]) => sessionOf(id, parent))),
    appearances,
    contributions,
  })
  .map((parts) =>
    knowledgeOf({
      ...parts,
      sources: SOURCES,
      people: PEOPLE,
      organizations: ORGANIZATIONS,
      topics: TOPICS,
      groups: GROUPS,
      goals: GOALS,
      actionLines: ACTION_LINES,
      countries: COUNTRIES,
    }),
  );

export const DATE_VALUES = [
  '2020',
  '2020-05',
  '2021-03-10',
  '2022',
  '..2020',
  '2021-03-11..',
  '2020-06..2021',
  '2019',
];

const TERMS: Readonly<Record<string, readonly string[]>> = {
  topic: [...ids(TOPICS), 'nowhere'],
  sdg: ids(GOALS),
  line: ids(ACTION_LINES),
  country: ids(COUNTRIES),
  from: ids(COUNTRIES),
  to: ids(GROUPS),
  group: ids(GROUPS),
  by: [...ids(PEOPLE), ...ids(ORGANIZATIONS), ...ids(GROUPS)],
  org: ids(ORGANIZATIONS),
  part: ['moderator', 'panellist', 'keynote'],
  kind: ['statement', 'recommendation', 'practice', 'figure', 'poll'],
  session: SESSIONS.map(([id]) => id),
  source: ids(SOURCES),
  date: DATE_VALUES,
};

/** Fields of which a record can have a value as related only; drawn more often than the others. */
const LINKED = ['sdg', 'to', 'line', 'topic'];

/** Conditions on some fields; alternatives may be of different fields, as a term with two meanings is. */
export function conditionsOn(fields: readonly string[] = Object.keys(TERMS)): fc.Arbitrary<Condition[]> {
  const drawn = [
    ...fields,
    ...fields.filter((field) => LINKED.includes(field)).flatMap((one) => [one, one, one]),
  ];
  const term = oneOf(drawn).chain((field) =>
    fc.record({ field: fc.constant(field), value: oneOf(TERMS[field] ?? []) }),
  );
  const condition = fc.record({
    any: fc.array(term, { minLength: 1, maxLength: 2 }),
    not: fc.nat({ max: 3 }).map((one) => one === 3),
  });
  return fc.array(condition, { maxLength: 2 });
}

export const words = some([...WORDS, 'unheard'], 3);

/** A search for everything, of which a test says what it narrows. */
export function searchFor(over: Partial<Search>): Search {
  return {
    conditions: [],
    concepts: [],
    words: [],
    literal: [],
    phrases: [],
    without: [],
    coverage: 0,
    offset: 0,
    limit: 1000,
    ...over,
  };
}

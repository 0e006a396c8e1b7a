/** The canonical line and back: every query has exactly one line, and that line reads as the query. */
import { expect, test } from '@jest/globals';
import { LINE_LIMIT } from '../../src/answer/line.ts';
import { commandNames } from '../../src/commands/commands.ts';
import { format, shorten } from '../../src/reading/format.ts';
import { type ParseContext, parse } from '../../src/reading/parse.ts';
import { EMPTY_QUERY, type Field, type Filter, type Query, WANTS } from '../../src/reading/query.ts';
import { openShippedArchive } from '../support/host.ts';
import { fc } from '../support/property.ts';

const archive = await openShippedArchive();
const context: ParseContext = {
  vocabulary: archive.vocabulary,
  commands: commandNames(),
  now: new Date('2026-11-22T00:00:00Z'),
  hasPrevious: false,
};
const knowledge = await archive.everything();
const ids = {
  by: [...knowledge.people, ...knowledge.organizations, ...knowledge.groups].map(({ id }) => id),
  to: knowledge.groups.map(({ id }) => id),
  group: knowledge.groups.map(({ id }) => id),
  topic: knowledge.topics.map(({ id }) => id),
  sdg: knowledge.goals.map(({ id }) => String(id)),
  line: knowledge.actionLines.map(({ id }) => id),
  country: knowledge.countries.map(({ id }) => id),
  org: knowledge.organizations.map(({ id }) => id),
  kind: ['statement', 'recommendation', 'practice', 'figure', 'poll'],
  session: knowledge.sessions.filter(({ parent }) => parent === undefined).map(({ id }) => id),
  date: ['2022', '2022-05', '2022-05-10', '..2020', '2022-04-02..', '2019..2021-06', '--05', 'none'],
  organizer: [...knowledge.organizations, ...knowledge.groups, ...knowledge.countries].map(({ id }) => id),
  supporter: knowledge.organizations.map(({ id }) => id),
  funder: knowledge.countries.map(({ id }) => id),
  moderator: [...knowledge.people, ...knowledge.organizations].map(({ id }) => id),
  name: ['popova', 'angela+merkel'],
} as const satisfies Partial<Record<Field, readonly string[]>>;
type Known = keyof typeof ids;

const term = fc
  .constantFrom(...(Object.keys(ids) as Known[]))
  .chain((field) => fc.record({ field: fc.constant(field), value: fc.constantFrom(...ids[field]) }));
const filter: fc.Arbitrary<Filter> = fc.record({
  any: fc.uniqueArray(term, { minLength: 1, maxLength: 3, selector: (one) => `${one.field}:${one.value}` }),
  not: fc.boolean(),
});
const word = fc.stringMatching(/^[a-z0-9éа-я]{1,12}$/u).filter((one) => /^[\p{L}\p{N}]+$/u.test(one));
const words = fc.uniqueArray(
  word.filter((one) => one.normalize('NFKC') === one),
  { maxLength: 5 },
);
const ascii = fc.stringMatching(/^[b-z][a-z]{1,9}$/);
const query: fc.Arbitrary<Query> = fc
  .record({
    command: fc.constantFrom('sessions', 'recommendations', 'ask', 'speaker'),
    filters: fc.uniqueArray(filter, { maxLength: 4, selector: (one) => JSON.stringify(one) }),
    words,
    literal: words,
    phrases: fc.uniqueArray(
      fc.array(ascii, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
      { maxLength: 2 },
    ),
    without: fc.uniqueArray(ascii, { maxLength: 2 }),
    want: fc.option(fc.constantFrom(...WANTS), { nil: undefined }),
    page: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ want, ...rest }) => (want === undefined ? rest : { ...rest, want })) as fc.Arbitrary<Query>;

test('reading a canonical line gives the query that it was written from', () => {
  fc.assert(
    fc.property(query, (one) => {
      // A line beyond the request cap is never written: `shorten` sees to that.
      fc.pre(format(one).length <= 500);
      expect(parse(format(one), context).query).toEqual(one);
    }),
    { numRuns: 1000 },
  );
});

test.each(['sdg-8', 'bf-44-2', 'ilo', 'unido', 'wsis-forum-2022-session-181', 'brain-circulation'])(
  'the line that opens %s reads as opening it',
  (target) => {
    const one: Query = { ...EMPTY_QUERY, command: 'open', target };
    expect(parse(format(one), context).query).toEqual(one);
  },
);

test('a fitted query has a line within the limit on every page, and short ones are left alone', () => {
  const long = fc.uniqueArray(fc.stringMatching(/^[a-z]{2,30}$/), { maxLength: 60 });
  fc.assert(
    fc.property(query, long, (one, many) => {
      const fitted = shorten({ ...one, words: many });
      expect(format({ ...fitted, page: 999999 }).length).toBeLessThanOrEqual(LINE_LIMIT);
      if (format({ ...one, page: 999999 }).length <= LINE_LIMIT) expect(shorten(one)).toEqual(one);
    }),
  );
});

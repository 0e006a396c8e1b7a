/** Canonical lines, written and read by their parts. */
import { describe, expect, test } from '@jest/globals';
import {
  asTyped,
  firstPage,
  isList,
  isSubject,
  type LineParts,
  lineOf,
  narrowed,
  openedBy,
  readLine,
  writeLine,
} from '../../src/answer/line.ts';
import { fc } from '../support/property.ts';

const word = fc.stringMatching(/^[a-z0-9éж][a-z0-9éж.+#]{0,8}$/u);
const words = fc.array(word, { maxLength: 3 });
const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/);
const term = fc.record({
  field: fc.constantFrom('topic', 'sdg', 'by', 'country', 'kind'),
  value: fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,8}$/),
});
const filters = fc.array(
  fc.record({ any: fc.array(term, { minLength: 1, maxLength: 3 }), not: fc.boolean() }),
  { maxLength: 3 },
);
const listed: fc.Arbitrary<LineParts> = fc
  .record(
    {
      command: fc.constantFrom('sessions', 'speaker', 'recommendations', 'ask'),
      filters,
      words,
      literal: words,
      phrases: fc.array(
        fc
          .array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 3 })
          .map((all) => all.join(' ')),
        { maxLength: 2 },
      ),
      without: fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { maxLength: 2 }),
      want: fc.constantFrom('people', 'figure'),
      page: fc.integer({ min: 1, max: 999_999 }),
    },
    { requiredKeys: ['command', 'filters', 'words', 'literal', 'phrases', 'without', 'page'] },
  )
  .map((parts) => parts as LineParts);
const opened: fc.Arbitrary<LineParts> = fc.record({
  command: fc.constantFrom('open', 'help'),
  target: id,
  filters: fc.constant([]),
  words: fc.constant([]),
  literal: fc.constant([]),
  phrases: fc.constant([]),
  without: fc.constant([]),
  page: fc.integer({ min: 1, max: 99 }),
});

test('reading what was written gives its parts', () => {
  fc.assert(
    fc.property(fc.oneof(listed, opened), (parts) => {
      expect(readLine(writeLine(parts))).toEqual(parts);
    }),
    { numRuns: 500 },
  );
});

test('what is read is written as it stood, or not read at all', () => {
  const pieces = fc.constantFrom(
    'sessions',
    'open',
    'id:',
    'x',
    ' ',
    'sdg:8',
    '|',
    '-',
    '"',
    'page:0',
    'page:2',
    ',',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
      (text) => {
        const read = readLine(text);
        if (read !== undefined) expect(writeLine(read)).toBe(text);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each(['', ' ', 'sessions  sdg:8', 'sessions japan', 'which sessions are there?', 'open', 'ask "half'])(
  '%j is no line of one thing',
  (text) => {
    expect(openedBy(text)).toBeUndefined();
  },
);

describe('lines by name', () => {
  test.each([
    [lineOf.help(), 'help'],
    [lineOf.help('speaker'), 'help speaker'],
    [lineOf.open('bf-44-2'), 'open bf-44-2'],
    [lineOf.open('ilo'), 'open id:ilo'],
    [lineOf.speaker('natalia-popova'), 'speaker by:natalia-popova'],
    [lineOf.sessions(), 'sessions'],
    [lineOf.sessions({ topic: 'ageing', sdg: 8 }), 'sessions topic:ageing sdg:8'],
    [lineOf.recommendations({ to: 'unions' }), 'recommendations to:unions'],
    [lineOf.ask({ country: 'JP' }, 'people'), 'ask country:JP want:people'],
    [lineOf.sessionsOfAny(['organizer', 'funder'], 'ilo'), 'sessions organizer:ilo|funder:ilo'],
    [lineOf.typed('/speaker', ''), '/speaker'],
    [narrowed('ask by:ilo want:people page:3', { kind: 'poll' }), 'ask by:ilo kind:poll want:people'],
    [narrowed('ask who spoke?', { kind: 'poll' }), 'ask who spoke? kind:poll'],
    [firstPage('recommendations topic:ageing page:12'), 'recommendations topic:ageing'],
    [firstPage('about page:2'), 'about'],
    [asTyped('ask who spoke?'), 'who spoke?'],
    [asTyped('sessions sdg8'), 'sessions sdg8'],
  ])('%s', (line, expected) => expect(line).toBe(expected));

  test('tell what they open, on whichever page', () => {
    for (const page of ['', ' page:2']) {
      expect(openedBy(`open id:ilo${page}`)).toBe('ilo');
      expect(openedBy(`open bf-44-2${page}`)).toBe('bf-44-2');
      expect(openedBy(`speaker by:ilo${page}`)).toBe('ilo');
    }
    for (const line of [
      'sessions by:ilo',
      'speaker by:ilo kind:poll',
      'speaker name:ilo',
      'help ask',
      'speaker by:a|by:b',
    ])
      expect([line, openedBy(line)]).toEqual([line, undefined]);
  });

  test('are of one thing or of many, and a subject or none', () => {
    expect(['sessions', 'ask who?', 'open x-1', 'help', '', 'nonsense'].filter(isList)).toEqual([
      'sessions',
      'ask who?',
    ]);
    expect(['sessions', 'open x-1', 'help', 'help ask', ''].filter(isSubject)).toEqual([
      'sessions',
      'open x-1',
    ]);
  });
});

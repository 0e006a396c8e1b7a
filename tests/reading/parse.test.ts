import { describe, expect, test } from '@jest/globals';
import { commandNames } from '../../src/commands/commands.ts';
import { REQUEST_LIMIT } from '../../src/reading/clean.ts';
import { format } from '../../src/reading/format.ts';
import { type ParseContext, parse } from '../../src/reading/parse.ts';
import { openShippedArchive } from '../support/host.ts';
import { anyCharacters, fc } from '../support/property.ts';

const archive = await openShippedArchive();
const context: ParseContext = {
  vocabulary: archive.vocabulary,
  commands: commandNames(),
  now: new Date('2026-11-22T00:00:00Z'),
  hasPrevious: false,
};
const line = (text: string) => format(parse(text, context).query);
const follow = (text: string) => parse(text, { ...context, hasPrevious: true });
/** As `follow`, where the answer before showed something. */
const pointing = (text: string) => parse(text, { ...context, hasPrevious: true, hasShown: true });

describe('filters in any spelling and order', () => {
  test.each([
    ['/sessions sdg8', 'sessions sdg:8'],
    ['sessions SDG 8', 'sessions sdg:8'],
    ['/sessions goal 8', 'sessions sdg:8'],
    ['/sessions ODD 8', 'sessions sdg:8'],
    ['/sessions ODS8', 'sessions sdg:8'],
    ['/sessions sdg:8', 'sessions sdg:8'],
    ['/sessions ЦУР 8', 'sessions sdg:8'],
    ['/sessions c7', 'sessions line:c7'],
    ['/sessions e-learning', 'sessions line:c7-e-learning'],
    ['/sessions C7: E-Learning', 'sessions line:c7-e-learning'],
    ['/sessions japan', 'sessions country:JP'],
    ['/sessions Japanese', 'sessions country:JP'],
    ['/sessions ilo', 'sessions org:ilo'],
    ['/sessions International Labour Organization', 'sessions org:ilo'],
    ['/sessions may 2022', 'sessions date:2022-05'],
    ['/sessions before 2021', 'sessions date:..2020'],
    ['/sessions 2022 japan', 'sessions date:2022 country:JP'],
    ['/sessions "brain drain"', 'sessions "brain drain"'],
    ['/sessions calgary -poll', 'sessions text:calgary -poll'],
    ['/sessions not japan', 'sessions -country:JP'],
    ['/recommendations kind:figures', 'recommendations kind:figure'],
    ['/recommendations by:popova', 'recommendations by:popova'],
    ['/recommendations topic:migration', 'recommendations topic:labour-migration'],
    ['/recommendations country:japan', 'recommendations country:JP'],
    ['sessions help', 'help sessions'],
    ['/help speaker', 'help speaker'],
    ['@Rapporteur sessions sdg8', 'sessions sdg:8'],
    ['show me the sessions about sdg 5', 'sessions sdg:5'],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

test.each([
  ['hi what did ada say', 'what did ada say'],
  ['hey sessions sdg8', 'sessions sdg8'],
  ['Hello, thanks, sessions', 'sessions'],
])('a greeting before a line changes nothing: %s', (greeted, line) => {
  expect(parse(greeted, context).query).toEqual(parse(line, context).query);
});

test('a slip in a command behind its slash is forgiven, another word is not', () => {
  expect(parse('/recomendations skills', context).query).toEqual(
    parse('/recommendations skills', context).query,
  );
  expect(parse('/frobnicate skills', context).problem).toBe('unknown-command');
});

test('thousands may be set apart by spaces', () => {
  expect(parse('ask 450 000 workers', context).query.words).toEqual(
    parse('ask 450,000 workers', context).query.words,
  );
  expect(parse('sessions 30 September 2020 181', context).query).toEqual(
    parse('sessions on Wednesday 30 September 2020 181', context).query,
  );
});

test.each(['thanks', 'Thanks!', 'thank you very much', 'Many thanks.'])(
  'thanks alone ask nothing: %s',
  (line) => {
    expect(parse(line, context).courtesy).toBe('thanks');
  },
);

test.each(['hi', 'hello there', 'Hey Rapporteur'])('a greeting alone asks nothing: %s', (line) => {
  expect(parse(line, context).courtesy).toBe('greeting');
});

test('every official name of a goal, in six languages, means the goal', async () => {
  const { goals } = await archive.everything();
  for (const goal of goals) {
    for (const name of Object.values(goal.short)) {
      const found = parse(`sessions ${name.replaceAll('"', '')}`, context).query.filters.flatMap(
        ({ any }) => any,
      );
      expect({ name, found }).toEqual({
        name,
        found: expect.arrayContaining([{ field: 'sdg', value: String(goal.id) }]),
      });
    }
  }
});

describe('lines that continue a thread', () => {
  test.each([
    ['more', 'page'],
    ['next page', 'page'],
    ['page:3', 'page'],
    ['page 4', 'page'],
    ['only 2022', 'narrow'],
    ['and Harukawa?', 'replace'],
    ['what about gender?', 'replace'],
    ['kind:figure', 'narrow'],
    ['only recommendations', 'narrow'],
    ['in 2020', 'narrow'],
    ['on ageing', 'narrow'],
    ['who organized it?', 'refer'],
    ['where was it?', 'refer'],
    ['what did she say about gender?', 'refer'],
    ['who spoke there?', 'refer'],
  ])('%s', (text, how) => {
    expect(follow(text).continues).toBe(how);
  });

  test('of what was shown are told apart from those that go on', () => {
    expect(pointing('where was it said?').followUp).toEqual({ asks: 'event', at: 1 });
    expect(pointing('where was it?').followUp).toEqual({ asks: 'place', at: 1 });
    expect(pointing('open 2').followUp).toEqual({ asks: 'open', at: 2, number: 2 });
    expect(pointing('more').followUp).toBeUndefined();
    expect(follow('where was it said?').followUp).toBeUndefined();
  });

  test('without a line before, they stand on their own', () => {
    expect(parse('where was it said?', context).followUp).toBeUndefined();
    expect(parse('only 2022', context).continues).toBeUndefined();
  });

  test('a whole question is no continuation', () => {
    expect(follow('and what did Harukawa say?').continues).toBeUndefined();
    expect(follow('/sessions sdg8').continues).toBeUndefined();
    expect(follow('what did they say at the 2020 webinar?').continues).toBeUndefined();
    expect(follow('is there anything on gender?').continues).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  test('a request over the cap is refused, one at the cap is read', () => {
    expect(parse('x'.repeat(REQUEST_LIMIT + 1), context).problem).toBe('too-long');
    expect(parse('x'.repeat(REQUEST_LIMIT), context).problem).toBeUndefined();
    expect(parse('😀'.repeat(REQUEST_LIMIT), context).problem).toBeUndefined();
    expect(parse('x'.repeat(100_000), context).problem).toBe('too-long');
  });

  test('an unknown slash command is told apart from a word', () => {
    expect(parse('/frobnicate it', context)).toMatchObject({
      problem: 'unknown-command',
      attempted: 'frobnicate',
    });
    expect(parse('frobnicate it', context).problem).toBeUndefined();
  });

  test('any text gives a query whose line can be read again', () => {
    const odd = fc.oneof(
      anyCharacters(600),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.stringMatching(/^[/@<>"':|&;\\\-\s\w]{0,200}$/),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const { query, problem } = parse(text, context);
        if (problem !== undefined) return;
        const written = format(query);
        expect(written).not.toMatch(/[<>@\u0000-\u001f\u202a-\u202e\u200b]/);
        if (written.length <= REQUEST_LIMIT && query.command !== 'help')
          expect(parse(written, context).query).toEqual(query);
      }),
      { numRuns: 1500, examples: [['-n:'], ['"w" -u']] },
    );
  });
});

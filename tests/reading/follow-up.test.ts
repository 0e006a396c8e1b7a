/** Lines about what the answer before showed, and what a thread remembers of it. */
import { describe, expect, test } from '@jest/globals';
import {
  eventOf,
  followUp,
  formatContinuation,
  makersOf,
  readContinuationToken,
  readFollowUp,
} from '../../src/reading/follow-up.ts';
import { EMPTY_QUERY, filter, type Query } from '../../src/reading/query.ts';
import { orchardArchive } from '../support/orchard.ts';
import { fc } from '../support/property.ts';

const { records } = orchardArchive;

describe('the place of an item', () => {
  test.each([
    ['2', 2],
    ['open 2', 2],
    ['open the third one', 3],
    ['the second one', 2],
    ['number 4 please', 4],
    ['show me the 1st', 1],
    ['and the fifth', 5],
    ['the last one', -1],
  ])('%s', (folded, at) => {
    expect(readFollowUp(folded)).toMatchObject({ asks: 'open', at });
  });

  test.each([
    'frost',
    'more',
    'open',
    '2022',
    'the second webinar',
    '2 hives',
    'open the panel on frost',
    'one tree in three is older than thirty',
    '0',
    '',
  ])('%p names no place', (folded) => {
    expect(readFollowUp(folded)).toBeUndefined();
  });
});

describe('what is asked of it', () => {
  test.each([
    ['who said that', 'maker'],
    ['and who said so', 'maker'],
    ['who was it', 'maker'],
    ['where is it from', 'source'],
    ['which document is that from', 'source'],
    ['when was it', 'date'],
    ['where was that said', 'event'],
    ['at which event', 'event'],
    ['what else did she say', 'else'],
    ['anything else', 'else'],
  ])('%s', (folded, asks) => {
    expect(readFollowUp(folded)).toEqual({ asks, at: 1 });
  });

  test.each([
    'who said that bees die',
    'when was the summit',
    'where is the hearing',
    'what else did Onur say',
  ])('%s stands on its own', (folded) => {
    expect(readFollowUp(folded)).toBeUndefined();
  });
});

describe('the query that it asks', () => {
  const before: Query = { ...EMPTY_QUERY, words: ['bees'] };
  const shown = ['spray', 'schools-lend', 'cider-voice', 'museum', 'nell-carrow'];
  const asking = (folded: string, from = before, ids: readonly string[] = shown): Query | undefined => {
    const read = readFollowUp(folded);
    if (read === undefined) throw new Error(`${folded} is no follow-up`);
    return followUp(read, from, { line: 'ask text:bees', ids }, records);
  };

  test('opens the item in its place, counted from either end', () => {
    expect(asking('2')).toMatchObject({ command: 'open', target: 'schools-lend' });
    expect(asking('the last one')).toMatchObject({ command: 'open', target: 'nell-carrow' });
  });

  test('a figure means the number on the screen, an ordinal the place', () => {
    const read = (folded: string, first: number) => {
      const asked = readFollowUp(folded);
      return asked && followUp(asked, before, { line: 'ask text:bees', ids: shown, first }, records)?.target;
    };
    // The second page of five.
    expect([read('7', 6), read('open 10', 6), read('the second one', 6), read('the last one', 6)]).toEqual([
      'schools-lend',
      'nell-carrow',
      'schools-lend',
      'nell-carrow',
    ]);
    // A number that no item has is a place on the page.
    expect(read('2', 6)).toBe('schools-lend');
    // Somebody stands before the list.
    expect([read('1', 0), read('the first one', 0)]).toEqual(['schools-lend', 'schools-lend']);
  });

  test('is none where so many were not shown', () => {
    expect(asking('9')).toBeUndefined();
    expect(asking('2', before, [])).toBeUndefined();
    expect(asking('who said that', before, [])).toBeUndefined();
    expect(asking('when was it', before, [])).toBeUndefined();
  });

  test('who said it, and where it stands, is told by the item itself', () => {
    for (const folded of ['who said that', 'where is it from'])
      expect(asking(folded)).toMatchObject({ command: 'open', target: 'spray' });
  });

  test('when it was is the date of its event, the whole of it', () => {
    expect(asking('when was it', before, ['frost-late'])).toMatchObject({
      command: 'ask',
      want: 'date',
      filters: [filter('session', 'summit')],
    });
    expect(asking('at which event', before, ['frost-late'])).toMatchObject({
      command: 'open',
      target: 'summit',
    });
  });

  test('what else is by the same makers', () => {
    expect(asking('what else did he say')).toMatchObject({
      command: 'ask',
      want: 'remarks',
      filters: [filter('by', 'joao-brandt')],
    });
    expect(asking('what else', before, ['irma-talvik'])).toMatchObject({
      filters: [filter('by', 'irma-talvik')],
    });
  });

  test('what else of somebody without a name is nobody’s, unless the line before named one', () => {
    expect(asking('what else', before, ['cider-voice'])).toBeUndefined();
    expect(
      asking('what else', { ...before, filters: [filter('by', 'sefa-onur')] }, ['cider-voice']),
    ).toMatchObject({ filters: [filter('by', 'sefa-onur')] });
  });
});

describe('of something shown', () => {
  test('the event is that of a part, of a remark, of an event, and of a person who was at one alone', () => {
    expect(eventOf('summit-frost', records)).toBe('summit');
    expect(eventOf('frost-late', records)).toBe('summit');
    expect(eventOf('hearing', records)).toBe('hearing');
    expect(eventOf('joao-brandt', records)).toBe('hearing');
    // At two events: neither is meant for certain.
    expect(eventOf('sefa-onur', records)).toBeUndefined();
    expect(eventOf('orchard-council', records)).toBeUndefined();
  });

  test('the makers are those of a remark, the person, or those the line before asked for', () => {
    expect(makersOf('spray', EMPTY_QUERY, records)).toEqual(['joao-brandt']);
    expect(makersOf('hana-mori', EMPTY_QUERY, records)).toEqual(['hana-mori']);
    expect(makersOf('cider-voice', EMPTY_QUERY, records)).toEqual([]);
    const excluding: Query = { ...EMPTY_QUERY, filters: [{ ...filter('by', 'sefa-onur'), not: true }] };
    expect(makersOf('cider-voice', excluding, records)).toEqual([]);
  });
});

describe('what a thread remembers', () => {
  test('is the line and the ids, and the line alone where nothing was shown', () => {
    expect(formatContinuation({ line: 'ask text:bees', ids: ['spray', 'ban'] })).toBe(
      'ask text:bees #spray,ban',
    );
    expect(formatContinuation({ line: 'ask text:bees', ids: [] })).toBe('ask text:bees');
    expect(readContinuationToken('ask text:bees')).toEqual({ line: 'ask text:bees', ids: [] });
  });

  test('tells numbers, what "it" is, and what came before where these are not the first', () => {
    const shown = {
      line: 'ask',
      ids: ['a', '', 'b'],
      first: 6,
      about: 2,
      before: ['sessions', 'ask "x #4"'],
    };
    expect(readContinuationToken(formatContinuation(shown))).toEqual(shown);
  });

  test('keeps a few lines that came before, and no endless ones', () => {
    const before = Array.from({ length: 50 }, (_, n) => `ask text:${'w'.repeat(n * 20)}`);
    const kept = formatContinuation({ line: 'ask', ids: [], before });
    expect(readContinuationToken(kept).before?.length).toBeLessThanOrEqual(5);
    expect(formatContinuation({ line: 'ask', ids: [], before: before.toReversed() }).length).toBeLessThan(
      2500,
    );
  });

  test('is read as it was written, a "#" within the line too', () => {
    const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const line = fc.oneof(
      fc.stringMatching(/^ask [a-z:#," -]{0,60}[a-z]$/),
      fc.constantFrom('ask "item #4"', 'ask text:c# #x', ''),
    );
    fc.assert(
      fc.property(line, fc.array(id, { minLength: 1, maxLength: 12 }), (written, ids) => {
        expect(readContinuationToken(formatContinuation({ line: written, ids }))).toEqual({
          line: written,
          ids,
        });
      }),
    );
  });

  test('is bounded, however much was shown', () => {
    const ids = Array.from({ length: 10_000 }, (_, n) => `entry-${n}`);
    const kept = readContinuationToken(formatContinuation({ line: 'ask', ids })).ids;
    expect(kept).toEqual(ids.slice(0, kept.length));
    expect(kept.length).toBeLessThanOrEqual(100);
  });
});

import { describe, expect, test } from '@jest/globals';
import { dayRange } from '../../src/knowledge/partial-date.ts';
import { dateAt } from '../../src/reading/dates.ts';
import { tokenize } from '../../src/text/analyse.ts';
import { fc } from '../support/property.ts';

const now = new Date('2026-03-15T12:00:00Z');
const read = (text: string) =>
  dateAt(
    tokenize(text).map(({ word }) => word),
    0,
    now,
  )?.value;

describe('date expressions', () => {
  test.each([
    ['2022', '2022'],
    ['in 2022', '2022'],
    ['30/09/2020', '2020-09-30'],
    ['on 9.30.2020', '2020-09-30'],
    ['on a Tuesday', '-W-2'],
    ['Sundays', '-W-7'],
    ['Tuesday 10 May 2022', undefined],
    ['may 2022', '2022-05'],
    ['May 2022', '2022-05'],
    ['in sept 2020', '2020-09'],
    ['10 May 2022', '2022-05-10'],
    ['1st of April 2022', '2022-04-01'],
    ['May 10, 2022', '2022-05-10'],
    ['2022-05-10', '2022-05-10'],
    ['2022-05', '2022-05'],
    ['before 2021', '..2020'],
    ['before May 2022', '..2022-04'],
    ['before 1 January 2022', '..2021-12-31'],
    ['after 1 April 2022', '2022-04-02..'],
    ['after 2021', '2022..'],
    ['after December 2021', '2022-01..'],
    ['since 2021', '2021..'],
    ['until March 2022', '..2022-03'],
    ['between 2019 and 2021', '2019..2021'],
    ['between May 2022 and 2020', '2020..2022-05'],
    ['from 2019 to 2021', '2019..2021'],
    ['between January and April 2022', '2022-01..2022-04'],
    ['from April to January 2022', '2022-01..2022-04'],
    ['undated', 'none'],
    ['without a date', 'none'],
    ['no date', 'none'],
    ['carry no date', 'none'],
    ['that do not state a date', 'none'],
    ['lack a stated date', 'none'],
    ['date is not known', 'none'],
    ['first half of 2022', '2022-01..2022-06'],
    ['in the second half of 2020', '2020-07..2020-12'],
    ['third quarter of 2020', '2020-07..2020-09'],
    ['the last quarter of 2021', '2021-10..2021-12'],
    ['Q2 2022', '2022-04..2022-06'],
    ['last year', '2025'],
    ['this year', '2026'],
    ['last month', '2026-02'],
  ])('%s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  test.each([
    'mayor 2022',
    'may',
    'before lunch',
    '181',
    '12',
    'march on',
    'between friends',
    'between may and june',
    'no update',
    '1500',
    '99 bottles',
  ])('%s is no date', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('a bare year is not certain to be a date; a month or a word before it makes it one', () => {
    const certain = (text: string) => dateAt(text.split(' '), 0, now)?.certain;
    expect([certain('2022'), certain('in 2022'), certain('before 2022'), certain('may 2022')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('the days of a value', () => {
  test.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-05-10', '2022-05-10', '2022-05-10'],
    ['..2020', '', '2020-12-31'],
    ['2022-04-02..', '2022-04-02', '9999-12-31'],
  ])('%s', (value, from, to) => {
    expect(dayRange(value)).toEqual({ from, to });
  });

  test('before and after a period leave out the period and nothing else', () => {
    const period = fc.tuple(fc.integer({ min: 1950, max: 2080 }), fc.integer({ min: 1, max: 12 }));
    const names =
      'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(period, ([year, month]) => {
        const name = `${names[month - 1]} ${year}`;
        const own = dayRange(read(name) ?? '');
        const dayAfter = new Date(new Date(`${own.to}T00:00:00Z`).getTime() + 86_400_000)
          .toISOString()
          .slice(0, 10);
        const dayBefore = new Date(new Date(`${own.from}T00:00:00Z`).getTime() - 86_400_000)
          .toISOString()
          .slice(0, 10);
        expect(dayRange(read(`before ${name}`) ?? '').to).toBe(dayBefore);
        expect(dayRange(read(`after ${name}`) ?? '').from).toBe(dayAfter);
      }),
    );
  });
});

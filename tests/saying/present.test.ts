/** Records to items: makers as they were, figures, long texts, people with and without an office. */
import { describe, expect, test } from '@jest/globals';
import type { Contribution } from '../../src/knowledge/model.ts';
import {
  formatDate,
  formatNumber,
  monthName,
  sessionDate,
  weekday,
  weekdayName,
} from '../../src/saying/dates.ts';
import { makerName, roleOf, seriesName } from '../../src/saying/names.ts';
import { contributionItem, markText } from '../../src/saying/present.ts';
import { personItem } from '../../src/saying/present-person.ts';
import { reasonTexts } from '../../src/saying/reasons.ts';
import { factsOf } from '../commands/asking.ts';
import { harbourContext as context, HARBOUR } from '../support/harbour.ts';
import { appearance, at, contribution, session } from '../support/knowledge.ts';
import { fc } from '../support/property.ts';

const said = (id: string) => {
  const found = HARBOUR.contributions.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
};

describe('makers', () => {
  test('are named with what they were at that event', () => {
    expect(makerName({ kind: 'person', id: 'ada-lund' }, 'harbour-day-panel', context)).toBe('Ada Lund, OOP');
    expect(makerName({ kind: 'person', id: 'ada-lund' }, 'tide-forum', context)).toBe(
      'Ada Lund, Tide University',
    );
    expect(makerName({ kind: 'person', id: 'ada-lund' }, 'quay-talk', context)).toBe('Ada Lund');
  });

  test('without an organization by their name alone, and a session by its event', () => {
    expect(makerName({ kind: 'person', id: 'kim-berg' }, 'quay-talk', context)).toBe('Kim Berg');
    expect(makerName({ kind: 'session', id: 'harbour-day-panel' }, 'harbour-day-panel', context)).toBe(
      'Harbour day',
    );
    expect(makerName({ kind: 'organization', id: 'crane-union' }, 'tide-forum', context)).toBe('Crane Union');
    expect(makerName({ kind: 'unnamed', voice: 'one of the guests' }, 'tide-forum', context)).toBe(
      'one of the guests',
    );
  });

  test('several makers are all named', () => {
    const { makers } = contributionItem(
      contribution('statement', 'c', 'tide-forum', 'Both.', {
        makers: [
          { kind: 'person', id: 'ada-lund' },
          { kind: 'organization', id: 'crane-union' },
        ],
      }),
      context,
    );
    expect(makers).toEqual(['Ada Lund, Tide University', 'Crane Union']);
  });
});

describe('an addressee', () => {
  const toldTo = (...to: Contribution['to']) =>
    contributionItem(
      contribution('recommendation', 'c', 'tide-forum', 'Mend the nets.', { to, evidence: [at('44')] }),
      context,
    );

  test('that the source does not name is marked as implied', () => {
    const item = toldTo(
      { id: 'employers', implied: false, evidence: [at('44')] },
      { id: 'educators', implied: true, evidence: [] },
    );
    expect(factsOf(item)).toEqual(['Addressed to: employers and educators (implied)']);
    expect(item.evidence.map(({ at: place }) => place)).toEqual(['44']);
  });

  test('is one of several that the source does not name: told once, behind all of them', () => {
    const implied = (id: string) => ({ id, implied: true, evidence: [] });
    expect(factsOf(toldTo(implied('employers'), implied('educators')))).toEqual([
      'Addressed to: employers and educators (both implied)',
    ]);
    expect(factsOf(toldTo(implied('employers')))).toEqual(['Addressed to: employers (implied)']);
  });

  test('of a recommendation that is implied as a whole is told in one phrase with it', () => {
    const bylineOf = (makers: Contribution['makers']) =>
      contributionItem(
        contribution('recommendation', 'c', 'tide-forum', 'Mend the nets.', {
          makers,
          stance: 'implied',
          to: [{ id: 'employers', implied: true, evidence: [] }],
        }),
        context,
      ).byline;
    expect(bylineOf([])).toBe('Implied recommendation to employers');
    expect(bylineOf([{ kind: 'person', id: 'ada-lund' }])).toBe(
      'Ada Lund, Tide University, implied recommendation to employers',
    );
  });

  test('that is named elsewhere brings that place along', () => {
    const { evidence } = toldTo({ id: 'employers', implied: false, evidence: [at('46')] });
    expect(evidence.map(({ at: place }) => place)).toEqual(['44', '46']);
  });
});

describe('a figure', () => {
  const figure = (text: string, value: number, unit = 'workers', qualifier?: string) =>
    factsOf(
      contributionItem(
        contribution('figure', 'f', 'quay-talk', text, {
          figure: { value, unit, subject: 'x', ...(qualifier ? { qualifier } : {}) },
        }),
        context,
      ),
    );

  test('is told as a fact where the text writes it in words', () => {
    expect(figure('Half a million are missing.', 500_000, 'workers', 'about')).toEqual([
      'Value: about 500,000 workers',
    ]);
    expect(figure('Two and a half years.', 2.5, 'years')).toEqual(['Value: 2.5 years']);
  });

  test('is not told twice where the text states it, however it is grouped', () => {
    expect(figure('Some 450,000 are missing.', 450_000)).toEqual([]);
    expect(figure('Some 450 000 are missing.', 450_000)).toEqual([]);
    expect(figure('Growth of 7.9 per cent.', 7.9, 'per cent')).toEqual([]);
  });

  test('is told where the text has its digits within another number', () => {
    expect(figure('In 2015 five were missing.', 5)).toEqual(['Value: 5 workers']);
  });
});

describe('a text', () => {
  test('is cut at a word where it is too long, and marks stay within it', () => {
    const long = `${'mooring '.repeat(200)}crane`;
    const { text, marks } = markText(long, ['moor', 'crane']);
    expect(text.length).toBeLessThanOrEqual(705);
    expect(text).toMatch(/mooring …$/);
    for (const [start, end] of marks) expect(text.slice(start, end)).toBe('mooring');
  });

  test('of one endless word is cut as well', () => {
    expect(markText('x'.repeat(5000), []).text.length).toBeLessThanOrEqual(705);
  });

  test('short enough is left alone', () => {
    expect(markText('Short.', ['none'])).toEqual({ text: 'Short.', marks: [] });
  });
});

describe('reasons', () => {
  test.each([
    [{ field: 'sdg', value: '8', link: 'named' }, ['SDG 8, named by the source']],
    [{ field: 'sdg', value: '8', link: 'related' }, ['related only: the source does not name SDG 8']],
    [{ field: 'topic', value: 'skills', link: 'named' }, ['on skills']],
    [{ field: 'org', value: 'office-of-ports', link: 'named' }, ['on the Office of Ports (OOP)']],
    [{ field: 'line', value: 'c7-e-employment', link: 'named' }, ['C7 E-employment, named by the source']],
    [{ field: 'date', value: '2023', link: 'named' }, []],
    [{ field: 'kind', value: 'poll', link: 'named' }, []],
  ] as const)('%j', (reason, texts) => {
    expect(reasonTexts([reason, reason], context)).toEqual(texts);
  });
});

describe('an office', () => {
  test('is told with unit, organization and country, the country once', () => {
    const role = (over: Parameters<typeof appearance>[3]) =>
      roleOf(appearance('bo-ek', 'tide-forum', 'speaker', over), context);
    expect(role({ role: 'Director', unit: 'Charts', organization: 'office-of-ports', country: 'SE' })).toBe(
      'Director, Charts, Office of Ports (OOP), Sweden',
    );
    expect(role({ role: 'Minister for Sweden', country: 'SE' })).toBe('Minister for Sweden');
    expect(role({})).toBe('');
  });

  test('of a person is that of the first appearance that tells one', () => {
    const all = [
      appearance('bo-ek', 'quay-talk', 'speaker'),
      appearance('bo-ek', 'tide-forum', 'speaker', { role: 'Diver', evidence: [at('11')] }),
    ];
    expect(personItem({ id: 'bo-ek', name: 'Bo Ek', aliases: [] }, all, context)).toMatchObject({
      makers: ['Diver'],
      date: 'September 2021',
      context: 'Tide forum',
    });
  });

  test('of nobody known is nothing', () => {
    expect(personItem({ id: 'x', name: 'X', aliases: [] }, [], context)).toMatchObject({
      makers: [],
      date: '',
      evidence: [],
    });
  });
});

test('what an answer is about already can be left out of its items', () => {
  const item = contributionItem(said('hd-2'), context, { omit: 'event' });
  expect([item.date, item.context]).toEqual(['', '']);
  expect(contributionItem(said('hd-2'), context, { omit: 'makers' }).makers).toEqual([]);
});

test('a series is told with its number', () => {
  const series = (number?: string) =>
    seriesName(
      session('s', { series: { name: 'Coast Week', ...(number ? { number } : {}), evidence: [] } }),
      context.says,
    );
  expect([series('7'), series(), seriesName(session('s'), context.says)]).toEqual([
    'Coast Week, session 7',
    'Coast Week',
    '',
  ]);
});

describe('dates and numbers', () => {
  test.each([
    ['2020-09-30', 'en-GB', '30 September 2020'],
    ['2020-09-30', 'en-US', 'September 30, 2020'],
    ['2022-05', 'en-GB', 'May 2022'],
    ['2022', 'en-US', '2022'],
    ['2022-13-45', 'en-GB', '2022-13-45'],
    ['', 'en-GB', ''],
  ])('%s in %s reads %s', (iso, locale, text) => {
    expect(formatDate(iso, locale)).toBe(text);
  });

  test('other languages name months and days in their own way', () => {
    expect([monthName(5, 'en-US'), monthName(5, 'fr'), monthName(12, 'es')]).toEqual([
      'May',
      'mai',
      'diciembre',
    ]);
    expect([weekdayName(7, 'en'), weekdayName(7, 'fr'), weekday('2020-09-30', 'fr')]).toEqual([
      'Sunday',
      'dimanche',
      'mercredi',
    ]);
  });

  test('British dates and days of the week are those of Intl', () => {
    const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });
    const withDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' });
    const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          expect(formatDate(iso, 'en-GB')).toBe(withDay.format(new Date(iso)));
          expect(formatDate(iso.slice(0, 7), 'en-GB')).toBe(month.format(new Date(iso)));
          expect(weekday(iso, 'en-GB')).toBe(day.format(new Date(iso)));
        },
      ),
    );
  });

  test('the zone of the machine moves no date', () => {
    expect(formatDate('2020-01-01', 'en-GB')).toBe('1 January 2020');
    expect(formatDate('2020-12-31', 'en-US')).toBe('December 31, 2020');
  });

  test('an event of several days has both; one that ends where it begins, one; none is not stated', () => {
    const dated = (on: string, until?: string) =>
      sessionDate(session('s', { date: { on, ...(until ? { until } : {}), evidence: [] } }), context);
    expect(dated('2020-01-01', '2020-01-03')).toBe('1–3 January 2020');
    expect(dated('2020-01-01', '2020-01-01')).toBe('1 January 2020');
    expect(dated('2020-04-30', '2020-05-02')).toBe('30 April – 2 May 2020');
    expect(dated('2020-12-31', '2021-01-01')).toBe('31 December 2020 – 1 January 2021');
    expect(dated('2020-04', '2020-05')).toBe('April 2020 – May 2020');
    expect(sessionDate(session('s'), context)).toBe('date not stated');
    expect(sessionDate(undefined, context)).toBe('date not stated');
  });

  test('days of an event are written as Intl writes them', () => {
    const written = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (from, days) => {
        const to = new Date(from.getTime() + days * 86_400_000);
        const [on, until] = [from, to].map((date) => date.toISOString().slice(0, 10));
        const shown = sessionDate(
          session('s', { date: { on: on ?? '', until: until ?? '', evidence: [] } }),
          context,
        );
        // CLDR puts thin spaces around dashes; between the days of one month we put none.
        const intl = written.formatRange(from, to).replace(/\u2009/g, ' ');
        expect(shown).toBe(intl.replace(/^(\d+) – (\d+ )/, '$1–$2'));
      }),
    );
  });

  test('numbers are grouped, and keep what they have behind the point', () => {
    expect([1234567, 7.9, 0.1 + 0.2, -5].map((value) => formatNumber(value, 'en-GB'))).toEqual([
      '1,234,567',
      '7.9',
      '0.3',
      '-5',
    ]);
  });
});

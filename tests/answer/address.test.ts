/** Addresses and lines: each page has one address, and an address that is shared is read back to its line. */
import { describe, expect, test } from '@jest/globals';
import {
  FOLDERS,
  lineOfAddress,
  lineOfPath,
  pathOf,
  pathOfAnswer,
  pathOfLine,
  pathOfPlace,
  readPath,
} from '../../src/answer/address.ts';
import { harbourEngine } from '../support/harbour.ts';
import { fc } from '../support/property.ts';

const kinds = Object.keys(FOLDERS) as (keyof typeof FOLDERS)[];

describe('the path of an entry', () => {
  test('is read back to just that entry', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.string({ minLength: 1 }).filter((id) => !/\p{Surrogate}/u.test(id)),
        (kind, id) => {
          const path = pathOf({ kind, id });
          expect(path.split('/')).toHaveLength(3);
          expect(readPath(path)).toEqual({ kind, id });
        },
      ),
    );
  });

  test('of a place is its anchor on the page of its source, of a range the first place', () => {
    expect(pathOfPlace({ source: 'report', at: '44-45' })).toBe('/sources/report#at-44');
    expect(pathOfPlace({ source: 'note', at: '2.1' })).toBe('/sources/note#at-2.1');
  });

  test('is none for what is no folder of ours, or stands deeper', () => {
    for (const path of ['/', '/nowhere', '/nowhere/x', '/sessions/x/y', '/sessions/%e0%a4'])
      expect(readPath(path)).toBeUndefined();
    expect(readPath('/sessions/')).toEqual({ kind: 'session' });
  });
});

describe('the line of an address', () => {
  const ORIGIN = 'https://archive.example';

  test.each([
    ['/?q=sessions+sdg8', 'sessions sdg8'],
    ['/search?q=speaker+Popova&after=x', 'speaker Popova'],
    ['/sessions', 'sessions'],
    ['/sessions/harbour-day', 'open harbour-day'],
    ['/people/ada-lund', 'speaker by:ada-lund'],
    ['/goals/8', 'open sdg-8'],
    ['/goals/8/', 'open sdg-8'],
    ['/sessions/', 'sessions'],
    ['/people/ada-lund//', 'speaker by:ada-lund'],
    ['/search/?q=help', 'help'],
    ['/countries/JP', 'sessions country:JP'],
    ['/recommendations?goal=8&topic=skills&stance=implied', 'recommendations topic:skills sdg:8'],
    ['/recommendations?topic=%22%3E-x', 'recommendations'],
  ])('%s is %s', (path, line) => {
    expect(lineOfAddress(ORIGIN + path, ORIGIN)).toBe(line);
  });

  test.each([
    '/',
    '/?q=',
    '/search?q=%20',
    '/archive',
    '/goals/x',
    '/people/a%20b',
    '/nowhere',
    '/sessions/-',
  ])('%s has none', (path) => {
    expect(lineOfAddress(ORIGIN + path, ORIGIN)).toBeUndefined();
  });

  test('is none elsewhere', () => {
    for (const address of [
      'https://other.example/sessions/x',
      'http://archive.example/sessions/x',
      'https://archive.example.evil.example/?q=x',
      'https://archive.example/metrics?q=x',
      'no address',
      '',
    ])
      expect(lineOfAddress(address, ORIGIN)).toBeUndefined();
  });

  test('opens what the page shows', async () => {
    const opened = async (path: string) =>
      (await harbourEngine.answer({ text: lineOfPath(path) ?? '' })).items[0]?.id;
    expect(await opened('/sessions/harbour-day')).toBe('harbour-day');
    expect(await opened('/people/bo-ek')).toBe('bo-ek');
    expect(await opened('/organizations/crane-union')).toBe('crane-union');
    expect(await opened('/contributions/hd-1')).toBe('hd-1');
    expect(await opened('/topics/skills')).toBe('skills');
    expect(await opened('/goals/8')).toBe('sdg-8');
    expect(await opened('/sources/quay-note')).toBe('quay-note');
  });
});

describe('the page of an answer', () => {
  const page = async (text: string) => pathOfAnswer(await harbourEngine.answer({ text }));

  test('is that of the one thing that it opens', async () => {
    expect(await page('open harbour-day')).toBe('/sessions/harbour-day');
    expect(await page('open id:skills')).toBe('/topics/skills');
    expect(await page('open hd-2')).toBe('/contributions/hd-2');
    expect(await page('open sdg-8')).toBe('/goals/8');
    expect(await page('speaker Ada Lund')).toBe('/people/ada-lund');
  });

  test('is none for lists, for help, and where nothing was found', async () => {
    for (const line of [
      'sessions',
      'recommendations',
      'help',
      'open nothing-of-that-name',
      'speaker Wei Zhang',
    ])
      expect([line, await page(line)]).toEqual([line, undefined]);
  });

  test('of a line is a search', () => {
    expect(pathOfLine('sessions sdg:8 page:2')).toBe('/search?q=sessions+sdg%3A8+page%3A2');
  });
});

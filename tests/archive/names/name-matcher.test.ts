import { describe, expect, test } from '@jest/globals';
import { createNameMatcher, type NameEntry } from '../../../src/archive/names/name-matcher.ts';

const NAMES = [
  'Nozipho Tshabalala',
  'Alette van Leur',
  'Chihoko Asada-Miyakawa',
  'Kazuhide Okuma',
  'Nicola Düll',
  'Alexandra Cutean',
  'Patrick Tay',
  'Marian Dünkler',
  'Natalia Popova',
  'Maki Omori',
  'Toshio Arima',
  'Benjamin Velasco',
  'Benjamin Quiñones',
  'Simel Esim',
  'Amandeep Singh Gill',
  'Sonya Mohamed Janahi',
  'Marco Pérez',
  'Cynthia Samuel-Olonjuwon',
  'Maria Prieto Berhouet',
  'Sukti Dasgupta',
  'Lorraine Charles',
  'Shuting Xia',
];
const entries: NameEntry[] = NAMES.map((name) => ({ key: name, names: [name] }));
const matcher = createNameMatcher(entries);
const keys = (query: string): string[] => matcher.match(query).best.map(({ key }) => key);

describe('match', () => {
  test.each([
    ['Popova', 'Natalia Popova'],
    ['Popvoa', 'Natalia Popova'],
    ['poppova natlia', 'Natalia Popova'],
    ['Popova, Dr. Natalia', 'Natalia Popova'],
    ['N. Popova', 'Natalia Popova'],
    ['M. Popova', 'Natalia Popova'],
    ['Mme Popova', 'Natalia Popova'],
    ['duell', 'Nicola Düll'],
    ['Frau Dull', 'Nicola Düll'],
    ['Duenkler', 'Marian Dünkler'],
    ['quinones', 'Benjamin Quiñones'],
    ['Cutan', 'Alexandra Cutean'],
    ['van Leur', 'Alette van Leur'],
    ['Vanleur', 'Alette van Leur'],
    ['Alette Leur', 'Alette van Leur'],
    ['Leur', 'Alette van Leur'],
    ['Asada', 'Chihoko Asada-Miyakawa'],
    ['miyakawa asada', 'Chihoko Asada-Miyakawa'],
    ['Prieto', 'Maria Prieto Berhouet'],
    ['Olonjuwon', 'Cynthia Samuel-Olonjuwon'],
    ['Janahi', 'Sonya Mohamed Janahi'],
    ['Das Gupta', 'Sukti Dasgupta'],
    ['Tay', 'Patrick Tay'],
    ['Omari', 'Maki Omori'],
    ['Ohkuma', 'Kazuhide Okuma'],
    ['Xia', 'Shuting Xia'],
    ['Xia Shuting', 'Shuting Xia'],
    ['Esim', 'Simel Esim'],
    ['marko perez', 'Marco Pérez'],
  ])('%s is %s', (query, expected) => {
    expect(matcher.match(query).outcome).toBe('found');
    expect(keys(query)).toEqual([expected]);
  });

  test.each([
    'Merkel',
    'Angela Merkel',
    'Natalia Ivanova',
    'Toy story',
    'toy',
    'day',
    'skills',
    'the',
    'Velasquez',
    'B',
    '',
    ' ',
    '?!',
  ])('%j is nobody', (query) => {
    expect(matcher.match(query)).toEqual({ outcome: 'none', best: [] });
  });

  test('offers who is near, but names nobody', () => {
    expect(matcher.match('Esin')).toMatchObject({ outcome: 'near', best: [{ key: 'Simel Esim' }] });
    expect(matcher.match('Olajuwon')).toMatchObject({
      outcome: 'near',
      best: [{ key: 'Cynthia Samuel-Olonjuwon' }],
    });
    expect(matcher.match('Tya').outcome).not.toBe('found');
  });

  test('the right given name makes no stranger a known person', () => {
    expect(matcher.match('Natalia Polanski').outcome).not.toBe('found');
    expect(matcher.match('Patrick Toy')).toMatchObject({ outcome: 'found', best: [{ key: 'Patrick Tay' }] });
    expect(matcher.match('Benjamin Valerio').outcome).not.toBe('found');
    expect(matcher.match('Shuting Le').outcome).not.toBe('found');
    expect(matcher.match('Lorraine Chavez').outcome).not.toBe('found');
  });

  test('a surname may be what elsewhere stands before one; who is called so without a particle comes first', () => {
    const people = ['Thị Lê', 'Thị Lâm', 'Vítor de Falco', 'Vítor Falco', 'Þóra Lind'];
    const some = createNameMatcher(people.map((name) => ({ key: name, names: [name] })));
    const best = (query: string): string[] => some.match(query).best.map(({ key }) => key);
    expect(best('Thi Le')).toEqual(['Thị Lê']);
    expect(best('Falco')).toEqual(['Vítor Falco', 'Vítor de Falco']);
    expect(best('Vitor Falco')).toEqual(['Vítor Falco', 'Vítor de Falco']);
    expect(best('Vitor de Falco')[0]).toBe('Vítor de Falco');
    expect(best('Þ. Lind')).toEqual(['Þóra Lind']);
  });

  test('gives all who fit equally well', () => {
    expect(keys('Benjamin').sort()).toEqual(['Benjamin Quiñones', 'Benjamin Velasco']);
    expect(matcher.match('Benjamin', { limit: 1 }).best).toHaveLength(1);
  });

  test('prefers a surname to a given name, and a whole one to a part', () => {
    const people = ['Thomas Meyer', 'Anna Thomas', 'Rémi Denis-Courmont', 'Pierre Denis'];
    const some = createNameMatcher(people.map((name, key) => ({ key, names: [name] })));
    expect(some.match('Thomas').best.map(({ key }) => key)).toEqual([1]);
    expect(some.match('Denis').best.map(({ key }) => key)).toEqual([3]);
    expect(some.match('Thomas M').best.map(({ key }) => key)).toEqual([0]);
  });

  test('knows aliases and given surnames; a person is named once', () => {
    const some = createNameMatcher([
      { key: 'x', names: ['Xia Shuting', 'Shuting Xia'], family: ['Xia'] },
      { key: 'g', names: ['Gabriel García Márquez'], family: ['García Márquez'] },
      { key: 'm', names: ['Ana Márquez'] },
      { key: 'nobody', names: [] },
    ]);
    expect(some.size).toBe(4);
    expect(some.match('Xia').best).toEqual([{ key: 'x', score: 1, name: 'Xia Shuting' }]);
    expect(some.match('Marquez').best.map(({ key }) => key)).toEqual(['m']);
    expect(some.match('Garcia').best.map(({ key }) => key)).toEqual(['g']);
  });

  test('an empty matcher answers', () => {
    const empty = createNameMatcher([]);
    expect(empty.match('Popova')).toEqual({ outcome: 'none', best: [] });
    expect(empty.complete('Po')).toEqual([]);
  });
});

describe('complete', () => {
  const complete = (prefix: string): string[] => matcher.complete(prefix).map(({ key }) => key);

  test.each([
    ['po', ['Natalia Popova']],
    ['Dü', ['Marian Dünkler', 'Nicola Düll']],
    ['due', ['Marian Dünkler', 'Nicola Düll']],
    ['benjamin q', ['Benjamin Quiñones']],
    ['popova nat', ['Natalia Popova']],
    ['vanl', ['Alette van Leur']],
    ['asada m', ['Chihoko Asada-Miyakawa']],
    ['Ms Pop', ['Natalia Popova']],
    ['popvoa', ['Natalia Popova']],
    ['zzz', []],
    ['', []],
  ])('%s', (prefix, expected) => {
    expect(complete(prefix)).toEqual(expected);
  });

  test('surnames come first, then the alphabet', () => {
    expect(complete('m')).toEqual([
      'Chihoko Asada-Miyakawa',
      'Sonya Mohamed Janahi',
      'Maki Omori',
      'Marco Pérez',
      'Maria Prieto Berhouet',
      'Marian Dünkler',
    ]);
    expect(matcher.complete('m', 2)).toHaveLength(2);
    expect(matcher.complete('m', -1)).toEqual([]);
  });
});

/** How people get names wrong: each class of error turns a name into what somebody might type. */
import { below, pick, type Random } from './random.ts';

export const ERROR_CLASSES = [
  'exact',
  'lost diacritics',
  'ue for ü',
  'one typo',
  'two typos',
  'by ear',
  'surname',
  'reversed',
  'initials',
] as const;

export type ErrorClass = (typeof ERROR_CLASSES)[number];

/** The name got wrong in one way, or undefined where that way does not apply to it. */
export function misspell(name: string, error: ErrorClass, random: Random): string | undefined {
  switch (error) {
    case 'exact':
      return name;
    case 'lost diacritics':
      return changed(name, plain(name));
    case 'ue for ü':
      return changed(
        name,
        plain(name.replace(/[äöüßøåæ]/gi, (letter) => DIGRAPHS[letter.toLowerCase()] ?? letter)),
      );
    case 'one typo':
      return typo(name, random);
    case 'two typos':
      return twice(name, (one) => typo(one, random));
    case 'by ear':
      return byEar(name, random);
    case 'surname':
      return surnameOf(name);
    case 'reversed':
      return `${surnameOf(name)} ${givenOf(name)}`;
    case 'initials':
      return `${name.slice(0, 1)}. ${surnameOf(name)}`;
  }
}

const PARTICLES = new Set([
  'von',
  'zu',
  'de',
  'la',
  'del',
  'da',
  'dos',
  'al',
  'el',
  'bin',
  'abu',
  'van',
  'der',
  'den',
  'le',
]);

/** Where the surname begins: the last word, with the particles before it. */
function surnameStart(parts: readonly string[]): number {
  let start = parts.length - 1;
  while (start > 1 && PARTICLES.has((parts[start - 1] as string).toLowerCase())) start--;
  return start;
}

export function surnameOf(name: string): string {
  const parts = name.split(' ');
  return parts.slice(surnameStart(parts)).join(' ');
}

export function givenOf(name: string): string {
  const parts = name.split(' ');
  return parts.slice(0, surnameStart(parts)).join(' ');
}

const changed = (from: string, to: string): string | undefined => (from === to ? undefined : to);

const DIGRAPHS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  å: 'aa',
  æ: 'ae',
};
const STROKES: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  þ: 'th',
  Þ: 'Th',
  ð: 'd',
};

/** As on a keyboard without marks. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁøØđĐßıæþÞð]/g, (letter) => STROKES[letter] ?? letter);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Keys next to each other are hit for one another. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'w',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'xa',
};

/** One letter left out, doubled, hit beside, put in, or two changed round; never the first of a word, and in words of four letters or more. */
function typo(name: string, random: Random): string | undefined {
  const places = [...name.matchAll(/\p{L}{4,}/gu)].flatMap(({ 0: word, index }) =>
    Array.from({ length: word.length - 1 }, (_, offset) => index + 1 + offset),
  );
  if (places.length === 0) return undefined;
  const at = pick(random, places);
  const before = name.slice(0, at);
  const letter = name.slice(at, at + 1);
  const after = name.slice(at + 1);
  const kind = below(random, 5);
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2)
    return before + pick(random, [...(NEIGHBOURS[plain(letter).toLowerCase()] ?? LETTERS)]) + after;
  if (kind === 3) return before + pick(random, [...LETTERS]) + letter + after;
  const next = after.slice(0, 1);
  return /\p{L}/u.test(next) && next !== letter ? before + next + letter + after.slice(1) : before + after;
}

/** Written as it sounds to somebody who has only heard it. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/i, 'f'],
  [/ck/i, 'k'],
  [/c(?=[aou])/i, 'k'],
  [/k(?=[aou])/i, 'c'],
  [/tz/i, 'ts'],
  [/th/i, 't'],
  [/sch/i, 'sh'],
  [/ou/i, 'u'],
  [/(?<=\p{L})y/iu, 'i'],
  [/(?<=\p{L})i(?=\p{L})/iu, 'y'],
  [/w/i, 'v'],
  [/(?<=\p{L})z/iu, 's'],
  [/(?<=\p{L})([bdfglmnprst])\1/iu, '$1'],
  [/(?<=[aeiou])([lmnprst])(?=[aeiou])/i, '$1$1'],
  [/ee/i, 'i'],
  [/ei/i, 'ai'],
];

function byEar(name: string, random: Random): string | undefined {
  const heard = plain(name);
  const rules = SOUNDS.filter(([from]) => from.test(heard));
  if (rules.length === 0) return undefined;
  const first = pick(random, rules);
  return changed(name, heard.replace(...first));
}

function twice(name: string, change: (name: string) => string | undefined): string | undefined {
  const once = change(name);
  return once === undefined ? undefined : change(once);
}

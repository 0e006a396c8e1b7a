import { describe, expect, test } from '@jest/globals';
import { askedWords, bestNames } from '../../../src/archive/names/candidates.ts';
import { NEAR } from '../../../src/archive/names/match.ts';
import { buildNameIndex, type NameIndex } from '../../../src/archive/names/name-index.ts';
import { createNameMatcher } from '../../../src/archive/names/name-matcher.ts';
import { nameWords } from '../../../src/archive/names/normalize.ts';
import { type AskedWord, scoreName, WEIGHT, weightOf } from '../../../src/archive/names/score.ts';
import { similarity } from '../../../src/archive/names/similarity.ts';
import { anyCharacters, fc } from '../../support/property.ts';

/** Few syllables, so that names resemble one another. */
const syllable = fc.constantFrom('ma', 'ri', 'an', 'po', 'lo', 'ü', 'é', 'sch', 'ph', 'k', 'n', 'ta');
const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const name = fc
  .array(fc.oneof({ weight: 6, arbitrary: word }, fc.constantFrom('van', 'de', 'K.', 'J')), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((words) => fc.constantFrom(' ', ' ', '-').map((joint) => words.join(joint)));
const names = fc.array(name, { maxLength: 30 });

/** One edit somewhere in a name. */
const edit = fc.record({ at: fc.nat(), kind: fc.nat(3), letter: fc.constantFrom('a', 'o', 'n', 'x') });
function edited(text: string, { at, kind, letter }: { at: number; kind: number; letter: string }): string {
  const letters = [...text];
  const place = at % Math.max(1, letters.length);
  if (kind === 0) letters.splice(place, 1);
  else if (kind === 1) letters.splice(place, 0, letter);
  else if (kind === 2) letters[place] = letter;
  else letters.splice(place, 2, ...letters.slice(place, place + 2).reverse());
  return letters.join('');
}
const query = fc.oneof(
  name,
  fc.tuple(name, fc.array(edit, { maxLength: 3 })).map(([text, edits]) => edits.reduce(edited, text)),
);

/** Compares every word with every word, and scores every name. */
function fullScan(index: NameIndex, asked: string): { name: number; score: number }[] {
  const words: AskedWord[] = nameWords(asked).map((one) => {
    const similar = new Map<number, number>();
    for (const [number, known] of index.dictionary.words.entries()) {
      const value = Math.max(
        ...one.spellings.map((spelling) => (spelling.length > 1 ? similarity(spelling, known) : 0)),
      );
      if (value > 0) similar.set(number, value);
    }
    return {
      weight: weightOf(one),
      similar: one.isInitial ? new Map() : similar,
      letter: one.spellings[0] ?? '',
      isInitial: one.isInitial,
    };
  });
  if (!words.some(({ weight }) => weight === WEIGHT.word)) return [];
  return index.names
    .map((known, number) => ({ name: number, ...scoreName(words, known, index.dictionary.words) }))
    .filter(({ score }) => score >= NEAR)
    .sort((one, other) => other.score - one.score || one.name - other.name);
}

describe('candidates', () => {
  test('are all that a scan of all names accepts', () => {
    fc.assert(
      fc.property(names, query, fc.integer({ min: 1, max: 40 }), (known, asked, most) => {
        const index = buildNameIndex(known.map((one, key) => ({ key, names: [one] })));
        const found = bestNames(index, askedWords(index, nameWords(asked)), NEAR, most);
        expect(found).toEqual(fullScan(index, asked).slice(0, most));
      }),
      { numRuns: 800 },
    );
  });

  test('a name with one edit in a long word is found', () => {
    const long = fc.string({ unit: fc.constantFrom(...'abdegiklmnoprstu'), minLength: 7, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(long, long), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        edit,
        (pairs, which, change) => {
          const known = pairs.map((pair) => pair.join(' '));
          const [given, surname] = pairs[which % pairs.length] as [string, string];
          const asked = `${given} ${edited(surname, change)}`;
          fc.pre(!asked.endsWith(' '));
          const { outcome, best } = createNameMatcher(known.map((one) => ({ key: one, names: [one] }))).match(
            asked,
            { limit: 20 },
          );
          expect(outcome).toBe('found');
          expect(known).toContain(best[0]?.key);
          if (known.includes(asked)) expect(best[0]?.key).toBe(asked);
          else expect(best[0]?.score).toBeGreaterThan(0.85);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('any query', () => {
  const anyText = fc.oneof(
    query,
    anyCharacters(300),
    fc.constant('a '.repeat(400)),
    fc.constant('ma'.repeat(5000)),
  );

  test('is answered the same every time, in order, within bounds', () => {
    fc.assert(
      fc.property(names, anyText, fc.oneof(fc.nat(40), fc.double()), (known, asked, limit) => {
        const entries = known.map((one, key) => ({ key, names: [one, one.toUpperCase()] }));
        const matcher = createNameMatcher(entries);
        const first = matcher.match(asked, { limit });
        matcher.match(known[0] ?? 'x');
        expect(matcher.match(asked, { limit })).toEqual(first);
        expect(createNameMatcher(entries).match(asked, { limit })).toEqual(first);
        expect(first.best.length).toBeLessThanOrEqual(Math.max(0, limit || 0));
        expect(new Set(first.best.map(({ key }) => key)).size).toBe(first.best.length);
        for (const { score } of first.best) {
          expect(score).toBeGreaterThanOrEqual(NEAR);
          expect(score).toBeLessThanOrEqual(1);
        }
        matcher.complete(asked, limit);
      }),
      { numRuns: 400 },
    );
  });

  test('a name known by heart is found', () => {
    fc.assert(
      fc.property(names, fc.nat(), (known, which) => {
        const asked = known[which % Math.max(1, known.length)];
        fc.pre(asked !== undefined && nameWords(asked).some((one) => weightOf(one) === WEIGHT.word));
        const { outcome, best } = createNameMatcher(known.map((one) => ({ key: one, names: [one] }))).match(
          asked as string,
          { limit: 40 },
        );
        expect(outcome).toBe('found');
        expect(best.map(({ key }) => key)).toContain(asked);
      }),
      { numRuns: 500 },
    );
  });

  test('is completed by every name that begins so', () => {
    fc.assert(
      fc.property(names, word, (known, prefix) => {
        const matcher = createNameMatcher(known.map((one, key) => ({ key, names: [one] })));
        const [typed] = nameWords(prefix);
        const expected = known.flatMap((one, key) => {
          const { parts } = buildNameIndex([{ key, names: [one] }]).names[0] ?? { parts: [] };
          const { words } = buildNameIndex([{ key, names: [one] }]).dictionary;
          return parts.some((part) =>
            typed?.spellings.some((spelling) => words[part.word]?.startsWith(spelling)),
          )
            ? [key]
            : [];
        });
        fc.pre(expected.length > 0);
        const found = matcher.complete(prefix, 100).map(({ key }) => key);
        expect([...found].sort((one, other) => one - other)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

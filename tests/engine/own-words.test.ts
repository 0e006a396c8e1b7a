/**
 * A word more of an entry's own text: what was found stays found, and the entry on the first page.
 *
 * Three lines are no free words, or tell no entry from others, and are left out:
 * - a line that begins with the name of a command asks for that command;
 * - a word by which a line asks for something else ("audience": how many were there) is told in the answer's line;
 * - words that more entries have than a page shows: nothing tells which of them is meant.
 */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { wordsOfContribution } from '../../src/archive/annotate.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { commandNames } from '../../src/commands/commands.ts';
import { SIZE } from '../../src/commands/find/measures.ts';
import { createEngine } from '../../src/engine.ts';
import type { Contribution } from '../../src/knowledge/model.ts';
import { isContentWord } from '../../src/reading/scan.ts';
import { wordsOf } from '../../src/reading/tokens.ts';
import { analyse } from '../../src/text/analyse.ts';
import { openShippedArchive } from '../support/host.ts';
import { ORCHARD } from '../support/orchard.ts';
import { fc } from '../support/property.ts';

const now = new Date('2026-11-22T00:00:00Z');
const { bare } = commandNames();

const stemsOf = (text: string): string[] => analyse(text).map(({ term }) => term);
/** A figure and the statement that it is taken from are one line of an answer. */
const familyOf = ({ id, within }: Contribution): string => within ?? id;
const ownWords = ({ text }: Contribution): string[] => [...new Set(wordsOf(text))].filter(isContentWord);

const archives = { shipped: await openShippedArchive(), orchard: openArchive(ORCHARD) };

describe.each(Object.entries(archives))('of the archive %s', (_name, archive) => {
  const engine = createEngine(() => archive);
  const everything = archive.everything();

  test.each([
    ['free words', ''],
    ['a question', 'what was said about '],
  ])('holds for any entry and any of its words: %s', async (_form, asking) => {
    const { contributions } = await everything;
    const families = new Map(contributions.map((one) => [one.id, familyOf(one)]));
    const stems = contributions.map((one) => ({
      family: familyOf(one),
      stems: new Set(wordsOfContribution(one).flatMap(stemsOf)),
    }));
    const rivals = (words: readonly string[]): number => {
      const terms = words.flatMap(stemsOf);
      const having = stems.filter((one) => terms.every((term) => one.stems.has(term)));
      return new Set(having.map(({ family }) => family)).size;
    };
    const holds = ({ outcome, items }: Answer, entry: Contribution): boolean =>
      outcome === 'found' && items.some(({ id }) => families.get(id) === familyOf(entry));
    const answered = (words: readonly string[]): Promise<Answer> =>
      engine.answer({ text: asking + words.join(' '), now });

    const asked = fc.constantFrom(...contributions.filter((one) => ownWords(one).length > 5)).chain((entry) =>
      fc.record({
        entry: fc.constant(entry),
        words: fc.shuffledSubarray(ownWords(entry), { minLength: 2, maxLength: 5 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ entry, words }) => {
        fc.pre(!bare.has(words[0] ?? '') && rivals(words) <= SIZE);
        fc.pre(holds(await answered(words.slice(1)), entry));
        const more = await answered(words);
        fc.pre(!/ want:(?!remarks)/.test(more.line));
        expect({ id: entry.id, words, line: more.line, holds: holds(more, entry) }).toEqual({
          id: entry.id,
          words,
          line: more.line,
          holds: true,
        });
      }),
      { numRuns: 120 },
    );
  });
});

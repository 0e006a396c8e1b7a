/**
 * Every line that an answer holds is canonical: asked again it is understood as it stands, and gives an answer that names the
 * same line, or what comes nearest to it where nothing meets it. Buttons, menus and links are made of these lines, and any replica has to serve them.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { createEngine } from '../../src/engine.ts';
import { openShippedArchive } from '../support/host.ts';
import { anyCharacters, fc } from '../support/property.ts';

jest.setTimeout(300_000);

const archive = await openShippedArchive();
const engine = createEngine(() => archive);

const posted = readFileSync(new URL('posted-lines.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** Every line of an answer and of its parts: its own, those of its entries, next steps and pages. */
function linesOf(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(linesOf);
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ['line', 'previous', 'next'].includes(key) && value !== ''
        ? [value]
        : []
      : linesOf(value),
  );
}

const commandOf = (line: string) => line.split(' ', 1)[0];

const known = new Map<string, boolean>();

async function isReadBack(line: string): Promise<boolean> {
  const before = known.get(line);
  if (before !== undefined) return before;
  const again = await engine.answer({ text: line });
  // Where nothing meets a line, the answer is of what comes nearest by the same command, and names that.
  const same =
    again.line === line ||
    (commandOf(again.line) === commandOf(line) &&
      (await engine.answer({ text: again.line })).line === again.line);
  known.set(line, same);
  return same;
}

async function lost(answer: Answer): Promise<string[]> {
  // Help shows what people may type, which is no canonical line.
  if (answer.outcome === 'help' || answer.outcome === 'unclear') return [];
  const lines: string[] = [];
  for (const line of new Set(linesOf(answer))) if (!(await isReadBack(line))) lines.push(line);
  return lines;
}

describe('every line in an answer reads back', () => {
  test('to lines that were posted', async () => {
    const found = new Map<string, string[]>();
    for (const text of posted) {
      const lines = await lost(await engine.answer({ text }));
      if (lines.length > 0) found.set(text, lines);
    }
    expect([...found]).toEqual([]);
  });

  test('to questions in any words of the archive', async () => {
    const words = wordsOf(await archive.everything());
    const word = fc.constantFrom(...words);
    const name = fc.constantFrom(...namesOf(await archive.everything()));
    const begin = fc.constantFrom(
      ...[
        '',
        'who talked about',
        'what did',
        'how many',
        'which countries',
        'when was',
        'compare',
        'sessions',
        'recommendations on',
      ],
      ...[
        'not',
        'most',
        'speaker',
        'ask',
        'open',
        'who said that',
        'what is',
        'list',
        'events before 2021',
        'related to',
        'no',
      ],
    );
    const extra = fc.constantFrom(
      '',
      'sdg8',
      'c7',
      'before 2021',
      'in Japan',
      '-women',
      '"future of work"',
      'page 2',
      'and',
      'or not',
      '?',
    );
    const question = fc
      .tuple(
        begin,
        fc.array(fc.oneof(word, name), { minLength: 0, maxLength: 4 }),
        extra,
        fc.option(name, { nil: '' }),
      )
      .map(([first, middle, ...last]) => [first, ...middle, ...last].filter((part) => part !== '').join(' '));
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        expect(await lost(await engine.answer({ text }))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('to any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(anyCharacters(60), async (text) => {
        expect(await lost(await engine.answer({ text }))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

type Everything = Awaited<ReturnType<typeof archive.everything>>;

function wordsOf({ contributions, sessions }: Everything): string[] {
  const texts = [...contributions.map(({ text }) => text), ...sessions.map(({ title }) => title)].join(' ');
  return [...new Set(texts.match(/[\p{L}\p{N}’'-]{3,}/gu) ?? [])].sort();
}

function namesOf({ people, organizations, topics, sessions }: Everything): string[] {
  return [
    ...people.map(({ name }) => name),
    ...organizations.map(({ name }) => name),
    ...topics.map(({ name }) => name),
    ...sessions.map(({ title }) => title),
  ];
}

/** Who finds nothing is helped, in any archive and on every platform: the word that is not there, what is, and lines that lead somewhere. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { discord } from '../../adapters/discord/adapter.ts';
import { slack } from '../../adapters/slack/adapter.ts';
import { teams } from '../../adapters/teams/adapter.ts';
import { web } from '../../adapters/web/adapter.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { toText } from '../../src/answer/text.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { createEngine } from '../../src/engine.ts';
import { catalogueFor } from '../../src/locales/locales.ts';
import { harbourArchive } from '../support/harbour.ts';
import { openShippedArchive } from '../support/host.ts';
import { orchardArchive } from '../support/orchard.ts';

const ARCHIVES: Record<string, Archive> = { harbour: harbourArchive, orchard: orchardArchive };
beforeAll(async () => {
  ARCHIVES.shipped = await openShippedArchive();
});

const LINES = [
  '/sessions zyglotron',
  '/recommendations zyglotron',
  '/ask zyglotron',
  'what about zyglotron?',
];
const NAMES = ['harbour', 'orchard', 'shipped'];
const CASES = NAMES.flatMap((name) => LINES.map((line) => [name, line] as const));

const asked = (name: string, text: string): Promise<Answer> =>
  createEngine(() => ARCHIVES[name] as Archive).answer({ text });

/** All texts within a payload; a page's as it is written. */
function texts(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(texts).join('\n');
}

describe.each(CASES)('of %s, %s', (name, line) => {
  test('names the word, says what the archive is about, and offers lines of which each finds something', async () => {
    const answer = await asked(name, line);
    expect(answer).toMatchObject({ outcome: 'nothing', title: '“zyglotron” is not in the archive' });
    const [first] = (ARCHIVES[name] as Archive).mostFrequent('topic');
    const topic = (ARCHIVES[name] as Archive).records.topic(first ?? '')?.name.slice(1) ?? '-';
    expect(answer.lead).toContain(topic);
    expect(answer.choices.length).toBeGreaterThanOrEqual(2);
    for (const choice of answer.choices)
      expect([choice.line, (await asked(name, choice.line)).outcome]).toEqual([choice.line, 'found']);
  });

  test.each(Object.entries({ slack, discord, teams, web }))(
    '%s shows all of that',
    async (_platform, adapter) => {
      const answer = await asked(name, line);
      const shown = texts(adapter.preview.draw(answer, line.startsWith('/') ? 'command' : 'mention').payload);
      for (const part of [answer.title, answer.lead, ...answer.choices.slice(0, 2).map(({ label }) => label)])
        expect(shown).toContain(part);
    },
  );

  test('so does a terminal', async () => {
    const answer = await asked(name, line);
    const text = toText(answer);
    for (const part of [
      answer.title,
      answer.lead,
      ...answer.choices.slice(0, 2).map(({ label, line: one }) => `${label} → ${one}`),
    ])
      expect(text).toContain(part);
  });
});

describe('what is near comes before what the archive is about', () => {
  test('a part of the question that has an answer', async () => {
    const answer = await asked('harbour', 'sessions automation zyglotron');
    expect(answer.lead).toBe(catalogueFor().nothing.wider);
    expect((await asked('harbour', answer.choices[0]?.line ?? '')).outcome).toBe('found');
  });

  test('but not one that only holds the same letters', async () => {
    const { lead, choices } = await asked('shipped', 'what was said in Geneva?');
    expect(`${lead} ${choices.map(({ label }) => label).join(' ')}`).not.toContain('Generative');
  });
});

describe('a line that says nothing to look for', () => {
  test.each(['/ask', '/open', '2', 'open 2', 'more', 'when'])('%s is told what to name', async (line) => {
    const answer = await asked('harbour', line);
    expect(answer.title).not.toBe('');
    expect(answer.lead).not.toBe('');
    expect(answer.choices.length).toBeGreaterThanOrEqual(2);
  });
});

test('somebody whom the archive does not know is named, not the organization', async () => {
  const { title } = await asked('shipped', 'what did Mr Tanaka from Sophia University say?');
  expect(title).toBe(catalogueFor().nothing.person('Tanaka'));
});

describe('several questions', () => {
  test('are titled by their answers, each headed by what was asked', async () => {
    const answer = await asked('harbour', 'who is Ada Lund? who is Bo Ek?');
    expect(answer.title).toBe('Ada Lund; Bo Ek');
    expect(new Set(answer.items.map(({ group }) => group))).toEqual(
      new Set(['Who Ada Lund is', 'Who Bo Ek is']),
    );
  });

  test('of which one has no answer are titled by the other, and say so', async () => {
    const answer = await asked('harbour', 'who is Ada Lund? what was said on zyglotrons?');
    expect(answer.title).toBe('Ada Lund');
    expect(answer.lead).toBe(catalogueFor().parts.lead(1, 2));
    expect(answer.items.at(-1)?.group).toContain('zyglotron');
  });
});

test('a thread goes on where the last question had no answer', async () => {
  const first = await asked('harbour', 'who is Ada Lund? what was said on zyglotrons?');
  const engine = createEngine(() => harbourArchive);
  const next = await engine.answer({ text: 'where was she?', previous: first.continuation });
  expect(first.continuation).not.toContain('@-');
  expect(next.outcome).not.toBe('unclear');
});

test('a misspelt word is told as it was typed, with what it was read as', async () => {
  const { note } = await asked('shipped', '/speaker Popvoa');
  expect(note).toBe('“Popvoa” was read as “Natalia Popova”.');
  expect((await asked('shipped', 'Recomendations on SKILS')).note).toContain('“SKILS” was read as “skills”');
});

/** Somebody's message as the start of a search: its subjects, not its chatter. */
import { describe, expect, test } from '@jest/globals';
import { createEngine } from '../../src/engine.ts';
import { openShippedArchive } from '../support/host.ts';

const archive = await openShippedArchive();
const engine = createEngine(() => archive);
const about = (message: string) => engine.answer({ text: `/related ${message}` });

describe('a message leads to sessions on its subjects', () => {
  test.each([
    [
      'I liked the point on brain circulation she made last year, we should discuss it',
      'brighter-future-2020',
    ],
    ['pension portability for migrant workers was really interesting, no?', 'brighter-future-2020'],
    ['Tomorrow we talk about AI governance at 10:30 with the team', 'partnership-forum-sdg8-segment'],
    ['has anybody worked with cooperatives in Indonesia or Nepal?', 'arosp-2022-webinar'],
  ])('%s', async (message, session) => {
    const { outcome, items, line } = await about(message);
    expect(outcome).toBe('found');
    expect(items.map(({ id }) => id)).toContain(session);
    expect(line).not.toMatch(/date:|-\w+:/);
  });

  test('the line of the answer gives the same sessions', async () => {
    const answer = await about('AI governance and gender, in Japan and in India');
    const again = await engine.answer({ text: answer.line });
    expect(again.items.map(({ id }) => id)).toEqual(answer.items.map(({ id }) => id));
  });

  test('chatter leads nowhere, and says so', async () => {
    expect((await about('lunch at noon?')).outcome).toBe('nothing');
    expect((await about('')).outcome).not.toBe('unclear');
  });
});

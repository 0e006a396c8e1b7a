/**
 * Lines that buttons, menus and links of messages hold that were posted by the first release: people press them for years.
 * They were recorded from its answers to questions of every kind, two hundred of those that found something.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createEngine } from '../../src/engine.ts';
import { openShippedArchive } from '../support/host.ts';

const lines = readFileSync(new URL('posted-lines.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

test('two hundred lines that were posted before find what they found', async () => {
  const archive = await openShippedArchive();
  const engine = createEngine(() => archive);
  expect(lines.length).toBe(200);
  const lost: string[] = [];
  for (const text of lines) {
    const { outcome, items } = await engine.answer({ text });
    if (outcome !== 'found' || items.length === 0) lost.push(`${outcome}: ${text}`);
  }
  expect(lost).toEqual([]);
});

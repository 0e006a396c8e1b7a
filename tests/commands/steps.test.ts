/** Next steps of lists of what was said, over the archive that is shipped. */
import { expect, test } from '@jest/globals';
import { createEngine } from '../../src/engine.ts';
import { openShippedArchive } from '../support/host.ts';

const archive = await openShippedArchive();
const engine = createEngine(() => archive);
const ask = (text: string) => engine.answer({ text });

test.each([
  'did Popova say anything about skills',
  'what was said on SDG 8',
  'what was said on gender equality',
  'what did Banerjee say about migration',
])('%s: no two of them lead to the same list', async (text) => {
  const { choices } = await ask(text);
  const lists = await Promise.all(
    choices.map(async ({ line }) => {
      const { items, page } = await ask(line);
      return `${items.map(({ id }) => id)} of ${page?.total}`;
    }),
  );
  expect([...new Set(lists)]).toEqual(lists);
});

test('of a subject name it as it stands within a sentence', async () => {
  const { choices } = await ask('what was said on gender equality');
  expect(choices.map(({ label }) => label)).toContain('Recommendations on gender equality');
  const ict = await ask('how many IT specialists will Japan be short of by 2030');
  expect(ict.choices.map(({ label }) => label)).toContain('Recommendations on the ICT sector');
});

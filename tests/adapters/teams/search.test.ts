/** The message extension: type-ahead over people, sessions and recommendations, page by page. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { LIMITS } from '../../../adapters/teams/limits.ts';
import { sizeOf } from '../../../adapters/teams/render.ts';
import { renderPut } from '../../../adapters/teams/render-dialog.ts';
import { renderLink, renderResults } from '../../../adapters/teams/render-search.ts';
import { saysIn } from '../../../adapters/teams/says.ts';
import { type Result, search } from '../../../adapters/teams/search.ts';
import type { Host } from '../../../src/contract/adapter.ts';
import { anyAnswer, anyItem, largestAnswer } from '../../support/answers.ts';
import { fc } from '../../support/property.ts';
import { searchInvoke } from './activities.ts';
import { visibleOf } from './reading.ts';
import { checkResults } from './rules.ts';
import { openStage, type Stage } from './stage.ts';

const says = saysIn();

interface Listed {
  readonly contentType: string;
  readonly content: { readonly title?: string };
  readonly preview?: { readonly content: { readonly title: string; readonly text: string } };
}

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.stop());

async function find(
  query: string,
  skip = 0,
  count = 25,
): Promise<{ list: readonly Listed[]; text: string | undefined }> {
  const { status, body } = await stage.post(searchInvoke(query, skip, count));
  expect(status).toBe(200);
  expect(checkResults(body)).toEqual([]);
  const { attachments, text } = (
    body as { composeExtension: { attachments?: readonly Listed[]; text?: string } }
  ).composeExtension;
  return { list: attachments ?? [], text };
}

const titles = (list: readonly Listed[]): readonly (string | undefined)[] =>
  list.map((one) => one.preview?.content.title ?? one.content.title);
const kinds = (list: readonly Listed[]): readonly (string | undefined)[] =>
  list.map((one) => one.preview?.content.text.split(' · ')[0]);

describe('a search', () => {
  test('finds a person by part of a name, and gives their card', async () => {
    const { list } = await find('popova');
    expect(titles(list)).toContain('Natalia Popova');
    const card = visibleOf(list[titles(list).indexOf('Natalia Popova')]?.content);
    expect(card).toMatch(/International Labour Organization|ILO/u);
    expect(card).toMatch(/¶\d/u);
  });

  test('finds sessions and recommendations on a topic, people first, each of them cited', async () => {
    const { list } = await find('migration');
    const order = kinds(list);
    expect(order).toContain('Session');
    expect(order).toContain('Recommendation');
    expect(order.lastIndexOf('Session')).toBeLessThan(order.indexOf('Recommendation'));
    for (const one of list) {
      expect(visibleOf(one.content)).toMatch(/, (?:¶|section|[a-z])/u);
    }
  });

  test('completes half a word', async () => {
    const { list } = await find('migrat');
    expect(kinds(list)).toContain('Recommendation');
  });

  test('takes the lines of the chat as well', async () => {
    const { list } = await find('/recommendations migration');
    expect(new Set(kinds(list))).toEqual(new Set(['Recommendation']));
  });

  test('begins with the sessions, before anything is typed', async () => {
    const { list } = await find('');
    expect(list.length).toBeGreaterThanOrEqual(5);
    expect(new Set(kinds(list))).toEqual(new Set(['Session']));
  });

  test('says so where it finds nothing', async () => {
    expect(await find('xyzzyqwv')).toMatchObject({ list: [], text: says.own.searchNothing });
  });

  test.each([
    '${x}',
    '{{DATE(1)}}',
    '<at>All</at>',
    '\u202e',
    '"',
    '*',
    '-',
    '/',
    'sessions',
    'x'.repeat(5_000),
  ])('is harmless for %j', async (text) => {
    await find(text);
  });

  test('walked page by page gives the whole list, each once, in one order', async () => {
    const whole = titles((await find('work', 0, 25)).list);
    expect(whole.length).toBeGreaterThan(8);
    const pages: (string | undefined)[] = [];
    for (let skip = 0; skip < whole.length; skip += 4) {
      pages.push(...titles((await find('work', skip, 4)).list));
    }
    expect(pages.slice(0, whole.length)).toEqual(whole);
  });

  test('ends with an empty page', async () => {
    const { list, text } = await find('popova', 1000);
    expect(list).toEqual([]);
    expect(text).toBeUndefined();
  });
});

describe('the list', () => {
  test('never repeats an item and is the same however it is paged', async () => {
    const { host } = stage;
    const all = (skip: number, count: number): Promise<readonly Result[]> =>
      search(host, { text: 'digital', skip, count }, Date.now() + 10_000);
    const id = (one: Result): string => (one.kind === 'item' ? one.item.id : one.answer.line);
    const whole = (await all(0, 1000)).map(id);
    expect(new Set(whole).size).toBe(whole.length);
    const [skip, count] = [3, 7];
    expect((await all(skip, count)).map(id)).toEqual(whole.slice(skip, skip + count));
  });

  test('stops when its time is over', async () => {
    const { host } = stage;
    const some = await search(host, { text: 'work', skip: 0, count: 1000 }, Date.now());
    expect(some).toHaveLength(1);
  });

  test('ends though an archive’s pages run in a circle', async () => {
    const { host } = stage;
    const circle: Pick<Host, 'ask' | 'engine' | 'declarations'> = {
      declarations: host.declarations,
      engine: { ...host.engine, revision: '', suggest: async () => [] },
      ask: async ({ text }) => ({
        ...(await host.ask({ text: 'sessions' })),
        page: { number: 1, pages: 2, total: 9, first: 1, last: 5, next: text },
      }),
    };
    expect(
      (await search(circle, { text: 'x', skip: 0, count: 100 }, Date.now() + 5_000)).length,
    ).toBeLessThan(20);
  });
});

describe('any results', () => {
  const anyResult: fc.Arbitrary<Result> = fc.oneof(
    anyItem(3000).map((item): Result => ({ kind: 'item', item })),
    fc
      .tuple(anyAnswer(), fc.string())
      .map(([answer, detail]): Result => ({ kind: 'answer', answer, detail })),
  );

  test('become a response that Teams takes', () => {
    fc.assert(
      fc.property(fc.array(anyResult, { maxLength: 25 }), (results) => {
        expect(checkResults(renderResults(results, says))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('with a title of nothing that can be shown carry the name of the product', () => {
    const [item] = largestAnswer(1).items;
    if (item === undefined) throw new Error('an answer has an item');
    const blank = { ...item, title: { text: '\u0000', marks: [] } };
    expect(checkResults(renderResults([{ kind: 'item', item: blank }], says))).toEqual([]);
  });

  test.each([0, 1, 5, 10, 25, 100])(
    'an answer of %i large items that is put into a message stays under 28 KB',
    (count) => {
      const { attachments } = renderPut(largestAnswer(count)).composeExtension as {
        readonly attachments: readonly { readonly content: unknown }[];
      };
      expect(sizeOf(attachments[0])).toBeLessThan(LIMITS.putBytes.value);
      expect(visibleOf(attachments[0]?.content)).not.toBe('');
    },
  );

  test('any answer or link that is put into a message stays under 28 KB', () => {
    fc.assert(
      fc.property(anyAnswer(), (one) => {
        for (const response of [renderPut(one), renderLink(one)]) {
          const { attachments } = response.composeExtension as { readonly attachments: readonly unknown[] };
          expect(sizeOf(attachments[0])).toBeLessThan(LIMITS.putBytes.value);
        }
      }),
    );
  });

  test('at their largest stay under the limit, all of them listed', () => {
    const largest = largestAnswer(25);
    const results = largest.items.map((item): Result => ({ kind: 'item', item }));
    const body = renderResults(
      [
        ...results.slice(0, 20),
        ...Array.from(
          { length: 5 },
          (): Result => ({ kind: 'answer', answer: largest, detail: 'x'.repeat(5000) }),
        ),
      ],
      says,
    );
    expect(checkResults(body)).toEqual([]);
    expect(body.composeExtension).toMatchObject({ attachments: { length: 25 } });
  });
});

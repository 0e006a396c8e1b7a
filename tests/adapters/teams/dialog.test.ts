/** “Find related” in a message’s menu, the dialog that it opens, and links to our own pages: over HTTP, with the real engine. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { saysIn } from '../../../adapters/teams/says.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { openHost } from '../../support/host.ts';
import { dialogInvoke, type Json, linkInvoke, menuInvoke } from './activities.ts';
import { type Pressable, pressables, visibleOf } from './reading.ts';
import { checkDialog, checkResults } from './rules.ts';
import { openStage, type Stage } from './stage.ts';

const says = saysIn();

const HOME = 'https://rapporteur.example';
const ABOUT_SKILLS =
  '<p>We should think about how returning migrants get their <b>skills</b> recognised.</p>';

let stage: Stage;
/** The threads that were kept. */
const remembered: string[] = [];
beforeAll(async () => {
  const store = await openStore();
  const put: Store['threads']['put'] = (key, ...rest) => {
    remembered.push(key);
    return store.threads.put(key, ...rest);
  };
  const host = await openHost({ publicUrl: HOME, store: { ...store, threads: { ...store.threads, put } } });
  stage = await openStage({ host });
}, 60_000);
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.connector.broken).toEqual([]);
  // A dialog speaks through its responses alone.
  expect(stage.connector.all).toEqual([]);
});

async function cardAfter(invoke: Json): Promise<unknown> {
  const { status, body } = await stage.post(invoke);
  expect(status).toBe(200);
  expect(checkDialog(body)).toEqual([]);
  return (body as { task: { value: { card: { content: unknown } } } }).task.value.card.content;
}

function labelled(card: unknown, label: string): Pressable {
  const found = pressables(card).find((one) => one.label === label || one.label.startsWith(`${label} `));
  if (found === undefined) {
    throw new Error(`nothing is labelled ${label}: ${pressables(card).map((one) => one.label)}`);
  }
  return found;
}

describe('the dialog', () => {
  test('shows what is related to a message, with its citations', async () => {
    const card = await cardAfter(menuInvoke(ABOUT_SKILLS));
    expect(visibleOf(card)).toMatch(/labour migration or skills development/u);
    expect(visibleOf(card)).toMatch(/¶\d/u);
    expect(visibleOf(card)).not.toMatch(/returning migrants get/u);
  });

  test('opens an item in its own place, and leads back', async () => {
    const list = await cardAfter(menuInvoke(ABOUT_SKILLS));
    const opens = labelled(list, 'Open:');
    const item = await cardAfter(dialogInvoke(opens.action.data));
    expect(visibleOf(item)).toContain(opens.label.replace('Open: ', ''));
    const back = await cardAfter(dialogInvoke(labelled(item, says.own.back).action.data));
    expect(visibleOf(back)).toBe(visibleOf(list));
  });

  test('turns pages', async () => {
    const first = await cardAfter(dialogInvoke({ line: 'recommendations' }));
    const second = await cardAfter(dialogInvoke(labelled(first, 'Next').action.data));
    expect(visibleOf(second)).not.toBe(visibleOf(first));
    expect(visibleOf(await cardAfter(dialogInvoke(labelled(second, 'Previous').action.data)))).toBe(
      visibleOf(first),
    );
  });

  test('puts an answer into the message that is being written, without buttons', async () => {
    const list = await cardAfter(menuInvoke(ABOUT_SKILLS));
    const { body } = await stage.post(dialogInvoke(labelled(list, says.own.put).action.data));
    expect(checkResults(body)).toEqual([]);
    const [put, ...others] = (body as { composeExtension: { attachments: { content: unknown }[] } })
      .composeExtension.attachments;
    expect(others).toEqual([]);
    expect(visibleOf(put?.content)).toMatch(/¶\d/u);
  });

  test('offers nothing to put where nothing was found', async () => {
    const card = await cardAfter(menuInvoke('<p>xyzzyqwv</p>'));
    expect(pressables(card).map((one) => one.label)).not.toContain(says.own.put);
    expect(pressables(card).length).toBeGreaterThan(0);
  });

  test('says why it shows nothing', async () => {
    expect(visibleOf(await cardAfter(menuInvoke('<img src="https://x.example/a.png">')))).toBe(
      says.own.unreadable.words,
    );
    expect(visibleOf(await cardAfter(dialogInvoke({ other: 'card' })))).toBe(says.own.unreadable.button);
  });

  test('says so where the archive fails, or takes longer than Teams waits', async () => {
    const failing = await openHost({
      wrapEngine: (engine) => ({
        ...engine,
        revision: engine.revision,
        answer: ({ text }) =>
          text.includes('slow') ? new Promise(() => undefined) : Promise.reject(new Error('away')),
      }),
    });
    const other = await openStage({ host: failing, timing: { search: 200 } });
    try {
      for (const html of ['<p>fails</p>', '<p>slow</p>']) {
        const { status, body } = await other.post(menuInvoke(html));
        expect(status).toBe(200);
        expect(checkDialog(body)).toEqual([]);
        expect(JSON.stringify(body)).toContain(says.own.failed);
      }
    } finally {
      await other.stop();
    }
  }, 60_000);

  test('needs no conversation in which the bot is, and remembers nothing of it', async () => {
    const { length } = remembered;
    await cardAfter(menuInvoke(ABOUT_SKILLS, { conversation: undefined, recipient: undefined }));
    expect(remembered).toHaveLength(length);
  });
});

describe('a link', () => {
  interface Preview {
    readonly contentType: string;
    readonly content: { readonly version?: string };
    readonly preview?: unknown;
  }
  async function previews(url: unknown): Promise<readonly Preview[]> {
    const { status, body } = await stage.post(linkInvoke(url));
    expect(status).toBe(200);
    return (body as { composeExtension: { attachments: readonly Preview[] } }).composeExtension.attachments;
  }

  test('to our own page shows its answer, in a version of cards that links may have', async () => {
    const [shown, ...others] = await previews(`${HOME}/?q=${encodeURIComponent('speaker Popova')}`);
    expect(others).toEqual([]);
    expect(shown?.content.version).toBe('1.3');
    expect(shown?.preview).toBeDefined();
    expect(visibleOf(shown?.content)).toMatch(/Natalia Popova/u);
    expect(visibleOf(shown?.content)).toMatch(/¶\d/u);
    expect(pressables(shown?.content)).toEqual([]);
  });

  test.each([
    ['/search?q=speaker+Popova', /Natalia Popova/u],
    ['/sessions/wsis-forum-2022-session-181', /Digitalization and employment/u],
    ['/goals/8', /SDG 8|Goal 8/u],
  ])('%s shows the answer of that page', async (path, words) => {
    const [shown] = await previews(`${HOME}${path}`);
    expect(visibleOf(shown?.content)).toMatch(words);
    expect(shown?.preview).toMatchObject({ content: { title: expect.stringMatching(words) } });
  });

  test.each([
    ['of another host', 'https://evil.example/?q=speaker%20Popova'],
    ['to a page without a line', `${HOME}/?q=`],
    ['to another page', `${HOME}/status?q=speaker%20Popova`],
    ['that leads to nothing', `${HOME}/?q=xyzzyqwv`],
    ['that is none', 'speaker Popova'],
    ['of a wrong type', { url: 1 }],
  ])('%s stays a link', async (_what, url) => {
    expect(await previews(url)).toEqual([]);
  });
});

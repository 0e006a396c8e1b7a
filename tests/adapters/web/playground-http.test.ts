/** What the playground's script fetches: for this machine only, by JSON alone, and proof against anything sent to it. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { discord } from '../../../adapters/discord/adapter.ts';
import { slack } from '../../../adapters/slack/adapter.ts';
import { teams } from '../../../adapters/teams/adapter.ts';
import { createWeb } from '../../../adapters/web/adapter.ts';
import { ask } from '../../service/talk.ts';
import { HOSTILE_TEXTS } from '../../support/answers.ts';
import { buildBundles } from '../../support/bundles.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { fc } from '../../support/property.ts';
import { openSite, type Site, type SiteOptions } from '../../support/site.ts';

jest.setTimeout(60_000);

const ANSWER = '/api/playground/answer';
const PRESS = '/api/playground/press/slack';
const COMPLETE = '/api/playground/complete/slack';

let site: Site | undefined;
let host: TestHost;

async function start(options: SiteOptions = {}): Promise<void> {
  host = await openHost({ previews: [slack, discord, teams] });
  site = await openSite(host, options);
}

afterEach(async () => {
  await site?.close();
});

const get = (path: string) => ask(site?.port ?? 0, path);
const post = (path: string, body: unknown, type = 'application/json') =>
  ask(site?.port ?? 0, path, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the answer', () => {
  test('comes with a column for every platform, connected or not, and continues a line', async () => {
    await start();
    const reply = await get(`${ANSWER}?q=only+2022&after=sessions+sdg:8`);
    const { line, columns, text } = JSON.parse(reply.text);
    expect(line).toContain('2022');
    expect(text).toContain('Digitalization and employment');
    expect(columns.map(({ name, title }: { name: string; title: string }) => [name, title])).toEqual([
      ['slack', 'Slack'],
      ['discord', 'Discord'],
      ['teams', 'Microsoft Teams'],
    ]);
  });

  test.each(HOSTILE_TEXTS)('to %j is drawn for all', async (text) => {
    await start();
    const reply = await get(`${ANSWER}?${new URLSearchParams({ q: text.slice(0, 1_000) })}`);
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text).columns).toHaveLength(3);
  });
});

describe('who may ask', () => {
  test.each([false, true])('nobody from outside, with PUBLIC_ARCHIVE %s', async (publicArchive) => {
    await start({ outside: true, publicArchive });
    expect((await get(`${ANSWER}?q=help`)).status).toBe(404);
    expect((await post(PRESS, { payload: {}, private: false, interaction: {} })).status).toBe(404);
    expect((await get('/')).text).not.toContain('playground');
  });

  test('a form of another site cannot: only JSON is read', async () => {
    await start();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect((await post(PRESS, '{}', type)).status).toBe(415);
    }
  });
});

describe('what is not understood', () => {
  test('is refused with a reason', async () => {
    await start();
    const known = { payload: {}, private: false, interaction: {} };
    for (const [reply, status] of [
      [await get(ANSWER), 400],
      [await post(ANSWER, {}), 405],
      [await get(PRESS), 405],
      [await post(PRESS, 'no json'), 400],
      [await post(PRESS, { ...known, private: 'yes' }), 400],
      [await post('/api/playground/press/elsewhere', known), 404],
      [await post('/api/playground/press/slack/more', known), 404],
      [await post('/api/playground/press/__proto__', known), 404],
      [await post(COMPLETE, { interaction: { action_id: 'elsewhere', value: 'x' } }), 404],
      [await post('/api/playground/complete/teams', { interaction: {} }), 404],
      [await get('/api/playground/'), 404],
    ] as const) {
      expect(reply.status).toBe(status);
      expect(JSON.parse(reply.text)).toEqual({ error: expect.stringMatching(/\w/) });
    }
  });

  test('never breaks anything, whatever is pressed', async () => {
    await start();
    const anything = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));
    const likely = fc.record(
      {
        type: fc.constantFrom('block_actions', 'view_submission', 'Action.Execute', 'modal', 7),
        actions: fc.jsonValue(),
        view: fc.jsonValue(),
        custom_id: fc.oneof(fc.string(), fc.constantFrom('ol0:help', 'tr0.1.2:9', 'te0.zz.:a.b.c')),
        values: fc.jsonValue(),
        data: fc.jsonValue(),
        flags: fc.jsonValue(),
        components: fc.jsonValue({ maxDepth: 4 }),
      },
      { requiredKeys: [] },
    );
    const part = fc.oneof(anything, likely);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('slack', 'discord', 'teams'), part, part, async (name, a, b) => {
        const reply = await post(`/api/playground/press/${name}`, {
          payload: a,
          private: false,
          interaction: b,
        });
        expect([name, a, b, reply.status]).toEqual([name, a, b, 200]);
      }),
      { numRuns: 150 },
    );
    expect(host.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('the bundles', () => {
  test('are one for each column, and may be kept for good', async () => {
    await start({ adapter: createWeb(buildBundles()) });
    const { text } = await get('/?q=help');
    const addresses = [
      ...text.matchAll(/\/assets\/(?:playground|slack|discord|teams)\.\w+\.(?:js|css)/g),
    ].map(([address]) => address);
    expect(addresses).toHaveLength(5);
    for (const address of addresses) {
      const reply = await get(address);
      expect([address, reply.status, reply.headers['cache-control']]).toEqual([
        address,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
    expect((await get('/assets/bundles.json')).status).toBe(404);
  });

  test('are named by no page of the archive', async () => {
    await start({ adapter: createWeb(buildBundles()) });
    for (const path of ['/archive', '/sessions', '/search?q=sessions+sdg8']) {
      expect((await get(path)).text).not.toMatch(/assets\/(playground|slack|discord|teams)\./);
    }
  });
});

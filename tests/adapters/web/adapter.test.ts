/** The page over real HTTP, on the real server, over the shipped knowledge. */
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { web } from '../../../adapters/web/adapter.ts';
import type { Answer } from '../../../src/answer/answer.ts';
import type { Engine } from '../../../src/engine.ts';
import { isLoopback } from '../../../src/service/hosts.ts';
import { type HttpServer, listen } from '../../../src/service/http.ts';
import { checkPage } from '../../conformance/drivers/web.ts';
import { ask, type Reply } from '../../service/talk.ts';
import { HOSTILE_TEXTS } from '../../support/answers.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { byTag, parseMarkup, visibleText } from '../../support/markup.ts';
import { anyCharacters, fc } from '../../support/property.ts';
import { openSite } from '../../support/site.ts';
import { until } from '../../support/until.ts';

jest.setTimeout(60_000);

let server: HttpServer | undefined;
let host: TestHost;

async function start(wrapEngine?: (engine: Engine) => Engine): Promise<void> {
  host = await openHost(wrapEngine === undefined ? {} : { wrapEngine });
  server = await openSite(host);
}

afterEach(async () => {
  await server?.stop(100);
});

const get = (path: string, headers: Record<string, string> = {}) => ask(server?.port ?? 0, path, { headers });
const line = (text: string) => `/search?${new URLSearchParams({ q: text })}`;
const read = ({ text }: Reply) => visibleText(parseMarkup(text));

describe('the start page', () => {
  test('has the field, lines to try, and what the archive holds', async () => {
    await start();
    const reply = await get('/');
    expect(reply.status).toBe(200);
    checkPage(reply.text);
    const page = parseMarkup(reply.text);
    expect(byTag(page, 'input').filter(({ attributes }) => attributes.name === 'q')).toHaveLength(1);
    const text = visibleText(page);
    for (const words of ['Points on record', 'People', 'Recommendations', 'Events', 'Topics', 'How to ask'])
      expect(text).toContain(words);
  });

  test('every link on it leads to an answer', async () => {
    await start();
    const links = byTag(parseMarkup((await get('/')).text), 'a').map(
      ({ attributes }) => attributes.href ?? '',
    );
    const lines = [...new Set(links.filter((href) => href.startsWith('/?q=')))];
    expect(lines.length).toBeGreaterThan(15);
    for (const href of lines) {
      const reply = await get(href);
      expect([href, reply.status]).toEqual([href, 200]);
      expect(read(reply)).not.toMatch(/Nothing found|Not clear yet/);
    }
  });
});

describe('an answer', () => {
  test('comes as a page with its sources', async () => {
    await start();
    const reply = await get(line('/sessions sdg8'));
    expect(reply.status).toBe(200);
    checkPage(reply.text);
    expect(read(reply)).toContain('Digitalization and employment');
    expect(read(reply)).toContain('Read the originals');
    expect(host.metrics.counted).toContainEqual({
      name: 'requests',
      labels: { adapter: 'test', kind: 'page', outcome: 'found' },
    });
  });

  test('comes as data, the same', async () => {
    await start();
    const reply = await get('/api/answer?q=sessions+sdg8');
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    const answer = JSON.parse(reply.text) as Answer;
    expect(answer).toEqual(await host.ask({ text: 'sessions sdg8' }));
    expect(answer.outcome).toBe('found');
  });

  test('continues the one before it, by the field that the page brings along', async () => {
    await start();
    const first = parseMarkup((await get(line('sessions sdg8'))).text);
    const after =
      byTag(first, 'input').find(({ attributes }) => attributes.name === 'after')?.attributes.value ?? '';
    expect(after).not.toBe('');
    const second = await get(`/search?${new URLSearchParams({ q: 'only 2022', after })}`);
    expect(read(second)).toContain('10 May 2022');
    expect(read(second)).not.toContain('30 September 2020');
  });

  test('has one address however it was asked', async () => {
    await start();
    const canonical = async (text: string) =>
      byTag(parseMarkup((await get(line(text))).text), 'link').find(
        ({ attributes }) => attributes.rel === 'canonical',
      )?.attributes.href;
    expect(await canonical('/sessions SDG 8')).toBe(await canonical('sessions goal 8'));
  });

  test('leads on: every link of it is answered', async () => {
    await start();
    const page = parseMarkup((await get(line('sessions sdg8'))).text);
    const links = byTag(page, 'a').map(({ attributes }) => attributes.href ?? '');
    for (const href of links.filter((each) => each.startsWith('/search?q='))) {
      expect((await get(href)).status).toBe(200);
    }
  });

  test.each(HOSTILE_TEXTS)('to %j is a harmless page', async (text) => {
    await start();
    const reply = await get(line(text.slice(0, 1_000)));
    expect(reply.status).toBe(200);
    checkPage(reply.text);
  });

  test('to anything is a harmless page', async () => {
    await start();
    await fc.assert(
      fc.asyncProperty(anyCharacters(120), async (text) => {
        const reply = await get(line(text));
        expect(reply.status).toBe(200);
        checkPage(reply.text);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('to a line that is too long says so', async () => {
    await start();
    const reply = await get(line('word '.repeat(400)));
    expect(reply.status).toBe(200);
    expect(read(reply)).toMatch(/500/);
  });
});

describe('suggestions', () => {
  test('complete names and subjects with whole lines', async () => {
    await start();
    const reply = await get('/api/suggest?q=popo');
    const suggestions = JSON.parse(reply.text) as { label: string; line: string }[];
    expect(suggestions[0]?.label).toContain('Popova');
    expect(suggestions.length).toBeLessThanOrEqual(8);
    expect(read(await get(line(suggestions[0]?.line ?? '')))).toContain('Popova');
  });

  test('complete the argument of a command, and keep the words before it', async () => {
    await start();
    const lines = async (text: string) =>
      (
        JSON.parse((await get(`/api/suggest?${new URLSearchParams({ q: text })}`)).text) as {
          line: string;
        }[]
      ).map(({ line: one }) => one);
    expect(await lines('/speaker popo')).toEqual(['/speaker Natalia Popova']);
    expect((await lines('sessions sdg8 jap'))[0]).toMatch(/^sessions sdg8 \S*[Jj]apan/);
  });

  test('are a list for whatever is typed', async () => {
    await start();
    for (const text of [...HOSTILE_TEXTS.map((each) => each.slice(0, 500)), '']) {
      const reply = await get(`/api/suggest?${new URLSearchParams({ q: text })}`);
      expect(reply.status).toBe(200);
      expect(Array.isArray(JSON.parse(reply.text))).toBe(true);
    }
  });
});

describe('what is sent', () => {
  test('is compressed where that is taken', async () => {
    await start();
    const port = server?.port ?? 0;
    const reply = await fetch(`http://127.0.0.1:${port}/`);
    expect(reply.headers.get('content-encoding')).toBe('gzip');
    expect(await reply.text()).toContain('Rapporteur');
    expect((await get('/')).headers['content-encoding']).toBeUndefined();
    expect((await get('/', { 'Accept-Encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined();
  });

  test('is not sent again where it is the same', async () => {
    await start();
    const first = await get(line('sessions sdg8'));
    const again = await get(line('sessions sdg8'), { 'If-None-Match': String(first.headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await get(line('sessions sdg9'), { 'If-None-Match': String(first.headers.etag) });
    expect(other.status).toBe(200);
  });

  test('of style, script and icon may be kept for good, because their addresses hold their hash', async () => {
    await start();
    const page = parseMarkup((await get('/')).text);
    const addresses = [
      ...byTag(page, 'link').map(({ attributes }) => attributes.href ?? ''),
      ...byTag(page, 'script').map(({ attributes }) => attributes.src ?? ''),
    ].filter((address) => address.startsWith('/assets/'));
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      const reply = await get(address);
      expect([reply.status, reply.headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(address).toMatch(/\.[0-9a-f]{12}\.(css|js|svg)$/);
    }
    expect((await get('/assets/page.css')).status).toBe(404);
    expect((await get('/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });

  test('weighs less than 60 KB compressed at first sight, style and script included', async () => {
    await start();
    const port = server?.port ?? 0;
    const weigh = async (path: string) => {
      const { request } = await import('node:http');
      return new Promise<number>((resolve, reject) => {
        const sent = request(
          { port, host: '127.0.0.1', path, headers: { 'Accept-Encoding': 'gzip' } },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => {
              const bytes = Buffer.concat(chunks);
              expect(gunzipSync(bytes).length).toBeGreaterThan(bytes.length);
              resolve(bytes.length);
            });
          },
        );
        sent.on('error', reject);
        sent.end();
      });
    };
    const page = parseMarkup((await get('/')).text);
    const style =
      byTag(page, 'link').find(({ attributes }) => attributes.rel === 'stylesheet')?.attributes.href ?? '';
    const script = byTag(page, 'script')[0]?.attributes.src ?? '';
    const total = (await weigh('/')) + (await weigh(style)) + (await weigh(script));
    expect(total).toBeLessThan(60_000);
  });

  test('to HEAD is the head of what GET gets', async () => {
    await start();
    const reply = await ask(server?.port ?? 0, '/', { method: 'HEAD' });
    expect([reply.status, reply.text]).toEqual([200, '']);
    expect(Number(reply.headers['content-length'])).toBeGreaterThan(1000);
  });

  test('to anything but reading is a refusal', async () => {
    await start();
    const reply = await ask(server?.port ?? 0, '/', { method: 'POST', body: 'q=help' });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('where there is nothing says so, as data where data was asked for', async () => {
    await start();
    const page = await get('/nowhere');
    expect(page.status).toBe(404);
    checkPage(page.text);
    expect(read(page)).toContain('There is no such page.');
    expect(JSON.parse((await get('/api/nowhere')).text)).toEqual({ error: 'There is no such page.' });
  });
});

describe('when the archive fails', () => {
  const broken = (engine: Engine): Engine => ({
    ...engine,
    revision: '',
    answer: () => Promise.reject(new Error('private details')),
    suggest: () => Promise.reject(new Error('private details')),
  });

  test('the reader gets a page or data that says so, and no details', async () => {
    await start(broken);
    const page = await get(line('sessions sdg8'));
    expect(page.status).toBe(500);
    checkPage(page.text);
    expect(read(page)).toContain('Please try again.');
    const data = await get('/api/suggest?q=x');
    expect([data.status, JSON.parse(data.text)]).toEqual([
      500,
      { error: 'Something went wrong here. Please try again.' },
    ]);
    expect(page.text + data.text).not.toContain('private details');
    expect(JSON.stringify(host.log.lines)).not.toContain('sdg8');
    expect(host.metrics.counted.filter(({ name }) => name === 'failures')).toHaveLength(2);
  });
});

describe('the end', () => {
  test('waits for pages in work, and no longer than it may', async () => {
    let finish = () => {};
    const slow = (engine: Engine): Engine => ({
      ...engine,
      revision: '',
      answer: async (request) => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return engine.answer(request);
      },
    });
    host = await openHost({ wrapEngine: slow });
    const connection = await web.open({}, host);
    const route = connection.routes.find(({ path }) => path === '/search');
    server = await listen({
      host: '127.0.0.1',
      port: 0,
      allowed: isLoopback,
      allowedHint: '',
      find: () => (route === undefined ? { status: 404, reason: '' } : { route }),
      onServed: () => {},
      log: host.log,
    });
    const before = finish;
    const reply = get(line('sessions sdg8'));
    await until(() => finish !== before);
    const started = performance.now();
    await connection.stop(50);
    expect(performance.now() - started).toBeLessThan(4_500);
    const stopped = connection.stop(5_000);
    finish();
    await stopped;
    expect((await reply).status).toBe(200);
    expect(connection.status().state).toBe('stopped');
  });
});

/** The pages that were built, and what the playground shows of each platform: text as it was written in the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { discord } from '../../adapters/discord/adapter.ts';
import { slack } from '../../adapters/slack/adapter.ts';
import { teams } from '../../adapters/teams/adapter.ts';
import { createWeb } from '../../adapters/web/adapter.ts';
import { PATIENT, type Started } from '../service/started.ts';
import { ask, type Reply } from '../service/talk.ts';
import { openHost } from '../support/host.ts';
import { openSite, type Site } from '../support/site.ts';
import { buildProject, type Project } from './project.ts';

jest.setTimeout(PATIENT);

/** UTF-8 that was read as Latin-1 or as its cousin of Windows: every letter beyond ASCII as two or three others. */
const MOJIBAKE = /[ÂÃÐÑÅ][\u0080-\u00bf]|â[\u0080-\u00bf€]/;

let project: Project;
let service: Started;
let port: number;
let sources: Site;

beforeAll(async () => {
  project = await buildProject();
  service = project.serve({ LOG_LEVEL: 'silent' });
  const host = await openHost({ name: 'web', previews: [slack, discord, teams] });
  sources = await openSite(host, { adapter: createWeb(join(project.folder, 'dist', 'browser')) });
  port = await service.port();
}, PATIENT);

afterAll(async () => {
  await sources?.close();
  service?.child.kill('SIGTERM');
  await service?.exit;
});

async function get(path: string): Promise<Reply> {
  const reply = await ask(port, path);
  expect([path, reply.status]).toEqual([path, 200]);
  return reply;
}

const PAGES = [
  '/archive',
  '/search?q=sessions+sdg8',
  '/recommendations?goal=8',
  '/goals/8',
  '/sessions/wsis-forum-2022-session-181',
  '/people',
  '/people/natalia-popova',
  '/sources/wsis-2022-session-181',
  '/topics/labour-migration',
  '/countries/JP',
  '/?q=%2Fsessions+sdg8',
  '/?q=%D0%A6%D0%A3%D0%A0+8',
  '/api/answer?q=%E2%80%9Cdecent+work%E2%80%9D',
  '/api/playground/answer?q=%2Fsessions+sdg8',
];

test.each(PAGES)('%s is that of the sources, in UTF-8, and says that it is', async (path) => {
  const { text, headers } = await get(path);
  expect(headers['content-type']).toMatch(/; charset=utf-8$/);
  expect(text).not.toMatch(MOJIBAKE);
  expect(text).toBe((await ask(sources.port, path)).text);
});

describe('letters beyond ASCII of our own', () => {
  test.each([
    ['/archive', ' · '],
    ['/archive', ' …'],
    ['/recommendations?goal=8', ' ×</span>'],
    ['/?q=%2Fsessions+sdg8', 'Drawing the answer…'],
  ])('%s has %s', async (path, shown) => {
    expect((await get(path)).text).toContain(shown);
  });
});

test('every page of the archive that its overview leads to can be read', async () => {
  const links = new Set((await get('/archive')).text.match(/(?<=href=")\/[^"#]+/g));
  const pages = [...links].filter((link) => !link.startsWith('/assets/') && !link.startsWith('/api/'));
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) expect((await get(page.replaceAll('&amp;', '&'))).text).not.toMatch(MOJIBAKE);
});

describe('the playground', () => {
  test.each(['slack', 'discord', 'teams'])('has what %s would be sent', async (name) => {
    const { columns } = JSON.parse((await get('/api/playground/answer?q=%2Frecommendations+migration')).text);
    const payload = JSON.stringify(columns.find((column: { name: string }) => column.name === name).payload);
    expect(payload).toContain('migra');
    expect(payload).toMatch(/[·…–¶“’]/);
    expect(payload).not.toMatch(MOJIBAKE);
  });

  test('draws with scripts, styles and fonts that are there, in UTF-8', async () => {
    const { text } = await get('/?q=%2Fsessions+sdg8');
    const named = [...new Set(text.match(/\/assets\/[\w.-]+/g))];
    const built = readdirSync(join(project.folder, 'dist', 'browser')).filter((name) =>
      /\.(js|css|woff2)$/.test(name),
    );
    for (const name of ['playground', 'slack', 'discord', 'teams'])
      expect(named.join(' ')).toMatch(new RegExp(`/assets/${name}\\.\\w{8}\\.js`));
    for (const address of [...named, ...built.map((name) => `/assets/${name}`)]) {
      const { headers, text: content } = await get(address);
      if (/\.(js|css)$/.test(address)) {
        expect(headers['content-type']).toMatch(/^text\/\w+; charset=utf-8$/);
        expect([address, content.match(MOJIBAKE)]).toEqual([address, null]);
      }
    }
  });
});

test('what is built says which sources it is of', () => {
  const chunks = readdirSync(join(project.folder, 'dist', 'chunks')).filter((name) => name.endsWith('.map'));
  const sourcesNamed = chunks.flatMap((name) => {
    const map = JSON.parse(readFileSync(join(project.folder, 'dist', 'chunks', name), 'utf8'));
    return map.sources as string[];
  });
  expect(sourcesNamed).toContain('../../src/engine.ts');
  expect(sourcesNamed).toContain('../../adapters/slack/render.ts');
});

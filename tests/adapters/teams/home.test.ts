/** The personal tab: one page without a script, which Teams alone may frame, with links into the public archive. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { renderHome } from '../../../adapters/teams/home.ts';
import { type CloudName, FRAME_HOSTS } from '../../../adapters/teams/hosts.ts';
import { saysIn } from '../../../adapters/teams/says.ts';
import { createGate } from '../../../src/service/access.ts';
import { createFinder } from '../../../src/service/doors.ts';
import { HOSTILE_TEXTS } from '../../support/answers.ts';
import { openHost } from '../../support/host.ts';
import { byTag, elements, parseMarkup, visibleText } from '../../support/markup.ts';
import { CONFIG, openStage, type Stage } from './stage.ts';

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.stop());

const get = (query = '', init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(`/teams/home${query}`, stage.url), init);

/** The directives of the page's policy. */
async function policy(one: Stage = stage): Promise<ReadonlyMap<string, string>> {
  const { headers } = await fetch(new URL('/teams/home', one.url));
  const parts = (headers.get('content-security-policy') ?? '').split('; ');
  return new Map(parts.map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));
}

describe('the frame', () => {
  test.each(Object.keys(FRAME_HOSTS) as CloudName[])(
    'in the cloud %s is that of Teams alone',
    async (cloud) => {
      const other = await openStage({ config: { ...CONFIG, mode: 'cloud', cloud } as typeof CONFIG });
      try {
        const ancestors = (await policy(other)).get('frame-ancestors') ?? '';
        expect(ancestors).toBe(FRAME_HOSTS[cloud].join(' '));
        for (const host of ancestors.split(' ')) expect(host).toMatch(/^https:\/\/[a-z*.]*teams\.[a-z.]+$/u);
      } finally {
        await other.stop();
      }
    },
  );

  test('holds a page that loads and runs nothing', async () => {
    const told = await policy();
    expect(told.get('default-src')).toBe("'none'");
    const page = await (await get()).text();
    const style = /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? '';
    expect(told.get('style-src')).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    for (const { tag, attributes } of elements(parseMarkup(page))) {
      expect(['script', 'iframe', 'img', 'link', 'object']).not.toContain(tag);
      expect(Object.keys(attributes).filter((name) => /^on|^style$/u.test(name))).toEqual([]);
    }
  });
});

test('every link opens beside Teams, on a page of ours', async () => {
  const links = byTag(parseMarkup(await (await get()).text()), 'a');
  expect(links.length).toBeGreaterThan(20);
  for (const { attributes } of links) {
    expect(attributes.href).toMatch(/^\/[a-z]/u);
    expect([attributes.target, attributes.rel]).toEqual(['_blank', 'noopener']);
  }
});

test('the theme and the language are those that Teams puts into the address', async () => {
  const root = async (query: string) =>
    byTag(parseMarkup(await (await get(query)).text()), 'html')[0]?.attributes;
  expect(await root('?theme=dark&locale=fr-FR')).toMatchObject({ class: 'dark', lang: 'fr-FR', dir: 'ltr' });
  expect(await root('?theme=contrast&locale=ar-EG')).toMatchObject({ class: 'contrast', dir: 'rtl' });
  // Clients that put nothing there.
  expect(await root('?theme={app.theme}&locale={app.locale}')).toMatchObject({ class: 'system', lang: 'en' });
  expect(await root('?theme=%22%3E&locale=%3Cscript%3E')).toMatchObject({ class: 'system', lang: 'en' });
});

test('what the archive holds stays text', async () => {
  const overview = await stage.host.engine.browse.overview();
  for (const hostile of HOSTILE_TEXTS) {
    const page = renderHome(
      {
        ...overview,
        events: [{ id: 'e', title: hostile, date: hostile, line: 'open e' }],
        topics: [{ id: 't', label: hostile, contributions: 1, line: hostile }],
      },
      saysIn(),
      { theme: '' },
    );
    const rows = byTag(parseMarkup(String(page)), 'li')
      .map(visibleText)
      .join(' ');
    expect(rows.replace(/\s+/gu, ' ')).toContain(visible(hostile));
  }
});

/** A text as a page shows it: without controls, blanks as one. */
const visible = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/gu, ' ')
    .trim();

test('only reads', async () => {
  const { status, headers } = await get('', { method: 'POST' });
  expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect(await (await get('', { method: 'HEAD' })).text()).toBe('');
});

test('is for everybody where the archive is public, and for nobody outside else', () => {
  const open = (publicArchive: boolean) =>
    createFinder({
      publicArchive,
      isLocal: () => false,
      gate: createGate(undefined),
      own: [],
      routes: (path) => stage.connection.routes.filter((one) => one.path === path),
      opening: () => false,
      statuses: () => new Map(),
    })({ method: 'GET' } as Parameters<ReturnType<typeof createFinder>>[0], '/teams/home');
  expect(open(true)).toHaveProperty('route');
  expect(open(false)).toMatchObject({ status: 404 });
});

test('a page that cannot be made says so', async () => {
  const failing = await openHost({
    wrapEngine: (engine) => ({
      ...engine,
      revision: engine.revision,
      browse: { ...engine.browse, overview: () => Promise.reject(new Error('away')) },
    }),
  });
  const other = await openStage({ host: failing });
  try {
    const reply = await fetch(new URL('/teams/home', other.url));
    expect([reply.status, await reply.text()]).toEqual([500, saysIn().own.failed]);
  } finally {
    await other.stop();
  }
});

test('names what it holds by whole words', async () => {
  const shown = visibleText(parseMarkup(await (await get()).text()));
  const { counts } = await stage.host.engine.browse.overview();
  expect(shown).toContain(`${counts.recommendations} recommendations`);
});

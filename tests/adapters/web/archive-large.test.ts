/** The pages of an archive of some thousand events, as an import of many conferences makes one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateArchive } from '../../../bench/data/archive.ts';
import { pathOf } from '../../../src/answer/address.ts';
import type { Knowledge } from '../../../src/knowledge/model.ts';
import { checkPage } from '../../conformance/drivers/web.ts';
import { ask } from '../../service/talk.ts';
import { openShippedArchive } from '../../support/host.ts';
import { byTag, type Element, elements, parseMarkup } from '../../support/markup.ts';
import { openSiteOver, type Site } from '../../support/site.ts';

const LONG = 240_000;
const SESSIONS = 3_000;

let site: Site;
let everything: Knowledge;

beforeAll(async () => {
  const vocabulary = await (await openShippedArchive()).everything();
  everything = generateArchive(vocabulary, { sessions: SESSIONS });
  site = await openSiteOver(everything, { outside: true, publicArchive: true });
}, LONG);
afterAll(() => site.close());

async function open(path: string): Promise<{ readonly page: Element; readonly bytes: number }> {
  const reply = await ask(site.port, path);
  expect([path, reply.status]).toEqual([path, 200]);
  checkPage(reply.text);
  return { page: parseMarkup(reply.text), bytes: Buffer.byteLength(reply.text) };
}

const links = (page: Element, rel?: string) =>
  byTag(page, 'a').filter(({ attributes }) => rel === undefined || attributes.rel === rel);
const hrefOf = (page: Element, rel: string) => links(page, rel)[0]?.attributes.href;
const canonicalOf = (page: Element) =>
  byTag(page, 'link').find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;

describe.each([
  ['/sessions', 'session', SESSIONS],
  ['/people', 'person', SESSIONS / 3],
] as const)('%s', (path, kind, count) => {
  test(
    'comes in pages that lead to each other, each at its own address, and together hold every entry once',
    async () => {
      const shown: string[] = [];
      let before: string | undefined;
      let pages = 0;
      for (let next: string | undefined = path; next !== undefined; pages++) {
        const here: string = next;
        const { page, bytes } = await open(here);
        expect([here, canonicalOf(page), hrefOf(page, 'prev')]).toEqual([here, here, before]);
        expect([here, bytes < 150_000]).toEqual([here, true]);
        const rows = elements(page).filter(({ attributes }) => attributes.class === 'row-name');
        expect([here, rows.length <= 100]).toEqual([here, true]);
        shown.push(...rows.flatMap((row) => byTag(row, 'a').map(({ attributes }) => attributes.href ?? '')));
        before = here;
        next = hrefOf(page, 'next');
      }
      expect(pages).toBe(count / 100);
      const entries = kind === 'session' ? everything.sessions : everything.people;
      expect(shown).toHaveLength(entries.length);
      expect(new Set(shown)).toEqual(new Set(entries.map(({ id }) => pathOf({ kind, id }))));
    },
    LONG,
  );

  test(
    'leads to where each of its sections begins',
    async () => {
      const { page } = await open(path);
      const letters = elements(page).find(({ attributes }) => attributes.class === 'letters');
      const ways = letters === undefined ? [] : byTag(letters, 'a');
      expect(ways.length).toBeGreaterThan(15);
      for (const { attributes } of ways) {
        const [to, anchor] = (attributes.href ?? '').split('#');
        const ids = elements((await open(to === '' ? path : (to ?? ''))).page).map(
          (one) => one.attributes.id,
        );
        expect([attributes.href, ids.includes(anchor)]).toEqual([attributes.href, true]);
      }
    },
    LONG,
  );

  test('past its end is its last page, under that page’s address', async () => {
    const { page } = await open(`${path}?page=999`);
    expect([canonicalOf(page), hrefOf(page, 'next')]).toEqual([`${path}?page=${count / 100}`, undefined]);
    for (const odd of ['0', '-1', 'x', '1e3', ''])
      expect(canonicalOf((await open(`${path}?page=${odd}`)).page)).toBe(path);
  });
});

test('the start leads to the list at each year', async () => {
  const { page } = await open('/archive');
  const years = elements(page).find(({ attributes }) => attributes['aria-labelledby'] === 'years');
  const ways = years === undefined ? [] : byTag(years, 'a');
  expect(ways).toHaveLength(20);
  for (const { attributes } of ways) {
    const [to = '', anchor] = (attributes.href ?? '').split('#');
    const ids = elements((await open(to)).page).map((one) => one.attributes.id);
    expect([attributes.href, ids.includes(anchor)]).toEqual([attributes.href, true]);
  }
}, 60_000);

test('no page of a large archive is a large page', async () => {
  const topic = everything.topics[0]?.id ?? '';
  const organization = everything.organizations[0]?.id ?? '';
  for (const path of [
    '/archive',
    '/organizations',
    '/countries',
    pathOf({ kind: 'country', id: everything.organizations[0]?.country ?? '' }),
    '/topics',
    '/goals',
    '/goals/8',
    '/recommendations',
    '/search?q=sessions',
    pathOf({ kind: 'topic', id: topic }),
    pathOf({ kind: 'organization', id: organization }),
    pathOf({ kind: 'session', id: 's-1500' }),
  ]) {
    const { bytes } = await open(path);
    expect([path, bytes < 300_000]).toEqual([path, true]);
  }
}, 60_000);

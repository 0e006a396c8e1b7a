/** The archive's pages over real HTTP, behind the real doors: whole, linked, small, harmless, and only for whom they are. */
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { FOLDERS, pathOf } from '../../../src/answer/address.ts';
import type { Answer } from '../../../src/answer/answer.ts';
import { createEngine } from '../../../src/engine.ts';
import type { Knowledge } from '../../../src/knowledge/model.ts';
import { checkPage } from '../../conformance/drivers/web.ts';
import { ask, type Reply } from '../../service/talk.ts';
import { HARBOUR } from '../../support/harbour.ts';
import { openHost, openShippedArchive } from '../../support/host.ts';
import { knowledgeOf, session } from '../../support/knowledge.ts';
import { byTag, type Element, elements, parseMarkup, visibleText } from '../../support/markup.ts';
import { openSite, openSiteOver, type Site, type SiteOptions } from '../../support/site.ts';

const LONG = 240_000;

let site: Site | undefined;

async function start(options: SiteOptions = {}): Promise<void> {
  site = await openSite(await openHost(), options);
}

/** Pages over an archive of one's own. */
async function startOver(knowledge: Knowledge): Promise<void> {
  site = await openSiteOver(knowledge, { outside: true, publicArchive: true });
}

afterEach(async () => {
  await site?.close();
  site = undefined;
});

const get = (path: string, headers: Record<string, string> = {}) => ask(site?.port ?? 0, path, { headers });
const hrefs = (page: Element) => byTag(page, 'a').map(({ attributes }) => attributes.href ?? '');
const read = ({ text }: Reply) => visibleText(parseMarkup(text)).replace(/\s+/g, ' ');
const lineOf = (text: string) => `/search?${new URLSearchParams({ q: text })}`;

/** Follows every link of ours from some pages on; answers to lines are opened, and not followed further. */
async function crawl(from: readonly string[]): Promise<Map<string, Element>> {
  const pages = new Map<string, Element>();
  const wanted = [...from];
  for (let href = wanted.pop(); href !== undefined; href = wanted.pop()) {
    const path = href.split('#')[0] ?? '';
    // The brand leads to the start, which sends the public on.
    if (path === '' || path === '/' || pages.has(path)) continue;
    const reply = await get(path);
    expect([path, reply.status]).toEqual([path, 200]);
    checkPage(reply.text);
    const page = parseMarkup(reply.text);
    pages.set(path, page);
    const follow = !path.startsWith('/search?') && !/^\/recommendations\?.*&/.test(path);
    if (follow) wanted.push(...hrefs(page).filter((one) => one.startsWith('/')));
  }
  return pages;
}

/** Countries that something happened in, came from, or was said about. */
function touchedCountries({ sessions, contributions, appearances, organizations }: Knowledge) {
  const ids = [
    ...sessions.flatMap(({ place, countries }) => [place?.country, ...countries.map(({ id }) => id)]),
    ...contributions.flatMap(({ countries }) => countries),
    ...[...appearances, ...organizations].map(({ country }) => country),
  ];
  return [...new Set(ids)].flatMap((id) => (id === undefined ? [] : [{ id }]));
}

describe('the whole site', () => {
  let everything: Knowledge;
  beforeAll(async () => {
    everything = await (await openShippedArchive()).everything();
  });

  test(
    'links to nothing that is missing, reaches every entry, and every anchor is there',
    async () => {
      await start({ outside: true, publicArchive: true });
      const pages = await crawl(['/archive']);
      const kinds = [
        ['session', everything.sessions],
        ['person', everything.people],
        ['organization', everything.organizations],
        ['contribution', everything.contributions],
        ['topic', everything.topics],
        ['group', everything.groups],
        ['goal', everything.goals],
        ['action-line', everything.actionLines],
        ['country', touchedCountries(everything)],
        ['source', everything.sources],
      ] as const;
      for (const [kind, entries] of kinds) {
        for (const { id } of entries)
          expect([kind, id, pages.has(pathOf({ kind, id }))]).toEqual([kind, id, true]);
      }
      const ids = new Map(
        [...pages].map(([path, page]) => [
          path,
          new Set(elements(page).map(({ attributes }) => attributes.id)),
        ]),
      );
      let anchors = 0;
      for (const [path, page] of pages) {
        expect([path, byTag(page, 'h1').length]).toEqual([path, 1]);
        const own = elements(page).flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
        expect([path, own.filter((id, at) => own.indexOf(id) !== at)]).toEqual([path, []]);
        for (const href of hrefs(page)) {
          const [to = '', anchor] = href.split('#');
          if (anchor === undefined || href.startsWith('https:')) continue;
          anchors++;
          expect([path, href, ids.get(to === '' ? path : to)?.has(anchor)]).toEqual([path, href, true]);
        }
      }
      expect(anchors).toBeGreaterThan(1_000);
      expect(pages.size).toBeGreaterThan(600);
    },
    LONG,
  );

  test('is the same with a slash at the end of an address', async () => {
    await start();
    for (const path of [
      '/archive',
      '/people',
      '/search',
      '/recommendations',
      '/people/natalia-popova',
      '/goals/8',
    ]) {
      const { status, headers } = await get(`${path}/?page=1`);
      expect([status, headers.location]).toEqual([301, `${path}?page=1`]);
    }
    expect((await get('/archive/elsewhere')).status).toBe(404);
  });

  test('says what somebody was once, however much they said', async () => {
    await start();
    const { text } = await get('/people/natalia-popova');
    // Below the name, and at the one event.
    expect(text.match(/Labour economist/g)).toHaveLength(2);
    expect(text.indexOf('class="entry-side"')).toBeGreaterThan(text.indexOf('id="said"'));
  });

  test('leads to the original of a document, from its page and from all that rest on it', async () => {
    await start();
    const { sources } = await (await openShippedArchive()).everything();
    const urls = sources.flatMap(({ id, url }) => (url === undefined ? [] : [{ id, url }]));
    expect(urls.length).toBeGreaterThan(0);
    for (const { id, url } of urls) {
      const page = parseMarkup((await get(pathOf({ kind: 'source', id }))).text);
      expect(hrefs(page)).toContain(url);
    }
    expect(read(await get('/sessions/wsis-forum-2022-session-181'))).toContain('(the original)');
  });

  test('says of pictures wider than a phone that they go on', async () => {
    await start();
    for (const path of ['/archive', '/goals', '/people']) expect(read(await get(path))).toContain('sideways');
  });

  test('has one canonical address for each page: its own', async () => {
    await start();
    for (const path of [
      '/archive',
      '/sessions',
      '/goals/8',
      '/recommendations?topic=education',
      lineOf('sessions sdg:8'),
    ]) {
      const link = byTag(parseMarkup((await get(path)).text), 'link').find(
        ({ attributes }) => attributes.rel === 'canonical',
      );
      expect(link?.attributes.href).toBe(path);
    }
  });
});

describe('the start', () => {
  test('leads to what was added last', async () => {
    await startOver(
      knowledgeOf({
        sessions: [
          session('old-day', { title: 'Old day', added: '2024-02-01' }),
          session('new-day', { title: 'New day', added: '2024-03-09' }),
          session('unnoted-day', { title: 'Unnoted day' }),
        ],
      }),
    );
    const page = parseMarkup((await get('/archive')).text);
    const recent = elements(page).find(({ attributes }) => attributes['aria-labelledby'] === 'recent');
    if (recent === undefined) throw new Error('No recent additions');
    expect(hrefs(recent)).toEqual(['/sessions/new-day', '/sessions/old-day']);
    expect(visibleText(recent)).toContain('9 March 2024');
  });
});

describe('an entry', () => {
  test('shows what it is, what is not stated, its citations and what it is related to', async () => {
    await start();
    const text = read(await get('/sessions/wsis-forum-2022-session-181'));
    for (const words of [
      'Digitalization and employment',
      '10 May 2022',
      'Maria Prieto Berhouet',
      'moderator',
      'Goals named',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/Place\s+not stated/);
    const page = parseMarkup((await get('/contributions/bf-44-2')).text);
    expect(hrefs(page)).toEqual(
      expect.arrayContaining([
        '/sources/global-research-webinar-2020#at-44',
        '/people/natalia-popova',
        '/groups/origin-country-governments',
        '/topics/labour-migration',
        '/sessions/brighter-future-2020',
      ]),
    );
  });

  test('of another kind is sent on, an unknown one says what is near', async () => {
    await start();
    const moved = await get('/topics/universities');
    expect([moved.status, moved.headers.location]).toEqual([301, '/groups/universities']);
    const missing = await get('/sessions/wsis-forum-session-181');
    expect(missing.status).toBe(404);
    checkPage(missing.text);
    expect(hrefs(parseMarkup(missing.text))).toContain('/sessions/wsis-forum-2022-session-181');
    for (const path of ['/goals/99', '/people/%22%3E%3Cscript%3E', '/sessions/a/b', '/contributions']) {
      const reply = await get(path);
      expect([path, reply.status]).toEqual([path, 404]);
      checkPage(reply.text);
    }
    expect((await ask(site?.port ?? 0, '/sessions', { method: 'POST' })).headers.allow).toBe('GET, HEAD');
  });

  test('that many things rest on is still a small page', async () => {
    await start();
    const port = site?.port ?? 0;
    const { request } = await import('node:http');
    const weigh = (path: string) =>
      new Promise<{ bytes: number; text: string }>((resolve, reject) => {
        request({ port, host: '127.0.0.1', path, headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const body = Buffer.concat(chunks);
            resolve({ bytes: body.length, text: gunzipSync(body).toString() });
          });
        })
          .on('error', reject)
          .end();
      });
    const weights: Record<string, number> = {};
    for (const path of [
      '/archive',
      '/people',
      '/goals',
      '/recommendations',
      '/sources/global-research-webinar-2020',
      '/organizations/ilo',
      '/topics/skills-development',
    ]) {
      const { bytes, text } = await weigh(path);
      const page = parseMarkup(text);
      const files = [
        ...byTag(page, 'link').map(({ attributes }) => attributes.href ?? ''),
        ...byTag(page, 'script').map(({ attributes }) => attributes.src ?? ''),
      ].filter((file) => file.startsWith('/assets/'));
      let total = bytes;
      for (const file of files) total += (await weigh(file)).bytes;
      weights[path] = total;
    }
    for (const [path, weight] of Object.entries(weights))
      expect([path, weight < 300_000]).toEqual([path, true]);
  });
});

describe('who may read', () => {
  test('from outside nobody, unless the archive is public', async () => {
    await start({ outside: true });
    for (const path of ['/archive', '/sessions', '/goals/8', lineOf('help'), '/recommendations', '/curator'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  test('where it is public, everybody, and the curator’s view and the playground still nobody', async () => {
    await start({ outside: true, publicArchive: true });
    const reply = await get('/archive');
    expect(reply.status).toBe(200);
    expect(hrefs(parseMarkup(reply.text))).not.toContain('/curator');
    expect((await get('/curator')).status).toBe(404);
    const start0 = await get('/');
    expect([start0.status, start0.headers.location]).toEqual([302, '/archive']);
  });

  test('an old address of the field leads to the entry, or to the search for its line', async () => {
    await start({ outside: true, publicArchive: true });
    const location = async (path: string) => (await get(path)).headers.location;
    expect(await location('/?q=open+wsis-forum-2022-session-181')).toBe(
      '/sessions/wsis-forum-2022-session-181',
    );
    expect(await location('/?q=speaker+Popova')).toBe('/people/natalia-popova');
    expect(await location('/?q=sessions+sdg8')).toBe('/search?q=sessions+sdg8');
    expect(await location('/?q=only+2022&after=sessions+sdg%3A8')).toBe(
      '/search?q=only+2022&after=sessions+sdg%3A8',
    );
    expect(await location('/?q=%0d%0aSet-Cookie:x')).toBe('/search?q=%0D%0ASet-Cookie%3Ax');
  });
});

/** How many results of a line are direct ones, over all its pages. */
async function countDirect(line: string): Promise<number> {
  const archive = await openShippedArchive();
  const engine = createEngine(() => archive);
  let count = 0;
  for (let next: string | undefined = line; next !== undefined; ) {
    const { items, page }: Answer = await engine.answer({ text: next });
    count += items.filter(({ relation }) => relation === 'direct').length;
    next = page?.next;
  }
  return count;
}

describe('search and filters', () => {
  test('each narrowing of a search leaves as many as it says', async () => {
    await start();
    for (const line of [
      'recommendations migration',
      'sessions',
      'ask by:ilo',
      'ask workers abroad',
      'what was said about brain drain of graduates',
      'platform workers pay',
      'recommendations train teachers',
      'ask session:brighter-future-2020 topic:education',
    ]) {
      const page = parseMarkup((await get(lineOf(line))).text);
      const facets = elements(page).find(({ attributes }) => attributes.class === 'facets');
      const items = facets === undefined ? [] : byTag(facets, 'li');
      expect([line, items.length > 0]).toEqual([line, true]);
      for (const item of items) {
        const [link] = byTag(item, 'a');
        const count = Number(/(\d+)$/.exec(visibleText(item).trim())?.[1]);
        const query = new URL(link?.attributes.href ?? '', 'http://here.example').searchParams.get('q') ?? '';
        expect([query, await countDirect(query)]).toEqual([query, count]);
      }
    }
  }, 60_000);

  test('recommendations are filtered by a plain form, and each choice can be taken back', async () => {
    await start();
    const page = parseMarkup((await get('/recommendations?to=universities&stance=explicit')).text);
    const chosen = byTag(page, 'option').filter(({ attributes }) => 'selected' in attributes);
    expect(chosen.map(({ attributes }) => attributes.value)).toEqual(['universities', 'explicit']);
    expect(hrefs(page)).toEqual(
      expect.arrayContaining(['/recommendations?stance=explicit', '/recommendations?to=universities']),
    );
    const claims = elements(page).filter(({ attributes }) => attributes.class === 'claim');
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(visibleText(claim)).toContain('Universities');
  });

  test('a filter that means nothing says that nothing is left, harmlessly', async () => {
    await start();
    for (const value of ['nowhere', '"><script>alert(1)</script>', '%00', 'x'.repeat(2_000)]) {
      const reply = await get(`/recommendations?${new URLSearchParams({ topic: value, page: value })}`);
      expect(reply.status).toBe(200);
      checkPage(reply.text);
      expect(read(reply)).toContain('No recommendation meets all of these filters.');
    }
  });
});

describe('whatever the knowledge holds', () => {
  const MARKUP = `<script>alert("x")</script>&amp;'\`</p><img src=x onerror=alert(1)>{{x}}‮`;

  /** Every text of the knowledge but ids, dates and the like, replaced. */
  function poison(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) return value.map((one) => poison(one, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poison(one, name)]));
    const text = [
      'title',
      'name',
      'short',
      'publisher',
      'label',
      'empty',
      'role',
      'unit',
      'note',
      'text',
      'summary',
      'abstract',
      'voice',
      'qualifier',
      'subject',
      'question',
      'result',
      'aliases',
      'synonyms',
      'abbreviation',
      'honorific',
      'series',
      'track',
      'room',
      'en',
      'url',
    ];
    return typeof value === 'string' && text.includes(key) ? MARKUP : value;
  }

  test(
    'is text on every page',
    async () => {
      const knowledge = poison(HARBOUR) as Knowledge;
      await startOver(knowledge);
      const pages = await crawl(
        Object.values(FOLDERS)
          .filter((folder) => folder !== 'contributions')
          .map((folder) => `/${folder}`),
      );
      expect(pages.size).toBeGreaterThan(40);
      for (const [path, page] of pages) {
        const pictures = byTag(page, 'img').map(({ attributes }) => attributes.alt);
        expect([path, pictures]).toEqual([path, ['']]);
        if (pathOf({ kind: 'session', id: 'harbour-day' }) === path)
          expect(visibleText(page)).toContain('<script>alert("x")</script>');
      }
    },
    LONG,
  );

  test('an archive that holds nothing has pages that say so', async () => {
    await startOver(knowledgeOf({ sources: [] }));
    for (const path of [
      '/archive',
      '/recommendations',
      ...Object.values(FOLDERS)
        .filter((folder) => folder !== 'contributions')
        .map((folder) => `/${folder}`),
    ]) {
      const reply = await get(path);
      expect([path, reply.status]).toEqual([path, 200]);
      checkPage(reply.text);
    }
  });
});

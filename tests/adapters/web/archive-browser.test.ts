/** The archive and the curator's view in a real browser, over the whole service and a folder of knowledge that is edited. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { web } from '../../../adapters/web/adapter.ts';
import { readService, type ServiceConfiguration } from '../../../src/service/configuration.ts';
import { createLog } from '../../../src/service/log.ts';
import { type Service, startService } from '../../../src/service/service.ts';
import { openBrowser, type Tab, type TestBrowser } from '../../support/browser.ts';
import { KNOWLEDGE } from '../../support/host.ts';
import { workerUrl } from '../../support/worker.ts';

jest.setTimeout(300_000);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const IN_PAGE = readFileSync(new URL('../../support/in-page.js', import.meta.url), 'utf8');
const EVENT = 'events/2022-03-30-arosp-webinar/session.yaml';
const DESKTOP = { viewport: { width: 1280, height: 720 } };
const PHONE = { viewport: { width: 360, height: 740 } };
/** Deadline for what takes well under a second on a machine of its own. Milliseconds. */
const SOON = 30_000;

let folder: string;
let service: Service;
let browser: TestBrowser;
let tab: Tab;
const written: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-archive-'));
  cpSync(KNOWLEDGE, folder, { recursive: true });
  const reading = readService({ PORT: '0', ADMIN_PORT: '0' });
  if (!('config' in reading)) throw new Error('The settings are wrong');
  const configuration: ServiceConfiguration = reading.config;
  service = await startService({
    configuration,
    knowledgeFolder: folder,
    worker: workerUrl(),
    adapters: [{ adapter: web, config: {} }],
    log: createLog({ level: 'info', format: 'json', secrets: [], write: (line) => written.push(line) }),
  });
  await service.ready;
  browser = await openBrowser();
});
afterEach(async () => {
  expect(tab.complaints).toEqual([]);
  await tab.close();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  rmSync(folder, { recursive: true });
});

async function open(at: string, options: BrowserContextOptions = {}): Promise<Page> {
  tab = await browser.open(service.localAddress, options);
  await tab.page.goto(at);
  return tab.page;
}

function edit(change: (text: string) => string): void {
  const place = path.join(folder, EVENT);
  const text = readFileSync(place, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(place, change(text));
}

/** One of every kind of page. */
const PAGES = [
  '/archive',
  '/sessions',
  '/people',
  '/organizations',
  '/topics',
  '/goals',
  '/sources',
  '/groups',
  '/action-lines',
  '/recommendations',
  '/recommendations?to=universities',
  '/search',
  '/search?q=recommendations+migration',
  '/search?q=sessions+xyzzy',
  '/sessions/wsis-forum-2022-session-181',
  '/sessions/brighter-future-2020',
  '/people/natalia-popova',
  '/organizations/ilo',
  '/contributions/bf-44-2',
  '/topics/labour-migration',
  '/groups/universities',
  '/goals/8',
  '/goals/1',
  '/action-lines/c7-e-employment',
  '/sources/arosp-webinar-2022',
  '/curator',
] as const;

/** All that axe-core knows of; in other colours and on other screens, what depends on them. */
const RULES = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  screen: { type: 'rule', values: ['target-size', 'scrollable-region-focusable', 'color-contrast'] },
} as const;

/** What axe-core finds; the page must have it. */
async function violations(page: Page, rules: keyof typeof RULES): Promise<string[]> {
  const options = JSON.stringify({ runOnly: RULES[rules], resultTypes: ['violations'] });
  const result = (await page.evaluate(`axe.run(${options})`)) as AxeResults;
  return result.violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html }) => `${impact} ${id}: ${html.slice(0, 160)}`),
  );
}

describe('every kind of page', () => {
  /** One visit to each page; then it is looked at in other colours and on another screen. */
  const VIEWS = [
    ['in light colours', 'all', 'light', DESKTOP],
    ['in dark colours', 'colours', 'dark', DESKTOP],
    ['on a phone', 'screen', 'light', PHONE],
  ] as const;

  test('bars nobody (axe-core) and is no wider than the screen: in light and dark colours, on a phone', async () => {
    const page = await open('/archive');
    for (const at of PAGES) {
      await page.goto(at);
      await page.evaluate(AXE);
      for (const [how, rules, colorScheme, { viewport }] of VIEWS) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        expect([at, how, await violations(page, rules)]).toEqual([at, how, []]);
        const overhang = await page.evaluate(`(() => { ${IN_PAGE}; return inPage.overhang(); })()`);
        expect([at, how, overhang]).toEqual([at, how, 0]);
      }
    }
    // Too little would be seen, in each of these ways.
    await page.evaluate(
      "for (const one of document.querySelectorAll('h1, h2')) one.style.color = 'rgb(128 128 128 / 25%)'",
    );
    for (const [how, rules, colorScheme, { viewport }] of VIEWS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      expect([how, (await violations(page, rules)).join()]).toEqual([
        how,
        expect.stringContaining('color-contrast'),
      ]);
    }
  });

  test('shows in print and without a script what it shows with one', async () => {
    const page = await open('/goals', { javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    for (const at of PAGES) {
      await page.goto(at);
      expect([at, await page.locator('h1').isVisible()]).toEqual([at, true]);
    }
  });
});

describe('by the keyboard alone', () => {
  test('from the archive past the head into a picture, on to an entry, to its neighbour and back', async () => {
    const page = await open('/archive');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    const focus = () => page.evaluate('document.activeElement.getAttribute("href")');
    for (let n = 0; n < 60 && !String(await focus()).startsWith('/goals/'); n++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/goals/*');
    const first = await page.locator('h1').textContent();
    const at = new URL(page.url()).pathname;
    await page.locator('a[rel=next]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== at);
    await page.goBack();
    expect(await page.locator('h1').textContent()).toBe(first);
  });

  test('a filter is chosen and applied', async () => {
    const page = await open('/recommendations');
    const all = await page.locator('h1').textContent();
    await page.getByLabel('Addressed to').focus();
    await page.getByLabel('Addressed to').selectOption('universities');
    await page.getByRole('button', { name: 'Show' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/to=universities/);
    expect(await page.locator('h1').textContent()).not.toBe(all);
    await page.getByRole('link', { name: 'Clear all filters' }).press('Enter');
    await page.waitForURL(/\/recommendations$/);
  });

  test('a citation leads to its place in the document', async () => {
    const page = await open('/contributions/bf-44-2');
    await page.locator('.lead-source a').first().press('Enter');
    await page.waitForURL(/#at-44$/);
    expect(await page.locator('li:target h3').textContent()).toBe('paragraph 44');
    expect(await page.locator('li:target').textContent()).toContain(
      'Labour migration governance can be improved',
    );
  });
});

describe('the curator’s view', () => {
  test('follows an edit by itself, and so do the pages', async () => {
    const page = await open('/curator');
    await page.getByText('This page follows edits by itself.').waitFor();
    const before = await page.locator('#curator').getAttribute('data-revision');
    edit((text) => text.replace(/title: .*/, 'title: A webinar under a new name'));
    await page.locator(`#curator:not([data-revision="${before}"])`).waitFor({ timeout: SOON });
    await page.goto('/sessions/arosp-2022-webinar');
    expect(await page.locator('h1').textContent()).toBe('A webinar under a new name');
  });

  test('shows a faulty edit with file, line, field and remedy, while the last good knowledge answers', async () => {
    const page = await open('/curator');
    expect(await page.locator('.state.good').count()).toBe(1);
    edit((text) => text.replace('kind: webinar', 'kindd: webinar'));
    await page.locator('.state.refused').waitFor({ timeout: SOON });
    const problems = await page.locator('.problems').textContent();
    expect(problems).toMatch(/events\/2022-03-30-arosp-webinar\/session\.yaml:\d+/);
    expect(problems).toContain('sessions[0].kindd');
    expect(problems).toContain('Did you mean `kind`?');
    const answer = await service.engine.answer({ text: 'open arosp-2022-webinar' });
    expect(answer.title).toBe('A webinar under a new name');
    edit((text) => text.replace('kindd: webinar', 'kind: webinar'));
    await page.locator('.state.good').waitFor({ timeout: SOON });
    expect(await page.locator('.problem').count()).toBe(0);
  });

  test('shows a question that found nothing the moment it was asked, as text, and tells no log', async () => {
    const page = await open('/curator');
    await page.getByText('This page follows edits by itself.').waitFor();
    const question = 'sessions zanzibarquux <img src=x onerror=alert(1)>';
    await service.engine.answer({ text: question });
    const row = page.getByRole('row', { name: /zanzibarquux/ });
    await row.waitFor({ timeout: SOON });
    expect(await row.textContent()).toContain(question);
    expect(await row.textContent()).toContain('nothing found');
    expect(await page.locator('main img').count()).toBe(0);
    expect(written.join('')).not.toContain('zanzibarquux');
  });

  test('covers each document place by place, each box leading there', async () => {
    const page = await open('/curator');
    const boxes = page.locator('.strip-place');
    expect(await boxes.count()).toBe(119);
    await page.locator('a[href="/sources/global-research-webinar-2020#at-43"]').press('Enter');
    await page.waitForURL(/#at-43$/);
    expect(await page.locator('li:target h3').textContent()).toBe('paragraph 43');
  });

  test('without a script is up to date when it is loaded anew', async () => {
    const page = await open('/curator', { javaScriptEnabled: false });
    expect(await page.locator('#live').textContent()).toContain('reload the page');
    await service.engine.answer({ text: 'sessions plughquux' });
    await page.reload();
    expect(await page.locator('.curator').textContent()).toContain('plughquux');
  });
});

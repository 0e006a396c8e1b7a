/** The page in a real browser: with keyboard only, without a script, on a phone, in the dark. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser, type Tab, type TestBrowser } from '../../support/browser.ts';
import { openHost } from '../../support/host.ts';
import { openSite, type Site } from '../../support/site.ts';

// Unpacking the browser takes some seconds the first time.
jest.setTimeout(120_000);

let server: Site;
let browser: TestBrowser;
let tab: Tab;

beforeAll(async () => {
  const host = await openHost();
  server = await openSite(host);
  browser = await openBrowser();
});
afterEach(async () => {
  expect(tab.complaints).toEqual([]);
  await tab.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  tab = await browser.open(server.address, options);
  await tab.page.goto(path);
  return tab.page;
}

const line = (text: string) => `/search?${new URLSearchParams({ q: text })}`;
const PHONE = { viewport: { width: 360, height: 740 } };

const IN_PAGE = readFileSync(new URL('../../support/in-page.js', import.meta.url), 'utf8');

/** What one of the functions of `in-page.js` says of the page. */
function measure(page: Page, name: 'lowContrasts' | 'overhang' | 'smallTargets' | 'unnamed' | 'focused') {
  return page.evaluate(`(() => { ${IN_PAGE}; return inPage.${name}(); })()`);
}

describe('asking', () => {
  test('by the keyboard alone: type, choose a completion, read, turn the page, go back', async () => {
    const page = await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('migrat');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await page.getByRole('combobox').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.getByRole('combobox').getAttribute('aria-activedescendant');
    expect(await options.first().getAttribute('id')).toBe(chosen);
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('');

    await page.goto(line('recommendations'));
    const first = await page.locator('.item').first().textContent();
    await page.getByRole('link', { name: 'Next', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/page/);
    expect(await page.locator('.item').first().textContent()).not.toBe(first);
    await page.goBack();
    expect(await page.locator('.item').first().textContent()).toBe(first);
  });

  test('Escape closes the completions and keeps what was typed; Enter then asks just that', async () => {
    const page = await open('/archive');
    const field = page.getByRole('combobox');
    await field.fill('migrat');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await field.inputValue()).toBe('migrat');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=migrat');
  });

  test('a completion can be clicked', async () => {
    const page = await open('/');
    await page.getByRole('combobox').fill('gender');
    await page.getByRole('option').first().click();
    await page.waitForURL(/\?q=.+/);
    expect(await page.locator('.item').count()).toBeGreaterThan(0);
  });

  test('a follow-up keeps the subject', async () => {
    const page = await open(line('sessions sdg8'));
    const before = await page.locator('.item').count();
    await page.getByRole('combobox').fill('only 2022');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.waitForURL(/after=/);
    const after = await page.locator('.item').count();
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(before);
  });

  test('without a script: the form, the links and the pages do all of it', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.locator('#q').fill('speaker Popova');
    await page.locator('button[type=submit]').click();
    expect(await page.locator('h1').textContent()).toContain('Popova');
    await page.locator('a[rel=next]').click();
    expect(page.url()).toContain('page');
  });

  test('what is typed into the address is shown as text', async () => {
    const page = await open(line('"><img src=x onerror=alert(1)><script>alert(1)</script>'));
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.locator('#q').inputValue()).toContain('<script>');
  });
});

describe('reading', () => {
  const PAGES = [
    '/',
    line('sessions sdg8'),
    line('speaker Popova'),
    line('recommendations'),
    line('speaker Nobody Atall'),
    line('help'),
  ];

  test.each(['light', 'dark'] as const)('in %s colours all text has enough contrast', async (colorScheme) => {
    const page = await open('/', { colorScheme });
    for (const path of PAGES) {
      await page.goto(path);
      expect([path, await measure(page, 'lowContrasts')]).toEqual([path, []]);
    }
    // Too little would be seen.
    await page.evaluate(
      "document.querySelector('h1').style.color = getComputedStyle(document.body).backgroundColor",
    );
    expect(await measure(page, 'lowContrasts')).toHaveLength(1);
  });

  test('on a phone nothing runs out of the screen, and what is touched is large enough', async () => {
    const page = await open('/', PHONE);
    for (const path of PAGES) {
      await page.goto(path);
      expect([path, await measure(page, 'overhang'), await measure(page, 'smallTargets')]).toEqual([
        path,
        0,
        [],
      ]);
    }
  });

  test('every page has one main heading, landmarks, a title, and names for all that can be used', async () => {
    const page = await open('/');
    for (const path of PAGES) {
      await page.goto(path);
      expect(await page.locator('h1').count()).toBe(1);
      for (const role of ['banner', 'main', 'contentinfo', 'search'] as const) {
        expect([path, role, await page.getByRole(role).count()]).toEqual([path, role, 1]);
      }
      expect((await page.title()).length).toBeGreaterThan(5);
      expect([path, await measure(page, 'unnamed')]).toEqual([path, []]);
    }
  });

  test('the first stop of the keyboard leads past the head', async () => {
    const page = await open(line('sessions sdg8'));
    await page.keyboard.press('Tab');
    expect(await measure(page, 'focused')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await measure(page, 'focused')).toBe('main');
  });
});

/** The playground in a real browser: every column draws what its adapter sends, and all that can be pressed works. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { discord } from '../../../adapters/discord/adapter.ts';
import { slack } from '../../../adapters/slack/adapter.ts';
import { teams } from '../../../adapters/teams/adapter.ts';
import { createWeb } from '../../../adapters/web/adapter.ts';
import { openBrowser, type Tab, type TestBrowser } from '../../support/browser.ts';
import { buildBundles } from '../../support/bundles.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { openSite, type Site } from '../../support/site.ts';

jest.setTimeout(180_000);

const PREVIEWS = [slack, discord, teams];
const NAMES = ['slack', 'discord', 'teams'] as const;
type Name = (typeof NAMES)[number] | 'text';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 } };

let host: TestHost;
let site: Site;
let browser: TestBrowser;
let tab: Tab;

beforeAll(async () => {
  host = await openHost({ previews: PREVIEWS });
  site = await openSite(host, { adapter: createWeb(buildBundles()) });
  browser = await openBrowser();
});
afterEach(async () => {
  // Errors of the console, breaches of the Content-Security-Policy and requests to elsewhere among them.
  expect(tab.complaints).toEqual([]);
  await tab.close();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const line = (text: string) => `/?${new URLSearchParams({ q: text })}`;

async function open(path: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  tab = await browser.open(site.address, options);
  tab.page.setDefaultTimeout(60_000);
  await tab.page.goto(path);
  return tab.page;
}

const windowOf = (page: Page, name: Name) => page.locator(`#window-${name}`);
const messages = (page: Page, name: Name) => windowOf(page, name).locator('article');
const latest = (page: Page, name: Name) => messages(page, name).last();

/** Waits until a window has so many messages, and gives the last of them. */
async function nth(page: Page, name: Name, count: number): Promise<Locator> {
  await messages(page, name)
    .nth(count - 1)
    .waitFor();
  expect(await messages(page, name).count()).toBe(count);
  return latest(page, name);
}

/** Types a line and sends it. */
async function say(page: Page, text: string): Promise<void> {
  await page.locator('#q').fill(text);
  await page.keyboard.press('Enter');
}

/** Chooses which platform is shown. */
const show = (page: Page, view: string) => page.getByText(view, { exact: true }).first().click();

/** What axe-core finds. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 160))))`,
  );
}

/** Whether the words in the empty field are longer than the field. */
function cutPlaceholder(page: Page): Promise<boolean> {
  return page.evaluate(`(() => {
    const field = document.querySelector('#q');
    const style = getComputedStyle(field);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return pen.measureText(field.placeholder).width > room;
  })()`);
}

const NEXT: Readonly<Record<(typeof NAMES)[number], string>> = {
  slack: 'Next ›',
  discord: 'Next ›',
  teams: 'Next',
};

describe('an answer', () => {
  test('stands in every column, from the very payload that is sent, and as plain text', async () => {
    const page = await open(line('/sessions sdg8'));
    const answer = await host.ask({ text: '/sessions sdg8' });
    for (const { name, preview } of PREVIEWS) {
      const message = latest(page, name as Name);
      for (const { title } of answer.items) await message.getByText(title.text).first().waitFor();
      await message.locator('summary').click();
      const drawn = preview.draw(answer, 'command');
      const shown = JSON.parse((await message.locator('.payload pre').textContent()) ?? '');
      expect(shown).toEqual(JSON.parse(JSON.stringify(drawn.payload)));
      const sizes = await message.locator('.measures li').allTextContents();
      expect(sizes).toEqual(
        preview
          .measure(drawn.payload)
          .map(
            ({ value, limit, label }) =>
              `${value.toLocaleString('en')} of ${limit.value.toLocaleString('en')} ${label}`,
          ),
      );
    }
    await show(page, 'Text');
    const text = await page.locator('#window-text pre').textContent();
    for (const { title } of answer.items) expect(text).toContain(title.text);
  });

  test('stands on the start page as an example', async () => {
    const page = await open('/');
    for (const name of NAMES)
      await latest(page, name).getByText('Digitalization and employment').first().waitFor();
  });

  test('is a page without a script, with the field below it', async () => {
    const page = await open(line('/sessions sdg8'), { ...DESKTOP, javaScriptEnabled: false });
    expect(await page.locator('#playground').isVisible()).toBe(false);
    expect(await page.locator('.item').count()).toBe(5);
    await page.locator('#q').fill('only 2022');
    await page.locator('.talk button[type=submit]').click();
    expect(await page.locator('.item').count()).toBeLessThan(5);
  });

  test('changes its colours with the reader’s', async () => {
    const page = await open(line('/sessions sdg8'), { ...DESKTOP, colorScheme: 'light' });
    const theme = latest(page, 'slack').locator('.slack');
    await theme.waitFor();
    expect(await theme.getAttribute('data-theme')).toBe('light');
    await latest(page, 'teams').locator('.teams.light').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await latest(page, 'teams').locator('.teams.dark').waitFor();
    await latest(page, 'discord').locator('.dark').waitFor();
    expect(await latest(page, 'slack').locator('.slack').getAttribute('data-theme')).toBe('dark');
  });
});

describe('the conversation', () => {
  test('goes on below: answers are added, follow-ups understood, the field keeps the focus', async () => {
    const page = await open(line('/sessions sdg8'));
    for (const name of NAMES) await nth(page, name, 1);
    const before = Number(await page.evaluate('history.length'));
    await say(page, 'only 2022');
    for (const name of NAMES) {
      const second = await nth(page, name, 2);
      await second.getByText('Digitalization and employment').first().waitFor();
      expect(await second.getByText('Towards a brighter future of work').count()).toBe(0);
    }
    expect(await page.locator('#q:focus').inputValue()).toBe('');
    const status = page.locator('#playground-status');
    expect(await status.textContent()).toBe((await host.ask({ text: 'sessions sdg8 2022' })).title);
    await say(page, 'speaker Popova');
    await nth(page, 'slack', 3);
    await say(page, 'more');
    await nth(page, 'teams', 4);
    await show(page, 'Text');
    await latest(page, 'text').getByText('> more').waitFor();
    const next = await host.ask({ text: 'speaker Popova page:2' });
    await latest(page, 'text')
      .getByText(next.items.at(-1)?.text.text ?? '')
      .waitFor();
    expect(await page.evaluate('history.length')).toBe(before);
  });

  test('outlasts a reload and a visit elsewhere; a line led to is asked; another tab begins anew', async () => {
    const page = await open(line('speaker Popova'));
    await nth(page, 'slack', 1);
    await say(page, 'sessions sdg8');
    await nth(page, 'slack', 2);
    expect(page.url()).toMatch(/\?q=sessions\+sdg8/);
    const first = () => messages(page, 'slack').first().getByText('Natalia Popova').first().waitFor();
    await page.reload();
    await nth(page, 'slack', 2);
    await first();
    await page.goto('/archive');
    await page.goto('/');
    await nth(page, 'slack', 2);
    await page.goto(line('help'));
    await nth(page, 'slack', 3);
    await first();
    await page.getByRole('button', { name: 'Clear' }).click();
    await messages(page, 'slack').first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await say(page, 'speaker Popova');
    await nth(page, 'slack', 1);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await nth(other, 'slack', 1);
  });

  test('is asked by a completion and by an example, without leaving the page', async () => {
    const page = await open('/');
    await nth(page, 'slack', 1);
    await page.evaluate('globalThis.stayed = true');
    await page.locator('#q').fill('/speaker popo');
    await page.getByRole('option').first().click();
    await (await nth(page, 'slack', 2)).getByText('Natalia Popova').first().waitFor();
    await page.locator('.tries a').nth(2).click();
    await (await nth(page, 'slack', 3)).getByText(/migra/i).first().waitFor();
    expect(await page.evaluate('globalThis.stayed')).toBe(true);
  });

  test('is shown on one platform where that was chosen, also the next time', async () => {
    const page = await open('/');
    await nth(page, 'discord', 1);
    await show(page, 'Discord');
    expect(await windowOf(page, 'slack').isVisible()).toBe(false);
    await page.reload();
    await nth(page, 'discord', 1);
    expect(await windowOf(page, 'slack').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Discord' }).focus();
    await page.keyboard.press('ArrowLeft');
    await nth(page, 'slack', 1);
    expect(await windowOf(page, 'discord').isVisible()).toBe(false);
  });

  test('stands above the fold, answer and field, on a desktop and on a phone', async () => {
    for (const size of [DESKTOP, PHONE]) {
      const page = await open('/', size);
      const title = latest(page, 'slack').getByText((await host.ask({ text: 'sessions sdg8' })).title);
      await title.waitFor();
      const bottom = async (place: Locator) => {
        const box = await place.boundingBox();
        return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN);
      };
      expect(await bottom(title)).toBeLessThan(size.viewport.height / 2);
      expect(await bottom(page.locator('#q'))).toBeLessThan(size.viewport.height);
      expect(await cutPlaceholder(page)).toBe(false);
      const rows = await page
        .locator('.sections a')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
      expect(new Set(rows).size).toBe(1);
      if (size === DESKTOP) await tab.close();
    }
  });

  test('breaks long words where they do not fit', async () => {
    const page = await open(line(`speaker ${'Donaudampfschifffahrt'.repeat(12)}`), PHONE);
    for (const view of ['Slack', 'Discord', 'Microsoft Teams', 'Text']) {
      await show(page, view);
      const stage = page.locator('.window:not([hidden]) .stage');
      await stage.locator('article').waitFor();
      await stage.getByText('Donaudampf').first().waitFor();
      expect([view, await stage.evaluate((each) => each.scrollWidth - each.clientWidth)]).toEqual([view, 0]);
    }
  });
});

/** Opens a menu of a message and chooses from it. */
async function choose(message: Locator, menu: string, entry: string | RegExp): Promise<void> {
  await message.getByRole('combobox', { name: menu, exact: true }).click();
  await message.getByRole('option', { name: entry, exact: true }).first().click();
}

describe('what is pressed', () => {
  test.each(NAMES)('pages through to the end in %s, in place', async (name) => {
    const page = await open(line('speaker Popova'));
    let answer = await host.ask({ text: 'speaker Popova' });
    while (answer.page?.next !== undefined) {
      await latest(page, name).getByRole('button', { name: NEXT[name], exact: true }).click();
      answer = await host.ask({ text: answer.page.next });
      const last = answer.items.at(-1)?.text.text.slice(0, 40) ?? '';
      await latest(page, name).getByText(last).first().waitFor();
      expect(await messages(page, name).count()).toBe(1);
    }
    expect(await latest(page, name).getByRole('button', { name: NEXT[name], exact: true }).count()).toBe(0);
  });

  test('opens an item in Slack as a message for oneself, which can be shared and judged', async () => {
    const page = await open(line('sessions sdg8'));
    await choose(latest(page, 'slack'), 'Open…', /^1\. /);
    const opened = await nth(page, 'slack', 2);
    await opened.getByText('Only visible to you').waitFor();
    await choose(opened, 'More actions', 'Share in channel');
    await latest(page, 'slack').getByText('Shared by you').waitFor();
    const shared = await nth(page, 'slack', 2);
    await choose(shared, 'More actions', 'Helpful');
    await (await nth(page, 'slack', 3)).getByText('Your feedback was noted').waitFor();
  });

  test('refines in Slack’s form: errors, completion, Escape', async () => {
    const page = await open(line('recommendations'));
    const refine = () => choose(messages(page, 'slack').first(), 'More actions', 'Refine…');
    await refine();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Search' }).click();
    await form.getByText('Choose or type something').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });

    await refine();
    await form.getByLabel(/^Topic/).fill('migr');
    await form.locator('li[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Search' }).click();
    await form.waitFor({ state: 'detached' });
    await (await nth(page, 'slack', 2))
      .getByText(/migration/i)
      .first()
      .waitFor();
  });

  test('refines in Discord’s form: what is wrong as a message, then the answer', async () => {
    const page = await open(line('recommendations'));
    await choose(messages(page, 'discord').first(), 'More…', 'Refine…');
    const form = page.getByRole('dialog');
    await form.getByLabel('When').fill('soon');
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    const told = await nth(page, 'discord', 2);
    await told.getByText(/When: I cannot read this as a date/).waitFor();
    await told.getByRole('button', { name: 'Correct it…' }).click();
    await form.getByLabel('When').fill('2020');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    await (await nth(page, 'discord', 3))
      .getByText(/dated 2020/)
      .first()
      .waitFor();
  });

  test('refines in Teams’ form: what is wrong below its field, then the answer', async () => {
    const page = await open(line('recommendations'));
    const card = messages(page, 'teams').first();
    await card.getByRole('button', { name: '...', exact: true }).click();
    await card.getByRole('button', { name: 'Refine…', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByPlaceholder(/before 2021/).fill('soon');
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Search' }).click();
    await form.getByText('I cannot read this as a date').waitFor();
    await form.getByPlaceholder(/before 2021/).fill('2020');
    await form.getByRole('button', { name: 'Search' }).click();
    await form.waitFor({ state: 'detached' });
    await (await nth(page, 'teams', 2))
      .getByText(/dated 2020/)
      .first()
      .waitFor();
  });

  test('opens an item from Discord’s menu, by keyboard, and can be dismissed', async () => {
    const page = await open(line('sessions sdg8'));
    const menu = latest(page, 'discord').getByRole('combobox', { name: 'Open…' });
    await menu.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await nth(page, 'discord', 2);
    const opened = messages(page, 'discord').nth(1);
    await opened.getByText('Towards a brighter future of work in the digital economy').first().waitFor();
    await choose(opened, 'More…', 'Share');
    await nth(page, 'discord', 3);
    await opened.getByRole('button', { name: 'Dismiss message' }).click();
    await nth(page, 'discord', 2);
  });

  test('opens an item in Teams in the card’s place, and leads back', async () => {
    const page = await open(line('sessions sdg8'));
    await latest(page, 'teams')
      .getByRole('button', { name: /Digitalization and employment/ })
      .click();
    const back = latest(page, 'teams').getByRole('button', { name: 'Back', exact: true });
    await back.click();
    await latest(page, 'teams').getByText('SDG Action Segment for Goal 8').first().waitFor();
    expect(await messages(page, 'teams').count()).toBe(1);
    await latest(page, 'teams').getByRole('button', { name: '...', exact: true }).click();
    await latest(page, 'teams').getByRole('button', { name: 'Helpful', exact: true }).click();
    await (await nth(page, 'teams', 2)).getByText('Your feedback was noted').waitFor();
  });

  test('shows in Teams where each item stands, and takes a verdict below the message', async () => {
    const page = await open(line('sessions sdg8'));
    const message = latest(page, 'teams');
    const first = message.getByRole('button', { name: /^Citation 1: / });
    await first.click();
    const cited = message.locator('.citation');
    expect(await cited.textContent()).toContain('WSIS agenda page');
    await message.getByRole('button', { name: /^Citation 2: / }).click();
    expect(await cited.textContent()).toContain('2020 webinar report');
    await message.getByRole('button', { name: /^Citation 2: / }).click();
    expect(await cited.isVisible()).toBe(false);
    await message.getByRole('button', { name: 'Dislike' }).click();
    await (await nth(page, 'teams', 2)).getByText('Your feedback was noted').waitFor();
  });

  test('is reached by the Tab key alone, and the focus follows to what it brought', async () => {
    const page = await open(line('sessions sdg8'));
    await latest(page, 'slack').getByRole('combobox', { name: 'Open…' }).waitFor();
    await page.locator('#window-slack .stage').focus();
    const focused = () =>
      page.evaluate(`(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.textContent ?? '';
      })()`) as Promise<string>;
    for (let steps = 0; (await focused()) !== 'Open…'; steps += 1) {
      expect(steps).toBeLessThan(30);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await nth(page, 'slack', 2);
    await page.locator('#window-slack article:last-child:focus').waitFor();
    expect(await page.locator('#playground-status').textContent()).toContain('Slack');
  });
});

describe('the page', () => {
  test.each([
    ['light', DESKTOP],
    ['dark', DESKTOP],
    ['light', PHONE],
    ['dark', PHONE],
  ] as const)('has no fault of access, in %s', async (colorScheme, size) => {
    const page = await open(line('recommendations'), { ...size, colorScheme });
    await latest(page, 'slack').getByRole('button', { name: NEXT.slack }).waitFor();
    if (size === DESKTOP)
      for (const name of NAMES) await latest(page, name).getByRole('button').first().waitFor();
    await latest(page, 'slack').locator('summary').click();
    expect(await violations(page)).toEqual([]);
    // Too little would be seen.
    await page.evaluate("document.querySelector('main').append(document.createElement('button'))");
    expect(await violations(page)).not.toEqual([]);
  });

  test('shows one column at a time on a phone, and loads only that', async () => {
    const page = await open(line('/sessions sdg8'), PHONE);
    await latest(page, 'slack').getByText('Digitalization and employment').first().waitFor();
    const loaded = async () =>
      (
        (await page.evaluate(
          "performance.getEntriesByType('resource').map(({ name }) => name.match(/([a-z]+)\\.[^/]*js$/)?.[1] ?? '')",
        )) as string[]
      ).filter((name) => (NAMES as readonly string[]).includes(name));
    expect(await loaded()).toEqual(['slack']);
    expect(await windowOf(page, 'discord').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Slack' }).focus();
    await page.keyboard.press('ArrowRight');
    await latest(page, 'discord').getByText('Digitalization and employment').first().waitFor();
    expect(await loaded()).toEqual(['slack', 'discord']);
    expect(await windowOf(page, 'slack').isVisible()).toBe(false);
    await show(page, 'Text');
    await page.locator('#window-text pre').waitFor();
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
  });

  test('lets nothing run that is not its own, and asks nobody else', async () => {
    const page = await open('/');
    const { headers } = (await page.evaluate(
      "fetch('/').then((reply) => ({ headers: Object.fromEntries(reply.headers) }))",
    )) as { headers: Record<string, string> };
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
  });
});

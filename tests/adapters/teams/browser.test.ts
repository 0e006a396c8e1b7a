/**
 * Cards as they look: rendered by Microsoft's own renderer in a real browser, in the colours of Teams' themes, as wide as
 * a phone and as a desktop. Readable, reachable by keyboard, and no text that turns into more than text.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { renderCard } from '../../../adapters/teams/render.ts';
import type { Answer } from '../../../src/answer/answer.ts';
import {
  answer,
  choice,
  citation,
  HOSTILE_TEXTS,
  item,
  largestAnswer,
  marked,
  page as pageOf,
  source,
} from '../../support/answers.ts';
import { openHost } from '../../support/host.ts';

jest.setTimeout(60_000);

/** Foreground colours of Teams' themes (Fluent UI's tokens for Teams), and what they stand on. */
const THEMES = {
  light: { ground: '#ffffff', text: '#242424', subtle: '#616161', accent: '#5b5fc7' },
  dark: { ground: '#292929', text: '#ffffff', subtle: '#adadad', accent: '#9299f7' },
  contrast: { ground: '#000000', text: '#ffffff', subtle: '#ffffff', accent: '#ffff00' },
} as const;
type Theme = keyof typeof THEMES;

const SCRIPT = path.join(
  path.dirname(createRequire(import.meta.url).resolve('adaptivecards/package.json')),
  'dist/adaptivecards.min.js',
);
const PHONE = 320;
const DESKTOP = 720;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
    headless: true,
  });
  page = await browser.newPage();
}, 120_000);
afterAll(() => browser.close());

/** Puts the card on the page as Teams would: its width, its theme, its frame. */
async function show(card: unknown, theme: Theme, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.setContent(
    `<!doctype html><html lang="en"><body style="margin:0;background:${THEMES[theme].ground}">
     <style>.ac-pushButton{font:600 14px sans-serif;padding:6px 12px;margin:2px 0;border:1px solid;border-radius:4px;background:none;color:${THEMES[theme].text};max-width:100%;white-space:normal}a{color:${THEMES[theme].accent}}</style>
     <main id="card" style="padding:12px;box-sizing:border-box;width:100%"></main></body></html>`,
  );
  await page.addScriptTag({ path: SCRIPT });
  await page.evaluate(
    ({ card, colours }) => {
      const { AdaptiveCards, document } = globalThis as unknown as {
        AdaptiveCards: typeof import('adaptivecards');
        document: { getElementById(id: string): { append(node: unknown): void } };
      };
      const pair = (colour: string) => ({
        default: colour,
        subtle: colour === colours.text ? colours.subtle : colour,
      });
      const foregroundColors = Object.fromEntries(
        ['default', 'dark', 'light', 'good', 'warning', 'attention']
          .map((name) => [name, pair(colours.text)])
          .concat([['accent', pair(colours.accent)]]),
      );
      const pressed: unknown[] = [];
      (globalThis as unknown as { pressed: unknown[] }).pressed = pressed;
      const shown = new AdaptiveCards.AdaptiveCard();
      shown.hostConfig = new AdaptiveCards.HostConfig({
        fontFamily: 'Segoe UI, sans-serif',
        actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left' },
        containerStyles: { default: { backgroundColor: colours.ground, foregroundColors } },
      });
      shown.onExecuteAction = (action) => {
        pressed.push(
          (action as unknown as { data?: unknown; url?: unknown }).data ??
            (action as unknown as { url?: unknown }).url,
        );
      };
      shown.parse(card as never);
      document.getElementById('card').append(shown.render());
    },
    { card: JSON.parse(JSON.stringify(card)) as object, colours: THEMES[theme] },
  );
}

/** Lowest contrast of any visible text against the ground, by the formula of WCAG 2.1. */
async function lowestContrast(): Promise<{ ratio: number; text: string }> {
  return page.evaluate(() => {
    const view = globalThis as unknown as {
      document: Document;
      getComputedStyle(element: Element): { color: string; backgroundColor: string };
    };
    interface Element {
      textContent: string | null;
      childNodes: ArrayLike<{ nodeType: number; textContent: string | null }>;
      parentElement: Element | null;
    }
    interface Document {
      body: Element;
      querySelectorAll(selector: string): ArrayLike<Element>;
    }
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/gu) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((one) => {
        const part = one / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (element: Element | null): string => {
      const colour = element === null ? 'rgb(255,255,255)' : view.getComputedStyle(element).backgroundColor;
      return element !== null && (channels(colour)[3] ?? 1) === 0 ? groundOf(element.parentElement) : colour;
    };
    let lowest = { ratio: 21, text: '' };
    for (const element of Array.from(view.document.querySelectorAll('#card *'))) {
      const own = Array.from(element.childNodes).some(
        (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
      );
      if (own) {
        const [high, low] = [
          luminance(view.getComputedStyle(element).color),
          luminance(groundOf(element)),
        ].sort((a, b) => b - a) as [number, number];
        const ratio = (high + 0.05) / (low + 0.05);
        if (ratio < lowest.ratio) {
          lowest = { ratio, text: (element.textContent ?? '').slice(0, 60) };
        }
      }
    }
    return lowest;
  });
}

const FULL: Answer = answer({
  items: [
    item({ group: 'Said outright' }),
    item({
      id: 'c-2',
      relation: 'related',
      title: marked(''),
      text: marked('Skills should be recognised.', 'Skills'),
    }),
  ],
  page: pageOf(2, 3),
  sources: [source({ url: 'https://archive.example/report.pdf' })],
});

describe.each(Object.keys(THEMES) as Theme[])('in the theme %s', (theme) => {
  test.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('everything can be read on %s', async (_what, width) => {
    await show(renderCard(FULL), theme, width);
    const { ratio, text } = await lowestContrast();
    expect({ text, enough: ratio >= 4.5 }).toEqual({ text, enough: true });
    const overflow = await page.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: { documentElement: { scrollWidth: number; clientWidth: number } };
      };
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(overflow).toBe(0);
  });
});

test('all the words of a card stand on the page', async () => {
  await show(renderCard(FULL), 'light', DESKTOP);
  const text = (await page.locator('#card').textContent()) ?? '';
  for (const words of [
    'Recommendations about skills',
    'Natalia Popova, ILO',
    'Recognise skills across borders',
    'ILO webinar report 2020',
    'Related',
    '7–12 of 18',
    'Only 2022',
  ]) {
    expect(text).toContain(words);
  }
});

test('real answers fit a phone', async () => {
  const { ask } = await openHost();
  for (const line of [
    'help',
    'sessions sdg8',
    'speaker Popova',
    'recommendations migration',
    'open wsis-forum-2022-session-181',
    'ask kind:poll',
    'which figures are there',
    'compare Popova and Harukawa',
    'compare the 2020 webinar and session 181',
  ]) {
    await show(renderCard(await ask({ text: line })), 'light', PHONE);
    const { scrollWidth, clientWidth } = await page
      .$eval('#card', (element) => element as unknown as { scrollWidth: number; clientWidth: number })
      .then(() =>
        page.evaluate(() => {
          const { document } = globalThis as unknown as {
            document: { documentElement: { scrollWidth: number; clientWidth: number } };
          };
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        }),
      );
    expect({ line, scrollWidth }).toEqual({ line, scrollWidth: clientWidth });
  }
});

test('no button leaves the card, on a phone either', async () => {
  const labels = [
    'Recommendations: labour migration',
    'What was said there (15)',
    'Who spoke there',
    'Help',
    'All',
  ];
  await show(renderCard(answer({ choices: labels.map((label) => choice({ label })) })), 'light', PHONE);
  const boxes = await Promise.all((await page.locator('#card button').all()).map((one) => one.boundingBox()));
  // Two steps and “…”, behind which the others hide.
  expect(boxes.length).toBeGreaterThanOrEqual(3);
  for (const box of boxes) {
    expect((box?.x ?? PHONE) + (box?.width ?? PHONE)).toBeLessThanOrEqual(PHONE);
  }
});

test('headings and buttons are reached and pressed with the keyboard alone', async () => {
  await show(renderCard(FULL), 'light', PHONE);
  const found: string[] = [];
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: {
          activeElement: {
            getAttribute(name: string): string | null;
            textContent: string | null;
            tagName: string;
          };
        };
      };
      const one = document.activeElement;
      return one.tagName === 'BODY'
        ? ''
        : (one.getAttribute('aria-label') ?? one.getAttribute('title') ?? one.textContent ?? '');
    });
    if (name === '') {
      break;
    }
    found.push(name);
    await page.keyboard.press('Enter');
  }
  const pressed = await page.evaluate(() => (globalThis as unknown as { pressed: unknown[] }).pressed);
  expect(found.length).toBeGreaterThanOrEqual(6);
  // The card as a whole comes first and says what it is about.
  expect(found[0]).toBe('Recommendations about skills. 1 recommendation.');
  expect(found[1]).toContain('Recognise skills');
  // “…” is reached as well; it opens a menu and sends nothing.
  expect(pressed).toHaveLength(found.length - 2);
  expect(pressed[0]).toEqual({ line: 'open c-0213', from: 'recommendations topic:skills' });
  expect(pressed).toContainEqual({ line: 'recommendations topic:skills page:3' });
});

test('the title is a heading for screen readers', async () => {
  await show(renderCard(FULL), 'light', PHONE);
  expect(await page.getByRole('heading', { name: 'Recommendations about skills' }).count()).toBe(1);
});

test('hostile text stays text: no markup, no links, nothing runs', async () => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => asked.push(dialog.message())));
  for (const hostile of HOSTILE_TEXTS) {
    await show(
      renderCard(
        answer({
          title: hostile,
          lead: hostile,
          items: [
            item({
              group: hostile,
              title: marked(hostile),
              text: marked(hostile),
              makers: [hostile],
              facts: [{ label: hostile, value: hostile }],
              reasons: [hostile],
              evidence: [citation({ label: hostile })],
            }),
          ],
          sources: [],
        }),
      ),
      'light',
      DESKTOP,
    );
    const made = await page.$$eval(
      '#card a[href], #card b, #card strong, #card em, #card script, #card img, #card ul, #card ol, #card code',
      (elements) => elements.length,
    );
    expect({ hostile, made }).toEqual({ hostile, made: 0 });
  }
  expect(asked).toEqual([]);
});

test('the largest card is drawn, all of it', async () => {
  await show(renderCard(largestAnswer()), 'light', PHONE);
  expect((await page.locator('#card').textContent()) ?? '').toMatch(/more items do not fit/u);
});

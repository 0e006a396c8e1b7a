#!/usr/bin/env node
/**
 * Makes the pictures that Slack, Discord and Teams ask for from the one mark, `brand/mark.svg`: `npm run --silent brand`.
 * They are kept in `brand/` beside it, so that nobody needs to run this but who changes the mark. The platforms round the
 * corners themselves, so theirs are square.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as launcher } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const MARK = readFileSync(join(FOLDER, 'mark.svg'), 'utf8');

const SQUARE = '#ground { rx: 0 }';
/** White on nothing, in strokes of two pixels. */
const OUTLINE = `#ground { display: none } #bubble { fill: none; stroke: #fff; stroke-width: 24 }
  #lines path { stroke: #fff; stroke-width: 24 }`;
/** The lines alone, across the whole banner. */
const LINES = '#ground, #bubble { display: none } #lines path:not(#marked) { stroke: #fff; opacity: 0.35 }';

const PICTURES = [
  { name: 'icon-512.png', width: 512, height: 512, style: SQUARE },
  {
    name: 'discord-banner.png',
    width: 680,
    height: 240,
    style: LINES,
    crop: '-60 108 680 240',
    filled: true,
  },
  { name: 'teams-color.png', width: 192, height: 192, style: SQUARE },
  { name: 'teams-outline.png', width: 32, height: 32, style: OUTLINE, crop: '72 73 368 368' },
];

const browser = await launcher.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--no-zygote'],
  headless: true,
});
try {
  const [, ground] = /id="ground"[^>]*fill="(#\w+)"/.exec(MARK) ?? [];
  for (const { name, width, height, style, crop, filled = false } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height } });
    const mark = crop === undefined ? MARK : MARK.replace(/viewBox="[^"]*"/, `viewBox="${crop}"`);
    await page.setContent(
      `<style>html { background: ${filled ? ground : 'transparent'} } body { margin: 0 } svg { display: block } ${style}</style>${mark}`,
    );
    await page.screenshot({ path: join(FOLDER, name), omitBackground: true });
    await page.close();
    console.log(join('brand', name));
  }
} finally {
  await browser.close();
}

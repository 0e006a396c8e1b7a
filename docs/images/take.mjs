#!/usr/bin/env node
/**
 * Makes the pictures of the README and the guides: `npm run --silent screenshots [FOLDER]`, `docs/images` where none is named. Starts the
 * service on a free port, without the environment's platforms, and looks at it with the Chromium that `npm ci` brings.
 * Time, size and language are fixed, so that a picture changes only where the page does.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as launcher } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds: a build, and a machine with much else to do. */
const PATIENCE = 120_000;

/** What is shown. */
const SIDE_BY_SIDE = { path: '/?q=%2Fsessions+sdg8', viewport: { width: 1420, height: 860 }, view: 'all' };
const PLATFORMS = ['slack', 'discord', 'teams'];
const PICTURES = [
  { ...SIDE_BY_SIDE, name: 'sessions-sdg8', colorScheme: 'light' },
  { ...SIDE_BY_SIDE, name: 'sessions-sdg8-dark', colorScheme: 'dark' },
  // One platform's window alone, for its guide.
  ...PLATFORMS.map((view) => ({
    name: view,
    view,
    path: '/?q=sessions+sdg8',
    viewport: { width: 1100, height: 780 },
    colorScheme: 'light',
    part: `#window-${view}`,
  })),
];

/** The service's address, and how it is ended. */
async function start() {
  // A folder without a `.env`, and nothing of the environment that would connect to a platform.
  const cwd = mkdtempSync(join(tmpdir(), 'rapporteur-screenshots-'));
  const service = spawn(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), 'start'], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => service.once('exit', done));
  let said = '';
  const address = await new Promise((found, failed) => {
    const timer = setTimeout(failed, PATIENCE, new Error('The service did not start in time.'));
    service.once('exit', (code) => failed(new Error(`The service ended with code ${code}.`)));
    service.stdout.on('data', (chunk) => {
      said += chunk;
      const [match] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      if (match === undefined) return;
      clearTimeout(timer);
      found(match);
    });
  });
  return {
    address,
    async stop() {
      service.kill('SIGTERM');
      await ended;
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}

async function take(browser, address, folder, { name, path, viewport, colorScheme, view, part }) {
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.clock.setFixedTime('2026-01-15T10:30:00Z');
  await page.addInitScript((chosen) => localStorage.setItem('rapporteur-view', chosen), view);
  await page.goto(path);
  for (const platform of view === 'all' ? PLATFORMS : [view])
    await page.locator(`#window-${platform}`).getByText('Digitalization and employment').first().waitFor();
  await page.evaluate('document.fonts.ready.then(() => true)');
  const file = join(folder, `${name}.png`);
  await (part === undefined ? page : page.locator(part)).screenshot({ path: file });
  await context.close();
  console.log(file);
}

const folder = resolve(process.argv[2] ?? join(ROOT, 'docs', 'images'));
mkdirSync(folder, { recursive: true });
const service = await start();
try {
  const browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--no-zygote'],
    headless: true,
  });
  try {
    for (const picture of PICTURES) await take(browser, service.address, folder, picture);
  } finally {
    await browser.close();
  }
} finally {
  await service.stop();
}

/** A real browser for tests of pages: headless Chromium that comes with the packages, with everything it complains of. */
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as launcher, type Page } from 'playwright-core';

export interface Tab {
  readonly page: Page;
  /** Errors of the console and of scripts, and requests that left the given origin. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface TestBrowser {
  open(origin: string, options?: BrowserContextOptions): Promise<Tab>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    // The package's own arguments switch off what protects a page, which is just what is tested here.
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--no-zygote'],
    headless: true,
  });
  return {
    async open(origin, options = {}) {
      const context = await browser.newContext({ baseURL: origin, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${origin}/`)) complaints.push(`request to ${request.url()}`);
      });
      return { page, complaints, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

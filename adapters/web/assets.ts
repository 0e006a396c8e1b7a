/**
 * The page's style, script and icon: read once, compressed once, and served under an address that holds the hash of the
 * content, so that browsers may keep them for good. They lie in `assets/` as plain files that no build step touches.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { PageAssets } from './page.ts';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}

export interface Assets {
  readonly addresses: PageAssets;
  /** By the name in the address: `page.3f2a1b9c.css`. */
  find(name: string): Asset | undefined;
}

const FILES = {
  style: { file: 'page.css', type: 'text/css; charset=utf-8' },
  archive: { file: 'archive.css', type: 'text/css; charset=utf-8' },
  script: { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  icon: { file: 'icon.svg', type: 'image/svg+xml' },
} as const;

export function loadAssets(): Assets {
  const folder = findFolder();
  const byName = new Map<string, Asset>();
  const address = (key: keyof typeof FILES): string => {
    const { file, type } = FILES[key];
    const body = readFileSync(path.join(folder, file));
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const { name, ext } = path.parse(file);
    byName.set(`${name}.${hash}${ext}`, { type, body, gzipped: gzipSync(body, { level: 9 }) });
    return `/assets/${name}.${hash}${ext}`;
  };
  const addresses = {
    style: address('style'),
    archive: address('archive'),
    script: address('script'),
    icon: address('icon'),
  };
  return { addresses, find: (name) => byName.get(name) };
}

/** Beside this module, or, where that is in `dist/`, at the same place below the project. */
function findFolder(): string {
  const relative = path.join('adapters', 'web', 'assets');
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, relative))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error(`The folder ${relative} of the project is missing.`);
    folder = above;
  }
  return path.join(folder, relative);
}

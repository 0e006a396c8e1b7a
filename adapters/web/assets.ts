/**
 * The page's style, script and icon, and the playground's bundles: read once, compressed when first asked for, and served
 * under an address that holds a hash of the content, so that browsers may keep them for good. The page's own lie in
 * `assets/` as plain files that no build step touches; bundles are made by `scripts/build.mjs`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { findAbove, needAbove } from '../../src/kit/above.ts';
import type { PageAssets } from './page.ts';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}

export interface Assets {
  readonly addresses: PageAssets;
  /** Address of a bundle by the name of its source (`slack.js`); undefined where it was not built. */
  bundle(name: string): string | undefined;
  /** By the name in the address: `page.3f2a1b9c.css`. */
  find(name: string): Asset | undefined;
}

/** In this folder's place in the sources, which no build step touches. */
const OWN = 'adapters/web/assets';
/** Written by the build: `dist/browser` holds the bundles and this list of them. */
const BUNDLES = path.join('browser', 'bundles.json');

const FILES = {
  style: { file: `${OWN}/page.css`, type: 'text/css; charset=utf-8' },
  archive: { file: `${OWN}/archive.css`, type: 'text/css; charset=utf-8' },
  script: { file: `${OWN}/page.js`, type: 'text/javascript; charset=utf-8' },
  curator: { file: `${OWN}/curator.js`, type: 'text/javascript; charset=utf-8' },
  icon: { file: 'brand/mark.svg', type: 'image/svg+xml' },
  reader: { file: `${OWN}/reader.svg`, type: 'image/svg+xml' },
} as const;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** `bundles` is the folder that the build wrote them to; where it is missing, there are none. */
export function loadAssets(bundles?: string): Assets {
  const byName = new Map<string, Asset>();
  const address = (key: keyof typeof FILES): string => {
    const { file, type } = FILES[key];
    const body = readFileSync(needAbove(file));
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const { name, ext } = path.parse(file);
    byName.set(`${name}.${hash}${ext}`, assetOf(body, type));
    return `/assets/${name}.${hash}${ext}`;
  };
  const addresses = {
    style: address('style'),
    archive: address('archive'),
    script: address('script'),
    curator: address('curator'),
    icon: address('icon'),
    reader: address('reader'),
  };
  const built = readBundles(bundles ?? path.dirname(findAbove(BUNDLES) ?? BUNDLES));
  return {
    addresses,
    bundle: (name) => (Object.hasOwn(built.names, name) ? `/assets/${built.names[name]}` : undefined),
    find: (name) => byName.get(name) ?? built.find(name),
  };
}

interface Bundles {
  readonly names: Readonly<Record<string, string>>;
  find(name: string): Asset | undefined;
}

/** Bundles are large, and most visits load none: each is read and compressed when it is first asked for. */
function readBundles(folder: string): Bundles {
  const list = path.join(folder, 'bundles.json');
  if (!existsSync(list)) return { names: {}, find: () => undefined };
  const names = JSON.parse(readFileSync(list, 'utf8')) as Readonly<Record<string, string>>;
  const files = new Set(readdirSync(folder));
  const loaded = new Map<string, Asset>();
  return {
    names,
    find(name) {
      const type = TYPES[path.extname(name)];
      if (type === undefined || !files.has(name)) return undefined;
      const asset = loaded.get(name) ?? assetOf(readFileSync(path.join(folder, name)), type);
      loaded.set(name, asset);
      return asset;
    },
  };
}

function assetOf(body: Buffer, type: string): Asset {
  let gzipped: Buffer | undefined;
  return {
    type,
    body,
    get gzipped() {
      gzipped ??= gzipSync(body);
      return gzipped;
    },
  };
}

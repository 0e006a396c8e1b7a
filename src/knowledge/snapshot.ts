/**
 * Keeps checked knowledge as JSON, so that a start need not parse and check the YAML again. A snapshot is keyed by the
 * content of the files and by the code that read them; anything else in its place is ignored and written anew.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from './model.ts';

/** First word of the file, before the key and the hash of the body. */
const FORMAT = 'rapporteur-knowledge-1';
const NAME = /^knowledge-[0-9a-f]{32}\.json(\.[0-9a-f]+\.tmp)?$/;
/** Snapshots kept in one folder: a few revisions of a few knowledge folders. */
const MOST_KEPT = 8;

let loader: string | undefined;

/** The name of a chunk of a build ends with a hash of its content, in which those that it loads are named in turn. */
const CHUNK = /-[0-9A-Z]{8}\.js$/;

/**
 * What changes with the loader itself: in the sources a hash of every module beside this one, in a build the name of the
 * file that the loader became part of. A change of the model or of a rule thereby makes old snapshots unusable, without a
 * version number that somebody must remember to raise.
 */
function loaderHash(): string {
  loader ??= hashLoader(fileURLToPath(import.meta.url));
  return loader;
}

function hashLoader(file: string): string {
  if (CHUNK.test(file)) return basename(file);
  const folder = dirname(file);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (/\.[jt]s$/.test(name)) hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** The name under which knowledge of this content is kept. */
export function snapshotKey(contentHash: string): string {
  return createHash('sha256').update(`${FORMAT} ${loaderHash()} ${contentHash}`).digest('hex').slice(0, 32);
}

/** Where the snapshot of this key lies below `folder`. */
function snapshotPath(folder: string, key: string): string {
  return join(folder, `knowledge-${key}.json`);
}

function header(key: string, body: string | Uint8Array): string {
  return `${FORMAT} ${key} ${createHash('sha256').update(body).digest('hex')}\n`;
}

/** The snapshot of this key, or undefined where there is none, or where it is not what was written. */
export function readSnapshot(folder: string, key: string): Knowledge | undefined {
  try {
    const bytes = readFileSync(snapshotPath(folder, key));
    const start = bytes.indexOf('\n') + 1;
    const body = bytes.subarray(start);
    if (start === 0 || bytes.toString('utf8', 0, start) !== header(key, body)) return undefined;
    return JSON.parse(body.toString('utf8')) as Knowledge;
  } catch {
    return undefined;
  }
}

/** Removes all but the newest snapshots, and what a broken-off writing left. */
function prune(folder: string, keep: string): void {
  const kept = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => ({ path: join(folder, name), age: Date.now() - statSync(join(folder, name)).mtimeMs }))
    .filter(({ path }) => path !== keep)
    .sort((a, b) => a.age - b.age);
  for (const [index, { path, age }] of kept.entries()) {
    if (index >= MOST_KEPT - 1 || (path.endsWith('.tmp') && age > 60_000)) rmSync(path, { force: true });
  }
}

/**
 * Keeps the knowledge under its key. Readers see the old file or the whole new one, never a part. A folder that cannot
 * be written to is no error: the next start takes the long way again.
 */
export function writeSnapshot(folder: string, key: string, knowledge: Knowledge): void {
  const path = snapshotPath(folder, key);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const body = JSON.stringify(knowledge);
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, header(key, body) + body);
    renameSync(temporary, path);
    prune(folder, path);
  } catch {
    // A disk that is full or read-only. What was begun is removed when a later write prunes.
  }
}

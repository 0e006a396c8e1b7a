/**
 * Where this project lies, so that its own knowledge and cache are found from any working directory.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above this module that holds a `package.json`; the same from `src/` and from `dist/src/`. */
function findProject(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

export const PROJECT = findProject();

/** What is loaded where `KNOWLEDGE_DIR` names no other folder. */
export const KNOWLEDGE_FOLDER = join(PROJECT, 'knowledge');

/** What may be deleted at any time. */
export const CACHE_FOLDER = join(PROJECT, '.cache');

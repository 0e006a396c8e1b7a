/** The knowledge that comes with the project. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';

/** The project's own folder: the nearest above this file that holds the content and the runner, from sources and build. */
export const ROOT = findRoot();

function findRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (['knowledge', 'scripts', 'src'].every((name) => existsSync(join(folder, name)))) return folder;
    if (dirname(folder) === folder)
      throw new Error('The benchmarks must lie in the project that they measure');
  }
}

export const loadShipped = (): Promise<Knowledge> =>
  loadKnowledge(join(ROOT, 'knowledge'), { cache: join(ROOT, '.cache') });

/** Files and folders that the docs for developers name are there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../house/modules.ts';

/** What stands for whatever somebody adds, or for several. */
const PATTERN = /NAME|[*{]/;

/** Paths in code marks, from the project's root or from `src`. */
function pathsIn(text: string): string[] {
  const marked = [...text.matchAll(/`([\w.@/*-]+\/[\w.*-]*)`/g)].map(([, named = '']) => named);
  return marked.filter((named) => /\.(?:ts|mjs|md|yaml|json)$|\/$/.test(named) && !PATTERN.test(named));
}

test.each([
  ['CONTRIBUTING.md', 10],
  ['docs/architecture.md', 15],
  ['docs/glossary.md', 20],
])('%s names files that there are', (file, least) => {
  const named = pathsIn(readFileSync(path.join(ROOT, file), 'utf8'));
  expect(named.length).toBeGreaterThan(least);
  const missing = named.filter(
    (one) => !existsSync(path.join(ROOT, one)) && !existsSync(path.join(ROOT, 'src', one)),
  );
  expect(missing).toEqual([]);
});

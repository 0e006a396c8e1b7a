/** Files of the project that are read as they are, wherever the module that wants them was built to. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The nearest `relative` from this module upwards; in a build, this module is a part of a chunk in `dist/`.
 * @example
 * findAbove('brand/mark.svg')
 */
export function findAbove(relative: string): string | undefined {
  const start = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = path.dirname(folder)) {
    const found = path.join(folder, relative);
    if (existsSync(found)) return found;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** @throws Error where the project lacks it */
export function needAbove(relative: string): string {
  const found = findAbove(relative);
  if (found === undefined) throw new Error(`The project's ${relative} is missing.`);
  return found;
}

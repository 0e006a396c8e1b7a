/** The playground's bundles, as the build makes them; built first where they are stale. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { PROJECT } from '../../src/knowledge/project.ts';

/** @returns the folder that they lie in */
export function buildBundles(): string {
  execFileSync(process.execPath, [path.join(PROJECT, 'scripts', 'run.mjs'), 'build']);
  return path.join(PROJECT, 'dist', 'browser');
}

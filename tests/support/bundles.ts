/** The playground's bundles, built once for a test process. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BUNDLER = fileURLToPath(new URL('../../scripts/bundle.mjs', import.meta.url));

export interface Bundles {
  readonly folder: string;
  remove(): void;
}

export function buildBundles(): Bundles {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-bundles-'));
  execFileSync(process.execPath, [BUNDLER, folder]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the threads of a service begin with, made from the sources: Jest compiles nothing for a thread. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE_FOLDER, PROJECT } from '../../src/knowledge/project.ts';

const OPTIONS = ['--bundle', '--splitting', '--format=esm', '--platform=node', '--packages=external'];

function build(): URL {
  // Below the project, where packages are found.
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(CACHE_FOLDER, 'worker-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const esbuild = join(PROJECT, 'node_modules', 'esbuild', 'bin', 'esbuild');
  const entry = join(PROJECT, 'src', 'service', 'engine', 'worker.ts');
  execFileSync(esbuild, [entry, ...OPTIONS, `--outdir=${folder}`, '--log-level=error', '--sourcemap']);
  return pathToFileURL(join(folder, 'worker.js'));
}

let built: URL | undefined;

/** The `worker` of a service's options. Built once in a test file. */
export function workerUrl(): URL {
  built ??= build();
  return built;
}

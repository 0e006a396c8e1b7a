#!/usr/bin/env node
/**
 * Runs the benchmarks: installs their own packages when they are not there, compiles, and hands over to `main.ts`.
 * Plain JavaScript on Node's own modules, because it runs before anything is installed.
 *
 * Exit codes of its own: 1 where installing or compiling failed; else those of main.ts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BENCH = fileURLToPath(new URL('.', import.meta.url));
const COMPILER = join(BENCH, '..', 'node_modules', 'typescript', 'bin', 'tsc');
/** npm's own record of what it installed. */
const INSTALLED = join(BENCH, 'node_modules', '.package-lock.json');

/** Whether every package of the lock file is there in its version; those for other machines are left out. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(BENCH, 'package-lock.json'), 'utf8'));
  const { packages: present } = JSON.parse(readFileSync(INSTALLED, 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: BENCH, stdio: ['inherit', 2, 'inherit'] });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

function main() {
  if (!existsSync(COMPILER)) {
    console.error('The project\'s packages are not installed. Run "npm ci" first.');
    return 1;
  }
  if (!isInstalled()) {
    console.error('Installing the packages that only the benchmarks need …');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund'];
    const status = npm === undefined ? run('npm', args) : run(process.execPath, [npm, ...args]);
    if (status !== 0) return 1;
  }
  if (run(process.execPath, [COMPILER, '-p', 'tsconfig.json']) !== 0) return 1;
  const target = join(BENCH, 'dist', 'bench', 'main.js');
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--enable-source-maps', target, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  return status ?? 1;
}

process.exitCode = main();

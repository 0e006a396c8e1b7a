#!/usr/bin/env node
/**
 * Runs a command of the project: `node scripts/run.mjs check --json`. Builds first where something changed, then imports
 * what was built of `src/app/cli/NAME.ts` (`src/app/main.ts` for `start`) into this very process, so that it is the one
 * that gets the signals. The working directory stays the caller's. `build` builds and does no more. The commands are the
 * scripts of `package.json` that come through here.
 *
 * Exit codes of its own: 1 the build failed, 2 there is no such command.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
/** Of which sources the build is. Written last, and removed before anything of it is replaced. */
const STAMP = join(DIST, '.stamp');
/** Node 22 and later keep there what they compiled. */
const COMPILED = join(ROOT, '.cache', 'compiled');
const OF_THE_BUILD = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/build.mjs'];

/** A hash over the names and the content of all that is built, and of what tells how. */
function hashSources() {
  const sources = ['src', 'adapters'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .filter((name) => /\.(ts|css|json)$/.test(name))
      .map((name) => join(folder, name)),
  );
  const hash = createHash('sha256');
  for (const path of [...OF_THE_BUILD, ...sources.sort()]) {
    // An editor's temporary file may be gone between listing and reading.
    if (existsSync(join(ROOT, path))) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex');
}

/** When the packages were installed, some of which the browser gets; '' where they cannot build, as in production. */
function installed() {
  if (!existsSync(join(ROOT, 'node_modules', 'esbuild'))) return '';
  return `${statSync(join(ROOT, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false })?.mtimeMs}`;
}

/** Returns when `dist/` holds what the sources are. Processes that build at once all write the same. */
async function ensureBuilt() {
  const [sources, packages] = [hashSources(), installed()];
  const [builtSources, builtPackages] = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').split('\n') : [];
  if (sources === builtSources && (packages === builtPackages || packages === '')) return;
  if (process.stderr.isTTY) console.error('Building …');
  const { bundle, install } = await import('./build.mjs');
  const entries = commands().filter((name) => name !== 'build');
  const files = await bundle(DIST, entries.map(sourceOf));
  for (const old of [STAMP, COMPILED]) rmSync(old, { recursive: true, force: true });
  install(DIST, files);
  // Sources that were edited meanwhile have another hash, and are built at the next start.
  writeFileSync(STAMP, `${sources}\n${packages}`);
}

/** What went wrong with a build; esbuild itself has said what it does not understand. */
function explain({ code, message }) {
  if (code === 'ERR_MODULE_NOT_FOUND')
    return 'Nothing can be built: packages are missing. Run "npm ci", without omitting any.';
  const kept = existsSync(STAMP)
    ? ' The last good build is kept: node dist/src/app/cli/NAME.js runs it.'
    : '';
  return `The build failed: ${message.split('\n', 1)[0].replace(/:$/, '.')}${kept}`;
}

function commands() {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return Object.values(scripts)
    .flatMap((script) => /\bnode scripts\/run\.mjs (\S+)$/.exec(script)?.[1] ?? [])
    .sort();
}

/** The source of a command, below the project; what is built of it has the same place below `dist`. */
function sourceOf(name) {
  return name === 'start' ? 'src/app/main.ts' : `src/app/cli/${name}.ts`;
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !commands().includes(name)) {
  const said = name === undefined ? 'Name a command' : `There is no command "${name}"`;
  console.error(`${said}. Commands: ${commands().join(', ')}.`);
  process.exit(2);
}
try {
  await ensureBuilt();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
if (name !== 'build') {
  const target = join(DIST, sourceOf(name).replace(/\.ts$/, '.js'));
  process.argv = [process.argv[0], target, ...rest];
  process.setSourceMapsEnabled(true);
  module.enableCompileCache?.(COMPILED);
  await import(pathToFileURL(target).href);
}

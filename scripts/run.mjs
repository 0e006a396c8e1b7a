#!/usr/bin/env node
/**
 * Runs a command of the project: `node scripts/run.mjs check --json`. Makes sure that `dist/` is up to date with the
 * sources, building it if not, and then loads what `dist/src/app/cli/NAME.js` (`dist/src/app/main.js` for `start`) does, in this process.
 * The working directory stays the caller's. Plain JavaScript on Node's own modules, because it runs before any build.
 * `build` builds and does no more. The commands are the scripts of `package.json` that come through here.
 *
 * Exit codes of its own: 1 the build failed, 2 there is no such command.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const STAMP = '.stamp';
const CACHE = join(ROOT, 'node_modules', '.cache');
const LOCK = join(CACHE, 'rapporteur-build.lock');
const BUNDLERS = { browser: 'scripts/bundle.mjs', node: 'scripts/bundle-node.mjs' };
const OF_THE_BUILD = [...Object.values(BUNDLERS), 'scripts/load.cjs', 'scripts/keep-code.cjs'];
/** Written by npm whenever it installs. The lock file is not: it may be newer than what is installed. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
/** What the last build that failed said, for those who waited for it. */
const FAILURE = join(CACHE, 'rapporteur-build.failed');
/** A build takes a few seconds; a lock of this age (in milliseconds) was left behind. */
const LOCK_EXPIRES = 120_000;

class BuildError extends Error {}

/**
 * A hash over path, time and size of everything that the build depends on. Called at every start, so it must be quick:
 * this walk takes a tenth of the time of `readdirSync` with `recursive`.
 */
function fingerprint() {
  const lines = [];
  const add = (path) => {
    // An editor's temporary file may be gone between listing and looking.
    const stat = statSync(`${ROOT}${path}`, { throwIfNoEntry: false });
    if (stat !== undefined) lines.push(`${path} ${stat.mtimeMs} ${stat.size}`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(`${ROOT}${folder}`, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (/\.(ts|css)$/.test(entry.name)) add(path);
    }
  };
  for (const folder of ['src', 'adapters']) if (existsSync(`${ROOT}${folder}`)) walk(folder);
  for (const script of OF_THE_BUILD) add(script);
  for (const name of readdirSync(ROOT)) {
    if (name === 'package.json' || name === 'package-lock.json' || /^tsconfig.*\.json$/.test(name)) add(name);
  }
  const hash = createHash('sha256').update(lines.sort().join('\n')).digest('hex');
  // The build holds the packages themselves, as npm last installed them, and compiled code, which is of use to this Node alone.
  const installed = statSync(INSTALLED, { throwIfNoEntry: false });
  return `${hash} ${process.version}-${process.arch} ${installed?.mtimeMs} ${installed?.size}`;
}

function readStamp() {
  try {
    return readFileSync(join(DIST, STAMP), 'utf8');
  } catch {
    return '';
  }
}

function isFresh(stamp) {
  return readStamp() === stamp;
}

/**
 * Whether `dist/` holds the sources of now, though compiled by another Node, in which it only starts more slowly, or with
 * packages that were changed since.
 */
function isUsable(stamp) {
  return readStamp().split(' ', 1)[0] === stamp.split(' ', 1)[0];
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether the lock's owner is gone, or has held it for too long. */
function isAbandoned() {
  try {
    const age = Date.now() - statSync(LOCK).mtimeMs;
    if (age > LOCK_EXPIRES) return true;
    const owner = Number(readFileSync(join(LOCK, 'owner'), 'utf8'));
    return !isAlive(owner);
  } catch {
    // Not there any more, or its owner has not written its name yet; after some seconds it never will.
    try {
      return Date.now() - statSync(LOCK).mtimeMs > 5_000;
    } catch {
      return false;
    }
  }
}

/** Whether this process may build now. At worst, after an owner died, two build the same at once; both get it right. */
function tryLock() {
  try {
    mkdirSync(LOCK);
    writeFileSync(join(LOCK, 'owner'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isAbandoned()) {
    // Only one process can rename it away; the others find it gone and try again.
    const grave = `${LOCK}.${process.pid}`;
    try {
      renameSync(LOCK, grave);
      rmSync(grave, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return false;
}

/** Removes what builds left that were killed. */
function sweep() {
  for (const name of readdirSync(ROOT)) {
    const [, pid] = /^dist\.(?:new|old)-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(ROOT, name), { recursive: true, force: true });
  }
}

/** Puts the finished build in the place of the old one. Another process may do the same at this moment. */
function replaceDist(built, stamp) {
  const old = join(ROOT, `dist.old-${process.pid}`);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      renameSync(DIST, old);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    try {
      renameSync(built, DIST);
      return;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) throw error;
      if (isFresh(stamp)) return;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
  throw new BuildError(`The build could not be put in place of ${DIST}.`);
}

/** Runs a step of the build in a process of its own. Resolves to what went wrong, or to undefined. */
function run(failure, command) {
  return new Promise((resolve) => {
    const step = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [step.stdout, step.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    step.on('error', ({ message }) => resolve(`${failure}: ${message}`));
    step.on('close', (code) => resolve(code === 0 ? undefined : `${failure}:\n${said}`.trimEnd()));
  });
}

/** The steps write different files and none needs another, so they run beside each other. */
async function build(stamp) {
  if (!existsSync(COMPILER)) {
    throw new BuildError('The packages are not installed. Run "npm ci" first.');
  }
  sweep();
  const built = join(ROOT, `dist.new-${process.pid}`);
  if (process.stderr.isTTY) console.error('Building …');
  rmSync(built, { recursive: true, force: true });
  try {
    const entries = commands()
      .map(sourceOf)
      .filter((path) => existsSync(join(ROOT, path)));
    const wrong = await Promise.all([
      run('The sources do not compile', [COMPILER, '-p', 'tsconfig.build.json']),
      run('The service cannot be bundled', [BUNDLERS.node, built, ...entries]),
      existsSync(join(ROOT, BUNDLERS.browser))
        ? run('The scripts for the browser cannot be bundled', [BUNDLERS.browser, join(built, 'browser')])
        : undefined,
    ]);
    const first = wrong.find((failure) => failure !== undefined);
    if (first !== undefined) {
      const kept = existsSync(DIST)
        ? '\nThe last good build is kept: node dist/src/app/cli/NAME.js runs it.'
        : '';
      throw new BuildError(first + kept);
    }
    // So that version control and linters pass over the folder as long as it has this name.
    writeFileSync(join(built, '.gitignore'), '*\n');
    writeFileSync(join(built, STAMP), stamp);
    replaceDist(built, stamp);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

/** What a build of these sources said that failed since `since`, or undefined. */
function failureSince(since, stamp) {
  try {
    const failure = JSON.parse(readFileSync(FAILURE, 'utf8'));
    return failure.stamp === stamp && failure.time >= since ? failure.message : undefined;
  } catch {
    return undefined;
  }
}

/** Returns when `dist/` holds the sources of now, built by this process or by another. */
async function ensureFresh() {
  const since = Date.now();
  let stamp = fingerprint();
  if (isFresh(stamp)) return;
  mkdirSync(CACHE, { recursive: true });
  while (!tryLock()) {
    await sleep(40);
    stamp = fingerprint();
    if (isFresh(stamp)) return;
    const message = failureSince(since, stamp);
    if (message !== undefined) throw new BuildError(message);
  }
  try {
    stamp = fingerprint();
    if (!isFresh(stamp)) await build(stamp);
  } catch (error) {
    if (error instanceof BuildError) {
      writeFileSync(FAILURE, JSON.stringify({ stamp, time: Date.now(), message: error.message }));
    }
    throw error;
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function commands() {
  const { scripts = {} } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return Object.values(scripts)
    .flatMap((script) => /^node scripts\/run\.mjs (\S+)$/.exec(script)?.[1] ?? [])
    .sort();
}

/** The source of a command, below the project; what is built of it has the same place below `dist`. */
function sourceOf(name) {
  return name === 'start' ? 'src/app/main.ts' : `src/app/cli/${name}.ts`;
}

/** Whether this user may not write here. */
function isForbidden({ code }) {
  return ['EACCES', 'EPERM', 'EROFS'].includes(code);
}

/** What went wrong with a build, and what helps. */
function explain(error) {
  if (error instanceof BuildError) return error.message;
  if (!isForbidden(error)) return `The build failed: ${error.message}`;
  const what = existsSync(DIST) ? 'The build is older than the sources' : 'Nothing is built yet';
  return `${what}, and this user may not write to ${ROOT}. Run "npm run build" as a user who may.`;
}

async function main() {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || !commands().includes(name)) {
    const said = name === undefined ? 'Name a command' : `There is no command "${name}"`;
    console.error(`${said}. Commands: ${commands().join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  try {
    await ensureFresh();
  } catch (error) {
    if (name === 'build' || !isForbidden(error) || !isUsable(fingerprint())) {
      console.error(explain(error));
      process.exitCode = 1;
      return;
    }
  }
  if (name === 'build') return;
  const bundle = sourceOf(name).replace(/\.ts$/, '.cjs');
  const target = join(DIST, bundle.replace(/\.cjs$/, '.js'));
  process.argv = [process.argv[0], target, ...rest];
  // What the target itself does; without the way through Node's loader of ES modules.
  createRequire(import.meta.url)(join(DIST, 'load.cjs')).load(bundle);
}

await main();

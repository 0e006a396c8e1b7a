/**
 * The runner in a small project of its own: it builds when the sources changed, once, and never breaks a good build.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../../src/knowledge/project.ts';

const HELLO = `console.log(JSON.stringify({ argv: process.argv.slice(2), cwd: process.cwd(), says: 'hello' }));\n`;
const made: string[] = [];
let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'rapporteur-run-'));
  made.push(project);
  mkdirSync(join(project, 'src/app/cli'), { recursive: true });
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
  mkdirSync(join(project, 'src/knowledge'));
  mkdirSync(join(project, 'scripts'));
  for (const name of ['run.mjs', 'bundle-node.mjs', 'load.cjs', 'keep-code.cjs'])
    cpSync(join(PROJECT, 'scripts', name), join(project, 'scripts', name));
  for (const name of ['tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(PROJECT, name), join(project, name));
  for (const name of ['@types/node', 'undici-types', 'esbuild']) {
    symlinkSync(join(PROJECT, 'node_modules', name), join(project, 'node_modules', name));
  }
  installCompiler();
  const scripts = Object.fromEntries(
    ['build', 'hello', 'second', 'start'].map((name) => [name, `node scripts/run.mjs ${name}`]),
  );
  const manifest = { type: 'module', scripts: { ...scripts, test: 'jest' } };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(project, 'src/app/cli/hello.ts'), HELLO);
  writeFileSync(join(project, 'src/app/main.ts'), `console.log('started');\n`);
});

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** The real compiler, behind a door that counts who goes through. */
function installCompiler(): void {
  const folder = join(project, 'node_modules/typescript');
  const real = pathToFileURL(join(PROJECT, 'node_modules/typescript/lib/tsc.js')).href;
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(
    join(folder, 'bin/tsc'),
    `import { appendFileSync } from 'node:fs';
appendFileSync(${JSON.stringify(join(project, 'builds'))}, 'x');
await import(${JSON.stringify(real)});
`,
  );
}

/** How often the compiler has run. */
function builds(): number {
  return existsSync(join(project, 'builds')) ? readFileSync(join(project, 'builds'), 'utf8').length : 0;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function collect(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (data) => {
    out += data;
  });
  child.stderr?.on('data', (data) => {
    err += data;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

function run(args: readonly string[], cwd = project): Promise<Ended> {
  return collect(spawn(process.execPath, [join(project, 'scripts/run.mjs'), ...args], { cwd }));
}

const lock = () => join(project, 'node_modules/.cache/rapporteur-build.lock');

/** Puts a lock there as a process of this id would have left it. */
function leaveLock(owner: number, ageInSeconds: number): void {
  mkdirSync(lock(), { recursive: true });
  writeFileSync(join(lock(), 'owner'), String(owner));
  const then = new Date(Date.now() - ageInSeconds * 1000);
  utimesSync(lock(), then, then);
}

/** An id that belongs to no process: that of one that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await collect(child);
  return child.pid ?? 0;
}

test('the first call builds and runs; arguments and working directory are the caller’s', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'rapporteur-cwd-'));
  made.push(elsewhere);
  const { code, out, err } = await run(['hello', '--json', 'a b'], elsewhere);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toEqual({ argv: ['--json', 'a b'], cwd: elsewhere, says: 'hello' });
});

test('start runs main', async () => {
  expect(await run(['start'])).toEqual({ code: 0, out: 'started\n', err: '' });
});

test('a call with nothing changed does not build; one after an edit does', async () => {
  await run(['hello']);
  await run(['hello']);
  expect(builds()).toBe(1);
  writeFileSync(join(project, 'src/app/cli/hello.ts'), HELLO.replace('hello', 'good day'));
  expect((await run(['hello'])).out).toContain('good day');
  expect(builds()).toBe(2);
});

test('packages that were installed anew are built in, and used as they are where nobody may write', async () => {
  const installed = join(project, 'node_modules/.package-lock.json');
  writeFileSync(installed, '{}');
  await run(['hello']);
  // A lock file that was pulled and built with, before "npm ci" brings what it names.
  writeFileSync(installed, '{ "packages": {} }');
  expect(await runWithoutWriting('hello')).toMatchObject({ code: 0, err: '' });
  expect(builds()).toBe(1);
  await run(['hello']);
  await run(['hello']);
  expect(builds()).toBe(2);
});

test('of what a package uses that is deprecated, nobody is warned, as without a build', async () => {
  mkdirSync(join(project, 'node_modules/old'));
  writeFileSync(join(project, 'node_modules/old/package.json'), '{ "name": "old" }');
  writeFileSync(
    join(project, 'node_modules/old/index.js'),
    `module.exports = () => new Buffer('old').toString();\n`,
  );
  writeFileSync(
    join(project, 'src/app/main.ts'),
    `// @ts-ignore it has no types
void import('old').then(({ default: old }) => console.log(old()));
`,
  );
  expect(await run(['start'])).toEqual({ code: 0, out: 'old\n', err: '' });
});

test('a source that was removed leaves nothing behind', async () => {
  writeFileSync(join(project, 'src/app/cli/second.ts'), `console.log('second');\n`);
  expect((await run(['second'])).out).toBe('second\n');
  rmSync(join(project, 'src/app/cli/second.ts'));
  await run(['hello']);
  expect(existsSync(join(project, 'dist/src/app/cli/second.js'))).toBe(false);
});

test('type errors are printed and end with 1; the good build is kept', async () => {
  await run(['hello']);
  const before = readFileSync(join(project, 'dist/src/app/cli/hello.js'), 'utf8');
  writeFileSync(
    join(project, 'src/app/cli/hello.ts'),
    'const count: number = "three";\nconsole.log(count);\n',
  );
  const { code, out, err } = await run(['hello']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/hello\.ts\(1,7\): error TS2322/);
  expect(err).toMatch(/last good build is kept/);
  expect(readFileSync(join(project, 'dist/src/app/cli/hello.js'), 'utf8')).toBe(before);
  expect(readdirSync(project).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  expect(existsSync(lock())).toBe(false);
});

test('many processes at once build once, and all answer', async () => {
  const ended = await Promise.all(Array.from({ length: 6 }, (_, n) => run(['hello', String(n)])));
  for (const [n, { code, out, err }] of ended.entries()) {
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).argv).toEqual([String(n)]);
  }
  expect(builds()).toBe(1);
  expect(readdirSync(project).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

test('many processes at once on sources that do not compile all say why', async () => {
  writeFileSync(
    join(project, 'src/app/cli/hello.ts'),
    'const count: number = "three";\nconsole.log(count);\n',
  );
  const ended = await Promise.all(Array.from({ length: 4 }, () => run(['hello'])));
  for (const { code, err } of ended) {
    expect(code).toBe(1);
    expect(err).toMatch(/TS2322/);
  }
  // Those who waited took over what the builder said; one that came late may have looked for itself.
  expect(builds()).toBeLessThan(4);
});

describe('a lock that was left behind', () => {
  test('by a process that is gone is taken over', async () => {
    leaveLock(await deadPid(), 1);
    expect((await run(['hello'])).code).toBe(0);
    expect(existsSync(lock())).toBe(false);
  });

  test('by a process that lives, but long ago, is taken over', async () => {
    leaveLock(process.pid, 180);
    expect((await run(['hello'])).code).toBe(0);
  });

  test('without an owner is taken over after some seconds', async () => {
    mkdirSync(lock(), { recursive: true });
    const then = new Date(Date.now() - 10_000);
    utimesSync(lock(), then, then);
    expect((await run(['hello'])).code).toBe(0);
  });

  test('by a process at work is waited for', async () => {
    leaveLock(process.pid, 0);
    const waiting = run(['hello']);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(existsSync(join(project, 'dist'))).toBe(false);
    rmSync(lock(), { recursive: true });
    expect((await waiting).code).toBe(0);
  });
});

test('what a killed build left is swept away', async () => {
  const left = join(project, `dist.new-${await deadPid()}`);
  mkdirSync(left);
  await run(['hello']);
  expect(existsSync(left)).toBe(false);
});

test.each([
  [['helo'], /There is no command "helo"\. Commands: build, hello, second, start\./],
  [[], /Name a command\. Commands: build, hello, second, start\./],
  [['test'], /There is no command "test"/],
  [['../main'], /There is no command/],
])('%j is refused with the list of commands', async (args, message) => {
  const { code, err } = await run(args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

test('build builds and runs nothing, and what it built is up to date', async () => {
  expect(await run(['build'])).toEqual({ code: 0, out: '', err: '' });
  expect((await run(['hello'])).code).toBe(0);
  expect(builds()).toBe(1);
});

describe('compiled code that the build kept', () => {
  const code = () => join(project, 'dist/src/app/cli/hello.cjs.code');

  test('is taken by V8', async () => {
    await run(['hello']);
    const look = `const { load, loaded } = require('./dist/load.cjs');
      load('src/app/cli/hello.cjs');
      console.error(loaded.get('src/app/cli/hello.cjs').script.cachedDataRejected);`;
    const child = spawn(process.execPath, ['--input-type=commonjs', '-e', look], { cwd: project });
    expect(await collect(child)).toMatchObject({ code: 0, err: 'false\n' });
  });

  test.each([
    ['is missing', () => rmSync(code())],
    ['is damaged', () => writeFileSync(code(), 'no code at all')],
    ['is empty', () => writeFileSync(code(), '')],
  ])('may do without where it %s', async (_, spoil) => {
    await run(['hello']);
    spoil();
    expect(await run(['hello'])).toMatchObject({ code: 0, err: '' });
    expect(builds()).toBe(1);
  });

  test('of another bundle is not taken, though that is as long', async () => {
    await run(['hello']);
    const other = readFileSync(code());
    writeFileSync(join(project, 'src/app/cli/hello.ts'), HELLO.replace("'hello'", "'howdy'"));
    expect((await run(['hello'])).out).toContain('howdy');
    expect(readFileSync(code())).toHaveLength(other.length);
    writeFileSync(code(), other);
    expect((await run(['hello'])).out).toContain('howdy');
  });

  test('is of no use under other flags, which changes nothing', async () => {
    await run(['hello']);
    const child = spawn(process.execPath, ['--no-opt', join(project, 'scripts/run.mjs'), 'hello']);
    expect(await collect(child)).toMatchObject({ code: 0, err: '' });
  });

  test('of another Node is made anew, and used as it is where nobody may write', async () => {
    await run(['hello']);
    const stamp = join(project, 'dist/.stamp');
    writeFileSync(stamp, readFileSync(stamp, 'utf8').replace(process.version, 'v20.0.0'));
    expect(await runWithoutWriting('hello')).toMatchObject({ code: 0, err: '' });
    expect(builds()).toBe(1);
    await run(['hello']);
    expect(builds()).toBe(2);
  });
});

/** Runs a command where nothing below the project can be written to. */
async function runWithoutWriting(name: string): Promise<Ended> {
  const folders = [project, join(project, 'node_modules'), join(project, 'node_modules/.cache')];
  const here = folders.filter(existsSync);
  for (const folder of here) chmodSync(folder, 0o555);
  // Root may write everywhere, so it sends somebody else.
  const other = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const child = spawn(process.execPath, [join(project, 'scripts/run.mjs'), name], { cwd: '/', ...other });
  const ended = await collect(child);
  for (const folder of here) chmodSync(folder, 0o755);
  return ended;
}

test('where this user may not write, it says so and who can help', async () => {
  const { code, err } = await runWithoutWriting('hello');
  expect(code).toBe(1);
  expect(err).toMatch(/^Nothing is built yet, and this user may not write .*"npm run build"/);
});

test('without the packages it says what to do', async () => {
  rmSync(join(project, 'node_modules'), { recursive: true });
  const { code, err } = await run(['hello']);
  expect(code).toBe(1);
  expect(err).toMatch(/npm ci/);
});

/** The runner in a small project of its own: it builds when something changed, and never breaks a good build. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { PROJECT } from '../../src/knowledge/project.ts';

jest.setTimeout(60_000);

const HELLO = `const { argv, pid } = process;
console.log(JSON.stringify({ argv: argv.slice(2), cwd: process.cwd(), pid, says: 'hello' }));
`;
const BROKEN = 'const = 3;\n';
const made: string[] = [];
let project = '';

function write(name: string, text: string): void {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  writeFileSync(join(project, name), text);
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'rapporteur-run-'));
  made.push(project);
  for (const name of ['scripts/run.mjs', 'scripts/build.mjs'])
    cpSync(join(PROJECT, name), join(project, name));
  write('node_modules/.package-lock.json', '{}');
  symlinkSync(join(PROJECT, 'node_modules/esbuild'), join(project, 'node_modules/esbuild'));
  const scripts = ['build', 'hello', 'second'].map((name) => [name, `node scripts/run.mjs ${name}`]);
  const start = 'exec node scripts/run.mjs start';
  write(
    'package.json',
    JSON.stringify({ type: 'module', scripts: { ...Object.fromEntries(scripts), start, test: 'jest' } }),
  );
  for (const name of ['playground.ts', 'slack.ts', 'discord.ts', 'teams.ts', 'playground.css'])
    write(`adapters/web/browser/${name}`, '');
  write('src/app/cli/hello.ts', HELLO);
  write('src/app/cli/second.ts', `console.log('second');\n`);
  write('src/app/main.ts', `console.log('started');\n`);
});

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

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

/** Runs it, and tells the process that was started as well. */
async function run(args: readonly string[], cwd = project): Promise<Ended & { readonly pid: number }> {
  const child = spawn(process.execPath, [join(project, 'scripts/run.mjs'), ...args], { cwd });
  return { ...(await collect(child)), pid: child.pid ?? 0 };
}

const BUILT = 'dist/src/app/cli/hello.js';

/** Puts something else in the place of what was built; it comes out as long as nothing is built anew. */
function replaceBuilt(): void {
  write(BUILT, `console.log('replaced');\n`);
}

test('the first call builds and runs in the very process; arguments and working directory are the caller’s', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'rapporteur-cwd-'));
  made.push(elsewhere);
  const { code, out, err, pid } = await run(['hello', '--json', 'a b'], elsewhere);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toEqual({ argv: ['--json', 'a b'], cwd: elsewhere, pid, says: 'hello' });
});

test('start runs main', async () => {
  expect(await run(['start'])).toMatchObject({ code: 0, out: 'started\n', err: '' });
});

test('build builds and runs nothing, and what it built is up to date', async () => {
  expect(await run(['build'])).toMatchObject({ code: 0, out: '', err: '' });
  replaceBuilt();
  expect((await run(['hello'])).out).toBe('replaced\n');
});

describe('is built anew', () => {
  beforeEach(async () => {
    await run(['hello']);
    replaceBuilt();
  });

  test('not where a source was only touched', async () => {
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(project, 'src/app/cli/hello.ts'), later, later);
    expect((await run(['hello'])).out).toBe('replaced\n');
  });

  test.each([
    ['was edited', () => write('src/app/cli/hello.ts', `${HELLO}// And more.\n`)],
    ['came', () => write('src/text/new.ts', '')],
    ['went', () => rmSync(join(project, 'adapters/web/browser/playground.css'))],
  ])('where a source %s', async (_, change) => {
    // The list of styles is fixed; without one the build fails, which shows that it was tried.
    change();
    expect((await run(['hello'])).out).not.toBe('replaced\n');
  });

  test('where packages were installed anew, but for those who cannot build, as in production', async () => {
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(project, 'node_modules/.package-lock.json'), later, later);
    const esbuild = join(project, 'node_modules/esbuild');
    rmSync(esbuild);
    expect((await run(['hello'])).out).toBe('replaced\n');
    symlinkSync(join(PROJECT, 'node_modules/esbuild'), esbuild);
    expect((await run(['hello'])).out).toContain('hello');
  });
});

test('sources that cannot be bundled are named, and end with 1; the good build is kept', async () => {
  await run(['hello']);
  const before = readFileSync(join(project, BUILT), 'utf8');
  write('src/app/cli/hello.ts', BROKEN);
  const { code, out, err } = await run(['hello']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('src/app/cli/hello.ts:1:6');
  expect(err).toMatch(/The build failed.*last good build is kept/);
  expect(readFileSync(join(project, BUILT), 'utf8')).toBe(before);
  write('src/app/cli/hello.ts', HELLO);
  expect(await run(['hello'])).toMatchObject({ code: 0, err: '' });
});

test('many processes at once all answer', async () => {
  const ended = await Promise.all(Array.from({ length: 4 }, (_, n) => run(['hello', String(n)])));
  for (const [n, { code, out, err }] of ended.entries()) {
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).argv).toEqual([String(n)]);
  }
  expect(
    readdirSync(join(project, 'dist'), { recursive: true }).filter((name) => /\.\d+$/.test(`${name}`)),
  ).toEqual([]);
});

test('a process that runs loads the rest of its own build, whatever is built meanwhile; a day later that goes', async () => {
  write('src/text/later.ts', `export const said = 'first';\n`);
  write(
    'src/app/cli/second.ts',
    `process.stdin.once('data', async () => console.log((await import('../../text/later.ts')).said)).once('end', () => {});
console.log('waiting');\n`,
  );
  const running = spawn(process.execPath, [join(project, 'scripts/run.mjs'), 'second']);
  const ended = collect(running);
  await new Promise((resolve) => running.stdout.once('data', resolve));
  const chunks = () => readdirSync(join(project, 'dist/chunks')).filter((name) => /later.*js$/.test(name));
  const [first = ''] = chunks();
  write('src/text/later.ts', `export const said = 'second';\n`);
  await run(['build']);
  expect(chunks()).toHaveLength(2);
  running.stdin.end('go on\n');
  expect((await ended).out).toBe('waiting\nfirst\n');
  const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
  utimesSync(join(project, 'dist/chunks', first), longAgo, longAgo);
  write('src/text/later.ts', `export const said = 'third';\n`);
  await run(['build']);
  expect(chunks()).not.toContain(first);
  expect(chunks()).toHaveLength(2);
});

test('what is thrown names the line of the source', async () => {
  write('src/app/cli/hello.ts', `type Unused = string;\n\nthrow new Error('on purpose' satisfies Unused);\n`);
  const { code, err } = await run(['hello']);
  expect(code).toBe(1);
  expect(err).toMatch(/src\/app\/cli\/hello\.ts:3:7/);
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

test('without the packages it says what to do', async () => {
  rmSync(join(project, 'node_modules'), { recursive: true });
  const { code, err } = await run(['hello']);
  expect(code).toBe(1);
  expect(err).toMatch(/npm ci/);
});

test('where nobody may write, what was built runs, and what cannot be built says so', async () => {
  await run(['hello']);
  const folders = [
    project,
    ...readdirSync(project, { recursive: true }).map((name) => join(project, `${name}`)),
  ].filter((path) => statSync(path).isDirectory());
  for (const folder of folders) chmodSync(folder, 0o555);
  // Root may write everywhere, so it sends somebody else.
  const other = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const asOther = (name: string) =>
    collect(spawn(process.execPath, [join(project, 'scripts/run.mjs'), name], { cwd: '/', ...other }));
  expect(await asOther('hello')).toMatchObject({ code: 0, err: '' });
  writeFileSync(join(project, 'src/app/cli/hello.ts'), `${HELLO}// And more.\n`);
  const { code, err } = await asOther('hello');
  expect(code).toBe(1);
  expect(err).toMatch(/^The build failed: EACCES: permission denied/);
  for (const folder of folders) chmodSync(folder, 0o755);
});

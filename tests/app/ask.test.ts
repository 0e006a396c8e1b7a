/**
 * `ask` as people and programs call it: one line, a batch from standard input, and what goes wrong.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { toText } from '../../src/answer/text.ts';
import { PROJECT } from '../../src/knowledge/project.ts';
import { EVENT, knowledgeFolder, lineOf, spoil, temporaryFolder } from '../knowledge/folder.ts';
import { runPiped } from './piped.ts';
import { runCli } from './run.ts';

// A build may have to come first.
jest.setTimeout(60_000);

interface Entry {
  readonly request: string;
  readonly text: string;
  readonly answer: Answer;
}

const HARBOUR = knowledgeFolder();
const env = { KNOWLEDGE_DIR: HARBOUR };

/** One object per line, and nothing else. */
function entriesOf(out: string): Entry[] {
  if (out === '') return [];
  expect(out.endsWith('\n')).toBe(true);
  return out
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('one line', () => {
  test('is answered as plain text of at most 80 columns, without colour', async () => {
    const { code, out, err } = await runCli(['ask', '/sessions harbour'], { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^1 session matching “harbour”\n/);
    expect(out).toContain('Harbour day');
    expect(out).toMatch(/harbour report, ¶/);
    expect(out).not.toContain('\u001b');
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('may come as several words', async () => {
    const { out } = await runCli(['ask', '/speaker', 'Ada', 'Lund'], { env });
    expect(out).toMatch(/^Ada Lund\n/);
  });

  test('with --json is the Answer as one object, dates in the form asked for', async () => {
    const { code, out } = await runCli(['ask', '--json', '--locale', 'en-US', 'open harbour-day'], { env });
    const answer: Answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ outcome: 'found', line: 'open harbour-day', title: 'Harbour day' });
    expect(answer.items[0]?.date).toBe('May 4–5, 2023');
  });

  test('that finds nothing ends with exit code 0 as well: it was answered', async () => {
    const { code, out } = await runCli(['ask', 'zeppelins'], { env });
    expect(code).toBe(0);
    expect(out).toMatch(/^“zeppelins” is not in the archive\n/);
  });
});

const LONG = 'x'.repeat(100_000);
const CASES: readonly (readonly [name: string, line: string | Buffer, request: string, outcome: string])[] = [
  ['a command', '/sessions harbour', '/sessions harbour', 'found'],
  ['an empty line', '', '', 'help'],
  ['spaces', '   ', '   ', 'help'],
  ['a continuation', 'more', 'more', 'nothing'],
  ['100,000 characters', LONG, LONG, 'unclear'],
  ['bytes that are not UTF-8', Buffer.from([0x68, 0xff, 0xfe, 0xc3]), 'h\ufffd\ufffd\ufffd', 'nothing'],
  ['a carriage return at the end', '/speaker Bo Ek\r', '/speaker Bo Ek', 'found'],
  ['an unknown command', '/frobnicate', '/frobnicate', 'unclear'],
  ['a byte of zero', 'a\u0000b', 'a\u0000b', 'nothing'],
  ['a tab', '/speaker\tBo Ek', '/speaker\tBo Ek', 'found'],
  ['JSON', '{"request": "\\n"}', '{"request": "\\n"}', 'nothing'],
  ['astral characters', '😀 𝒳', '😀 𝒳', 'nothing'],
  ['a line separator of Unicode', 'crane\u2028drivers', 'crane\u2028drivers', 'found'],
  ['a carriage return in the middle', 'crane\rdrivers', 'crane\rdrivers', 'found'],
  ['the last line, without a line feed', '/recommendations', '/recommendations', 'found'],
];

describe('a batch', () => {
  let entries: readonly Entry[] = [];

  test('gives one object per line, in order, whatever the line holds', async () => {
    const lines = CASES.map(([, line]) => (typeof line === 'string' ? Buffer.from(line) : line));
    const input = Buffer.concat(lines.flatMap((line, n) => (n === 0 ? [line] : [Buffer.from('\n'), line])));
    const { code, out, err } = await runPiped(['ask', '--batch'], input, env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    entries = entriesOf(out);
    expect(entries).toHaveLength(CASES.length);
  });

  test.each(CASES.map(([name, , request, outcome], place) => [name, place, request, outcome] as const))(
    '%s',
    (_, place, request, outcome) => {
      const entry = entries[place];
      expect(entry?.request).toBe(request);
      expect(entry?.answer.outcome).toBe(outcome);
      expect(Object.keys(entry ?? {})).toEqual(['request', 'text', 'answer']);
      expect(entry?.text).toBe(toText(entry?.answer as Answer));
    },
  );

  test('of nothing gives nothing; of one line feed, one answer', async () => {
    const [none, one] = await Promise.all([
      runPiped(['ask', '--batch'], '', env),
      runPiped(['ask', '--batch'], '\n', env),
    ]);
    expect(none).toEqual({ code: 0, out: '', err: '' });
    expect(entriesOf(one.out).map(({ request }) => request)).toEqual(['']);
  });

  test('is whole when it is long and read slowly', async () => {
    const requests = Array.from(
      { length: 400 },
      (_, n) => `/sessions harbour ${n % 2 === 0 ? 'gulls' : 'cranes'} ${n}`,
    );
    const child = spawn(process.execPath, [join(PROJECT, 'scripts/run.mjs'), 'ask', '--batch'], {
      env: { ...process.env, ...env },
    });
    child.stdin.end(`${requests.join('\n')}\n`);
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) {
      chunks.push(chunk);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const entries = entriesOf(Buffer.concat(chunks).toString('utf8'));
    expect(entries.map(({ request }) => request)).toEqual(requests);
  });

  test('whose reader goes away early ends without complaint', async () => {
    const requests = '/sessions harbour\n'.repeat(200);
    const child = spawn(
      'sh',
      ['-c', '"$0" "$1" ask --batch | head -c 10', process.execPath, join(PROJECT, 'scripts/run.mjs')],
      {
        env: { ...process.env, ...env },
      },
    );
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    // More may come for as long as the pipe is open: the input is not ended here.
    child.stdin.on('error', () => {});
    child.stdin.write(requests);
    child.stdout.resume();
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});

test('KNOWLEDGE_DIR may stand in a file .env of the working directory, as for npm start', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, '.env'), `KNOWLEDGE_DIR=${HARBOUR}\n`);
  expect((await runCli(['ask', '/sessions harbour'], { cwd })).out).toMatch(
    /^1 session matching “harbour”\n/,
  );
  expect((await runCli(['check'], { cwd })).out).toContain(`Knowledge: ${HARBOUR},`);
});

describe('what goes wrong', () => {
  test('a folder that is not there: exit code 1, the folder named, no stack trace', async () => {
    const { code, out, err } = await runCli(['ask', 'hello'], { env: { KNOWLEDGE_DIR: '/nowhere/at/all' } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('/nowhere/at/all');
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('knowledge that is no YAML: exit code 1, file and the line where it ends to be', async () => {
    const content = spoil(EVENT, 'kind: conference', 'kind: [conference');
    const folder = knowledgeFolder({ [EVENT]: content });
    const { code, out, err } = await runCli(['ask', 'hello'], { env: { KNOWLEDGE_DIR: folder } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`${EVENT}:${lineOf(content, 'kind: [conference') + 1}:5`));
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('knowledge that refers to nobody: exit code 1, with what was likely meant', async () => {
    const folder = knowledgeFolder({ [EVENT]: spoil(EVENT, 'by: [bo-ek]', 'by: [bo-eck]') });
    const { code, err } = await runPiped(['ask', '--batch'], 'hello\n', { KNOWLEDGE_DIR: folder });
    expect(code).toBe(1);
    expect(err).toContain('Did you mean "bo-ek"?');
  });

  test.each([
    [['--jsn', 'x'], 'There is no option --jsn. Did you mean --json?'],
    [['--locale'], 'The option --locale needs a value.'],
    [['--batch=yes'], 'The option --batch takes no value.'],
    [['--batch', 'hello'], 'With --batch the lines come from standard input alone.'],
    [['--locale', 'en_GB', 'x'], '"en_GB" is no language tag.'],
  ])('%j is refused with a hint, exit code 2', async (args, message) => {
    const { code, out, err } = await runCli(['ask', ...args], { env });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('ask -- --help');
  });

  test('--help tells the options and exit codes in 80 columns, and needs no knowledge', async () => {
    const { code, out } = await runCli(['ask', '--help'], { env: { KNOWLEDGE_DIR: '/nowhere/at/all' } });
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const told of ['--json', '--batch', '--locale', 'KNOWLEDGE_DIR', 'Exit codes: 0'])
      expect(out).toContain(told);
  });
});

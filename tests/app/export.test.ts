/**
 * `export` as people call it.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PROJECT } from '../../src/knowledge/project.ts';
import { EVENT, knowledgeFolder, spoil } from '../knowledge/folder.ts';
import { runCli } from './run.ts';

test('one JSON object with everything, sessions with their appearances', async () => {
  const { code, out, err } = await runCli(['export', '--format', 'json', knowledgeFolder()]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const result = JSON.parse(out);
  expect(Object.keys(result)).toEqual([
    'sources',
    'sessions',
    'people',
    'organizations',
    'contributions',
    'topics',
  ]);
  const [whole, opening] = result.sessions;
  expect(whole).toMatchObject({ added: '2023-06-30', appearances: [] });
  expect(opening.appearances.map(({ person }: { person: string }) => person)).toEqual(['ada-lund', 'bo-ek']);
  for (const contribution of result.contributions) {
    expect(contribution).toMatchObject({ kind: expect.any(String), text: expect.any(String) });
    expect(contribution.evidence.length).toBeGreaterThan(0);
    for (const evidence of contribution.evidence) {
      expect(evidence).toEqual({ source: expect.any(String), at: expect.any(String) });
    }
  }
});

test('json is what one gets without the option', async () => {
  const folder = knowledgeFolder();
  const [plain, asked] = await Promise.all([
    runCli(['export', folder]),
    runCli(['export', '--format=json', folder]),
  ]);
  expect(plain).toEqual(asked);
});

test('large output is whole when it goes through a pipe that is read slowly', async () => {
  const claims = Array.from(
    { length: 3000 },
    (_, n) => `  - id: many-${n}
    kind: statement
    session: harbour-day
    text: Crane number ${n} creaks when the wind turns to the north-east in the evening.
    by: [harbour-day]
    at: "4"
`,
  );
  const many = `source: harbour-report\ncontributions:\n${claims.join('')}`;
  const folder = knowledgeFolder({ 'events/2023-05-harbour/many.yaml': many });
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/run.mjs'), 'export', folder]);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) {
    chunks.push(chunk);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(JSON.parse(Buffer.concat(chunks).toString('utf8')).contributions).toHaveLength(3004);
});

test('a reader that goes away early is no error', async () => {
  const child = spawn('sh', [
    '-c',
    `"$0" "$1" export "$2" | head -c 10`,
    process.execPath,
    join(PROJECT, 'scripts/run.mjs'),
    knowledgeFolder(),
  ]);
  let err = '';
  child.stderr.on('data', (data) => {
    err += data;
  });
  child.stdout.resume();
  await new Promise((resolve) => child.on('close', resolve));
  expect(err).toBe('');
});

test('faulty knowledge is not exported: problems on standard error, exit code 1', async () => {
  const folder = knowledgeFolder({ [EVENT]: spoil(EVENT, 'by: [bo-ek]', 'by: [bo-eck]') });
  const { code, out, err } = await runCli(['export', folder]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('contributions[0].by[0]');
  expect(err).not.toMatch(/^\s+at /m);
});

test('--help names the exit codes', async () => {
  const { code, out } = await runCli(['export', '-h']);
  expect(code).toBe(0);
  expect(out).toContain('Exit codes: 0');
});

test.each([
  [['--format', 'xml'], 'There is no format "xml". The only one is json.'],
  [['--format'], 'The option --format needs a value.'],
  [['--fromat', 'json'], 'Did you mean --format?'],
])('%j is refused with a hint, exit code 2', async (args, message) => {
  const { code, out, err } = await runCli(['export', ...args]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

/** How what was built starts and ends: people's lines first, and in order by a signal, to npm as well. */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { collect, PATIENT } from '../service/started.ts';
import { ask } from '../service/talk.ts';
import { buildProject, type Project } from './project.ts';

jest.setTimeout(PATIENT);

const ENV = { PORT: '0', LOG_FORMAT: 'json', SLACK_BOT_TOKN: 'misspelt' };

let project: Project;
const started: ChildProcess[] = [];

beforeAll(async () => {
  project = await buildProject();
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

function start(program: 'node' | 'npm', args: readonly string[]) {
  const child = project.start(program, args, { env: ENV });
  started.push(child);
  return collect(child);
}

test.each([
  ['npm', ['start'], 'SIGTERM'],
  ['npm', ['start'], 'SIGINT'],
  ['node', ['scripts/run.mjs', 'start'], 'SIGTERM'],
  ['node', ['--enable-source-maps', 'dist/src/app/main.js'], 'SIGTERM'],
] as const)('%s %j ends in order by %s', async (program, args, signal) => {
  const service = start(program, args);
  const port = await service.port();
  expect((await ask(port, '/healthz')).status).toBe(200);
  service.child.kill(signal);
  // All pipes are closed, so whatever the program had started has ended as well.
  expect(await service.exit).toBe(0);
  expect(service.err()).toMatch(new RegExp(`"signal":"${signal}".*\\n.*"message":"ended"\\}\\n$`));
  await expect(ask(port, '/healthz')).rejects.toThrow(/ECONNREFUSED/);
});

test('what is announced comes before the log, also of what was noticed before', async () => {
  // Both on one stream, as on a terminal.
  const service = collect(project.start('npm', ['start'], { env: ENV, together: true }));
  started.push(service.child);
  await service.port();
  service.child.kill('SIGTERM');
  await service.exit;
  const lines = service
    .out()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('> '));
  const first = lines.findIndex((line) => line.startsWith('{'));
  expect(lines[0]).toMatch(/^Rapporteur \d+\.\d+\.\d+: 5 events/);
  expect(lines[first - 1]).toBe('Ctrl+C ends it.');
  expect(lines[first]).toContain('SLACK_BOT_TOKN');
  expect(lines.slice(first).every((line) => line.startsWith('{'))).toBe(true);
});

test('a start that cannot be says why first', async () => {
  const service = collect(
    project.start('node', ['dist/src/app/main.js'], { env: { ...ENV, HOST: 'no.such.host.invalid' } }),
  );
  expect(await service.exit).toBe(2);
  expect(service.err()).toMatch(/^Cannot listen on port 0 on no\.such\.host\.invalid: .*\n\{/);
});

/** The service as its users start it: a process of its own, built, asked over HTTP, ended by signals. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { FILE } from '../../src/store/sqlite.ts';
import { KNOWLEDGE } from '../support/host.ts';
import { until } from '../support/until.ts';
import { collect, PATIENT, type Started, startBuilt } from './started.ts';
import { ask, openWire, untilClosed } from './talk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-main-'));
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(environment: Readonly<Record<string, string>> = {}, cwd = folder): Started {
  const started = startBuilt(environment, cwd);
  running.add(started.child);
  void started.exit.then(() => running.delete(started.child));
  return started;
}

describe('npm start with nothing configured', () => {
  test(
    'answers on the page, says how to connect platforms, finishes what is in work, and ends with 0',
    async () => {
      const service = start();
      const port = await service.port();
      for (const title of ['Slack', 'Discord', 'Teams']) {
        expect(service.out()).toMatch(new RegExp(`– .*${title}\\s+not connected\\. [A-Z].{10,}\\.`));
      }
      expect(service.out()).toMatch(/\d+ events, \d+ people/);

      const page = await ask(port, '/?q=/sessions%20sdg8');
      expect([page.status, page.text.includes('Digitalization and employment')]).toEqual([200, true]);
      const data = await ask(port, '/api/answer?q=/sessions+sdg8');
      expect((JSON.parse(data.text) as Answer).outcome).toBe('found');
      expect(JSON.parse((await ask(port, '/readyz')).text)).toMatchObject({ ready: true, phase: 'ready' });
      expect((await ask(port, '/healthz')).status).toBe(200);
      expect((await ask(port, '/metrics')).text).toMatch(
        /rapporteur_answer_seconds_count\{outcome="found"\} 2/,
      );
      expect((await ask(port, '/', { headers: { Host: 'evil.example' } })).status).toBe(421);

      // Half of a request has come when the signal does; its other half comes afterwards.
      const wire = await openWire(port);
      wire.send(`GET /api/answer?q=speaker+Popova HTTP/1.1\r\nHost: localhost:${port}\r\n`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      service.child.kill('SIGTERM');
      await until(() => service.err().includes('ending'));
      await untilClosed(port);
      expect(service.child.exitCode).toBeNull();
      wire.send('\r\n');
      const reply = await wire.closed;
      expect(reply).toMatch(/^HTTP\/1\.1 200 [\s\S]*Connection: close/);
      expect(reply).toContain('Popova');
      expect(await service.exit).toBe(0);
      expect(service.err()).not.toMatch(/Popova|sdg8/);
    },
    PATIENT,
  );

  test(
    'through npm is ended in order by a signal to npm',
    async () => {
      const { PATH = '', HOME = '' } = process.env;
      const child = spawn('npm', ['start'], {
        cwd: ROOT,
        env: { PATH, HOME, PORT: '0', LOG_FORMAT: 'json' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      const service = collect(child);
      const port = await service.port();
      child.kill('SIGTERM');
      expect(await service.exit).toBe(0);
      await untilClosed(port);
      expect(service.err()).toContain('"message":"ended"');
    },
    PATIENT,
  );

  test(
    'is ended by Ctrl+C as well, which under npm comes twice',
    async () => {
      const service = start();
      const wire = await openWire(await service.port());
      wire.send('GET /api/answer?q=help HTTP/1.1\r\n');
      await new Promise((resolve) => setTimeout(resolve, 100));
      service.child.kill('SIGINT');
      await until(() => service.err().includes('ending'));
      service.child.kill('SIGINT');
      await new Promise((resolve) => setTimeout(resolve, 100));
      wire.send('Host: localhost\r\n\r\n');
      expect(await wire.closed).toMatch(/^HTTP\/1\.1 200 /);
      expect(await service.exit).toBe(0);
    },
    PATIENT,
  );
});

describe('a start that cannot be', () => {
  test(
    'with a wrong configuration ends with 2 and says all that is wrong',
    async () => {
      const service = start({
        PORT: 'eighty',
        PUBLIC_URL: 'example.org',
        SLACK_BOT_TOKEN: 'xoxb-half-set-1234',
      });
      expect(await service.exit).toBe(2);
      for (const words of ['PORT', 'PUBLIC_URL', 'SLACK_SIGNING_SECRET', '.env.example', '3 problems']) {
        expect(service.err()).toContain(words);
      }
      expect(service.err()).not.toContain('xoxb-half-set-1234');
      expect(service.out()).toBe('');
    },
    PATIENT,
  );

  test(
    'with a taken port names the port and the variable',
    async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as { port: number };
      const service = start({ PORT: String(port) });
      const code = await service.exit;
      await new Promise((resolve) => other.close(resolve));
      expect(code).toBe(1);
      expect(service.err()).toContain(`Another program already uses port ${port} on 127.0.0.1.`);
      expect(service.err()).toContain('set PORT');
    },
    PATIENT,
  );

  test(
    'with faulty knowledge ends with 2 and names the file',
    async () => {
      const knowledge = path.join(folder, 'faulty');
      await cp(KNOWLEDGE, knowledge, { recursive: true });
      await writeFile(path.join(knowledge, 'topics.yaml'), '- id: [\n');
      const service = start({ KNOWLEDGE_DIR: knowledge });
      expect(await service.exit).toBe(2);
      expect(service.err()).toContain('topics.yaml:');
    },
    PATIENT,
  );
});

describe('what the start reads', () => {
  test(
    '.env of the working directory, below the environment itself',
    async () => {
      const cwd = await mkdtemp(path.join(folder, 'env-'));
      await writeFile(path.join(cwd, '.env'), 'LOG_LEVEL=loud\nPORT=eighty\nSTATE_DIR=\n');
      const service = start({ PORT: '0' }, cwd);
      expect(await service.exit).toBe(2);
      expect(service.err()).toContain('LOG_LEVEL');
      expect(service.err()).not.toContain('  PORT');
    },
    PATIENT,
  );

  test.each([
    ['a byte order mark', Buffer.from('\ufeffPORT=0\nLOG_LEVEL=debug\n'), 'byte order mark'],
    ['UTF-16', Buffer.from('\ufeffPORT=0\r\nLOG_LEVEL=debug\r\n', 'utf16le'), 'is UTF-16'],
    [
      'UTF-16 the other way round',
      Buffer.from('\ufeffPORT=0\nLOG_LEVEL=debug\n', 'utf16le').swap16(),
      'is UTF-16',
    ],
  ])(
    '.env with %s, and says so',
    async (_name, bytes, told) => {
      const cwd = await mkdtemp(path.join(folder, 'env-'));
      await writeFile(path.join(cwd, '.env'), bytes);
      const service = start({}, cwd);
      const port = await service.port();
      await until(() => service.err().includes(told));
      expect(service.err()).toContain('save it as UTF-8');
      await ask(port, '/healthz');
      await until(() => service.err().includes('"level":"debug"'));
    },
    PATIENT,
  );

  test.each([
    ['a folder', (at: string) => mkdir(at), /is a folder[\s\S]*→ Remove it/],
    [
      'UTF-16 without a mark',
      (at: string) => writeFile(at, Buffer.from('PORT=0\n', 'utf16le')),
      /not UTF-8[\s\S]*→ Save it/,
    ],
    [
      'letters of another encoding',
      (at: string) => writeFile(at, Buffer.from('#é\n', 'latin1')),
      /not UTF-8[\s\S]*→ Save it/,
    ],
  ])(
    'or is told that .env is %s',
    async (_name, make, told) => {
      const cwd = await mkdtemp(path.join(folder, 'env-'));
      await make(path.join(cwd, '.env'));
      const service = start({}, cwd);
      expect(await service.exit).toBe(2);
      expect(service.err()).toMatch(told);
      expect(service.err()).not.toMatch(/^ +at /m);
    },
    PATIENT,
  );

  test(
    'what it kept: the next start takes up the same folder, whatever ended the one before',
    async () => {
      const state = path.join(folder, 'state');
      const first = start({ STATE_DIR: state });
      await first.port();
      expect(first.out()).toMatch(/✓ State\s+\S*state/);
      first.child.kill('SIGKILL');
      await first.exit;
      const second = start({ STATE_DIR: state });
      await second.port();
      second.child.kill('SIGTERM');
      expect(await second.exit).toBe(0);
    },
    PATIENT,
  );
});

describe('a state folder that cannot be used', () => {
  test.each([
    ['is a file', async (at: string) => writeFile(at, '')],
    [
      'holds something else',
      async (at: string) => {
        await mkdir(at);
        await writeFile(path.join(at, FILE), 'something else\n'.repeat(100));
      },
    ],
  ] as const)(
    'since it %s ends the start with 2, what is wrong and what would be right, and no stack',
    async (name, make) => {
      const at = path.join(folder, name.replaceAll(' ', '-'));
      await make(at);
      const service = start({ STATE_DIR: at });
      expect(await service.exit).toBe(2);
      expect(service.err()).toMatch(new RegExp(`${at}.*\n→ .*STATE_DIR`));
      expect(service.err()).not.toMatch(/^ +at /m);
    },
    PATIENT,
  );
});

describe('on every interface', () => {
  test(
    'the page and the figures are for this machine alone, behind a door of their own',
    async () => {
      const service = start({
        HOST: '0.0.0.0',
        ADMIN_PORT: '0',
        ADMIN_TOKEN: 'a-token-that-nobody-guesses',
        PUBLIC_URL: 'https://rapporteur.example.org',
      });
      const admin = await service.port();
      const headers = { Authorization: 'Bearer a-token-that-nobody-guesses' };
      expect((await ask(admin, '/?q=help', { headers })).status).toBe(200);
      expect((await ask(admin, '/metrics', { headers })).status).toBe(200);
      expect((await ask(admin, '/metrics')).status).toBe(401);
      expect(service.out()).toMatch(/✓ Page +http:\S+ \(add .* ADMIN_TOKEN\)/);
      expect(service.out() + service.err()).not.toContain('a-token-that-nobody-guesses');
      const listening = openPorts(service, admin);
      for (const port of listening) {
        for (const at of ['/', '/?q=help', '/metrics', '/api/answer?q=help'])
          expect((await ask(port, at)).status).toBe(404);
        const probe = await ask(port, '/readyz', { headers: { Host: '10.0.0.7' } });
        expect(JSON.parse(probe.text)).toEqual({ ready: true });
      }
      expect(listening).toHaveLength(1);
      service.child.kill('SIGTERM');
      expect(await service.exit).toBe(0);
    },
    PATIENT,
  );
});

test(
  'as it is built, serves the pages for installing, and writes no stack for who comes by without a state',
  async () => {
    const service = start({
      PUBLIC_URL: 'https://rapporteur.example.org',
      SLACK_CLIENT_ID: '12.34',
      SLACK_CLIENT_SECRET: '0123456789abcdef',
      SLACK_STATE_SECRET: 'any long random text',
      SLACK_SIGNING_SECRET: '0123456789abcdef',
      LOG_FORMAT: 'json',
    });
    await until(() => service.out().includes('Ctrl+C'), PATIENT);
    expect(service.out()).toMatch(/✓ Slack/);
    const [port = 0] = openPorts(service, 0);
    const headers = { Host: 'rapporteur.example.org' };
    expect((await ask(port, '/slack/install', { headers })).status).toBe(200);
    for (const at of ['/slack/oauth_redirect', '/slack/oauth_redirect?code=1&state=x'])
      expect((await ask(port, at, { headers })).status).toBe(400);
    const large = { method: 'POST', headers: { ...headers, 'Transfer-Encoding': 'chunked' } };
    expect((await ask(port, '/slack/events', { ...large, body: 'x'.repeat(1_200_000) })).status).toBe(413);
    expect((await ask(port, '/slack/events', { ...large, body: 'x' })).status).toBe(401);
    service.child.kill('SIGTERM');
    expect(await service.exit).toBe(0);
    for (const line of service.err().trim().split('\n'))
      expect(JSON.parse(line)).not.toHaveProperty('error.stack');
  },
  PATIENT,
);

test(
  'without a terminal, a token that was made is shown to nobody, and the page is said to be closed',
  async () => {
    const service = start({ PUBLIC_URL: 'https://rapporteur.example.org', ADMIN_PORT: '0' });
    await until(() => service.out().includes('Ctrl+C'), PATIENT);
    expect(service.out()).toMatch(/– Page +closed: http:\S+ wants a token\. Set ADMIN_TOKEN/);
    expect(service.out() + service.err()).not.toMatch(/token=[\w-]{4}/);
  },
  PATIENT,
);

/** The other ports that the process listens on, from its own log. */
function openPorts({ err }: Started, except: number): number[] {
  const ports = [...err().matchAll(/"port":(\d+)/g)].map(([, port]) => Number(port));
  return [...new Set(ports)].filter((port) => port !== except);
}

/** The whole service in this process, over a copy of the shipped knowledge. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Libsql from 'libsql';
import { web } from '../../adapters/web/adapter.ts';
import type { Adapter, Host, Route } from '../../src/contract/adapter.ts';
import { readService } from '../../src/service/configuration.ts';
import { createLog } from '../../src/service/log.ts';
import { type Service, type ServiceOptions, startService } from '../../src/service/service.ts';
import { StoreError } from '../../src/store/error.ts';
import { FILE } from '../../src/store/sqlite.ts';
import { KNOWLEDGE } from '../support/host.ts';
import { until } from '../support/until.ts';
import { workerUrl } from '../support/worker.ts';
import { ask } from './talk.ts';

let folder: string;
let service: Service | undefined;
let logged: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-service-'));
  logged = [];
});
afterEach(async () => {
  await service?.stop();
  service = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(
  environment: Record<string, string> = {},
  options: Partial<ServiceOptions> = {},
): Promise<Service> {
  const reading = readService({ PORT: '0', ADMIN_PORT: '0', ...environment });
  if (!('config' in reading)) throw new Error(JSON.stringify(reading.problems));
  service = await startService({
    configuration: reading.config,
    knowledgeFolder: KNOWLEDGE,
    worker: workerUrl(),
    adapters: [{ adapter: web, config: {} }],
    log: createLog({ level: 'debug', format: 'json', secrets: [], write: (line) => logged.push(line) }),
    ...options,
  });
  await service.ready;
  return service;
}

const TOKEN = 'a-token-that-nobody-guesses';

const portOf = (address: string) => Number(new URL(address).port);

describe('reloading', () => {
  async function startOnCopy(): Promise<{ knowledge: string; port: number }> {
    const knowledge = path.join(folder, 'knowledge');
    await cp(KNOWLEDGE, knowledge, { recursive: true });
    const { address } = await start({}, { knowledgeFolder: knowledge });
    return { knowledge, port: portOf(address) };
  }

  const title = async (port: number) =>
    (await ask(port, '/api/answer?q=open+wsis-forum-2022-session-181')).text;

  test('an edit is answered from within a second; a faulty one changes nothing and is told', async () => {
    const { knowledge, port } = await startOnCopy();
    const event = path.join(knowledge, 'events', '2022-05-10-wsis-session-181', 'session.yaml');
    const before = await readFile(event, 'utf8');
    expect(await title(port)).toContain('Digitalization and employment');

    await writeFile(event, before.replaceAll('Digitalization and employment', 'Digital change and jobs'));
    await until(async () => (await title(port)).includes('Digital change and jobs'), 20_000);
    const edited = service?.engine.revision;

    await writeFile(event, `${before}\nnonsense: [\n`);
    await until(() => (service?.living.problems.length ?? 0) > 0, 20_000);
    expect(service?.living.problems[0]?.file).toContain('session.yaml');
    expect(await title(port)).toContain('Digital change and jobs');
    expect(service?.engine.revision).toBe(edited);
    expect(logged.join('')).toContain('the edited knowledge is faulty');

    await writeFile(event, before);
    await until(async () => !(await title(port)).includes('Digital change and jobs'), 20_000);
    expect(service?.living.problems).toEqual([]);
    const { text } = await ask(port, '/metrics');
    expect(text).toContain('rapporteur_knowledge_reloads_total{outcome="done"} 2');
    expect(text).toContain('rapporteur_knowledge_reloads_total{outcome="refused"} 1');
  }, 30_000);

  test('a fault that was mended is forgotten when asked to look again', async () => {
    const { knowledge } = await startOnCopy();
    const topics = path.join(knowledge, 'topics.yaml');
    const before = await readFile(topics, 'utf8');
    await writeFile(topics, 'nonsense: [\n');
    await until(() => (service?.living.problems.length ?? 0) > 0, 20_000);
    await service?.living.reload();
    await until(() => (service?.living.problems.length ?? 0) > 0, 20_000);
    await writeFile(topics, before);
    await service?.living.reload();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(service?.living.problems).toEqual([]);
  }, 30_000);
});

describe('doors', () => {
  const LOCAL = [
    '/',
    '/?q=help',
    '/archive',
    '/curator',
    '/curator/events',
    '/metrics',
    '/api/playground/press/text',
  ];

  test('with nothing connected, one door serves all, but not to what says that it was passed on', async () => {
    const { address, localAddress } = await start();
    expect(localAddress).toBe(address);
    const port = portOf(address);
    expect((await ask(port, '/?q=help')).status).toBe(200);
    expect((await ask(port, '/metrics')).status).toBe(200);
    for (const headers of [
      { 'X-Forwarded-For': '203.0.113.5' },
      { Forwarded: 'for=203.0.113.5' },
      { Via: '1.1 proxy' },
    ]) {
      for (const at of ['/', '/?q=help', '/archive', '/curator', '/metrics']) {
        expect([at, headers, (await ask(port, at, { headers })).status]).toEqual([at, headers, 404]);
      }
      expect(JSON.parse((await ask(port, '/readyz', { headers })).text)).toEqual({ ready: true });
    }
    expect((await ask(port, '/', { headers: { Host: 'evil.example' } })).status).toBe(421);
  });

  test.each([
    { PUBLIC_URL: 'https://rapporteur.example.org' },
    { HOST: '0.0.0.0' },
    { PUBLIC_URL: 'http://localhost:3000', ADMIN_TOKEN: TOKEN },
  ])(
    'open to others by %j, it shows local pages at a port of its own alone, and for the token',
    async (environment) => {
      const { address, localAddress } = await start({ ADMIN_TOKEN: TOKEN, ...environment });
      const [main, admin] = [portOf(address), portOf(localAddress)];
      expect(main).not.toBe(admin);
      const bearer = { Authorization: `Bearer ${TOKEN}` };
      for (const at of LOCAL) {
        // What a proxy that says nothing of itself passes on: the host name of the upstream, whatever the sender adds.
        for (const headers of [{}, bearer]) {
          const method = at.startsWith('/api/playground') ? 'POST' : 'GET';
          expect([at, (await ask(main, at, { headers, method })).status]).toEqual([at, 404]);
          expect([at, (await ask(main, `${at}?token=${TOKEN}`, { headers })).status]).toEqual([at, 404]);
        }
        expect([at, (await ask(admin, at)).status]).toEqual([at, 401]);
      }
      for (const at of ['/', '/?q=help', '/archive', '/curator', '/metrics'])
        expect([at, (await ask(admin, at, { headers: bearer })).status]).toEqual([at, 200]);
      for (const port of [main, admin])
        expect(JSON.parse((await ask(port, '/readyz')).text)).toEqual({ ready: true });
      expect(JSON.parse((await ask(admin, '/readyz', { headers: bearer })).text)).toMatchObject({
        phase: 'ready',
      });
      expect((await ask(admin, '/', { headers: { Host: 'rapporteur.example.org' } })).status).toBe(421);
    },
  );

  test('with PUBLIC_ARCHIVE the page is for everyone, the figures still are not', async () => {
    const { address } = await start({ PUBLIC_URL: 'https://rapporteur.example.org', PUBLIC_ARCHIVE: '1' });
    for (const headers of [
      { Host: 'rapporteur.example.org', 'X-Forwarded-For': '203.0.113.5' },
      { Host: 'localhost' },
    ]) {
      for (const path of ['/search?q=help', '/archive', '/goals/8']) {
        expect([path, (await ask(portOf(address), path, { headers })).status]).toEqual([path, 200]);
      }
      for (const path of ['/metrics', '/curator', '/curator/events'])
        expect([path, (await ask(portOf(address), path, { headers })).status]).toEqual([path, 404]);
    }
  });

  test('the link with the token leads to itself without it, and the cookie opens the pages from then on', async () => {
    const { address, localAddress } = await start({ HOST: '0.0.0.0', ADMIN_TOKEN: TOKEN });
    const admin = portOf(localAddress);
    const entered = await ask(admin, `/curator?token=${TOKEN}&x=1`);
    expect([entered.status, entered.headers.location]).toEqual([303, '/curator?x=1']);
    const [set = ''] = [entered.headers['set-cookie']].flat();
    expect(set).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(set).not.toContain(TOKEN);
    const Cookie = `other=1; ${set.split(';', 1)[0]}`;
    expect((await ask(admin, '/curator?x=1', { headers: { Cookie } })).status).toBe(200);
    expect((await ask(admin, '/metrics', { headers: { Cookie } })).status).toBe(200);
    expect((await ask(admin, '/curator', { headers: { Cookie: `${Cookie}x` } })).status).toBe(401);
    expect((await ask(admin, `/curator?token=${TOKEN}x`)).status).toBe(401);
    expect((await ask(portOf(address), '/curator', { headers: { Cookie } })).status).toBe(404);
    // No address leads away from here.
    const away = await ask(admin, `//evil.example/?token=${TOKEN}`);
    expect([away.status, away.headers.location]).toEqual([303, '/evil.example/']);
    expect(logged.join('')).not.toContain(TOKEN);

    const body = JSON.stringify({ interaction: {} });
    const write = (headers: Record<string, string>) =>
      ask(admin, '/api/playground/press/text', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      });
    const Origin = `http://localhost:${admin}`;
    const Host = `localhost:${admin}`;
    expect((await write({ Host, Cookie })).status).toBe(403);
    expect((await write({ Host, Cookie, Origin: 'https://evil.example' })).status).toBe(403);
    expect((await write({ Host, Cookie, Origin: 'null' })).status).toBe(403);
    expect((await write({ Host, Cookie, Origin: `http://localhost:${admin + 1}` })).status).toBe(403);
    expect((await write({ Host, Origin })).status).toBe(401);
    expect((await write({ Host, Cookie, Origin })).status).not.toBe(403);
  });
});

describe('health', () => {
  test('is not ready while adapters are opened, nor while it ends', async () => {
    let opened = () => {};
    let answered = () => {};
    const slow: Adapter = {
      ...web,
      name: 'slow',
      open: async (_config, host) => {
        await new Promise<void>((resolve) => {
          opened = resolve;
        });
        const page = await web.open({}, host);
        const wait: Route = {
          path: '/wait',
          handle(_request, response) {
            answered = () => response.end('waited');
          },
        };
        return { ...page, routes: [...page.routes, wait] };
      },
    };
    const reading = readService({
      HOST: '0.0.0.0',
      PORT: '0',
      ADMIN_PORT: '0',
      ADMIN_TOKEN: TOKEN,
      SHUTDOWN_SECONDS: '2',
    });
    if (!('config' in reading)) throw new Error('wrong');
    service = await startService({
      configuration: reading.config,
      knowledgeFolder: KNOWLEDGE,
      worker: workerUrl(),
      adapters: [{ adapter: slow, config: {} }],
      log: createLog({ level: 'silent', format: 'json', secrets: [], write: () => {} }),
    });
    const admin = portOf(service.localAddress);
    const opening = await ask(admin, '/readyz', { headers: { Authorization: `Bearer ${TOKEN}` } });
    expect(opening.status).toBe(503);
    expect(JSON.parse(opening.text)).toMatchObject({
      ready: false,
      phase: 'opening',
      adapters: { slow: { state: 'starting' } },
    });
    expect((await ask(admin, '/healthz')).status).toBe(200);
    opened();
    await service.ready;
    expect((await ask(admin, '/readyz', { headers: { Authorization: `Bearer ${TOKEN}` } })).status).toBe(200);

    const before = answered;
    const waiting = ask(portOf(service.address), '/wait');
    await until(() => answered !== before);
    const stopped = service.stop();
    const ending = await ask(admin, '/readyz', { headers: { Authorization: `Bearer ${TOKEN}` } });
    expect([ending.status, JSON.parse(ending.text).phase]).toEqual([503, 'draining']);
    answered();
    expect((await waiting).text).toBe('waited');
    expect(await stopped).toEqual([]);
    await expect(ask(admin, '/healthz')).rejects.toThrow(/ECONNREFUSED/);
  });

  test('an adapter that cannot connect is shown, and the service is ready without it', async () => {
    const bad: Adapter = { ...web, name: 'bad', open: () => Promise.reject(new Error('invalid_auth')) };
    const { address } = await start(
      {},
      {
        adapters: [
          { adapter: bad, config: {} },
          { adapter: web, config: {} },
        ],
      },
    );
    const port = portOf(address);
    expect(JSON.parse((await ask(port, '/readyz')).text)).toMatchObject({
      ready: true,
      adapters: { bad: { state: 'degraded' }, web: { state: 'ready' } },
    });
    expect((await ask(port, '/metrics')).text).toContain('rapporteur_adapter_ready{adapter="bad"} 0');
    expect((await ask(port, '/?q=help')).status).toBe(200);
    const delivery = await ask(port, '/bad/events', { method: 'POST', body: '{}' });
    expect([delivery.status, delivery.headers['retry-after']]).toEqual([503, '5']);
  });
});

describe('lasting failures', () => {
  test('a store that takes nothing any more shows in the figures, the details and one line of the log', async () => {
    const STATE_DIR = path.join(folder, 'state');
    let host: Host | undefined;
    const keeps: Adapter = {
      ...web,
      name: 'keeps',
      open: (config, given) => {
        host = given;
        return web.open(config as never, given);
      },
    };
    const { address } = await start({ STATE_DIR }, { adapters: [{ adapter: keeps, config: {} }] });
    const port = portOf(address);
    const seen = async () => {
      const { troubles } = JSON.parse((await ask(port, '/readyz')).text) as { troubles: { kind: string }[] };
      const figures = (await ask(port, '/metrics')).text;
      return [
        troubles.map(({ kind }) => kind),
        figures.includes('rapporteur_trouble{part="state",kind="state"} 1'),
      ];
    };
    await host?.notes.put('x', 'before');
    expect(await seen()).toEqual([[], false]);
    const other = new Libsql(path.join(STATE_DIR, FILE));
    const full = "raise(abort, 'database or disk is full')";
    other.exec(`create trigger full before insert on notes begin select ${full}; end`);
    for (let index = 0; index < 3; index++)
      await expect(host?.notes.put(`${index}`, 'lost')).rejects.toThrow('full');
    expect(await seen()).toEqual([['state'], true]);
    expect(service?.troubles()).toHaveLength(1);
    const told = logged.filter((line) => line.includes('what must be remembered cannot be kept'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('STATE_DIR');
    other.exec('drop trigger full');
    other.close();
    await until(async () => (await seen())[1] === false);
    await host?.notes.put('x', 'after');
    expect(await seen()).toEqual([[], false]);
  });

  test('an adapter in trouble is degraded, whatever it says of itself, until that is over', async () => {
    let host: Host | undefined;
    const troubled: Adapter = {
      ...web,
      name: 'troubled',
      open: (config, given) => {
        host = given;
        return web.open(config as never, given);
      },
    };
    const { address, statuses } = await start({}, { adapters: [{ adapter: troubled, config: {} }] });
    const ready = async () => (await ask(portOf(address), '/metrics')).text;
    expect(statuses().get('troubled')?.state).toBe('ready');
    host?.troubles.begin('credentials', 'the token was revoked: make a new one');
    expect(statuses().get('troubled')).toEqual({
      state: 'degraded',
      detail: 'the token was revoked: make a new one',
    });
    expect(await ready()).toContain('rapporteur_adapter_ready{adapter="troubled"} 0');
    expect(await ready()).toContain('rapporteur_trouble{part="troubled",kind="credentials"} 1');
    host?.troubles.end('credentials');
    expect(await ready()).toContain('rapporteur_adapter_ready{adapter="troubled"} 1');
  });
});

describe('the store', () => {
  test('that cannot be opened stops the start, which leaves no door open', async () => {
    const STATE_DIR = path.join(folder, 'state');
    await mkdir(STATE_DIR);
    await writeFile(
      path.join(STATE_DIR, FILE),
      'something else, of a length that is no empty file\n'.repeat(30),
    );
    await expect(start({ STATE_DIR })).rejects.toThrow(StoreError);
    const ports = logged.flatMap((line) =>
      line.includes('"listening"') ? [JSON.parse(line).port as number] : [],
    );
    expect(ports).toHaveLength(1);
    await expect(ask(ports[0] ?? 0, '/healthz')).rejects.toThrow(/ECONNREFUSED/);
  });

  test('of one folder serves two processes: what one has answered, the other drops', async () => {
    const STATE_DIR = path.join(folder, 'state');
    const hosts: Host[] = [];
    const keeps: Adapter = {
      ...web,
      name: 'keeps',
      open: (config, given) => {
        hosts.push(given);
        return web.open(config as never, given);
      },
    };
    const adapters = [{ adapter: keeps, config: {} }];
    const first = await start({ STATE_DIR }, { adapters });
    await start({ STATE_DIR }, { adapters });
    const states = [];
    for (const host of hosts) states.push((await host.once('E1', async () => undefined)).state);
    expect(states).toEqual(['done', 'repeat']);
    await first.stop();
  });
});

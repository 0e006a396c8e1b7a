/** The service over a real PostgreSQL that goes away and comes back. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { web } from '../../adapters/web/adapter.ts';
import type { Adapter, Host } from '../../src/contract/adapter.ts';
import { readService } from '../../src/service/configuration.ts';
import { createLog } from '../../src/service/log.ts';
import { type Service, startService } from '../../src/service/service.ts';
import { KNOWLEDGE } from '../support/host.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { workerUrl } from '../support/worker.ts';
import { ask } from './talk.ts';

let server: PostgresServer;
const services: Service[] = [];
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
});

/** A service, and the host that its adapter was opened with. */
async function start(url: string): Promise<{ service: Service; host: Host; logged: string[] }> {
  const logged: string[] = [];
  let host: Host | undefined;
  const keeps: Adapter = {
    ...web,
    name: 'keeps',
    open: (config, given) => {
      host = given;
      return web.open(config as never, given);
    },
  };
  const reading = readService({ PORT: '0', ADMIN_PORT: '0', DATABASE_URL: url });
  if (!('config' in reading)) throw new Error(JSON.stringify(reading.problems));
  const service = await startService({
    configuration: reading.config,
    worker: workerUrl(),
    knowledgeFolder: KNOWLEDGE,
    adapters: [{ adapter: keeps, config: {} }],
    log: createLog({ level: 'debug', format: 'json', secrets: [], write: (line) => logged.push(line) }),
  });
  services.push(service);
  await service.ready;
  if (host === undefined) throw new Error('the adapter was not opened');
  return { service, host, logged };
}

const done = async () => 'worked';

test('two services share deliveries, threads and installations', async () => {
  const url = await server.newDatabase();
  const [one, two] = [await start(url), await start(url)];
  expect((await one.host.once('E1', done)).state).toBe('done');
  expect((await two.host.once('E1', done)).state).toBe('repeat');
  await one.host.ask({ text: 'sessions sdg8', thread: 'T1' });
  const { items } = await two.host.ask({ text: 'only 2022', thread: 'T1' });
  expect(items.filter(({ relation }) => relation === 'direct').map(({ date }) => date)).toContainEqual(
    expect.stringContaining('2022'),
  );
  await one.host.installations.put('T1', { token: 'x' });
  expect(await two.host.installations.workspaces()).toEqual(['T1']);
}, 60_000);

test('a database that is away refuses deliveries, answers what needs none, is told once, and comes back by itself', async () => {
  // A server from outside is not ours to stop.
  const { power } = server;
  if (power === undefined) return;
  const { service, host, logged } = await start(await server.newDatabase());
  const port = Number(new URL(service.localAddress).port);
  const trouble = async () =>
    (await ask(port, '/metrics')).text.includes('rapporteur_trouble{part="state",kind="state"} 1');
  expect((await host.once('E1', done)).state).toBe('done');
  await power.off();
  let works = 0;
  for (const key of ['E2', 'E3']) await expect(host.once(key, async () => (works += 1))).rejects.toThrow();
  expect(works).toBe(0);
  expect((await host.ask({ text: 'sessions sdg8', thread: 'T1' })).outcome).toBe('found');
  expect(await trouble()).toBe(true);
  expect(logged.filter((line) => line.includes('cannot be kept'))).toEqual([
    expect.stringContaining('DATABASE_URL'),
  ]);
  await power.on();
  await until(async () => !(await trouble()));
  expect((await host.once('E1', done)).state).toBe('repeat');
  expect((await host.once('E2', done)).state).toBe('done');
}, 60_000);

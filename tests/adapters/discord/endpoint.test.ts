/** Interactions over HTTP: signatures, replays, deferred replies; served without a Gateway connection. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { checkSignature, PATH, readPublicKey } from '../../../adapters/discord/endpoint.ts';
import type { Engine } from '../../../src/engine.ts';
import { holdAnswers } from '../../support/held.ts';
import { taken } from '../../support/taken.ts';
import { CHANNEL, direct, until } from './counterpart.ts';
import { interactionCreate } from './counterpart-payloads.ts';
import { callbackProblems } from './counterpart-rules.ts';
import { buttonsOf, visibleText } from './reading.ts';
import { openRig, type Rig, type RigOptions } from './rig.ts';

let rig: Rig;
let server: Server;
let url: string;

async function open(options: RigOptions = {}) {
  let publicKey = '';
  rig = await openRig({
    ...options,
    prepare: (discord) => {
      publicKey = discord.publicKey;
    },
    config: {
      gateway: false,
      get publicKey() {
        return publicKey;
      },
      ...options.config,
    },
  });
  const [route] = rig.connection.routes;
  expect(route).toMatchObject({ path: PATH, audience: 'everyone' });
  server = createServer((request, response) => void route?.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
}

afterEach(async () => {
  await rig.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(rig.discord.rest.violations).toEqual([]);
});

const command = (text: string, id?: string) =>
  rig.discord.build.command(
    'sessions',
    [{ name: 'query', type: 3, value: text }],
    id === undefined ? {} : { id },
  );

/** Sends an interaction, and gives Discord its reply, whether it came with the response or not. */
async function interact(payload: ReturnType<typeof interactionCreate>) {
  const interaction = rig.discord.register(payload);
  const { status, body } = await rig.discord.post(url, payload);
  if (status === 200) expect(rig.discord.rest.acknowledge(interaction, body)).toEqual([]);
  return { status, body: body as { type: number; data: object }, interaction };
}

const slowly =
  (milliseconds: number) =>
  (engine: Engine): Engine => ({
    ...engine,
    answer: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return engine.answer(request);
    },
  });

describe('the endpoint', () => {
  test('answers the ping by which Discord tries it', async () => {
    await open();
    expect(await rig.discord.post(url, { id: '1', type: 1, token: 't' })).toMatchObject({
      status: 200,
      body: { type: 1 },
    });
  });

  test('refuses what is not signed by Discord, now, for this application', async () => {
    await open();
    const ping = { type: 1 };
    const seconds = Math.floor(Date.now() / 1000);
    for (const over of [
      { signature: null },
      { signature: 'ab'.repeat(64) },
      { signature: 'not hexadecimal' },
      { timestamp: String(seconds - 400) },
      { timestamp: String(seconds + 400) },
      { timestamp: 'now' },
    ]) {
      expect((await rig.discord.post(url, ping, over)).status).toBe(401);
    }
    expect((await rig.discord.post(url, ping, { timestamp: String(seconds - 200) })).status).toBe(200);
  });

  test('tells from the signatures that the clock is two minutes off, and answers all the same', async () => {
    await open();
    const seconds = Math.floor(Date.now() / 1000);
    const told = () => rig.host.log.lines.filter(({ facts }) => facts.trouble === 'clock');
    const off = { timestamp: String(seconds - 120) };
    for (const _ of [1, 2, 3, 4]) expect((await rig.discord.post(url, { type: 1 }, off)).status).toBe(200);
    expect(told().map(({ level, message }) => [level, message])).toEqual([
      ['error', expect.stringMatching(/2 min ahead of .*Discord.*NTP/)],
    ]);
    await rig.discord.post(url, { type: 1 });
    expect(told()[1]).toMatchObject({ level: 'info', message: expect.stringMatching(/^over: /) });
  });

  test('refuses what is no interaction', async () => {
    await open();
    expect((await rig.discord.post(url, {}, { method: 'GET' })).status).toBe(405);
    expect((await rig.discord.post(url, {}, { body: 'no json' })).status).toBe(400);
    expect((await rig.discord.post(url, { type: 2 })).status).toBe(400);
    expect((await rig.discord.post(url, [])).status).toBe(400);
  });

  test('refuses a body that is too large, before it is read whole', async () => {
    await open();
    const outcome = await rig.discord.post(url, { type: 1, x: 'x'.repeat(2_000_000) }).then(
      ({ status }) => status,
      () => 'closed',
    );
    expect([413, 'closed']).toContain(outcome);
  });
});

describe('over HTTP', () => {
  test('a command is answered in the response', async () => {
    await open();
    const { status, body } = await interact(command('sdg8'));
    expect(status).toBe(200);
    expect(body.type).toBe(4);
    expect(visibleText(body.data)).toContain('Digitalization and employment');
    // No call of the API was needed.
    expect(rig.discord.rest.calls).toEqual([]);
  });

  test('answers can be private unless the asker says otherwise, or nobody else is there', async () => {
    await open({ config: { privateAnswers: true } });
    const isPrivate = async (hidden: boolean | undefined, place = CHANNEL) => {
      const options = hidden === undefined ? [] : [{ name: 'private', type: 5, value: hidden }];
      const { body } = await interact(rig.discord.build.command('help', options, { place }));
      return (Number((body.data as { flags: number }).flags) & 64) !== 0;
    };
    expect(await isPrivate(undefined)).toBe(true);
    expect(await isPrivate(false)).toBe(false);
    expect(await isPrivate(undefined, direct())).toBe(false);
  });

  test('a slow answer is deferred in the response and follows', async () => {
    await open({ host: { wrapEngine: slowly(600) }, timing: { deferAfter: 200 } });
    const { body, interaction } = await interact(command('sdg8'));
    expect(body).toEqual({ type: 5, data: { flags: 0 } });
    const message = await until(() => interaction.original);
    expect(visibleText(message)).toContain('3 sessions');
  });

  test('a follow-up that is faster than Discord’s books is sent again', async () => {
    await open({ host: { wrapEngine: slowly(220) }, timing: { deferAfter: 200 } });
    const payload = command('sdg8');
    const interaction = rig.discord.register(payload);
    const { body } = await rig.discord.post(url, payload);
    // Discord takes in the response only now, after the first edit was refused.
    await until(() =>
      rig.discord.rest.calls.some(({ method, status }) => method === 'PATCH' && status === 404),
    );
    rig.discord.rest.acknowledge(interaction, body);
    expect(visibleText(await until(() => interaction.original))).toContain('3 sessions');
  });

  test('buttons and type-ahead work as they do over the Gateway', async () => {
    await open();
    const list = (await interact(command('sdg8'))).body.data as Record<string, unknown>;
    const entry = buttonsOf(list).find(({ menu }) => menu !== undefined);
    const chosen = { custom_id: entry?.menu, component_type: 3, values: [entry?.id] };
    const click = rig.discord.build.click({ id: '9', ...list }, chosen);
    expect(visibleText((await interact(click)).body.data)).toMatch(/^(?!\d+ sessions)[\s\S]*Organized by: /);
    const options = [{ name: 'query', type: 3, value: 'dec', focused: true }];
    const typing = interactionCreate(
      rig.discord.bot.id,
      4,
      { id: '1', name: 'sessions', type: 1, options },
      { place: CHANNEL },
    );
    const { body } = await interact(typing);
    expect(callbackProblems(body)).toEqual([]);
    expect(JSON.stringify(body)).toContain('Decent work');
  });

  test('the same interaction again is acknowledged and dropped, at the same moment refused for now', async () => {
    const held = holdAnswers();
    await open({ host: { wrapEngine: held.wrapEngine } });
    const payload = command('sdg8', '123456');
    rig.discord.register(payload);
    const both = [rig.discord.post(url, payload), rig.discord.post(url, payload)];
    expect((await Promise.race(both)).status).toBe(503);
    held.release();
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 503]);
    expect(await rig.discord.post(url, payload)).toMatchObject({ status: 202, body: undefined });
  });

  test('a failure is told in the response, and the delivery can come again', async () => {
    let failures = 1;
    await open({
      host: {
        wrapEngine: (engine) => ({
          ...engine,
          answer: (request) => {
            failures -= 1;
            return failures >= 0 ? Promise.reject(new Error('the archive is away')) : engine.answer(request);
          },
        }),
      },
    });
    const payload = command('sdg8', '123456');
    rig.discord.register(payload);
    const first = await rig.discord.post(url, payload);
    expect(visibleText((first.body as { data: object }).data)).toContain('Please ask again');
    const second = await rig.discord.post(url, payload);
    expect(visibleText((second.body as { data: object }).data)).toContain('3 sessions');
  });

  test('an end in order answers what comes late with the reason', async () => {
    await open();
    await rig.connection.stop(1000);
    const { body } = await interact(command('sdg8'));
    expect(visibleText(body.data)).toContain('restarted');
  });

  test('200 commands at once are answered within three seconds', async () => {
    await open();
    /** Milliseconds until all were answered; where a busy machine lets this process wait, the time that it had. */
    async function rush(): Promise<number> {
      const started = Date.now();
      const before = process.cpuUsage();
      const replies = await Promise.all(Array.from({ length: 200 }, () => interact(command('sdg8'))));
      expect(replies.every(({ status, body }) => status === 200 && body.type === 4)).toBe(true);
      return Math.min(Date.now() - started, taken(before));
    }
    // A process that has just begun compiles while it answers; a bot that runs has done so.
    let wait = await rush();
    for (let again = 0; again < 3 && wait >= 3000; again += 1) wait = await rush();
    expect(wait).toBeLessThan(3000);
  });

  test('commands are served without a token, deferred ones too', async () => {
    await open({ tokenless: true, host: { wrapEngine: slowly(600) }, timing: { deferAfter: 200 } });
    const { interaction } = await interact(command('sdg8'));
    expect(visibleText(await until(() => interaction.original))).toContain('3 sessions');
    expect(rig.connection.status().state).toBe('ready');
  });

  test('without a public address a warning names the variable, in the log and in the status', async () => {
    await open();
    const warnings = () => rig.host.log.lines.filter(({ level }) => level === 'warn');
    expect(warnings().map(({ message }) => message)).toEqual([
      expect.stringMatching(/^PUBLIC_URL is not set.*421.*https/),
    ]);
    // Not degraded: a proxy that writes a name of ours into the Host header needs no public address.
    expect(rig.connection.status()).toEqual({
      state: 'ready',
      detail: 'serving interactions at /discord/interactions; PUBLIC_URL is not set',
    });
    await rig.stop();
    server.close();

    await open({ host: { publicUrl: 'https://rapporteur.example.org' } });
    expect(warnings()).toEqual([]);
    expect(rig.connection.status().detail).toBe('serving interactions at /discord/interactions');
  });

  test('the commands are registered where there is a token', async () => {
    await open({ config: { register: true }, host: { publicUrl: 'https://rapporteur.example.org' } });
    await until(() => (rig.discord.rest.commands.get('global')?.length ?? 0) > 6);
    expect(rig.connection.status()).toEqual({
      state: 'ready',
      detail: 'serving interactions at /discord/interactions',
    });
  });
});

test('a signature is checked over timestamp and body', async () => {
  await open();
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { sign } = await import('node:crypto');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const key = readPublicKey(raw);
  const body = Buffer.from('{"type":1}');
  const signature = sign(null, Buffer.concat([Buffer.from('100'), body]), privateKey).toString('hex');
  expect(checkSignature(key, signature, '100', body, 100)).toBe('genuine');
  expect(checkSignature(key, signature.toUpperCase(), '100', body, 399)).toBe('genuine');
  expect(checkSignature(key, signature, '100', body, 401)).toBe('stale');
  expect(checkSignature(key, signature, '101', body, 100)).toBe('forged');
  expect(checkSignature(key, signature, '101', body, 9_999)).toBe('forged');
  expect(checkSignature(key, signature, '100', Buffer.from('{"type":2}'), 100)).toBe('forged');
  expect(checkSignature(key, undefined, '100', body, 100)).toBe('unsigned');
  expect(checkSignature(key, signature, undefined, body, 100)).toBe('unsigned');
});

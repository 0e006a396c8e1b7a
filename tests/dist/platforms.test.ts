/** What was built, with every platform connected to a counterpart on loopback: the SDKs do in it what they do outside. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { sign } from '../../adapters/slack/signature.ts';
import * as discords from '../adapters/discord/counterpart.ts';
import * as slacks from '../adapters/slack/counterpart.ts';
import { SECRET, typedCommand, writtenMention } from '../adapters/slack/workspace.ts';
import { personalMessage } from '../adapters/teams/activities.ts';
import { type Connector, startConnector } from '../adapters/teams/connector.ts';
import { PATIENT, type Started } from '../service/started.ts';
import { ask } from '../service/talk.ts';
import { until } from '../support/until.ts';
import { buildProject } from './project.ts';

jest.setTimeout(PATIENT);

/** Of the shipped knowledge, in the answer to the line below. */
const TITLE = 'Digitalization and employment';
const LINE = 'sessions sdg8';
const SOON = 30_000;

let folder: string;
let slack: slacks.Counterpart;
let discord: discords.Started;
let connector: Connector;
let service: Started;
/** Of the platforms' deliveries, and of what is for this machine alone. */
let port: number;
let page: number;
const ADMIN_TOKEN = 'known-to-this-test-alone';
const LOCAL = { headers: { Authorization: `Bearer ${ADMIN_TOKEN}` } };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-platforms-'));
  [slack, discord, connector] = await Promise.all([
    slacks.startCounterpart(),
    discords.startCounterpart(),
    startConnector(),
  ]);
  service = (await buildProject()).serve({
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_APP_TOKEN: 'xapp-test',
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_PUBLIC_KEY: discord.publicKey,
    DISCORD_APPLICATION_ID: discord.bot.id,
    DISCORD_GATEWAY: '1',
    DISCORD_API_URL: discord.url,
    TEAMS_LOCAL: '1',
    ADMIN_TOKEN,
    STATE_DIR: path.join(folder, 'state'),
  });
  page = await service.port();
  port = await service.mainPort();
}, PATIENT);

afterAll(async () => {
  service.child.kill('SIGKILL');
  await Promise.all([slack.stop(), discord.stop(), connector.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** The state of each adapter, as `/readyz` tells this machine. */
async function states(): Promise<Record<string, string>> {
  const { adapters } = JSON.parse((await ask(page, '/readyz', LOCAL)).text);
  return Object.fromEntries(
    Object.entries(adapters as Record<string, { state: string }>).map(([name, { state }]) => [name, state]),
  );
}

test('every platform is connected, and the start says so', async () => {
  // A start that takes long says that it is still connecting.
  for (const title of ['Slack', 'Discord', 'Microsoft Teams'])
    expect(service.out()).toMatch(new RegExp(`[✓…] ${title} `));
  const all = { slack: 'ready', discord: 'ready', teams: 'ready', web: 'ready' };
  let last: Record<string, string> = {};
  await until(async () => {
    last = await states();
    return isDeepStrictEqual(last, all);
  }, SOON).catch(() => expect({ last, log: service.err() }).toEqual({ last: all, log: '' }));
});

test('Slack over signed HTTP', async () => {
  const body = new URLSearchParams(typedCommand(`/${LINE}`, slack.responseUrl())).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const post = (signature: string) =>
    ask(port, '/slack/events', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Slack-Request-Timestamp': timestamp,
        'X-Slack-Signature': signature,
      },
      body,
    });
  const { status, text } = await post(sign(body, timestamp, SECRET));
  expect([status, text.includes(TITLE)]).toEqual([200, true]);
  expect((await post(sign(body, timestamp, 'some other secret'))).status).toBe(401);
});

test('Slack over Socket Mode', async () => {
  const envelope = slack.socket.send('events_api', writtenMention(LINE));
  expect(await slack.socket.reply(envelope, SOON)).toBeDefined();
  const { body } = await slack.waitForCall(({ method }) => method === 'chat.postMessage', SOON);
  expect(JSON.stringify(body)).toContain(TITLE);
  expect(slack.violations).toEqual([]);
});

test('Discord over the Gateway', async () => {
  const [command, ...words] = LINE.split(' ');
  const asked = discord.command(command as string, words.join(' '));
  await until(() => asked.callback !== undefined, SOON);
  await until(() => JSON.stringify([asked.callback, asked.original]).includes(TITLE), SOON);
  const said = discord.say({ text: `@Rapporteur ${LINE}` });
  await until(() => JSON.stringify(discord.repliesTo(said)).includes(TITLE), SOON);
  expect(discord.rest.violations).toEqual([]);
});

test('Discord over signed HTTP', async () => {
  const url = `http://127.0.0.1:${port}/discord/interactions`;
  const asked = discord.build.command('sessions', [{ name: 'query', type: 3, value: 'sdg8' }]);
  discord.register(asked);
  const { status, body } = await discord.post(url, asked);
  expect([status, JSON.stringify(body).includes(TITLE)]).toEqual([200, true]);
  expect((await discord.post(url, asked, { signature: '0'.repeat(128) })).status).toBe(401);
});

test('Teams', async () => {
  const activity = personalMessage(LINE, { channelId: 'emulator', serviceUrl: `${connector.origin}/` });
  const { status } = await ask(port, '/api/messages', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  });
  expect(status).toBe(200);
  await until(() => connector.messages.length > 0, SOON);
  expect(JSON.stringify(connector.messages)).toContain(TITLE);
  expect(connector.broken).toEqual([]);
});

test('the page has its columns, drawn by bundles that are there', async () => {
  const { text } = await ask(page, `/?q=${encodeURIComponent(LINE)}`, LOCAL);
  const scripts = [...text.matchAll(/\/assets\/[\w.-]+\.js/g)].map(([address]) => address);
  expect(scripts.length).toBeGreaterThan(3);
  for (const address of new Set(scripts)) expect((await ask(page, address, LOCAL)).status).toBe(200);
});

test('it ends in order, and nothing had gone wrong until then', async () => {
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);
  expect(service.err()).not.toMatch(/"level":"error"/);
});

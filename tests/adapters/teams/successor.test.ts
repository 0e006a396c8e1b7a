/**
 * Without botbuilder: reading, answering and rendering know plain Activity JSON only, so that another SDK, or none, can
 * stand in the place of the archived one. Here the whole adapter runs with a `Bot` of two lines.
 */
import { getMaxListeners } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { PUBLIC_CLOUD } from '../../../adapters/teams/cloud.ts';
import { type Bot, type BotOptions, connect } from '../../../adapters/teams/connection.ts';
import { speakTo } from '../../../adapters/teams/conversation.ts';
import { saysIn } from '../../../adapters/teams/says.ts';
import { TIMING } from '../../../adapters/teams/turn.ts';
import { openHost } from '../../support/host.ts';
import {
  channelMessage,
  executeInvoke,
  installedInChat,
  type Json,
  menuInvoke,
  personalMessage,
  searchInvoke,
  submitMessage,
} from './activities.ts';
import { startConnector } from './connector.ts';
import { APP_ID, close, listen } from './issuer.ts';
import { pressables, visibleOf } from './reading.ts';

const says = saysIn();

const FOLDER = fileURLToPath(new URL('../../../adapters/teams/', import.meta.url));

/** The successor. It trusts everybody; a real one checks the token here. */
const plainBot =
  (options: BotOptions): Bot =>
  (_authorization, activity, logic) =>
    logic(speakTo(activity, { ...options, timeout: TIMING.call, route: undefined }));

test('questions, buttons, dialogs, searches and installations are served by another host', async () => {
  const host = await openHost();
  const connector = await startConnector();
  const connection = await connect(
    { config: { mode: 'local', appId: APP_ID }, host, endpoints: PUBLIC_CLOUD, timing: TIMING },
    plainBot,
  );
  const [route] = connection.routes;
  const server = createServer(route?.handle);
  const url = `${await listen(server)}${route?.path}`;
  const post = async (activity: Json): Promise<unknown> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, serviceUrl: connector.origin }),
    });
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  };
  try {
    await post(channelMessage('sessions sdg8'));
    const card = connector.messages[0]?.body.attachments?.[0]?.content;
    expect(visibleOf(card)).toMatch(/SDG 8/u);
    expect(await post(executeInvoke(pressables(card)[0]?.action.data))).toMatchObject({ statusCode: 200 });
    await post(submitMessage({ line: 'help' }));
    await post(personalMessage('', { attachments: [{ contentType: 'image/png' }] }));
    expect(await post(searchInvoke('popova'))).toMatchObject({ composeExtension: { type: 'result' } });
    expect(await post(menuInvoke('<p>skills</p>'))).toMatchObject({ task: { type: 'continue' } });
    for (const activity of installedInChat()) {
      await post(activity);
    }
    expect(connector.messages.map((one) => one.method)).toEqual(['POST', 'PUT', 'POST', 'POST']);
    expect(connector.broken).toEqual([]);
    await connection.stop(1_000);
    expect(await post(personalMessage('help'))).toMatchObject({ error: { message: says.chat.restarting } });
  } finally {
    await close(server);
    await connector.stop();
  }
}, 60_000);

test('any number of calls may be under way at once, and none is taken for a leak', async () => {
  let options: BotOptions | undefined;
  const connection = await connect(
    { config: { mode: 'local' }, host: await openHost(), endpoints: PUBLIC_CLOUD, timing: TIMING },
    (given) => {
      options = given;
      return plainBot(given);
    },
  );
  expect(options && getMaxListeners(options.signal)).toBe(Number.POSITIVE_INFINITY);
  await connection.stop(0);
}, 60_000);

test('only adapter.ts names botbuilder or a relative of it, and loads it when it opens', () => {
  const naming = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /from '(botbuilder|botframework-)|import\('(botbuilder|botframework-)/u.test(
        readFileSync(path.join(FOLDER, name), 'utf8'),
      ),
    );
  expect(naming).toEqual(['adapter.ts']);
  const source = readFileSync(path.join(FOLDER, 'adapter.ts'), 'utf8');
  expect(source.match(/^import (?!type).*botbuilder.*$/gmu)).toBeNull();
});

/** What is signed and yet malformed: answered with 200 or 400, once, and never as a failure of ours. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { NO_PAYLOADS, spoil } from '../../support/spoiled.ts';
import { CHANNEL } from './counterpart.ts';
import { ASKER, interactionCreate, messageCreate, snowflake } from './counterpart-payloads.ts';
import { openRig, type Rig } from './rig.ts';

jest.setTimeout(120_000);

let rig: Rig;
let server: Server;
let url: string;
beforeAll(async () => {
  let publicKey = '';
  rig = await openRig({
    prepare: (discord) => {
      publicKey = discord.publicKey;
    },
    config: {
      gateway: false,
      get publicKey() {
        return publicKey;
      },
    },
  });
  const [route] = rig.connection.routes;
  server = createServer((request, response) => void route?.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${route?.path}`;
});
afterAll(async () => {
  await rig.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const make = {
  'a command': () => rig.discord.build.command('sessions', [{ name: 'query', type: 3, value: 'sdg8' }]),
  'type-ahead': () => ({
    ...rig.discord.build.command('sessions', [{ name: 'query', type: 3, value: 'sdg8', focused: true }]),
    type: 4,
  }),
  'a click': () => rig.discord.build.click(shown(), { custom_id: 'l:0:help', component_type: 2 }),
  'a choice': () =>
    rig.discord.build.click(shown(), { custom_id: 'm:0', component_type: 3, values: ['open harbour-day'] }),
  'an entry of a menu': () => {
    // Its id is a key: the same in each payload, so that each has the same places.
    const message = { ...shown(), id: '700000000000000001' };
    const data = {
      id: snowflake(),
      name: 'Find related',
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    };
    return interactionCreate(rig.discord.bot.id, 2, data, { place: CHANNEL });
  },
  'a form': () => ({
    ...rig.discord.build.command('sessions', []),
    type: 5,
    data: {
      custom_id: 'refine',
      components: [{ type: 18, component: { type: 4, custom_id: 'words', value: 'skills' } }],
    },
  }),
} as const;

const shown = () => messageCreate({ id: snowflake(), place: CHANNEL, author: ASKER, content: 'skills' });

test.each(Object.keys(make) as (keyof typeof make)[])('%s with a value of another kind', async (kind) => {
  const failed: unknown[] = [];
  for (const { name, payload } of spoil(make[kind])) {
    const { status } = await rig.discord.post(url, payload);
    if (status !== 200 && status !== 202 && status !== 400) failed.push([name, status]);
  }
  expect(failed).toEqual([]);
});

test('a body that holds no interaction', async () => {
  for (const body of NO_PAYLOADS)
    expect([body, (await rig.discord.post(url, {}, { body })).status]).toEqual([body, 400]);
});

/** What carries a good token and yet is malformed: answered with 200 or 400, once, and never as a failure of ours. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { NO_PAYLOADS, spoil } from '../../support/spoiled.ts';
import {
  channelMessage,
  dialogInvoke,
  executeInvoke,
  menuInvoke,
  personalMessage,
  searchInvoke,
} from './activities.ts';
import { openStage, type Stage } from './stage.ts';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.stop());

test.each([
  ['a message', () => personalMessage('help')],
  ['a message in a channel', () => channelMessage('sessions sdg8')],
  ['a click', () => executeInvoke({ line: 'help' })],
  ['a search', () => searchInvoke('sdg8')],
  ['an entry of a menu', () => menuInvoke('<p>skills</p>')],
  ['a dialog', () => dialogInvoke({ line: 'help' })],
] as const)('%s with a value of another kind', async (_name, make) => {
  const failed: unknown[] = [];
  for (const { name, payload } of spoil(make)) {
    // Of the token, the service that the activity names is a part: what differs is not trusted.
    const { status } = await stage.post(payload, { claims: { serviceurl: payload.serviceUrl } });
    // 501 is what the protocol wants for an invoke of an unknown name.
    if (status >= 500 && status !== 501) failed.push([name, status]);
  }
  expect(failed).toEqual([]);
});

test('a body that holds no activity', async () => {
  for (const body of NO_PAYLOADS) expect([body, (await stage.post(body)).status]).toEqual([body, 400]);
});

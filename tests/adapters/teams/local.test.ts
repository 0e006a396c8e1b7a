/** TEAMS_LOCAL=1: without tokens, for the Agents Playground on this machine, and never beyond it. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { executeInvoke, personalMessage } from './activities.ts';
import { openStage, type Stage } from './stage.ts';

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ config: { mode: 'local' } });
}, 60_000);
afterAll(() => stage.stop());

/** As the Playground sends: its own channel, ids and service. */
function fromPlayground(text: string, over = {}): Record<string, unknown> {
  return personalMessage(text, {
    channelId: 'emulator',
    serviceUrl: `${stage.connector.origin}/`,
    recipient: { id: '00000000-0000-0000-0000-0000000000011', name: 'Test Bot' },
    from: { id: 'user-id-0', name: 'Alex Wilber', role: 'user' },
    conversation: { id: 'personal-chat-id', conversationType: 'personal' },
    ...over,
  });
}

test('answers without a token, and sends none', async () => {
  const { status } = await stage.post(fromPlayground('sessions sdg8'));
  expect(status).toBe(200);
  expect(stage.connector.messages).toHaveLength(1);
  expect(stage.connector.broken).toEqual([]);
  expect(stage.issuer.given()).toBe(0);
});

test('takes presses of buttons', async () => {
  const { body } = await stage.post({
    ...fromPlayground(''),
    ...executeInvoke({ line: 'help' }, fromPlayground('', { type: 'invoke', name: 'adaptiveCard/action' })),
    value: { action: { type: 'Action.Execute', data: { line: 'help' } } },
  });
  expect(body).toMatchObject({ statusCode: 200 });
});

test('sees a mention of the bot under the name that it has there', async () => {
  const before = stage.connector.messages.length;
  await stage.post(
    fromPlayground('<at>Test Bot</at> help', {
      entities: [
        {
          type: 'mention',
          mentioned: { id: '00000000-0000-0000-0000-0000000000011' },
          text: '<at>Test Bot</at>',
        },
      ],
    }),
  );
  expect(stage.connector.messages.length).toBe(before + 1);
});

describe('sends nothing beyond this machine', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/',
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'http://127.0.0.1.evil.example/',
    'http://evil.example/',
    'ftp://127.0.0.1/',
    'http://user@127.0.0.1/',
  ])('%s', async (serviceUrl) => {
    const before = stage.connector.calls();
    expect((await stage.post(fromPlayground('help', { serviceUrl }))).status).toBe(403);
    expect(stage.connector.calls()).toBe(before);
  });
});

test('says so in its status', () => {
  expect(stage.connection.status()).toEqual({
    state: 'ready',
    detail: expect.stringContaining('without tokens'),
  });
});

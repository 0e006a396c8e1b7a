/** Questions and answers in chats and channels, over HTTP with the real botbuilder and the real engine. */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { saysIn } from '../../../adapters/teams/says.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import {
  BOT,
  channelMessage,
  executeInvoke,
  groupMessage,
  type Json,
  PERSON,
  personalMessage,
  privateMessage,
  submitMessage,
} from './activities.ts';
import type { Recorded } from './connector.ts';
import { pressables, visibleOf } from './reading.ts';
import { checkCard } from './rules.ts';
import { openStage, type Stage } from './stage.ts';

const says = saysIn();

jest.setTimeout(60_000);

let stage: Stage;
let host: TestHost;
beforeAll(async () => {
  host = await openHost();
  stage = await openStage({ host });
}, 60_000);
afterAll(() => stage.stop());
afterEach(() => expect(stage.connector.broken).toEqual([]));

/** What came to the connector for an activity. */
async function say(activity: Json): Promise<{ status: number; body: unknown; sent: readonly Recorded[] }> {
  const before = stage.connector.messages.length;
  const { status, body } = await stage.post(activity);
  return { status, body, sent: stage.connector.messages.slice(before) };
}

const cardOf = (message: Recorded | undefined): unknown => message?.body.attachments?.[0]?.content;
const shown = (message: Recorded | undefined): string =>
  cardOf(message) === undefined ? (message?.body.text ?? '') : visibleOf(cardOf(message));

describe('an answer goes', () => {
  test.each([
    [
      'to a channel, into the thread of the question',
      channelMessage('sessions sdg8', { id: '21' }),
      '19:channel@thread.tacv2;messageid=1700000000000',
    ],
    ['to a group chat', groupMessage('sessions sdg8', { id: '21' }), '19:group@thread.v2'],
    ['to a one-to-one chat', personalMessage('/sessions sdg8', { id: '21' }), 'a:1-personal'],
  ])('%s', async (_where, activity, conversation) => {
    const { status, sent } = await say(activity);
    expect(status).toBe(200);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: 'POST', conversation, activity: '21', targeted: false });
    expect(shown(sent[0])).toMatch(/SDG 8/u);
    expect(sent[0]?.body.summary).not.toBe('');
  });

  test('to the asker alone where the question was asked in private', async () => {
    const { status, sent } = await say(privateMessage('speaker Popova'));
    expect(status).toBe(200);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      targeted: true,
      body: { recipient: { id: PERSON.id, isTargeted: true } },
    });
    expect(pressables(cardOf(sent[0])).map((one) => one.label)).toContain(says.own.share);
  });

  test('with its citations', async () => {
    const { sent } = await say(personalMessage('speaker Popova'));
    expect(shown(sent[0])).toMatch(/¶43/u);
  });
});

test.each(['Hi', 'hello', 'Bonjour'])('%j is answered with a greeting and lines to try', async (text) => {
  const { sent } = await say(personalMessage(text));
  expect(sent).toHaveLength(1);
  expect(shown(sent[0])).toContain(says.courtesy.greeting.lead);
  const labels = pressables(cardOf(sent[0])).map(({ label }) => label);
  // Of the archive at hand, and what can be asked.
  expect(labels.length).toBeGreaterThan(2);
  expect(labels).toContain(says.choice.allSessions);
});

test.each(['Help', 'HELP', '/help', ''])('%j is answered with what can be asked', async (text) => {
  const { sent } = await say(personalMessage(text));
  expect(sent).toHaveLength(1);
  expect(shown(sent[0])).toMatch(/sessions/u);
  expect(shown(sent[0])).toMatch(/speaker/u);
});

test('a question in plain words is answered', async () => {
  const { sent } = await say(groupMessage('what did Popova recommend on migration?'));
  expect(shown(sent[0])).toMatch(/Popova/u);
});

test('a thread keeps its subject, and another does not know it', async () => {
  await say(channelMessage('sessions', {}, '100'));
  const [own] = (await say(channelMessage('only 2022', {}, '100'))).sent;
  expect(shown(own)).toMatch(/2022/u);
  expect(shown(own)).toMatch(/sessions dated 2022/u);
  const [other] = (await say(channelMessage('only 2022', {}, '200'))).sent;
  expect(shown(other)).not.toBe(shown(own));
});

test('what was asked in private shows in nobody else’s next answer', async () => {
  const conversation = { isGroup: true, conversationType: 'groupChat', id: '19:private@thread.v2' };
  await say(privateMessage('sessions', { conversation }));
  const [own] = (await say(privateMessage('only 2022', { conversation }))).sent;
  expect(shown(own)).toMatch(/sessions dated 2022/u);
  const [others] = (await say(groupMessage('only 2022', { conversation }))).sent;
  expect(shown(others)).not.toBe(shown(own));
});

describe('not answered is', () => {
  test.each([
    ['the bot itself', personalMessage('help', { from: BOT })],
    ['another bot', channelMessage('help', { from: { id: '28:another', name: 'Bot' } })],
    ['a reaction', personalMessage('', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })],
    [
      'a change',
      personalMessage('help', { type: 'messageUpdate', channelData: { eventType: 'editMessage' } }),
    ],
    ['a typing sign', personalMessage('', { type: 'typing' })],
  ])('%s', async (_what, activity) => {
    const { status, sent } = await say(activity);
    expect(status).toBe(200);
    expect(sent).toEqual([]);
  });
});

describe('a reason is given', () => {
  test('for a picture', async () => {
    const { sent } = await say(
      personalMessage('', { attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example' }] }),
    );
    expect(sent.map(shown)).toEqual([says.chat.textOnly]);
  });

  test('for a button that holds nothing of ours', async () => {
    expect((await say(submitMessage({ other: 'card' }))).sent.map(shown)).toEqual([
      says.own.unreadable.button,
    ]);
    const { status, body, sent } = await say(executeInvoke({ other: 'card' }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { message: says.own.unreadable.button },
    });
    expect(sent).toEqual([]);
  });

  test('for an invoke that we do not know', async () => {
    const { status, body } = await say(personalMessage('', { type: 'invoke', name: 'task/unheardOf' }));
    expect(status).toBe(501);
    expect(body).toMatchObject({ error: { message: says.own.unreadable.command } });
  });

  test('for an activity without a conversation', async () => {
    const { status, body } = await say(personalMessage('help', { conversation: undefined }));
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { code: 'BadArgument', message: expect.stringContaining('conversation.id') },
    });
  });

  test.each([
    ['no sender', { from: undefined }],
    ['no recipient', { recipient: undefined }],
    ['no channel data', { channelData: undefined }],
    ['no identity', { id: undefined }],
    [
      'fields of wrong types',
      { from: 7, recipient: 'x', entities: {}, attachments: 'x', locale: 5, channelData: [], replyToId: {} },
    ],
    ['a wish to have replies in the response', { deliveryMode: 'expectReplies' }],
  ])('or an answer, with %s', async (_what, over) => {
    const { status, sent } = await say(personalMessage('help', over));
    expect(status).toBe(200);
    expect(sent).toHaveLength(1);
  });
});

describe('the same activity again', () => {
  test('is answered once', async () => {
    const activity = personalMessage('help');
    expect((await say(activity)).sent).toHaveLength(1);
    const again = await say(activity);
    expect(again.status).toBe(200);
    expect(again.sent).toEqual([]);
  });

  test('at the same moment is answered once, and one of the two is told to come again', async () => {
    const activity = personalMessage('sessions');
    const before = stage.connector.messages.length;
    const answers = await Promise.all([stage.post(activity), stage.post(activity), stage.post(activity)]);
    expect(stage.connector.messages.length - before).toBe(1);
    for (const { status } of answers) {
      expect([200, 503]).toContain(status);
    }
  });

  test('in another conversation is another one', async () => {
    await say(personalMessage('help', { id: '77' }));
    expect((await say(personalMessage('help', { id: '77', conversation: { id: 'a:2' } }))).sent).toHaveLength(
      1,
    );
  });
});

describe('a button', () => {
  test('of Action.Execute puts the new card in the place of the old one, in the response', async () => {
    const { sent } = await say(personalMessage('sessions sdg8'));
    const opens = pressables(cardOf(sent[0]))[0];
    const {
      status,
      body,
      sent: more,
    } = await say(executeInvoke(opens?.action.data, { replyToId: sent[0]?.id }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(more).toEqual([]);
    const card = (body as { value: unknown }).value;
    expect(checkCard(card)).toEqual([]);
    // And leads back.
    const back = pressables(card).find((one) => one.label === says.own.back);
    expect(back?.action.data).toEqual({ line: 'sessions sdg:8' });
    const again = (await say(executeInvoke(back?.action.data))).body as { value: unknown };
    expect(visibleOf(again.value)).toBe(shown(sent[0]));
  });

  test('of Action.Submit changes the message that it stands on', async () => {
    const { status, sent } = await say(submitMessage({ line: 'sessions sdg:8' }, { replyToId: 'm-9' }));
    expect(status).toBe(200);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: 'PUT', activity: 'm-9' });
  });

  test.each([403, 404, 405])(
    'of Action.Submit is answered anew where the message cannot be changed (%i)',
    async (status) => {
      stage.connector.failures.push({ status });
      const { sent } = await say(submitMessage({ line: 'help' }));
      expect(sent.map((one) => one.method)).toEqual(['POST']);
    },
  );

  test('of Action.Submit without a message is answered anew', async () => {
    const { sent } = await say(submitMessage({ line: 'help' }, { replyToId: undefined }));
    expect(sent.map((one) => one.method)).toEqual(['POST']);
  });

  test('of Action.Submit on a private card changes it for its reader alone', async () => {
    const { sent } = await say(submitMessage({ line: 'help' }, { recipient: { ...BOT, isTargeted: true } }));
    expect(sent[0]).toMatchObject({ method: 'PUT', targeted: true });
  });

  test('shares a private answer with everybody', async () => {
    const { sent } = await say(privateMessage('speaker Popova'));
    const share = pressables(cardOf(sent[0])).find((one) => one.label === says.own.share);
    const press = executeInvoke(share?.action.data, {
      conversation: { id: '19:group@thread.v2', conversationType: 'groupChat' },
    });
    const { status, body, sent: posted } = await say(press);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: says.own.shared,
    });
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({ targeted: false, conversation: '19:group@thread.v2' });
    expect(pressables(cardOf(posted[0])).map((one) => one.label)).not.toContain(says.own.share);
  });

  test('shares a private answer with everybody, even where the press itself is private', async () => {
    const { sent } = await say(
      executeInvoke({ line: 'help', share: true }, { recipient: { ...BOT, isTargeted: true } }),
    );
    expect(sent[0]).toMatchObject({ targeted: false });
  });

  test('on a private card brings what is private as well, though the press itself does not say so', async () => {
    const { sent } = await say(privateMessage('sessions'));
    const [first] = pressables(cardOf(sent[0]));
    const { body } = await say(
      executeInvoke(first?.action.data, { conversation: { id: '19:group@thread.v2' } }),
    );
    const labels = pressables((body as { value: unknown }).value).map((one) => one.label);
    expect(labels).toContain(says.own.share);
  });

  test('that judges an answer is kept once and acknowledged, in the response or as a message', async () => {
    const kept = async (): Promise<number> => (await host.store.feedback.latest(1_000)).length;
    const before = await kept();
    const press = executeInvoke({ line: 'sessions sdg:8', helpful: true, revision: 'r' });
    for (const { body, sent } of [await say(press), await say(press)]) {
      expect(body).toMatchObject({
        type: 'application/vnd.microsoft.activity.message',
        value: says.chat.thanks,
      });
      expect(sent).toEqual([]);
    }
    expect(await kept()).toBe(before + 1);
    const { sent } = await say(submitMessage({ line: 'sessions sdg:8', helpful: false, revision: 'r' }));
    expect(sent.map(shown)).toEqual([says.chat.thanks]);
    expect(await kept()).toBe(before + 2);
  });

  test('walks a long list to its end', async () => {
    const seen: string[] = [];
    let card = cardOf((await say(personalMessage('recommendations'))).sent[0]);
    for (let turn = 0; turn < 100; turn += 1) {
      seen.push(
        ...pressables(card)
          .map((one) => one.label)
          .filter((label) => label.startsWith('Open: ')),
      );
      const next = pressables(card).find((one) => one.label === 'Next');
      if (next === undefined) {
        break;
      }
      card = ((await say(executeInvoke(next.action.data))).body as { value: unknown }).value;
    }
    const total = Number(/of (\d+)/u.exec(visibleOf(card))?.[1]);
    expect(total).toBeGreaterThan(6);
    expect(seen).toHaveLength(total);
  });
});

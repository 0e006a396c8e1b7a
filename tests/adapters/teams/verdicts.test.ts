/** Teams' own buttons for a verdict, below a message, over HTTP with the real botbuilder. */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openHost, type TestHost } from '../../support/host.ts';
import {
  channelMessage,
  groupMessage,
  type Json,
  personalMessage,
  privateMessage,
  submitMessage,
  verdictInvoke,
} from './activities.ts';
import type { Recorded } from './connector.ts';
import { pressables } from './reading.ts';
import { openStage, type Stage } from './stage.ts';

jest.setTimeout(60_000);

let stage: Stage;
let host: TestHost;
beforeAll(async () => {
  host = await openHost();
  stage = await openStage({ host });
}, 60_000);
afterAll(() => stage.stop());
afterEach(() => expect(stage.connector.broken).toEqual([]));

async function say(activity: Json): Promise<Recorded> {
  expect((await stage.post(activity)).status).toBe(200);
  const message = stage.connector.messages.at(-1);
  if (message === undefined) throw new Error('nothing was sent');
  return message;
}

const isJudgedBelow = ({ body }: Recorded): boolean => body.channelData?.feedbackLoop?.type === 'default';
const ownButtons = ({ body }: Recorded): number =>
  pressables(body.attachments?.[0]?.content).filter(({ label }) => /helpful/i.test(label)).length;

/** The verdicts that were kept while `play` ran. */
async function kept(play: () => Promise<void>): Promise<readonly unknown[]> {
  const { length } = await host.store.feedback.latest(1_000);
  await play();
  const after = await host.store.feedback.latest(1_000);
  return after.slice(0, after.length - length);
}

describe('an answer is judged', () => {
  test.each([
    ['in a channel', channelMessage('sessions sdg8')],
    ['in a group chat', groupMessage('sessions sdg8')],
    ['in a one-to-one chat', personalMessage('sessions sdg8')],
  ])('below its message %s', async (_where, activity) => {
    const message = await say(activity);
    expect([isJudgedBelow(message), ownButtons(message)]).toEqual([true, 0]);
    const { conversation } = activity;
    const verdicts = await kept(async () => {
      const { status, body } = await stage.post(verdictInvoke(message.id, 'dislike', { conversation }));
      // Anything but an empty object is an error to Teams.
      expect([status, body]).toEqual([200, {}]);
    });
    const { line, revision } = await stage.host.ask({ text: 'sessions sdg8' });
    expect(verdicts).toEqual([
      expect.objectContaining({ platform: 'teams', line, revision, helpful: false }),
    ]);
    expect(JSON.stringify(verdicts)).not.toContain('confidence');
  });

  test('by buttons of the card where one person alone sees it', async () => {
    const message = await say(privateMessage('sessions sdg8'));
    expect([isJudgedBelow(message), ownButtons(message)]).toEqual([false, 2]);
  });

  test('not at all where it is help', async () => {
    const message = await say(personalMessage('help'));
    expect([isJudgedBelow(message), ownButtons(message)]).toEqual([false, 0]);
  });
});

test('a verdict is about the answer that the message holds now', async () => {
  const first = await say(personalMessage('sessions sdg8'));
  const changed = await say(submitMessage({ line: 'recommendations' }, { replyToId: first.id }));
  expect([changed.method, isJudgedBelow(changed)]).toEqual(['PUT', true]);
  const [verdict] = await kept(async () => {
    await stage.post(verdictInvoke(first.id, 'like'));
  });
  expect(verdict).toMatchObject({ line: 'recommendations', helpful: true });
});

test('the same verdict, delivered twice, is kept once', async () => {
  const message = await say(personalMessage('sessions sdg8'));
  const activity = verdictInvoke(message.id, 'like');
  const verdicts = await kept(async () => {
    for (const _time of [1, 2]) expect((await stage.post(activity)).body).toEqual({});
  });
  expect(verdicts).toHaveLength(1);
});

test('a verdict on a message that holds no answer, or is not known, is taken and kept by nobody', async () => {
  const before = stage.connector.messages.length;
  const verdicts = await kept(async () => {
    expect(await stage.post(verdictInvoke('m-unknown', 'like'))).toEqual({ status: 200, body: {} });
  });
  expect([verdicts, stage.connector.messages.length]).toEqual([[], before]);
});

test.each<[string, Json, number]>([
  ['neither of the two', { value: { actionName: 'feedback', actionValue: { reaction: 'shrug' } } }, 501],
  ['another action', { value: { actionName: 'poll', actionValue: { reaction: 'like' } } }, 501],
  ['nothing', { value: null }, 501],
  ['no message', { replyToId: undefined }, 400],
  ['no conversation', { conversation: undefined }, 400],
])('%s is refused', async (_what, over, status) => {
  expect((await stage.post(verdictInvoke('m-1', 'like', over))).status).toBe(status);
});

test('for trying out on this machine, where the client has no buttons of its own, the card has them', async () => {
  const local = await openStage({ config: { mode: 'local' } });
  try {
    await local.post(personalMessage('sessions sdg8', { serviceUrl: local.connector.origin }));
    const [message] = local.connector.messages;
    expect(message && [isJudgedBelow(message), ownButtons(message)]).toEqual([false, 2]);
  } finally {
    await local.stop();
  }
});

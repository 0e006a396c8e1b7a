/** The agent view: suggested questions that lead somewhere, threads of their own, and what stands beside the view. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { harbourEngine } from '../../support/harbour.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { type Counterpart, startCounterpart } from './counterpart.ts';
import {
  appEvent,
  newTs,
  openWorkspace,
  type Workspace,
  writtenDirect,
  writtenMention,
} from './workspace.ts';

const opened = (over: object = {}) =>
  appEvent({
    type: 'app_home_opened',
    user: 'U0ANNA',
    channel: 'D0ANNA',
    tab: 'messages',
    event_ts: '1.1',
    ...over,
  });

describe('an app with the agent view', () => {
  let host: TestHost;
  let slack: Counterpart;
  let workspace: Workspace;
  /** How long the archive takes for an answer. */
  let slow: Promise<void> | undefined;
  beforeAll(async () => {
    slack = await startCounterpart();
    slack.grant('assistant:write', 'chat:write', 'commands', 'im:history');
    host = await openHost({
      wrapEngine: (engine) => ({
        ...engine,
        revision: engine.revision,
        answer: async (request) => {
          await slow;
          return engine.answer(request);
        },
      }),
    });
    workspace = await openWorkspace(host, { slack });
  });
  afterAll(async () => {
    await workspace.stop();
    await slack.stop();
    expect(slack.violations).toEqual([]);
  });

  const callsOf = async (payload: Readonly<Record<string, unknown>>) => {
    const from = slack.calls.length;
    expect((await workspace.send(payload)).status).toBe(200);
    await workspace.idle();
    return slack.calls.slice(from);
  };
  /** The answer to a direct message, and the thread that it stands in. */
  const say = async (text: string, written: Parameters<typeof writtenDirect>[1] = {}) => {
    const payload = writtenDirect(text, written);
    const calls = await callsOf(payload);
    const post = calls.find(({ method }) => method === 'chat.postMessage');
    return { payload, calls, post, text: String(post?.body.text) };
  };

  test('suggests questions that are found in the archive at hand', async () => {
    const [call, ...more] = await callsOf(opened());
    expect(more).toEqual([]);
    expect(call?.method).toBe('assistant.threads.setSuggestedPrompts');
    expect(call?.body).toMatchObject({ channel_id: 'D0ANNA' });
    // The agent view ignores suggestions for a thread.
    expect(call?.body).not.toHaveProperty('thread_ts');
    const prompts = call?.body.prompts as readonly { readonly title: string; readonly message: string }[];
    expect(prompts).toHaveLength(4);
    for (const { message } of prompts) expect((await host.ask({ text: message })).outcome).toBe('found');
  });

  test('suggests nothing on its Home, and in the older assistant’s thread to that thread', async () => {
    const home = await callsOf(opened({ tab: 'home' }));
    expect(home.map(({ method }) => method)).toEqual(['views.publish']);
    const [call] = await callsOf(
      appEvent({
        type: 'assistant_thread_started',
        assistant_thread: {
          user_id: 'U0ANNA',
          context: { channel_id: 'C0TALK', team_id: 'T0TEAM' },
          channel_id: 'D0ANNA',
          thread_ts: '7.7',
        },
        event_ts: '1.2',
      }),
    );
    expect(call?.body).toMatchObject({ channel_id: 'D0ANNA', thread_ts: '7.7' });
  });

  test('takes note of what somebody looks at, and does nothing', async () => {
    const context = { entities: [{ type: 'slack#/types/channel_id', value: 'C0TALK', team_id: 'T0TEAM' }] };
    expect(await callsOf(appEvent({ type: 'app_context_changed', context }))).toEqual([]);
  });

  test('answers a message in the thread that it begins, calls it by the answer, and goes on in it', async () => {
    const first = await say('recommendations migration');
    const ts = String(first.payload.event.ts);
    expect(first.post?.body).toMatchObject({ channel: 'D0ANNA', thread_ts: ts });
    const title = first.calls.find(({ method }) => method === 'assistant.threads.setTitle');
    const answer = await host.ask({ text: 'recommendations migration' });
    expect(title?.body).toMatchObject({ channel_id: 'D0ANNA', thread_ts: ts, title: answer.title });
    const next = await say('more', { threadTs: ts });
    expect(next.post?.body).toMatchObject({ thread_ts: ts });
    expect(next.text).toContain((await host.ask({ text: answer.page?.next ?? '' })).items[0]?.text.text);
    expect(next.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
    // Another thread is another conversation.
    const other = await say('more');
    expect(other.text).not.toBe(next.text);
  });

  test('a new message goes on with the thread that stands beside the view', async () => {
    const mention = writtenMention('recommendations migration');
    await callsOf(mention);
    const app_context = {
      entities: [
        {
          type: 'slack#/types/message_context',
          value: { channel_id: 'C0TALK', message_ts: mention.event.ts },
        },
        { type: 'slack#/types/channel_id', value: 'C0TALK' },
      ],
    };
    const { line } = await host.ask({ text: 'recommendations migration' });
    const beside = await say('only 2020', { over: { app_context } });
    const expected = await host.ask({ text: 'only 2020', previous: line });
    expect(beside.text).toContain(expected.title);
    // What is asked whole is asked on its own.
    const whole = await say('sessions sdg8', { over: { app_context } });
    expect(whole.text).toContain((await host.ask({ text: 'sessions sdg8' })).title);
  });

  test.each([
    {},
    { entities: [] },
    { entities: [{ type: 'slack#/types/message_context', value: 'C0TALK' }, null, 5] },
  ])('a context of %j says nothing', async (app_context) => {
    const alone = await host.ask({ text: 'only 2020' });
    expect((await say('only 2020', { over: { app_context } })).text).toContain(alone.title);
  });

  test('says that it is at work where the answer takes its time, and only there', async () => {
    let end = () => {};
    slow = new Promise((resolve) => {
      end = resolve;
    });
    const payload = writtenDirect('sessions sdg8');
    const sent = workspace.send(payload);
    const status = await slack.waitForCall(({ method }) => method === 'assistant.threads.setStatus');
    expect(status.body).toMatchObject({ channel_id: 'D0ANNA', thread_ts: payload.event.ts });
    slow = undefined;
    end();
    await sent;
    await workspace.idle();
    const { calls } = await say('sessions sdg8');
    expect(calls.map(({ method }) => method).sort()).toEqual([
      'assistant.threads.setTitle',
      'chat.postMessage',
    ]);
  });

  test('where Slack refuses all of it, the answers come all the same', async () => {
    slack.fail({ error: 'not_allowed' }, 2, 'assistant.threads.setSuggestedPrompts');
    expect((await workspace.send(opened())).status).toBe(200);
    slack.fail({ error: 'not_allowed' }, 1, 'assistant.threads.setTitle');
    expect((await say('sessions sdg8')).post?.outcome).toBe('ok');
    expect(host.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test('an app without it answers a direct message where it stands, and suggests nothing', async () => {
  const workspace = await openWorkspace(await openHost());
  await workspace.send(opened());
  await workspace.send(writtenDirect('sessions sdg8', { over: { ts: newTs() } }));
  await workspace.idle();
  const calls = workspace.slack.calls.filter(({ method }) => method !== 'auth.test');
  expect(calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
  expect(calls[0]?.body).not.toHaveProperty('thread_ts');
  await workspace.stop();
});

test('another archive suggests what leads somewhere there', async () => {
  const slack = await startCounterpart();
  slack.grant('assistant:write');
  const host = await openHost({ wrapEngine: () => harbourEngine });
  const workspace = await openWorkspace(host, { slack });
  await workspace.send(opened());
  await workspace.idle();
  const [call] = slack.calls.filter(({ method }) => method === 'assistant.threads.setSuggestedPrompts');
  const prompts = call?.body.prompts as readonly { readonly message: string }[];
  expect(prompts.length).toBeGreaterThan(1);
  for (const { message } of prompts)
    expect((await harbourEngine.answer({ text: message })).outcome).toBe('found');
  await workspace.stop();
  await slack.stop();
});

/** The whole way over signed HTTP with the real Bolt: who is answered where, under load, and when things go wrong. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { holdAnswers } from '../../support/held.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { taken } from '../../support/taken.ts';
import { visibleText } from './visible.ts';
import {
  openWorkspace,
  pressedButton,
  typedCommand,
  type Workspace,
  writtenDirect,
  writtenMention,
} from './workspace.ts';

jest.setTimeout(60_000);

describe('over HTTP', () => {
  let host: TestHost;
  let workspace: Workspace;
  beforeAll(async () => {
    host = await openHost();
    workspace = await openWorkspace(host);
  });
  afterAll(async () => {
    await workspace.stop();
    expect(workspace.slack.violations).toEqual([]);
  });

  test('the start learns who the bot is, once, with its token', () => {
    const learned = workspace.slack.calls.filter(({ method }) => method === 'auth.test');
    expect(learned).toHaveLength(1);
    expect(workspace.connection.status()).toEqual({
      state: 'ready',
      detail: 'answering as rapporteur in Testers',
    });
  });

  test('a command is answered in its acknowledgement, for the asker alone', async () => {
    const before = workspace.slack.calls.length;
    const sent = await workspace.send(typedCommand('/sessions sdg8', workspace.slack.responseUrl()));
    expect(sent.ack).toMatchObject({
      response_type: 'ephemeral',
      parse: 'none',
      link_names: false,
      unfurl_links: false,
    });
    expect(workspace.slack.calls.length).toBe(before);
  });

  test('a command that the bot no longer has is told to be none', async () => {
    const { ack } = await workspace.send(typedCommand('/frobnicate x', workspace.slack.responseUrl()));
    expect(visibleText((ack as { blocks: readonly unknown[] }).blocks)).toContain(
      'There is no command “frobnicate”',
    );
  });

  test('a mention is answered in its thread, nothing unfolded or linked', async () => {
    const mention = writtenMention('speaker Popova');
    expect(await workspace.send(mention)).toMatchObject({ status: 200, ack: undefined });
    const { body, token } = await workspace.slack.waitForCall(({ method }) => method === 'chat.postMessage');
    expect(body).toMatchObject({
      channel: 'C0TALK',
      thread_ts: mention.event.ts,
      unfurl_links: false,
      unfurl_media: false,
      link_names: false,
      parse: 'none',
    });
    expect(token).toBe('xoxb-test');
  });

  test('200 commands at once are all acknowledged within 3 s, each with its answer, each once', async () => {
    const lines = [
      '/sessions sdg8',
      '/speaker Popova',
      '/recommendations migration',
      '/rapporteur how many IT workers will Japan be short of?',
    ];
    const titles = await Promise.all(
      lines.map(async (line) => {
        // What is typed after /rapporteur is the line; the other commands are lines themselves.
        const text = line.replace(/^\/(rapporteur )?/, '');
        return (await host.ask({ text })).title;
      }),
    );
    expect(new Set(titles).size).toBe(lines.length);

    /**
     * Sends them all, holds each answer to its line, and gives the longest wait in milliseconds. Where a busy machine
     * lets this process wait, what counts is the time that it had: nobody waited longer than all of it together.
     */
    async function rush(): Promise<number> {
      const commands = Array.from({ length: 200 }, (_, index) =>
        typedCommand(lines[index % lines.length] as string, workspace.slack.responseUrl()),
      );
      // Every tenth one comes twice, as from a nervous network.
      const all = [...commands, ...commands.filter((_, index) => index % 10 === 0)];
      const before = process.cpuUsage();
      const sent = await Promise.all(all.map((one) => workspace.send(one)));
      const processor = taken(before);
      expect(new Set(sent.slice(0, 200).map(({ status }) => status))).toEqual(new Set([200]));
      expect(sent.filter(({ ack }) => ack !== undefined)).toHaveLength(200);
      const answered = new Map<string, unknown>();
      for (const [index, { ack }] of sent.entries())
        if (ack !== undefined) answered.set(all[index]?.trigger_id ?? '', ack);
      expect(answered.size).toBe(200);
      for (const [index, { trigger_id }] of commands.entries()) {
        const { blocks } = answered.get(trigger_id) as { blocks: readonly unknown[] };
        expect(visibleText(blocks)).toContain(titles[index % lines.length]);
      }
      return Math.min(Math.max(...sent.map(({ milliseconds }) => milliseconds)), processor);
    }

    // A process that has just begun compiles while it answers; a bot that runs has done so.
    let wait = await rush();
    for (let again = 0; again < 3 && wait >= 3000; again += 1) wait = await rush();
    expect(wait).toBeLessThan(3000);
  });

  test('a direct message in a thread is answered in it', async () => {
    await workspace.send(writtenDirect('sessions sdg8', { threadTs: '77.7' }));
    await workspace.slack.waitForCall(({ body }) => body.thread_ts === '77.7' && body.channel === 'D0ANNA');
  });

  test('an answer that Slack will not have in blocks goes out in plain form', async () => {
    workspace.slack.fail({ error: 'msg_blocks_too_long' }, 1, 'chat.postMessage');
    const mention = writtenMention('recommendations migration');
    expect(await workspace.send(mention)).toMatchObject({ status: 200 });
    const { body } = await workspace.slack.waitForCall(({ body: one }) => one.thread_ts === mention.event.ts);
    expect(body).not.toHaveProperty('blocks');
    expect(body.text).toContain('¶');
  });

  describe('a message whose reply was lost', () => {
    const standing = (thread: unknown) =>
      workspace.slack.calls.filter(({ outcome, body }) => outcome === 'ok' && body.thread_ts === thread);

    test('stands there once, though it was sent again', async () => {
      workspace.slack.fail('lost-reply', 2, 'chat.postMessage');
      const mention = writtenMention('sessions sdg8');
      const from = workspace.slack.calls.length;
      expect(await workspace.send(mention)).toMatchObject({ status: 200 });
      const calls = workspace.slack.calls.slice(from);
      expect(calls.map(({ outcome }) => outcome)).toEqual(['ok', 'known', 'known']);
      expect(new Set(calls.map(({ body }) => body.client_msg_id)).size).toBe(1);
      expect(standing(mention.event.ts)).toHaveLength(1);
    });

    test('stands there once, though Slack came again with the mention', async () => {
      workspace.slack.fail('lost-reply', 4, 'chat.postMessage');
      const mention = writtenMention('sessions sdg8');
      expect(await workspace.send(mention)).toMatchObject({ status: 500 });
      expect(await workspace.send(mention, { retry: 1 })).toMatchObject({ status: 200 });
      expect(standing(mention.event.ts)).toHaveLength(1);
    });

    test('is posted anew where Slack knows its id but has it no more', async () => {
      workspace.slack.fail({ error: 'duplicate_message_not_found' }, 1, 'chat.postMessage');
      const mention = writtenMention('sessions sdg8');
      expect(await workspace.send(mention)).toMatchObject({ status: 200 });
      expect(standing(mention.event.ts)).toHaveLength(1);
    });

    test('is another one than that of the next mention with the same words', async () => {
      const threadTs = '88.8';
      for (const mention of [1, 2].map(() => writtenMention('sessions sdg8', { threadTs })))
        await workspace.send(mention);
      expect(standing(threadTs)).toHaveLength(2);
    });
  });

  test('a channel that the bot may not write to ends the matter: Slack need not come again', async () => {
    workspace.slack.fail({ error: 'not_in_channel' }, 1, 'chat.postMessage');
    expect(await workspace.send(writtenMention('sessions'))).toMatchObject({ status: 200 });
    expect(host.metrics.counted).toContainEqual(
      expect.objectContaining({ name: 'failures', labels: expect.objectContaining({ kind: 'mention' }) }),
    );
  });

  test('a Web API that stays away makes Slack come again, and then the mention is answered', async () => {
    const mention = writtenMention('sessions sdg8');
    workspace.slack.fail('server-error', 4, 'chat.postMessage');
    expect(await workspace.send(mention)).toMatchObject({ status: 500 });
    expect(workspace.slack.faultsLeft()).toBe(0);
    expect(await workspace.send(mention, { retry: 1 })).toMatchObject({ status: 200 });
    await workspace.slack.waitForCall(({ body }) => body.thread_ts === mention.event.ts);
  });

  test('a line that is cut within an answer of the Web API is tried again', async () => {
    const from = workspace.slack.calls.length;
    workspace.slack.fail('reset', 1, 'chat.postMessage');
    expect(await workspace.send(writtenMention('sessions sdg8'))).toMatchObject({ status: 200 });
    expect(workspace.slack.calls.slice(from).map(({ method, outcome }) => [method, outcome])).toEqual([
      ['chat.postMessage', 'failed'],
      ['chat.postMessage', 'ok'],
    ]);
  });

  test('a Retry-After longer than can be waited for is left to Slack’s retry', async () => {
    const patient = await openWorkspace(host, {
      slack: workspace.slack,
      times: { retry: { tries: 4, deadline: 1, pause: 10 } },
    });
    workspace.slack.fail('rate-limited', 1, 'chat.postMessage');
    const mention = writtenMention('sessions sdg8');
    expect(await patient.send(mention)).toMatchObject({ status: 500 });
    expect(await patient.send(mention, { retry: 1 })).toMatchObject({ status: 200 });
    await patient.stop();
  });
});

describe('an archive that fails', () => {
  let failing = true;
  let workspace: Workspace;
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost({
      wrapEngine: (engine) => ({
        ...engine,
        answer: async (request) => {
          if (failing) throw new Error('the archive is away');
          return engine.answer(request);
        },
      }),
    });
    workspace = await openWorkspace(host);
  });
  afterAll(async () => {
    await workspace.stop();
  });

  test('a command gets an apology, and its repeat an answer', async () => {
    failing = true;
    const command = typedCommand('/sessions sdg8', workspace.slack.responseUrl());
    expect(await workspace.send(command)).toMatchObject({
      status: 200,
      ack: { text: expect.stringContaining('try again') },
    });
    await workspace.idle();
    failing = false;
    expect(await workspace.send(command)).toMatchObject({ status: 200, ack: { blocks: expect.any(Array) } });
  });

  test('a mention is refused for Slack’s retries; only the last of them gets an apology', async () => {
    failing = true;
    const mention = writtenMention('sessions sdg8');
    for (const retry of [0, 1, 2])
      expect(await workspace.send(mention, { retry })).toMatchObject({ status: 500 });
    expect(await workspace.send(mention, { retry: 3 })).toMatchObject({ status: 200 });
    const { body } = await workspace.slack.waitForCall(({ body: one }) => one.thread_ts === mention.event.ts);
    expect(body.text).toContain('try again');
  });

  test('a click gets an apology for the clicker alone', async () => {
    failing = true;
    await workspace.send(
      pressedButton({ actionId: 'open:1', value: 'sessions', responseUrl: workspace.slack.responseUrl() }),
    );
    const { body } = await workspace.slack.waitForCall(({ method }) => method === 'response_url');
    expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('try again') });
  });
});

describe('slow answers', () => {
  test('are acknowledged before they are there and follow by the response address, with retries', async () => {
    const held = holdAnswers();
    const workspace = await openWorkspace(await openHost(held), { times: { patience: 100 } });
    workspace.slack.fail('server-error', 2, 'response_url');
    const sent = await workspace.send(typedCommand('/sessions sdg8', workspace.slack.responseUrl()));
    expect(sent).toMatchObject({ status: 200, ack: undefined });
    held.release();
    const { body } = await workspace.slack.waitForCall(({ method }) => method === 'response_url');
    expect(body).toMatchObject({ response_type: 'ephemeral', blocks: expect.any(Array) });
    await workspace.stop();
  });
});

describe('a late answer whose response address is used up', () => {
  test.each([
    ['goes privately to the channel', false, 'chat.postEphemeral', 'C0TALK'],
    ['goes to the person where the bot is no member', true, 'chat.postMessage', 'U0ANNA'],
  ])('%s', async (_name, refused, method, channel) => {
    const held = holdAnswers();
    const workspace = await openWorkspace(await openHost(held), { times: { patience: 50 } });
    if (refused) workspace.slack.fail({ error: 'not_in_channel' }, 1, 'chat.postEphemeral');
    await workspace.send(typedCommand('/sessions sdg8', workspace.slack.responseUrl(0)));
    held.release();
    await workspace.idle();
    expect(workspace.slack.calls.at(-1)).toMatchObject({
      method,
      outcome: 'ok',
      body: { channel, blocks: expect.any(Array) },
    });
    await workspace.stop();
  });
});

describe('stopping', () => {
  test('waits for what is in work, takes nothing new, and ends in time', async () => {
    const held = holdAnswers();
    const workspace = await openWorkspace(await openHost(held));
    const mention = writtenMention('sessions sdg8');
    const first = workspace.send(mention);
    await held.asked;
    const stopped = workspace.connection.stop(15_000);
    expect(workspace.connection.status().state).toBe('stopped');
    expect(await workspace.send(writtenMention('sessions'))).toMatchObject({ status: 503 });
    held.release();
    await stopped;
    expect(await first).toMatchObject({ status: 200 });
    expect(workspace.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    await workspace.stop();
  });
});

describe('a bad token', () => {
  test.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    '(%s) is told at the start, by the variable’s name',
    async (error) => {
      const host = await openHost();
      const good = await openWorkspace(host);
      good.slack.answer('auth.test', { ok: false, error });
      await expect(openWorkspace(host, { slack: good.slack })).rejects.toThrow(
        /SLACK_BOT_TOKEN.*copy the bot token/,
      );
      await good.stop();
    },
  );

  test('that cannot be checked leaves Slack at work, degraded', async () => {
    const host = await openHost();
    const good = await openWorkspace(host);
    good.slack.fail('hang', 1, 'auth.test');
    const workspace = await openWorkspace(host, { slack: good.slack, times: { start: 100 } });
    expect(workspace.connection.status()).toMatchObject({
      state: 'degraded',
      detail: expect.stringContaining('cannot be reached'),
    });
    expect(await workspace.send(typedCommand('/sessions sdg8', good.slack.responseUrl()))).toMatchObject({
      ack: { blocks: expect.any(Array) },
    });
    // Slack is back: the bot learns its name without a restart.
    await good.slack.waitForCall(({ method }) => method === 'auth.test' && good.slack.faultsLeft() === 0);
    while (workspace.connection.status().state !== 'ready')
      await new Promise((resolve) => setTimeout(resolve, 10));
    await workspace.stop();
    await good.stop();
  });
});

/** Clicks: what changes in place, what is for the clicker alone, what is shared, and what happens when an address fails. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openHost, type TestHost } from '../../support/host.ts';
import type { Call } from './counterpart.ts';
import {
  type ClickOptions,
  openWorkspace,
  pressedButton,
  type Workspace,
  writtenDirect,
  writtenMention,
} from './workspace.ts';

describe('clicks', () => {
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

  /** The successful calls that a click led to. */
  async function press(options: Partial<ClickOptions>, at = workspace): Promise<readonly Call[]> {
    const from = workspace.slack.calls.length;
    const responseUrl = 'responseUrl' in options ? options.responseUrl : workspace.slack.responseUrl();
    const sent = await at.send(
      pressedButton({ actionId: 'open:0', value: 'sessions sdg:8', ...options, responseUrl }),
    );
    expect(sent.status).toBe(200);
    await at.idle();
    return workspace.slack.calls.slice(from).filter(({ outcome }) => outcome === 'ok');
  }

  test('turning a page changes the message in place', async () => {
    const [call, ...more] = await press({
      actionId: 'page:next',
      value: 'recommendations page:2',
      threadTs: '5.5',
    });
    expect(call).toMatchObject({ method: 'response_url', body: { replace_original: true } });
    expect(JSON.stringify(call?.body.blocks)).toContain('page:previous');
    expect(more).toEqual([]);
  });

  test('the button to the archive’s page is acknowledged, and nothing follows', async () => {
    expect(await press({ actionId: 'archive', value: undefined })).toEqual([]);
  });

  test('a page turned in a private answer stays private: it can be shared', async () => {
    const [call] = await press({ actionId: 'page:next', value: 'recommendations page:2', ephemeral: true });
    expect(JSON.stringify(call?.body.blocks)).toContain('"value":"do:share"');
    const [shared] = await press({ actionId: 'page:next', value: 'recommendations page:2' });
    expect(JSON.stringify(shared?.body.blocks)).not.toContain('"value":"do:share"');
  });

  test('opening something in a channel’s thread is for the clicker alone, in that thread', async () => {
    const [call] = await press({ value: 'sessions sdg:8', threadTs: '5.5' });
    expect(call?.body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      thread_ts: '5.5',
    });
  });

  test('in a direct message it simply follows', async () => {
    const [call, ...more] = await press({ channel: 'D0ANNA' });
    expect(call).toMatchObject({ method: 'chat.postMessage', body: { channel: 'D0ANNA' } });
    expect(JSON.stringify(call?.body.blocks)).not.toContain('"value":"do:share"');
    expect(more).toEqual([]);
  });

  test('a thread below what was pressed in a direct message goes on with it', async () => {
    const [pressed] = await press({ channel: 'D0ANNA', value: 'sessions sdg:8' });
    const below = writtenDirect('only 2022', { threadTs: pressed?.ts ?? '' });
    await workspace.send(below);
    const answer = await workspace.slack.waitForCall(({ body }) => body.thread_ts === pressed?.ts);
    expect(String(answer.body.text)).toContain('session on SDG 8');
    expect(String(answer.body.text)).toContain('2022');
  });

  test('where the Web API refuses, what was pressed in a direct message is answered by its address', async () => {
    workspace.slack.fail({ error: 'channel_not_found' }, 1, 'chat.postMessage');
    const [call] = await press({ channel: 'D0ANNA' });
    expect(call).toMatchObject({
      method: 'response_url',
      body: { response_type: 'in_channel', replace_original: false },
    });
  });

  test('sharing posts for everybody, says who shared, and takes the private answer away', async () => {
    const calls = await press({ actionId: 'share', ephemeral: true });
    expect(calls.map(({ method, body }) => [method, body.delete_original])).toEqual([
      ['chat.postMessage', undefined],
      ['response_url', true],
    ]);
    expect(JSON.stringify(calls[0]?.body.blocks)).toContain('Shared by anna');
  });

  test('a double click shares once, and a failed share can be tried again', async () => {
    const click = (messageTs: string) =>
      pressedButton({
        actionId: 'share',
        value: 'sessions sdg:8',
        responseUrl: workspace.slack.responseUrl(),
        ephemeral: true,
        messageTs,
      });
    const from = workspace.slack.calls.length;
    await Promise.all([workspace.send(click('9.1')), workspace.send(click('9.1'))]);
    await workspace.idle();
    await workspace.send(click('9.1'));
    await workspace.idle();
    const shared = () =>
      workspace.slack.calls
        .slice(from)
        .filter(
          ({ method, outcome, body }) =>
            outcome === 'ok' && (method === 'chat.postMessage' || body.response_type === 'in_channel'),
        );
    expect(shared()).toHaveLength(1);
    // Not in the channel, and the address is used up.
    workspace.slack.fail({ error: 'channel_not_found' }, 2, 'chat.postMessage');
    await workspace.send({ ...click('9.2'), response_url: workspace.slack.responseUrl(0) });
    await workspace.idle();
    expect(shared()).toHaveLength(1);
    await workspace.send(click('9.2'));
    await workspace.idle();
    expect(shared()).toHaveLength(2);
  });

  test('turning a page moves the thread’s subject; opening for oneself does not', async () => {
    const mention = writtenMention('recommendations migration');
    await workspace.send(mention);
    const threadTs = mention.event.ts as string;
    await press({ actionId: 'open:0', value: 'speaker Popova', threadTs });
    const follow = writtenMention('only 2020', { threadTs });
    await workspace.send(follow);
    const narrowed = (
      await host.ask({
        text: 'only 2020',
        previous: (await host.ask({ text: 'recommendations migration' })).line,
      })
    ).title;
    const call = await workspace.slack.waitForCall(
      ({ body }) =>
        body.thread_ts === threadTs &&
        workspace.slack.calls.indexOf(workspace.slack.calls.at(-1) as Call) >= 0 &&
        JSON.stringify(body.blocks).includes(narrowed),
    );
    expect(call.method).toBe('chat.postMessage');
  });

  test('a verdict is kept with line and revision, and thanked for in private', async () => {
    const value = JSON.stringify({ helpful: false, line: 'sessions sdg:8', revision: 'r1' });
    const [call] = await press({ actionId: 'feedback', value, type: 'feedback_buttons' });
    expect(call?.body).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Thank you'),
    });
    const [kept] = await host.store.feedback.latest(1);
    expect(kept).toMatchObject({
      platform: 'slack',
      line: 'sessions sdg:8',
      revision: 'r1',
      helpful: false,
    });
  });

  test.each(['', 'not json', '{"helpful":"maybe"}', '[]', 'null'])(
    'a verdict that cannot be read (%j) does no harm',
    async (value) => {
      const before = (await host.store.feedback.latest(100)).length;
      await press({ actionId: 'feedback', value, type: 'feedback_buttons' });
      expect(await host.store.feedback.latest(100)).toHaveLength(before);
    },
  );

  test('a button of an earlier version without a line gets help and says why', async () => {
    const [call] = await press({ actionId: 'some_old_button', value: '' });
    expect(JSON.stringify(call?.body.blocks)).toContain('earlier version');
    expect(JSON.stringify(call?.body.blocks)).toContain('What you can ask');
  });

  test.each([
    'http://127.0.0.1:1/steal',
    'https://hooks.slack.com.evil.example/x',
    'https://evil.example/?hooks.slack.com',
    'http://hooks.slack.com/actions/x',
    'file:///etc/passwd',
    'nonsense',
  ])(
    'a response address elsewhere (%s) is never called; the answer goes by the Web API',
    async (responseUrl) => {
      const calls = await press({ responseUrl });
      expect(calls.map(({ method }) => method)).toEqual(['chat.postEphemeral']);
      expect(calls[0]?.body).toMatchObject({ channel: 'C0TALK', user: 'U0ANNA' });
    },
  );

  test('an address that is used up is replaced by the Web API: privately, or where everybody is', async () => {
    expect(
      (await press({ responseUrl: workspace.slack.responseUrl(0) })).map(({ method }) => method),
    ).toEqual(['chat.postEphemeral']);
    expect(
      (await press({ responseUrl: workspace.slack.responseUrl(0), channel: 'D0ANNA' })).map(
        ({ method }) => method,
      ),
    ).toEqual(['chat.postMessage']);
  });

  test.each(['rate-limited', 'server-error', 'reset', 'hang'] as const)(
    'an address that fails (%s) is tried again',
    async (fault) => {
      const times = fault === 'hang' ? { call: 600 } : {};
      const own = await openWorkspace(host, { slack: workspace.slack, times });
      workspace.slack.fail(fault, 2, 'response_url');
      // Each call that went well; on a busy machine one of them may be taken for hung and made again.
      const methods = (await press({}, own)).map(({ method }) => method);
      expect(fault === 'hang' ? methods.slice(0, 1) : methods).toEqual(['response_url']);
      expect(workspace.slack.faultsLeft()).toBe(0);
      await own.stop();
    },
  );

  test('the same click twice is answered once', async () => {
    const click = pressedButton({
      actionId: 'open:0',
      value: 'sessions',
      responseUrl: workspace.slack.responseUrl(),
    });
    const from = workspace.slack.calls.length;
    await Promise.all([workspace.send(click), workspace.send(click)]);
    await workspace.idle();
    await workspace.send(click);
    expect(workspace.slack.calls.slice(from)).toHaveLength(1);
  });
});

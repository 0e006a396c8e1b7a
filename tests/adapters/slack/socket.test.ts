/** Socket Mode with the real client: acknowledgements, retries, and connections that end. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { holdAnswers } from '../../support/held.ts';
import { openHost } from '../../support/host.ts';
import { startCounterpart } from './counterpart.ts';
import { openWorkspace, pressedButton, typedCommand, type Workspace, writtenMention } from './workspace.ts';

jest.setTimeout(30_000);

describe('over Socket Mode', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace(await openHost(), { transport: 'socket' });
  });
  afterAll(async () => {
    await workspace.stop();
    expect(workspace.slack.violations).toEqual([]);
  });

  test('needs no route of its own and is ready when Slack has greeted', () => {
    expect(workspace.connection.routes).toEqual([]);
    expect(workspace.connection.status().state).toBe('ready');
  });

  test('a command is answered in its acknowledgement', async () => {
    const sent = await workspace.send(typedCommand('/sessions sdg8', workspace.slack.responseUrl()));
    expect(sent.ack).toMatchObject({ response_type: 'ephemeral', blocks: expect.any(Array) });
  });

  test('a mention is acknowledged after it was answered', async () => {
    const mention = writtenMention('sessions sdg8');
    const before = workspace.slack.calls.length;
    await workspace.send(mention);
    // The acknowledgement is there: so is the answer.
    expect(workspace.slack.calls.slice(before).map(({ method }) => method)).toEqual(['chat.postMessage']);
  });

  test('a click is acknowledged at once and answered by its response address', async () => {
    const before = workspace.slack.calls.length;
    await workspace.send(
      pressedButton({ actionId: 'open:0', value: 'sessions', responseUrl: workspace.slack.responseUrl() }),
    );
    await workspace.idle();
    expect(workspace.slack.calls.slice(before).map(({ method }) => method)).toEqual(['response_url']);
  });

  test('what failed is not acknowledged, so that Slack sends it again', async () => {
    workspace.slack.fail('server-error', 4, 'chat.postMessage');
    const mention = writtenMention('sessions sdg8');
    expect(await workspace.send(mention)).toMatchObject({ status: 503 });
    expect(await workspace.send(mention, { retry: 1 })).toMatchObject({ status: 200 });
    await workspace.slack.waitForCall(({ body }) => body.thread_ts === mention.event.ts);
  });

  test.each(['disconnect-message', 'cut'] as const)(
    'a connection that ends (%s) is opened again and serves on',
    async (how) => {
      const opened = workspace.slack.socket.opened();
      workspace.slack.socket.drop(how);
      await workspace.slack.socket.waitForConnection(opened + 1);
      const mention = writtenMention('speaker Popova');
      expect(await workspace.send(mention)).toMatchObject({ status: 200 });
      await workspace.slack.waitForCall(({ body }) => body.thread_ts === mention.event.ts);
    },
  );

  test('a Slack that is away for a while is waited for, and the process lives', async () => {
    const opened = workspace.slack.socket.opened();
    workspace.slack.fail('server-error', 3, 'apps.connections.open');
    workspace.slack.fail('reset', 1, 'apps.connections.open');
    workspace.slack.socket.drop('cut');
    await workspace.slack.socket.waitForConnection(opened + 1);
    expect(workspace.slack.faultsLeft()).toBe(0);
    while (workspace.connection.status().state !== 'ready')
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await workspace.send(typedCommand('/sessions', workspace.slack.responseUrl()))).toMatchObject({
      status: 200,
    });
  });
});

describe('the start', () => {
  test('tells of a refused app-level token by the variable’s name', async () => {
    const slack = await startCounterpart();
    slack.answer('apps.connections.open', { ok: false, error: 'invalid_auth' });
    await expect(openWorkspace(await openHost(), { transport: 'socket', slack })).rejects.toThrow(
      /SLACK_APP_TOKEN.*connections:write/,
    );
    await slack.stop();
  });

  test('with a Slack that is away is degraded, and connects by itself', async () => {
    const slack = await startCounterpart();
    slack.fail('server-error', 3, 'apps.connections.open');
    const workspace = await openWorkspace(await openHost(), { transport: 'socket', slack });
    expect(workspace.connection.status()).toMatchObject({
      state: 'degraded',
      detail: expect.stringContaining('Socket Mode'),
    });
    await slack.socket.waitForConnection(1);
    while (workspace.connection.status().state !== 'ready')
      await new Promise((resolve) => setTimeout(resolve, 10));
    await workspace.stop();
    await slack.stop();
  });
});

test('stopping waits for work, acknowledges it, and closes the connection', async () => {
  const held = holdAnswers();
  const workspace = await openWorkspace(await openHost(held), { transport: 'socket' });
  const sent = workspace.send(writtenMention('sessions sdg8'));
  await held.asked;
  const stopped = workspace.connection.stop(15_000);
  held.release();
  await stopped;
  expect(await sent).toMatchObject({ status: 200 });
  expect(workspace.connection.status().state).toBe('stopped');
  await workspace.stop();
});

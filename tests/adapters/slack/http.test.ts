/** The whole way over signed HTTP: commands, mentions, direct messages and clicks, with the real Bolt. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openHost } from '../../support/host.ts';
import { openWorkspace, typedCommand, type Workspace, writtenMention } from './workspace.ts';

describe('over HTTP', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace(await openHost());
  });
  afterAll(async () => {
    await workspace.stop();
  });

  test('a command is answered in its acknowledgement, for the asker alone', async () => {
    const sent = await workspace.send(typedCommand('/sessions sdg8', workspace.slack.responseUrl()));
    expect(sent.status).toBe(200);
    expect(sent.ack).toMatchObject({ response_type: 'ephemeral', blocks: expect.any(Array) });
    expect(JSON.stringify(sent.ack)).toContain('Source: ');
  });

  test('a mention is answered in its thread', async () => {
    const mention = writtenMention('speaker Popova');
    const sent = await workspace.send(mention);
    expect(sent).toMatchObject({ status: 200, ack: undefined });
    const { body, token } = await workspace.slack.waitForCall(({ method }) => method === 'chat.postMessage');
    expect(body).toMatchObject({ channel: 'C0TALK', thread_ts: mention.event.ts });
    expect(token).toBe('xoxb-test');
    expect(JSON.stringify(body.blocks)).toContain('Popova');
  });
});

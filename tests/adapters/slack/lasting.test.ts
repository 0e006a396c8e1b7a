/** Failures that last until somebody mends them: told once in the log with what helps, and over when they are. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openHost, type TestHost } from '../../support/host.ts';
import { openWorkspace, typedCommand, type Workspace, writtenMention } from './workspace.ts';

let host: TestHost;
let workspace: Workspace;
beforeEach(async () => {
  host = await openHost();
  workspace = await openWorkspace(host);
});
afterEach(() => workspace.stop());

const told = (kind: string) =>
  host.log.lines.filter(({ facts }) => facts.trouble === kind).map(({ level, message }) => [level, message]);

test('a clock that is two minutes off is told from the signatures, and answered all the same', async () => {
  const ask = (skew: number) =>
    workspace.send(typedCommand('/sessions sdg8', workspace.slack.responseUrl()), { skew });
  for (const _ of [1, 2, 3, 4]) expect(await ask(-120)).toMatchObject({ status: 200 });
  expect(told('clock')).toEqual([['error', expect.stringMatching(/2 min ahead of .*Slack.*NTP/)]]);
  await ask(0);
  expect(told('clock')).toHaveLength(2);
  expect(told('clock')[1]).toEqual(['info', expect.stringMatching(/^over: /)]);
});

test('a token that was revoked is told by its variable, until it works again', async () => {
  for (const method of ['chat.postMessage', 'chat.postEphemeral'])
    workspace.slack.answer(method, { ok: false, error: 'token_revoked' });
  for (const _ of [1, 2]) await workspace.send(writtenMention('sessions sdg8'));
  await workspace.idle();
  expect(told('credentials')).toEqual([['error', expect.stringContaining('SLACK_BOT_TOKEN')]]);
  workspace.slack.answer('chat.postMessage', { ok: true, ts: '1.1' });
  await workspace.send(writtenMention('sessions sdg8'));
  await workspace.idle();
  expect(told('credentials')[1]).toEqual(['info', expect.stringMatching(/^over: /)]);
});

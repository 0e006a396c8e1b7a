/** Where Slack does not let the bot post, the asker is told alone; and channels that several workspaces share. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { SlackConfig } from '../../../adapters/slack/config.ts';
import { askedMessage } from '../../../adapters/slack/receive.ts';
import { clicked } from '../../../adapters/slack/receive-press.ts';
import { openHost } from '../../support/host.ts';
import { visibleText } from './visible.ts';
import {
  newTs,
  openWorkspace,
  pressedButton,
  type Workspace,
  writtenDirect,
  writtenMention,
} from './workspace.ts';

jest.setTimeout(20_000);

describe('a channel that takes no message', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace(await openHost());
  });
  afterAll(async () => {
    await workspace.stop();
    expect(workspace.slack.violations).toEqual([]);
  });

  async function sent(payload: Readonly<Record<string, unknown>>) {
    const from = workspace.slack.calls.length;
    const { status } = await workspace.send(payload);
    await workspace.idle();
    const calls = workspace.slack.calls.slice(from);
    return { status, calls, shown: calls.filter(({ outcome }) => outcome === 'ok') };
  }
  const seen = (blocks: unknown) => visibleText(blocks as readonly unknown[]);

  test.each([
    ['channel_not_found', '/invite @Rapporteur'],
    ['not_in_channel', '/invite @Rapporteur'],
    ['is_archived', 'archived'],
    ['restricted_action', 'may not post'],
    ['restricted_action_read_only_channel', 'may not post'],
    ['team_access_not_granted', 'may not post'],
  ])('%s: the answer is for the asker alone, with the reason', async (error, why) => {
    workspace.slack.fail({ error }, 1, 'chat.postMessage');
    const { status, shown } = await sent(writtenMention('sessions sdg8'));
    expect(status).toBe(200);
    expect(shown.map(({ method, body }) => [method, body.channel, body.user])).toEqual([
      ['chat.postEphemeral', 'C0TALK', 'U0ANNA'],
    ]);
    expect(seen(shown[0]?.body.blocks)).toContain(why);
    expect(seen(shown[0]?.body.blocks)).toContain('SDG 8');
    // It could not be shared there either.
    expect(JSON.stringify(shown[0]?.body.blocks)).not.toContain('do:share');
  });

  test('where not even that is taken, the asker is written to directly', async () => {
    workspace.slack.fail({ error: 'channel_not_found' }, 1, 'chat.postMessage');
    workspace.slack.fail({ error: 'channel_not_found' }, 1, 'chat.postEphemeral');
    const { shown } = await sent(writtenMention('sessions sdg8'));
    expect(shown.map(({ method, body }) => [method, body.channel])).toEqual([['chat.postMessage', 'U0ANNA']]);
  });

  test('where nothing is taken at all, Slack is not asked to come again', async () => {
    workspace.slack.fail({ error: 'channel_not_found' }, 2, 'chat.postMessage');
    workspace.slack.fail({ error: 'channel_not_found' }, 1, 'chat.postEphemeral');
    const { status, calls, shown } = await sent(writtenMention('sessions sdg8'));
    expect([status, calls.length, shown.length]).toEqual([200, 3, 0]);
    workspace.slack.fail({ error: 'messages_tab_disabled' }, 2, 'chat.postMessage');
    expect((await sent(writtenDirect('sessions sdg8'))).status).toBe(200);
    expect(workspace.slack.faultsLeft()).toBe(0);
  });

  test('what cannot be shared is told to whoever wanted to', async () => {
    workspace.slack.fail({ error: 'restricted_action' }, 2, 'chat.postMessage');
    const { shown } = await sent(
      pressedButton({
        actionId: 'share',
        value: 'sessions sdg:8',
        responseUrl: workspace.slack.responseUrl(0),
        ephemeral: true,
      }),
    );
    expect(shown.map(({ method }) => method)).toEqual(['chat.postEphemeral']);
    expect(seen(shown[0]?.body.blocks)).toContain('may not post');
  });

  test('a click’s answer that may not stand in the channel goes directly to the clicker', async () => {
    workspace.slack.fail({ error: 'channel_not_found' }, 1, 'chat.postEphemeral');
    const { shown } = await sent(
      pressedButton({ actionId: 'line:0', value: 'sessions', responseUrl: workspace.slack.responseUrl(0) }),
    );
    expect(shown.map(({ method, body }) => [method, body.channel])).toEqual([['chat.postMessage', 'U0ANNA']]);
  });

  test('files alone get a reason that fits', async () => {
    const files = [{ name: 'a.pdf', mimetype: 'application/pdf' }];
    const { shown } = await sent(writtenDirect('', { over: { subtype: 'file_share', files } }));
    expect(seen(shown[0]?.body.blocks)).toMatch(/text only, no pictures or files/);
  });
});

describe('a channel that several workspaces share', () => {
  /** A payload as it comes from the other workspace's side. */
  const fromGuest = <T extends object>(payload: T): T => ({ ...payload, team_id: 'T0GUEST' });
  const guestClick = (over: object = {}) => ({
    ...pressedButton({
      actionId: 'line:0',
      value: 'sessions sdg:8',
      responseUrl: undefined,
      threadTs: '5.5',
    }),
    team: { id: 'T0GUEST', domain: 'guests' },
    user: { id: 'U0GUEST', username: 'guest', name: 'guest', team_id: 'T0GUEST' },
    message: {
      type: 'message',
      ts: newTs(),
      thread_ts: '5.5',
      team: 'T0TEAM',
      bot_id: 'B0BOT',
      app_id: 'A0APP',
    },
    ...over,
  });

  test('threads belong to the workspace that authorised, whoever writes or clicks', () => {
    const ours = askedMessage(writtenMention('sessions', { threadTs: '5.5' }), 'U0BOT');
    const theirs = askedMessage(fromGuest(writtenMention('sessions', { threadTs: '5.5' })), 'U0BOT');
    expect(theirs?.thread).toBe(ours?.thread);
    // Slack leaves the authorizations out of some deliveries.
    const bare = { ...fromGuest(writtenMention('sessions', { threadTs: '5.5' })), context_team_id: 'T0TEAM' };
    expect(askedMessage({ ...bare, authorizations: undefined }, 'U0BOT')?.thread).toBe(ours?.thread);
    expect(askedMessage({ ...bare, authorizations: [] }, 'U0BOT')?.thread).toBe(ours?.thread);
    expect(clicked(guestClick()).thread).toBe(ours?.thread);
    // An organization's id in the place of a workspace's tells nothing.
    expect(clicked(guestClick({ message: { team: 'E0ORG', ts: '1.1' } })).thread).toContain('T0GUEST');
  });

  test('a click of a guest is answered with the token of the bot’s own workspace', async () => {
    const workspaces: SlackConfig['workspace'] = {
      kind: 'many',
      clientId: '1.2',
      clientSecret: 'client secret',
      stateSecret: 'a state secret of some length',
      redirectUri: 'https://archive.example/slack/oauth_redirect',
    };
    const host = await openHost({ publicUrl: 'https://archive.example' });
    const bot = (token: string) => ({ token, userId: 'U0BOT', id: 'B0BOT', scopes: ['chat:write'] });
    await host.installations.put('T0TEAM', {
      team: { id: 'T0TEAM' },
      isEnterpriseInstall: false,
      user: {},
      bot: bot('xoxb-of-T0TEAM'),
    });
    await host.installations.put('E0ORG', {
      enterprise: { id: 'E0ORG' },
      isEnterpriseInstall: true,
      user: {},
      bot: bot('xoxb-of-E0ORG'),
    });
    const workspace = await openWorkspace(host, { config: { workspace: workspaces } });
    const token = async (payload: Readonly<Record<string, unknown>>) => {
      const from = workspace.slack.calls.length;
      await workspace.send(payload);
      await workspace.idle();
      return workspace.slack.calls.slice(from).map((call) => call.token);
    };
    expect(await token(guestClick())).toEqual(['xoxb-of-T0TEAM']);
    // A colleague of another workspace of an organization that installed the app for all of them.
    const organization = { enterprise: { id: 'E0ORG', name: 'Org' }, is_enterprise_install: true };
    const message = { ts: newTs(), team: 'T0SECOND', bot_id: 'B0BOT' };
    expect(await token(guestClick({ ...organization, message }))).toEqual(['xoxb-of-E0ORG']);
    expect(await token(guestClick({ ...organization, team: null, message }))).toEqual(['xoxb-of-E0ORG']);
    // A guest of it, whose click names the guest's own workspace alone: told by the message, or by what came before.
    const third = { ts: newTs(), bot_id: 'B0BOT' };
    expect(await token(guestClick({ message: { ...third, team: 'E0ORG' } }))).toEqual(['xoxb-of-E0ORG']);
    const asked = {
      ...writtenMention('sessions'),
      team_id: 'T0THIRD',
      enterprise_id: 'E0ORG',
      authorizations: [{ enterprise_id: 'E0ORG', team_id: 'T0THIRD', user_id: 'U0BOT', is_bot: true }],
    };
    expect(await token(asked)).toEqual(['xoxb-of-E0ORG']);
    expect(await token(guestClick({ message: { ...third, team: 'T0THIRD' } }))).toEqual(['xoxb-of-E0ORG']);
    await workspace.stop();
  });
});

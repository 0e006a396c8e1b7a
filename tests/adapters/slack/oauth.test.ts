/** Installing in many workspaces: the pages, the state that protects them, and tokens that come and go. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { SlackConfig } from '../../../adapters/slack/config.ts';
import { createInstallations, NotInstalled } from '../../../adapters/slack/installations.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { appEvent, openWorkspace, typedCommand, type Workspace, writtenMention } from './workspace.ts';

jest.setTimeout(20_000);

const MANY: SlackConfig['workspace'] = {
  kind: 'many',
  clientId: '1.2',
  clientSecret: 'client secret',
  stateSecret: 'a state secret of some length',
  redirectUri: 'https://archive.example/slack/oauth_redirect',
};

const GRANT = {
  ok: true,
  access_token: 'xoxb-of-T0TEAM',
  token_type: 'bot',
  scope: 'commands,chat:write',
  bot_user_id: 'U0BOT',
  app_id: 'A0APP',
  team: { id: 'T0TEAM', name: 'Testers & friends' },
  enterprise: null,
  is_enterprise_install: false,
  authed_user: { id: 'U0ANNA' },
};

/** Opens the install page: where it leads, and the cookie that it leaves. */
async function openInstallPage(workspace: Workspace): Promise<{ leadsTo: URL; cookie: string }> {
  const page = await fetch(`${workspace.url}/slack/install`);
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-store');
  const address = /href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&#38;', '&') ?? '';
  return { leadsTo: new URL(address), cookie: (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

/** Servers that listen in this process. */
function countServers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
}

async function comeBack(
  workspace: Workspace,
  query: Record<string, string>,
  cookie: string,
): Promise<Response> {
  return fetch(`${workspace.url}/slack/oauth_redirect?${new URLSearchParams(query)}`, {
    headers: { Cookie: cookie },
    redirect: 'manual',
  });
}

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  let host: TestHost;
  let workspace: Workspace;
  let serversBefore = 0;
  beforeAll(async () => {
    host = await openHost({ publicUrl: 'https://archive.example' });
    // Servers of the tests before are listed for a moment after they closed.
    for (let look = 0; countServers() > 0 && look < 100; look += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    serversBefore = countServers();
    workspace = await openWorkspace(host, { transport, config: { workspace: MANY } });
    workspace.slack.answer('oauth.v2.access', GRANT);
  });
  afterAll(async () => {
    await workspace.stop();
  });
  const command = () => workspace.send(typedCommand('/sessions sdg8', workspace.slack.responseUrl()));

  test('everything is on our own routes: no second server', () => {
    const paths = workspace.connection.routes.map(({ path }) => path);
    expect(paths).toEqual([
      ...(transport === 'http' ? ['/slack/events'] : []),
      '/slack/install',
      '/slack/oauth_redirect',
    ]);
    expect(workspace.connection.status()).toMatchObject({ state: 'ready' });
    // The test's own two: Slack's counterpart, and the server with our routes.
    expect(countServers() - serversBefore).toBe(2);
  });

  test('before installing, a command is told so and a mention is dropped', async () => {
    expect(await command()).toMatchObject({
      status: 200,
      ack: {
        response_type: 'ephemeral',
        text: expect.stringContaining('https://archive.example/slack/install'),
      },
    });
    expect(await workspace.send(writtenMention('sessions'))).toMatchObject({ status: 200 });
    expect(workspace.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  test('the install page leads to Slack with the least scopes, our address and a state', async () => {
    const { leadsTo, cookie } = await openInstallPage(workspace);
    expect(leadsTo.pathname).toBe('/oauth/v2/authorize');
    expect(leadsTo.searchParams.get('client_id')).toBe('1.2');
    expect(leadsTo.searchParams.get('redirect_uri')).toBe('https://archive.example/slack/oauth_redirect');
    expect(leadsTo.searchParams.get('scope')?.split(',').sort()).toEqual([
      'app_mentions:read',
      'chat:write',
      'commands',
      'im:history',
      'links:read',
      'links:write',
    ]);
    expect(cookie).toContain(leadsTo.searchParams.get('state'));
  });

  test.each([
    ['a forged state', { code: 'c', state: 'forged' }, true],
    ['no state', { code: 'c' }, true],
    ['another browser', { code: 'c' }, false],
    ['no code', {}, true],
  ])('coming back with %s installs nothing', async (_name, query, withCookie) => {
    const { leadsTo, cookie } = await openInstallPage(workspace);
    const state = leadsTo.searchParams.get('state') ?? '';
    const all = withCookie ? query : { ...query, state };
    const reply = await comeBack(workspace, all as Record<string, string>, withCookie ? cookie : '');
    expect(reply.status).toBe(400);
    const page = await reply.text();
    expect(page).toContain('Nothing was installed');
    expect(page).toContain('href="/slack/install"');
    expect(await host.installations.workspaces()).toEqual([]);
  });

  test('coming back from Slack installs, and the workspace’s own token answers', async () => {
    const { leadsTo, cookie } = await openInstallPage(workspace);
    const reply = await comeBack(
      workspace,
      { code: 'good', state: leadsTo.searchParams.get('state') ?? '' },
      cookie,
    );
    expect(reply.status).toBe(200);
    const page = await reply.text();
    expect(page).toContain('is installed in Testers &#38; friends');
    expect(page).toContain('href="https://slack.com/app_redirect?app=A0APP&#38;team=T0TEAM"');
    expect(await host.installations.workspaces()).toEqual(['T0TEAM']);
    expect(await command()).toMatchObject({ ack: { blocks: expect.any(Array) } });
    const mention = writtenMention('sessions sdg8');
    await workspace.send(mention);
    const { token } = await workspace.slack.waitForCall(({ body }) => body.thread_ts === mention.event.ts);
    expect(token).toBe('xoxb-of-T0TEAM');
  });

  test('a state works once', async () => {
    const { leadsTo, cookie } = await openInstallPage(workspace);
    const query = { code: 'good', state: leadsTo.searchParams.get('state') ?? '' };
    expect((await comeBack(workspace, query, cookie)).status).toBe(200);
    expect((await comeBack(workspace, query, cookie)).status).toBe(400);
    expect(await host.installations.workspaces()).toHaveLength(1);
  });

  test('a refused user token changes nothing; a refused bot token removes the workspace', async () => {
    await workspace.send(appEvent({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }));
    expect(await host.installations.workspaces()).toHaveLength(1);
    await workspace.send(appEvent({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }));
    expect(await host.installations.workspaces()).toEqual([]);
  });

  test('uninstalling removes the tokens', async () => {
    const { leadsTo, cookie } = await openInstallPage(workspace);
    await comeBack(workspace, { code: 'good', state: leadsTo.searchParams.get('state') ?? '' }, cookie);
    expect(await host.installations.workspaces()).toHaveLength(1);
    expect(await workspace.send(appEvent({ type: 'app_uninstalled' }))).toMatchObject({ status: 200 });
    expect(await host.installations.workspaces()).toEqual([]);
    expect(await command()).toMatchObject({ ack: { text: expect.stringContaining('no longer installed') } });
  });

  test('a Slack that refuses the code is told to the browser, without secrets in the log', async () => {
    workspace.slack.answer('oauth.v2.access', { ok: false, error: 'invalid_code' });
    const { leadsTo, cookie } = await openInstallPage(workspace);
    const reply = await comeBack(
      workspace,
      { code: 'bad', state: leadsTo.searchParams.get('state') ?? '' },
      cookie,
    );
    expect(reply.status).toBe(502);
    expect(await reply.text()).toContain('Slack did not complete it');
    expect(JSON.stringify(host.log.lines)).not.toMatch(/client secret|state secret|xoxb-of/);
  });

  test('who says no to Slack is told that nothing was installed', async () => {
    const { leadsTo, cookie } = await openInstallPage(workspace);
    const before = await host.installations.workspaces();
    const state = leadsTo.searchParams.get('state') ?? '';
    const reply = await comeBack(workspace, { error: 'access_denied', state }, cookie);
    expect(reply.status).toBe(403);
    expect(await reply.text()).toContain('Nothing was installed, as you wished');
    expect(await host.installations.workspaces()).toEqual(before);
  });

  test('the pages bring a style of their own, and a browser may load nothing else', async () => {
    const page = await fetch(`${workspace.url}/slack/install`);
    const style = /<style>(.*?)<\/style>/s.exec(await page.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('the pages are read, not written', async () => {
    expect((await fetch(`${workspace.url}/slack/install`, { method: 'POST' })).status).toBe(405);
  });
});

test('a store of installations that fails is no missing installation: Slack comes again', async () => {
  const store = await openStore();
  const host = await openHost({
    store: {
      ...store,
      installations: (platform) => ({
        ...store.installations(platform),
        get: () => Promise.reject(new Error('the disk is away')),
      }),
    },
  });
  const workspace = await openWorkspace(host, { config: { workspace: MANY } });
  expect(await workspace.send(writtenMention('sessions sdg8'))).toMatchObject({ status: 500 });
  const sent = await workspace.send(typedCommand('/sessions sdg8', workspace.slack.responseUrl()));
  expect(sent.status).toBe(500);
  expect(JSON.stringify(sent.ack ?? '')).not.toContain('no longer installed');
  await workspace.stop();
});

async function openInstallations<Installation extends object>(store?: Store) {
  const kept = store ?? (await openStore());
  return createInstallations<Installation>(kept.installations('slack'), kept.notes('slack'));
}

describe('the store', () => {
  const one = { team: { id: 'T1' }, bot: { token: 'x' } };
  const org = { enterprise: { id: 'E1' }, isEnterpriseInstall: true, bot: { token: 'y' } };

  test('finds a workspace’s installation, and an organization’s for all its workspaces', async () => {
    const store = await openInstallations<typeof one | typeof org>();
    await store.store(one);
    await store.store(org);
    const query = { enterpriseId: undefined, isEnterpriseInstall: false };
    expect(await store.fetch({ ...query, teamId: 'T1' })).toEqual(one);
    expect(await store.fetch({ ...query, teamId: 'T2', enterpriseId: 'E1' })).toEqual(org);
    expect(await store.fetch({ teamId: undefined, enterpriseId: 'E1', isEnterpriseInstall: true })).toEqual(
      org,
    );
    await expect(store.fetch({ ...query, teamId: 'T3' })).rejects.toThrow(NotInstalled);
    await store.remove({ ...query, teamId: 'T1' });
    await expect(store.fetch({ ...query, teamId: 'T1' })).rejects.toThrow(NotInstalled);
  });

  test('knows an organization’s workspace again where a request does not name the organization', async () => {
    const shared = await openStore();
    const guest = { teamId: 'T2', enterpriseId: undefined, isEnterpriseInstall: false };
    const store = await openInstallations<typeof org>(shared);
    await store.store(org);
    await expect(store.fetch(guest)).rejects.toThrow(NotInstalled);
    await store.fetch({ ...guest, enterpriseId: 'E1' });
    expect(await store.fetch(guest)).toEqual(org);
    // So does another process over the same store.
    expect(await (await openInstallations<typeof org>(shared)).fetch(guest)).toEqual(org);
    await store.remove({ ...guest, enterpriseId: 'E1', isEnterpriseInstall: true });
    await expect(store.fetch(guest)).rejects.toThrow(NotInstalled);
  });

  test('refuses an installation without a workspace', async () => {
    const store = await openInstallations<{ team?: { id: string } }>();
    await expect(store.store({})).rejects.toThrow('without a workspace');
  });
});

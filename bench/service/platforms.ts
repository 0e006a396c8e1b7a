/**
 * What each platform sends, as it signs it: the requests that our service and the bare server both get. Shapes are those of
 * the vendors' documentation; the names in them are made up.
 */
import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { sign as signSlack } from '../../adapters/slack/signature.ts';

export const PLATFORMS = ['slack', 'discord', 'teams'] as const;
export type Platform = (typeof PLATFORMS)[number];

export interface Signed {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Credentials {
  readonly slackSecret: string;
  /** Discord's public key in hexadecimal. */
  readonly publicKey: string;
}

export interface Sender {
  readonly credentials: Credentials;
  /** A new request; no two have the same delivery. Somebody else's each time, where `user` names nobody. */
  request(platform: Platform, line: string, user?: string): Signed;
}

const DISCORD_EPOCH = 1_420_070_400_000n;
/** People of so many ask, so that no quota of one is used up. */
const WORKSPACES = 500;

/** @param connector where Teams is to be answered. */
export function createSender(connector: string): Sender {
  const keys = generateKeyPairSync('ed25519');
  const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const slackSecret = 'aSecretOfTheBenchmarks';
  let count = 0;
  const workspace = (prefix: string): string => `${prefix}${`${count % WORKSPACES}`.padStart(17, '0')}`;

  function slack(line: string, user: string): Signed {
    const [, command = '/rapporteur', text = line] = /^(\/\S+)\s*(.*)$/s.exec(line) ?? [];
    const body = new URLSearchParams({
      command,
      text,
      response_url: `${connector}/response/${count}`,
      trigger_id: `${Date.now()}.${count}`,
      user_id: `U0${user}`,
      user_name: 'anna',
      team_id: workspace('T0'),
      channel_id: 'C0TALK',
      channel_name: 'talk',
      api_app_id: 'A0APP',
      is_enterprise_install: 'false',
    }).toString();
    const timestamp = `${Math.floor(Date.now() / 1_000)}`;
    return {
      path: '/slack/events',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signSlack(body, timestamp, slackSecret),
      },
      body,
    };
  }

  function discord(line: string, asker: string): Signed {
    const [, name = 'ask', value = line] = /^\/(\S+)\s*(.*)$/s.exec(line) ?? [];
    const id = (((BigInt(Date.now()) - DISCORD_EPOCH) << 22n) | BigInt(count % 4_194_304)).toString();
    const user = {
      id: `8${asker}`,
      username: 'asker',
      global_name: 'asker',
      discriminator: '0',
      avatar: null,
    };
    const body = JSON.stringify({
      id,
      application_id: APPLICATION,
      type: 2,
      token: `token-of-${id}`,
      version: 1,
      data: { id: '900000000000000001', name, type: 1, options: [{ name: 'query', type: 3, value }] },
      channel_id: '710000000000000001',
      channel: { id: '710000000000000001', type: 0 },
      guild_id: workspace('7'),
      guild: { id: workspace('7'), locale: 'en-US', features: [] },
      member: {
        user,
        roles: [],
        permissions: '0',
        joined_at: '2024-01-01T00:00:00.000Z',
        deaf: false,
        mute: false,
        flags: 0,
      },
      context: 0,
      locale: 'en-US',
      app_permissions: '274877975552',
      entitlements: [],
      authorizing_integration_owners: { '0': '700000000000000001' },
    });
    const timestamp = `${Math.floor(Date.now() / 1_000)}`;
    return {
      path: '/discord/interactions',
      headers: {
        'content-type': 'application/json',
        'x-signature-timestamp': timestamp,
        'x-signature-ed25519': signWith(null, Buffer.from(timestamp + body), keys.privateKey).toString('hex'),
      },
      body,
    };
  }

  function teams(line: string, user: string): Signed {
    const body = JSON.stringify({
      type: 'message',
      id: `${Date.now()}${count}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: `${connector}/`,
      from: { id: `29:${user}`, name: 'Ada Example', aadObjectId: 'a0000000-0000-4000-8000-000000000001' },
      recipient: { id: '28:bot', name: 'Rapporteur' },
      conversation: { conversationType: 'personal', tenantId: workspace('tenant'), id: `a:${user}` },
      text: line,
      textFormat: 'plain',
      locale: 'en-GB',
      channelData: { tenant: { id: 'tenant' } },
    });
    return { path: '/api/messages', headers: { 'content-type': 'application/json' }, body };
  }

  const make = { slack, discord, teams };
  return {
    credentials: { slackSecret, publicKey },
    request(platform, line, user) {
      count++;
      return make[platform](line, user ?? `${count}`.padStart(17, '0'));
    },
  };
}

export const APPLICATION = '600000000000000001';

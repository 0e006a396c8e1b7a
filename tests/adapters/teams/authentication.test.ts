/**
 * Who may speak to /api/messages: the whole table, over HTTP, with the real botbuilder and an issuer on loopback. A
 * request that is turned away reaches neither the archive nor the connector.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { personalMessage } from './activities.ts';
import { APP_ID, ISSUER, TENANT } from './issuer.ts';
import { openStage, type PostOptions, type Stage } from './stage.ts';

const HOUR = 3600;
const now = (): number => Math.floor(Date.now() / 1000);

jest.setTimeout(60_000);

let stage: Stage;
let silenced: { mockRestore(): void };

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.stop());
// botbuilder writes refused tokens' errors to the console.
beforeEach(() => {
  silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => silenced.mockRestore());

async function post(
  options: PostOptions,
  over = {},
): Promise<{ status: number; sent: number; code: unknown }> {
  const before = stage.connector.calls();
  const { status, body } = await stage.post(personalMessage('help', over), options);
  const code = (body as { error?: { code?: unknown } } | undefined)?.error?.code;
  return { status, sent: stage.connector.calls() - before, code };
}

describe('a token', () => {
  test('of Teams is taken', async () => {
    expect(await post({})).toMatchObject({ status: 200, sent: 1 });
  });

  test('may be as old as five minutes past its end, for clocks differ', async () => {
    expect(await post({ claims: { exp: now() - 200 } })).toMatchObject({ status: 200, sent: 1 });
  });

  test('of a key without endorsements is taken, as the protocol says', async () => {
    expect(await post({ sign: { key: 'no-endorsement' } })).toMatchObject({ status: 200, sent: 1 });
  });

  test.each<[string, PostOptions]>([
    ['that is absent', { authorization: '' }],
    ['that is no bearer token', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['that is no JWT', { authorization: 'Bearer nonsense' }],
    ['that has an empty middle', { authorization: 'Bearer a..b' }],
    ['whose signature is forged', { sign: { key: 'forged' } }],
    ['of a key that nobody named', { sign: { key: 'unknown' } }],
    ['of a key that is endorsed for other channels', { sign: { key: 'other-channel' } }],
    ['without a signature', { sign: { algorithm: 'none' } }],
    ['signed with the public key as a secret', { sign: { algorithm: 'HS256' } }],
    ['from another issuer', { claims: { iss: 'https://evil.example' } }],
    [
      'from the emulator',
      {
        claims: {
          iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
          tid: TENANT,
          ver: '2.0',
          azp: APP_ID,
        },
      },
    ],
    [
      'from an issuer that the token itself makes up',
      { claims: { iss: 'https://sts.windows.net/evil/', tid: 'evil', ver: '1.0', appid: APP_ID } },
    ],
    [
      'of another bot that calls us',
      { claims: { ver: '1.0', appid: '22222222-2222-4222-8222-222222222222' } },
    ],
    ['without an issuer', { claims: { iss: undefined } }],
    ['for another app', { claims: { aud: '22222222-2222-4222-8222-222222222222' } }],
    ['for nobody', { claims: { aud: undefined } }],
    ['that has expired', { claims: { exp: now() - HOUR } }],
    ['that never expires', { claims: { exp: undefined } }],
    ['that is not valid yet', { claims: { nbf: now() + HOUR } }],
    ['for another service', { claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } }],
    ['for no service', { claims: { serviceurl: undefined } }],
  ])('%s is answered 401', async (_what, options) => {
    expect(await post(options)).toEqual({ status: 401, sent: 0, code: 'Unauthorized' });
  });
});

describe('an activity with a good token', () => {
  test.each([
    ['of no channel, which would skip the endorsement', { channelId: undefined }],
    ['of another channel', { channelId: 'webchat' }],
    ['of the channel that other tokens are taken from', { channelId: 'AseChannel' }],
    ['without a service, which would skip its claim', { serviceUrl: undefined }],
    ['with an empty service', { serviceUrl: '' }],
  ])('%s is answered 401', async (_what, over) => {
    expect(
      await post({ claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } }, over),
    ).toMatchObject({ status: 401, sent: 0 });
  });

  test.each([
    'https://evil.example/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://user:pass@smba.trafficmanager.net/emea/',
    'http://smba.trafficmanager.net/emea/',
    'http://127.0.0.1:9/',
    'https://localhost/',
    'http://169.254.169.254/metadata/',
    'not a url',
  ])('of the service %s is answered 403, and no token goes there', async (serviceUrl) => {
    expect(await post({}, { serviceUrl })).toEqual({ status: 403, sent: 0, code: 'Forbidden' });
  });
});

test('nothing of a refused request is logged but the reason', async () => {
  const lines = (stage.host.log as unknown as { lines: { level: string; facts: object }[] }).lines;
  const before = lines.length;
  await post({ sign: { key: 'forged' } });
  const logged = JSON.stringify(lines.slice(before));
  expect(logged).toContain('The token was not accepted');
  expect(logged).not.toContain('eyJ');
});

test('the answers carry a token of the bot, asked for once', async () => {
  await post({});
  await post({});
  expect(stage.connector.broken).toEqual([]);
  expect(stage.issuer.given()).toBe(1);
});

test('keys that cannot be fetched are answered 503, so that the platform comes again', async () => {
  const other = await openStage({ timing: { authentication: 300 }, prepare: (issuer) => issuer.hideKeys() });
  try {
    expect((await other.post(personalMessage('help'))).status).toBe(503);
    expect(other.connector.calls()).toBe(0);
  } finally {
    await other.stop();
  }
}, 60_000);

test('the issuer speaks for Teams as Microsoft documents it', () => {
  expect(ISSUER).toBe('https://api.botframework.com');
});

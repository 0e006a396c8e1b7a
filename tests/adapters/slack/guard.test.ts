/** What reaches Bolt: only what Slack signed, within five minutes on either side, once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkSignature, sign } from '../../../adapters/slack/signature.ts';
import { holdAnswers } from '../../support/held.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import {
  openWorkspace,
  pressedButton,
  SECRET,
  typedCommand,
  type Workspace,
  writtenMention,
} from './workspace.ts';

const NOW = 1_700_000_000_000;
const AT = String(NOW / 1000);

describe('a signature', () => {
  const body = Buffer.from('token=x&text=sdg8');
  const check = (
    over: Partial<{ timestamp: string | undefined; signature: string | undefined }> = {},
    now = NOW,
  ) => checkSignature({ body, timestamp: AT, signature: sign(body, AT, SECRET), ...over }, SECRET, now);

  test('of Slack is genuine up to 300 seconds off, on either side', () => {
    expect(check()).toBe('genuine');
    expect([check({}, NOW + 300_000), check({}, NOW - 300_000)]).toEqual(['genuine', 'genuine']);
    expect([check({}, NOW + 300_001), check({}, NOW - 300_001)]).toEqual(['stale', 'stale']);
    expect(check({}, NOW - 86_400_000)).toBe('stale');
  });

  test.each([
    ['another secret', sign(body, AT, 'another')],
    ['another body', sign('token=x&text=sdg9', AT, SECRET)],
    ['another time', sign(body, String(Number(AT) + 1), SECRET)],
    ['another version', sign(body, AT, SECRET).replace('v0=', 'v1=')],
    ['a shorter one', sign(body, AT, SECRET).slice(0, -1)],
    ['a longer one', `${sign(body, AT, SECRET)}0`],
    ['other letters', 'v0=é'],
    ['nothing', ''],
  ])('with %s is forged', (_name, signature) => {
    expect(check({ signature })).toBe('forged');
  });

  test.each([undefined, '', 'soon', '1e9', '0x1', ' 1700000000', '-1', '99999999999999'])(
    'with the time %j is none',
    (timestamp) => {
      expect(check({ timestamp })).toBe('unsigned');
    },
  );

  test('that is missing is none', () => {
    expect(check({ signature: undefined })).toBe('unsigned');
  });

  // The example in Slack's documentation of request verification.
  test('is the one that Slack computes', () => {
    const example =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(sign(example, '1531420618', '8f742231b10e8888abcd99yyyzzz85a5')).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });
});

describe('over HTTP', () => {
  let host: TestHost;
  let workspace: Workspace;
  beforeAll(async () => {
    host = await openHost();
    workspace = await openWorkspace(host);
  });
  afterAll(async () => {
    await workspace.stop();
  });
  const command = () => typedCommand('/sessions sdg8', workspace.slack.responseUrl());
  const click = () =>
    pressedButton({
      actionId: 'open:0',
      value: 'sessions sdg:8',
      responseUrl: workspace.slack.responseUrl(),
      messageTs: '1.1',
    });

  test.each([
    ['unsigned', { headers: { 'X-Slack-Signature': undefined } }],
    ['without a time', { headers: { 'X-Slack-Request-Timestamp': undefined } }],
    ['wrongly signed', { headers: { 'X-Slack-Signature': `v0=${'0'.repeat(64)}` } }],
    ['stale', { skew: -301 }],
    ['of the future', { skew: 330 }],
    ['of tomorrow', { skew: 86_400 }],
  ])('a request %s is refused and starts nothing', async (_name, options) => {
    const before = workspace.slack.calls.length;
    expect(await workspace.send(writtenMention('sessions'), options)).toMatchObject({ status: 401 });
    expect(await workspace.send(command(), options)).toMatchObject({ status: 401 });
    expect(await workspace.send(click(), options)).toMatchObject({ status: 401 });
    await workspace.idle();
    expect(workspace.slack.calls.length).toBe(before);
  });

  test.each([-240, 299])('a request %d seconds off is served', async (skew) => {
    expect(await workspace.send(command(), { skew })).toMatchObject({
      status: 200,
      ack: { response_type: 'ephemeral' },
    });
  });

  test('a replay of the same signed request is acknowledged and dropped', async () => {
    const payload = command();
    expect(await workspace.send(payload)).toMatchObject({ status: 200, ack: { response_type: 'ephemeral' } });
    expect(await workspace.send(payload)).toMatchObject({ status: 200, ack: undefined });
  });

  test('a repeat while the first is in work is refused for now', async () => {
    const held = holdAnswers();
    const slow = await openWorkspace(await openHost(held), { slack: workspace.slack });
    const mention = writtenMention('sessions sdg8');
    const first = slow.send(mention);
    await held.asked;
    expect(await slow.send(mention, { retry: 1 })).toMatchObject({ status: 503 });
    held.release();
    expect(await first).toMatchObject({ status: 200 });
    expect(await slow.send(mention, { retry: 2 })).toMatchObject({ status: 200 });
    const { ts } = mention.event as unknown as { ts: string };
    expect(workspace.slack.calls.filter(({ body }) => body.thread_ts === ts)).toHaveLength(1);
    await slow.stop();
  });

  test('Slack’s check of the address is answered, where it is signed', async () => {
    const check = { type: 'url_verification', challenge: 'abc', token: 't' };
    expect(await workspace.send(check)).toMatchObject({ status: 200, ack: { challenge: 'abc' } });
    expect(await workspace.send(check, { headers: { 'X-Slack-Signature': 'v0=0' } })).toMatchObject({
      status: 401,
    });
  });

  test('Slack’s look at the certificate gets its 200, and starts nothing that it carries', async () => {
    const before = workspace.slack.calls.length;
    const check = { ssl_check: '1', token: 't', command: '/sessions', text: 'x', trigger_id: 'ssl' };
    const { team, user, container, actions } = click();
    // Where there is a payload, Bolt sees nothing else.
    const response_url = workspace.slack.responseUrl();
    const payload = { type: 'block_actions', team, user, response_url, container, actions };
    for (const carried of [{}, { payload: JSON.stringify(payload) }]) {
      const reply = await fetch(`${workspace.url}/slack/events`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...check, ...carried }).toString(),
      });
      expect([reply.status, await reply.text()]).toEqual([200, '']);
    }
    await workspace.idle();
    expect(workspace.slack.calls.length).toBe(before);
  });

  test('other methods, other paths and far too large bodies are turned away', async () => {
    expect((await fetch(`${workspace.url}/slack/events`)).status).toBe(405);
    expect((await fetch(`${workspace.url}/slack/other`, { method: 'POST' })).status).toBe(404);
    const large = await fetch(`${workspace.url}/slack/events`, {
      method: 'POST',
      body: 'x'.repeat(1_100_000),
    });
    expect(large.status).toBe(413);
  });

  test('a signed body that cannot be read ends in an error, not in silence', async () => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const body = '{"type": "event_callback"';
    const reply = await fetch(`${workspace.url}/slack/events`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Slack-Request-Timestamp': timestamp,
        'X-Slack-Signature': sign(body, timestamp, SECRET),
      },
      body,
    });
    expect(reply.status).toBe(400);
  });

  test('a kind of request that nobody asked for is acknowledged', async () => {
    expect(
      await workspace.send({
        type: 'workflow_step_edit',
        trigger_id: 'w1',
        team: { id: 'T0TEAM' },
        user: { id: 'U1' },
      }),
    ).toMatchObject({ status: 200 });
  });
});

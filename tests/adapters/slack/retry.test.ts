/** Retries, response addresses and the log: few tries, only to Slack, and no text or token written down. */
import { describe, expect, test } from '@jest/globals';
import { blot, createBoltLogger } from '../../../adapters/slack/logger.ts';
import {
  classifyResponse,
  ForeignAddress,
  isSlackAddress,
  ResponseFailed,
} from '../../../adapters/slack/respond.ts';
import { classifyApiError, isRefusal, tokenRefusal } from '../../../adapters/slack/web-api.ts';
import { openHost } from '../../support/host.ts';
import { openWorkspace, pressedButton, typedCommand, writtenDirect, writtenMention } from './workspace.ts';

describe('what is tried again', () => {
  test('errors of the SDK are sorted by their codes', () => {
    const platform = (error: string) => ({ code: 'slack_webapi_platform_error', data: { error } });
    expect(classifyApiError({ code: 'slack_webapi_rate_limited_error', retryAfter: 3 })).toEqual({
      kind: 'limited',
      after: 3000,
    });
    expect(classifyApiError({ code: 'slack_webapi_request_error' })).toEqual({ kind: 'passing' });
    expect(classifyApiError({ code: 'slack_webapi_http_error', statusCode: 502 })).toEqual({
      kind: 'passing',
    });
    expect(classifyApiError({ code: 'slack_webapi_http_error', statusCode: 404 })).toEqual({ kind: 'final' });
    expect(classifyApiError(platform('internal_error'))).toEqual({ kind: 'passing' });
    expect(classifyApiError(platform('not_in_channel'))).toEqual({ kind: 'final' });
    expect(classifyApiError(new TypeError('a bug'))).toEqual({ kind: 'final' });
    expect(classifyApiError(new TypeError('terminated'))).toEqual({ kind: 'passing' });
    expect(classifyApiError(new Error('x', { cause: { code: 'UND_ERR_SOCKET' } }))).toEqual({
      kind: 'passing',
    });
    expect(classifyApiError(new Error('x', { cause: { code: 'ENOENT' } }))).toEqual({ kind: 'final' });
    expect([
      isRefusal(platform('not_in_channel')),
      isRefusal(platform('internal_error')),
      isRefusal(new TypeError('a bug')),
    ]).toEqual([true, false, false]);
    expect([
      tokenRefusal(platform('invalid_auth')),
      tokenRefusal(platform('not_in_channel')),
      tokenRefusal(undefined),
    ]).toEqual(['invalid_auth', undefined, undefined]);
  });

  test('answers of a response address are sorted by their status', () => {
    expect(classifyResponse(new ForeignAddress())).toEqual({ kind: 'final' });
    expect(classifyResponse(new ResponseFailed(404, undefined))).toEqual({ kind: 'final' });
    expect(classifyResponse(new ResponseFailed(503, undefined))).toEqual({ kind: 'passing' });
    expect(classifyResponse(new ResponseFailed(429, 2000))).toEqual({ kind: 'limited', after: 2000 });
    expect(classifyResponse(new TypeError('fetch failed'))).toEqual({ kind: 'passing' });
  });
});

describe('an address of Slack', () => {
  test.each([
    ['https://hooks.slack.com/commands/T1/2/3', undefined],
    ['https://hooks.slack-gov.com/actions/T1/2/3', undefined],
    ['http://127.0.0.1:99/response/1', 'http://127.0.0.1:99/api/'],
    ['https://hooks.slack.com/commands/T1/2/3', 'http://127.0.0.1:99/api/'],
  ])('is %s with the API at %s', (url, api) => {
    expect(isSlackAddress(url, api)).toBe(true);
  });

  test.each([
    ['http://hooks.slack.com/x', undefined],
    ['https://hooks.slack.com:8443/x', undefined],
    ['https://hooks.slack.com@evil.example/x', undefined],
    ['https://user:pass@hooks.slack.com/x', undefined],
    ['https://slack.com.evil.example/x', undefined],
    ['https://slack.com/x', undefined],
    ['https://127.0.0.1/x', undefined],
    ['http://127.0.0.1:98/response/1', 'http://127.0.0.1:99/api/'],
    ['https://127.0.0.1:99/response/1', 'http://127.0.0.1:99/api/'],
    ['', undefined],
  ])('is not %s with the API at %s', (url, api) => {
    expect(isSlackAddress(url, api)).toBe(false);
  });
});

describe('the log', () => {
  test('has no token and no address that works like one', () => {
    expect(
      blot(
        'xoxb-1-2-abc xapp-1-A-2 xoxe.xoxp-1-a xoxp-9 https://hooks.slack.com/commands/T/1/s wss://x.slack.com/link?ticket=1',
      ),
    ).toBe('[token] [token] [token] [token] [address] [address]');
  });

  test('takes Bolt’s warnings without the objects that hang on them', () => {
    const written: string[] = [];
    const keep = (level: string) => (_facts: object, message: string) =>
      void written.push(`${level} ${message}`);
    const logger = createBoltLogger({
      debug: keep('debug'),
      info: keep('info'),
      warn: keep('warn'),
      error: keep('error'),
    });
    logger.debug('a secret', { text: 'a secret' });
    logger.info('a secret');
    logger.warn('careful', { text: 'a secret' });
    logger.error('it broke\na secret');
    logger.error(Object.assign(new Error('a secret'), { code: 'ECONNRESET' }));
    expect(written).toEqual(['warn careful', 'error it broke', 'error Error ECONNRESET']);
  });

  test.each(['http', 'socket'] as const)(
    'over %s has nothing of a request that an error quotes, but tells where it arose',
    async (transport) => {
      const host = await openHost({
        wrapEngine: (engine) => ({
          ...engine,
          answer: async ({ text }) => {
            throw Object.assign(new RangeError(`no index for "${text}"\n    at ${text} (a.ts:1:1)`), {
              code: 'E_INDEX',
              cause: new Error(text),
              data: { error: text },
            });
          },
        }),
      });
      const workspace = await openWorkspace(host, { transport });
      const line = 'sessions Zanzibar';
      const responseUrl = workspace.slack.responseUrl();
      await workspace.send(typedCommand(`/${line}`, responseUrl));
      for (const retry of [0, 3]) {
        await workspace.send(writtenMention(line), { retry });
        await workspace.send(writtenDirect(line), { retry });
      }
      for (const actionId of ['open:0', 'share'])
        await workspace.send(pressedButton({ actionId, value: line, responseUrl }));
      const view = { id: 'V1', type: 'home' } as const;
      await workspace.send(pressedButton({ actionId: 'a', value: line, responseUrl: undefined, view }));
      await workspace.idle();
      await workspace.stop();
      const { lines } = host.log;
      expect(lines.length).toBeGreaterThanOrEqual(8);
      expect(JSON.stringify(lines)).not.toContain('Zanzibar');
      expect(JSON.stringify(lines)).toContain('"code":"E_INDEX"');
      expect(JSON.stringify(lines)).toContain('retry.test');
    },
  );

  test.each(['http', 'socket'] as const)(
    'over %s holds nothing of what was typed or of any secret, failures included',
    async (transport) => {
      const host = await openHost();
      const workspace = await openWorkspace(host, { transport });
      const words = 'Zanzibar';
      workspace.slack.fail('server-error', 5);
      await workspace.send(typedCommand(`/sessions ${words}`, workspace.slack.responseUrl()));
      await workspace.send(writtenMention(`sessions ${words}`));
      workspace.slack.fail('reset', 5);
      await workspace.send(writtenDirect(`ask ${words}`));
      workspace.slack.fail({ error: 'invalid_blocks' }, 2);
      await workspace.send(writtenDirect(`ask ${words}`));
      await workspace.send(
        pressedButton({
          actionId: 'open:0',
          value: `sessions ${words}`,
          responseUrl: 'https://evil.example/xoxb-secret',
        }),
      );
      if (transport === 'http') await workspace.send(writtenMention(words), { skew: 999 });
      await workspace.idle();
      await workspace.stop();
      const written = JSON.stringify(host.log.lines);
      expect(host.log.lines.length).toBeGreaterThan(3);
      expect(written).not.toMatch(/Zanzibar|xoxb-|xapp-|secret|evil\.example|response\//i);
    },
  );
});

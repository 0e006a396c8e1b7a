import { describe, expect, test } from '@jest/globals';
import { createLog, holdBack, secretsOf } from '../../src/service/log.ts';

function openLog(format: 'json' | 'text', secrets: readonly string[] = [], level = 'debug') {
  const lines: string[] = [];
  return { log: createLog({ level, format, secrets, write: (line) => lines.push(line) }), lines };
}

describe('the log', () => {
  test('writes one JSON object a line, with time, level, facts and message', () => {
    const { log, lines } = openLog('json');
    log.child({ adapter: 'slack' }).info({ servers: 3 }, 'connected');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ level: 'info', adapter: 'slack', servers: 3, message: 'connected' });
    expect(new Date(line.time).getTime()).toBeGreaterThan(0);
  });

  test('keeps to its level', () => {
    const { log, lines } = openLog('json', [], 'warn');
    log.info({}, 'not this');
    log.warn({}, 'this');
    expect(lines).toHaveLength(1);
  });

  test('blanks secrets wherever they stand, escaped or not', () => {
    const secret = 'xoxb-"quoted"\\123456';
    const { log, lines } = openLog('json', [secret]);
    log.error({ error: new Error(`sent with ${secret}`), where: { deep: [secret] } }, `failed for ${secret}`);
    expect(lines.join('')).not.toContain('123456');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ message: 'failed for [redacted]' });
  });

  test('blanks what stands under a secret’s or a message’s name', () => {
    const { log, lines } = openLog('json');
    log.info({ token: 'abc', request: { authorization: 'abc', body: 'abc', text: 'abc', id: 1 } }, 'seen');
    expect(lines.join('')).not.toContain('abc');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ request: { id: 1 } });
  });

  test('tells of an error what tells it apart, and nothing that a library hung on it', () => {
    const { log, lines } = openLog('json');
    const cause = Object.assign(new Error('inner: what somebody wrote'), {
      request: { data: 'what somebody wrote' },
    });
    const error = Object.assign(
      new Error('outer: what somebody wrote\n    at somebody (a.ts:1:1)', { cause }),
      {
        code: 'ECONNRESET',
        statusCode: 502,
        config: { headers: { Authorization: 'Bearer abc' }, data: 'what somebody wrote' },
      },
    );
    log.error({ error }, 'failed');
    expect(lines.join('')).not.toMatch(/Bearer|somebody/);
    expect(JSON.parse(lines[0] ?? '').error).toMatchObject({
      type: 'Error',
      code: 'ECONNRESET',
      status: 502,
      stack: expect.stringContaining('log.test'),
      cause: { type: 'Error' },
    });
  });

  test('an error that goes in circles is told all the same', () => {
    const { log, lines } = openLog('json');
    const error = new Error('round');
    error.cause = error;
    log.error({ error }, 'failed');
    expect(lines).toHaveLength(1);
  });

  test('is readable on a terminal', () => {
    const { log, lines } = openLog('text');
    log.child({ adapter: 'discord' }).warn({ seconds: 5, error: new Error('no token') }, 'will try again');
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d warn {2}discord: will try again \(seconds 5\)\n {2}Error\n {6}at /,
    );
  });

  test('knows secrets by the names of their variables', () => {
    expect(
      secretsOf({
        SLACK_BOT_TOKEN: 'xoxb-1234567',
        DISCORD_PUBLIC_KEY: '0123456789',
        TEAMS_APP_PASSWORD: 'short',
        PORT: '300000000',
        SLACK_SIGNING_SECRET: undefined,
      }),
    ).toEqual(['xoxb-1234567', '0123456789']);
  });
});

test('lines that are held back come when they are released, in order, and later ones at once', () => {
  const written: string[] = [];
  const { write, release } = holdBack((line) => written.push(line));
  write('first');
  write('second');
  expect(written).toEqual([]);
  release();
  write('third');
  release();
  expect(written).toEqual(['first', 'second', 'third']);
});

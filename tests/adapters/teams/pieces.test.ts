/** The small parts that waiting and trying again are made of, and the bot's own token. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { clientCredentials, TokenRefused } from '../../../adapters/teams/credentials.ts';
import { LIMITS } from '../../../adapters/teams/limits.ts';
import { ConnectorError, isPassing, retryAfter, sleep, withBackOff } from '../../../adapters/teams/retry.ts';
import { TIMING, within } from '../../../adapters/teams/turn.ts';
import { APP_ID, ISSUER, type Issuer, PASSWORD, startIssuer, TENANT } from './issuer.ts';

describe('withBackOff', () => {
  const options = (over = {}) => ({ first: 1, most: 5, until: Date.now() + 2_000, ...over });

  test('tries until it works, and tells of each further try', async () => {
    const told: unknown[] = [];
    let left = 3;
    const value = await withBackOff(
      async () => {
        left -= 1;
        if (left > 0) {
          throw new ConnectorError('busy', 429);
        }
        return 'done';
      },
      options({ onRetry: (_error: unknown, attempt: number) => told.push(attempt) }),
    );
    expect(value).toBe('done');
    expect(told).toEqual([1, 2]);
  });

  test.each([
    ['a refusal', new ConnectorError('no', 403)],
    ['a mistake of ours', new TypeError('x')],
    ['a token that is refused for good', new TokenRefused('no', true)],
  ])('does not try again after %s', async (_what, error) => {
    let tries = 0;
    await expect(
      withBackOff(async () => {
        tries += 1;
        throw error;
      }, options()),
    ).rejects.toBe(error);
    expect(tries).toBe(1);
  });

  test('gives up when the next try would come too late', async () => {
    const error = new ConnectorError('later', 429, 60_000);
    await expect(withBackOff(() => Promise.reject(error), options())).rejects.toBe(error);
  });

  test('pauses longer each time, up to the most, and no two hosts alike', async () => {
    const at: number[] = [];
    const last = new ConnectorError('gone', 404);
    await expect(
      withBackOff(
        () => {
          at.push(Date.now());
          return Promise.reject(at.length < 7 ? new ConnectorError('busy', 429) : last);
        },
        options({ first: 20, most: 60, until: Date.now() + 60_000 }),
      ),
    ).rejects.toBe(last);
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(pauses).toHaveLength(6);
    expect(pauses[0]).toBeGreaterThanOrEqual(9);
    expect(Math.min(...pauses.slice(3))).toBeGreaterThanOrEqual(58);
  });

  test('ends its pause when it is given up', async () => {
    const end = new AbortController();
    setTimeout(() => end.abort(), 20);
    const error = new ConnectorError('busy', 429);
    await expect(
      withBackOff(() => Promise.reject(error), {
        // Longer than this test may take.
        first: 600_000,
        most: 600_000,
        until: Date.now() + 900_000,
        signal: end.signal,
      }),
    ).rejects.toBe(error);
    await sleep(600_000, end.signal);
  });

  test('knows which failures pass', () => {
    const passing = [408, 412, 429, 500, 502, 503, 504].map((status) => new ConnectorError('', status));
    const lasting = [400, 401, 403, 404, 405, 413, 501].map((status) => new ConnectorError('', status));
    expect(
      [...passing, new ConnectorError('unreachable'), new TokenRefused('', false)].every(isPassing),
    ).toBe(true);
    expect([...lasting, new TokenRefused('', true), new Error('x')].some(isPassing)).toBe(false);
  });

  test.each([
    ['2', 2000],
    ['0', undefined],
    ['-1', undefined],
    ['soon', undefined],
    [null, undefined],
  ])('reads Retry-After %j as %j', (header, wait) => {
    expect(retryAfter(header)).toBe(wait);
  });

  test('reads Retry-After as a date', () => {
    expect(retryAfter(new Date(Date.now() + 10_000).toUTCString())).toBeGreaterThan(8_000);
  });
});

describe('a turn', () => {
  test('is over before the platform gives up on it, a last call included', () => {
    expect(TIMING.turn + TIMING.call).toBeLessThan(LIMITS.turn.value);
    expect(TIMING.search).toBeLessThan(LIMITS.search.value);
    expect(TIMING.authentication + TIMING.call).toBeLessThan(LIMITS.turn.value);
  });

  test('within gives what comes in time, and hears failures', async () => {
    expect(await within(Promise.resolve(7), 50)).toEqual({ done: true, value: 7 });
    expect(await within(new Promise(() => undefined), 5)).toEqual({ done: false });
    await expect(within(Promise.reject(new Error('x')), 50)).rejects.toThrow('x');
    const late = new Promise((_resolve, reject) => setTimeout(() => reject(new Error('late')), 20));
    expect(await within(late, 5)).toEqual({ done: false });
    await sleep(40);
  });
});

describe('the bot’s own token', () => {
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await startIssuer();
  }, 30_000);
  afterAll(() => issuer.stop());
  beforeEach(() => {
    issuer.outcomes.length = 0;
  });

  const credentials = (over = {}) =>
    clientCredentials({
      login: issuer.origin,
      tenant: TENANT,
      appId: APP_ID,
      password: PASSWORD,
      resource: ISSUER,
      timeout: 10_000,
      ...over,
    });

  test('is asked for once, even by many at the same moment, and again when it is forgotten', async () => {
    const before = issuer.given();
    const own = credentials();
    const tokens = await Promise.all([own.token(), own.token(), own.token()]);
    expect(new Set(tokens).size).toBe(1);
    await own.token();
    expect(issuer.given() - before).toBe(1);
    own.forget(tokens[0] ?? '');
    expect(await own.token()).not.toBe(tokens[0]);
  });

  test('that took the place of a refused one is not given up with it', async () => {
    const own = credentials();
    const refused = await own.token();
    own.forget(refused);
    const fresh = await own.token();
    // Another call, which was sent with the same refused token.
    own.forget(refused);
    expect(await own.token()).toBe(fresh);
  });

  test('is asked for again shortly before it ends', async () => {
    let clock = 0;
    const own = credentials({ now: () => clock });
    const first = await own.token();
    clock = 54 * 60_000;
    expect(await own.token()).toBe(first);
    clock = 56 * 60_000;
    expect(await own.token()).not.toBe(first);
  });

  test('that is refused says which variable is wrong, and nothing secret', async () => {
    const told: (TokenRefused | undefined)[] = [];
    const own = credentials({
      password: 'wrong',
      onOutcome: (one: TokenRefused | undefined) => told.push(one),
    });
    const error = await own.token().catch((one: unknown) => one);
    expect(error).toMatchObject({
      name: 'TokenRefused',
      final: true,
      message: expect.stringContaining('TEAMS_APP_PASSWORD'),
    });
    expect((error as Error).message).not.toContain('wrong');
    expect(told).toEqual([error]);
  });

  test.each(['error', 'hang'] as const)('that does not come (%s) may come later', async (outcome) => {
    issuer.outcomes.push(outcome);
    const own = credentials(outcome === 'hang' ? { timeout: 1_500 } : {});
    await expect(own.token()).rejects.toMatchObject({ final: false });
    expect(await own.token()).toMatch(/^ey/u);
  });

  test('cannot come from where nobody is', async () => {
    await expect(credentials({ login: 'http://127.0.0.1:9' }).token()).rejects.toMatchObject({
      final: false,
    });
  });
});

/** The small parts that waiting and trying again are made of, and the bot's own token. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { clientCredentials, TokenRefused } from '../../../adapters/teams/credentials.ts';
import { ConnectorError, classify } from '../../../adapters/teams/failures.ts';
import { LIMITS } from '../../../adapters/teams/limits.ts';
import { TIMING } from '../../../adapters/teams/turn.ts';
import { APP_ID, ISSUER, type Issuer, PASSWORD, startIssuer, TENANT } from './issuer.ts';

test.each([
  ...[408, 412, 429, 500, 502, 503, 504].map((status) => [status, 'passing'] as const),
  ...[400, 401, 403, 404, 405, 413, 501].map((status) => [status, 'final'] as const),
  [undefined, 'passing'] as const,
])('an answer of %s is %s', (status, kind) => {
  expect(classify(new ConnectorError('', status))).toEqual({ kind });
});

test('a time to wait is kept; a token may come later; what is no failure of a call stays one', () => {
  expect(classify(new ConnectorError('', 429, 2000))).toEqual({ kind: 'limited', after: 2000 });
  expect(classify(new TokenRefused('', false))).toEqual({ kind: 'passing' });
  expect(classify(new TokenRefused('', true))).toEqual({ kind: 'final' });
  expect(classify(new TypeError('x'))).toEqual({ kind: 'final' });
});

describe('a turn', () => {
  test('is over before the platform gives up on it, a last call included', () => {
    expect(TIMING.turn + TIMING.call).toBeLessThan(LIMITS.turn.value);
    expect(TIMING.search).toBeLessThan(LIMITS.search.value);
    expect(TIMING.authentication + TIMING.call).toBeLessThan(LIMITS.turn.value);
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

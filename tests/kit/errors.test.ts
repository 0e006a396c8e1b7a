/** Errors are told apart in the log without a word that somebody may have said. */
import { expect, test } from '@jest/globals';
import { describeError, messageOf } from '../../src/kit/errors.ts';

test('to people an error says its own words', () => {
  expect(messageOf(new TypeError('no such file'))).toBe('no such file');
  expect(messageOf('no such file')).toBe('no such file');
  expect(messageOf(undefined)).toBe('undefined');
});

test('to people an error says what it comes from: a fetch alone says no more than that it failed', async () => {
  const failure = await fetch('http://127.0.0.1:9/').catch((error: unknown) => error);
  expect(messageOf(failure)).toMatch(/^fetch failed: .*(ECONNREFUSED|bad port)/);
  const tries = [new Error('connect ECONNREFUSED ::1:80'), new Error('connect ECONNREFUSED 127.0.0.1:80')];
  const cause = Object.assign(new AggregateError(tries), { code: 'ECONNREFUSED' });
  expect(messageOf(new TypeError('fetch failed', { cause }))).toBe(
    'fetch failed: connect ECONNREFUSED ::1:80, connect ECONNREFUSED 127.0.0.1:80',
  );
  const repeated = new Error('could not read: no such file', { cause: new Error('no such file') });
  expect(messageOf(repeated)).toBe('could not read: no such file');
  const round = new Error('round');
  round.cause = round;
  expect(messageOf(round)).toBe('round');
});

test('the log learns its type, codes and frames, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('inner: what somebody wrote'), { data: { error: 'invalid_auth' } });
  const error = Object.assign(new RangeError('what somebody wrote\n    at somebody (a.ts:1:1)'), {
    code: 'ECONNRESET',
    statusCode: 502,
    config: { data: 'what somebody wrote' },
    original: cause,
  });
  const described = describeError(error);
  expect(JSON.stringify(described)).not.toContain('somebody');
  expect(described).toEqual({
    type: 'RangeError',
    code: 'ECONNRESET',
    status: 502,
    stack: expect.stringContaining('errors.test'),
    cause: { type: 'Error', answered: 'invalid_auth' },
  });
});

test('a code that is none for programs is left out', () => {
  expect(describeError(Object.assign(new Error('x'), { code: '<html>what somebody wrote' }))).toEqual({
    type: 'Error',
    stack: expect.any(String),
  });
});

test('what is no error has but a type; one that goes in circles comes to an end', () => {
  expect(describeError('what somebody wrote')).toEqual({ type: 'string' });
  const error = new Error('round');
  error.cause = error;
  expect(JSON.stringify(describeError(error)).match(/"type"/g)?.length).toBe(4);
});

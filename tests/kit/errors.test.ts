/** Errors are told apart in the log without a word that somebody may have said. */
import { expect, test } from '@jest/globals';
import { describeError, messageOf } from '../../src/kit/errors.ts';

test('to people an error says its own words', () => {
  expect(messageOf(new TypeError('no such file'))).toBe('no such file');
  expect(messageOf('no such file')).toBe('no such file');
  expect(messageOf(undefined)).toBe('undefined');
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

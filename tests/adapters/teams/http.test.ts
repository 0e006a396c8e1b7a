/** /api/messages as an HTTP endpoint: what it takes, what it turns away, and with which status. */

import { request } from 'node:http';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { BODY_LIMIT } from '../../../src/kit/body.ts';
import { personalMessage } from './activities.ts';
import { openStage, type Stage } from './stage.ts';

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.stop());

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('%s is answered 405', async (method) => {
  const response = await fetch(stage.url, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  '',
  'application/jsonp',
])('a body of type %j is answered 415, for pages of other origins can send it', async (type) => {
  const { status } = await stage.post(personalMessage('help'), { headers: { 'content-type': type } });
  expect(status).toBe(415);
});

test.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['a list', '[]'],
  ['a text', '"message"'],
  ['nothing in JSON', 'null'],
  ['no type', '{}'],
  ['a type of a wrong type', '{"type":7}'],
])('%s is answered 400', async (_what, body) => {
  const { status, body: answer } = await stage.post(body);
  expect(status).toBe(400);
  expect(answer).toMatchObject({ error: { code: 'BadArgument', message: expect.any(String) } });
});

test('JSON with a character set is taken', async () => {
  const { status } = await stage.post(personalMessage('help'), {
    headers: { 'content-type': 'application/json' },
  });
  expect(status).toBe(200);
});

test('a body over the limit is answered 413', async () => {
  const { status } = await stage.post(personalMessage('x'.repeat(BODY_LIMIT)));
  expect(status).toBe(413);
});

test('a long text within the limit is answered', async () => {
  const before = stage.connector.messages.length;
  const { status } = await stage.post(personalMessage('labour '.repeat(15_000)));
  expect(status).toBe(200);
  expect(stage.connector.messages.length).toBe(before + 1);
});

test('a refused sender is told how to come in', async () => {
  const response = await fetch(stage.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(personalMessage('help')),
  });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  await response.text();
});

test('a sender that goes away in the middle of its body harms nobody', async () => {
  await new Promise<void>((resolve) => {
    const half = request(stage.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '1000' },
    });
    half.on('error', () => resolve());
    half.write('{"type":');
    setTimeout(() => half.destroy(), 50);
  });
  expect((await stage.post(personalMessage('help'))).status).toBe(200);
});

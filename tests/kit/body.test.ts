/** Bodies are read whole, up to a limit, over a real connection. */
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readBody } from '../../src/kit/body.ts';

interface Read {
  readonly body: Promise<Buffer | undefined>;
}
let outcome: (read: Read) => void;
const server = createServer((request, response) => {
  const body = readBody(request, 1000);
  outcome({ body });
  body.then(
    () => response.end(),
    () => response.destroy(),
  );
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** What is read of these pieces, sent one after the other; the connection is cut after them where `cut` says so. */
async function reading(length: number, pieces: readonly Buffer[], cut = false) {
  const begun = new Promise<Read>((resolve) => {
    outcome = resolve;
  });
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`);
  const read = await begun;
  for (const piece of pieces) socket.write(piece);
  if (cut) socket.end(() => socket.resetAndDestroy());
  const body = await read.body.then(
    (value) => value?.toString('utf8'),
    (error: unknown) => error,
  );
  socket.destroy();
  return body;
}

test('gives every byte, also where a character is parted', async () => {
  const bytes = Buffer.from('Düll 技能');
  expect(await reading(bytes.length, [bytes.subarray(0, 2), bytes.subarray(2)])).toBe('Düll 技能');
  expect(await reading(0, [])).toBe('');
});

test('gives nothing beyond the limit, without waiting for the rest', async () => {
  expect(await reading(1000, [Buffer.alloc(1000, 'x')])).toBe('x'.repeat(1000));
  expect(await reading(1_000_000, [Buffer.alloc(1001, 'x')])).toBeUndefined();
});

test('rejects where the connection breaks off', async () => {
  expect(await reading(500, [Buffer.alloc(20, 'x')], true)).toMatchObject({ code: 'ECONNRESET' });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { limitedFetch, limitReply, REPLY_LIMIT, ReplyTooLarge } from '../../src/kit/reply.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/none') return void response.writeHead(204).end();
    if (request.url === '/small') return void response.end('{"ok":true}');
    // Without an end, and without a length.
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    };
    response.on('drain', more);
    more();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a reply of a usual size is what it was', async () => {
  const reply = await limitedFetch(`${url}/small`);
  expect([reply.status, reply.ok, await reply.json()]).toEqual([200, true, { ok: true }]);
  const none = await limitedFetch(`${url}/none`);
  expect([none.status, await none.text()]).toEqual([204, '']);
});

test('one without an end is read to the limit, and no further', async () => {
  await expect((await limitedFetch(`${url}/endless`)).text()).rejects.toThrow(ReplyTooLarge);
  const few = limitReply(await fetch(`${url}/endless`), 1000);
  await expect(few.arrayBuffer()).rejects.toThrow('1000 bytes');
  expect(REPLY_LIMIT).toBeGreaterThan(1024 * 1024);
});

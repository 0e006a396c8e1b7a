import type { IncomingMessage, ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ConnectionLimits } from '../../src/service/connections.ts';
import { isLoopback } from '../../src/service/hosts.ts';
import { HTTP_LIMITS, type HttpOptions, type HttpServer, listen } from '../../src/service/http.ts';
import { createRecordingLog, type RecordingLog } from '../support/recorders.ts';
import { until } from '../support/until.ts';
import { ask, openWire, untilClosed, type Wire } from './talk.ts';

let server: HttpServer | undefined;
let log: RecordingLog;
const served: { route: string; status: number }[] = [];

type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

async function start(handle: Handle, options: Partial<HttpOptions> = {}): Promise<number> {
  log = createRecordingLog();
  served.length = 0;
  server = await listen({
    host: '127.0.0.1',
    port: 0,
    allowed: isLoopback,
    allowedHint: 'Not served here.',
    find: (_request, path) =>
      path === '/none' ? { status: 404, reason: 'Nothing.' } : { route: { path: '/', handle } },
    onServed: (route, status) => served.push({ route, status }),
    log,
    ...options,
  });
  return server.port;
}

/** Connects so many times, asks on each, and tells what came; in a thread of its own. */
const ASKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { connect } = require('node:net');
const { port, connected, count } = workerData;
Promise.all(Array.from({ length: count }, () => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1', () => {
    socket.write('GET / HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n', () => {
      Atomics.add(connected, 0, 1);
      Atomics.notify(connected, 0);
    });
  });
  let text = '';
  socket.on('data', (chunk) => { text += chunk; });
  socket.on('error', (error) => { text = String(error); });
  socket.on('close', () => resolve(text));
}))).then((replies) => parentPort.postMessage(replies));
`;

afterEach(async () => {
  await server?.stop(100);
  server = undefined;
});

async function readAll(request: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of request) bytes += (chunk as Buffer).length;
  return bytes;
}

describe('what a request must be', () => {
  test('the path is handed over whole, with its query', async () => {
    const port = await start((request, response) => void response.end(request.url));
    expect((await ask(port, '/a/b?c=d%20e')).text).toBe('/a/b?c=d%20e');
  });

  test.each(['evil.example', 'evil.example:3000', 'localhost.evil.example'])(
    'the host name %s is refused',
    async (Host) => {
      const port = await start((_request, response) => void response.end('secret'));
      const reply = await ask(port, '/', { headers: { Host } });
      expect(reply.status).toBe(421);
      expect(reply.text).toBe('Not served here.\n');
    },
  );

  test('the log names what was refused, once each and no more than a few, for whoever forgot PUBLIC_URL', async () => {
    const port = await start((_request, response) => void response.end('secret'));
    for (const Host of ['bot.example', 'bot.example:443', 'a.test', 'b.test', 'c.test', 'd.test', 'e.test'])
      await ask(port, '/', { headers: { Host } });
    const warned = log.lines.filter(({ level }) => level === 'warn');
    expect(warned.map(({ facts }) => facts.host)).toEqual([
      'bot.example',
      'a.test',
      'b.test',
      'c.test',
      'd.test',
    ]);
    expect(warned[0]?.message).toBe('Not served here.');
  });

  test('probes are answered under any name: they ask by address', async () => {
    const port = await start((_request, response) => void response.end('alive'));
    expect((await ask(port, '/healthz', { headers: { Host: '10.1.2.3:3000' } })).status).toBe(200);
    expect((await ask(port, '/metrics', { headers: { Host: '10.1.2.3:3000' } })).status).toBe(421);
  });

  test.each([
    'GET /healthz HTTP/1.0\r\n\r\n',
    'GET /readyz HTTP/1.1\r\nConnection: close\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nConnection: close\r\nHost: \r\n\r\n',
    'GET /readyz?verbose HTTP/1.0\r\nHost: some_name.svc:8080\r\n\r\n',
    'HEAD /healthz HTTP/1.0\r\nHost: no name at all\r\n\r\n',
    'GET http://10.0.0.7:3000/healthz HTTP/1.1\r\nConnection: close\r\nHost: proxy.example\r\n\r\n',
  ])('the probe %j is answered', async (text) => {
    const port = await start((_request, response) => void response.end('alive'));
    const wire = await openWire(port);
    wire.send(text);
    expect(await wire.closed).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('a whole address is served as the path in it, under the name in it', async () => {
    const port = await start((request, response) => void response.end(request.url));
    const reply = async (address: string, Host: string) => {
      const wire = await openWire(port);
      wire.send(`GET ${address} HTTP/1.1\r\nHost: ${Host}\r\nConnection: close\r\n\r\n`);
      return wire.closed;
    };
    expect(await reply('http://localhost/a/b?c', 'evil.example')).toMatch(/ 200 [\s\S]*\/a\/b\?c$/);
    expect(await reply('HTTP://LOCALHOST:80', 'localhost')).toMatch(/ 200 [\s\S]*\n\/$/);
    expect(await reply('http://evil.example/', 'localhost')).toMatch(/ 421 /);
    expect(await reply('http:///', 'localhost')).toMatch(/ 400 /);
  });

  test.each([
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
    'GET * HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'nonsense\r\n\r\n',
  ])('%j is a bad request', async (text) => {
    const port = await start((_request, response) => void response.end('secret'));
    const wire = await openWire(port);
    wire.send(text);
    expect(await wire.closed).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a body larger than the limit is refused by its stated length', async () => {
    const port = await start((_request, response) => void response.end('taken'));
    const wire = await openWire(port);
    wire.send(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${HTTP_LIMITS.body + 1}\r\n\r\n`);
    expect(await wire.closed).toMatch(/^HTTP\/1\.1 413 /);
    expect(served).toEqual([{ route: 'refused', status: 413 }]);
  });

  test('a body without a length is cut off where it becomes too large, before the handler has held it all', async () => {
    let most = 0;
    const port = await start(async (request, response) => {
      for await (const chunk of request) most += (chunk as Buffer).length;
      response.end('taken');
    });
    const wire = await openWire(port);
    wire.send('POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`;
    for (let index = 0; index < 40 && !wire.socket.destroyed; index++) {
      wire.send(chunk);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await wire.closed).not.toContain('taken');
    expect(most).toBeLessThanOrEqual(HTTP_LIMITS.body);
  });

  test('a chunked body below the limit arrives whole', async () => {
    const port = await start(async (request, response) => void response.end(String(await readAll(request))));
    const body = 'ü'.repeat(100_000);
    const reply = await ask(port, '/', { method: 'POST', headers: { 'Transfer-Encoding': 'chunked' }, body });
    expect(reply.text).toBe('200000');
  });

  test('headers beyond the limit are refused', async () => {
    const port = await start((_request, response) => void response.end('taken'));
    const reply = await ask(port, `/?q=${'x'.repeat(HTTP_LIMITS.header)}`);
    expect(reply.status).toBe(431);
    expect(reply.text).toContain('at most 500 characters');
  });
});

describe('what every reply carries', () => {
  test('a strict policy and no word on what made it', async () => {
    const port = await start((_request, response) => void response.end('ok'));
    const { headers } = await ask(port, '/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('a handler that throws, at once or later, ends as 500 and is logged without the query', async () => {
    const port = await start((request) => {
      if (request.url?.startsWith('/now') === true) throw new Error('now');
      return Promise.reject(new Error('later'));
    });
    expect((await ask(port, '/now?q=private')).status).toBe(500);
    expect((await ask(port, '/later?q=private')).status).toBe(500);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(2);
    expect(JSON.stringify(log.lines)).not.toContain('private');
  });

  test('what is not there is 404, and served is told by route, never by path', async () => {
    const port = await start((_request, response) => void response.end('ok'));
    await ask(port, '/none?x=1');
    await ask(port, '/some/path');
    expect(served).toEqual([
      { route: 'refused', status: 404 },
      { route: '/', status: 200 },
    ]);
  });
});

describe('too many connections', () => {
  const answer: Handle = (_request, response) => void response.end('ok');
  const few = (connections: ConnectionLimits): Partial<HttpOptions> & { readonly closed: string[] } => {
    const closed: string[] = [];
    return {
      closed,
      connections,
      onClosed: (reason) => closed.push(reason),
      // To the test, only the first address of this machine is a proxy.
      isProxy: (address) => address === '127.0.0.1',
    };
  };
  const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

  async function idle(port: number, count: number, from = '127.0.0.1'): Promise<Wire[]> {
    const wires: Wire[] = [];
    for (let index = 0; index < count; index++) {
      const wire = await openWire(port, from);
      wire.send(GET);
      await until(() => wire.received().endsWith('ok'));
      wires.push(wire);
    }
    return wires;
  }

  test('new ones are taken in place of those that are idle, the longest idle first', async () => {
    const options = few({ all: 4, address: 4, reserve: 1 });
    const port = await start(answer, options);
    const [first, second, ...others] = await idle(port, 4);
    // The first was used again since.
    first?.send(GET);
    await until(() => first?.received().match(/ok/g)?.length === 2);
    expect((await ask(port, '/')).text).toBe('ok');
    await second?.closed;
    expect([first, ...others].map((wire) => wire?.socket.destroyed)).toEqual([false, false, false]);
    expect(options.closed).toEqual(['idle']);
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    for (let index = 0; index < 20; index++) expect((await ask(port, '/')).status).toBe(200);
    // However often it happens, a warning a minute.
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  test('those that never said a word are idle too', async () => {
    const port = await start(answer, few({ all: 3, address: 3, reserve: 1 }));
    for (let index = 0; index < 10; index++) await openWire(port);
    expect((await ask(port, '/')).text).toBe('ok');
    expect(server?.connections).toBeLessThanOrEqual(3);
  });

  test('one address has to make do with its share, unless a proxy stands there', async () => {
    const options = few({ all: 20, address: 2, reserve: 1 });
    const port = await start(answer, options);
    const [first, second, third] = await idle(port, 3, '127.0.0.2');
    await first?.closed;
    expect([second?.socket.destroyed, third?.socket.destroyed]).toEqual([false, false]);
    expect(options.closed).toEqual(['address']);
    expect((await idle(port, 2, '127.0.0.3')).map((wire) => wire.socket.destroyed)).toEqual([false, false]);
    await idle(port, 6);
    expect(options.closed).toEqual(['address']);
  });

  test('an address with all of its share in work is refused; others are not', async () => {
    const options = few({ all: 20, address: 2, reserve: 1 });
    const held: ServerResponse[] = [];
    const port = await start((request, response) => {
      if (request.url === '/held') held.push(response);
      else response.end('ok');
    }, options);
    for (let index = 0; index < 2; index++) {
      const wire = await openWire(port, '127.0.0.2');
      wire.send(GET.replace('/ ', '/held '));
    }
    await until(() => held.length === 2);
    const third = await openWire(port, '127.0.0.2');
    expect(await third.closed).toBe('');
    expect(options.closed).toEqual(['address']);
    expect((await ask(port, '/')).text).toBe('ok');
    for (const response of held) response.end();
  });

  test('with all in work, probes are served in a reserve; others are asked to come again', async () => {
    const options = few({ all: 2, address: 9, reserve: 2 });
    const held: ServerResponse[] = [];
    const port = await start((request, response) => {
      if (request.url === '/held') held.push(response);
      else response.end('ok');
    }, options);
    const busy = [await openWire(port), await openWire(port)];
    for (const wire of busy) wire.send(GET.replace('/ ', '/held '));
    await until(() => held.length === 2);
    // What is silent in the reserve does not stay there.
    for (let index = 0; index < 5; index++) await openWire(port);
    for (let index = 0; index < 3; index++) {
      const probe = await ask(port, '/healthz');
      expect([probe.status, probe.headers.connection]).toEqual([200, 'close']);
      const other = await ask(port, '/');
      expect([other.status, other.headers['retry-after'], other.headers.connection]).toEqual([
        503,
        '5',
        'close',
      ]);
    }
    for (const response of held) response.end('done');
    for (const wire of busy) await until(() => wire.received().endsWith('done'));
    expect((await ask(port, '/')).text).toBe('ok');
  });
});

describe('the end', () => {
  test('a request in work is finished, its connection closed, and new ones refused', async () => {
    let finish = () => {};
    const begun = new Promise<void>((begin) => {
      void start((_request, response) => {
        finish = () => response.end('finished');
        begin();
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const port = server?.port ?? 0;
    const reply = ask(port, '/');
    await begun;
    const stopped = server?.stop(5_000);
    await untilClosed(port);
    finish();
    expect(await reply).toMatchObject({ status: 200, text: 'finished', headers: { connection: 'close' } });
    expect(await stopped).toBe('drained');
  });

  test('connections that are idle, or never said anything, do not hold it up', async () => {
    const port = await start((_request, response) => void response.end('ok'));
    const silent = await openWire(port);
    const idle = await openWire(port);
    idle.send('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    while (!idle.received().includes('ok')) await new Promise((resolve) => setTimeout(resolve, 5));
    // "drained" and not "cut off": nobody had to be waited for until the deadline.
    expect(await server?.stop(5_000)).toBe('drained');
    await Promise.all([silent.closed, idle.closed]);
  });

  test('a request on a connection that was taken and not read yet is served', async () => {
    const port = await start((_request, response) => void response.end('served'));
    const wire = await openWire(port);
    const stopped = server?.stop(5_000);
    wire.send('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await wire.closed).toMatch(/^HTTP\/1\.1 200 [\s\S]*Connection: close[\s\S]*served$/);
    expect(await stopped).toBe('drained');
  });

  test('a request whose end is still on its way is served', async () => {
    const port = await start((_request, response) => void response.end('served'));
    const wire = await openWire(port);
    wire.send('GET / HTTP/1.1\r\nHost: loc');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = server?.stop(5_000);
    wire.send('alhost\r\n\r\n');
    expect(await wire.closed).toMatch(/^HTTP\/1\.1 200 [\s\S]*Connection: close[\s\S]*served$/);
    expect(await stopped).toBe('drained');
  });

  test('what the system took and nobody looked at yet is served', async () => {
    let answered = 0;
    const port = await start((_request, response) => {
      answered += 1;
      response.end('served');
    });
    // While this thread stands still, another one connects and asks: the system completes its connections by itself.
    const connected = new Int32Array(new SharedArrayBuffer(4));
    const asker = new Worker(ASKER, { eval: true, workerData: { port, connected, count: 40 } });
    const replies = new Promise<readonly string[]>((resolve, reject) => {
      asker.once('message', resolve);
      asker.once('error', reject);
    });
    await new Promise((resolve) => asker.once('online', resolve));
    while (connected[0] !== 40 && Atomics.wait(connected, 0, connected[0] ?? 0, 30_000) !== 'timed-out');
    expect([connected[0], answered]).toEqual([40, 0]);
    expect(await server?.stop(20_000)).toBe('drained');
    expect((await replies).filter((reply) => !reply.endsWith('served'))).toEqual([]);
  }, 60_000);

  test('a request that never ends is cut off at the deadline', async () => {
    const port = await start(() => {});
    const wire = await openWire(port);
    wire.send('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await server?.stop(100)).toBe('cut off');
    expect(await wire.closed).toBe('');
  });

  test('a taken port is an error with its code', async () => {
    const port = await start(() => {});
    await expect(
      listen({
        host: '127.0.0.1',
        port,
        allowed: isLoopback,
        allowedHint: '',
        find: () => ({ status: 404, reason: '' }),
        onServed: () => {},
        log,
      }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  });
});

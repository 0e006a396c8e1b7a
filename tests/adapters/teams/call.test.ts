/** Calls to the connector: one attempt each, over connections that are kept, never to another address than the one allowed. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import type { CallOptions } from '../../../adapters/teams/cloud.ts';
import { speakTo } from '../../../adapters/teams/conversation.ts';
import { ConnectorError } from '../../../adapters/teams/failures.ts';
import { personalMessage } from './activities.ts';
import { close, listen } from './issuer.ts';

let server: Server | undefined;
let requests: string[] = [];
let connections = 0;

afterEach(async () => {
  if (server !== undefined) await close(server);
  server = undefined;
});

/** Its origin. */
async function serve(answer: RequestListener): Promise<string> {
  requests = [];
  connections = 0;
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => answer(request, response));
  });
  server.on('connection', () => {
    connections += 1;
  });
  return listen(server);
}

const OPTIONS: CallOptions = {
  rule: { hosts: [], loopback: true },
  route: undefined,
  timeout: 20_000,
  signal: new AbortController().signal,
  credentials: undefined,
};

function speakAt(serviceUrl: string, options: Partial<CallOptions> = {}) {
  const conversation = { id: '19:a/b?c@thread.v2;messageid=1' };
  const activity = { ...personalMessage('x'), type: 'message', id: 'f:1', conversation, serviceUrl };
  return speakTo(activity, { ...OPTIONS, ...options });
}

const MESSAGE = { type: 'message', text: 'x' } as const;
const failureOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

test('name conversation and message as parts of the path, whatever they hold', async () => {
  const origin = await serve((_request, response) => response.end('{}'));
  await speakAt(`${origin}/amer`).send(MESSAGE);
  await speakAt(`${origin}/amer/`).update('m/1', MESSAGE);
  const conversation = '/amer/v3/conversations/19%3Aa%2Fb%3Fc%40thread.v2%3Bmessageid%3D1/activities';
  expect(requests).toEqual([`POST ${conversation}/f%3A1`, `PUT ${conversation}/m%2F1`]);
});

test('share a connection', async () => {
  const origin = await serve((_request, response) => response.end('{"id":"1"}'));
  const sender = speakAt(origin);
  for (let count = 0; count < 5; count += 1) await sender.send(MESSAGE);
  expect([requests.length, connections]).toEqual([5, 1]);
});

test('follow no redirect', async () => {
  const origin = await serve((_request, response) =>
    response.writeHead(307, { location: '/elsewhere' }).end(),
  );
  expect(await failureOf(speakAt(origin).send(MESSAGE))).toMatchObject({ status: 307 });
  expect(requests).toHaveLength(1);
});

test('fail where the answer breaks off, comes too late, or the adapter stops', async () => {
  const broken = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{');
    setTimeout(() => response.destroy(), 20);
  });
  const failure = await failureOf(speakAt(broken).send(MESSAGE));
  expect(failure).toBeInstanceOf(ConnectorError);
  expect(failure).toMatchObject({
    status: undefined,
    message: expect.stringMatching(/^The connector could not be reached/),
  });
  if (server !== undefined) await close(server);

  const silent = await serve(() => undefined);
  expect(await failureOf(speakAt(silent, { timeout: 50 }).send(MESSAGE))).toMatchObject({
    message: 'The connector did not answer in time.',
  });
  const stop = new AbortController();
  const stopped = failureOf(speakAt(silent, { signal: stop.signal }).send(MESSAGE));
  stop.abort();
  expect(await stopped).toBeInstanceOf(ConnectorError);
  expect(await failureOf(speakAt(silent, { signal: stop.signal }).send(MESSAGE))).toBeInstanceOf(
    ConnectorError,
  );
});

test('to https go by TLS alone, and to hosts that are not allowed not at all', async () => {
  const origin = await serve((_request, response) => response.end('{}'));
  const secure = origin.replace('http:', 'https:');
  const route = (service: URL) => new URL(service.pathname, secure);
  const rule = { hosts: ['smba.trafficmanager.net'], loopback: false };
  const cloud = speakAt('https://smba.trafficmanager.net/amer/', { rule, route });
  expect(await failureOf(cloud.send(MESSAGE))).toMatchObject({ status: undefined });
  const foreign = speakAt('https://smba.example.org/amer/', { rule });
  expect(await failureOf(foreign.send(MESSAGE))).toMatchObject({ status: 403 });
  expect(requests).toEqual([]);
});

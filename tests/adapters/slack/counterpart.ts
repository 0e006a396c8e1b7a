/**
 * Slack's cloud on loopback: the Web API, response addresses and Socket Mode's connections, over real HTTP and
 * WebSocket. Refuses payloads that Slack would refuse, and fails in the ways that networks and Slack do when told to.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  validateAgentCall,
  validateDetails,
  validateMessage,
  validateUnfurl,
  validateView,
} from './validator.ts';

/** `lost-reply`: Slack does what it is asked for, but its answer is cut off. */
export type Fault =
  | 'rate-limited'
  | 'server-error'
  | 'reset'
  | 'hang'
  | 'lost-reply'
  | { readonly error: string };

export interface Call {
  /** `chat.postMessage` …, or `response_url`. */
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
  /** How it was answered; `known`: a message with this id stands there already, and no second one was made. */
  readonly outcome: 'ok' | 'known' | 'refused' | 'failed';
  /** Of a message that was posted: its ts. */
  readonly ts?: string;
}

export interface SocketReply {
  readonly envelope: string;
  readonly payload: unknown;
}

export interface Counterpart {
  readonly apiUrl: string;
  /** All calls in order, failed ones included. */
  readonly calls: readonly Call[];
  /** What was refused and why: a test expects none. */
  readonly violations: readonly string[];
  /** A new response address; `uses` is how often it works. */
  responseUrl(uses?: number): string;
  /** The next `count` calls fail so; of `method` only, where one is named. */
  fail(fault: Fault, count: number, method?: string): void;
  /** How many of the failures ordered are still to come. */
  faultsLeft(): number;
  /** The scopes that the token has from now on, which Slack tells with every answer of the Web API. */
  grant(...scopes: readonly string[]): void;
  /** What a method answers in the place of the usual. */
  answer(method: string, body: Readonly<Record<string, unknown>>): void;
  /** Resolves when a successful call fits; rejects after `limit` milliseconds. */
  waitForCall(fits: (call: Call) => boolean, limit?: number): Promise<Call>;
  readonly socket: {
    /** Sends an envelope over the open connection. */
    send(type: string, payload: unknown, retry?: number): string;
    /** The acknowledgement of an envelope, or undefined after `limit` milliseconds. */
    reply(envelope: string, limit?: number): Promise<SocketReply | undefined>;
    /** What was acknowledged of an envelope until now: whatever the client sent before is read first. */
    settled(envelope: string): Promise<SocketReply | undefined>;
    /** How many connections were opened so far. */
    opened(): number;
    waitForConnection(count: number, limit?: number): Promise<void>;
    /** Ends the connection as Slack does when it renews one, or by cutting the line. */
    drop(how: 'disconnect-message' | 'cut'): void;
  };
  stop(): Promise<void>;
}

const JSON_FIELDS = new Set([
  'blocks',
  'prompts',
  'metadata',
  'error',
  'view',
  'unfurls',
  'link_names',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
]);

export async function startCounterpart(): Promise<Counterpart> {
  const calls: Call[] = [];
  const violations: string[] = [];
  const answers = new Map<string, Readonly<Record<string, unknown>>>();
  const responseUses = new Map<string, number>();
  const messageIds = new Set<string>();
  /** The bot's own messages that stand, by their ts; a test takes one out that somebody deleted. */
  const posted = new Set<string>();
  let faults: { fault: Fault; left: number; method: string | undefined }[] = [];
  const waiting = new Set<() => void>();
  const sockets: WebSocket[] = [];
  const replies = new Map<string, SocketReply>();
  let connections = 0;
  let scopes = 'app_mentions:read,chat:write,commands,im:history';
  let serial = 1000;

  const changed = () => {
    for (const check of waiting) check();
  };

  function record(call: Call): void {
    calls.push(call);
    changed();
  }

  function takeFault(method: string): Fault | undefined {
    const found = faults.find((one) => one.left > 0 && (one.method === undefined || one.method === method));
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault;
  }

  /** Plays a fault; true where the request was dealt with. */
  function play(
    fault: Fault | undefined,
    call: Omit<Call, 'outcome'>,
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean {
    if (fault === undefined) return false;
    record({ ...call, outcome: 'failed' });
    if (fault === 'rate-limited') {
      // Slack says whole seconds, of which no test waits for one. No wait at all would be taken for none named.
      response.writeHead(429, { 'Retry-After': '0.02' }).end();
    } else if (fault === 'server-error') {
      response.writeHead(500).end('oops');
    } else if (fault === 'reset' || fault === 'lost-reply') {
      cutOff(request, response);
    } else if (fault !== 'hang') {
      json(response, { ok: false, error: fault.error });
    }
    return true;
  }

  function refuses(check: () => void, what: string): boolean {
    try {
      check();
      return false;
    } catch (error) {
      violations.push(`${what}: ${String(error).slice(0, 500)}`);
      return true;
    }
  }

  async function serveApi(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = parse(await readAll(request));
    const body = Object.fromEntries(
      Object.entries(form).map(([name, value]) => [
        name,
        JSON_FIELDS.has(name) ? JSON.parse(String(value)) : value,
      ]),
    );
    const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1];
    const call = { method, body, token };
    const fault = takeFault(method);
    if (fault !== 'lost-reply' && play(fault, call, request, response)) return;
    const refused = refuses(() => validateCall(method, body), method);
    const isGone = method === 'chat.update' && !posted.has(String(body.ts));
    const usual: Readonly<Record<string, unknown>> = refused
      ? { ok: false, error: 'invalid_blocks' }
      : isGone
        ? { ok: false, error: 'message_not_found' }
        : (answers.get(method) ?? { ok: true, ...usualAnswer(method) });
    const id = typeof body.client_msg_id === 'string' ? body.client_msg_id : undefined;
    const known = id !== undefined && messageIds.has(id);
    if (id !== undefined && usual.ok !== false) messageIds.add(id);
    const ts = typeof usual.ts === 'string' ? { ts: usual.ts } : {};
    if (ts.ts !== undefined) posted.add(ts.ts);
    record({ ...call, ...ts, outcome: usual.ok === false ? 'refused' : known ? 'known' : 'ok' });
    if (fault === 'lost-reply') cutOff(request, response);
    else json(response, usual, { 'x-oauth-scopes': scopes });
  }

  function usualAnswer(method: string): Readonly<Record<string, unknown>> {
    serial += 1;
    switch (method) {
      case 'auth.test':
        return { user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0TEAM', user: 'rapporteur', team: 'Testers' };
      case 'apps.connections.open':
        return { url: `ws://127.0.0.1:${port()}/link` };
      case 'chat.postMessage':
        return { ts: `${serial}.000100` };
      case 'chat.update':
        return { text: '' };
      case 'views.open':
      case 'views.update':
      case 'views.publish':
        return { view: { id: `V${serial}` } };
      default:
        return {};
    }
  }

  async function serveResponse(
    id: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = JSON.parse(await readAll(request)) as Record<string, unknown>;
    const call = { method: 'response_url', body, token: request.headers.authorization };
    if (play(takeFault('response_url'), call, request, response)) return;
    const left = responseUses.get(id) ?? 0;
    const refused = left <= 0 || refuses(() => validateMessage(body), 'response_url');
    responseUses.set(id, left - 1);
    record({ ...call, outcome: refused ? 'refused' : 'ok' });
    if (refused) response.writeHead(left <= 0 ? 404 : 400).end(left <= 0 ? 'used_url' : 'invalid_blocks');
    else response.writeHead(200).end('ok');
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://counterpart').pathname;
    const served = path.startsWith('/api/')
      ? serveApi(path.slice(5), request, response)
      : path.startsWith('/response/')
        ? serveResponse(path.slice(10), request, response)
        : Promise.resolve(void response.writeHead(404).end());
    served.catch((error) => {
      violations.push(String(error));
      response.destroy();
    });
  });
  const upgrades = new WebSocketServer({ server, path: '/link' });
  upgrades.on('connection', (link) => {
    sockets.push(link);
    connections += 1;
    link.on('message', (data) => {
      const message = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
      replies.set(message.envelope_id, { envelope: message.envelope_id, payload: message.payload });
      changed();
    });
    link.on('close', () => sockets.splice(sockets.indexOf(link), 1));
    link.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    changed();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = () => (server.address() as AddressInfo).port;

  function until<T>(look: () => T | undefined, limit: number): Promise<T | undefined> {
    return new Promise((resolve) => {
      const check = () => {
        const found = look();
        if (found === undefined) return;
        done(found);
      };
      // Nobody may be waiting any more: the server keeps the process alive for those who are.
      const timer = setTimeout(() => done(undefined), limit).unref();
      const done = (value: T | undefined) => {
        clearTimeout(timer);
        waiting.delete(check);
        resolve(value);
      };
      waiting.add(check);
      check();
    });
  }

  return {
    apiUrl: `http://127.0.0.1:${port()}/api/`,
    calls,
    violations,
    responseUrl(uses = 5) {
      const id = randomUUID();
      responseUses.set(id, uses);
      return `http://127.0.0.1:${port()}/response/${id}`;
    },
    fail(fault, count, method) {
      faults = [...faults.filter(({ left }) => left > 0), { fault, left: count, method }];
    },
    faultsLeft: () => faults.reduce((sum, { left }) => sum + left, 0),
    grant: (...granted) => {
      scopes = granted.join(',');
    },
    answer: (method, body) => void answers.set(method, body),
    async waitForCall(fits, limit = 15_000) {
      const found = await until(() => calls.find((call) => call.outcome === 'ok' && fits(call)), limit);
      if (found === undefined)
        throw new Error(
          `no such call within ${limit} ms; there were: ${calls.map(({ method, outcome }) => `${method} ${outcome}`).join(', ')}`,
        );
      return found;
    },
    socket: {
      send(type, payload, retry = 0) {
        const envelope = randomUUID();
        const message = {
          type,
          envelope_id: envelope,
          accepts_response_payload: type !== 'events_api',
          payload,
          ...(retry > 0 ? { retry_attempt: retry, retry_reason: 'timeout' } : {}),
        };
        sockets.at(-1)?.send(JSON.stringify(message));
        return envelope;
      },
      reply: (envelope, limit = 15_000) => until(() => replies.get(envelope), limit),
      async settled(envelope) {
        // A pong stands behind all that was sent before it. Twice: the first gives the adapter its turns to send.
        for (let round = 0; round < 2; round += 1) {
          const link = sockets.at(-1);
          if (link === undefined) break;
          await new Promise<void>((resolve) => {
            link.once('pong', resolve).once('close', resolve);
            link.ping();
          });
        }
        return replies.get(envelope);
      },
      opened: () => connections,
      async waitForConnection(count, limit = 15_000) {
        const found = await until(
          () => (connections >= count && sockets.length > 0 ? true : undefined),
          limit,
        );
        if (found === undefined)
          throw new Error(`${connections} connections within ${limit} ms, not ${count}`);
      },
      drop(how) {
        for (const link of [...sockets]) {
          if (how === 'cut') link.terminate();
          else link.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        }
      },
    },
    async stop() {
      for (const link of sockets) link.terminate();
      upgrades.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Half an answer, then the line is cut. */
function cutOff(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
  response.write('{"ok":');
  setTimeout(() => request.socket.resetAndDestroy(), 5);
}

function validateCall(method: string, body: Readonly<Record<string, unknown>>): void {
  if (method === 'chat.postMessage' || method === 'chat.postEphemeral') validateMessage(body);
  else if (method === 'chat.update') validateUpdate(body);
  else if (method.startsWith('views.')) validateView(body.view);
  else if (method === 'chat.unfurl') validateUnfurl(body);
  else if (method === 'entity.presentDetails') validateDetails(body);
  else if (method.startsWith('assistant.threads.')) validateAgentCall(method, body);
}

/** A change names its message, and may take all blocks away. */
function validateUpdate({ ts, blocks, ...body }: Readonly<Record<string, unknown>>): void {
  if (typeof ts !== 'string') throw new Error('chat.update needs the ts of a message');
  validateMessage(Array.isArray(blocks) && blocks.length === 0 ? body : { ...body, blocks });
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/**
 * Interactions over HTTP: Discord posts them, signed, and the response is the first reply. So replicas behind a load balancer
 * can serve commands without a Gateway connection.
 *
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { SignatureWatch } from '../../src/contract/troubles.ts';
import { readBody } from '../../src/kit/body.ts';
import { ApiFailure, CODE } from './api.ts';
import type { Handled } from './interactions.ts';
import { CALLBACK, type Callback, INTERACTION, type Interaction } from './payloads.ts';

export const PATH = '/discord/interactions';

/** A signature this many seconds old or young is refused, so that a recorded request cannot be played again for long. */
const TOLERANCE = 300;

/** The DER frame of a raw Ed25519 public key (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The application's key from its 64 hexadecimal digits. Throws where it is no key. */
export function readPublicKey(hex: string): KeyObject {
  return createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, Buffer.from(hex, 'hex')]),
    format: 'der',
    type: 'spki',
  });
}

/** What is `stale` was signed by Discord, at another time than now. */
type Verdict = 'genuine' | 'unsigned' | 'stale' | 'forged';

/** Whether Discord signed this body at this time, and now. `now` in seconds. */
export function checkSignature(
  key: KeyObject,
  signature: string | undefined,
  timestamp: string | undefined,
  body: Buffer,
  now: number,
): Verdict {
  if (signature === undefined || !/^[0-9a-f]{128}$/i.test(signature)) return 'unsigned';
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return 'unsigned';
  const signed = Buffer.concat([Buffer.from(timestamp), body]);
  if (!verify(null, signed, key, Buffer.from(signature, 'hex'))) return 'forged';
  return Math.abs(now - Number(timestamp)) > TOLERANCE ? 'stale' : 'genuine';
}

/** Handles an interaction; `first` sends the response. */
type Serve = (interaction: Interaction, first: (callback: Callback) => Promise<void>) => Promise<Handled>;

/** The route's handler. `serve` must have replied, or rejected, before its promise settles. */
export function endpoint(
  key: KeyObject,
  serve: Serve,
  signatures: SignatureWatch,
  now = () => Date.now() / 1000,
): RequestListener {
  return (request, response) => {
    void answer(request, response, { key, serve, signatures, now: now() }).catch(() => refuse(response, 500));
  };
}

interface Answering {
  readonly key: KeyObject;
  readonly serve: Serve;
  readonly signatures: SignatureWatch;
  /** Seconds. */
  readonly now: number;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { key, serve, signatures, now }: Answering,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return refuse(response, 405);
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    return refuse(response, 413);
  }
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const timestamp = header('x-signature-timestamp');
  const verdict = checkSignature(key, header('x-signature-ed25519'), timestamp, body, now);
  if (verdict === 'forged') signatures.forged();
  else if (verdict !== 'unsigned') signatures.genuine((now - Number(timestamp)) * 1000);
  if (verdict !== 'genuine') return refuse(response, 401);
  const interaction = parse(body);
  if (interaction === undefined) return refuse(response, 400);
  if (interaction.type === INTERACTION.ping) return send(response, { type: CALLBACK.pong });
  const handled = await serve(interaction, (callback) => {
    // Discord waits three seconds and then closes: the same as an interaction that is over.
    if (response.destroyed) {
      const over = new ApiFailure(
        'refused',
        0,
        CODE.unknownInteraction,
        'the connection closed before the reply',
      );
      return Promise.reject(over);
    }
    if (response.headersSent) {
      return Promise.reject(
        new ApiFailure('refused', 0, CODE.alreadyAcknowledged, 'the reply was sent before'),
      );
    }
    send(response, callback);
    return Promise.resolve();
  });
  if (response.headersSent) return;
  // A repeat was answered before: acknowledge it. One that is being answered may come again.
  return refuse(response, handled === 'busy' ? 503 : 202);
}

const thing = z.looseObject({});

/** What is read of an interaction without looking. */
const interactionShape = thing.extend({
  id: z.string(),
  token: z.string(),
  type: z.number(),
  locale: z.string().optional(),
  guild_locale: z.string().optional(),
  guild_id: z.string().nullish(),
  channel_id: z.string().nullish(),
  channel: thing.nullish(),
  member: thing.nullish(),
  user: thing.nullish(),
  data: thing
    .extend({
      options: z.array(thing).optional(),
      components: z.array(thing).optional(),
      values: z.array(z.string()).optional(),
      resolved: thing.extend({ messages: z.record(z.string(), thing).optional() }).optional(),
    })
    .optional(),
  message: thing.optional(),
});

function parse(body: Buffer): Interaction | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    if ((value as Partial<Interaction>).type === INTERACTION.ping) return value as Interaction;
    return interactionShape.safeParse(value).success ? (value as Interaction) : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, callback: Callback): void {
  const text = JSON.stringify(callback);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}

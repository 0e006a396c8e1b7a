/** Reads what the playground's script asks of the server. Pure, on plain values. */
import * as z from 'zod';
import type { Press } from '../../../src/contract/adapter.ts';
import { type Asked, readAsked } from '../receive.ts';

/** Everything that the script fetches lies below it, for this machine only. */
export const PLAYGROUND = '/api/playground/';

export type Call =
  | { readonly kind: 'answer'; readonly asked: Asked }
  | { readonly kind: 'press'; readonly platform: string; readonly press: Press }
  | { readonly kind: 'complete'; readonly platform: string; readonly interaction: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405 | 415; readonly reason: string };

interface IncomingCall {
  readonly method: string;
  readonly url: string;
  readonly acceptLanguage: string;
  readonly contentType: string;
  /** '' where there is none. */
  readonly body: string;
}

const record = z.record(z.string(), z.unknown());
const pressed = z.object({ payload: record, private: z.boolean(), interaction: record });
const typed = z.object({ interaction: record });

export function receiveCall({ method, url, acceptLanguage, contentType, body }: IncomingCall): Call {
  const [path = '', query = ''] = url.split('?', 2);
  const [name = '', platform = '', ...rest] = path.slice(PLAYGROUND.length).split('/');
  if (name === 'answer' && platform === '') {
    if (method !== 'GET' && method !== 'HEAD') return refused(405, 'Only GET is served here.');
    const asked = readAsked(new URLSearchParams(query), acceptLanguage);
    return asked === undefined
      ? refused(400, `The field q is missing. Example: ${PLAYGROUND}answer?q=sessions+sdg8`)
      : { kind: 'answer', asked };
  }
  if ((name !== 'press' && name !== 'complete') || platform === '' || rest.length > 0) {
    return refused(404, 'Nothing is served here.');
  }
  if (method !== 'POST') return refused(405, 'Only POST is served here.');
  // No form of another site can send this type without the browser's asking us first.
  if (!/^application\/json\b/i.test(contentType)) return refused(415, 'The body must be application/json.');
  const value = parse(body);
  if (name === 'press') {
    const read = pressed.safeParse(value);
    return read.success
      ? { kind: 'press', platform, press: read.data }
      : refused(400, 'The body must have payload and interaction (objects) and private (true or false).');
  }
  const read = typed.safeParse(value);
  return read.success
    ? { kind: 'complete', platform, interaction: read.data.interaction }
    : refused(400, 'The body must have interaction, an object.');
}

function refused(status: 400 | 404 | 405 | 415, reason: string): Call {
  return { kind: 'refused', status, reason };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

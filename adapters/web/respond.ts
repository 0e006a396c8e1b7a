/** Sends what was made: compressed where the browser takes it, and not again where it has it already. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Asset } from './assets.ts';

const compress = promisify(gzip);
/** Below this, compression saves less than a network packet. Bytes. */
const SMALL = 1_000;

export interface Content {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** Where a redirection leads: a path of our own. */
  readonly location?: string;
}

/** Sends a browser on. `always`: the address has moved for good. */
export function redirect(location: string, how: 'always' | 'now'): Content {
  return { status: how === 'always' ? 301 : 302, type: 'text/plain; charset=utf-8', text: '', location };
}

/** A value as JSON. */
export function data(status: number, value: unknown): Content {
  return { status, type: 'application/json; charset=utf-8', text: `${JSON.stringify(value)}\n` };
}

export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  content: Content,
): Promise<void> {
  const body = Buffer.from(content.text, 'utf8');
  response.setHeader('Content-Type', content.type);
  // Kept, but asked for anew each time: the archive may have changed. Not by shared caches: answers are the reader's.
  response.setHeader('Cache-Control', content.status === 200 ? 'private, no-cache' : 'no-store');
  response.setHeader('Vary', 'Accept-Encoding, Accept-Language');
  if (content.location !== undefined) response.setHeader('Location', content.location);
  if (content.status === 200) {
    const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    response.setHeader('ETag', tag);
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag) === true) {
      response.writeHead(304).end();
      return;
    }
  }
  const packed = body.length >= SMALL && takesGzip(request) ? await compress(body) : undefined;
  finish(request, response, content.status, body, packed);
}

export function sendAsset(request: IncomingMessage, response: ServerResponse, asset: Asset): void {
  response.setHeader('Content-Type', asset.type);
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.setHeader('Vary', 'Accept-Encoding');
  finish(request, response, 200, asset.body, takesGzip(request) ? asset.gzipped : undefined);
}

function finish(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: Buffer,
  packed: Buffer | undefined,
): void {
  if (packed !== undefined) response.setHeader('Content-Encoding', 'gzip');
  const bytes = packed ?? body;
  response.setHeader('Content-Length', bytes.length);
  response.writeHead(status);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function takesGzip(request: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(String(request.headers['accept-encoding'] ?? ''));
}

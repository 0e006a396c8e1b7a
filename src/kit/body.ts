/** Reading what a platform posts. */
import type { IncomingMessage } from 'node:http';

/**
 * The whole body as it was sent, which signatures are made over; undefined where it has more than `most` bytes, of which
 * no more is read then. Rejects where the connection breaks off.
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reading what is posted, by a platform or a page. */
import type { IncomingMessage } from 'node:http';

/**
 * The largest body that is read, in bytes: platforms send up to 100 KB (Activities), forms of pages less. It keeps the
 * service from being kept busy.
 */
export const BODY_LIMIT = 1024 * 1024;

/**
 * The whole body as it was sent, which signatures are made over; undefined where it has more than `most` bytes, of which
 * no more is read then. Rejects where the connection breaks off.
 */
export function readBody(request: IncomingMessage, most = BODY_LIMIT): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= most) {
        chunks.push(chunk);
        return;
      }
      request.off('data', take).pause();
      resolve(undefined);
    };
    request.on('data', take);
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    // Stays, because a connection may still break once the body is refused.
    request.on('error', reject);
    request.once('close', () => reject(new Error('The body broke off.')));
  });
}

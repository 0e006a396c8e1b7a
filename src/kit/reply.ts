/** Reading what a service of somebody else's replies: no more of it than makes sense. */

/** The largest reply that is read, in bytes. What we ask for comes in kilobytes. */
export const REPLY_LIMIT = 4 * 1024 * 1024;

/** A reply had more than may be read. */
export class ReplyTooLarge extends Error {
  override readonly name = 'ReplyTooLarge';
}

/**
 * The same reply, of which no more than `most` bytes can be read: reading on rejects with `ReplyTooLarge`, and the
 * connection is let go.
 * @example
 * const reply = limitReply(await fetch(url));
 */
export function limitReply(reply: Response, most = REPLY_LIMIT): Response {
  if (reply.body === null) return reply;
  let size = 0;
  const counted = reply.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size <= most) controller.enqueue(chunk);
        else controller.error(new ReplyTooLarge(`the reply has more than ${most} bytes`));
      },
    }),
  );
  const { status, statusText, headers } = reply;
  return new Response(counted, { status, statusText, headers });
}

/** `fetch`, the replies of which are limited: for libraries that take one. */
export const limitedFetch: typeof fetch = async (...given) => limitReply(await fetch(...given));

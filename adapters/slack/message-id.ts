/**
 * Ids under which messages are posted (`client_msg_id`), so that Slack knows one again whose reply was lost on the way.
 *
 * Slack documents the errors around this id (docs: reference/methods/chat.postMessage, duplicate_message_not_found), yet
 * makes no promise about it: it is the best that there is, for `chat.postEphemeral` and a response_url know none.
 */
import { createHash } from 'node:crypto';

/** The namespace of our ids, any UUID that nobody else uses (RFC 9562, section 5.5). */
const NAMESPACE = Buffer.from('5f0c1e4a7b1d4f0f9c4e0d6a3b8c2e71', 'hex');

/** The same id for the same name, as a UUID of version 5. */
export function messageId(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Slack knows the id, but not its message any more: what is still to be said needs another id. */
export function isSpent(error: unknown): boolean {
  const code = (error as { data?: { error?: unknown } } | undefined)?.data?.error;
  return code === 'duplicate_message_not_found' || code === 'duplicate_channel_not_found';
}

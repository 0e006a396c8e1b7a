import { hash } from 'node:crypto';

/** What a key is of: the same words may be a thread's and a message's. */
type Kind = 'delivery' | 'thread' | 'message' | 'note' | 'owed' | 'question' | 'turn';

/**
 * What stands for a key in the database: 128 bits of its SHA-256, in hexadecimal. That two of 100,000 keys share them is less
 * likely than one in 10^28, and keys, which name people and places, do not reach the disk.
 */
export function digestOf(kind: Kind, key: string): string {
  return hash('sha256', `${kind}:${key}`, 'hex').slice(0, 32);
}

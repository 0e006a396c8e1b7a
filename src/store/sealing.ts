/**
 * Tokens and what people wrote, unreadable on a disk: AES-256-GCM by a key from the environment. What is sealed names its
 * key, so that a second, older one can still open it while everything is sealed anew.
 */
import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** What stands before a text that no key sealed. */
const PLAIN = 'plain:';

/** `place` is where the text is kept, in any words: moved elsewhere, it cannot be opened. */
export interface Sealer {
  /** There is a key: what is sealed may go to a disk. */
  readonly strong: boolean;
  seal(text: string, place: string): string;
  /** @throws SealError where no key that is known opens it */
  open(sealed: string, place: string): string;
  /** It was sealed as `seal` would now. */
  isCurrent(sealed: string): boolean;
}

/** What was sealed with a key that is not known here. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

interface Key {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/**
 * Seals with `secret`, any long random text; without it, texts stay as they are. Opens what either secret sealed.
 * @example
 * const sealer = createSealer(environment.STATE_KEY, environment.STATE_KEY_OLD);
 * sealer.open(sealer.seal('xoxb-1', 'slack T1'), 'slack T1'); // 'xoxb-1'
 */
export function createSealer(secret?: string, oldSecret?: string): Sealer {
  const key = secret === undefined ? undefined : keyOf(secret);
  const keys = [key, oldSecret === undefined ? undefined : keyOf(oldSecret)].filter(
    (one) => one !== undefined,
  );
  return {
    strong: key !== undefined,

    seal(text, place) {
      if (key === undefined) return `${PLAIN}${text}`;
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(ALGORITHM, key.bytes, nonce).setAAD(Buffer.from(place));
      const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${key.id}:${bytes.toString('base64')}`;
    },

    open(sealed, place) {
      if (sealed.startsWith(PLAIN)) return sealed.slice(PLAIN.length);
      const [id, data = ''] = sealed.split(':');
      const fitting = keys.find((one) => one.id === id);
      if (fitting === undefined)
        throw new SealError(
          'What is kept was encrypted with a key that is neither STATE_KEY nor STATE_KEY_OLD.',
        );
      const bytes = Buffer.from(data, 'base64');
      const decipher = createDecipheriv(ALGORITHM, fitting.bytes, bytes.subarray(0, NONCE))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-TAG));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
    },

    isCurrent: (sealed) => sealed.startsWith(key === undefined ? PLAIN : `${key.id}:`),
  };
}

function keyOf(secret: string): Key {
  const bytes = new Uint8Array(hkdfSync('sha256', secret, '', 'rapporteur: what is kept', 32));
  return { id: hash('sha256', bytes, 'hex').slice(0, 8), bytes };
}

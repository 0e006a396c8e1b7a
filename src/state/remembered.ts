/**
 * The deliveries that were answered, as compact as they can be: 16 bytes of a hash, the time until which each counts, and
 * a place in an index, in arrays of a fixed size. So memory does not grow with the number of deliveries, and a full
 * memory forgets the oldest, one for each new one.
 */
import { hash } from 'node:crypto';

/** Characters of a delivery's digest: 128 bits in hexadecimal. */
const DIGEST = 32;

interface Remembered {
  /** Until when the delivery counts as answered, in milliseconds since the epoch; undefined where it is not known. */
  until(digest: string): number | undefined;
  /** Remembers a delivery as the newest one. */
  add(digest: string, until: number): void;
  delete(digest: string): void;
  /** All of them, the oldest first, each with its digest. */
  entries(): Generator<readonly [digest: string, until: number]>;
  readonly size: number;
}

/**
 * What stands for the key of a delivery: 128 bits of its SHA-256. That two of 100,000 keys share them is less likely than
 * one in 10^28, and keys, which name people and places, neither stay in memory nor reach the disk.
 */
export function digestOf(key: string): string {
  return hash('sha256', key, 'hex').slice(0, DIGEST);
}

/** True for what `digestOf` gives; no key is one, as keys have a colon. */
export function isDigest(text: string): boolean {
  return text.length === DIGEST && /^[0-9a-f]+$/.test(text);
}

/** Remembers up to `most` deliveries in about 36 bytes each, taken at once. */
export function createRemembered(most: number): Remembered {
  // A ring: the newest overwrites the oldest. A deleted one leaves a hole (until 0), which the ring closes in its time.
  const words = new Uint32Array(most * 4);
  const ends = new Float64Array(most);
  let next = 0;
  let size = 0;
  // Open addressing, at most half full: the place in the ring plus one, 0 for empty. Digests are as good as random.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(most * 2)));
  const mask = slots.length - 1;
  const probe = new Uint32Array(4);
  const probeBytes = Buffer.from(probe.buffer);

  function load(digest: string): void {
    probeBytes.write(digest, 'hex');
  }

  const homeOf = (place: number): number => (words[place * 4] as number) & mask;

  function isAt(place: number): boolean {
    const from = place * 4;
    return (
      words[from] === probe[0] &&
      words[from + 1] === probe[1] &&
      words[from + 2] === probe[2] &&
      words[from + 3] === probe[3]
    );
  }

  /** The slot of what is in `probe`, or the empty one where it would go. */
  function slotOfProbe(): number {
    let slot = (probe[0] as number) & mask;
    for (let held = slots[slot]; held !== 0 && held !== undefined; held = slots[slot]) {
      if (isAt(held - 1)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Empties a slot and moves up what would be searched for past it. */
  function empty(slot: number): void {
    let gap = slot;
    slots[gap] = 0;
    for (let at = (gap + 1) & mask; slots[at] !== 0; at = (at + 1) & mask) {
      const home = homeOf((slots[at] as number) - 1);
      if (((at - home) & mask) >= ((at - gap) & mask)) {
        slots[gap] = slots[at] as number;
        slots[at] = 0;
        gap = at;
      }
    }
  }

  function forget(place: number): void {
    if (ends[place] === 0) return;
    let slot = homeOf(place);
    while (slots[slot] !== place + 1) slot = (slot + 1) & mask;
    empty(slot);
    ends[place] = 0;
    size -= 1;
  }

  function find(digest: string): number | undefined {
    load(digest);
    const held = slots[slotOfProbe()] as number;
    return held === 0 ? undefined : held - 1;
  }

  return {
    until(digest) {
      const place = find(digest);
      return place === undefined ? undefined : ends[place];
    },

    add(digest, until) {
      const known = find(digest);
      if (known !== undefined) forget(known);
      // Times are since the epoch: nothing that counts ends at 0.
      if (until <= 0) return;
      forget(next);
      load(digest);
      words.set(probe, next * 4);
      ends[next] = until;
      slots[slotOfProbe()] = next + 1;
      next = (next + 1) % most;
      size += 1;
    },

    delete(digest) {
      const known = find(digest);
      if (known !== undefined) forget(known);
    },

    *entries() {
      for (let step = 0; step < most; step++) {
        const place = (next + step) % most;
        const until = ends[place] as number;
        if (until === 0) continue;
        const bytes = Buffer.from(words.buffer, place * 16, 16);
        yield [bytes.toString('hex'), until];
      }
    },

    get size() {
      return size;
    },
  };
}

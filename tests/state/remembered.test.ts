import { describe, expect, test } from '@jest/globals';
import { createRemembered, digestOf, isDigest } from '../../src/state/remembered.ts';
import { fc } from '../support/property.ts';

/** Digests that all begin their search at the same few slots, so that they get in each other's way. */
function crowded(index: number): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(index % 3, 0);
  bytes.writeUInt32LE(index, 12);
  return bytes.toString('hex');
}

describe('remembered deliveries', () => {
  test('a key is known by its digest, which tells nothing of it', () => {
    const key = 'delivery:slack:T1:C1:123.456';
    expect(isDigest(digestOf(key))).toBe(true);
    expect(digestOf(key)).toBe(digestOf(key));
    expect(digestOf(key)).not.toBe(digestOf(`${key}7`));
    expect(isDigest(key)).toBe(false);
    expect(isDigest(`delivery:${'0'.repeat(23)}`)).toBe(false);
  });

  test('of ten times as many as there is room for, the newest are kept, in their order', () => {
    const remembered = createRemembered(1_000);
    for (let index = 0; index < 10_000; index++) remembered.add(digestOf(`d:${index}`), index + 1);
    expect(remembered.size).toBe(1_000);
    expect(remembered.until(digestOf('d:8999'))).toBeUndefined();
    const kept = [...remembered.entries()];
    expect(kept).toEqual(Array.from({ length: 1_000 }, (_, at) => [digestOf(`d:${9_000 + at}`), 9_001 + at]));
  });

  test('takes its memory at once, and no more however many come', () => {
    const before = process.memoryUsage().arrayBuffers;
    const remembered = createRemembered(100_000);
    const taken = process.memoryUsage().arrayBuffers - before;
    expect(taken).toBeGreaterThan(2_000_000);
    expect(taken).toBeLessThan(5_000_000);
    for (let index = 0; index < 250_000; index++) remembered.add(spread(index), 1 + index);
    expect(remembered.size).toBe(100_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  test('answers as a map does that forgets its oldest, whatever is added, added again and deleted', () => {
    const step = fc.record({
      index: fc.nat(11),
      until: fc.integer({ min: 1, max: 1_000 }),
      remove: fc.nat(4).map((of) => of === 0),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const most = 8;
        const remembered = createRemembered(most);
        // Each place of the ring: what stands there, or a hole.
        let ring: ({ digest: string; until: number } | undefined)[] = [];
        for (const { index, until, remove } of steps) {
          const digest = crowded(index);
          ring = ring.map((one) => (one?.digest === digest ? undefined : one));
          if (remove) remembered.delete(digest);
          else {
            remembered.add(digest, until);
            ring = [...ring, { digest, until }].slice(-most);
          }
          const kept = ring.filter((one) => one !== undefined);
          expect([...remembered.entries()]).toEqual(kept.map((one) => [one.digest, one.until]));
          expect(remembered.size).toBe(kept.length);
          for (let other = 0; other <= 11; other++)
            expect(remembered.until(crowded(other))).toBe(
              kept.find((one) => one.digest === crowded(other))?.until,
            );
        }
      }),
    );
  });
});

/** Digests as they come, without the time that hashing takes. */
function spread(index: number): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(Math.imul(index, 2_654_435_761) >>> 0, 0);
  bytes.writeUInt32LE(index, 8);
  return bytes.toString('hex');
}

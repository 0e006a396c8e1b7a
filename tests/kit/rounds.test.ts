/** Turns: everybody in turn, so many at once, whatever fails. */
import { describe, expect, test } from '@jest/globals';
import { createRounds } from '../../src/kit/rounds.ts';
import { fc } from '../support/property.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('rounds', () => {
  test('whoever asks a hundred times keeps the others waiting for one of them', async () => {
    const rounds = createRounds(1);
    const order: string[] = [];
    const works = [...Array.from({ length: 100 }, () => 'flood'), 'ann', 'ben', 'ann'].map((whose) =>
      rounds.run(whose, async () => {
        order.push(whose);
        await turn();
      }),
    );
    expect(rounds.waiting).toBe(102);
    await Promise.all(works);
    expect(order.slice(0, 5)).toEqual(['flood', 'flood', 'ann', 'ben', 'flood']);
    expect(order.slice(5, 7)).toEqual(['ann', 'flood']);
    expect(order).toHaveLength(103);
  });

  test('what each gives or fails with comes to whoever asked for it', async () => {
    const rounds = createRounds(2);
    const [given, failed] = await Promise.allSettled([
      rounds.run('a', async () => 'given'),
      rounds.run('a', () => Promise.reject(new Error('failed'))),
    ]);
    expect(given).toEqual({ status: 'fulfilled', value: 'given' });
    expect(failed).toMatchObject({ status: 'rejected', reason: new Error('failed') });
    expect(await rounds.run('a', async () => 'next')).toBe('next');
    expect(rounds.waiting).toBe(0);
  });

  test('no more run at once than may, all run, and those of one person in their order', async () => {
    const whoses = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(whoses, fc.integer({ min: 1, max: 4 }), async (all, atOnce) => {
        const rounds = createRounds(atOnce);
        const begun = new Map<string, number[]>();
        let running = 0;
        await Promise.all(
          all.map((whose, place) =>
            rounds.run(whose, async () => {
              running += 1;
              expect(running).toBeLessThanOrEqual(atOnce);
              begun.set(whose, [...(begun.get(whose) ?? []), place]);
              await turn();
              running -= 1;
            }),
          ),
        );
        for (const places of begun.values()) expect(places).toEqual([...places].sort((a, b) => a - b));
        expect([...begun.values()].flat()).toHaveLength(all.length);
      }),
      { numRuns: 40 },
    );
  });
});

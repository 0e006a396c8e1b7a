/** Every way to ask is answered, once, and nobody but people are. */
import { describe, expect, test } from '@jest/globals';
import { until } from '../../support/until.ts';
import type { Driver } from '../driver.ts';
import { has, newDelivery, onSurface, rigFor, SURFACES } from '../rigs.ts';
import { expectReply, expectShown, isReply, simplify } from '../seeing.ts';

export function declareBaseCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const surfaces = SURFACES.filter((surface) => has(driver, surface));

  test('the driver plays every surface that the adapter has', () => {
    expect([...rig().surfaces].sort()).toEqual([...surfaces].sort());
  });

  describe.each(surfaces)('by %s', (surface) => {
    test.each(['sessions sdg8', 'speaker Popova', 'recommendations migration'])(
      '%s is answered with its sources',
      async (line) => {
        const expected = await host().ask({ text: line });
        expect(expected.outcome).toBe('found');
        const reply = expectReply(await rig().send(surface, { text: onSurface(surface, line) }));
        rig().validate(reply.payload);
        expectShown(reply, expected);
      },
    );

    test('what the archive does not have is answered with just that', async () => {
      const line = 'speaker Xqzwv Ktrmpf';
      const expected = await host().ask({ text: line });
      expect(expected.outcome).not.toBe('found');
      const reply = expectReply(await rig().send(surface, { text: onSurface(surface, line) }));
      rig().validate(reply.payload);
      expect(simplify(reply.visible)).toContain(simplify(expected.title));
    });

    test('a line is counted, by what it came as and what came of it', async () => {
      const before = host().metrics.counted.length;
      const counted = () =>
        host()
          .metrics.counted.slice(before)
          .filter(({ name }) => name === 'requests');
      expectReply(await rig().send(surface, { text: onSurface(surface, 'sessions sdg8') }));
      // Some count once the reply is out.
      await until(() => counted().length > 0, 30_000);
      expect(counted()).toEqual([
        { name: 'requests', labels: { adapter: 'test', kind: expect.any(String), outcome: 'found' } },
      ]);
    });

    if (driver.repeats === false) return;

    test('the same delivery twice is answered once', async () => {
      const delivery = newDelivery();
      const incoming = { text: onSurface(surface, 'sessions sdg8'), delivery };
      expectReply(await rig().send(surface, incoming));
      expect(await rig().send(surface, incoming)).toBe('silence');
    });

    test('two repeats at the same moment are answered once', async () => {
      const incoming = { text: onSurface(surface, 'sessions sdg8'), delivery: newDelivery() };
      const outcomes = await Promise.all([
        rig().send(surface, incoming),
        rig().send(surface, incoming),
        rig().send(surface, incoming),
      ]);
      expect(outcomes.filter(isReply)).toHaveLength(1);
    });
  });

  const spoken = surfaces.filter((surface) => surface !== 'command');
  if (spoken.length === 0) return;
  describe.each(spoken)('by %s', (surface) => {
    test.each(['self', 'bot'] as const)('a message of a bot (%s) is ignored', async (sender) => {
      expect(await rig().send(surface, { text: 'sessions sdg8', sender })).toBe('silence');
    });

    test('nothing but the bot’s name asks for help', async () => {
      const help = await host().ask({ text: 'help' });
      const reply = expectReply(await rig().send(surface, { text: '' }));
      expect(simplify(reply.visible)).toContain(simplify(help.title));
    });
  });
}

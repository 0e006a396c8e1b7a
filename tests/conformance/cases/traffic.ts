/** Where many ask at once: what comes again is refused, what does not is answered later, and who asks too much is told. */
import { expect, test } from '@jest/globals';
import { createQuotas } from '../../../src/contract/quotas.ts';
import { createTraffic } from '../../../src/contract/traffic.ts';
import { catalogueFor } from '../../../src/locales/locales.ts';
import { openHost } from '../../support/host.ts';
import type { Driver } from '../driver.ts';
import { has, newDelivery, onSurface, SURFACES, withRig } from '../rigs.ts';
import { expectReply, expectShown, simplify } from '../seeing.ts';

const LINE = 'sessions sdg8';

export function declareTrafficCases(driver: Driver): void {
  const surfaces = SURFACES.filter((surface) => has(driver, surface));
  // Pages belong to nobody in particular, and are answered while they are waited for.
  if (driver.callsApi === false) return;

  test.concurrent.each(surfaces)(
    'by %s while many wait: refused and served when it comes again, or acknowledged and answered later, once',
    async (surface) => {
      let busy = true;
      const host = await openHost({ traffic: { ...createTraffic(), isBusy: () => busy } });
      await withRig(driver, { host }, async (rig) => {
        const incoming = { text: onSurface(surface, LINE), delivery: newDelivery() };
        let outcome = await rig.send(surface, incoming);
        busy = false;
        if (outcome === 'refused') outcome = await rig.send(surface, incoming);
        expectShown(expectReply(outcome), await (await openHost()).ask({ text: LINE }));
        const answered = host.metrics.counted.filter(({ name }) => name === 'requests');
        expect(answered).toHaveLength(1);
      });
    },
  );

  test.concurrent.each(surfaces)('by %s a person who asks too much is told so, once', async (surface) => {
    const quota = { atOnce: 5, perMinute: 2 };
    const quotas = createQuotas({ user: quota, workspace: { atOnce: 5, perMinute: 100 } });
    const host = await openHost({ traffic: createTraffic(quotas) });
    await withRig(driver, { host }, async (rig) => {
      const ask = () => rig.send(surface, { text: onSurface(surface, LINE) });
      for (let line = 0; line < quota.perMinute; line += 1) expectReply(await ask());
      const { visible } = expectReply(await ask());
      const words = simplify(catalogueFor(undefined).chat.tooMany('user'));
      expect(simplify(visible)).toContain(words);
      const next = await ask();
      // What waits for a reply has one; a message is left alone.
      if (next !== 'silence') expect(simplify(expectReply(next).visible)).toContain(words);
    });
  });
}

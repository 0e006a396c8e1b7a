/** A host that tells of all that is worked on: deliveries, and what is owed until it was served. */

import type { Host } from '../../src/contract/adapter.ts';
import type { Asker } from '../../src/contract/quotas.ts';

/** @param began is called with each work as it begins; it may reject */
export function watchWork(host: Host, began: (work: Promise<unknown>) => void): Host {
  const served = new Map<string, () => void>();

  const once: Host['once'] = (key, work) => {
    const running = host.once(key, work);
    began(running);
    return running;
  };
  const oweBy =
    (whose: Host): Host['owe'] =>
    async (key, payload, expiresIn) => {
      const serving = new Promise<void>((resolve) => served.set(payload, resolve));
      began(serving);
      const kept = await whose.owe(key, payload, expiresIn);
      if (!kept) served.get(payload)?.();
      return kept;
    };

  return {
    ...host,
    for: (asker: Asker) => ({ ...host.for(asker), once, owe: oweBy(host.for(asker)) }),
    once,
    owe: oweBy(host),
    settle: (serve) =>
      host.settle(async (payload) => {
        await serve(payload);
        served.get(payload)?.();
      }),
  };
}

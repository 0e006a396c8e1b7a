/** A host with a way to wait until nothing is being worked on any more. */
import type { Host } from '../../../src/contract/adapter.ts';
import { watchWork } from '../../support/working.ts';
import type { Started } from './counterpart.ts';

export interface Watched {
  readonly host: Host;
  /** Resolves when all that was sent has been taken in, and nothing is in work or under way to the counterpart. */
  idle(discord: Started): Promise<void>;
}

export function watch(host: Host): Watched {
  const underWay = new Set<Promise<unknown>>();
  return {
    host: watchWork(host, (running) => {
      underWay.add(running);
      const forget = () => void underWay.delete(running);
      running.then(forget, forget);
    }),
    async idle(discord) {
      await discord.gateway.settle();
      // Quiet for a few turns in a row: an apology is sent after its work has failed.
      for (let quiet = 0; quiet < 4; quiet += 1) {
        if (underWay.size > 0 || discord.rest.open > 0) quiet = -1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

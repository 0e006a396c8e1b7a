/** What all adapters share of one engine: whose turn it is, who has asked enough, and whether more can be taken now. */
import { type Call, callsOf, engineOver } from '../engine/calls.ts';
import type { Engine } from '../engine.ts';
import { createRounds } from '../kit/rounds.ts';
import { createQuotas, type Quotas } from './quotas.ts';

export interface Traffic {
  /** `engine`, of which each call waits for the turn of `whose`. */
  inTurn(engine: Engine, whose: string): Engine;
  readonly quotas: Quotas;
  /** Counts `work` among what is in hand while it runs. */
  inHand<T>(work: () => Promise<T>): Promise<T>;
  /** More is in hand, or waits, than is done within a moment: what comes again is refused for now, what does not is owed. */
  isBusy(): boolean;
  /** Calls that wait for their turn. */
  readonly waiting: number;
}

/** The thread answers one call after the other; the second is there when it has done the first. */
const AT_ONCE = 2;
/**
 * An answer and its delivery take a millisecond or two, ten on a machine that is just starting or busy otherwise: so many are
 * done before the three seconds are over for which platforms wait.
 */
const MOMENT = 250;

/** @example const traffic = createTraffic(); // one for a service, given to the host of each adapter */
export function createTraffic(quotas: Quotas = createQuotas()): Traffic {
  const rounds = createRounds(AT_ONCE);
  let inHand = 0;
  return {
    inTurn(engine, whose) {
      const calls = callsOf(engine);
      const call = ((name, ...args) =>
        rounds.run(whose, () => (calls[name] as (...given: unknown[]) => Promise<unknown>)(...args))) as Call;
      return engineOver(call, () => engine.revision);
    },
    quotas,
    async inHand(work) {
      inHand += 1;
      try {
        return await work();
      } finally {
        inHand -= 1;
      }
    },
    isBusy: () => Math.max(inHand, rounds.waiting) > MOMENT,
    get waiting() {
      return rounds.waiting;
    },
  };
}

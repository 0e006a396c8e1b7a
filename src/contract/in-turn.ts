/** Works under one key run one after the other, in the order in which they came, in whichever processes that share a store. */
import { sleep } from '../kit/waiting.ts';
import type { Turns } from '../store/turns.ts';
import type { Log } from './adapter.ts';

/** How long whoever waits for another process looks away: at first, and at most. Milliseconds. */
const FIRST_LOOK = 10;
const LAST_LOOK = 100;
/** A turn is lost after three times as long. */
const RENEWAL = 5_000;

/** The last one in a line. */
interface Place {
  readonly taken: Promise<unknown>;
  readonly ended: Promise<void>;
}

/**
 * Gives a function that runs a work when its turn has come. A work must not reject. While the store is away, each process keeps
 * the order for itself.
 */
export function createInTurn(turns: Turns, log: Log): (key: string, work: () => Promise<void>) => void {
  const last = new Map<string, Place>();

  async function waitFor(key: string, number: number): Promise<void> {
    for (let look = FIRST_LOOK; !(await turns.isNext(key, number)); look = Math.min(look * 1.5, LAST_LOOK))
      await sleep(look);
  }

  async function serve(key: string, number: number, work: () => Promise<void>): Promise<void> {
    const untold = () => {};
    const timer = setInterval(() => turns.renew(key, number).catch(untold), RENEWAL);
    timer.unref();
    await work();
    clearInterval(timer);
    // Whoever is behind waits for the end of the turn, then.
    await turns.end(key, number).catch(untold);
  }

  return (key, work) => {
    const before = last.get(key);
    const failed = (error: unknown) => {
      log.warn({ error }, 'the order of lines is kept in this process alone');
      return undefined;
    };
    // One after the other, or two of them could overtake each other on their way to the database.
    const taken = Promise.resolve(before?.taken)
      .then(() => turns.take(key))
      .catch(failed);
    const ended = Promise.resolve(before?.ended).then(async () => {
      const ticket = await taken;
      if (ticket === undefined) return work();
      if (!ticket.now) await waitFor(key, ticket.number).catch(failed);
      return serve(key, ticket.number, work);
    });
    const place = { taken, ended };
    last.set(key, place);
    void ended.then(() => {
      if (last.get(key) === place) last.delete(key);
    });
  };
}

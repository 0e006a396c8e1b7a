/**
 * Lasting failures: what fails now and will fail again until somebody mends it. Each is told once in the log, with what
 * helps, and shown by the status and the figures for as long as it lasts.
 */
import type { Log } from './adapter.ts';

/**
 * - `credentials`: a token or secret of ours is refused.
 * - `signature`: what is delivered does not carry the right signature.
 * - `clock`: this machine's clock is more than a minute off.
 * - `state`: what must be remembered cannot be kept.
 * - `engine`: the thread that makes the answers ended.
 */
export type TroubleKind = 'credentials' | 'signature' | 'clock' | 'state' | 'engine';

/** One part's troubles: an adapter's, or the store's. */
export interface Troubles {
  /** `what` says in one line what fails and what helps. Told once, however often it is begun. */
  begin(kind: TroubleKind, what: string): void;
  /** It works again; nothing where it always did. */
  end(kind: TroubleKind): void;
}

export interface Trouble {
  readonly part: string;
  readonly kind: TroubleKind;
  readonly what: string;
}

/** The troubles of all parts. */
export interface TroubleBook {
  of(part: string, log: Log): Troubles;
  /** Those that last at this moment. */
  current(): readonly Trouble[];
}

/**
 * @example
 * const troubles = createTroubleBook().of('slack', log);
 * troubles.begin('credentials', 'Slack refused SLACK_BOT_TOKEN: copy it anew');
 */
export function createTroubleBook(): TroubleBook {
  const lasting = new Map<string, Trouble>();
  return {
    of: (part, log) => ({
      begin(kind, what) {
        const key = `${part} ${kind}`;
        const known = lasting.has(key);
        lasting.set(key, { part, kind, what });
        if (!known) log.error({ trouble: kind }, what);
      },
      end(kind) {
        const one = lasting.get(`${part} ${kind}`);
        if (one === undefined) return;
        lasting.delete(`${part} ${kind}`);
        log.info({ trouble: kind }, `over: ${one.what}`);
      },
    }),
    current: () => [...lasting.values()],
  };
}

export interface SignatureWatch {
  /** A right signature. `skew`: our clock minus its time, in milliseconds. */
  genuine(skew: number): void;
  /** A signature that is not right. What carries none at all comes from scanners, and says nothing. */
  forged(): void;
}

interface WatchOptions {
  /** Who signs, in the log: "Slack". */
  readonly sender: string;
  /** The variable that signatures are checked with. */
  readonly secret: string;
}

/** As much a delivery may be late, or a clock off, without a word. Milliseconds. */
const LATE = 60_000;
/** So many in a row are no chance: one may have been held up on its way, or be somebody's attempt. */
const IN_A_ROW = 3;

/** Tells from signatures whether the secret is the right one and the clock is right. */
export function watchSignatures(troubles: Troubles, { sender, secret }: WatchOptions): SignatureWatch {
  let forged = 0;
  let late = 0;
  return {
    genuine(skew) {
      forged = 0;
      troubles.end('signature');
      if (Math.abs(skew) <= LATE) {
        late = 0;
        troubles.end('clock');
        return;
      }
      late += 1;
      if (late < IN_A_ROW) return;
      const minutes = Math.round(Math.abs(skew) / 60_000);
      const side = skew > 0 ? 'ahead of' : 'behind';
      troubles.begin(
        'clock',
        `the clock of this machine is about ${minutes} min ${side} that of ${sender}; from five on, every request is refused: set it, best by NTP (timedatectl set-ntp true)`,
      );
    },
    forged() {
      forged += 1;
      if (forged < IN_A_ROW) return;
      troubles.begin(
        'signature',
        `requests are refused because ${secret} does not fit their signatures: copy it anew from the app at ${sender}; if all is well there, somebody else sends them`,
      );
    },
  };
}

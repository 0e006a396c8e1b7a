/** How much one person and one workspace may ask: so many lines at the same time, and so many in a minute. */

/** Who asks, as the platform names them. */
export interface Asker {
  readonly user: string;
  /** Workspace, server or organization; absent in conversations that belong to none. */
  readonly workspace?: string;
}

export interface Quota {
  /** Lines that wait for their answer at the same time. */
  readonly atOnce: number;
  /** Lines in a minute, after as many at once. */
  readonly perMinute: number;
}

/** A minute's quota is far more than somebody types or clicks, and far less than a script would. */
export const QUOTAS: Readonly<Record<'user' | 'workspace', Quota>> = {
  user: { atOnce: 6, perMinute: 60 },
  workspace: { atOnce: 400, perMinute: 2_000 },
};

/** One line too many. It is refused in words: see `chat.tooMany` of the catalogue. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  /** Whose quota is used up. */
  readonly whose: 'user' | 'workspace';
  /** The same was said within this minute: where nobody waits for a reply, none is needed. */
  readonly again: boolean;
  constructor(whose: 'user' | 'workspace', again: boolean) {
    super(`The quota of the ${whose} is used up.`);
    this.whose = whose;
    this.again = again;
  }
}

export interface Quotas {
  /**
   * Takes one line off the quotas of `asker`; gives what is to be called when it was answered.
   * @throws TooMany where nothing is left
   */
  take(asker: Asker): () => void;
  /** How many askers and workspaces are remembered: those of the last minute, more or less. */
  readonly remembered: number;
}

/** What is left of one quota. */
interface Account {
  open: number;
  left: number;
  /** When `left` was true, and when its owner was last told that nothing is. Milliseconds. */
  at: number;
  told: number;
}

const MINUTE = 60_000;

/** @param now milliseconds, for tests */
export function createQuotas(quotas = QUOTAS, now: () => number = () => performance.now()): Quotas {
  const accounts = new Map<string, Account>();

  function accountOf(key: string, { perMinute }: Quota): Account {
    const at = now();
    const known = accounts.get(key) ?? { open: 0, left: perMinute, at, told: Number.NEGATIVE_INFINITY };
    known.left = Math.min(perMinute, known.left + ((at - known.at) * perMinute) / MINUTE);
    known.at = at;
    return known;
  }

  /** Forgets those who have asked nothing for a while; the longest silent come first. */
  function sweep(): void {
    const long = now() - MINUTE;
    for (const [key, { open, at }] of accounts) {
      if (at > long) return;
      if (open === 0) accounts.delete(key);
    }
  }

  return {
    take({ user, workspace }) {
      const wanted = [
        { whose: 'user' as const, key: `user ${workspace ?? ''} ${user}` },
        ...(workspace === undefined ? [] : [{ whose: 'workspace' as const, key: `workspace ${workspace}` }]),
      ].map(({ whose, key }) => ({ whose, key, account: accountOf(key, quotas[whose]) }));
      for (const { whose, key, account } of wanted) {
        // The newest last.
        accounts.delete(key);
        accounts.set(key, account);
        if (account.left >= 1 && account.open < quotas[whose].atOnce) continue;
        const again = now() - account.told < MINUTE;
        if (!again) account.told = now();
        throw new TooMany(whose, again);
      }
      for (const { account } of wanted) {
        account.left -= 1;
        account.open += 1;
      }
      sweep();
      return () => {
        for (const { account } of wanted) account.open -= 1;
      };
    },
    get remembered() {
      return accounts.size;
    },
  };
}

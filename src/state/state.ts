/**
 * The state port: the little that must be remembered between requests (deliveries, a thread's last line,
 * installations, feedback). Asynchronous and bounded, so that a database can stand behind it later.
 */

export interface SetOptions {
  /** Milliseconds from now after which the value is gone; absent: kept until deleted. */
  readonly expiresIn?: number;
}

/**
 * - `new`: the claim is yours until the lease ends: work, then `complete`, or `release` on failure.
 * - `busy`: somebody else holds it: refuse for now, the platform comes again.
 * - `done`: it was completed: acknowledge and drop.
 */
export type Claim = 'new' | 'busy' | 'done';

/** Values are anything that JSON can hold. Keys are `kind:rest`, at most 512 characters. */
export interface State {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown, options?: SetOptions): Promise<void>;
  /** When it resolves, the value is nowhere any more: not on a disk either. */
  delete(key: string): Promise<void>;
  /** Keys that begin with `prefix`, in order, expired ones left out. */
  list(prefix: string): Promise<readonly string[]>;
  /** Claims the delivery `key` for `lease` milliseconds; a lease that ran out can be claimed anew. */
  claim(key: string, lease: number): Promise<Claim>;
  /** Extends a claim to `lease` milliseconds from now; false where it is no longer held. For work that takes longer. */
  renew(key: string, lease: number): Promise<boolean>;
  /** Marks a claimed delivery as done; remembered for `remember` milliseconds (an hour, unless told otherwise). */
  complete(key: string, remember?: number): Promise<void>;
  /** Gives a claimed delivery back, so that its repeat is served. */
  release(key: string): Promise<void>;
  /** Writes out what is pending and lets go of resources. */
  close(): Promise<void>;
}

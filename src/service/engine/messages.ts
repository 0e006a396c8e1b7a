/**
 * What crosses between the service and its threads. Requests and Answers are plain data and are copied; the archive, which
 * is closures over typed arrays, never leaves its thread.
 */
import type { CallName } from '../../engine/calls.ts';
import type { Examination } from '../../knowledge/examine.ts';
import type { Problem } from '../../knowledge/problem.ts';

/** To the thread. */
export interface Asked {
  readonly id: number;
  readonly name: CallName;
  readonly args: readonly unknown[];
}

/** What `check` says of a revision. */
export type Examined = Pick<Examination, 'problems' | 'coverage'>;

/** From the thread of an engine. */
export type Told =
  /** The knowledge is sound; calls may come, and wait until the archive is open. `examined`: no snapshot spared the look. */
  | { readonly kind: 'loaded'; readonly revision: string; readonly examined?: Examined }
  /** It is not; the thread ends. */
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] }
  | { readonly kind: 'given'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error };

/** From the thread that looks after the folder. */
export type Seen =
  /** Another revision lies there, or the one in use again after a faulty edit. */
  | { readonly kind: 'edited'; readonly revision: string; readonly examined?: Examined }
  /** What lies there cannot be loaded. */
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] }
  | { readonly kind: 'examined'; readonly revision: string; readonly examined: Examined };

/**
 * Calls to the connector that failed, and which of them may be tried again.
 *
 * Teams asks for exponential back-off with jitter on 412, 429, 502 and 504 (Microsoft Learn: Optimize your bot with
 * rate limiting). 408, 500 and 503 pass as well, and so does a connection that broke: an answer that comes twice, which
 * is rare, is better than none.
 */
import type { Failure } from '../../src/kit/retry.ts';
import { TokenRefused } from './credentials.ts';

/** The connector said no, or could not be reached (no status). */
export class ConnectorError extends Error {
  readonly status: number | undefined;
  /** Milliseconds that the connector asked to wait. */
  readonly wait: number | undefined;

  constructor(message: string, status?: number, wait?: number) {
    super(message);
    this.name = 'ConnectorError';
    this.status = status;
    this.wait = wait;
  }
}

/** Whether the conversation takes nothing of ours: we were removed from it, or may not write there. */
export function isClosed(error: unknown): boolean {
  return error instanceof ConnectorError && (error.status === 403 || error.status === 404);
}

const PASSING: ReadonlySet<number> = new Set([408, 412, 429, 500, 502, 503, 504]);

/** Whether another try may succeed. Whatever else fails is a mistake of ours, and stays one. */
export function classify(error: unknown): Failure {
  if (error instanceof TokenRefused) return { kind: error.final ? 'final' : 'passing' };
  if (!(error instanceof ConnectorError)) return { kind: 'final' };
  const { status, wait } = error;
  if (status !== undefined && !PASSING.has(status)) return { kind: 'final' };
  return wait === undefined ? { kind: 'passing' } : { kind: 'limited', after: wait };
}

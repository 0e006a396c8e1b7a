/**
 * Discord's REST API as this adapter uses it: one call, its failures in a few kinds, and retries that never double a
 * message. The SDK stands behind `Send`; it waits for rate limits by itself.
 */
import { type Failure, withRetries } from '../../src/kit/retry.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version: `/channels/1/messages`. */
  readonly path: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether the bot's token goes along; interactions carry a token of their own in the path. */
  readonly authorized: boolean;
  /**
   * Tried again for about a minute instead of a few seconds: for what nobody waits for within a deadline, and what may
   * arrive twice that much later (a message with a nonce, an edit).
   */
  readonly lasting?: boolean;
}

/** One attempt. Rejects with an `ApiFailure`. */
export type Send = (request: ApiRequest) => Promise<unknown>;

/**
 * - `refused`: Discord said no; another attempt would be refused too. `code` says why.
 * - `limited`: a rate limit longer than it is worth waiting for.
 * - `failing`: an error of Discord's (5xx).
 * - `unreachable`: no answer: network, time-out, connection closed half-way.
 */
type FailureKind = 'refused' | 'limited' | 'failing' | 'unreachable';

/** A call that failed. It never holds what was sent or the token, so it may be logged. */
export class ApiFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number;
  readonly code: number;
  /** How often it was tried before. */
  readonly earlier: number;

  constructor(kind: FailureKind, status: number, code: number, message: string, earlier = 0) {
    super(message);
    this.name = 'ApiFailure';
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.earlier = earlier;
  }
}

/** JSON error codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const CODE = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  cannotMessageUser: 50007,
  missingPermissions: 50013,
  invalidWebhookToken: 50027,
  threadArchived: 50083,
  replyNeedsHistory: 160002,
  threadLocked: 160005,
} as const;

/** The interaction is over: answered too late, or its token has run out. */
export function isExpired(error: unknown): boolean {
  return (
    error instanceof ApiFailure &&
    (error.code === CODE.unknownInteraction ||
      error.code === CODE.unknownWebhook ||
      error.code === CODE.unknownMessage ||
      error.code === CODE.invalidWebhookToken)
  );
}

/** The bot may not write where it was asked: by its permissions, or because the thread is closed. */
export function isForbidden(error: unknown): boolean {
  const codes: readonly number[] = [
    CODE.missingAccess,
    CODE.missingPermissions,
    CODE.threadArchived,
    CODE.threadLocked,
  ];
  return error instanceof ApiFailure && codes.includes(error.code);
}

/** How long to wait before each further attempt, in milliseconds. */
interface Pauses {
  readonly short: readonly number[];
  readonly lasting: readonly number[];
}

/**
 * Tries again, after each of the pauses, what failed at Discord or on the way. Only for calls that may safely arrive twice:
 * those with a nonce, edits, reads, and first replies to interactions, of which Discord takes one.
 */
export function retrying(send: Send, { short, lasting }: Pauses, onRetry: () => void): Send {
  return async (request) => {
    const pauses = request.lasting === true ? lasting : short;
    let earlier = 0;
    const told = () => {
      earlier += 1;
      onRetry();
    };
    try {
      return await withRetries(() => send(request), {
        classify,
        pauses: (failed) => pauses[failed - 1],
        onRetry: told,
      });
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      throw new ApiFailure(error.kind, error.status, error.code, error.message, earlier);
    }
  };
}

/** What failed at Discord or on the way may go well the next time; limits are waited for by the SDK. */
function classify(error: unknown): Failure {
  const passes = error instanceof ApiFailure && (error.kind === 'failing' || error.kind === 'unreachable');
  return { kind: passes ? 'passing' : 'final' };
}

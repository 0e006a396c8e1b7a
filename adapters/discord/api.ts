/**
 * Discord's REST API as this adapter uses it: one call, its failures in a few kinds, and retries that never double a
 * message. The SDK stands behind `Send`; it waits for rate limits by itself.
 */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version: `/channels/1/messages`. */
  readonly path: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether the bot's token goes along; interactions carry a token of their own in the path. */
  readonly authorized: boolean;
}

/** One attempt. Rejects with an `ApiFailure`. */
export type Send = (request: ApiRequest) => Promise<unknown>;

/**
 * - `refused`: Discord said no; another attempt would be refused too. `code` says why.
 * - `limited`: a rate limit longer than it is worth waiting for.
 * - `failing`: an error of Discord's (5xx).
 * - `unreachable`: no answer: network, time-out, connection closed half-way.
 */
export type FailureKind = 'refused' | 'limited' | 'failing' | 'unreachable';

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
  replyNeedsHistory: 160002,
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

/** The bot may not write where it was asked. */
export function isForbidden(error: unknown): boolean {
  return (
    error instanceof ApiFailure &&
    (error.code === CODE.missingAccess || error.code === CODE.missingPermissions)
  );
}

/**
 * Tries again, after each of `pauses` (milliseconds), what failed at Discord or on the way. Only for calls that may safely arrive twice: those with a nonce, edits,
 * reads, and first replies to interactions, of which Discord takes one.
 */
export function withRetries(send: Send, pauses: readonly number[], onRetry: () => void): Send {
  return async (request) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send(request);
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error;
        const pause = pauses[attempt];
        if (pause === undefined || error.kind === 'refused' || error.kind === 'limited') {
          throw new ApiFailure(error.kind, error.status, error.code, error.message, attempt);
        }
        onRetry();
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };
}

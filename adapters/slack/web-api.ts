/**
 * Slack's Web API as the handlers use it, over Bolt's client: every call with its own few retries, since the client's
 * own ones would hold a whole workspace back for as long as a 429 says.
 */

import { randomUUID } from 'node:crypto';
import type { Log, Metrics } from '../../src/contract/adapter.ts';
import type { Troubles } from '../../src/contract/troubles.ts';
import { type Failure, growingPauses, type RetryOptions, withRetries } from '../../src/kit/retry.ts';
import type { Message } from './blocks.ts';
import { isSpent, messageId } from './message-id.ts';
import type { SlackApi } from './ports.ts';
import type { Place } from './receive.ts';
import { LITERAL } from './respond.ts';

/** What this room needs of the SDK's WebClient. */
export interface WebApiClient {
  apiCall(method: string, options?: Record<string, unknown>): Promise<object>;
}

/** Times in milliseconds. */
export interface RetryTimes {
  /** How often a call is tried in all. */
  readonly tries: number;
  /** From the first try on; no try begins later. */
  readonly deadline: number;
  /** Before the second try; tripled at each further one. */
  readonly pause: number;
}

export function retryOptions({
  tries,
  deadline,
  pause,
}: RetryTimes): Pick<RetryOptions, 'deadline' | 'pauses'> {
  return { deadline, pauses: growingPauses({ first: pause, factor: 3, tries }) };
}

interface WebApiOptions {
  readonly retry: RetryTimes;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Told where Slack refuses the one token that there is. */
  readonly troubles?: Troubles;
}

export function createSlackApi(
  client: WebApiClient,
  { retry, log, metrics, troubles }: WebApiOptions,
): SlackApi {
  const attempt = async (method: string, options: Record<string, unknown>) => {
    try {
      const result = await client.apiCall(method, options);
      troubles?.end('credentials');
      return result;
    } catch (error) {
      const refusal = tokenRefusal(error);
      if (refusal !== undefined) troubles?.begin('credentials', refusedToken(refusal));
      throw error;
    }
  };
  const call = (method: string, options: Record<string, unknown>) =>
    withRetries(() => attempt(method, options), {
      ...retryOptions(retry),
      classify: classifyApiError,
      onRetry: (_error, failure) => {
        metrics.count('retries', { method, kind: failure.kind });
        log.warn({ method, kind: failure.kind }, "a call of Slack's Web API is tried again");
      },
    });
  const contents = ({ text, blocks }: Message) => ({
    text,
    ...(blocks.length === 0 ? {} : { blocks }),
    ...LITERAL,
  });
  const target = ({ channel, threadTs }: Place) => ({
    channel,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  });
  return {
    async post(place, message, name = randomUUID()) {
      const post = async (id: string): Promise<string> => {
        const fields = { ...target(place), ...contents(message), client_msg_id: id };
        const { ts } = (await call('chat.postMessage', fields)) as { ts?: unknown };
        return typeof ts === 'string' ? ts : '';
      };
      try {
        // The plain form of what Slack refused is another message.
        return await post(messageId(JSON.stringify([name, place, message.text, message.blocks.length])));
      } catch (error) {
        if (!isSpent(error)) throw error;
        return post(randomUUID());
      }
    },
    async update(channel, ts, message) {
      // What is left out stays as it was: an answer without blocks says so.
      await call('chat.update', { channel, ts, ...contents(message), blocks: message.blocks });
    },
    async postPrivate(place, user, message) {
      await call('chat.postEphemeral', { ...target(place), user, ...contents(message) });
    },
    async setStatus({ channel, threadTs }, status) {
      await call('assistant.threads.setStatus', { channel_id: channel, thread_ts: threadTs, status });
    },
    async setTitle({ channel, threadTs }, title) {
      await call('assistant.threads.setTitle', { channel_id: channel, thread_ts: threadTs, title });
    },
    async suggest({ channel, threadTs }, title, prompts) {
      // With a thread the agent view ignores them, and without one the older assistant does.
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      await call('assistant.threads.setSuggestedPrompts', { channel_id: channel, ...thread, title, prompts });
    },
    async openView(triggerId, view) {
      const { view: opened } = (await call('views.open', { trigger_id: triggerId, view })) as {
        view?: { id?: unknown };
      };
      return typeof opened?.id === 'string' ? opened.id : '';
    },
    async updateView(id, view) {
      await call('views.update', { view_id: id, view });
    },
    async publishHome(user, view) {
      await call('views.publish', { user_id: user, view });
    },
    async unfurl(message, previews, entities) {
      const metadata = entities.length === 0 ? {} : { metadata: { entities } };
      await call('chat.unfurl', { ...message, unfurls: previews, ...metadata });
    },
    async showDetails(triggerId, entity) {
      const details = entity === undefined ? { error: { status: 'not_found' } } : { metadata: entity };
      await call('entity.presentDetails', { trigger_id: triggerId, ...details });
    },
  };
}

/** Errors of Slack's own that pass by themselves (docs: reference/methods, common errors). */
const PASSING_ERRORS: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
  'ratelimited',
  'rate_limited',
]);

/** Sorts the SDK's errors by their codes: no import of the SDK is needed for that. */
export function classifyApiError(error: unknown): Failure {
  const { code, retryAfter, statusCode, data } = (error ?? {}) as {
    code?: unknown;
    retryAfter?: unknown;
    statusCode?: unknown;
    data?: { error?: unknown };
  };
  switch (code) {
    case 'slack_webapi_rate_limited_error':
      return { kind: 'limited', after: typeof retryAfter === 'number' ? retryAfter * 1000 : 1000 };
    case 'slack_webapi_request_error':
      return { kind: 'passing' };
    case 'slack_webapi_http_error':
      return typeof statusCode === 'number' && statusCode >= 500 ? { kind: 'passing' } : { kind: 'final' };
    case 'slack_webapi_platform_error':
      return PASSING_ERRORS.has(String(data?.error)) ? { kind: 'passing' } : { kind: 'final' };
    default:
      return isLineFailure(error) ? { kind: 'passing' } : { kind: 'final' };
  }
}

/** What fetch itself says of a lost line: the SDK passes it on bare where the line was cut within an answer. */
function isLineFailure(error: unknown): boolean {
  const { name, message, code, cause } = (error ?? {}) as Record<string, unknown>;
  const codes = [code, (cause as { code?: unknown } | undefined)?.code];
  if (codes.some((one) => typeof one === 'string' && /^(UND_ERR_|ECONN|ETIMEDOUT|EPIPE|EAI_AGAIN)/.test(one)))
    return true;
  if (name === 'AbortError' || name === 'TimeoutError') return true;
  return error instanceof TypeError && (message === 'terminated' || message === 'fetch failed');
}

/** The name of an error that Slack answered with; undefined for every other failure. */
export function errorCode(error: unknown): string | undefined {
  const name = (error as { data?: { error?: unknown } } | undefined)?.data?.error;
  return typeof name === 'string' ? name : undefined;
}

/** True where Slack understood a call and refused it for good. */
export function isRefusal(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'slack_webapi_platform_error' && classifyApiError(error).kind === 'final';
}

/** Errors that say the token itself is no good: trying again with it is of no use. */
const TOKEN_ERRORS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'user_removed_from_team',
  'team_disabled',
  'not_allowed_token_type',
]);

/** What Slack's refusal of the bot's token means, and what helps. */
export function refusedToken(name: string): string {
  return `Slack refused SLACK_BOT_TOKEN (${name}): copy the bot token of the installed app anew`;
}

/** The name of Slack's refusal of a token, or undefined for every other failure. */
export function tokenRefusal(error: unknown): string | undefined {
  const name = errorCode(error);
  return name !== undefined && TOKEN_ERRORS.has(name) ? name : undefined;
}

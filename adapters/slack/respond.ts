/**
 * Posts to a `response_url`: the way to answer a command late and a click at all. The address comes with a signed
 * request, yet it is only believed where it leads to Slack.
 */

import { limitReply } from '../../src/kit/reply.ts';
import { type Failure, readRetryAfter } from '../../src/kit/retry.ts';
import type { Message } from './blocks.ts';

/** Where Slack's response addresses lie. */
const SLACK_HOOKS: ReadonlySet<string> = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);

/** How a message stands to the one that the click came from. */
export type Response =
  /** Only the asker sees it. */
  | { readonly kind: 'private'; readonly message: Message; readonly threadTs?: string }
  /** Everybody in the conversation sees it. */
  | { readonly kind: 'public'; readonly message: Message; readonly threadTs?: string }
  /** In the place of the message that the click came from, seen by whoever saw that. */
  | { readonly kind: 'replace'; readonly message: Message }
  /** Takes the message away that the click came from. */
  | { readonly kind: 'delete' };

type Respond = (url: string, response: Response) => Promise<void>;

/** A refusal that names what was wrong with the address, not the address: it works like a password. */
export class ForeignAddress extends Error {
  override readonly name = 'ForeignAddress';
  constructor() {
    super("the request's response_url does not lead to Slack; nothing was sent there");
  }
}

export class ResponseFailed extends Error {
  override readonly name = 'ResponseFailed';
  readonly status: number;
  /** Milliseconds, where the answer said how long to wait. */
  readonly after: number | undefined;
  constructor(status: number, after: number | undefined) {
    super(`Slack answered a response_url with ${status}`);
    this.status = status;
    this.after = after;
  }
}

/** True for addresses of Slack, and of the host of `apiUrl` where one is set. */
export function isSlackAddress(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password, origin } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && SLACK_HOOKS.has(host);
}

/** One try; `timeout` in milliseconds. Rejects with ForeignAddress, ResponseFailed, or fetch's own errors. */
export function createRespond(apiUrl: string | undefined, timeout: number): Respond {
  return async (url, response) => {
    if (!isSlackAddress(url, apiUrl)) throw new ForeignAddress();
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(responseBody(response)),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    // The body holds nothing of use, but an unread one keeps the connection.
    await limitReply(reply).text();
    if (reply.ok) return;
    throw new ResponseFailed(reply.status, readRetryAfter(reply.headers.get('retry-after')));
  };
}

/** What is not mine to retry: a foreign address, an address that is used up or expired (404, 410), a bad payload. */
export function classifyResponse(error: unknown): Failure {
  if (error instanceof ForeignAddress) return { kind: 'final' };
  if (!(error instanceof ResponseFailed)) return { kind: 'passing' };
  if (error.status === 429) return { kind: 'limited', after: error.after ?? 1000 };
  return error.status >= 500 ? { kind: 'passing' } : { kind: 'final' };
}

/** The fields that keep Slack from reading anything into the fallback text. */
export const LITERAL = {
  parse: 'none',
  link_names: false,
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
} as const;

function responseBody(response: Response): unknown {
  switch (response.kind) {
    case 'delete':
      return { delete_original: true };
    case 'replace':
      return { replace_original: true, ...response.message, ...LITERAL };
    case 'private':
    case 'public':
      return {
        response_type: response.kind === 'private' ? 'ephemeral' : 'in_channel',
        replace_original: false,
        ...response.message,
        ...(response.threadTs === undefined ? {} : { thread_ts: response.threadTs }),
        ...LITERAL,
      };
  }
}

/** Calls whose effect one person alone sees; the SDK knows none. */
import type { Account } from './activity.ts';

/**
 * The call as one that only `target` sees the effect of. Source: Microsoft Learn, Send and receive targeted messages:
 * `?isTargetedActivity=true`; no replies, so what is new goes to the conversation as such; and a receiver in what is
 * new, but not in what is changed.
 */
export function targeted<Call extends { url: string; method: string; body: string | undefined }>(
  call: Call,
  target: Account,
): Call {
  const url = new URL(call.url);
  url.searchParams.set('isTargetedActivity', 'true');
  const activity = JSON.parse(call.body ?? '{}') as Record<string, unknown>;
  const { recipient: _receiver, replyToId: _message, ...rest } = activity;
  if (call.method === 'PUT') {
    return { ...call, url: url.href, body: JSON.stringify(rest) };
  }
  url.pathname = url.pathname.replace(/\/activities\/[^/]*$/u, '/activities');
  return {
    ...call,
    url: url.href,
    body: JSON.stringify({ ...rest, recipient: { ...target, isTargeted: true } }),
  };
}

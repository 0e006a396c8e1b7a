/** What Slack sends of links to our pages, read as plain payloads. Pure. */
import { record, text } from './payload.ts';

/** The links of a `link_shared` event and where their previews go. */
export interface SharedLinks {
  readonly urls: readonly string[];
  readonly target:
    | { readonly channel: string; readonly ts: string }
    | { readonly unfurl_id: string; readonly source: string };
}

export function sharedLinks(body: unknown): SharedLinks | undefined {
  const event = record(record(body).event);
  const links = Array.isArray(event.links) ? event.links : [];
  const urls = links.map((link) => text(link, 'url')).filter((url) => url !== undefined);
  // `unfurl_id` and `source` name a message that is still being written, too.
  const unfurlId = text(event, 'unfurl_id');
  const source = text(event, 'source');
  if (unfurlId !== undefined && source !== undefined)
    return { urls, target: { unfurl_id: unfurlId, source } };
  const channel = text(event, 'channel');
  const ts = text(event, 'message_ts');
  return channel === undefined || ts === undefined ? undefined : { urls, target: { channel, ts } };
}

/** Whose details somebody wants to see beside the conversation, by its page. */
export function askedDetails(
  body: unknown,
): { readonly url: string; readonly triggerId: string } | undefined {
  const event = record(record(body).event);
  const url = text(event, 'entity_url') ?? text(event, 'link', 'url');
  const triggerId = text(event, 'trigger_id');
  return url === undefined || triggerId === undefined ? undefined : { url, triggerId };
}

/** Links to our own pages, which show their answer when they are put into a message. */
import { lineOfAddress } from '../../src/answer/address.ts';
import type { Response, Turn } from './converse.ts';
import { findInTime } from './dialog.ts';
import type { Received } from './received.ts';
import { renderLink } from './render-search.ts';

/** No card: the link stays a link. */
const NOTHING: Response = {
  status: 200,
  body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } },
};

/** The answer behind a link, as a card; none where the link is not ours or leads to nothing. */
export async function unfurl(turn: Turn, { url }: Extract<Received, { kind: 'link' }>): Promise<Response> {
  const { publicUrl } = turn.services.host;
  const line = publicUrl === undefined ? undefined : lineOfAddress(url, publicUrl);
  const found = line === undefined ? undefined : await findInTime(turn, { line });
  // A preview of "nothing found" would be noise in somebody's message.
  return found?.outcome === 'found' || found?.outcome === 'unstated'
    ? { status: 200, body: renderLink(found) }
    : NOTHING;
}

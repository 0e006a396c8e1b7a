/** Previews of links to the service's own pages: what the link's line answers, in short. */

import { lineOfAddress } from '../../src/answer/address.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { layOut } from '../../src/answer/shown.ts';
import { cut } from '../../src/kit/cut.ts';
import { PRODUCT } from '../../src/locales/brand.ts';
import { type Block, context, header, type Message, richText, run } from './blocks.ts';
import { ALLOWANCES, itemsBefore, takeItems } from './fit.ts';
import type { Request } from './ports.ts';
import { askedDetails, sharedLinks } from './receive-links.ts';
import { type Says, saysIn } from './says.ts';
import { clean } from './text.ts';
import { isRefusal } from './web-api.ts';
import { type Entity, entityOf } from './work-object.ts';

/** As many links of one message get a preview. */
const MOST_LINKS = 5;
const MOST_ITEMS = 3;

export async function unfurlLinks(request: Request): Promise<void> {
  const { host, api } = request;
  const shared = sharedLinks(request.body);
  if (shared === undefined || host.publicUrl === undefined) return;
  const previews: Record<string, Pick<Message, 'blocks'>> = {};
  const entities: Entity[] = [];
  for (const url of shared.urls.slice(0, MOST_LINKS)) {
    const line = lineOfAddress(url, host.publicUrl);
    if (line === undefined) continue;
    const answer = await host.ask({ text: line });
    // A preview of "nothing found" would be noise under somebody's message.
    if (answer.outcome !== 'found' && answer.outcome !== 'unstated') continue;
    previews[url] = { blocks: renderPreview(answer) };
    const entity = entityOf(answer, url);
    if (entity !== undefined) entities.push(entity);
  }
  if (Object.keys(previews).length === 0) return;
  try {
    await api.unfurl(shared.target, previews, entities);
  } catch (error) {
    if (entities.length === 0 || !isRefusal(error)) throw error;
    host.log.info({ error }, 'Slack took no Work Objects; plain previews are sent');
    await api.unfurl(shared.target, previews, []);
  }
}

/** Fills the pane that opens beside the conversation for one of our pages. */
export async function showDetails(request: Request): Promise<void> {
  const { host, api } = request;
  const asked = askedDetails(request.body);
  if (asked === undefined) return;
  const line = host.publicUrl === undefined ? undefined : lineOfAddress(asked.url, host.publicUrl);
  const entity = line === undefined ? undefined : entityOf(await host.ask({ text: line }));
  await api.showDetails(asked.triggerId, entity);
}

/** Title, lead and the first items with their citations. */
export function renderPreview(answer: Answer, says: Says = saysIn(answer.locale)): readonly Block[] {
  const fitted = takeItems(
    layOut(answer, says.undated).runs,
    says,
    ALLOWANCES[3] ?? ALLOWANCES[0],
    { bytes: 6000, blocks: 20, extra: () => ({ bytes: 0, blocks: 0 }) },
    { most: MOST_ITEMS, numbers: false },
  );
  const { page } = answer;
  const all = page === undefined ? answer.items.length : itemsBefore(answer) + page.total - page.first + 1;
  const rest = all - fitted.items.length;
  const blocks = [
    ...header(answer.title),
    ...richText(run(cut(clean(answer.lead).trim(), 300))),
    ...fitted.items.flatMap((one) => one.blocks),
    ...context(rest > 0 ? says.own.more(rest) : ''),
  ];
  return blocks.length === 0 ? context(PRODUCT) : blocks;
}

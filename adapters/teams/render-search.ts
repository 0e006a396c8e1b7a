/**
 * Results of the message extension: a line in the list, and the card that goes into the message when it is chosen.
 *
 * The card carries no buttons of ours: it may be put into a conversation in which the bot is not, where nobody would
 * answer them. It is given along at once, for phones do not ask for it when a result is chosen.
 */
import type { Answer, Item } from '../../src/answer/answer.ts';
import { layOutItem } from '../../src/answer/shown.ts';
import { toText } from '../../src/answer/text.ts';
import { cut } from '../../src/kit/cut.ts';
import type { Attachment } from './activity.ts';
import { THUMBNAIL_CARD } from './activity.ts';
import { attachment, type Card, card, type Element, heading, paragraph, run } from './card.ts';
import { LIMITS } from './limits.ts';
import { renderCard, sizeOf } from './render.ts';
import { renderItem } from './render-item.ts';
import type { Budget } from './render-options.ts';
import { summaryOf } from './render-plain.ts';
import { type Says, saysIn } from './says.ts';
import type { Result } from './search.ts';
import { harmless, oneLine } from './text.ts';

/** The body of the response to a search. */
export interface SearchResponse {
  readonly composeExtension:
    | {
        readonly type: 'result';
        readonly attachmentLayout: 'list';
        readonly attachments: readonly Attachment[];
      }
    | { readonly type: 'message'; readonly text: string };
}

const BUDGET: Budget = {
  title: 160,
  text: 600,
  meta: 200,
  fact: 160,
  facts: 5,
  citation: 200,
  citations: 3,
  choices: 0,
  lead: 300,
  plain: 600,
  rows: 0,
  columns: 0,
  url: 500,
};
/** Of the person's contributions, as many as a reader takes in at a glance. */
const MOST_ITEMS = 3;
const MOST_BYTES_EACH = 12_000;
/** Of the line in the list, and of what is around a card. */
const PREVIEW_BYTES = 2_000;
/** Two lines in the list, which is narrow. */
const PREVIEW_TITLE = 72;

type Listed = Attachment & { readonly preview: Attachment };

export function renderResults(results: readonly Result[], says: Says): SearchResponse {
  const attachments: Attachment[] = [];
  const all = results.map((one) =>
    one.kind === 'item' ? ofItem(one.item, says) : ofPerson(one.answer, one.detail, says),
  );
  // Each result has its line in the list; what room is left goes to cards, first come first served.
  let left = LIMITS.messageBytes.value - bytesOf(all.map((one) => one.preview)) - 200;
  for (const { preview: line, ...whole } of all) {
    const cost = bytesOf(whole) + 20;
    if (cost <= left) {
      left -= cost;
      attachments.push({ ...whole, preview: line });
    } else {
      attachments.push(line);
    }
  }
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** A response is no message: only what goes over the wire counts. */
function bytesOf(payload: unknown): number {
  return Buffer.byteLength(JSON.stringify(payload));
}

export function renderSearchMessage(text: string): SearchResponse {
  return { composeExtension: { type: 'message', text } };
}

function ofItem(item: Item, says: Says): Listed {
  const body: Element[] = [];
  // Weight is known only when it is made: the few items that are too heavy lose text until they are not.
  for (const text of [BUDGET.text, 240, 80]) {
    const budget =
      text === BUDGET.text
        ? BUDGET
        : { ...BUDGET, text, title: 100, meta: 100, fact: 80, facts: 2, citation: 120, citations: 1 };
    body.splice(
      0,
      body.length,
      ...renderItem(
        layOutItem(item, says.undated),
        { budget, from: '', place: { still: true }, says, rtl: false },
        () => undefined,
      ),
    );
    if (sizeOf(body) <= MOST_BYTES_EACH) {
      break;
    }
  }
  const title = oneLine(item.title.text) || oneLine(item.text.text) || item.id;
  const cited = item.evidence.map((one) => one.label).join('; ');
  const said = oneLine(item.text.text);
  const plain = [title, said === title ? '' : said, cited === '' ? '' : says.chat.source(cited)]
    .filter((one) => one !== '')
    .join('\n');
  return {
    ...attachment(card(body, cut(plain, 600), cut(title, 200))),
    preview: preview(says, title, [
      says.kind[item.kind],
      item.makers.join('; '),
      item.date,
      item.evidence[0]?.label ?? '',
    ]),
  };
}

/** A person's page in short. */
function ofPerson(answer: Answer, detail: string, says: Says): Listed {
  return inShort(answer, says, [says.kind.person, detail]);
}

/** The first items of an answer, with what the list says under its title. */
function inShort(answer: Answer, says: Says, parts: readonly string[]): Listed {
  const few = { ...answer, items: answer.items.slice(0, MOST_ITEMS), sources: answer.sources.slice(0, 4) };
  return {
    ...attachment(stillCard(few, says, MOST_BYTES_EACH)),
    preview: preview(says, oneLine(answer.title), parts),
  };
}

/** A whole answer as a card that goes into a message. */
export function renderAnswer(answer: Answer, says: Says = saysIn(answer.locale)): Listed {
  return {
    ...attachment(stillCard(answer, says, LIMITS.putBytes.value - PREVIEW_BYTES)),
    preview: preview(says, oneLine(answer.title), [oneLine(answer.lead)]),
  };
}

/**
 * The card of a link to one of our pages. Teams shows cards of links up to version 1.3 (Microsoft Learn: Link unfurling),
 * of which ours need nothing newer; clients that know more show it all the same.
 */
export function renderLink(answer: Answer, says: Says = saysIn(answer.locale)): SearchResponse {
  const { content, ...rest } = inShort(answer, says, [answer.lead || answer.understood]);
  const attachments = [{ ...rest, content: { ...(content as Card), version: '1.3' } }];
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** Nobody would answer its buttons, so it has none. */
function stillCard(answer: Answer, says: Says, bytes: number): Card {
  const { page: _unused, ...whole } = { ...answer, choices: [] };
  const content = renderCard(whole, { says, still: true, bytes });
  return sizeOf(content) <= bytes
    ? content
    : card(headOf(answer), cut(toText(answer, { says }), 600), summaryOf(answer, says));
}

function headOf(answer: Answer): readonly Element[] {
  return [
    heading(cut(oneLine(harmless(answer.title)), 160), 'Large'),
    paragraph([run(cut(oneLine(answer.lead), 300))]),
  ].filter((one) => one !== undefined);
}

/** Thumbnail cards read simple HTML, so the characters that could begin a tag become others that look like them. */
function preview(says: Says, title: string, parts: readonly string[]): Attachment {
  const plain = (text: string): string => harmless(oneLine(text)).replace(/</gu, '‹').replace(/>/gu, '›');
  const detail = parts
    .map(oneLine)
    .filter((one) => one !== '')
    .join(' · ');
  return {
    contentType: THUMBNAIL_CARD,
    content: { title: plain(cut(title, PREVIEW_TITLE)) || says.chat.untitled, text: plain(cut(detail, 200)) },
  };
}

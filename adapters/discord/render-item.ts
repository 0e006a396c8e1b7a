/**
 * One item of an answer as Markdown of at most so many characters: what, who, when, the text, why, and where it stands.
 *
 * The citation is never left out; where room is short the text and then the facts give way first.
 */

import type { Fact, Item } from '../../src/answer/answer.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { line, markedLine, markedText, oneLine, toMarkdown } from './markdown.ts';
import type { Says } from './says.ts';

interface ItemOptions {
  /** Characters that the Markdown may have; at least `SMALLEST`. */
  readonly limit: number;
  /** Position in the whole list, or undefined where there is no list. */
  readonly position?: number;
  /** The heading of the group to put in front, or ''. */
  readonly heading: string;
  /** The whole answer is about this item: its facts stand a line each, and `answerTitle` is not said twice. */
  readonly alone?: { readonly answerTitle: string };
}

export interface RenderedItem {
  readonly markdown: string;
  readonly shortened: boolean;
}

/** Shares of the limit that the lines around the text may take; the text and the facts have the rest. */
const SHARE = { heading: 0.08, title: 0.2, byline: 0.16, reasons: 0.12, citations: 0.22 } as const;

export function renderItem(item: Item, says: Says, options: ItemOptions): RenderedItem {
  if (roughLength(item) <= 4 * options.limit) {
    const whole = compose(item, says, { ...options, limit: Number.POSITIVE_INFINITY });
    if (whole.length <= options.limit) return { markdown: whole, shortened: false };
  }
  return { markdown: compose(item, says, options), shortened: true };
}

/** Units of an item's texts before cleaning: what is many times too long need not be put together whole. */
function roughLength({ title, text, makers, context, facts, reasons, evidence }: Item): number {
  const texts = [title.text, text.text, context, ...makers, ...reasons, ...facts.map(({ value }) => value)];
  return [...texts, ...evidence.map(({ label }) => label)].reduce((sum, one) => sum + one.length, 0);
}

function compose(item: Item, says: Says, { limit, position, heading, alone }: ItemOptions): string {
  const room = (share: number) => Math.floor(limit * share);
  const number = position === undefined ? '' : `${position}.`;
  const badge = item.relation === 'related' ? `*(${says.related})*` : '';
  // The view of one thing has its title over the whole answer.
  const said = alone !== undefined && alone.answerTitle === item.title.text;
  const title = said ? '' : titleOf(item, room(SHARE.title) - BADGE);
  // What has no title is headed by who said it; where the answer says that already, its text comes first.
  const headline = said ? '' : title || listed(item.makers, '; ', room(SHARE.title) - BADGE, says);
  const about = prefixed(
    '-# ',
    byline(item, title === '' && !said ? [] : item.makers, room(SHARE.byline) - 3, says),
  );
  const bold = [number, headline].filter((part) => part !== '').join(' ');
  const head = [bold === '' ? '' : `**${bold}**`, badge].filter((part) => part !== '').join(' ');

  const above = [prefixed('### ', line(heading, room(SHARE.heading) - 4))];
  if (said || headline !== '') above.push(head, about);
  const lead = !said && headline === '' && head !== '' ? `${head} ` : '';
  const below = [
    !said && headline === '' ? about : '',
    joinedSmall(says.own.why, item.reasons, ' · ', room(SHARE.reasons), says),
    joinedSmall(
      item.evidence.length > 1 ? says.own.sources : says.own.source,
      item.evidence.map((citation) => citation.label),
      '; ',
      room(SHARE.citations),
      says,
    ),
  ];
  const taken = [...above, ...below].reduce(
    (sum, text) => sum + (text === '' ? 0 : text.length + 1),
    lead.length,
  );
  const left = Math.max(0, limit - taken - 2);
  const open = alone !== undefined;
  const most = Math.max(left - facts(item.facts, left, open, says).length, Math.floor(left / 2));
  const text = markedText(item.text, most, '**');
  const shownFacts = facts(item.facts, left - text.length, open, says);
  const parts = [...above, (lead + text).trim(), shownFacts, ...below];
  return parts.filter((part) => part !== '').join('\n') || toMarkdown(cut(oneLine(item.line), 100)) || '—';
}

/** Room for the number and the word that marks what is only related. */
const BADGE = 26;

const prefixed = (prefix: string, text: string) => (text === '' ? '' : prefix + text);

const titleOf = (item: Item, room: number) => markedLine(item.title, Math.max(0, room), '__');

/** Who, when and at which event, as far as the headline does not say it. */
function byline(item: Item, makers: readonly string[], room: number, says: Says): string {
  const parts = [listed(makers, '; ', Math.floor(room / 2), says), line(item.date, Math.floor(room / 4))];
  const left = room - parts.reduce((sum, part) => sum + part.length + 3, 0);
  parts.push(line(item.context, Math.max(0, left)));
  return parts.filter((part) => part !== '').join(' · ');
}

function joinedSmall(
  label: string,
  texts: readonly string[],
  separator: string,
  room: number,
  says: Says,
): string {
  const prefix = `-# ${label}: `;
  return prefixed(prefix, listed(texts, separator, room - prefix.length, says));
}

/** As many of the texts as fit, escaped, the first one shortened if need be, and how many more there are. */
function listed(texts: readonly string[], separator: string, room: number, says: Says): string {
  const some = texts.filter((text) => text.trim() !== '');
  if (some.length === 0 || room < 1) return '';
  const rows = fill(some, room, separator.length, (text) => line(text, room));
  const tail = (count: number) => (count === 0 ? '' : `${separator}${says.own.more(count)}`);
  for (let count = rows.length; count > 1; count -= 1) {
    const text = rows.slice(0, count).join(separator) + tail(some.length - count);
    if (text.length <= room) return text;
  }
  const rest = tail(some.length - 1);
  return line(some[0] as string, room - rest.length) + (rest.length < room ? rest : '');
}

/** Renders texts until they fill the room; what comes after cannot be shown and is not looked at. */
function fill<T>(
  list: readonly T[],
  room: number,
  gap: number,
  render: (one: T) => string,
): readonly string[] {
  const rows: string[] = [];
  let used = 0;
  for (const one of list) {
    if (used > room) break;
    const row = render(one);
    rows.push(row);
    used += row.length + gap;
  }
  return rows;
}

function facts(list: readonly Fact[], room: number, open: boolean, says: Says): string {
  const some = list.filter((fact) => fact.value.trim() !== '' || safeUrl(fact.url) !== undefined);
  if (some.length === 0 || room < 1) return '';
  const separator = open ? '\n' : ' · ';
  const prefix = open ? '' : '-# ';
  // No fact may take all the room of the others.
  const rows = fill(some, room, separator.length, (fact) =>
    renderFact(fact, Math.max(60, room / 2), open, says),
  );
  for (let count = rows.length; count > 0; count -= 1) {
    const rest = some.length - count;
    const tail = rest === 0 ? '' : `${separator}${says.own.moreFacts(rest)}`;
    const text = prefix + rows.slice(0, count).join(separator) + tail;
    if (text.length <= room) return text;
  }
  const note = prefix + says.own.moreFacts(some.length);
  return note.length <= room ? note : '';
}

function renderFact(fact: Fact, room: number, open: boolean, says: Says): string {
  const value = line(fact.value, room);
  const link = safeUrl(fact.url);
  const shown = [value, link === undefined ? '' : `[${says.own.link}](${link})`]
    .filter((part) => part !== '')
    .join(' ');
  const label = line(fact.label, Math.max(30, room / 4));
  if (label === '') return shown;
  return open ? `**${label}:** ${shown}` : `${label}: ${shown}`;
}

/**
 * An https address without credentials that a masked link can hold, or undefined. The link's own text is always ours:
 * Discord shows escapes inside it as they stand, so no other text may become one.
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (!isLinkable(url)) return undefined;
  const href = new URL(url).href.replace(
    /[()<>\\*_~|`\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return href.length > 500 ? undefined : href;
}

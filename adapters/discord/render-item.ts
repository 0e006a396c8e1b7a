/**
 * One item of an answer as Markdown of at most so many characters: what, who, when, the text, why, and where it stands.
 *
 * The citation is never left out; where room is short the text and then the facts give way first.
 */

import type { Fact } from '../../src/answer/answer.ts';
import type { ShownCitation, ShownItem } from '../../src/answer/shown.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { line, markedLine, markedText, oneLine, toMarkdown } from './markdown.ts';
import type { Says } from './says.ts';

interface ItemOptions {
  /** Characters that the Markdown may have; at least `SMALLEST`. */
  readonly limit: number;
  /** The heading of the group to put in front, or ''. */
  readonly heading: string;
  /** What the items from here on share, or ''. */
  readonly shared: string;
  /** The whole answer is about this item: its facts stand a line each. */
  readonly isAlone: boolean;
}

export interface RenderedItem {
  readonly markdown: string;
  readonly shortened: boolean;
}

/** Shares of the limit that the lines around the text may take; the text and the facts have the rest. */
const SHARE = { heading: 0.08, shared: 0.12, title: 0.2, small: 0.3, reasons: 0.12 } as const;

export function renderItem(one: ShownItem, says: Says, options: ItemOptions): RenderedItem {
  if (roughLength(one) <= 4 * options.limit) {
    const whole = compose(one, says, { ...options, limit: Number.POSITIVE_INFINITY });
    if (whole.length <= options.limit) return { markdown: whole, shortened: false };
  }
  return { markdown: compose(one, says, options), shortened: true };
}

/** Units of an item's texts before cleaning: what is many times too long need not be put together whole. */
function roughLength({ title, text, byline, about, facts, reasons, cited }: ShownItem): number {
  const texts = [title.text, text.text, byline, about, ...reasons, ...facts.map(({ value }) => value)];
  return [...texts, ...cited.map(({ short }) => short)].reduce((sum, part) => sum + part.length, 0);
}

/** What was said comes first, then who said it and where it stands. */
function compose(one: ShownItem, says: Says, { limit, heading, shared, isAlone }: ItemOptions): string {
  const room = (share: number) => Math.floor(limit * share);
  const { item, number } = one;
  const before = [
    number === undefined ? '' : `**${number}.**`,
    item.relation === 'related' && item.group === '' ? `*${says.relatedMark}*` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  const title = titleOf(one, room(SHARE.title) - BADGE);
  const places = placesOf(one, room(SHARE.small) / 2, says);
  const small = [one.byline, one.about]
    .map((part) => line(part, room(SHARE.small) / 2))
    .filter((part) => part !== '');
  // With nobody to name, the place stands behind the text itself.
  const inline = small.length === 0 && one.text.text.trim() !== '' && places !== '';
  const above = [
    prefixed('### ', line(heading, room(SHARE.heading) - 4)),
    prefixed('-# ', line(shared, room(SHARE.shared) - 3)),
    title === '' ? '' : [before, `**${title}**`].filter((part) => part !== '').join(' '),
  ];
  const lead = title === '' && before !== '' ? `${before} ` : '';
  const behind = inline ? ` (${places})` : '';
  const below = [
    inline ? '' : prefixed('-# ', [...small, places].filter((part) => part !== '').join(' · ')),
    prefixed('-# ', listed(one.reasons, ' · ', room(SHARE.reasons) - 3, says)),
  ];
  const taken = [...above, ...below].reduce(
    (sum, text) => sum + (text === '' ? 0 : text.length + 1),
    lead.length + behind.length,
  );
  const left = Math.max(0, limit - taken - 2);
  const most = Math.max(left - facts(one.facts, left, isAlone, says).length, Math.floor(left / 2));
  const text = markedText(one.text, most, '**');
  const shownFacts = facts(one.facts, left - text.length, isAlone, says);
  const [headings, own] = [above.slice(0, 2), above.slice(2)];
  const parts = [
    ...headings,
    ...own,
    (lead + text + behind).trim(),
    below[0] ?? '',
    shownFacts,
    below[1] ?? '',
  ];
  return parts.filter((part) => part !== '').join('\n') || toMarkdown(cut(oneLine(item.line), 100)) || '—';
}

/** Room for the number and the word that marks what is only related. */
const BADGE = 26;

const prefixed = (prefix: string, text: string) => (text === '' ? '' : prefix + text);

const titleOf = ({ title }: ShownItem, room: number) => markedLine(title, Math.max(0, room), '__');

/** Letters, digits and what stands between them in the name of a place: nothing that a link's text would show escaped. */
const LINKABLE = /^[\p{L}\p{N}¶][\p{L}\p{N}¶ ,;–’-]*$/u;

/** A place as a link to the original; where its name cannot be one, with a link behind it. */
function placeOf({ short, url }: ShownCitation, room: number, says: Says): string {
  const link = safeUrl(url);
  const name = line(short, room);
  if (link === undefined) return name;
  const linked = LINKABLE.test(name) ? `[${name}](${link})` : `${name} [${says.own.link}](${link})`;
  return linked.length <= room ? linked : name;
}

/** Where an item stands, within `room` characters; the first place is always there. */
function placesOf({ cited, morePlaces }: ShownItem, room: number, says: Says): string {
  let left = morePlaces;
  let text = '';
  for (const one of cited) {
    const place = placeOf(one, Number.isFinite(room) ? Math.floor(room) : room, says);
    if (text !== '' && text.length + place.length + 2 > room) left += 1;
    else text = text === '' ? place : `${text}; ${place}`;
  }
  return left > 0 && text !== '' ? `${text}; ${says.chat.morePlaces(left)}` : text;
}

/** As many of the texts as fit, escaped, the first one shortened if need be, and how many more there are. */
function listed(texts: readonly string[], separator: string, room: number, says: Says): string {
  const some = texts.filter((text) => text.trim() !== '');
  if (some.length === 0 || room < 1) return '';
  const rows = fill(some, room, separator.length, (text) => line(text, room));
  const tail = (count: number) => (count === 0 ? '' : `${separator}${says.own.moreOf(count)}`);
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
  const link = safeUrl(fact.url);
  // A host's name alone tells less than the label, which can be the link itself.
  if (link !== undefined && LINKABLE.test(fact.label) && fact.value === new URL(link).hostname)
    return open ? `**[${fact.label}](${link})**` : `[${fact.label}](${link})`;
  const value = line(fact.value, room);
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

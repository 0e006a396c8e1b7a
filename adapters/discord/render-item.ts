/**
 * One item of an answer as Markdown of at most so many characters: what, who, when, the text, why, and where it stands.
 *
 * The citation is never left out; where room is short the text and then the facts give way first.
 */
import type { Fact, Item } from '../../src/answer/answer.ts';
import { line, markedLine, markedText, oneLine, shorten, toMarkdown } from './markdown.ts';
import { WORDS } from './words.ts';

export interface ItemOptions {
  /** Characters that the Markdown may have; at least `SMALLEST`. */
  readonly limit: number;
  /** Position in the whole list, or undefined where there is no list. */
  readonly position?: number;
  /** The heading to put in front, or ''. */
  readonly heading: string;
  /** Facts a line each, as in the view of one thing, instead of in a row. */
  readonly open: boolean;
}

export interface RenderedItem {
  readonly markdown: string;
  readonly shortened: boolean;
}

/** The least room in which every part of an item can be shown, if only by its first words. */
export const SMALLEST = 400;

/** Shares of the limit that the lines around the text may take; the text and the facts have the rest. */
const SHARE = { heading: 0.08, title: 0.2, byline: 0.16, reasons: 0.12, citations: 0.22 } as const;

export function renderItem(item: Item, options: ItemOptions): RenderedItem {
  const whole = compose(item, { ...options, limit: Number.POSITIVE_INFINITY });
  if (whole.length <= options.limit) return { markdown: whole, shortened: false };
  return { markdown: compose(item, options), shortened: true };
}

function compose(item: Item, { limit, position, heading, open }: ItemOptions): string {
  const room = (share: number) => Math.floor(limit * share);
  const above = [
    prefixed('### ', line(heading, room(SHARE.heading) - 4)),
    titleLine(item, room(SHARE.title), position),
    byline(item, room(SHARE.byline)),
  ];
  const below = [
    joinedSmall(WORDS.why, item.reasons, ' · ', room(SHARE.reasons)),
    joinedSmall(
      item.evidence.length > 1 ? WORDS.sources : WORDS.source,
      item.evidence.map((citation) => citation.label),
      '; ',
      room(SHARE.citations),
    ),
  ];
  const taken = [...above, ...below].reduce((sum, text) => sum + (text === '' ? 0 : text.length + 1), 0);
  const left = Math.max(0, limit - taken - 2);
  const text = markedText(
    item.text,
    Math.max(left - facts(item.facts, left, open).length, Math.floor(left / 2)),
    '**',
  );
  const shownFacts = facts(item.facts, left - text.length, open);
  const markdown = [...above, text, shownFacts, ...below].filter((part) => part !== '').join('\n');
  return markdown === '' ? toMarkdown(shorten(oneLine(item.line), 100)) || '—' : markdown;
}

const prefixed = (prefix: string, text: string) => (text === '' ? '' : prefix + text);

function titleLine(item: Item, room: number, position: number | undefined): string {
  const number = position === undefined ? '' : `${position}. `;
  const badge = item.relation === 'related' ? ` *(${WORDS.related})*` : '';
  const title = markedLine(item.title, Math.max(0, room - number.length - badge.length - 4), '__');
  if (title !== '') return `**${number}${title}**${badge}`;
  return `${number === '' ? '' : `**${number.trimEnd()}**`}${badge}`.trim();
}

function byline(item: Item, room: number): string {
  const makers = item.makers.map((maker) => line(maker, room)).filter((maker) => maker !== '');
  const parts = [listed(makers, '; ', Math.floor(room / 2)), line(item.date, Math.floor(room / 4))];
  const left = room - parts.reduce((sum, part) => sum + part.length + 3, 0);
  parts.push(line(item.context, Math.max(0, left)));
  return parts.filter((part) => part !== '').join(' · ');
}

function joinedSmall(label: string, texts: readonly string[], separator: string, room: number): string {
  const prefix = `-# ${label}: `;
  const shown = texts.map((text) => line(text, room)).filter((text) => text !== '');
  return prefixed(prefix, listed(shown, separator, room - prefix.length));
}

/** As many of the texts as fit, the first one shortened if need be, and how many more there are. */
function listed(texts: readonly string[], separator: string, room: number): string {
  const whole = texts.join(separator);
  if (whole.length <= room) return whole;
  const tail = (count: number) => (count === 0 ? '' : `${separator}${WORDS.more(count)}`);
  let shown = 1;
  const length = (count: number) =>
    texts.slice(0, count).join(separator).length + tail(texts.length - count).length;
  while (shown < texts.length && length(shown + 1) <= room) shown += 1;
  const rest = tail(texts.length - shown);
  const first = texts.slice(0, shown).join(separator);
  if (first.length + rest.length <= room) return first + rest;
  return cutMarkdown(first, room - rest.length) + rest;
}

/** Cuts Markdown that holds escapes only, never between a backslash and what it escapes. */
function cutMarkdown(markdown: string, room: number): string {
  if (room < 2) return '';
  const cut = shorten(markdown, room);
  return cut.replace(/(?<!\\)((?:\\\\)*)\\…$/, '$1…');
}

function facts(list: readonly Fact[], room: number, open: boolean): string {
  // No fact may take all the room of the others.
  const rows = list.map((fact) => renderFact(fact, Math.max(60, room / 2), open)).filter((row) => row !== '');
  if (rows.length === 0 || room < 1) return '';
  const separator = open ? '\n' : ' · ';
  const prefix = open ? '' : '-# ';
  for (let count = rows.length; count > 0; count -= 1) {
    const rest = rows.length - count;
    const tail = rest === 0 ? '' : `${separator}${WORDS.moreFacts(rest)}`;
    const text = prefix + rows.slice(0, count).join(separator) + tail;
    if (text.length <= room) return text;
  }
  const note = prefix + WORDS.moreFacts(rows.length);
  return note.length <= room ? note : '';
}

function renderFact(fact: Fact, room: number, open: boolean): string {
  const value = line(fact.value, room);
  const link = safeUrl(fact.url);
  const shown = [value, link === undefined ? '' : `[${WORDS.link}](${link})`]
    .filter((part) => part !== '')
    .join(' ');
  if (shown === '') return '';
  const label = line(fact.label, Math.max(30, room / 4));
  if (label === '') return shown;
  return open ? `**${label}:** ${shown}` : `${label}: ${shown}`;
}

/**
 * An https address without credentials that a masked link can hold, or undefined. The link's own text is always ours:
 * Discord shows escapes inside it as they stand, so no other text may become one.
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') return undefined;
  const href = parsed.href.replace(
    /[()<>\\*_~|`\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return href.length > 500 ? undefined : href;
}

/**
 * The words of Slack's messages. A person types into `text`; what apps post, what is forwarded and what is attached stands in
 * blocks, attachments and files, beside a text that is often empty or only says that it cannot be shown.
 */

import { titleOfFile } from '../../src/answer/file-title.ts';
import { type Mention, type Worded, wordsAndNames } from '../../src/answer/mentions.ts';
import { list, record } from './payload.ts';
import { oneLine, unescapeMrkdwn } from './text.ts';

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * What a person typed: links keep what the reader saw of them, escapes are undone, mentions are set apart; groups and channels are
 * no words (docs: messaging/formatting-message-text). `us` is the bot's own user; where it is not known, the first mention is.
 */
export function typedWords(text: string, us: string | undefined): Worded {
  return wordsAndNames(piecesOf(text, us));
}

/** The same of a text in which nobody can be asked about: without mentions. */
export function plainWords(text: string): string {
  return oneLine(wordsAndNames(piecesOf(text, undefined).filter((one) => typeof one === 'string')).text);
}

function piecesOf(text: string, us: string | undefined): (string | Mention)[] {
  const pieces: (string | Mention)[] = [];
  const token = /<([^<>]*)>/g;
  let at = 0;
  for (const match of text.matchAll(token)) {
    pieces.push(words(text.slice(at, match.index)));
    pieces.push(pieceOf(match[1] ?? '', us));
    at = match.index + match[0].length;
  }
  pieces.push(words(text.slice(at)));
  return pieces;
}

/** Blanks at both ends are kept: what stands beside it decides whether they count. */
function words(text: string): string {
  const inner = oneLine(unescapeMrkdwn(text));
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`;
}

const PERSON = /^@([UW][A-Z0-9]+)$/;

function pieceOf(inner: string, us: string | undefined): string | Mention {
  const bar = inner.indexOf('|');
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const person = PERSON.exec(target)?.[1];
  if (person !== undefined) {
    return person === us
      ? { whom: 'us' }
      : { whom: 'person', name: oneLine(unescapeMrkdwn(label)).replace(/^@/, '') };
  }
  if (target.startsWith('!date')) return words(label);
  if (/^(?:[#!]|@[A-Z0-9]*$)/.test(target)) return { whom: 'other' };
  if (label !== '') return words(label);
  // Addresses have a scheme; anything else is what somebody wrote between brackets.
  return /^[a-z][a-z0-9+.-]*:/i.test(inner) ? words(inner) : words(`<${inner}>`);
}

/** What Slack's clients and apps put in the place of words that stand elsewhere in the message, or nowhere. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "this content can't be displayed",
  'this content can’t be displayed',
  'this message contains interactive elements',
  'no preview available',
]);

function isPlaceholder(text: string): boolean {
  return PLACEHOLDERS.has(
    text
      .trim()
      .replace(/^\[|[\].]+$/g, '')
      .toLowerCase(),
  );
}

/** The text of a message, '' where it only stands in for what the message shows. */
export function textOf(message: unknown): string {
  const text = string(record(message).text);
  return isPlaceholder(text) ? '' : text;
}

/** All words that a reader of the message sees: its text, its blocks, what it forwards or links to, the titles of its files. */
export function wordsOfMessage(message: unknown): string {
  const text = plainWords(textOf(message));
  const carried = carriedWords(message);
  return joined([carried.includes(text) ? '' : text, carried, ...filesOf(message)]);
}

/** What a message carries beside the text that was typed: blocks and attachments, forwarded messages among them. */
export function carriedWords(message: unknown): string {
  const { blocks, attachments } = record(message);
  return joined([...shownIn(blocks, 0), ...list(attachments).flatMap((one) => attached(one, 0))]);
}

/** Whether there is something beside words: files, or what no word could be read from. */
export function hasAttachments(message: unknown): boolean {
  const { files, attachments } = record(message);
  return list(files).length > 0 || list(attachments).length > 0;
}

/** No message is nested so deep, and of a longer one the beginning tells what it is about. */
const DEEPEST = 12;
const MOST = 5_000;

function joined(texts: readonly string[]): string {
  const all: string[] = [];
  for (const text of texts) if (text !== '' && !all.includes(text)) all.push(text);
  return oneLine(all.join(' ').slice(0, MOST));
}

/** An attachment: of an app, of a link, or a message that was forwarded (`message_blocks`, `files`). */
function attached(value: unknown, depth: number): readonly string[] {
  if (depth > DEEPEST) return [];
  const one = record(value);
  const nested = [
    ...shownIn(one.blocks, depth + 1),
    ...list(one.message_blocks).flatMap((part) => shownIn(record(record(part).message).blocks, depth + 1)),
  ];
  const plain = [one.pretext, one.title, one.text].map(string).filter((text) => !isPlaceholder(text));
  const texts = [
    ...plain.map(plainWords).filter((text) => !nested.includes(text)),
    ...nested,
    ...list(one.fields).flatMap((field) =>
      [record(field).title, record(field).value].map(string).map(plainWords),
    ),
    ...list(one.attachments).flatMap((inner) => attached(inner, depth + 1)),
    ...filesOf(one),
  ].filter((text) => text !== '');
  const fallback = string(one.fallback);
  return texts.length > 0 || isPlaceholder(fallback) ? texts : [plainWords(fallback)];
}

/** Fields of blocks that hold words, or parts that do, in the order in which a reader sees them. */
const WORDED = [
  'title',
  'rich_text_title',
  'subtitle',
  'label',
  'text',
  'body',
  'description',
  'caption',
  'fields',
  'elements',
  'child_blocks',
  'rows',
  'tasks',
  'details',
  'output',
  'alt_text',
] as const;

/** What can be pressed or stands for a picture or a mention has no words of the message. */
const WORDLESS: ReadonlySet<string> = new Set([
  'actions',
  'context_actions',
  'button',
  'overflow',
  'emoji',
  'user',
  'usergroup',
  'channel',
  'broadcast',
  'team',
  'color',
]);
/** Texts without markup. */
const LITERAL: ReadonlySet<string> = new Set(['text', 'link', 'plain_text', 'raw_text', 'raw_number']);

function shownIn(value: unknown, depth: number): readonly string[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => shownIn(one, depth + 1));
  const block = record(value);
  const type = string(block.type);
  if (WORDLESS.has(type)) return [];
  // Parts of one sentence, in as many looks.
  if (/^rich_text_(?:section|quote|preformatted)$/.test(type)) {
    return [oneLine(list(block.elements).map(runOf).join(''))].filter((text) => text !== '');
  }
  return WORDED.flatMap((field) => {
    const part = block[field];
    if (typeof part !== 'string') return shownIn(part, depth + 1);
    const text = LITERAL.has(type) ? oneLine(part) : plainWords(part);
    return text === '' || isPlaceholder(text) ? [] : [text];
  });
}

function runOf(value: unknown): string {
  const { type, text, url, fallback } = record(value);
  if (typeof type === 'string' && WORDLESS.has(type)) return ' ';
  return string(text) || string(fallback) || string(url);
}

/** Titles that people gave their files; what a camera called a picture tells nothing. */
function filesOf(message: unknown): readonly string[] {
  return list(record(message).files).flatMap((file) => {
    const { title, name, mimetype } = record(file);
    const given = string(title) || string(name);
    const isMedium = /^(?:image|video|audio)\//.test(string(mimetype));
    return given === '' || (isMedium && (given === name || string(name) === '')) ? [] : [titleOfFile(given)];
  });
}

/** Words of what a message carries beside its text: cards, forwarded messages, titles of files. */
import { titleOfFile } from '../../src/answer/file-title.ts';
import { wordsOf } from './plain.ts';

interface Carried {
  readonly contentType?: unknown;
  readonly content?: unknown;
  readonly name?: unknown;
}

const FORWARDED = 'forwardedMessageReference';

/** The words of cards and forwarded messages, in their order; '' where there are none. */
export function carriedIn(attachments: unknown): string {
  const texts = list(attachments).flatMap(({ contentType, content }) => {
    const type = typeof contentType === 'string' ? contentType : '';
    if (type === FORWARDED) {
      const { originalMessageContent } = record(parsed(content));
      return typeof originalMessageContent === 'string' ? [wordsOf(originalMessageContent)] : [];
    }
    return /^application\/vnd\.microsoft\.(?:teams\.)?card\./.test(type) ? shownIn(parsed(content), 0) : [];
  });
  return joined(texts);
}

/** Titles of attached files; what a camera called a picture tells nothing. */
export function filesIn(attachments: unknown): string {
  return joined(
    list(attachments).map(({ contentType, name }) =>
      typeof name !== 'string' ||
      /^image\//.test(String(contentType)) ||
      /\.(?:jpe?g|png|gif|heic)$/i.test(name)
        ? ''
        : titleOfFile(name),
    ),
  );
}

/** Fields of cards that hold words, or parts that do, in the order in which a reader sees them. */
const WORDED = [
  'title',
  'subtitle',
  'summary',
  'text',
  'altText',
  'body',
  'sections',
  'columns',
  'items',
  'rows',
  'cells',
  'inlines',
  'facts',
  'value',
] as const;
const DEEPEST = 12;

function shownIn(value: unknown, depth: number): readonly string[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one) => (typeof one === 'string' ? [one] : shownIn(one, depth + 1)));
  }
  const part = record(value);
  // What somebody is to fill in or press holds no words of the message.
  if (/^(?:Input|Action)\./.test(String(part.type ?? ''))) {
    return [];
  }
  return WORDED.flatMap((field) => {
    const inner = part[field];
    return typeof inner === 'string' ? [inner] : shownIn(inner, depth + 1);
  });
}

function list(attachments: unknown): readonly Carried[] {
  return Array.isArray(attachments) ? attachments.map(record) : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Content comes as JSON in a string, or as it is. */
function parsed(content: unknown): unknown {
  if (typeof content !== 'string') {
    return content;
  }
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

const MOST = 5_000;

function joined(texts: readonly string[]): string {
  const all = new Set(texts.map((text) => text.slice(0, MOST).replace(/\s+/gu, ' ').trim()));
  all.delete('');
  return [...all].join(' ');
}

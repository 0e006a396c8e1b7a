/** Text as Slack may have it: cleaned of what could change its surroundings, cut without breaking a character. */

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Control characters (line breaks and tabs aside), bidirectional overrides and isolates, and lone halves of characters.
 * Overrides would turn round the text beside them, citations included.
 */
const UNWANTED = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** The text without what it must not hold; line breaks are `\n`. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNWANTED, '');
}

/** The text on one line, single-spaced: for titles, labels and names. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** At most `limit` UTF-16 units, ending in an ellipsis where something was left out; never within a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, boundary(text, limit - 1)).trimEnd()}…`;
}

/** The greatest offset up to `offset` that does not stand within a character as a reader sees it. */
export function boundary(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  // A window before the offset is enough: no cluster worth keeping whole is longer, and long texts stay quick.
  let from = Math.max(0, offset - 64);
  if (isTrailingHalf(text, from)) from -= 1;
  const segment = GRAPHEMES.segment(text.slice(from, offset + 64)).containing(offset - from);
  const start = from + (segment?.index ?? offset - from);
  // A cluster that fills the whole window is hostile; it is cut between code points.
  if (start > from) return start;
  return isTrailingHalf(text, offset) ? offset - 1 : offset;
}

function isTrailingHalf(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff && offset > 0;
}

/** Makes a text harmless where Slack reads mrkdwn: no mentions, no links (docs: messaging/formatting-message-text). */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The reverse, for texts that Slack sends. */
export function unescapeMrkdwn(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** `text` cleaned, escaped and then at most `limit` units long, never ending within an escape or a character. */
export function escapeWithin(text: string, limit: number): string {
  let kept = cut(clean(text), limit);
  for (;;) {
    const escaped = escapeMrkdwn(kept);
    if (escaped.length <= limit) return escaped;
    // An escape adds at most 4 units to one: taking off a fifth of the excess never takes too much.
    kept = cut(kept, kept.length - Math.ceil((escaped.length - limit) / 5));
  }
}

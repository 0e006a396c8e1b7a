/** Text as Slack may have it: cleaned of what could change its surroundings, escaped where Slack reads markup. */
import { singleSpaced } from '../../src/kit/blanks.ts';
import { cut } from '../../src/kit/cut.ts';

/**
 * Control characters (line breaks and tabs aside), bidirectional overrides and isolates, and lone halves of characters.
 * Overrides would turn round the text beside them, citations included.
 */
const UNWANTED = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
/** Any of them, a carriage return, or a half of a character, which may well belong to a whole one. Few texts have any. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/;

/** The text without what it must not hold; line breaks are `\n`. */
export function clean(text: string): string {
  return SUSPECT.test(text) ? text.replace(/\r\n?/g, '\n').replace(UNWANTED, '') : text;
}

/** The text on one line, single-spaced: for titles, labels and names. */
export function oneLine(text: string): string {
  return singleSpaced(clean(text));
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

/**
 * Mentions in a chat's message. A platform knows whom each one means; whether that is somebody to ask about, only the archive
 * knows. So a text goes to the engine with a mark in the place of each person, and the names beside it.
 */

/** Stands in a text where a person is mentioned. U+FFFC OBJECT REPLACEMENT CHARACTER, which nobody types. */
export const MENTION = '\ufffc';

/** Who is mentioned: the bot itself, a person, or what is no person (another bot, a tag, a channel, a role). */
export interface Mention {
  readonly whom: 'us' | 'person' | 'other';
  /** As the platform shows it; '' where it does not tell. */
  readonly name?: string;
}

/** A text with a `MENTION` for each of `names`, in their order. */
export interface Worded {
  readonly text: string;
  readonly names: readonly string[];
}

/** What would be read as a mention or an address in brackets, were it not what a person wrote between them. */
const BRACKET = /<(?=[@#!:/]|https?:|mailto:|tel:|at\b|a?:)/gi;

/**
 * A message's words out of its pieces in their order: text, in which all markup of the platform is resolved, and mentions. The bot
 * falls away, and so does whoever is addressed together with it, before it.
 * @example
 * wordsAndNames([{ whom: 'us' }, ' what did ', { whom: 'person', name: 'Natalia Popova' }, ' say'])
 * // { text: 'what did \ufffc say', names: ['Natalia Popova'] }
 */
export function wordsAndNames(pieces: readonly (string | Mention)[]): Worded {
  const us = pieces.findIndex((one) => typeof one !== 'string' && one.whom === 'us');
  const before = pieces.slice(0, Math.max(us, 0));
  const addressed = before.every((one) => typeof one !== 'string' || !/[\p{L}\p{N}]/u.test(one));
  const names: string[] = [];
  const words = (addressed ? pieces.slice(before.length) : pieces).map((piece) => {
    if (typeof piece === 'string') return piece.replaceAll(MENTION, ' ').replace(BRACKET, '< ');
    if (piece.whom !== 'person') return ' ';
    names.push(piece.name?.trim() ?? '');
    return ` ${MENTION} `;
  });
  const text = words
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?(\n) ?/g, '$1')
    .trim();
  return { text, names };
}

/** True where a text holds words, not only mentions of people whose names are not told. */
export function hasWords({ text, names }: Worded): boolean {
  return text.replaceAll(MENTION, '').trim() !== '' || names.some((name) => name !== '');
}

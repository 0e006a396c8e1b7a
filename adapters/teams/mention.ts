/**
 * The line in a message's text: without the mention of the bot, with other people's mentions as plain names.
 *
 * Teams writes `<at>Name</at>` into the text and lists each mention in `entities`. The bot may be mentioned more than
 * once or not at all, in several `<at>` in a row (a name from which a part was deleted), and `recipient` may be absent.
 * A reply that quotes begins with `<quoted messageId="…"/>`.
 */
import type { Activity } from './activity.ts';
import { decode, withoutQuotes } from './plain.ts';

/** Who we are, as far as it is known: the app id from the configuration. */
export interface Self {
  readonly appId?: string;
}

/** Whether the account id is the bot's own: `28:APP-ID` in Teams, the recipient of whatever is received. */
export function isSelf(id: string | undefined, activity: Activity, self: Self): boolean {
  if (id === undefined || id === '') {
    return false;
  }
  const ids = [activity.recipient?.id, self.appId, self.appId && `28:${self.appId}`];
  return ids.some((own) => own?.toLowerCase() === id.toLowerCase());
}

const AT = /<at\b[^<>]*>([^<>]*)<\/at>/giu;
const STRAY_AT = /<\/?at\b[^<>]*>/giu;

/** Stands where the bot was mentioned, until the line is complete. U+FFFC OBJECT REPLACEMENT CHARACTER. */
const HERE = '\ufffc';
/** "Hi @Rapporteur, sessions sdg8": what greets is no part of what is asked. */
const GREETING = new RegExp(
  `^\\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))[\\s,!]*(?=${HERE})`,
  'iu',
);
/** The mention with the mark that ends an address. */
const ADDRESS = new RegExp(`${HERE}(?:\\s*${HERE})*(?:\\s*[,:;])?`, 'gu');

/** The text that a person typed to the bot, trimmed; '' where there is nothing but a mention or a quotation. */
export function typedText(activity: Activity, self: Self): string {
  let text = withoutQuotes((activity.text ?? '').replaceAll(HERE, ' '));
  const mentions = (activity.entities ?? []).filter((one) => one.type?.toLowerCase() === 'mention');
  const ours = mentions.filter((one) => isSelf(one.mentioned?.id, activity, self));
  for (const { text: part } of ours) {
    if (part) {
      text = text.replaceAll(part, HERE);
    }
  }
  // What is left: mentions of others, and of the bot where no entity told whom an `<at>` means.
  const names = new Set(
    [activity.recipient?.name, ...ours.map((one) => one.mentioned?.name)]
      .map((name) => name?.trim().toLowerCase())
      .filter((name) => name !== undefined && name !== ''),
  );
  // Where neither recipient nor entities say who we are, a leading `<at>` can only be the mention that brought it here.
  const anonymous = names.size === 0 && mentions.length === 0;
  const before = text;
  text = text.replace(AT, (_whole, name: string, offset: number) => {
    const leading = anonymous && before.slice(0, offset).trim() === '';
    return leading || names.has(decode(name).trim().toLowerCase()) ? HERE : ` ${name} `;
  });
  text = decode(text.replace(STRAY_AT, ' ').replace(/\s+/gu, ' '));
  return withoutGreeting(text).replace(ADDRESS, ' ').replace(/\s+/gu, ' ').trim();
}

/** A greeting alone is a question too, so it goes only where more follows. */
function withoutGreeting(text: string): string {
  const rest = text.replace(GREETING, '');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/**
 * The line in a message's text: without the mention of the bot, with other people's mentions as plain names.
 *
 * Teams writes `<at>Name</at>` into the text and lists each mention in `entities`. The bot may be mentioned more than
 * once or not at all, in several `<at>` in a row (a name from which a part was deleted), and `recipient` may be absent.
 */
import type { Activity } from './activity.ts';

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

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  '#160': ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
};

const AT = /<at\b[^<>]*>([^<>]*)<\/at>/giu;
const STRAY_AT = /<\/?at\b[^<>]*>/giu;

/** The text that a person typed to the bot, trimmed; '' where there is nothing but a mention. */
export function lineOf(activity: Activity, self: Self): string {
  let text = activity.text ?? '';
  let mentioned = false;
  const drop = (part: string): void => {
    if (part !== '' && text.includes(part)) {
      text = text.split(part).join(' ');
      mentioned = true;
    }
  };

  const mentions = (activity.entities ?? []).filter((one) => one.type?.toLowerCase() === 'mention');
  for (const mention of mentions) {
    if (isSelf(mention.mentioned?.id, activity, self)) {
      drop(mention.text ?? '');
    }
  }
  // What is left: mentions of others, and of the bot where no entity told whom an `<at>` means.
  const names = new Set(
    [
      activity.recipient?.name,
      ...mentions
        .filter((one) => isSelf(one.mentioned?.id, activity, self))
        .map((one) => one.mentioned?.name),
    ]
      .map((name) => name?.trim().toLowerCase())
      .filter((name) => name !== undefined && name !== ''),
  );
  // Where neither recipient nor entities say who we are, a leading `<at>` can only be the mention that brought it here.
  const anonymous = names.size === 0 && mentions.length === 0;
  const before = text;
  text = text.replace(AT, (_whole, name: string, offset: number) => {
    const leading = anonymous && before.slice(0, offset).trim() === '';
    if (leading || names.has(decode(name).trim().toLowerCase())) {
      mentioned = true;
      return ' ';
    }
    return ` ${name} `;
  });
  text = decode(text.replace(STRAY_AT, ' ')).replace(/\s+/gu, ' ').trim();
  return mentioned ? text.replace(/^[,:;]\s*/u, '') : text;
}

function decode(text: string): string {
  return text.replace(/&(#?\w{2,5});/gu, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

/**
 * The line in a message's text: without the mention of the bot, with the people whom it mentions set apart.
 *
 * Teams writes `<at>Name</at>` into the text and lists each mention in `entities`. The bot may be mentioned more than
 * once or not at all, in several `<at>` in a row (a name from which a part was deleted), and `recipient` may be absent.
 * A reply that quotes begins with `<quoted messageId="…"/>`.
 */
import { type Mention, type Worded, wordsAndNames } from '../../src/answer/mentions.ts';
import type { Account, Activity } from './activity.ts';
import { decode, mentionsAlone, withoutQuotes } from './plain.ts';

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

/** Characters for private use: stand where somebody is mentioned, until the line is complete. */
const HERE = '\ue000';
const [FROM, TO] = ['\ue001', '\ue002'];
const RESERVED = /[\ue000-\ue002]/gu;
const MARK = /\ue001(\d+)\ue002/u;
/** "Hi @Rapporteur, sessions sdg8": what greets is no part of what is asked. */
const GREETING = new RegExp(
  `^\\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))[\\s,!]*(?=${HERE})`,
  'iu',
);
/** The mention with the mark that ends an address. */
const ADDRESS = new RegExp(`${HERE}(?:\\s*${HERE})*(?:\\s*[,:;])?`, 'gu');

/** What a person typed to the bot, with those whom it mentions; no words where there is nothing but a mention or a quotation. */
export function typedWords(activity: Activity, self: Self): Worded {
  const others: Mention[] = [];
  const mark = (one: Mention): string => {
    others.push(one);
    return ` ${FROM}${others.length - 1}${TO} `;
  };
  let text = withoutQuotes(writtenIn(activity).replace(RESERVED, ' '));
  const mentions = (activity.entities ?? []).filter((one) => one.type?.toLowerCase() === 'mention');
  const ours = mentions.filter((one) => isSelf(one.mentioned?.id, activity, self));
  for (const { text: part } of ours) {
    if (part) {
      text = text.replaceAll(part, HERE);
    }
  }
  for (const { text: part, mentioned } of mentions) {
    if (part && /<at\b/iu.test(part) && text.includes(part)) {
      const name = mentioned?.name ?? decode(part.replace(STRAY_AT, ''));
      text = text.replaceAll(part, mark({ whom: isPerson(mentioned) ? 'person' : 'other', name }));
    }
  }
  // What is left: mentions that no entity tells of, the bot's among them.
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
    const shown = decode(name).trim();
    return leading || names.has(shown.toLowerCase()) ? HERE : mark({ whom: 'person', name: shown });
  });
  text = decode(text.replace(STRAY_AT, ' ').replace(/\s+/gu, ' '));
  const pieces = withoutGreeting(text)
    .replace(ADDRESS, ` ${HERE} `)
    .split(new RegExp(`(${HERE}|${MARK.source.replace('(\\d+)', '\\d+')})`, 'u'))
    .map((piece) => {
      const other = MARK.exec(piece)?.[1];
      return piece === HERE ? US : ((other === undefined ? undefined : others[Number(other)]) ?? piece);
    });
  return wordsAndNames(pieces);
}

const US: Mention = { whom: 'us' };

/** Teams writes `28:` before bots and `19:` before channels and chats; tags and teams say what they are. */
function isPerson(mentioned: Account | undefined): boolean {
  const { id = '', role, type } = mentioned ?? {};
  return !/^(?:28|19):/.test(id) && role !== 'bot' && (typeof type !== 'string' || /person|user/i.test(type));
}

/** The text, or where there is none its copy in HTML, of which only mentions stay marked. */
function writtenIn({ text, textFormat, attachments }: Activity): string {
  const isHtml = textFormat === 'xml';
  if (text !== undefined && text.trim() !== '') {
    return isHtml ? mentionsAlone(text) : text;
  }
  const copies = (attachments ?? []).filter((one) => one.contentType === 'text/html');
  return copies.map(({ content }) => (typeof content === 'string' ? mentionsAlone(content) : '')).join(' ');
}

/** A greeting alone is a question too, so it goes only where more follows. */
function withoutGreeting(text: string): string {
  const rest = text.replace(GREETING, '');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

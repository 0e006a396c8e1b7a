/**
 * Activities, the JSON that Teams and a bot exchange, as plain data. No SDK's types are used here, so that receiving
 * and rendering outlive any one of them. Fields of an unexpected type count as absent: nobody's JSON may crash a turn.
 *
 * Source: the Bot Framework Activity schema, and Microsoft Learn on Teams' own fields.
 */
import * as z from 'zod';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const account = z.looseObject({ id: text, name: text, role: text, type: text, isTargeted: flag });
const entity = z.looseObject({
  type: text,
  text,
  mentioned: account.optional().catch(undefined),
  /** Of a reply: the message that it quotes. */
  quotedReply: z.looseObject({ preview: text, messageId: text, senderId: text }).optional().catch(undefined),
});

const shape = z.looseObject({
  type: z.string().min(1),
  id: text,
  name: text,
  channelId: text,
  serviceUrl: text,
  text,
  textFormat: text,
  locale: text,
  /** Of an `installationUpdate`: `add`, `remove`, `add-upgrade`, `remove-upgrade`. */
  action: text,
  replyToId: text,
  /** When it was sent, or changed; ISO 8601. */
  timestamp: text,
  from: account.optional().catch(undefined),
  recipient: account.optional().catch(undefined),
  conversation: z
    .looseObject({ id: text, conversationType: text, isGroup: flag, tenantId: text })
    .optional()
    .catch(undefined),
  membersAdded: z.array(account).optional().catch(undefined),
  membersRemoved: z.array(account).optional().catch(undefined),
  entities: z.array(entity).optional().catch(undefined),
  attachments: z
    .array(z.looseObject({ contentType: text, name: text }))
    .optional()
    .catch(undefined),
  value: z.unknown().optional(),
  channelData: z
    .looseObject({
      team: z.looseObject({ id: text }).optional().catch(undefined),
      /** Of a `messageUpdate`: `editMessage`, `undeleteMessage`. */
      eventType: text,
    })
    .optional()
    .catch(undefined),
});

export type Activity = z.infer<typeof shape>;
export type Account = z.infer<typeof account>;

/** The activity in a request's body, or what is wrong with it in one sentence. */
export function readActivity(body: unknown): { activity: Activity } | { problem: string } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { problem: 'The body is not an activity: expected a JSON object.' };
  }
  const read = shape.safeParse(body);
  return read.success
    ? { activity: read.data }
    : { problem: 'The activity has no type: expected "message", "invoke" or another text in "type".' };
}

/** A card or other content beside or instead of a message's text. */
export interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
  readonly preview?: Attachment;
}

/**
 * A document behind a message, shown where its number stands in brackets in the text. Source: Microsoft Learn, Bot messages
 * with AI-generated content, whose label is a field of its own that no message of ours has.
 */
export interface Claim {
  readonly '@type': 'Claim';
  /** The number. */
  readonly position: number;
  readonly appearance: {
    readonly '@type': 'DigitalDocument';
    readonly name: string;
    readonly abstract?: string;
    readonly url?: string;
  };
}

/** What is told of a message beside its content. */
export interface MessageEntity {
  readonly type: 'https://schema.org/Message';
  readonly '@type': 'Message';
  readonly '@context': 'https://schema.org';
  readonly '@id': '';
  readonly citation: readonly Claim[];
}

/** What we send. The host adds conversation, sender and receiver. */
export interface Outgoing {
  readonly type: 'message' | 'typing';
  /** Above the attachments. Markdown, unless the format says otherwise. */
  readonly text?: string;
  readonly textFormat?: 'plain';
  /** Plain text that notifications and the activity feed show in the card's place. */
  readonly summary?: string;
  readonly attachments?: readonly Attachment[];
  readonly attachmentLayout?: 'list';
  readonly entities?: readonly MessageEntity[];
  /** Teams' own buttons for a verdict, below the message. */
  readonly channelData?: { readonly feedbackLoop: { readonly type: 'default' } };
}

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
export const THUMBNAIL_CARD = 'application/vnd.microsoft.card.thumbnail';

/** What a message quotes: people reply to a message and mention the bot to ask about it. */
import type { Activity } from './activity.ts';
import { quotedIn } from './plain.ts';

/** The beginning of the quoted message, as far as Teams tells it; '' where nothing is quoted. */
export function quotedOf(activity: Activity): string {
  const told = activity.entities?.find((one) => one.type?.toLowerCase() === 'quotedreply')?.quotedReply
    ?.preview;
  if (told?.trim()) {
    return told.replace(/\s+/gu, ' ').trim();
  }
  for (const { contentType, content } of activity.attachments ?? []) {
    if (typeof content === 'string') {
      const words = contentType === 'text/html' ? quotedIn(content) : referenced(contentType, content);
      if (words !== '') {
        return words;
      }
    }
  }
  return '';
}

/** The message that is quoted, and whose it is; undefined where nothing is, or Teams does not tell. */
export function quotedMessage({
  entities,
  attachments,
}: Activity): { readonly id: string; readonly sender: string } | undefined {
  const told = entities?.find((one) => one.type?.toLowerCase() === 'quotedreply')?.quotedReply;
  if (told?.messageId && told.senderId) {
    return { id: told.messageId, sender: told.senderId };
  }
  for (const { contentType, content } of attachments ?? []) {
    const { messageId, messageSender } = contentType === MESSAGE_REFERENCE ? referenceIn(content) : {};
    const sender = messageSender?.application?.id ?? messageSender?.user?.id;
    if (typeof messageId === 'string' && typeof sender === 'string') {
      return { id: messageId, sender };
    }
  }
  return undefined;
}

interface Reference {
  readonly messageId?: unknown;
  readonly messagePreview?: unknown;
  readonly messageSender?: {
    readonly application?: { readonly id?: unknown } | null;
    readonly user?: { readonly id?: unknown } | null;
  } | null;
}

/** What a `messageReference` holds: JSON, in a string or as it is. */
function referenceIn(content: unknown): Reference {
  try {
    return ((typeof content === 'string' ? JSON.parse(content) : content) ?? {}) as Reference;
  } catch {
    return {};
  }
}

/** A `messageReference`, in which a quotation comes as JSON. */
function referenced(contentType: string | undefined, content: string): string {
  if (contentType !== MESSAGE_REFERENCE) {
    return '';
  }
  const { messagePreview } = referenceIn(content);
  return typeof messagePreview === 'string' ? messagePreview.replace(/\s+/gu, ' ').trim() : '';
}

export const MESSAGE_REFERENCE = 'messageReference';

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

/** A `messageReference`, in which a quotation comes as JSON. */
function referenced(contentType: string | undefined, content: string): string {
  if (contentType !== MESSAGE_REFERENCE) {
    return '';
  }
  try {
    const { messagePreview } = JSON.parse(content) as { messagePreview?: unknown };
    return typeof messagePreview === 'string' ? messagePreview.replace(/\s+/gu, ' ').trim() : '';
  } catch {
    return '';
  }
}

export const MESSAGE_REFERENCE = 'messageReference';

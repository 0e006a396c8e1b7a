/** Invokes, which the platform waits for: searches, presses of buttons, dialogs, links. Pure. */
import { lineOf } from '../../src/answer/line.ts';
import { lineOfMessage } from '../../src/answer/message-line.ts';
import type { Activity } from './activity.ts';
import { buttonOf, fields, pressOf } from './buttons.ts';
import { carriedIn, filesIn } from './carried.ts';
import { LIMITS } from './limits.ts';
import { answerKey, deliveryOf, localeOf } from './places.ts';
import { quotedIn, wordsOf } from './plain.ts';
import type { Received } from './received.ts';

/** Reads an invoke. */
export function receiveInvoke(activity: Activity): Received {
  switch (activity.name) {
    case 'composeExtension/query':
      return receiveSearch(activity.value);
    case 'composeExtension/fetchTask':
      return receiveMenu(activity);
    case 'composeExtension/submitAction':
      return receiveDialog(activity, true);
    // From a card in a conversation, and in the dialog that it opened.
    case 'task/fetch':
    case 'task/submit':
      return receiveDialog(activity, false);
    case 'composeExtension/queryLink': {
      const { url } = fields(activity.value);
      return { kind: 'link', url: typeof url === 'string' ? url : '' };
    }
    case 'adaptiveCard/action':
      return receiveAction(activity);
    case 'message/submitAction':
      return receiveVerdict(activity);
    default:
      return { kind: 'unreadable', reason: 'command', via: 'invoke' };
  }
}

function receiveAction(activity: Activity): Received {
  if (!activity.conversation?.id) {
    return missing('conversation.id');
  }
  const pressed = buttonOf(fields(fields(activity.value).action).data);
  return pressed === undefined || pressed === 'unreadable'
    ? { kind: 'unreadable', reason: 'button', via: 'invoke' }
    : pressOf('execute', pressed, activity);
}

/** Teams' own buttons for a verdict, once their form is sent. What is written in it is not read. */
function receiveVerdict(activity: Activity): Received {
  const { conversation, replyToId } = activity;
  const { actionName, actionValue } = fields(activity.value);
  const { reaction } = fields(actionValue);
  if (actionName !== 'feedback' || (reaction !== 'like' && reaction !== 'dislike')) {
    return { kind: 'unreadable', reason: 'command', via: 'invoke' };
  }
  if (!conversation?.id) return missing('conversation.id');
  if (!replyToId) return missing('replyToId');
  return {
    kind: 'judged',
    answer: answerKey(conversation.id, replyToId),
    helpful: reaction === 'like',
    ...deliveryOf(activity),
  };
}

/** "Find related" in a message's menu. Clients for trying out offer it without a message: then there is all to choose from. */
function receiveMenu(activity: Activity): Received {
  const { messagePayload } = fields(activity.value);
  const line = messagePayload === undefined ? lineOf.sessions() : lineOfMessage(messageIn(messagePayload));
  return line === ''
    ? { kind: 'unreadable', reason: 'words', via: 'dialog' }
    : { kind: 'dialog', line, put: false, puts: true, ...localeOf(activity) };
}

/** A button in the dialog. */
function receiveDialog(activity: Activity, puts: boolean): Received {
  const pressed = buttonOf(fields(activity.value).data);
  if (pressed === undefined || pressed === 'unreadable') {
    return { kind: 'unreadable', reason: 'button', via: 'dialog' };
  }
  const { line, from, put, refine, filled } = pressed;
  return {
    kind: 'dialog',
    line,
    put: put && puts,
    puts,
    ...(refine ? { refine } : {}),
    ...(filled === undefined ? {} : { filled }),
    ...(from === undefined ? {} : { from }),
    ...localeOf(activity),
  };
}

/**
 * The words of the message in whose menu the command was chosen: its subject, its own words, and what it carries; else what it
 * quotes.
 */
function messageIn(message: unknown): string {
  const { subject, body, attachments } = fields(message);
  const { contentType, content } = fields(body);
  const written = typeof content === 'string' ? content : '';
  const own = contentType === 'text' ? written : wordsOf(written);
  const words = [
    typeof subject === 'string' ? subject : '',
    own,
    carriedIn(attachments),
    filesIn(attachments),
  ]
    .filter((part) => part.trim() !== '')
    .join(' ')
    .trim();
  return words === '' ? quotedIn(written) : words;
}

function receiveSearch(value: unknown): Received {
  const query = fields(value);
  const parameters = Array.isArray(query.parameters) ? query.parameters.map(fields) : [];
  // The manifest names one command, `search`, and its parameter `query`; clients for trying out name them otherwise.
  const typed = parameters.find((one) => one.name !== 'initialRun')?.value;
  const options = fields(query.queryOptions);
  return {
    kind: 'search',
    text: typeof typed === 'string' ? typed.trim() : '',
    skip: whole(options.skip, 0, LIMITS.searchSkip.value, 0),
    count: whole(options.count, 1, LIMITS.searchResults.value, LIMITS.searchResults.value),
  };
}

function whole(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(Math.max(Math.trunc(value), least), most)
    : otherwise;
}

/** Says which field is missed where nothing can be answered without it. */
export function missing(field: string): Received {
  return { kind: 'refused', why: `The activity has no ${field}: there is nowhere to send an answer to.` };
}

/** What Slack sends of what somebody pressed, chose or filled in, read as plain payloads. Pure. */
import type { Filled } from '../../src/answer/form.ts';
import { readMore } from './more.ts';
import { type Payload, record, text } from './payload.ts';
import { isDirect, teamOf, threadKey } from './team.ts';
import { oneLine } from './text.ts';
import { plainWords, wordsOfMessage } from './words.ts';

export interface Clicked {
  readonly actionId: string;
  readonly value: string;
  readonly responseUrl: string | undefined;
  readonly triggerId: string;
  /** The message that the click came from; absent in views. */
  readonly message:
    | {
        readonly channel: string;
        readonly threadTs: string | undefined;
        readonly ephemeral: boolean;
        readonly direct: boolean;
      }
    | undefined;
  /** Names the message that the click came from among all messages of all workspaces. */
  readonly messageKey: string | undefined;
  /** The view that the click came from; absent in messages. */
  readonly view: { readonly id: string; readonly type: 'home' | 'modal' } | undefined;
  readonly user: { readonly id: string; readonly name: string };
  /** Key of the conversation that a click in a message goes on with. */
  readonly thread: string | undefined;
  /** Key of the conversation in the thread below a message of the same channel with that ts. */
  readonly threadBelow: (ts: string) => string;
}

/** A click on a button or a choice from a menu, wherever it stands. */
export function clicked(body: unknown): Clicked {
  const payload = record(body);
  const action = record(Array.isArray(payload.actions) ? payload.actions[0] : undefined);
  const container = record(payload.container);
  const channel = text(payload, 'channel', 'id') ?? text(container, 'channel_id');
  const threadTs = text(container, 'thread_ts') ?? text(payload, 'message', 'thread_ts');
  const viewId = text(payload, 'view', 'id');
  const ts = text(container, 'message_ts') ?? text(payload, 'message', 'ts');
  const message =
    channel === undefined || viewId !== undefined
      ? undefined
      : {
          channel,
          threadTs,
          ephemeral: container.is_ephemeral === true,
          direct: isDirect(undefined, channel),
        };
  return {
    ...readMore(
      text(action, 'action_id') ?? '',
      text(action, 'block_id') ?? '',
      text(action, 'value') ?? text(action, 'selected_option', 'value') ?? '',
    ),
    responseUrl: text(payload, 'response_url'),
    triggerId: text(payload, 'trigger_id') ?? '',
    message,
    messageKey:
      message === undefined || ts === undefined ? undefined : `${teamOf(body)}:${message.channel}:${ts}`,
    view:
      viewId === undefined
        ? undefined
        : { id: viewId, type: text(payload, 'view', 'type') === 'home' ? 'home' : 'modal' },
    user: {
      id: text(payload, 'user', 'id') ?? '',
      name: oneLine(text(payload, 'user', 'username') ?? text(payload, 'user', 'name') ?? ''),
    },
    thread: message === undefined ? undefined : threadKey(teamOf(body), message.channel, threadTs),
    threadBelow: (below) => threadKey(teamOf(body), message?.channel ?? '', below),
  };
}

/** The words of a message that somebody chose "Find related sessions" on. */
export function shortcutText(body: unknown): string {
  return wordsOfMessage(record(body).message);
}

/** What a picker was asked to complete. */
export function pickerRequest(body: unknown): { readonly actionId: string; readonly typed: string } {
  return { actionId: text(body, 'action_id') ?? '', typed: plainWords(text(body, 'value') ?? '') };
}

/** Where the answer that a form asks for goes, kept in the form itself. */
export interface FormOrigin {
  /** The line to narrow, '' for none. */
  readonly line: string;
  readonly message?: NonNullable<Clicked['message']>;
  readonly responseUrl?: string;
}

/** A submitted form: what was filled in, by the ids of its blocks. */
export function submittedForm(body: unknown): {
  readonly origin: FormOrigin;
  readonly filled: Filled;
  readonly viewId: string;
} {
  const view = record(record(body).view);
  const values = Object.entries(record(record(view.state).values));
  return {
    origin: readOrigin(text(view, 'private_metadata')),
    filled: Object.fromEntries(
      values.map(([name, element]) => [name, valuesOf(Object.values(record(element))[0])]),
    ),
    viewId: text(view, 'id') ?? '',
  };
}

/** What one field holds: what was typed, or the values of what was chosen. */
function valuesOf(state: unknown): readonly string[] {
  const { selected_options: several } = record(state);
  const chosen = Array.isArray(several) ? several.map((one) => text(one, 'value')) : [];
  return [text(state, 'value'), text(state, 'selected_option', 'value'), ...chosen].filter(
    (value) => value !== undefined,
  );
}

function readOrigin(metadata: string | undefined): FormOrigin {
  let kept: Payload = {};
  try {
    kept = record(JSON.parse(metadata ?? '{}'));
  } catch {
    // Not ours: the form then begins anew.
  }
  const channel = text(kept, 'message', 'channel');
  const responseUrl = text(kept, 'responseUrl');
  const message = record(kept.message);
  return {
    line: text(kept, 'line') ?? '',
    ...(responseUrl === undefined ? {} : { responseUrl }),
    ...(channel === undefined
      ? {}
      : {
          message: {
            channel,
            threadTs: text(message, 'threadTs'),
            ephemeral: message.ephemeral === true,
            direct: message.direct === true,
          },
        }),
  };
}

/** What opens a view; good for three seconds. */
export function triggerOf(body: unknown): string {
  return text(body, 'trigger_id') ?? '';
}

/** Who clicked or chose. */
export function userOf(body: unknown): string {
  return text(body, 'user', 'id') ?? '';
}

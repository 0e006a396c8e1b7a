/**
 * Teams for the conformance suite: a command is a slash command in a group chat, which only the asker and the bot see;
 * a mention is one in a channel; direct is the one-to-one chat.
 */
import { randomUUID } from 'node:crypto';
import { teams } from '../../../adapters/teams/adapter.ts';
import type { Host } from '../../../src/contract/adapter.ts';
import {
  BOT,
  channelMessage,
  dialogInvoke,
  executeInvoke,
  type Json,
  menuInvoke,
  personalMessage,
  privateMessage,
  searchInvoke,
  taskInvoke,
  verdictInvoke,
} from '../../adapters/teams/activities.ts';
import type { Failure, Message, Recorded } from '../../adapters/teams/connector.ts';
import { linkButtonsOf, type Pressable, pressables, visibleOf } from '../../adapters/teams/reading.ts';
import { checkCard, checkDialog, checkMessage, checkResults } from '../../adapters/teams/rules.ts';
import { openStage } from '../../adapters/teams/stage.ts';
import { byTag, parseMarkup, visibleText } from '../../support/markup.ts';
import { openSite } from '../../support/site.ts';
import { watchWork } from '../../support/working.ts';
import {
  type Button,
  type Completion,
  type Driver,
  type Incoming,
  LONG,
  type OpenForm,
  type Outcome,
  type Reply,
  type Rig,
  type Surface,
  TAG,
  type Where,
} from '../driver.ts';
import { expectReply } from '../seeing.ts';

const FAILURES: Readonly<Record<'rate-limited' | 'server-error' | 'reset' | 'hang', Failure>> = {
  'rate-limited': { status: 429, retryAfter: '0' },
  'server-error': { status: 502 },
  reset: 'reset',
  hang: 'hang',
};

const SENDERS: Readonly<Record<'person' | 'bot' | 'self', Json>> = {
  person: {},
  bot: { from: { id: '28:00000000-0000-4000-8000-00000000b07b', name: 'Other bot', role: 'bot' } },
  self: { from: BOT },
};

export const teamsDriver: Driver = {
  adapter: teams,
  edits: ['mention', 'direct'],
  replies: ['mention', 'direct'],
  async start(host, { answer = LONG, call = LONG } = {}) {
    const { watched, idle } = watch(host);
    const stage = await openStage({ host: watched, timing: { call, typing: answer } });
    const { connector } = stage;
    // Where the links of the tab lead.
    const site = await openSite(watched);

    async function openPage(address: URL): Promise<Reply> {
      const page = await (await fetch(address)).text();
      const main = byTag(parseMarkup(page), 'main')[0];
      if (main === undefined) throw new Error(`${address} has no page`);
      return {
        visible: visibleText(main),
        private: true,
        payload: page,
        buttons: byTag(main, 'a').map((link) => ({
          label: visibleText(link),
          press: () => openPage(new URL(link.attributes.href ?? '', site.address)),
        })),
      };
    }

    async function send(surface: Surface, incoming: Incoming): Promise<Outcome> {
      return exchange(activityOf(surface, incoming));
    }

    /** Messages that an exchange has taken for its own: of several at the same moment, one. */
    const taken = new Set<Recorded>();

    /** Sends an activity and waits for what comes of it: in the response, or as a message of the connector. */
    async function exchange(activity: Json): Promise<Outcome> {
      const before = connector.messages.length;
      const { status, body } = await stage.post(activity);
      await idle();
      if (connector.broken.length > 0) {
        throw new Error(`a rule of the vendor's was broken: ${connector.broken.join('; ')}`);
      }
      const { id } = activity.conversation as { id?: string };
      const own = connector.messages
        .slice(before)
        .filter((one) => one.conversation === id && !taken.has(one));
      const message = own.at(-1);
      if (message !== undefined) {
        taken.add(message);
        return replyOf(message.body, message, activity);
      }
      if (status >= 400) {
        return 'refused';
      }
      return isInvokeResponse(body) ? replyOf(body, undefined, activity) : 'silence';
    }

    /** The dialog that an invoke opens or changes; only whoever opened it sees it. */
    async function dialogAfter(activity: Json, invoke: Invoke = dialogInvoke): Promise<Outcome> {
      const { status, body } = await stage.post(activity);
      await idle();
      if (status !== 200) {
        return 'refused';
      }
      const problems = checkDialog(body);
      if (problems.length > 0) {
        throw new Error(problems.join('; '));
      }
      const { card } = (body as DialogResponse).task.value;
      const form = formOf(card.content, invoke);
      return {
        ...(form === undefined ? {} : { form }),
        visible: visibleOf(card.content),
        private: true,
        payload: { statusCode: 200, type: card.contentType, value: card.content },
        buttons: pressables(card.content).map(({ label, action }) => ({
          label,
          press: async () => expectReply(await dialogAfter(invoke(action.data), invoke)),
        })),
      };
    }

    /** The form in a dialog; its inputs are sent beside the data of its button. */
    function formOf(content: unknown, invoke: Invoke): OpenForm | undefined {
      const { body } = content as { readonly body: readonly Input[] };
      const inputs = body.filter(({ type }) => type.startsWith('Input.'));
      const [button] = pressables(content);
      if (inputs.length === 0 || button === undefined) {
        return undefined;
      }
      const named = inputs.map(({ id = '', value = '' }) => ({ id, value, name: id.split(':')[1] ?? '' }));
      return {
        fields: named.map(({ name }) => name),
        send: async (filled) => {
          const values = named.map(({ id, name, value }) => [id, filled[name]?.join(',') ?? value]);
          const data = { ...(button.action.data as object), ...Object.fromEntries(values) };
          return expectReply(await dialogAfter(invoke(data), invoke));
        },
      };
    }

    function replyOf(payload: Message | InvokeResponse, message: Recorded | undefined, to: Json): Reply {
      const card = 'statusCode' in payload ? payload.value : payload.attachments?.[0]?.content;
      const words = 'statusCode' in payload ? undefined : payload.text;
      const button = ({ label, action }: Pressable): Button => ({
        label,
        press: async () => {
          if (typeof action.data === 'object' && action.data !== null && 'msteams' in action.data) {
            const inDialog = (data: unknown) => taskInvoke('submit', data);
            return expectReply(await dialogAfter(taskInvoke('fetch', action.data), inDialog));
          }
          const { conversation, recipient, channelData } = to;
          const replyToId = message?.id ?? to.replyToId;
          const outcome = await exchange(
            executeInvoke(action.data, { conversation, recipient, channelData, replyToId }),
          );
          if (typeof outcome === 'string') {
            throw new Error(`pressing "${label}" ended in ${outcome}`);
          }
          return outcome;
        },
      });
      // Buttons proper before the headings that can be pressed as well.
      const all = pressables(card);
      const headings = all.filter(({ label }) => label.startsWith('Open: '));
      const judged = 'channelData' in payload && payload.channelData?.feedbackLoop !== undefined;
      return {
        visible: typeof card === 'string' ? card : card === undefined ? (words ?? '') : visibleOf(card),
        private: message?.targeted ?? (to.recipient as Json | undefined)?.isTargeted === true,
        payload,
        ...(message === undefined ? {} : { id: message.method === 'PUT' ? message.activity : message.id }),
        ...(message?.method === 'PUT' ? { replaced: true as const } : {}),
        links: linkButtonsOf(card),
        buttons: [
          ...[...all.filter((one) => !headings.includes(one)), ...headings].map(button),
          ...(judged && message !== undefined
            ? thumbs((message.method === 'PUT' ? message.activity : undefined) ?? message.id, to)
            : []),
        ],
      };
    }

    /** Teams' own buttons below a message: Teams asks why, sends both, and thanks by itself where it is told no more than 200. */
    function thumbs(id: string, { conversation, channelData }: Json): readonly Button[] {
      const thumb = (label: string, reaction: string): Button => ({
        label,
        press: async () => {
          const { status, body } = await stage.post(
            verdictInvoke(id, reaction, { conversation, channelData }),
          );
          if (status !== 200 || JSON.stringify(body) !== '{}') throw new Error(`${label} ended in ${status}`);
          await idle();
          const thanks = 'Thank you for your feedback';
          return {
            visible: thanks,
            private: true,
            buttons: [],
            payload: { statusCode: 200, type: 'thanks', value: thanks },
          };
        },
      });
      return [thumb('Helpful', 'like'), thumb('Not helpful', 'dislike')];
    }

    return {
      surfaces: ['command', 'mention', 'direct'],
      send,
      openHome: () => openPage(new URL('/teams/home', stage.url)),
      pressOld: (line) => exchange(executeInvoke({ line })),
      async complete(typed) {
        const { status, body } = await stage.post(searchInvoke(typed));
        const problems = status === 200 ? checkResults(body) : [`the search ended with ${status}`];
        if (problems.length > 0) {
          throw new Error(problems.join('; '));
        }
        return ((body as SearchResponse).composeExtension.attachments ?? []).map(completion);
      },
      findRelated: (message, _delivery, where = 'text') =>
        dialogAfter(
          where === 'text'
            ? menuInvoke(`<p>${escapeHtml(message)}</p>`)
            : menuInvoke('<attachment id="1"></attachment>', {}, { attachments: [attached(message, where)] }),
        ),
      relatedRepeats: false,
      failApi(how, count) {
        connector.failures.push(...Array.from({ length: count }, () => FAILURES[how]));
      },
      validate(payload) {
        if (typeof payload === 'string') return void parseMarkup(payload);
        const problems = isInvokeResponse(payload)
          ? typeof payload.value === 'object' && payload.type.endsWith('card.adaptive')
            ? checkCard(payload.value)
            : []
          : checkMessage(payload as Message);
        if (problems.length > 0) {
          throw new Error(problems.join('; '));
        }
      },
      async stop() {
        await stage.stop();
        await site.close();
      },
    } satisfies Rig;
  },
};

/** What is sent when something is pressed in a dialog. */
type Invoke = (data: unknown) => Json;

interface Input {
  readonly type: string;
  readonly id?: string;
  readonly value?: string;
}

interface DialogResponse {
  readonly task: {
    readonly value: { readonly card: { readonly contentType: string; readonly content: unknown } };
  };
}

/** What a person typed, as Teams hands it on. */
function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

interface SearchResponse {
  readonly composeExtension: { readonly attachments?: readonly Result[] };
}

interface Result {
  readonly contentType: string;
  readonly content: unknown;
  readonly preview?: { readonly content: { readonly title: string; readonly text: string } };
}

/** A result of the message extension. What is chosen is put into the message that is being written. */
function completion({ contentType, content, preview }: Result): Completion {
  const { title, text } = preview?.content ?? { title: '', text: '' };
  return {
    label: `${title} ${text}`,
    choose: async () => ({
      visible: visibleOf(content),
      buttons: [],
      private: false,
      payload: { statusCode: 200, type: contentType, value: content },
    }),
  };
}

interface InvokeResponse {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

function isInvokeResponse(body: unknown): body is InvokeResponse {
  return typeof body === 'object' && body !== null && 'statusCode' in body;
}

/** Something attached in which the words stand. */
function attached(words: string, where: Exclude<Where, 'text'>): Json {
  switch (where) {
    case 'card':
      return {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: words }] }),
      };
    case 'forward':
      return {
        contentType: 'forwardedMessageReference',
        content: JSON.stringify({ originalMessageContent: `<p>${escapeHtml(words)}</p>` }),
      };
    case 'file':
      return { contentType: 'reference', name: `${words}.pdf` };
  }
}

/** What a message has in the place of typed text alone. */
function carriedBy({ pieces, carries }: Incoming): Json {
  if (carries !== undefined) {
    return {
      attachments: [carries === 'file' ? attached('report', 'file') : attached(carries.forwarded, 'forward')],
    };
  }
  if (pieces === undefined) {
    return {};
  }
  const entities: Json[] = [];
  const written = pieces.map((piece) => {
    if (typeof piece === 'string') {
      return escapeHtml(piece);
    }
    const name = piece.whom === 'us' ? BOT.name : piece.name;
    const text = `<at>${name}</at>`;
    const id =
      piece === TAG
        ? 'MTE2Yg=='
        : piece.whom === 'other'
          ? '28:00000000-0000-4000-8000-00000000b07b'
          : '29:1-other';
    const mentioned = piece.whom === 'us' ? BOT : { id, name, ...(piece === TAG ? { type: 'tag' } : {}) };
    entities.push({ type: 'mention', mentioned, text });
    return text;
  });
  return { text: written.join(''), entities };
}

/** A reply as Teams hands it on: the message that it quotes is an entity. */
function quoting({ id }: Reply, mention: boolean): Json {
  const quoted = { messageId: id, senderId: BOT.id, senderName: BOT.name, preview: 'An answer' };
  return {
    entities: [
      ...(mention ? [{ type: 'mention', mentioned: BOT, text: '<at>Rapporteur</at>' }] : []),
      { type: 'quotedReply', quotedReply: quoted },
    ],
  };
}

function activityOf(surface: Surface, incoming: Incoming): Json {
  const { text, thread, place, delivery, sender = 'person', message, edited, below } = incoming;
  const id = message ?? delivery;
  const over: Json = {
    ...(id === undefined ? {} : { id }),
    ...SENDERS[sender],
    ...carriedBy(incoming),
    ...(below === undefined ? {} : quoting(below, surface === 'mention')),
    ...(edited === undefined
      ? {}
      : {
          type: 'messageUpdate',
          timestamp: new Date().toISOString(),
          channelData: { eventType: 'editMessage', tenant: { id: 'tenant' } },
        }),
  };
  // The same delivery comes from the same conversation.
  const name = thread ?? place ?? delivery ?? randomUUID();
  switch (surface) {
    case 'command':
      return privateMessage(text, {
        conversation: { isGroup: true, conversationType: 'groupChat', id: `19:${name}@thread.v2` },
        ...over,
      });
    case 'mention':
      return channelMessage(text, over, name);
    case 'direct':
      return personalMessage(text, {
        conversation: { conversationType: 'personal', id: `a:${name}` },
        ...over,
      });
  }
}

/** The host, with a way to wait until no delivery is being worked on any more. */
function watch(host: Host): { watched: Host; idle(): Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  return {
    watched: watchWork(host, (running) => {
      underWay.add(running);
      const forget = (): void => void underWay.delete(running);
      running.then(forget, forget);
    }),
    async idle() {
      while (underWay.size > 0) {
        await Promise.allSettled(underWay);
      }
    },
  };
}

/**
 * Discord for the conformance suite, over the Gateway: a command is a slash command, a
 * mention stands in a thread of a server, and direct is a direct message.
 */
import { createDiscord, discord } from '../../../adapters/discord/adapter.ts';
import { customId } from '../../../adapters/discord/lines.ts';
import { saysIn } from '../../../adapters/discord/says.ts';
import { DECLARATIONS } from '../../../src/commands/declarations.ts';
import { activeMarkup } from '../../adapters/discord/active-markup.ts';
import { GUILD, type Started, startCounterpart, until } from '../../adapters/discord/counterpart.ts';
import {
  ASKER,
  MACHINE,
  type Person,
  type Place,
  snowflake,
} from '../../adapters/discord/counterpart-payloads.ts';
import type { Interacted, Posted } from '../../adapters/discord/counterpart-rest.ts';
import { callbackProblems, messageProblems } from '../../adapters/discord/counterpart-rules.ts';
import { buttonsOf, linksOf, textsOf, visibleText } from '../../adapters/discord/reading.ts';
import { FAST } from '../../adapters/discord/rig.ts';
import { watch } from '../../adapters/discord/watch.ts';
import {
  type Driver,
  type Incoming,
  LONG,
  type Outcome,
  type Reply,
  type Rig,
  type Surface,
  TAG,
  type Where,
} from '../driver.ts';
import { expectReply } from '../seeing.ts';

type Message = Readonly<Record<string, unknown>>;

/** A field of a form. */
interface Labelled {
  readonly label: string;
  readonly description?: string;
  readonly component: {
    readonly type: number;
    readonly custom_id: string;
    readonly placeholder?: string;
    readonly options?: readonly { readonly label: string }[];
  };
}

interface Choice {
  readonly name: string;
  readonly value: string;
}

export const discordDriver: Driver = {
  adapter: discord,
  edits: ['mention', 'direct'],
  replies: ['mention', 'direct'],
  async start(host, waits = {}) {
    const cloud = await startCounterpart();
    // Discord's three seconds stand still: what is slow here is the machine. tests/adapters/discord judges the bot's own time.
    cloud.rest.clock = () => 0;
    const watched = watch(host);
    const { answer = LONG, call = LONG } = waits;
    // A call that a busy machine let take too long is one more failure.
    const pauses = [...FAST.pauses, ...FAST.pauses];
    const timing = { ...FAST, pauses, suggestWithin: LONG, deferAfter: answer, firstReply: call, call };
    const connection = await createDiscord(timing).open(
      {
        token: cloud.token,
        apiUrl: cloud.url,
        gateway: true,
        sharding: 'auto',
        register: false,
        guildIds: [],
        privateAnswers: false,
      },
      watched.host,
    );
    await until(() => connection.status().state === 'ready');
    return createRig(
      cloud,
      () => watched.idle(cloud),
      () => connection.stop(3000),
    );
  },
};

function createRig(cloud: Started, idle: () => Promise<void>, close: () => Promise<void>): Rig {
  /** Messages that an exchange has taken for its own: of several at the same moment, one. */
  const taken = new Set<unknown>();

  function take<T>(found: readonly T[]): T | undefined {
    const fresh = found.filter((one) => !taken.has(one));
    for (const one of fresh) taken.add(one);
    return fresh.at(-1);
  }

  async function send(surface: Surface, incoming: Incoming): Promise<Outcome> {
    const place = placeOf(surface, incoming);
    if (surface === 'command') {
      const [name = '', ...words] = incoming.text.replace(/^\//, '').split(' ');
      const id = incoming.delivery;
      const interaction = cloud.command(name, words.join(' '), {
        place,
        hidden: incoming.private === true,
        ...(id === undefined ? {} : { id }),
      });
      return outcome(interaction, place);
    }
    const { message, edited, below } = incoming;
    const name = message === undefined ? incoming.delivery : messageOf(message);
    const id = cloud.say({
      ...saidIn(surface, incoming),
      place,
      author: authorOf(incoming, cloud.bot),
      ...(name === undefined ? {} : { id: name }),
      ...(edited === undefined ? {} : { edited }),
      ...(below === undefined ? {} : { replyTo: below.id as Posted }),
    });
    await idle();
    const posted = take(cloud.repliesTo(id));
    if (posted !== undefined) {
      const reply = seen(cloud.rest.stored(posted), posted.payload, place);
      // What cannot be said where it was asked is said to the asker directly.
      return { ...reply, id: posted, private: reply.private || posted.channelId !== place.channelId };
    }
    const changed = take(cloud.rest.changed.filter(({ replyTo }) => replyTo === id));
    if (changed === undefined) return 'silence';
    const now = seen(cloud.rest.stored(changed), changed.payload, place);
    return { ...now, id: changed, replaced: true };
  }

  /** What an interaction led to: its reply, or the message that followed. */
  async function outcome(interaction: Interacted, place: Place): Promise<Outcome> {
    await idle();
    const messages: Message[] = [
      ...(interaction.original === undefined ? [] : [interaction.original]),
      ...interaction.followUps,
    ];
    const message = take(messages.filter(({ components }) => components !== undefined));
    if (message === undefined) return 'silence';
    const stored = cloud.rest.stored({
      id: String(message.id),
      channelId: place.channelId,
      payload: { ...message },
    });
    const { flags, components, allowed_mentions } = message;
    return seen(stored, { flags, components, allowed_mentions }, place);
  }

  function seen(stored: Message, payload: Message, place: Place): Reply {
    return {
      visible: visibleText(stored),
      private: (Number(stored.flags) & 64) !== 0,
      payload,
      links: linksOf(stored),
      buttons: buttonsOf(stored).map(({ label, id, menu }) => ({
        label,
        press: async () => {
          const at = menu === undefined ? { place } : { place, value: id };
          const interaction = cloud.press({ ...stored }, menu ?? id, at);
          const reply = await outcome(interaction, place);
          if (reply === 'silence' && interaction.callback?.type === 9) return openedForm(interaction, place);
          if (typeof reply === 'string') throw new Error(`pressing ${label} ended in ${reply}`);
          return reply;
        },
      })),
    };
  }

  function openedForm(opened: Interacted, place: Place): Reply {
    const { data } = opened.callback as { readonly data: { readonly components: readonly Labelled[] } };
    const shown = data.components.flatMap(
      ({ label, description = '', component: { options = [], placeholder = '' } }) => [
        label,
        description,
        placeholder,
        ...options.map((option) => option.label),
      ],
    );
    return {
      visible: shown.join('\n'),
      private: true,
      payload: opened.callback,
      buttons: [],
      form: {
        fields: data.components.map(({ component }) => component.custom_id),
        async send(filled) {
          const values = Object.fromEntries(
            data.components.flatMap(({ component: { type, custom_id: name } }) => {
              const given = filled[name];
              return given === undefined ? [] : [[name, type === 22 ? given : (given[0] ?? '')]];
            }),
          );
          return expectReply(await outcome(cloud.submit(opened, values, { place }), place));
        },
      },
    };
  }

  return {
    surfaces: ['command', 'mention', 'direct'],
    send,
    pressOld(line) {
      const place = placeOf('mention', { text: '' });
      const id = customId({ mode: 'open', line, slot: 0 }, ['']) ?? '';
      return outcome(cloud.press({ id: snowflake(), components: [], flags: 0 }, id, { place }), place);
    },
    async complete(typed) {
      const offered = await Promise.all(
        DECLARATIONS.filter(({ completes }) => completes.length > 0).map(async ({ name }) => {
          const interaction = cloud.type(name, typed.slice(0, 500));
          const { data } = await until(
            () => interaction.callback as { data?: { choices?: Choice[] } } | undefined,
          );
          return (data?.choices ?? []).map((choice) => ({ command: name, ...choice }));
        }),
      );
      return offered.flat().map(({ command, name, value }) => ({
        label: `/${command} ${name}`,
        choose: async () => {
          const place = placeOf('command', { text: '' });
          return expectReply(await outcome(cloud.command(command, value, { place, hidden: true }), place));
        },
      }));
    },
    findRelated(message, delivery, where = 'text') {
      const place = placeOf('mention', { text: '', ...(delivery === undefined ? {} : { delivery }) });
      const at = delivery === undefined ? { place } : { place, id: delivery };
      return outcome(cloud.menu(saysIn().chat.findRelated, messageWith(message, where), at), place);
    },
    failApi: (how, count) => cloud.fail(how, count),
    refusePost: () => cloud.fail('forbidden', 1, /messages$/),
    validate(payload) {
      const problems =
        (payload as { readonly type?: unknown }).type === 9
          ? callbackProblems(payload)
          : messageProblems({ ...(payload as object), nonce: 'n', enforce_nonce: true });
      if (problems.length > 0) throw new Error(`Discord would refuse: ${problems.join('; ')}`);
    },
    active: (payload) => textsOf(payload as object).flatMap((text) => activeMarkup(withoutOwnMarkup(text))),
    async stop() {
      await close();
      await cloud.stop();
      if (cloud.rest.violations.length > 0)
        throw new Error(`Discord would have refused: ${cloud.rest.violations.join('; ')}`);
    },
  };
}

/** The adapter's own headings, small print, numbers, emphasis and links; escapes stay, so that a text's own markup is still seen. */
function withoutOwnMarkup(text: string): string {
  return (
    text
      .replace(/^(?:-# |#{2,3} )/gm, '')
      .replace(/^\*\*\d+\.\*\* ?/gm, '')
      .replace(/(?<!\\)((?:\\\\)*)(?:\*\*|__|\*(?=Related:\*)|(?<=\*Related:)\*|(?<=Related:)\*)/g, '$1')
      // Names of places have letters, digits and a few marks between them; no text of another sort is a link.
      .replace(/(?<!\\)\[[\p{L}\p{N}¶ ,;–’-]+\]\(https:[^)]*\)/gu, '')
  );
}

/** A message whose words stand there. */
function messageWith(words: string, where: Where): { readonly content: string; readonly carried?: Message } {
  switch (where) {
    case 'text':
      return { content: words };
    case 'card':
      return {
        content: '',
        carried: { flags: 1 << 15, components: [{ type: 17, components: [{ type: 10, content: words }] }] },
      };
    case 'forward':
      return {
        content: '',
        carried: {
          message_reference: { type: 1, channel_id: snowflake(), message_id: snowflake() },
          message_snapshots: [{ message: { type: 0, content: words, embeds: [], attachments: [] } }],
        },
      };
    case 'file':
      return {
        content: '',
        carried: {
          attachments: [{ id: snowflake(), filename: `${words}.pdf`, content_type: 'application/pdf' }],
        },
      };
  }
}

/** What somebody says: the text, who is mentioned in it, and what is carried. */
function saidIn(surface: Surface, { text, pieces, carries }: Incoming) {
  const own = surface === 'mention' ? '@Rapporteur ' : '';
  if (carries !== undefined) {
    const { carried } =
      carries === 'file' ? messageWith('report', 'file') : messageWith(carries.forwarded, 'forward');
    return { text: own, ...(carried === undefined ? {} : { carried }) };
  }
  if (pieces === undefined) return { text: `${own}${text}` };
  const people: Person[] = [];
  const said = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    if (piece.whom === 'us') return '@Rapporteur';
    if (piece === TAG) return '<@&700000000000000055>';
    const { name = '' } = piece;
    const id = snowflake();
    // Whom Discord cannot name it leaves out of the list.
    if (name !== '') people.push({ id, username: name, ...(piece.whom === 'other' ? { bot: true } : {}) });
    return `<@${id}>`;
  });
  return { text: said.join(''), people };
}

function placeOf(surface: Surface, { thread, place, delivery }: Incoming): Place {
  // The same delivery comes from the same place.
  const channelId = thread ?? place ?? delivery ?? snowflake();
  return surface === 'direct' ? { channelId, type: 1 } : { guildId: GUILD, channelId, type: 11 };
}

const MESSAGES = new Map<string, string>();

/** A message's id, the same for the same name. */
function messageOf(name: string): string {
  const id = MESSAGES.get(name) ?? snowflake();
  MESSAGES.set(name, id);
  return id;
}

function authorOf({ sender }: Incoming, bot: Person): Person {
  if (sender === 'self') return bot;
  return sender === 'bot' ? MACHINE : ASKER;
}

/**
 * A Discord of our own on loopback, with the Gateway over WebSocket and the REST API over HTTP, and people in it who write,
 * type commands and press buttons. What the bot sends is checked against Discord's rules and kept as people would see it.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CounterpartGateway } from './counterpart-gateway.ts';
import {
  ASKER,
  type InteractionOptions,
  interactionCreate,
  messageCreate,
  type Person,
  type Place,
  snowflake,
} from './counterpart-payloads.ts';
import {
  CounterpartRest,
  directChannel,
  type Fault,
  type Interacted,
  type Posted,
} from './counterpart-rest.ts';

export interface CounterpartOptions {
  readonly guilds?: readonly string[];
  readonly recommendedShards?: number;
  readonly shardsNeeded?: number;
}

export const GUILD = '700000000000000001';
export const CHANNEL: Place = { guildId: GUILD, channelId: '710000000000000001', type: 0 };

/** A direct channel with this person. */
export const direct = (person: Person = ASKER): Place => ({ channelId: directChannel(person.id), type: 1 });

export interface Said {
  readonly id?: string;
  readonly text: string;
  readonly place?: Place;
  readonly author?: Person;
  /** Whether the bot is mentioned; in direct messages it need not be. */
  readonly mention?: boolean;
  readonly mentionRole?: boolean;
  readonly replyTo?: Posted;
  readonly webhookId?: string;
  readonly type?: number;
  /** Who is mentioned beside the bot, by `<@id>` in the text. */
  readonly people?: readonly Person[];
  /** Fields of the message that hold what it carries: files, forwarded messages. */
  readonly carried?: Readonly<Record<string, unknown>>;
  /** It is an edit of the message of that id. */
  readonly edited?: boolean;
}

/** A field of a form that was opened. */
interface Field {
  readonly component: {
    readonly type: number;
    readonly custom_id: string;
    readonly value?: string;
    readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  };
}

export type Started = Awaited<ReturnType<typeof startCounterpart>>;

export async function startCounterpart(options: CounterpartOptions = {}) {
  const bot: Person = { id: '600000000000000001', username: 'Rapporteur', bot: true };
  const token = 'MTIzNDU2.counterpart.token';
  const guilds = options.guilds ?? [GUILD];
  const roleOf = (guild: string) => `${guild.slice(0, -2)}99`;
  const rest = new CounterpartRest({ token, bot, recommendedShards: options.recommendedShards ?? 1 });
  const gateway = new CounterpartGateway({
    token,
    bot,
    guilds,
    roleOf,
    shardsNeeded: options.shardsNeeded ?? 1,
  });
  const server = createServer((request, response) => {
    rest.handle(request, response).catch((error: unknown) => {
      rest.violations.push(`the counterpart failed: ${String(error)}`);
      response.destroy();
    });
  });
  gateway.attach(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  gateway.url = `ws://127.0.0.1:${port}/gateway`;
  rest.gatewayUrl = gateway.url;
  const keys = generateKeyPairSync('ed25519');
  const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

  // Discord tells a bot of its own messages too.
  rest.onPosted = ({ id, channelId, payload }) => {
    const place: Place = { guildId: GUILD, channelId, type: 0 };
    gateway.dispatch(
      'MESSAGE_CREATE',
      { ...messageCreate({ id, place, author: bot, content: '' }), components: payload.components ?? [] },
      GUILD,
    );
  };

  function register(
    payload: ReturnType<typeof interactionCreate>,
    source?: Record<string, unknown>,
  ): Interacted {
    const known = rest.interactions.get(payload.id);
    if (known !== undefined) return known;
    const interaction: Interacted = {
      id: payload.id,
      token: payload.token,
      channelId: payload.channel_id,
      callback: undefined,
      original: undefined,
      followUps: [],
      since: rest.clock(),
      expired: false,
      ...(source === undefined ? {} : { source }),
    };
    rest.interactions.set(payload.id, interaction);
    return interaction;
  }

  function dispatch(
    payload: ReturnType<typeof interactionCreate>,
    source?: Record<string, unknown>,
  ): Interacted {
    const interaction = register(payload, source);
    gateway.dispatch('INTERACTION_CREATE', payload, 'guild_id' in payload ? payload.guild_id : undefined);
    return interaction;
  }

  const build = {
    command: (name: string, options_: readonly object[], at: Partial<InteractionOptions> = {}) =>
      interactionCreate(
        bot.id,
        2,
        { id: snowflake(), name, type: 1, options: options_ },
        { place: CHANNEL, ...at },
      ),
    click: (message: Record<string, unknown>, data: object, at: Partial<InteractionOptions> = {}) =>
      interactionCreate(bot.id, 3, data, { place: CHANNEL, ...at }, message),
  };

  return {
    url: `http://127.0.0.1:${port}/api`,
    token,
    bot,
    publicKey,
    rest,
    gateway,
    build,
    roleOf,
    register,

    /** Somebody writes a message; gives back its id. */
    say(said: Said): string {
      const id = said.id ?? snowflake();
      const place = said.place ?? CHANNEL;
      const author = said.author ?? ASKER;
      const mentioned = (said.mention ?? place.guildId !== undefined) && place.guildId !== undefined;
      const shown = mentioned || place.guildId === undefined || author.id === bot.id;
      const payload = messageCreate({
        id,
        place,
        author,
        // Without the privileged intent Discord hides what is not addressed to the bot.
        content: shown ? said.text.replaceAll('@Rapporteur', `<@${bot.id}>`) : '',
        mentions: [...(mentioned ? [bot] : []), ...(said.people ?? [])],
        mentionRoles: said.mentionRole === true && place.guildId !== undefined ? [roleOf(place.guildId)] : [],
        ...(said.replyTo === undefined ? {} : { replyTo: rest.stored(said.replyTo) }),
        ...(said.webhookId === undefined ? {} : { webhookId: said.webhookId }),
        ...(said.type === undefined ? {} : { type: said.type }),
      });
      const now = { ...payload, ...said.carried };
      if (said.edited === true) {
        const edited = { ...now, edited_timestamp: new Date().toISOString() };
        gateway.dispatch('MESSAGE_UPDATE', edited, place.guildId);
      } else gateway.dispatch('MESSAGE_CREATE', now, place.guildId);
      return id;
    },

    /** Somebody types a slash command. */
    command(
      name: string,
      argument: string,
      at: Partial<InteractionOptions> & { readonly hidden?: boolean; readonly option?: string } = {},
    ): Interacted {
      const { hidden, option, ...place } = at;
      const options_ = [
        ...(argument === '' ? [] : [{ name: option ?? 'query', type: 3, value: argument }]),
        ...(hidden === undefined ? [] : [{ name: 'private', type: 5, value: hidden }]),
      ];
      return dispatch(build.command(name, options_, place));
    },

    /** Somebody chooses the entry in a message's menu. */
    menu(
      name: string,
      target: { readonly content: string; readonly carried?: Readonly<Record<string, unknown>> },
      at: Partial<InteractionOptions> = {},
    ): Interacted {
      const id = snowflake();
      const message = messageCreate({ id, place: CHANNEL, author: ASKER, content: target.content });
      const data = {
        id: snowflake(),
        name,
        type: 3,
        target_id: id,
        resolved: { messages: { [id]: { ...message, ...target.carried } } },
      };
      return dispatch(interactionCreate(bot.id, 2, data, { place: CHANNEL, ...at }));
    },

    /** Somebody types in a command's argument. */
    type(name: string, text: string, at: Partial<InteractionOptions> = {}): Interacted {
      const options_ = [{ name: 'query', type: 3, value: text, focused: true }];
      const data = { id: snowflake(), name, type: 1, options: options_ };
      return dispatch(interactionCreate(bot.id, 4, data, { place: CHANNEL, ...at }));
    },

    /** Somebody presses a button, or chooses an entry of a menu. */
    press(
      message: Record<string, unknown>,
      customId: string,
      at: Partial<InteractionOptions> & { readonly value?: string } = {},
    ): Interacted {
      const { value, ...place } = at;
      const data =
        value === undefined
          ? { custom_id: customId, component_type: 2 }
          : { custom_id: customId, component_type: 3, values: [value] };
      return dispatch(build.click(message, data, place), message);
    },

    /** Somebody sends the form that an interaction opened, with what they filled in. */
    submit(
      opened: Interacted,
      filled: Readonly<Record<string, string | readonly string[]>>,
      at: Partial<InteractionOptions> = {},
    ): Interacted {
      const { data } = opened.callback as { data: { custom_id: string; components: readonly Field[] } };
      const components = data.components.map(({ component: { type, custom_id, options, value } }) => {
        const given = filled[custom_id];
        const chosen =
          options?.filter((option) => option.default === true).map((option) => option.value) ?? [];
        return {
          type: 18,
          id: 1,
          component: {
            type,
            id: 2,
            custom_id,
            ...(type === 22
              ? { values: given ?? chosen }
              : { value: given ?? chosen[0] ?? value ?? (type === 4 ? '' : null) }),
          },
        };
      });
      const { source } = opened;
      return dispatch(
        interactionCreate(
          bot.id,
          5,
          { custom_id: data.custom_id, components },
          { place: CHANNEL, ...at },
          source,
        ),
        source,
      );
    },

    dispatch,

    /** Posts an interaction to an HTTP endpoint, signed as Discord signs it. */
    post(
      url: string,
      payload: object,
      over: {
        readonly signature?: string | null;
        readonly timestamp?: string;
        readonly method?: string;
        readonly body?: string;
      } = {},
    ): Promise<{ status: number; body: unknown; headers: Readonly<Record<string, unknown>> }> {
      const body = over.body ?? JSON.stringify(payload);
      const timestamp = over.timestamp ?? Math.floor(Date.now() / 1000).toString();
      const signature =
        over.signature ?? sign(null, Buffer.from(timestamp + body), keys.privateKey).toString('hex');
      return new Promise((resolve, reject) => {
        const request = httpRequest(
          url,
          {
            method: over.method ?? 'POST',
            headers: {
              'content-type': 'application/json',
              'x-signature-timestamp': timestamp,
              ...(over.signature === null ? {} : { 'x-signature-ed25519': signature }),
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => {
              const text = Buffer.concat(chunks).toString();
              const status = response.statusCode ?? 0;
              resolve({
                status,
                body: text === '' ? undefined : JSON.parse(text),
                headers: response.headers,
              });
            });
          },
        );
        request.on('error', reject);
        request.end(over.method === 'GET' ? undefined : body);
      });
    },

    /** The next `times` calls whose path matches fail in this way. */
    fail(fault: Fault, times: number, path = /^\/(?:channels|interactions|webhooks)\//): void {
      rest.faults.push({ fault, times, path });
    },

    /** The bot's replies to a message. */
    repliesTo: (id: string) =>
      rest.posted.filter(({ replyTo, nonce }) => replyTo === id || nonce?.startsWith(id)),

    async stop(): Promise<void> {
      await gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Waits until `found` gives something other than undefined or false; rejects after `milliseconds`. */
export async function until<T>(found: () => T | undefined | false, milliseconds = 30_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = found();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`nothing came within ${milliseconds} ms: ${found.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

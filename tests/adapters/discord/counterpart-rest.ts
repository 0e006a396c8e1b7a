/**
 * Discord's REST API, as far as a bot needs it: every body is checked against Discord's rules, every answer carries rate-limit
 * headers, and faults can be ordered.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Person, snowflake, user } from './counterpart-payloads.ts';
import {
  callbackProblems,
  commandProblems,
  isObject,
  messageProblems,
  webhookProblems,
} from './counterpart-rules.ts';

/** `closed`: the person takes no direct messages; `gone`: the channel was deleted; `locked`: the thread is. */
export type Refusal = 'forbidden' | 'closed' | 'gone' | 'locked';
export type Fault = 'rate-limited' | 'server-error' | Refusal | 'reset' | 'hang';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly at: number;
  /** Undefined where the connection was cut or kept hanging. */
  readonly status: number | undefined;
}

/** A message as it stands in a channel. */
export interface Posted {
  readonly id: string;
  readonly channelId: string;
  readonly nonce?: string;
  readonly replyTo?: string;
  payload: Record<string, unknown>;
}

/** What became of an interaction. */
export interface Interacted {
  readonly id: string;
  readonly token: string;
  /** The message that a click came from. */
  readonly source?: Record<string, unknown>;
  readonly channelId: string;
  callback: Record<string, unknown> | undefined;
  /** The reply, once there is one: by callback, edit or update. */
  original: Record<string, unknown> | undefined;
  readonly followUps: Record<string, unknown>[];
  /** When it was told of, by the counterpart's clock: the first reply must come within three seconds. */
  readonly since: number;
  expired: boolean;
}

export interface RestOptions {
  readonly token: string;
  readonly bot: Person;
  readonly recommendedShards: number;
}

type Reply = readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>];

const EPHEMERAL = 64;
/** Milliseconds: https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction */
const FIRST_REPLY = 3000;

export class CounterpartRest {
  readonly calls: Call[] = [];
  /** Milliseconds from some moment on. */
  clock: () => number = Date.now;
  readonly violations: string[] = [];
  readonly posted: Posted[] = [];
  /** Messages as they stand after a change, in the order of the changes. */
  readonly changed: Posted[] = [];
  readonly interactions = new Map<string, Interacted>();
  /** Registered commands by scope: `global` or a server's id. */
  readonly commands = new Map<string, Record<string, unknown>[]>();
  /** Messages that one channel takes within `window` milliseconds; more get 429. Each answer tells what is left. */
  readonly channelLimit = { messages: 5, window: 1000 };
  readonly #windows = new Map<string, { until: number; left: number }>();
  readonly faults: { fault: Fault; times: number; path: RegExp }[] = [];
  /** Channels in which the bot may not write, or not read the history. */
  readonly readOnly = new Set<string>();
  readonly withoutHistory = new Set<string>();
  /** Calls that are being answered. */
  open = 0;
  gatewayUrl = '';
  onPosted: (message: Posted) => void = () => undefined;
  readonly #options: RestOptions;

  constructor(options: RestOptions) {
    this.#options = options;
  }

  /** Answers a request below `/api/v10`. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.open += 1;
    response.once('close', () => {
      this.open -= 1;
    });
    const url = new URL(request.url ?? '/', 'http://counterpart');
    const path = url.pathname.replace(/^\/api\/v10/, '');
    const method = request.method ?? 'GET';
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const fault = this.#takeFault(path);
    const called = (status: number | undefined) =>
      this.calls.push({ method, path, body, at: Date.now(), status });
    if (fault === 'reset') {
      called(undefined);
      request.socket.destroy();
      return;
    }
    if (fault === 'hang') return void called(undefined);
    const limit = /^\/channels\/\d+\/messages$/.test(path) ? this.#takeTurn(path) : undefined;
    const failure = fault ?? (limit?.exceeded === true ? 'rate-limited' : undefined);
    const [status, result, headers] =
      failure === undefined
        ? this.#route(method, path, url, body, request.headers.authorization)
        : FAULTS[failure];
    called(status);
    const type = result === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(status, { ...RATE_LIMIT, ...limit?.headers, ...headers, ...type });
    response.end(result === undefined ? undefined : JSON.stringify(result));
  }

  /** Counts a message of a channel, and what the headers say of it. */
  #takeTurn(channel: string) {
    const { messages, window } = this.channelLimit;
    const now = Date.now();
    const known = this.#windows.get(channel);
    const current =
      known !== undefined && known.until > now ? known : { until: now + window, left: messages };
    this.#windows.set(channel, current);
    current.left -= 1;
    const headers = {
      'x-ratelimit-limit': String(messages),
      'x-ratelimit-remaining': String(Math.max(0, current.left)),
      'x-ratelimit-reset-after': ((current.until - now) / 1000).toFixed(3),
      'x-ratelimit-bucket': 'messages-of-a-channel',
    };
    return { exceeded: current.left < 0, headers };
  }

  #takeFault(path: string): Fault | undefined {
    const ordered = this.faults.find((one) => one.times > 0 && one.path.test(path));
    if (ordered === undefined) return undefined;
    ordered.times -= 1;
    return ordered.fault;
  }

  #route(method: string, path: string, url: URL, body: unknown, authorization: string | undefined): Reply {
    const segments = path.split('/').slice(1);
    const [first = '', second = '', third = '', fourth = ''] = segments;
    const key = `${method} ${first}`;
    if (key === 'POST interactions' && fourth === 'callback') return this.#callback(second, third, body);
    if (first === 'webhooks') return this.#webhook(method, third, fourth, body);
    if (authorization !== `Bot ${this.#options.token}`)
      return [401, { message: '401: Unauthorized', code: 0 }];
    if (path === '/gateway/bot') return this.#gateway();
    if (path === '/applications/@me')
      return [200, { id: this.#options.bot.id, name: this.#options.bot.username }];
    if (path === '/users/@me') return [200, user(this.#options.bot)];
    if (path === '/users/@me/channels')
      return [200, { id: directChannel(String((body as Posted['payload']).recipient_id)), type: 1 }];
    if (key === 'POST channels' && third === 'typing') return [204];
    if (key === 'POST channels' && third === 'messages') return this.#post(second, body);
    if (key === 'PATCH channels' && third === 'messages') return this.#change(second, fourth, body);
    if (first === 'applications') return this.#commands(method, segments, url, body);
    return [404, { message: '404: Not Found', code: 0 }];
  }

  #gateway(): Reply {
    return [
      200,
      {
        url: this.gatewayUrl,
        shards: this.#options.recommendedShards,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 },
      },
    ];
  }

  #invalid(what: string, problems: readonly string[]): Reply {
    this.violations.push(...problems.map((problem) => `${what}: ${problem}`));
    return [400, { message: `Invalid Form Body: ${problems.join('; ')}`, code: 50035, errors: {} }];
  }

  #post(channelId: string, body: unknown): Reply {
    const problems = messageProblems(body);
    if (problems.length > 0) return this.#invalid('message', problems);
    if (this.readOnly.has(channelId)) return [403, { message: 'Missing Permissions', code: 50013 }];
    const payload = body as Record<string, unknown>;
    const reference = isObject(payload.message_reference) ? payload.message_reference.message_id : undefined;
    if (reference !== undefined && this.withoutHistory.has(channelId)) {
      return [400, { message: 'Cannot reply without permission to read message history', code: 160002 }];
    }
    // An enforced nonce gives back the message that was made of it before.
    const before = this.posted.find(
      ({ nonce, channelId: where }) => nonce === payload.nonce && where === channelId,
    );
    if (before !== undefined) return [200, this.stored(before)];
    const message: Posted = {
      id: snowflake(),
      channelId,
      nonce: String(payload.nonce),
      ...(reference === undefined ? {} : { replyTo: String(reference) }),
      payload,
    };
    this.posted.push(message);
    this.onPosted(message);
    return [200, this.stored(message)];
  }

  #change(channelId: string, id: string, body: unknown): Reply {
    const before = this.posted.find((one) => one.id === id && one.channelId === channelId);
    if (before === undefined) return [404, { message: 'Unknown Message', code: 10008 }];
    const payload = body as Record<string, unknown>;
    const problems = messageProblems({ ...payload, nonce: 'n', enforce_nonce: true });
    if (problems.length > 0) return this.#invalid('message', problems);
    const changed: Posted = { ...before, payload: { ...before.payload, ...payload } };
    this.changed.push(changed);
    return [200, this.stored(changed)];
  }

  /** A message of the bot as Discord gives it back: its own content is never hidden from it. */
  stored({ id, channelId, payload }: { id: string; channelId: string; payload: Record<string, unknown> }) {
    return {
      id,
      channel_id: channelId,
      author: user({ ...this.#options.bot, bot: true }),
      content: payload.content ?? '',
      components: payload.components ?? [],
      flags: payload.flags ?? 0,
      embeds: [],
      attachments: [],
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      pinned: false,
      tts: false,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      type: 0,
    };
  }

  #callback(id: string, token: string, body: unknown): Reply {
    const interaction = this.interactions.get(id);
    if (interaction === undefined || interaction.token !== token || interaction.expired) {
      return [404, { message: 'Unknown interaction', code: 10062 }];
    }
    if (interaction.callback === undefined && this.clock() - interaction.since > FIRST_REPLY) {
      return [404, { message: 'Unknown interaction', code: 10062 }];
    }
    if (interaction.callback !== undefined) {
      return [400, { message: 'Interaction has already been acknowledged.', code: 40060 }];
    }
    const problems = this.acknowledge(interaction, body);
    return problems.length > 0 ? this.#invalid('callback', problems) : [204];
  }

  /** Takes an interaction's first reply, from wherever it comes. */
  acknowledge(interaction: Interacted, body: unknown): readonly string[] {
    const problems = callbackProblems(body);
    if (problems.length > 0) return problems;
    const callback = body as { type: number; data?: Record<string, unknown> };
    interaction.callback = callback as unknown as Record<string, unknown>;
    if (callback.type === 4) interaction.original = { id: snowflake(), ...callback.data };
    if (callback.type === 7) {
      const flags = flagsOf(interaction) | Number(callback.data?.flags ?? 0);
      interaction.original = { ...interaction.source, ...callback.data, flags };
    }
    return [];
  }

  #webhook(method: string, token: string, rest: string, body: unknown): Reply {
    const interaction = [...this.interactions.values()].find((one) => one.token === token);
    if (interaction === undefined || interaction.callback === undefined) {
      return [404, { message: 'Unknown Webhook', code: 10015 }];
    }
    if (interaction.expired) return [401, { message: 'Invalid Webhook Token', code: 50027 }];
    const problems = webhookProblems(body, method === 'POST' ? 'POST' : 'PATCH');
    if (problems.length > 0) return this.#invalid('webhook', problems);
    const payload = body as Record<string, unknown>;
    if (method === 'POST' && rest === '') {
      const message = { id: snowflake(), ...payload };
      interaction.followUps.push(message);
      return [200, this.stored({ id: message.id, channelId: interaction.channelId, payload })];
    }
    if (method !== 'PATCH' || rest !== 'messages') return [404, { message: 'Unknown Message', code: 10008 }];
    const deferred = interaction.callback as { type?: number; data?: { flags?: number } };
    const flags =
      (deferred.type === 6 ? flagsOf(interaction) : (deferred.data?.flags ?? 0)) | Number(payload.flags ?? 0);
    interaction.original = { id: snowflake(), ...interaction.original, ...payload, flags };
    return [
      200,
      this.stored({ id: String(interaction.original.id), channelId: interaction.channelId, payload }),
    ];
  }

  #commands(method: string, segments: readonly string[], url: URL, body: unknown): Reply {
    const guild = segments[2] === 'guilds' ? segments[3] : undefined;
    const [kind, id] = guild === undefined ? segments.slice(2) : segments.slice(4);
    if (segments[1] !== this.#options.bot.id || kind !== 'commands')
      return [404, { message: 'Unknown', code: 10002 }];
    const scope = guild ?? 'global';
    const list = this.commands.get(scope) ?? [];
    this.commands.set(scope, list);
    if (method === 'GET') {
      const localized = url.searchParams.get('with_localizations') === 'true';
      return [
        200,
        localized
          ? list
          : list.map(({ name_localizations: _n, description_localizations: _d, ...one }) => one),
      ];
    }
    if (method === 'DELETE') {
      this.commands.set(
        scope,
        list.filter((command) => command.id !== id),
      );
      return [204];
    }
    const problems = commandProblems(
      body,
      method === 'POST' ? 'POST' : 'PATCH',
      guild === undefined ? 'global' : 'guild',
    );
    if (problems.length > 0) return this.#invalid('command', problems);
    if (method === 'POST') {
      const command = complete({
        id: snowflake(),
        application_id: this.#options.bot.id,
        ...(body as object),
      });
      list.push(command);
      return [201, command];
    }
    const index = list.findIndex((command) => command.id === id);
    if (index < 0) return [404, { message: 'Unknown application command', code: 10063 }];
    list[index] = complete({ ...list[index], ...(body as object) });
    return [200, list[index]];
  }
}

/** Discord fills in what was left out, and gives back null for what there is not. */
function complete(command: object): Record<string, unknown> {
  return {
    version: snowflake(),
    default_member_permissions: null,
    type: 1,
    description: '',
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...command,
  };
}

const flagsOf = ({ source }: Interacted) => Number(source?.flags ?? 0) & EPHEMERAL;

export const directChannel = (userId: string) => `9${userId.slice(1)}`;

/** Headers of https://docs.discord.com/developers/topics/rate-limits, with room to spare. */
const RATE_LIMIT = {
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '999',
  'x-ratelimit-reset-after': '1',
  'x-ratelimit-bucket': 'counterpart',
};

const FAULTS: Readonly<Record<'rate-limited' | 'server-error' | Refusal, Reply>> = {
  'rate-limited': [
    429,
    { message: 'You are being rate limited.', retry_after: 0.3, global: false },
    {
      'retry-after': '0.3',
      'x-ratelimit-scope': 'user',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '0.3',
    },
  ],
  forbidden: [403, { message: 'Missing Access', code: 50001 }],
  closed: [403, { message: 'Cannot send messages to this user', code: 50007 }],
  gone: [404, { message: 'Unknown Channel', code: 10003 }],
  locked: [403, { message: 'Thread is locked', code: 160005 }],
  'server-error': [500, { message: '500: Internal Server Error', code: 0 }],
};

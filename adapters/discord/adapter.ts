/**
 * Discord, over discord.js 14: the only file that knows the SDK, which is loaded when the adapter opens.
 *
 * Two things are used of it: its REST client, which minds the rate limits, and its Gateway client with shards, heartbeats and
 * resuming. Payloads are taken as they come, so that one code serves the Gateway and HTTP interactions, and an
 * interaction is answered at once instead of after all servers have been announced.
 */

import { Readable } from 'node:stream';
import type { Adapter, Host } from '../../src/contract/adapter.ts';
import { messageOf } from '../../src/kit/errors.ts';
import { limitReply } from '../../src/kit/reply.ts';
import { plural } from '../../src/locales/en/plural.ts';
import { ApiFailure, type ApiRequest, retrying, type Send } from './api.ts';
import { configuration, type DiscordConfig } from './config.ts';
import { connect, type Gateway, type GatewayEvents, LoginFailure, TOKEN_REFUSED } from './connection.ts';
import { LIMITS } from './limits.ts';
import { INTENTS, manifest } from './manifest.ts';
import type { Interaction, Message } from './payloads.ts';
import { preview } from './preview.ts';
import { saysIn } from './says.ts';
import { TIMING, type Timing } from './timing.ts';

type Sdk = typeof import('discord.js');

/** The adapter, with waiting times of one's own for tests. */
export function createDiscord(timing: Timing = TIMING): Adapter<DiscordConfig> {
  return {
    name: 'discord',
    title: 'Discord',
    configuration,
    capabilities: {
      commands: true,
      mentions: true,
      directMessages: true,
      buttons: true,
      threads: true,
      edits: true,
      typeAhead: true,
      messageShortcut: true,
      privateAnswers: true,
      forms: true,
      home: false,
      feedback: true,
      tables: false,
      suggestions: false,
      askAnywhere: false,
    },
    limits: LIMITS,
    manifest,
    preview,
    async open(config, host) {
      const sdk = await import('discord.js');
      const rest = openRest(sdk, config, timing);
      const onRetry = () => host.metrics.count('retries', {});
      return connect({
        config,
        host,
        timing,
        api: retrying(sender(sdk, rest), { short: timing.pauses, lasting: timing.lastingPauses }, onRetry),
        release: () => {
          rest.clearHashSweeper();
          rest.clearHandlerSweeper();
        },
        ...(config.gateway
          ? { gateway: (events: GatewayEvents) => openGateway(sdk, config, host, timing, events) }
          : {}),
      });
    },
  };
}

export const discord: Adapter<DiscordConfig> = createDiscord();

function restOptions(sdk: Sdk, config: DiscordConfig, timing: Timing) {
  const { makeRequest } = sdk.DefaultRestOptions;
  const limited: typeof makeRequest = async (url, init) => {
    const limit = AbortSignal.timeout(url.endsWith('/callback') ? timing.firstReply : timing.call);
    const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
    const reply = await makeRequest(url, { ...init, signal });
    if (!(reply.body instanceof Readable)) return reply;
    const { status, statusText, headers } = reply;
    // A reply without content has a stream all the same, and may not have one where it is made anew.
    if (status === 204 || status === 304) return reply;
    return limitReply(
      new Response(Readable.toWeb(reply.body) as ReadableStream, { status, statusText, headers }),
    );
  };
  return {
    api: config.apiUrl,
    // Attempts are ours to count: the SDK's come without a pause between them.
    retries: 0,
    timeout: timing.call,
    // The SDK's time-out ends with the headers; this one covers the body. Neither runs while a request waits for its turn.
    makeRequest: limited,
    rejectOnRateLimit: ({ retryAfter }: { readonly retryAfter: number }) => retryAfter > timing.longestLimit,
  };
}

function openRest(sdk: Sdk, config: DiscordConfig, timing: Timing) {
  const rest = new sdk.REST({ version: '10', ...restOptions(sdk, config, timing) });
  return config.token === undefined ? rest : rest.setToken(config.token);
}

/** One attempt over the SDK's REST client, its errors sorted by what to do about them. */
function sender(sdk: Sdk, rest: InstanceType<Sdk['REST']>): Send {
  return async ({ method, path, query, body, authorized }: ApiRequest) => {
    try {
      return await rest.request({
        method: method as Parameters<typeof rest.request>[0]['method'],
        fullRoute: path,
        auth: authorized,
        ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      // Accepted, with an answer that is no JSON: trying again would only do the same once more.
      if (error instanceof Error && error.name === 'SyntaxError') return undefined;
      throw failureOf(sdk, error);
    }
  };
}

function failureOf(sdk: Sdk, error: unknown): ApiFailure {
  if (error instanceof sdk.DiscordAPIError) {
    return new ApiFailure('refused', error.status, Number(error.code) || 0, error.message);
  }
  if (error instanceof sdk.RateLimitError) {
    return new ApiFailure('limited', 429, 0, `rate limit of ${Math.ceil(error.retryAfter / 1000)} s`);
  }
  if (error instanceof sdk.HTTPError)
    return new ApiFailure('failing', error.status, 0, `HTTP ${error.status}`);
  const { name, code, message } = error as { name?: string; code?: unknown; message?: string };
  if (typeof message === 'string' && /token to be set/i.test(message)) {
    return new ApiFailure('refused', 401, 0, 'the token was refused before');
  }
  return new ApiFailure(
    'unreachable',
    0,
    0,
    name === 'AbortError' || name === 'TimeoutError' ? 'no answer in time' : String(code ?? messageOf(error)),
  );
}

/** Closing codes after which the Gateway is not to be asked again: /developers/topics/opcodes-and-status-codes#gateway */
const CLOSED: Readonly<Record<number, string>> = {
  4004: TOKEN_REFUSED,
  4010: 'Discord knows no such shard: check DISCORD_SHARDS and DISCORD_SHARD_IDS',
  4011: 'Discord demands more shards for so many servers: set DISCORD_SHARDS=auto',
  4012: 'Discord no longer speaks this version of the Gateway: update Rapporteur',
  4013: 'Discord refused the intents: update Rapporteur',
  4014: 'Discord refused the intents: the application may not use them',
};

function openGateway(
  sdk: Sdk,
  config: DiscordConfig,
  host: Host,
  timing: Timing,
  events: GatewayEvents,
): Gateway {
  const { log } = host;
  const { sharding } = config;
  let closed = false;
  const client = new sdk.Client({
    intents: INTENTS.map((intent) => sdk.GatewayIntentBits[intent]),
    allowedMentions: { parse: [], repliedUser: false },
    // What is answered comes with each payload; what the client would remember of it is of no use here.
    makeCache: sdk.Options.cacheWithLimits({
      ...sdk.Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      VoiceStateManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client: { user } }) => id === user.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client: { user } }) => id === user.id },
    }),
    presence: {
      activities: [{ name: 'presence', state: saysIn().own.presence, type: sdk.ActivityType.Custom }],
    },
    rest: restOptions(sdk, config, timing),
    ws: { buildStrategy: (manager) => new sdk.SimpleShardingStrategy(stoppable(manager, () => closed)) },
    ...(sharding === 'auto'
      ? { shards: 'auto' as const }
      : { shards: [...sharding.ids], shardCount: sharding.total }),
  });

  const roles = new Set<string>();
  const learnRoles = (list: readonly RawRole[]) => {
    for (const role of list)
      if (role.tags?.bot_id === client.user?.id && role.id !== undefined) roles.add(role.id);
  };
  const { GatewayDispatchEvents: Dispatch, Events } = sdk;
  client.ws.on(Dispatch.GuildCreate, (guild: { roles?: readonly RawRole[] }) =>
    learnRoles(guild.roles ?? []),
  );
  for (const event of [Dispatch.GuildRoleCreate, Dispatch.GuildRoleUpdate]) {
    client.ws.on(event, ({ role }: { role?: RawRole }) => learnRoles(role === undefined ? [] : [role]));
  }
  const onMessage = (message: Message) => {
    const userId = client.user?.id;
    if (userId !== undefined) events.message(message, { userId, roles });
  };
  client.ws.on(Dispatch.MessageCreate, onMessage);
  // Discord tells of a preview that it adds, too: only an edit has a time.
  client.ws.on(Dispatch.MessageUpdate, (message: Message) => {
    if (typeof message.edited_timestamp === 'string') onMessage(message);
  });
  client.ws.on(Dispatch.InteractionCreate, (interaction: Interaction) => events.interaction(interaction));

  let ended: (reason: LoginFailure) => void = () => undefined;
  let loggedIn = false;
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    const reason = CLOSED[code] ?? `the Gateway closed the connection (${code})`;
    if (loggedIn) events.lost(reason);
    else ended(new LoginFailure(reason, true));
    log.warn({ shard, code }, 'a shard was disconnected');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (!closed) log.info({ shard }, 'a shard is reconnecting');
  });
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'a shard resumed'));
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'a shard is ready'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, reason: error.message }, 'a shard failed'),
  );
  client.on(Events.Error, (error) => log.error({ reason: error.message }, 'the Discord client failed'));

  return {
    async login() {
      const failed = new Promise<never>((_resolve, reject) => {
        ended = reject;
      });
      try {
        await Promise.race([client.login(config.token), failed]);
      } catch (error) {
        throw error instanceof LoginFailure ? error : loginFailure(sdk, error);
      }
      loggedIn = true;
      return client.application?.id ?? config.applicationId ?? '';
    },
    state() {
      const shards = [...client.ws.shards.values()];
      const down = shards.filter(
        ({ status }) => status !== sdk.Status.Ready && status !== sdk.Status.WaitingForGuilds,
      );
      const servers = client.guilds.cache.size;
      const detail = [
        `connected as ${client.user?.username ?? 'the bot'} to ${plural(servers, 'server')}`,
        shards.length > 1 ? ` with ${shards.length} shards` : '',
        down.length > 0
          ? `; reconnecting ${down.length === 1 ? 'shard' : 'shards'} ${down.map(({ id }) => id).join(', ')}`
          : '',
      ].join('');
      return { detail, connected: down.length === 0 };
    },
    async close() {
      closed = true;
      await client.destroy();
    },
  };
}

interface Resumable {
  readonly options: { retrieveSessionInfo(shardId: number): unknown };
}

/**
 * Keeps a shard that is destroyed while it waits for the Gateway's first words from connecting anew: the SDK takes the end of
 * its waiting for a time-out, and reconnects for ever (@discordjs/ws 1.2.3, `WebSocketShard.waitForEvent`). A new
 * connection begins by asking for its session, and after the end that question gets no answer.
 */
function stoppable<Manager extends Resumable>(manager: Manager, isClosed: () => boolean): Manager {
  const retrieve = manager.options.retrieveSessionInfo;
  manager.options.retrieveSessionInfo = (shardId) =>
    isClosed() ? new Promise(() => undefined) : retrieve(shardId);
  return manager;
}

interface RawRole {
  readonly id?: string;
  readonly tags?: { readonly bot_id?: string };
}

function loginFailure(sdk: Sdk, error: unknown): LoginFailure {
  const { code, message = String(error) } = error as { code?: unknown; message?: string };
  if (code === sdk.DiscordjsErrorCodes.TokenInvalid || /authentication failed/i.test(message)) {
    return new LoginFailure(TOKEN_REFUSED, true);
  }
  const failure = failureOf(sdk, error);
  const detail = failure.kind === 'unreachable' ? `Discord cannot be reached (${failure.message})` : message;
  return new LoginFailure(detail, false);
}

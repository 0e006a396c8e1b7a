/**
 * The adapter at work: logs in and keeps trying, registers the commands, hands what comes in to its handlers, and ends in
 * order. Knows the SDK only as two ports, the Gateway and the API.
 */

import type { Connection, Host, Status } from '../../src/contract/adapter.ts';
import { watchSignatures } from '../../src/contract/troubles.ts';
import { messageOf } from '../../src/kit/errors.ts';
import { settles, sleep } from '../../src/kit/waiting.ts';
import { ApiFailure, type ApiRequest, type Send } from './api.ts';
import type { DiscordConfig } from './config.ts';
import { endpoint, PATH, readPublicKey } from './endpoint.ts';
import type { Handled } from './interactions.ts';
import { handleMessage } from './messages.ts';
import { settle, take } from './owing.ts';
import { CALLBACK, type Callback, INTERACTION, type Interaction, type Message } from './payloads.ts';
import type { Self } from './receive.ts';
import { registerCommands } from './register.ts';
import { renderNotice } from './render.ts';
import { responder } from './replies.ts';
import { saysIn } from './says.ts';
import type { Timing } from './timing.ts';

export interface GatewayEvents {
  message(message: Message, self: Self): void;
  interaction(interaction: Interaction): void;
  /** The connection is gone for good; `reason` says why and what to do. */
  lost(reason: string): void;
}

/** One connection to the Gateway, with as many shards as configured. */
export interface Gateway {
  /** Resolves with the application's id when every shard is connected. Rejects with a `LoginFailure`. */
  login(): Promise<string>;
  /** "Rapporteur to 3 servers (2 shards)", and whether every shard is connected at this moment. */
  state(): { readonly detail: string; readonly connected: boolean };
  close(): Promise<void>;
}

/** Why a login failed. `final` where trying again is of no use until somebody changes something. */
export class LoginFailure extends Error {
  readonly final: boolean;

  constructor(message: string, final: boolean) {
    super(message);
    this.name = 'LoginFailure';
    this.final = final;
  }
}

interface Parts {
  readonly config: DiscordConfig;
  readonly host: Host;
  readonly api: Send;
  /** Opens a new connection; absent where the Gateway is off. */
  readonly gateway?: (events: GatewayEvents) => Gateway;
  readonly timing: Timing;
  /** Lets go of what the API holds. */
  readonly release: () => void;
}

const LATE =
  'Discord has not let the bot in yet. Check DISCORD_TOKEN, that the bot was not deleted, and that this machine reaches discord.com and gateway.discord.gg';

export const TOKEN_REFUSED =
  'Discord refused the token: copy it anew from the page Bot of the application into DISCORD_TOKEN';

/** What a proxy in front passes on under its own name is refused with 421 before it gets here. */
const NAMELESS =
  'PUBLIC_URL is not set: a request under the name of a public address is refused with 421. Set PUBLIC_URL to the https address of the Interactions Endpoint URL';

export async function connect(parts: Parts): Promise<Connection> {
  const { config, host, timing } = parts;
  const { log, troubles } = host;
  const signatures = watchSignatures(troubles, { sender: 'Discord', secret: 'DISCORD_PUBLIC_KEY' });
  const inWork = new Set<Promise<unknown>>();
  const stopped = new AbortController();
  let gateway: Gateway | undefined;
  let status: Status = { state: 'starting', detail: 'logging in' };
  let registering = '';
  const nameless = config.publicKey !== undefined && host.publicUrl === undefined;
  if (nameless) log.warn({ variable: 'PUBLIC_URL' }, NAMELESS);

  const services = {
    host,
    api: config.token === undefined ? undefined : api,
    timing,
    privateAnswers: config.privateAnswers,
  };

  /** Watches work to its end: counts and logs its failure, and lets `stop` wait for it. */
  function track<T>(kind: string, work: Promise<T>): Promise<T> {
    const watched = work.catch((error: unknown) => {
      host.metrics.count('failures', { kind });
      log.error({ kind, ...factsOf(error) }, 'a request could not be answered');
      throw error;
    });
    inWork.add(watched);
    void watched.catch(() => undefined).finally(() => inWork.delete(watched));
    return watched;
  }

  const ignore = () => undefined;

  /** Interactions bring a token of their own; all else goes by the bot's. */
  async function api(request: ApiRequest): Promise<unknown> {
    try {
      const result = await parts.api(request);
      if (request.authorized) troubles.end('credentials');
      return result;
    } catch (error) {
      if (request.authorized && error instanceof ApiFailure && error.status === 401)
        troubles.begin('credentials', TOKEN_REFUSED);
      throw error;
    }
  }

  const events: GatewayEvents = {
    message(message, self) {
      if (stopped.signal.aborted) return;
      track('message', handleMessage({ host, api, timing }, message, self)).catch(ignore);
    },
    interaction(interaction) {
      if (stopped.signal.aborted) return;
      track(kindOf(interaction), take(services, interaction, responder(api, interaction))).catch(ignore);
    },
    lost(reason) {
      status = { state: 'degraded', detail: reason };
      troubles.begin('credentials', reason);
    },
  };

  /** An interaction over HTTP: its first reply is the response. */
  async function serve(
    interaction: Interaction,
    first: (callback: Callback) => Promise<void>,
  ): Promise<Handled> {
    if (stopped.signal.aborted) {
      const notice = renderNotice(saysIn(interaction.locale).chat.restarting, { private: true });
      await first(
        interaction.type === INTERACTION.autocomplete
          ? { type: CALLBACK.choices, data: { choices: [] } }
          : { type: CALLBACK.message, data: notice },
      );
      return 'done';
    }
    return track(kindOf(interaction), take(services, interaction, responder(api, interaction, first)));
  }

  async function register(applicationId: string): Promise<void> {
    if (!config.register || !firstShard(config)) return;
    try {
      const { guildIds } = config;
      const done = await registerCommands(api, host.notes, {
        applicationId,
        guildIds,
        declarations: host.declarations,
      });
      log.info({ ...done }, 'the registered commands are up to date');
      registering = '';
    } catch (error) {
      registering = `; the commands could not be registered: ${reasonOf(error)}`;
      log.error(factsOf(error), 'the commands could not be registered');
    }
  }

  /** Tries to log in until it succeeds, fails for good, or is told to stop. */
  async function logIn(open: NonNullable<Parts['gateway']>): Promise<void> {
    for (
      let wait = timing.retryAfter;
      !stopped.signal.aborted;
      wait = Math.min(wait * 2, timing.longestRetry)
    ) {
      const attempt = open(events);
      gateway = attempt;
      try {
        const applicationId = await Promise.race([attempt.login(), aborted(stopped.signal)]);
        if (stopped.signal.aborted) return;
        status = { state: 'ready', detail: 'connected' };
        await track('registration', register(config.applicationId ?? applicationId));
        return;
      } catch (error) {
        await attempt.close().catch(ignore);
        if (stopped.signal.aborted) return;
        const final = error instanceof LoginFailure && error.final;
        status = { state: 'degraded', detail: reasonOf(error) };
        if (final) {
          troubles.begin('credentials', reasonOf(error));
          return;
        }
        log.error({ ...factsOf(error), final }, 'could not log in to Discord');
        await sleep(wait, stopped);
      }
    }
  }

  /** Without the Gateway the commands are still registered, where there is a token for it. */
  async function registerOnly(): Promise<void> {
    status = { state: 'ready', detail: `serving interactions at ${PATH}` };
    if (!config.register) return;
    try {
      const id = config.applicationId ?? (await readApplicationId(api));
      await register(id);
    } catch (error) {
      registering = `; the commands could not be registered: ${reasonOf(error)}`;
    }
  }

  const settling = host.settle((payload) => track('owed', settle(services, api, payload)));
  const connecting = parts.gateway === undefined ? registerOnly() : logIn(parts.gateway);
  if (!(await settles(connecting, timing.loginWithin)) && status.state === 'starting') {
    status = { state: 'degraded', detail: LATE };
    log.error({ seconds: timing.loginWithin / 1000 }, LATE);
  }

  return {
    routes:
      config.publicKey === undefined
        ? []
        : [
            {
              path: PATH,
              audience: 'everyone',
              handle: endpoint(readPublicKey(config.publicKey), serve, signatures),
            },
          ],
    status(): Status {
      if (status.state !== 'ready') return status;
      const now = gateway?.state();
      const detail = `${now?.detail ?? status.detail}${registering}${nameless ? '; PUBLIC_URL is not set' : ''}`;
      return { state: now?.connected === false || registering !== '' ? 'degraded' : 'ready', detail };
    },
    async stop(deadline) {
      stopped.abort();
      status = { state: 'stopped', detail: 'closed' };
      const closing = gateway?.close().catch(ignore) ?? Promise.resolve();
      // Replies go over the API, so work in flight can end after the Gateway is closed.
      await settles(Promise.allSettled([closing, connecting, settling(), ...inWork]), deadline);
      parts.release();
    },
  };
}

/** One process of several brings the commands up to date: the one with the first shard. */
function firstShard({ sharding }: DiscordConfig): boolean {
  return sharding === 'auto' || sharding.ids.includes(0);
}

async function readApplicationId(api: Send): Promise<string> {
  const application = (await api({ method: 'GET', path: '/applications/@me', authorized: true })) as {
    readonly id?: string;
  };
  if (application.id === undefined) throw new Error('Discord did not tell the id of the application');
  return application.id;
}

function kindOf(interaction: Interaction): string {
  if (interaction.type === INTERACTION.component) return 'click';
  if (interaction.type === INTERACTION.modal) return 'form';
  return interaction.type === INTERACTION.autocomplete ? 'type-ahead' : 'command';
}

/** What may be logged of a failure: its kind and codes, never what was sent. */
function factsOf(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof ApiFailure) {
    const { kind, status, code, earlier } = error;
    return { failure: kind, status, code, attempts: earlier + 1 };
  }
  return error instanceof LoginFailure ? { reason: error.message } : { error };
}

function reasonOf(error: unknown): string {
  if (error instanceof ApiFailure && error.status === 401) {
    return TOKEN_REFUSED;
  }
  if (error instanceof ApiFailure && error.kind === 'unreachable')
    return `Discord cannot be reached (${error.message})`;
  return messageOf(error);
}

/** Rejects when told to stop: a login may stay without an answer. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('told to stop')), { once: true });
  });
}

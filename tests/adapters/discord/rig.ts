/** The real adapter with the real SDK, logged in to the counterpart; waiting times short enough for tests. */
import { createDiscord } from '../../../adapters/discord/adapter.ts';
import type { DiscordConfig } from '../../../adapters/discord/config.ts';
import { TIMING, type Timing } from '../../../adapters/discord/timing.ts';
import type { Connection } from '../../../src/contract/adapter.ts';
import { type OpenHostOptions, openHost, type TestHost } from '../../support/host.ts';
import { type CounterpartOptions, type Started, startCounterpart, until } from './counterpart.ts';

export interface RigOptions {
  readonly counterpart?: CounterpartOptions;
  readonly host?: OpenHostOptions;
  readonly config?: Partial<DiscordConfig>;
  readonly timing?: Partial<Timing>;
  /** No token at all: interactions over HTTP alone. */
  readonly tokenless?: boolean;
  /** Before the adapter opens. */
  readonly prepare?: (discord: Started) => void;
  /** Do not wait for the login. */
  readonly eager?: boolean;
}

export interface Rig {
  readonly discord: Started;
  readonly host: TestHost;
  readonly connection: Connection;
  readonly config: DiscordConfig;
  stop(): Promise<void>;
}

/** Pauses are short; deadlines are for a busy machine, and tests of a deadline set their own. */
export const FAST: Timing = {
  ...TIMING,
  deferAfter: 20_000,
  suggestWithin: 20_000,
  firstReply: 20_000,
  call: 20_000,
  pauses: [20, 40, 80],
  lastingPauses: [20, 40, 60, 80, 100, 120],
  loginWithin: 20_000,
  retryAfter: 100,
};

export async function openRig(options: RigOptions = {}): Promise<Rig> {
  const discord = await startCounterpart(options.counterpart);
  // Discord's three seconds stand still, unless a test lets them pass: most of what is slow here is the machine.
  discord.rest.clock = () => 0;
  options.prepare?.(discord);
  const host = await openHost(options.host);
  const config: DiscordConfig = {
    ...(options.tokenless === true ? {} : { token: discord.token }),
    apiUrl: discord.url,
    gateway: true,
    sharding: 'auto',
    register: false,
    guildIds: [],
    privateAnswers: false,
    ...options.config,
  };
  const timing = { ...FAST, ...options.timing };
  const connection = await createDiscord(timing).open(config, host);
  if (options.eager !== true && config.gateway) await until(() => connection.status().state === 'ready');
  return {
    discord,
    host,
    connection,
    config,
    async stop() {
      await connection.stop(2000);
      await discord.stop();
      await host.store.close();
    },
  };
}

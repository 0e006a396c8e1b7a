/**
 * The whole stage on loopback: the real adapter with the real botbuilder behind a real HTTP server, an issuer and a
 * connector in the place of Microsoft's cloud, and the real engine unless a test brings a host of its own.
 */
import { createServer } from 'node:http';
import { teamsIn } from '../../../adapters/teams/adapter.ts';
import type { TeamsConfig } from '../../../adapters/teams/config.ts';
import { SERVICE_HOSTS } from '../../../adapters/teams/hosts.ts';
import type { Timing } from '../../../adapters/teams/turn.ts';
import type { Connection, Host } from '../../../src/contract/adapter.ts';
import { openHost } from '../../support/host.ts';
import { until } from '../../support/until.ts';
import { type Json, SERVICE_URL } from './activities.ts';
import { type Connector, startConnector } from './connector.ts';
import {
  APP_ID,
  close,
  ISSUER,
  type Issuer,
  listen,
  PASSWORD,
  type SignOptions,
  startIssuer,
  TENANT,
} from './issuer.ts';

export interface StageOptions {
  readonly host?: Host;
  readonly timing?: Partial<Timing>;
  readonly config?: TeamsConfig;
  /** Before the adapter is opened. */
  readonly prepare?: (issuer: Issuer) => void;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface PostOptions {
  /** Claims other than Teams' own; one that is `undefined` is left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly sign?: SignOptions;
  /** The header as it is; '' for none. */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Stage {
  readonly url: string;
  readonly issuer: Issuer;
  readonly connector: Connector;
  readonly connection: Connection;
  readonly host: Host;
  /** Sends an activity with a token as Teams would, and waits for the response. */
  post(activity: unknown, options?: PostOptions): Promise<Answered>;
  /** Waits until `done`. */
  until(done: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

export const CONFIG: TeamsConfig = {
  mode: 'cloud',
  appId: APP_ID,
  password: PASSWORD,
  tenant: TENANT,
  cloud: 'public',
  hosts: SERVICE_HOSTS,
};

/** Pauses are short; deadlines are for a busy machine, and tests of a deadline set their own. */
export const PATIENT: Partial<Timing> = {
  turn: 20_000,
  call: 8_000,
  authentication: 20_000,
  search: 20_000,
  giveUp: 50_000,
  pause: 10,
  longestPause: 100,
  start: 20_000,
};

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const config = options.config ?? CONFIG;
  const issuer = await startIssuer();
  const connector = await startConnector(config.mode === 'cloud' ? issuer : undefined);
  options.prepare?.(issuer);
  const host = options.host ?? (await openHost());
  const endpoints = {
    issuer: ISSUER,
    keys: issuer.keysUrl,
    login: issuer.origin,
    resource: ISSUER,
    // The allowed host stays in the activity and in the check; only the wire leads here.
    route: (service: URL) =>
      config.mode === 'cloud' ? new URL(service.pathname + service.search, connector.origin) : service,
  };
  const adapter = teamsIn({ endpoints, timing: { ...PATIENT, ...options.timing } });
  const connection = await adapter.open(config, host);
  const route = connection.routes[0];
  if (route === undefined) {
    throw new Error('the adapter has no route');
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    (connection.routes.find((one) => one.path === path) ?? route).handle(request, response);
  });
  const url = `${await listen(server)}${route.path}`;

  return {
    url,
    issuer,
    connector,
    connection,
    host,
    async post(activity, { claims = {}, sign, authorization, headers } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const told: Json = {
        iss: ISSUER,
        aud: APP_ID,
        nbf: now - 60,
        exp: now + 3600,
        serviceurl: (activity as Json | undefined)?.serviceUrl ?? SERVICE_URL,
        ...claims,
      };
      const kept = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
      const header =
        authorization ?? (config.mode === 'cloud' ? `Bearer ${await issuer.sign(kept, sign)}` : '');
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(header === '' ? {} : { authorization: header }),
          ...headers,
        },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
    until: (done) => until(done, 20_000),
    async stop() {
      await connection.stop(1_000);
      await close(server);
      await connector.stop();
      await issuer.stop();
    },
  };
}

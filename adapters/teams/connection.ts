/**
 * The adapter at work: who may speak to it, what is under way, how it stops. Whoever checks tokens, the SDK or its
 * successor, comes in as a `Bot`.
 */

import { setMaxListeners } from 'node:events';
import type { Connection, Host, Status } from '../../src/contract/adapter.ts';
import { watchSignatures } from '../../src/contract/troubles.ts';
import { sleep, within } from '../../src/kit/waiting.ts';
import type { Activity } from './activity.ts';
import type { Endpoints } from './cloud.ts';
import type { TeamsConfig } from './config.ts';
import { speakTo } from './conversation.ts';
import type { Response, Services } from './converse.ts';
import { type Credentials, clientCredentials, TokenRefused } from './credentials.ts';
import { handle } from './handle.ts';
import { homeRoute } from './home.ts';
import type { ServiceRule } from './hosts.ts';
import { listener, type Process, Refused } from './http.ts';
import { saysIn } from './says.ts';
import { checkService, precheck, skewOf } from './trust.ts';
import type { Sender, Timing } from './turn.ts';

const PATH = '/api/messages';

/** What a `Bot` is made with. */
export interface BotOptions {
  readonly config: TeamsConfig;
  readonly credentials: Credentials | undefined;
  readonly endpoints: Endpoints;
  readonly rule: ServiceRule;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

/** Checks who sent `activity` and runs `logic` with a way to speak in its conversation. Rejects with `Refused` where the check fails. */
export type Bot = (
  authorization: string,
  activity: Activity,
  logic: (sender: Sender) => Promise<Response>,
) => Promise<Response>;

interface ConnectOptions {
  readonly config: TeamsConfig;
  readonly host: Host;
  readonly endpoints: Endpoints;
  readonly timing: Timing;
}

/** Opens the connection with the bot that `makeBot` makes. */
export async function connect(
  { config, host, endpoints, timing }: ConnectOptions,
  makeBot: (options: BotOptions) => Bot,
): Promise<Connection> {
  const ready: Status = {
    state: 'ready',
    detail:
      config.mode === 'local'
        ? `${PATH} without tokens, on this machine only`
        : `app ${config.appId} at ${PATH}`,
  };
  let status: Status = { state: 'starting', detail: 'asking Microsoft for a token' };
  const credentials =
    config.mode === 'local'
      ? undefined
      : clientCredentials({
          login: endpoints.login,
          tenant: config.tenant,
          appId: config.appId,
          password: config.password,
          resource: endpoints.resource,
          timeout: timing.call,
          onOutcome: (refusal) => {
            if (status.state !== 'stopped') {
              status = refusal === undefined ? ready : { state: 'degraded', detail: refusal.message };
            }
            if (refusal === undefined) host.troubles.end('credentials');
            else if (refusal.final) host.troubles.begin('credentials', refusal.message);
          },
        });

  const rule: ServiceRule =
    config.mode === 'local' ? { hosts: [], loopback: true } : { hosts: config.hosts, loopback: false };
  const underWay = new Set<Promise<unknown>>();
  const givenUp = new AbortController();
  // Each call under way listens to it; beyond ten, Node would take that for a leak and say so.
  setMaxListeners(Number.POSITIVE_INFINITY, givenUp.signal);
  const track = (work: Promise<unknown>): void => {
    underWay.add(work);
    const forget = (): void => {
      underWay.delete(work);
    };
    work.then(forget, forget);
  };
  const services: Services = {
    host,
    self: config.appId === undefined ? {} : { appId: config.appId },
    local: config.mode === 'local',
    timing,
    track,
    signal: givenUp.signal,
  };

  const signatures = watchSignatures(host.troubles, { sender: 'Microsoft', secret: 'TEAMS_APP_ID' });
  const bot = makeBot({ config, credentials, endpoints, rule, timing, signal: givenUp.signal });
  const process: Process = async (authorization, activity) => {
    if (status.state === 'stopped') {
      throw new Refused(503, saysIn(activity.locale).chat.restarting);
    }
    if (config.mode === 'cloud') {
      precheck(activity, authorization, endpoints.issuer, rule);
    } else {
      checkService(activity, rule);
    }
    const working = bot(authorization, activity, (sender) => {
      signatures.genuine(skewOf(authorization, Date.now()));
      return handle(activity, sender, services);
    }).catch((error: unknown) => {
      if (error instanceof Refused && error.token === 'forged') signatures.forged();
      if (error instanceof Refused && error.token === 'untimely')
        signatures.genuine(skewOf(authorization, Date.now()));
      throw error;
    });
    track(working);
    return working;
  };

  /** Answers what was acknowledged before; rejects where it is to be tried again. */
  async function settle(payload: string): Promise<void> {
    const activity = JSON.parse(payload) as Activity;
    const { route } = endpoints;
    const calls = { rule, credentials, signal: givenUp.signal, timeout: timing.call, route };
    const working = handle(activity, speakTo(activity, calls), services, true);
    track(working);
    const { status: code } = await working;
    if (code >= 500) throw new Error('it could not be answered now');
  }
  const settling = host.settle(settle);

  if (credentials === undefined) {
    status = ready;
  } else {
    // A wrong secret is told at the start, not when the first person asks. What answers too late is told by the status.
    const checked = await within(credentials.token(), timing.start).catch((error: unknown) => error);
    if (checked instanceof TokenRefused) {
      // What is final is told as a trouble already.
      if (!checked.final)
        host.log.error({ reason: checked.message }, 'nothing can be sent yet; will try again');
      void recheck(credentials, timing.recheck, givenUp.signal);
    }
  }
  return {
    routes: [
      { path: PATH, handle: listener(process, host.log) },
      homeRoute(host, config.mode === 'cloud' ? config.cloud : 'public'),
    ],
    status: () => status,
    async stop(deadline) {
      status = { state: 'stopped', detail: 'stopped' };
      const until = Date.now() + deadline;
      track(settling());
      while (underWay.size > 0 && Date.now() < until) {
        await within(Promise.allSettled(underWay), until - Date.now());
      }
      givenUp.abort();
    },
  };
}

const LONGEST_RECHECK = 10 * 60_000;

/** Tries until a token comes: a network comes back, and a new secret takes a while until it is known everywhere. */
async function recheck(credentials: Credentials, first: number, signal: AbortSignal): Promise<void> {
  for (let wait = first; !signal.aborted; wait = Math.min(wait * 2, LONGEST_RECHECK)) {
    await sleep(wait, { signal });
    const token = signal.aborted ? undefined : await credentials.token().catch(() => undefined);
    if (token !== undefined) {
      return;
    }
  }
}

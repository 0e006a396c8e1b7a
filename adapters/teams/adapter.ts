/**
 * Microsoft Teams: the adapter, and the only file that knows botbuilder.
 *
 * botbuilder does three things here: it checks the token of an activity, it speaks to the connector, and it keeps what a
 * message needs to find its conversation again. To exchange it for its successor, this file is written anew: it has to
 * make the two `Sender`s of `turn.ts` and hand plain activities to `handle.ts`.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Adapter, Connection, Host, Status } from '../../src/adapter.ts';
import type { Account, Activity, Outgoing } from './activity.ts';
import { callConnector, type Endpoints, PUBLIC_CLOUD } from './cloud.ts';
import { configuration, type TeamsConfig } from './config.ts';
import type { Response, Services } from './converse.ts';
import { type Credentials, clientCredentials, TokenRefused } from './credentials.ts';
import { handle } from './handle.ts';
import type { ServiceRule } from './hosts.ts';
import { listener, type Process, Refused } from './http.ts';
import { LIMITS } from './limits.ts';
import { manifest } from './manifest.ts';
import { preview } from './preview.ts';
import { ConnectorError, sleep } from './retry.ts';
import { checkService, precheck } from './trust.ts';
import { type Sender, TIMING, type Timing, within } from './turn.ts';
import { WORDS } from './words.ts';

type Sdk = typeof import('botbuilder');

/** What tests put in the place of Microsoft's cloud. */
export interface Surroundings {
  readonly endpoints?: Endpoints;
  readonly timing?: Partial<Timing>;
}

export const PATH = '/api/messages';

export const teams: Adapter<TeamsConfig> = teamsIn({});

/** The adapter in given surroundings. */
export function teamsIn({ endpoints = PUBLIC_CLOUD, timing }: Surroundings): Adapter<TeamsConfig> {
  return {
    name: 'teams',
    title: 'Microsoft Teams',
    configuration,
    capabilities: {
      commands: true,
      mentions: true,
      directMessages: true,
      buttons: true,
      threads: true,
      typeAhead: true,
      messageShortcut: false,
      privateAnswers: true,
      home: false,
      feedback: true,
    },
    limits: LIMITS,
    manifest,
    preview,
    open: (config, host) => open(config, host, endpoints, { ...TIMING, ...timing }),
  };
}

async function open(
  config: TeamsConfig,
  host: Host,
  endpoints: Endpoints,
  timing: Timing,
): Promise<Connection> {
  const sdk = await import('botbuilder');
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
          },
        });

  const rule: ServiceRule =
    config.mode === 'local' ? { hosts: [], loopback: true } : { hosts: config.hosts, loopback: false };
  const underWay = new Set<Promise<unknown>>();
  const givenUp = new AbortController();
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
    timing,
    track,
    signal: givenUp.signal,
  };

  const bot = makeBot(sdk, { config, credentials, endpoints, rule, timing, signal: givenUp.signal });
  const process: Process = async (authorization, activity) => {
    if (status.state === 'stopped') {
      throw new Refused(503, WORDS.stopping);
    }
    if (config.mode === 'cloud') {
      precheck(activity, authorization, endpoints.issuer, rule);
    } else {
      checkService(activity, rule);
    }
    const working = bot(authorization, activity, (inTurn, afterwards) =>
      handle(activity, inTurn, afterwards, services),
    );
    track(working);
    return working;
  };

  if (credentials === undefined) {
    status = ready;
  } else {
    // A wrong secret is told at the start, not when the first person asks. What answers too late is told by the status.
    const checked = await within(credentials.token(), timing.start).catch((error: unknown) => error);
    if (checked instanceof TokenRefused) {
      host.log.error({ reason: checked.message }, 'nothing can be sent yet; will try again');
      void recheck(credentials, timing.recheck, givenUp.signal);
    }
  }
  return {
    routes: [{ path: PATH, handle: listener(process, host.log) }],
    status: () => status,
    async stop(deadline) {
      status = { state: 'stopped', detail: 'stopped' };
      const until = Date.now() + deadline;
      while (underWay.size > 0 && Date.now() < until) {
        await within(Promise.allSettled(underWay), until - Date.now());
      }
      givenUp.abort();
    },
  };
}

/** Tries until a token comes: a network comes back, and a new secret takes a while until it is known everywhere. */
async function recheck(credentials: Credentials, first: number, signal: AbortSignal): Promise<void> {
  for (let wait = first; !signal.aborted; wait = Math.min(wait * 2, LONGEST_RECHECK)) {
    await sleep(wait, signal);
    const token = signal.aborted ? undefined : await credentials.token().catch(() => undefined);
    if (token !== undefined) {
      return;
    }
  }
}

const LONGEST_RECHECK = 10 * 60_000;

interface BotOptions {
  readonly config: TeamsConfig;
  readonly credentials: Credentials | undefined;
  readonly endpoints: Endpoints;
  readonly rule: ServiceRule;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

/** Checks the sender of `activity` and runs `logic` in a turn of the SDK's. Rejects with `Refused` where the check fails. */
type Bot = (
  authorization: string,
  activity: Activity,
  logic: (inTurn: Sender, afterwards: Sender) => Promise<Response>,
) => Promise<Response>;

function makeBot(sdk: Sdk, options: BotOptions): Bot {
  const { config, endpoints, timing } = options;
  /** The one person who alone is to see what is being sent; the SDK has no field for it. */
  const targets = new AsyncLocalStorage<Account>();

  class TeamsBot extends sdk.CloudAdapter {
    /** `processActivity` is what `process` calls; the latter would write its own responses, error texts included. */
    turn(
      authorization: string,
      activity: object,
      logic: (context: TurnContext) => Promise<void>,
    ): Promise<unknown> {
      return this.processActivity(
        authorization,
        activity as Parameters<typeof this.processActivity>[1],
        logic,
      );
    }
  }
  const bot = new TeamsBot(authentication(sdk, options, targets));
  bot.onTurnError = async (_context, error) => {
    throw error;
  };

  return async (authorization, activity, logic) => {
    let entered = false;
    let tooLate = false;
    let result: Response | undefined;
    let enter = (): void => undefined;
    const entering = new Promise<void>((resolve) => {
      enter = resolve;
    });
    // Replies are never to be buffered into the response, whatever the activity asks for.
    const { deliveryMode: _unused, ...plain } = activity;
    const turn = bot.turn(authorization, plain, async (context) => {
      if (tooLate) {
        return;
      }
      entered = true;
      enter();
      const reference = sdk.TurnContext.getConversationReference(context.activity);
      result = await logic(
        senderOf(targets, (act) => act(context)),
        senderOf(targets, (act) => resume(reference, act)),
      );
    });

    function resume(
      reference: Partial<ConversationReference>,
      act: (context: TurnContext) => Promise<unknown>,
    ) {
      const appId = config.appId ?? '';
      return bot.continueConversationAsync(appId, reference, endpoints.resource, async (context) => {
        await act(context);
      });
    }

    try {
      // The SDK fetches the issuer's keys without a time-out of its own.
      const checked = await within(Promise.race([entering, turn]), timing.authentication);
      if (!checked.done) {
        tooLate = true;
        throw new Refused(503, 'The keys of the issuer could not be fetched in time.');
      }
      await turn;
    } catch (error) {
      turn.catch(() => undefined);
      throw entered || error instanceof Refused ? error : refusal(error);
    }
    return result ?? { status: 503 };
  };
}

/** The SDK's own failures before a turn begins are about the token: 401, or 503 where it could not check. */
function refusal(error: unknown): Refused {
  const { name, statusCode } = (typeof error === 'object' && error !== null ? error : {}) as {
    name?: unknown;
    statusCode?: unknown;
  };
  const token = name === 'JsonWebTokenError' || name === 'NotBeforeError' || name === 'TokenExpiredError';
  return token || statusCode === 401 || statusCode === 403
    ? new Refused(401, 'The token was not accepted.')
    : new Refused(503, 'The token could not be checked.');
}

function authentication(sdk: Sdk, options: BotOptions, targets: AsyncLocalStorage<Account>) {
  const { config, credentials, endpoints, rule, timing, signal } = options;
  // All of them together: with some, the SDK leaves the others empty and refuses every token.
  const places = {
    CallerId: 'urn:botframework:azure',
    OAuthUrl: endpoints.resource,
    ToBotFromChannelOpenIdMetadataUrl: endpoints.keys,
    ToBotFromChannelTokenIssuer: endpoints.issuer,
    ToBotFromEmulatorOpenIdMetadataUrl: endpoints.keys,
    ToChannelFromBotLoginUrl: `${endpoints.login}/${config.mode === 'cloud' ? config.tenant : 'botframework.com'}`,
    ToChannelFromBotOAuthScope: endpoints.resource,
    ValidateAuthority: true,
  };
  return new sdk.ConfigurationBotFrameworkAuthentication(
    places,
    {
      isValidAppId: async (id) => id === config.appId,
      isAuthenticationDisabled: async () => config.mode === 'local',
      createCredentials: async () => ({
        async signRequest(request) {
          if (credentials !== undefined) {
            request.headers.set('authorization', `Bearer ${await credentials.token()}`);
          }
          return request;
        },
      }),
    },
    { requiredEndorsements: [] },
    undefined,
    {
      httpClient: {
        async sendRequest(request) {
          const target = targets.getStore();
          const body = typeof request.body === 'string' ? request.body : undefined;
          const call = {
            url: request.url,
            method: request.method,
            headers: request.headers.rawHeaders(),
            body,
          };
          const answer = await callConnector(target === undefined ? call : targeted(call, target), {
            rule,
            route: endpoints.route,
            timeout: timing.call,
            signal,
            credentials,
          });
          const headers = request.headers.clone();
          for (const { name } of headers.headersArray()) {
            headers.remove(name);
          }
          headers.set('content-type', 'application/json');
          return { request, status: answer.status, headers, bodyAsText: answer.body };
        },
      },
    },
  );
}

/**
 * The call as one that only `target` sees the effect of. Source: Microsoft Learn, Send and receive targeted messages:
 * `?isTargetedActivity=true`; no replies, so what is new goes to the conversation as such; and a receiver in what is
 * new, but not in what is changed.
 */
function targeted<Call extends { url: string; method: string; body: string | undefined }>(
  call: Call,
  target: Account,
): Call {
  const url = new URL(call.url);
  url.searchParams.set('isTargetedActivity', 'true');
  const activity = JSON.parse(call.body ?? '{}') as Record<string, unknown>;
  const { recipient: _receiver, replyToId: _message, ...rest } = activity;
  if (call.method === 'PUT') {
    return { ...call, url: url.href, body: JSON.stringify(rest) };
  }
  url.pathname = url.pathname.replace(/\/activities\/[^/]*$/u, '/activities');
  return {
    ...call,
    url: url.href,
    body: JSON.stringify({ ...rest, recipient: { ...target, isTargeted: true } }),
  };
}

/** A sender on top of the SDK's turn context. A token that was just refused is replaced once. */
function senderOf(
  targets: AsyncLocalStorage<Account>,
  through: (act: (context: TurnContext) => Promise<unknown>) => Promise<unknown>,
): Sender {
  async function call(
    act: (context: TurnContext) => Promise<unknown>,
    only: Account | undefined,
  ): Promise<void> {
    const once = (): Promise<unknown> =>
      only === undefined ? through(act) : targets.run(only, () => through(act));
    try {
      await once();
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.status !== 401) {
        throw error;
      }
      await once();
    }
  }
  type Message = Parameters<TurnContext['sendActivity']>[0];
  return {
    send: (message: Outgoing, only) => call((context) => context.sendActivity(message as Message), only),
    update: (id: string, message: Outgoing, only) =>
      call((context) => context.updateActivity({ ...(message as object), id }), only),
  };
}

/**
 * Slack, over HTTP and Socket Mode. The one file that knows Bolt: it wires Bolt's receivers, our guard and claims, and
 * the handlers together, and nothing more.
 */
import type { RequestListener } from 'node:http';
import type { AuthorizeResult, AuthorizeSourceData, Context, Receiver, ReceiverEvent } from '@slack/bolt';
import type { InstallProvider, Installation as OAuthInstallation } from '@slack/oauth';
import type { Adapter, Capabilities, Connection, Host, Route, Status } from '../../src/adapter.ts';
import { answerCommand, answerMessage } from './asking.ts';
import { answerClick } from './clicking.ts';
import { configuration, type SlackConfig } from './config.ts';
import { createDeliveries, type Delivery, describe } from './deliveries.ts';
import { createGuard } from './guard.ts';
import { publishHome } from './home.ts';
import { createInstallations, type InstallationQuery } from './installations.ts';
import { LIMITS } from './limits.ts';
import { createBoltLogger } from './logger.ts';
import { manifest, SCOPES, UNFURL_SCOPES } from './manifest.ts';
import { waitFor } from './patience.ts';
import type { Request, SlackApi } from './ports.ts';
import { installationOf, revokesBot } from './receive.ts';
import { answerRefine, completePicker } from './refine.ts';
import { renderMessage } from './render.ts';
import { classifyResponse, createRespond, LITERAL } from './respond.ts';
import { type RetryOptions, withRetries } from './retry.ts';
import { answerShortcut, FIND_RELATED } from './shortcut.ts';
import { keepConnected, type Socket } from './socket.ts';
import { unfurlLinks } from './unfurl.ts';
import { createSlackApi, tokenRefusal, type WebApiClient } from './web-api.ts';
import { WORDS } from './words.ts';

/** Milliseconds, unless they say otherwise. Tests shorten them. */
export interface SlackTimes {
  /** One call of the Web API or a response_url. */
  readonly call: number;
  readonly retry: Pick<RetryOptions, 'attempts' | 'deadline' | 'pause'>;
  /** How long an acknowledgement waits for the answer: a third less than Slack's own patience. */
  readonly patience: number;
  /** How long the start waits for Slack to know the token, and for Socket Mode's greeting. */
  readonly start: number;
  readonly socketPause: { readonly first: number; readonly longest: number };
}

const TIMES: SlackTimes = {
  call: 5_000,
  retry: { attempts: 4, deadline: 25_000, pause: 400 },
  patience: 2_000,
  start: 10_000,
  socketPause: { first: 1_000, longest: 60_000 },
};

const EVENTS_PATH = '/slack/events';
const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';

const CAPABILITIES: Capabilities = {
  commands: true,
  mentions: true,
  directMessages: true,
  buttons: true,
  threads: true,
  typeAhead: true,
  messageShortcut: true,
  privateAnswers: true,
  home: true,
  feedback: true,
};

export function createSlackAdapter(times: Partial<SlackTimes> = {}): Adapter<SlackConfig> {
  return {
    name: 'slack',
    title: 'Slack',
    configuration,
    capabilities: CAPABILITIES,
    limits: LIMITS,
    manifest: async (request) => manifest(request),
    preview: (answer) => renderMessage(answer, { audience: 'public' }),
    open: (config, host) => open(config, host, { ...TIMES, ...times }),
  };
}

export const slack: Adapter<SlackConfig> = createSlackAdapter();

/** The name under which the registry finds every adapter. */
export const adapter = slack;

async function open(config: SlackConfig, host: Host, times: SlackTimes): Promise<Connection> {
  const [{ App, ExpressReceiver, SocketModeReceiver }, express] = await Promise.all([
    import('@slack/bolt'),
    import('express').then((module) => module.default),
  ]);
  const logger = createBoltLogger(host.log) as never;
  const clientOptions = {
    ...(config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }),
    timeout: times.call,
    // Retries are ours (web-api.ts): the client's own would wait out every Retry-After, for all calls of a workspace.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger,
  };
  const deliveries = createDeliveries(host);
  const respondOnce = createRespond(config.apiUrl, times.call);
  let stopping = false;

  /** Between a receiver and the App: claims the delivery, and acknowledges for listeners that did not. */
  function process(event: ReceiverEvent, handle: (event: ReceiverEvent) => Promise<void>): Promise<void> {
    let acknowledged = false;
    const ack = async (body?: unknown) => {
      acknowledged = true;
      await event.ack(body as never);
    };
    const work = async (delivery: Delivery) => {
      await handle({
        ...event,
        ack: ack as never,
        customProperties: { ...event.customProperties, delivery },
      });
    };
    return deliveries.take(event, work).then(
      async (outcome) => {
        if (outcome === 'busy') throw new Busy();
        if (!acknowledged) await ack();
      },
      async (error: unknown) => {
        if (!isNotInstalled(error)) throw error;
        // Slack's retries would end the same way; a person who asked is told how to get out of it.
        host.log.warn(
          { error: describe(error) },
          'a request of a workspace without an installation was dropped',
        );
        if (acknowledged) return;
        const asked = typeof (event.body as { command?: unknown }).command === 'string';
        const url = host.publicUrl === undefined ? undefined : `${host.publicUrl}${INSTALL_PATH}`;
        await ack(
          asked ? { response_type: 'ephemeral', text: WORDS.notInstalled(url), ...LITERAL } : undefined,
        );
      },
    );
  }

  // Requests come in by one way or both; one App serves them.
  const server = express().disable('x-powered-by');
  const receivers: Receiver[] = [];
  if (config.signingSecret !== undefined) {
    server.use(
      EVENTS_PATH,
      createGuard({
        signingSecret: config.signingSecret,
        log: host.log,
        metrics: host.metrics,
        isStopping: () => stopping,
      }),
    );
    receivers.push(
      new ExpressReceiver({
        app: server,
        signingSecret: config.signingSecret,
        endpoints: EVENTS_PATH,
        processBeforeResponse: true,
        logger,
        processEventErrorHandler: async ({ error, response }) => {
          if (!(error instanceof Busy)) {
            host.log.error({ error: describe(error) }, 'a request failed; Slack will come again');
          }
          if (!response.headersSent) {
            response.writeHead(
              error instanceof Busy ? 503 : 500,
              error instanceof Busy ? { 'Retry-After': '1' } : {},
            );
            response.end();
          }
          return true;
        },
      }),
    );
  }
  let socket: Socket | undefined;
  let openSocket: (() => Socket) | undefined;
  if (config.appToken !== undefined) {
    const receiver = new SocketModeReceiver({
      appToken: config.appToken,
      logger,
      installerOptions: { clientOptions },
      autoReconnectEnabled: false,
      processEventErrorHandler: async ({ error }) => {
        if (!(error instanceof Busy)) {
          host.log.error({ error: describe(error) }, 'a request failed; Slack will come again');
        }
        return false;
      },
    });
    receivers.push(receiver);
    openSocket = () =>
      keepConnected({
        client: receiver.client as never,
        log: host.log,
        deadline: times.start,
        pause: times.socketPause,
      });
  }
  const joined: Receiver = {
    init(app) {
      const handle = (event: ReceiverEvent) => app.processEvent(event);
      for (const receiver of receivers) {
        const processEvent = (event: ReceiverEvent) =>
          process(event, receiver instanceof SocketModeReceiver ? (one) => holdingAck(one, handle) : handle);
        receiver.init({ processEvent } as never);
      }
    },
    start: async () => undefined,
    stop: async () => undefined,
  };

  const identity = createIdentity();
  const oauth =
    config.workspace.kind === 'many'
      ? await openOAuth(config.workspace, config.apiUrl, host, clientOptions)
      : undefined;
  const { workspace } = config;
  const authorize = async (source: AuthorizeSourceData<boolean>): Promise<AuthorizeResult> =>
    workspace.kind === 'one'
      ? { botToken: workspace.botToken, ...identity.known() }
      : ((await oauth?.provider.authorize(source as never)) ?? {});

  const app = new App({
    receiver: joined,
    authorize,
    logger,
    clientOptions: clientOptions as never,
    convoStore: false,
  });

  const apis = new WeakMap<object, SlackApi>();
  /** One request's surroundings for a handler, out of Bolt's arguments. */
  function requestOf({
    body,
    client,
    context,
  }: {
    body: unknown;
    client: WebApiClient;
    context: Context;
  }): Request {
    const { retry } = times;
    const api = apis.get(client) ?? createSlackApi(client, { retry, log: host.log, metrics: host.metrics });
    apis.set(client, api);
    return {
      body,
      host,
      api,
      respond: (url, response) =>
        withRetries(() => respondOnce(url, response), {
          ...retry,
          classify: classifyResponse,
          onRetry: ({ kind }) => host.metrics.count('retries', { method: 'response_url', kind }),
        }),
      delivery: context.delivery as Delivery,
      botUserId: context.botUserId,
      retry: context.retryNum ?? 0,
      commandPrefix: config.commandPrefix,
      patience: times.patience,
    };
  }

  const any = /^/;
  app.command(any, (args) => answerCommand(requestOf(args), args.ack as never));
  app.event('app_mention', (args) => answerMessage(requestOf(args)));
  app.event('message', (args) => answerMessage(requestOf(args)));
  app.event('app_home_opened', (args) => publishHome(requestOf(args)));
  app.event('link_shared', (args) => unfurlLinks(requestOf(args)));
  app.action(any, (args) => answerClick(requestOf(args), args.ack as never));
  app.options(any, (args) => completePicker(requestOf(args), args.ack as never));
  app.view('refine', (args) => answerRefine(requestOf(args), args.ack as never));
  app.shortcut(FIND_RELATED, (args) => answerShortcut(requestOf(args), args.ack as never));
  if (oauth !== undefined) {
    app.event('app_uninstalled', ({ body }) => oauth.remove(installationOf(body)));
    app.event('tokens_revoked', async ({ body }) => {
      if (revokesBot(body)) await oauth.remove(installationOf(body));
    });
  }

  if (workspace.kind === 'one')
    await identity.learn(app.client as never, workspace.botToken, times.start, host);
  socket = openSocket?.();
  const failure = await socket?.opened;
  const refusal = tokenRefusal(failure);
  if (refusal !== undefined) {
    await socket?.stop();
    throw new Error(
      `Slack refused SLACK_APP_TOKEN (${refusal}): make a new app-level token with connections:write`,
    );
  }

  const http: Route[] =
    config.signingSecret === undefined ? [] : [{ path: EVENTS_PATH, handle: server as RequestListener }];
  return {
    routes: [...http, ...(oauth?.routes ?? [])],
    status: () => statusOf(stopping, socket, identity.detail(workspace.kind)),
    async stop(deadline) {
      stopping = true;
      // Taking nothing new first; what is in work may still need the socket for its acknowledgement.
      await waitFor(deliveries.idle(), deadline);
      await waitFor(socket?.stop() ?? Promise.resolve(), 2_000);
    },
  };
}

/** Bolt acknowledges an event before its listeners run. Over a socket that would end Slack's retries, so it is held. */
async function holdingAck(
  event: ReceiverEvent,
  handle: (event: ReceiverEvent) => Promise<void>,
): Promise<void> {
  if ((event.body as { event?: unknown }).event === undefined) return handle(event);
  await handle({ ...event, ack: (async () => {}) as never });
}

/** Another delivery of the same is being handled: Slack is asked to come again. */
class Busy extends Error {
  override readonly name = 'Busy';
}

function isNotInstalled(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === 'slack_bolt_authorization_error';
}

function statusOf(
  stopping: boolean,
  socket: Socket | undefined,
  identity: { ok: boolean; detail: string },
): Status {
  if (stopping) return { state: 'stopped', detail: 'stopped' };
  const link = socket?.state();
  if (link !== undefined && !link.connected)
    return { state: 'degraded', detail: `Socket Mode is not connected: ${link.reason}` };
  return { state: identity.ok ? 'ready' : 'degraded', detail: identity.detail };
}

/** Who the bot is in the one workspace that its token is for, learned at the start. */
function createIdentity() {
  let who: { botUserId?: string; botId?: string; teamId?: string } = {};
  let detail = '';
  let ok = true;
  return {
    known: () => who,
    detail: (kind: 'one' | 'many') => ({
      ok,
      detail: kind === 'many' ? 'serving every workspace that installs it' : detail,
    }),
    /** Rejects where Slack refuses the token; any other failure leaves the adapter at work, and says so. */
    async learn(client: WebApiClient, token: string, deadline: number, host: Host): Promise<void> {
      try {
        const waited = await waitFor(client.apiCall('auth.test', { token }), deadline);
        if (waited.state === 'late') throw new Error(`Slack did not answer within ${deadline / 1000} s`);
        const { user_id, bot_id, team_id, user, team } = waited.value as Readonly<Record<string, unknown>>;
        who = {
          ...(typeof user_id === 'string' ? { botUserId: user_id } : {}),
          ...(typeof bot_id === 'string' ? { botId: bot_id } : {}),
          ...(typeof team_id === 'string' ? { teamId: team_id } : {}),
        };
        detail = `answering as ${String(user ?? 'the bot')} in ${String(team ?? 'its workspace')}`;
      } catch (error) {
        const refusal = tokenRefusal(error);
        if (refusal !== undefined) {
          throw new Error(
            `Slack refused SLACK_BOT_TOKEN (${refusal}): copy the bot token of the installed app anew`,
          );
        }
        ok = false;
        detail = "Slack's Web API could not be reached at the start";
        host.log.warn({ error: describe(error) }, detail);
      }
    },
  };
}

type OAuthConfig = Extract<SlackConfig['workspace'], { kind: 'many' }>;

/** Installing by OAuth: the pages for it, and whose token answers whom. Mounted by us: Bolt would open a second server. */
async function openOAuth(config: OAuthConfig, apiUrl: string | undefined, host: Host, clientOptions: object) {
  const oauth = await import('@slack/oauth');
  const installations = createInstallations<OAuthInstallation>(host.state);
  const provider: InstallProvider = new oauth.InstallProvider({
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    stateSecret: config.stateSecret,
    installationStore: {
      storeInstallation: (installation) => installations.store(installation as OAuthInstallation),
      fetchInstallation: (query) => installations.fetch(query as InstallationQuery),
      deleteInstallation: (query) => installations.remove(query as InstallationQuery),
    },
    clientOptions: clientOptions as never,
    logger: createBoltLogger(host.log) as never,
    ...(apiUrl === undefined ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
  });
  const scopes = { scopes: [...SCOPES, ...UNFURL_SCOPES], redirectUri: config.redirectUri };
  const guarded =
    (page: (...args: Parameters<RequestListener>) => Promise<void>): RequestListener =>
    (request, response) => {
      page(request, response).catch((error: unknown) => {
        host.log.error({ error: describe(error) }, 'a page for installing failed');
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('Installing failed. Please try again.\n');
      });
    };
  return {
    provider,
    remove: (query: InstallationQuery) => installations.remove(query),
    routes: [
      {
        path: INSTALL_PATH,
        handle: guarded((request, response) =>
          provider.handleInstallPath(request, response, undefined, scopes),
        ),
      },
      {
        path: REDIRECT_PATH,
        handle: guarded((request, response) => provider.handleCallback(request, response)),
      },
    ] satisfies Route[],
  };
}

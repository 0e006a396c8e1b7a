/**
 * Slack, over HTTP and Socket Mode. The one file that knows Bolt: it joins Bolt's receivers and App, our guard and
 * claims, and the handlers; what each of them does stands in its own file.
 */

import type { RequestListener, ServerResponse } from 'node:http';
import type { App, AuthorizeResult, AuthorizeSourceData, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Installation } from '@slack/oauth';
import type { Adapter, Capabilities, Connection, Host, Route, Status } from '../../src/contract/adapter.ts';
import { watchSignatures } from '../../src/contract/troubles.ts';
import { limitedFetch } from '../../src/kit/reply.ts';
import { withRetries } from '../../src/kit/retry.ts';
import { within } from '../../src/kit/waiting.ts';
import { configuration, type SlackConfig } from './config.ts';
import { createDeliveries, type Delivery } from './deliveries.ts';
import { createGuard } from './guard.ts';
import { createIdentity, hasAgentView } from './identity.ts';
import { createInstallations, type InstallationQuery } from './installations.ts';
import { LIMITS } from './limits.ts';
import { type ListenerArguments, type ListeningApp, registerListeners } from './listeners.ts';
import { createBoltLogger } from './logger.ts';
import { manifest } from './manifest.ts';
import { INSTALL_PATH, type Installer, installPage, installRoutes } from './oauth.ts';
import type { Request, SlackApi } from './ports.ts';
import { preview } from './preview.ts';
import { askerOf, deliveryKey } from './receive.ts';
import { Busy, createReceiving, createSettling, isNotInstalled } from './receiving.ts';
import { classifyResponse, createRespond } from './respond.ts';
import { saysIn } from './says.ts';
import { keepConnected, type Socket, type SocketClient } from './socket.ts';
import { organizationOf, teamOf } from './team.ts';
import { createSlackApi, type RetryTimes, retryOptions, tokenRefusal, type WebApiClient } from './web-api.ts';

/** Milliseconds, unless they say otherwise. Tests shorten them. */
export interface SlackTimes {
  /** One call of the Web API or a response_url. */
  readonly call: number;
  readonly retry: RetryTimes;
  /** How long an acknowledgement waits for the answer: a third less than Slack's own patience. */
  readonly patience: number;
  /** How long the start waits for Slack to know the token, and for Socket Mode's greeting. */
  readonly start: number;
  /** Between tries to learn who the bot is, where the first one failed. */
  readonly identityAgain: number;
  readonly socketPause: { readonly first: number; readonly longest: number };
}

const TIMES: SlackTimes = {
  call: 5_000,
  retry: { tries: 4, deadline: 25_000, pause: 400 },
  patience: 2_000,
  start: 10_000,
  identityAgain: 60_000,
  socketPause: { first: 1_000, longest: 60_000 },
};

const EVENTS_PATH = '/slack/events';

const CAPABILITIES: Capabilities = {
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
  home: true,
  feedback: true,
  tables: true,
  suggestions: true,
  askAnywhere: true,
};

export function createSlackAdapter(times: Partial<SlackTimes> = {}): Adapter<SlackConfig> {
  return {
    name: 'slack',
    title: 'Slack',
    configuration,
    capabilities: CAPABILITIES,
    limits: LIMITS,
    manifest: async (request) => manifest(request),
    preview,
    open: (config, host) => open(config, host, { ...TIMES, ...times }),
  };
}

export const slack: Adapter<SlackConfig> = createSlackAdapter();

/** Options of the SDK's WebClient. Its types want enums and exact unions that only a loaded SDK gives. */
type ClientOptions = NonNullable<ConstructorParameters<typeof App>[0]>['clientOptions'] & object;

async function open(config: SlackConfig, host: Host, times: SlackTimes): Promise<Connection> {
  const bolt = await import('@slack/bolt');
  const { workspace } = config;
  const logger = createBoltLogger(host.log) as never;
  const clientOptions: ClientOptions = {
    ...(config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }),
    timeout: times.call,
    // Retries are ours (web-api.ts): the client's own would wait out every Retry-After, for all calls of a workspace.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: limitedFetch,
    logger,
  };
  const deliveries = createDeliveries(host);
  let stopping = false;
  let settling = async (): Promise<void> => {};
  const isStopping = () => stopping;

  // Requests come in by one way or both; one App serves them.
  const http =
    config.signingSecret === undefined ? undefined : await openHttp(config.signingSecret, host, isStopping);
  const socketReceiver =
    config.appToken === undefined
      ? undefined
      : new bolt.SocketModeReceiver({
          appToken: config.appToken,
          logger,
          installerOptions: { clientOptions },
          // Connections are kept by socket.ts.
          autoReconnectEnabled: false,
          processEventErrorHandler: async ({ error }) => {
            logFailure(error, host);
            return false;
          },
        });
  const oauth =
    workspace.kind === 'many' ? await openOAuth(workspace, config.apiUrl, host, clientOptions) : undefined;
  const identity = createIdentity(host.log, { deadline: times.start, again: times.identityAgain });

  const receiver: Receiver = {
    init(app) {
      const installUrl = host.publicUrl === undefined ? undefined : `${host.publicUrl}${INSTALL_PATH}`;
      const handle = (event: ReceiverEvent) => app.processEvent(event);
      const common = { host, deliveries, isStopping, installUrl, handle };
      // A receiver wants an App of which it calls this one method.
      http?.receiver.init({ processEvent: createReceiving({ ...common, holdEvents: false }) } as App);
      socketReceiver?.init({ processEvent: createReceiving({ ...common, holdEvents: true }) } as App);
      settling = host.settle(createSettling({ deliveries, handle }));
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = new bolt.App({
    receiver,
    logger,
    clientOptions,
    convoStore: false,
    // Not `token`: with that Bolt would call auth.test on its own, and for half an hour where it fails.
    authorize: async (source: AuthorizeSourceData<boolean>, body?: unknown): Promise<AuthorizeResult> =>
      workspace.kind === 'one'
        ? { botToken: workspace.botToken, ...identity.known() }
        : ((await oauth?.authorize(source, homesOf(body, source))) ?? {}),
  });
  registerListeners(app as unknown as ListeningApp, {
    requestOf: createRequestOf(config, host, times),
    ...(oauth === undefined ? {} : { forget: oauth.forget }),
  });

  if (workspace.kind === 'one') await identity.learn(app.client as WebApiClient, workspace.botToken);
  const socket =
    socketReceiver === undefined ? undefined : await openSocket(socketReceiver.client, host, times);
  return {
    routes: [...(http === undefined ? [] : [http.route]), ...(oauth?.routes ?? [])],
    status: () => statusOf(stopping, socket, workspace.kind === 'one' ? identity.state() : MANY),
    async stop(deadline) {
      stopping = true;
      identity.stop();
      // What is in work may still need the socket for its acknowledgement.
      await within(Promise.all([settling(), deliveries.idle()]), deadline);
      await within(socket?.stop() ?? Promise.resolve(), 2_000);
    },
  };
}

/** One request's surroundings for a handler, out of a listener's arguments. */
function createRequestOf(
  config: SlackConfig,
  host: Host,
  times: SlackTimes,
): (args: ListenerArguments) => Request {
  const { retry } = times;
  const respondOnce = createRespond(config.apiUrl, times.call);
  const respond: Request['respond'] = (url, response) =>
    withRetries(() => respondOnce(url, response), {
      ...retryOptions(retry),
      classify: classifyResponse,
      onRetry: (_error, { kind }) => host.metrics.count('retries', { method: 'response_url', kind }),
    });
  // Bolt keeps one client a workspace.
  const apis = new WeakMap<object, SlackApi>();
  return ({ body, client, context }) => {
    const api =
      apis.get(client) ??
      createSlackApi(client, {
        retry,
        log: host.log,
        metrics: host.metrics,
        // One workspace of many that took its token back is no failure of ours.
        ...(config.workspace.kind === 'one' ? { troubles: host.troubles } : {}),
      });
    apis.set(client, api);
    const asker = askerOf(body);
    return {
      body,
      host: asker === undefined ? host : host.for(asker),
      api: named(api, deliveryKey(body)),
      respond,
      delivery: context.delivery as Delivery,
      botUserId: context.botUserId as string | undefined,
      agent: context.agent === true,
      retry: (context.retryNum as number | undefined) ?? 0,
      owed: context.owed === true,
      says: saysIn(),
      commandPrefix: config.commandPrefix,
      patience: times.patience,
    };
  };
}

/** The API for one delivery: what is posted for it is the same message to Slack at every repeat of the delivery. */
function named(api: SlackApi, delivery: string | undefined): SlackApi {
  if (delivery === undefined) return api;
  return { ...api, post: (place, message) => api.post(place, message, delivery) };
}

/** The route of Slack's requests: our guard, then Bolt's receiver, on an Express application of its own. */
async function openHttp(signingSecret: string, host: Host, isStopping: () => boolean) {
  const [{ ExpressReceiver }, { default: express }] = await Promise.all([
    import('@slack/bolt'),
    import('express'),
  ]);
  const server = express().disable('x-powered-by');
  // Registered first: the receiver mounts its own routes when it is made.
  const { log, metrics, troubles } = host;
  const signatures = watchSignatures(troubles, { sender: 'Slack', secret: 'SLACK_SIGNING_SECRET' });
  server.use(
    EVENTS_PATH,
    createGuard({ signingSecret, log, metrics, signatures, isStopping, isBusy: host.isBusy }),
  );
  const receiver = new ExpressReceiver({
    app: server,
    // Checked by the guard already, on both sides of now; a second time would tell nothing.
    signingSecret,
    signatureVerification: false,
    endpoints: EVENTS_PATH,
    processBeforeResponse: true,
    logger: createBoltLogger(host.log) as never,
    processEventErrorHandler: async ({ error, response }) => {
      logFailure(error, host);
      if (!response.headersSent) {
        const busy = error instanceof Busy;
        response.writeHead(busy ? 503 : 500, busy ? { 'Retry-After': '1' } : {});
        response.end();
      }
      // Ends Bolt's own timer for requests that nobody acknowledged.
      return true;
    },
  });
  // Last: Express itself would write the failure past the log, and its stack to whoever asked.
  server.use((error: unknown, _request: unknown, response: ServerResponse, _next: unknown) => {
    logFailure(error, host);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  });
  return { receiver, route: { path: EVENTS_PATH, handle: server as RequestListener } satisfies Route };
}

function logFailure(error: unknown, { log }: Host): void {
  if (!(error instanceof Busy)) log.error({ error }, 'a request failed; Slack will come again');
}

/** Rejects where Slack refuses the token; any other failure is tried again for as long as the adapter runs. */
async function openSocket(client: SocketClient, host: Host, times: SlackTimes): Promise<Socket> {
  const socket = keepConnected({ client, log: host.log, deadline: times.start, pause: times.socketPause });
  const refusal = tokenRefusal(await socket.opened);
  if (refusal === undefined) return socket;
  await socket.stop();
  throw new Error(
    `Slack refused SLACK_APP_TOKEN (${refusal}): make a new app-level token with connections:write`,
  );
}

/** The workspace or the organization of the bot, where a guest's click in a shared channel names the guest's. */
function homesOf(body: unknown, { teamId }: AuthorizeSourceData<boolean>): readonly InstallationQuery[] {
  const [team, organization] = [teamOf(body), organizationOf(body)];
  return [
    ...(team === '' || team === teamId
      ? []
      : [{ teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }]),
    ...(organization === undefined
      ? []
      : [{ teamId: undefined, enterpriseId: organization, isEnterpriseInstall: true }]),
  ];
}

type Many = Extract<SlackConfig['workspace'], { kind: 'many' }>;

/** Installing by OAuth: the pages for it, and whose token answers whom. */
async function openOAuth(config: Many, apiUrl: string | undefined, host: Host, clientOptions: ClientOptions) {
  const oauth = await import('@slack/oauth');
  // Node sees no more than some of the names of this module; all of them are in its default.
  const { ClearStateStore, InstallProvider, InvalidStateError } =
    'default' in oauth ? (oauth.default as typeof oauth) : oauth;
  const states = new ClearStateStore(config.stateSecret);
  const installations = createInstallations<Installation>(host.installations, host.notes);
  /** Tokens of apps with the agent view: what the provider gives of an installation does not tell. */
  const agents = new Set<string>();
  const provider = new InstallProvider({
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    stateStore: {
      generateStateParam: (options, now) => states.generateStateParam(options, now),
      // The library's own would take a state again for as long as it is fresh.
      async verifyStateParam(now, state) {
        const options = await states.verifyStateParam(now, state);
        const taken = await host.once(`oauth-state:${state}`, async () => undefined);
        if (taken.state !== 'done') throw new InvalidStateError('The state was used before.');
        return options;
      },
    },
    renderHtmlForInstallPath: installPage,
    installationStore: {
      storeInstallation: (installation) => installations.store(installation as Installation),
      async fetchInstallation(query) {
        const installation = await installations.fetch(query);
        const { token, scopes } = installation.bot ?? {};
        if (token !== undefined && hasAgentView(scopes)) agents.add(token);
        return installation;
      },
      deleteInstallation: (query) => installations.remove(query),
    },
    clientOptions,
    logger: createBoltLogger(host.log) as never,
    ...(apiUrl === undefined ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
  });
  const authorized = (result: AuthorizeResult): AuthorizeResult => ({
    ...result,
    agent: result.botToken !== undefined && agents.has(result.botToken),
  });
  return {
    /** `homes`: where the bot itself is at home, tried before the place that the request came from. */
    async authorize(
      source: AuthorizeSourceData<boolean>,
      homes: readonly InstallationQuery[],
    ): Promise<AuthorizeResult> {
      for (const home of homes)
        try {
          return authorized(await provider.authorize({ ...source, ...home } as never));
        } catch (error) {
          if (!isNotInstalled(error)) throw error;
          // The installation of an organization stands under its own id.
        }
      return authorized(await provider.authorize(source as never));
    },
    forget: (query: InstallationQuery) => installations.remove(query),
    routes: installRoutes(provider as Installer, config.redirectUri, host.log),
  };
}

const MANY = { ok: true, detail: 'serving every workspace that installs it' };

function statusOf(
  stopping: boolean,
  socket: Socket | undefined,
  who: { ok: boolean; detail: string },
): Status {
  if (stopping) return { state: 'stopped', detail: 'stopped' };
  const link = socket?.state();
  if (link !== undefined && !link.connected) {
    return { state: 'degraded', detail: `Socket Mode is not connected: ${link.reason}` };
  }
  return { state: who.ok ? 'ready' : 'degraded', detail: who.detail };
}

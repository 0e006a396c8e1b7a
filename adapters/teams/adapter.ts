/**
 * Microsoft Teams: the adapter, and the only file that knows botbuilder.
 *
 * botbuilder does three things here: it checks the token of an activity, it speaks to the connector, and it keeps what a
 * message needs to find its conversation again. To exchange it for its successor, this file is written anew: it has to
 * make the `Bot` of `connection.ts`, which checks a sender and gives the two `Sender`s of `turn.ts`.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Adapter, Connection, Host } from '../../src/adapter.ts';
import type { Account, Outgoing } from './activity.ts';
import { callConnector, type Endpoints, PUBLIC_CLOUD } from './cloud.ts';
import { configuration, type TeamsConfig } from './config.ts';
import { type Bot, type BotOptions, connect } from './connection.ts';
import type { Response } from './converse.ts';
import { Refused } from './http.ts';
import { LIMITS } from './limits.ts';
import { manifest } from './manifest.ts';
import { preview } from './preview.ts';
import { ConnectorError } from './retry.ts';
import { targeted } from './targeted.ts';
import { type Sender, TIMING, type Timing, within } from './turn.ts';

type Sdk = typeof import('botbuilder');

/** What tests put in the place of Microsoft's cloud. */
export interface Surroundings {
  readonly endpoints?: Endpoints;
  readonly timing?: Partial<Timing>;
}

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
      messageShortcut: true,
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
  return connect({ config, host, endpoints, timing }, (options) => makeBot(sdk, options));
}

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

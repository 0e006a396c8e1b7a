/**
 * Microsoft Teams: the adapter, and the only file that knows botbuilder.
 *
 * botbuilder does one thing here: it checks the token of an activity. To exchange it for its successor, `makeBot` is
 * written anew: it makes the `Bot` of `connection.ts`, which checks a sender and lets the activity be answered.
 */

import type { Adapter, Connection, Host } from '../../src/contract/adapter.ts';
import { within } from '../../src/kit/waiting.ts';
import { type Endpoints, endpointsOf } from './cloud.ts';
import { configuration, type TeamsConfig } from './config.ts';
import { type Bot, type BotOptions, connect } from './connection.ts';
import { speakTo } from './conversation.ts';
import { Refused } from './http.ts';
import { LIMITS } from './limits.ts';
import { manifest } from './manifest.ts';
import { preview } from './preview.ts';
import { TIMING, type Timing } from './turn.ts';

type Sdk = typeof import('botbuilder');

/** What tests put in the place of the cloud that is configured. */
export interface Surroundings {
  readonly endpoints?: Endpoints;
  readonly timing?: Partial<Timing>;
}

export const teams: Adapter<TeamsConfig> = teamsIn({});

/** The adapter in given surroundings. */
export function teamsIn({ endpoints, timing }: Surroundings): Adapter<TeamsConfig> {
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
      edits: true,
      typeAhead: true,
      messageShortcut: true,
      privateAnswers: true,
      forms: true,
      home: true,
      feedback: true,
      tables: true,
      suggestions: false,
      askAnywhere: false,
    },
    limits: LIMITS,
    manifest,
    preview,
    open: (config, host) => {
      const there = endpoints ?? endpointsOf(config.mode === 'cloud' ? config.cloud : 'public');
      return open(config, host, there, { ...TIMING, ...timing });
    },
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
  const { timing } = options;
  const authentication = authenticationOf(sdk, options);
  type Activity = Parameters<typeof authentication.authenticateRequest>[0];
  return async (authorization, activity, logic) => {
    const checking = authentication.authenticateRequest(activity as unknown as Activity, authorization);
    // The SDK fetches the issuer's keys without a time-out of its own.
    const checked = await within(checking, timing.authentication).catch((error: unknown) => {
      throw refusal(error);
    });
    if (!checked.done) {
      throw new Refused(503, 'The keys of the issuer could not be fetched in time.');
    }
    return logic(speakTo(activity, { ...options, timeout: timing.call, route: options.endpoints.route }));
  };
}

/** The SDK's own failures before a turn begins are about the token: 401, or 503 where it could not check. */
function refusal(error: unknown): Refused {
  const { name, statusCode } = (typeof error === 'object' && error !== null ? error : {}) as {
    name?: unknown;
    statusCode?: unknown;
  };
  // Told of a token only once its signature was found right.
  const untimely = name === 'NotBeforeError' || name === 'TokenExpiredError';
  const refused = untimely || name === 'JsonWebTokenError' || statusCode === 401 || statusCode === 403;
  return refused
    ? new Refused(401, 'The token was not accepted.', untimely ? 'untimely' : 'forged')
    : new Refused(503, 'The token could not be checked.');
}

function authenticationOf(sdk: Sdk, { config, endpoints }: BotOptions) {
  // All of them together: with some, the SDK leaves the others empty and refuses every token.
  const places = {
    CallerId: endpoints.issuer.endsWith('.us') ? 'urn:botframework:azureusgov' : 'urn:botframework:azure',
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
      // Messages go out without the SDK: see conversation.ts.
      createCredentials: () => Promise.reject(new Error('The SDK is not to make calls.')),
    },
    { requiredEndorsements: [] },
  );
}

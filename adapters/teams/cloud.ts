/** Where Microsoft's services are, and how a call to the connector is made. No SDK: Node's own HTTP. */

import { type ClientRequest, Agent as PlainAgent, request as requestPlain } from 'node:http';
import { Agent, request as requestSecure } from 'node:https';
import { readBody } from '../../src/kit/body.ts';
import { messageOf } from '../../src/kit/errors.ts';
import { readRetryAfter } from '../../src/kit/retry.ts';
import type { Credentials } from './credentials.ts';
import { ConnectorError } from './failures.ts';
import { type CloudName, isAllowedService, type ServiceRule } from './hosts.ts';

/** The public cloud. Tests put services on loopback in their place. */
export interface Endpoints {
  /** Who signs the tokens of activities. */
  readonly issuer: string;
  /** Where the issuer's keys are named. */
  readonly keys: string;
  /** Where the bot gets its own token. */
  readonly login: string;
  /** What that token is for. */
  readonly resource: string;
  /** The address that is really called for an allowed service; the same where absent. */
  readonly route?: (service: URL) => URL;
}

/** Source: Microsoft Learn, Authentication with the Bot Connector API. */
export const PUBLIC_CLOUD: Endpoints = {
  issuer: 'https://api.botframework.com',
  keys: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.com',
  resource: 'https://api.botframework.com',
};

/**
 * Azure Government, where GCC High and DoD sign in. Source: the constants for it in botframework-connector 4.23
 * (GovernmentConstants).
 */
const GOVERNMENT_CLOUD: Endpoints = {
  issuer: 'https://api.botframework.us',
  keys: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.us',
  resource: 'https://api.botframework.us',
};

/** Where the services of a cloud are. */
export function endpointsOf(cloud: CloudName): Endpoints {
  return cloud === 'gcc-high' || cloud === 'dod' ? GOVERNMENT_CLOUD : PUBLIC_CLOUD;
}

interface ConnectorCall {
  readonly url: string;
  readonly method: string;
  /** JSON. */
  readonly body: string;
}

export interface CallOptions {
  readonly rule: ServiceRule;
  readonly route: Endpoints['route'];
  readonly timeout: number;
  /** Given up when the connection stops. */
  readonly signal: AbortSignal;
  /** Absent without tokens. */
  readonly credentials: Credentials | undefined;
}

/** An idle connection is closed before a balancer's usual least time, so that no call goes into one that was just closed. */
const IDLE = 4_000;
const AGENTS = {
  http: new PlainAgent({ keepAlive: true, timeout: IDLE }),
  https: new Agent({ keepAlive: true, timeout: IDLE }),
};

/**
 * One call, one attempt; resolves with the id of the message where it succeeded ('' where none is told), rejects with `ConnectorError` for everything else, redirects included.
 * The address is held against the allowed hosts here as well, for this is where our token goes out.
 */
export async function callConnector(call: ConnectorCall, options: CallOptions): Promise<string> {
  if (!isAllowedService(call.url, options.rule)) {
    throw new ConnectorError('The service is not one of the allowed hosts.', 403);
  }
  const token = await options.credentials?.token();
  const url = new URL(call.url);
  const { status, wait, text } = await exchange(options.route?.(url) ?? url, call, token, options);
  if (status >= 200 && status < 300) {
    return idIn(text);
  }
  if (status === 401 && token !== undefined) {
    options.credentials?.forget(token);
  }
  throw new ConnectorError(`The connector answered ${status}.`, status, wait);
}

/** The id of the message that was made or changed. */
function idIn(text: string): string {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}

/** Longer responses hold nothing of use. */
const LONGEST_RESPONSE = 64 * 1024;

/** Node's own client: fetch takes three times the processor time for a call. */
function exchange(
  url: URL,
  { method, body }: ConnectorCall,
  token: string | undefined,
  { timeout, signal }: CallOptions,
): Promise<{ readonly status: number; readonly wait: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const asking: ClientRequest =
      url.protocol === 'https:'
        ? requestSecure(url, { method, headers, agent: AGENTS.https })
        : requestPlain(url, { method, headers, agent: AGENTS.http });
    const fail = (message: string): void => {
      stop();
      reject(new ConnectorError(message));
      asking.destroy();
    };
    const broken = (): void => fail('The connector could not be reached.');
    const timer = setTimeout(() => fail('The connector did not answer in time.'), timeout);
    const stop = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', broken);
    };
    asking.on('error', (error) => fail(`The connector could not be reached: ${messageOf(error)}.`));
    asking.on('response', (response) => {
      response.on('error', broken);
      response.on('aborted', broken);
      readBody(response, LONGEST_RESPONSE).then((body) => {
        stop();
        resolve({
          status: response.statusCode ?? 0,
          wait: readRetryAfter(response.headers['retry-after']),
          text: body?.toString('utf8') ?? '',
        });
        // An unread rest keeps the connection.
        response.resume();
      }, broken);
    });
    signal.addEventListener('abort', broken);
    if (signal.aborted) {
      broken();
    } else {
      asking.end(body);
    }
  });
}

/** Where Microsoft's services are, and how a call to the connector is made. No SDK: plain fetch. */
import type { Credentials } from './credentials.ts';
import { isAllowedService, type ServiceRule } from './hosts.ts';
import { ConnectorError, retryAfter } from './retry.ts';

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

export interface ConnectorCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
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

/**
 * One call, one attempt. Gives the body of a success; rejects with `ConnectorError` for everything else. The address is
 * held against the allowed hosts here as well, for this is where our token goes out.
 */
export async function callConnector(
  call: ConnectorCall,
  options: CallOptions,
): Promise<{ status: number; body: string }> {
  if (!isAllowedService(call.url, options.rule)) {
    throw new ConnectorError('The service is not one of the allowed hosts.', 403);
  }
  const url = new URL(call.url);
  let response: Response;
  try {
    response = await fetch(options.route?.(url) ?? url, {
      method: call.method,
      headers: call.headers,
      ...(call.body === undefined ? {} : { body: call.body }),
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(options.timeout), options.signal]),
    });
    const body = await response.text();
    if (response.ok) {
      return { status: response.status, body };
    }
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw new ConnectorError(
      late ? 'The connector did not answer in time.' : 'The connector could not be reached.',
    );
  }
  if (response.status === 401) {
    options.credentials?.forget();
  }
  throw new ConnectorError(
    `The connector answered ${response.status}.`,
    response.status,
    retryAfter(response.headers.get('retry-after')),
  );
}

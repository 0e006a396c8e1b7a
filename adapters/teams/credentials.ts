/**
 * The bot's own token for calls to the connector: OAuth 2.0 client credentials at Microsoft Entra, kept until shortly
 * before it ends. One request at a time, each with a time-out; what Microsoft says of a refusal becomes advice.
 */
import { messageOf } from '../../src/kit/errors.ts';
import { limitReply } from '../../src/kit/reply.ts';

interface CredentialsOptions {
  /** Origin of the sign-in service, without a trailing slash. */
  readonly login: string;
  readonly tenant: string;
  readonly appId: string;
  readonly password: string;
  /** The resource whose token is wanted: the scope without `/.default`. */
  readonly resource: string;
  readonly timeout: number;
  /** Told after each attempt, so that the state of the connection can be shown. */
  readonly onOutcome?: (refusal: TokenRefused | undefined) => void;
  readonly now?: () => number;
}

export interface Credentials {
  /** A token that is good for at least a minute; rejects with `TokenRefused`. */
  token(): Promise<string>;
  /** Forgets `token`, which the connector did not take; one that came meanwhile stays. */
  forget(token: string): void;
}

/** Why no token was given. `final`: trying again changes nothing until somebody changes the configuration. */
export class TokenRefused extends Error {
  readonly final: boolean;

  constructor(message: string, final: boolean) {
    super(message);
    this.name = 'TokenRefused';
    this.final = final;
  }
}

/** Microsoft Entra's error codes that a configuration causes. Source: Microsoft Learn, AADSTS error codes. */
const ADVICE: Readonly<Record<string, string>> = {
  '700016': 'no app with this TEAMS_APP_ID exists in the tenant of TEAMS_TENANT_ID',
  '7000215': 'TEAMS_APP_PASSWORD is not a secret of this app (its value is wanted, not its ID)',
  '7000222': 'TEAMS_APP_PASSWORD has expired: make a new client secret',
  '90002': 'there is no tenant TEAMS_TENANT_ID',
  '900023': 'TEAMS_TENANT_ID is neither a GUID nor a domain of a tenant',
  '7000216': 'TEAMS_APP_PASSWORD is missing',
};

const EARLY = 5 * 60_000;

export function clientCredentials(options: CredentialsOptions): Credentials {
  const now = options.now ?? Date.now;
  let current: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    try {
      const { token, seconds } = await request(options);
      // Short-lived tokens are still used for most of their life.
      current = { token, until: now() + Math.max(seconds * 1000 - EARLY, seconds * 500) };
      options.onOutcome?.(undefined);
      return token;
    } catch (error) {
      const refusal =
        error instanceof TokenRefused
          ? error
          : new TokenRefused(`Microsoft’s sign-in service could not be reached: ${messageOf(error)}.`, false);
      options.onOutcome?.(refusal);
      throw refusal;
    }
  }

  return {
    async token() {
      if (current !== undefined && now() < current.until) {
        return current.token;
      }
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget(token) {
      if (current?.token === token) {
        current = undefined;
      }
    },
  };
}

async function request(options: CredentialsOptions): Promise<{ token: string; seconds: number }> {
  const response = await fetch(`${options.login}/${encodeURIComponent(options.tenant)}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: options.appId,
      client_secret: options.password,
      scope: `${options.resource}/.default`,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(options.timeout),
  });
  const body: unknown = await limitReply(response)
    .json()
    .catch(() => undefined);
  const { access_token, expires_in, error_codes } = (
    typeof body === 'object' && body !== null ? body : {}
  ) as {
    access_token?: unknown;
    expires_in?: unknown;
    error_codes?: unknown;
  };
  if (response.ok && typeof access_token === 'string' && access_token !== '') {
    return { token: access_token, seconds: Number(expires_in) > 0 ? Number(expires_in) : 3600 };
  }
  const code = Array.isArray(error_codes) ? String(error_codes[0]) : undefined;
  const advice = code === undefined ? undefined : ADVICE[code];
  // The description that comes along is not repeated: it names ids and times, and may name more.
  const reason = advice ?? `status ${response.status}${code === undefined ? '' : `, code AADSTS${code}`}`;
  throw new TokenRefused(
    `Microsoft gave no token for the bot: ${reason}.`,
    response.status === 400 || response.status === 401,
  );
}

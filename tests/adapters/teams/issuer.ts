/**
 * A token issuer on loopback, in the place of Microsoft's: it names its keys (OpenID metadata), signs the tokens that
 * come with activities, and gives the bot its own token for client credentials.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const PASSWORD = 'a-secret-of-the-tests';
export const TENANT = '99999999-8888-4777-8666-555555555555';
export const ISSUER = 'https://api.botframework.com';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

export interface Issuer {
  readonly origin: string;
  readonly keysUrl: string;
  /** Signs a token for an activity. `key`: which of the named keys, or one that nobody named under a known name. */
  sign(claims: JWTPayload, options?: SignOptions): Promise<string>;
  /** Whether a token was given to the bot by this issuer. */
  isBotToken(authorization: string | undefined): Promise<boolean>;
  /** How the next requests for a token of the bot end. */
  readonly outcomes: ('refuse-secret' | 'refuse-app' | 'error' | 'hang')[];
  /** Tokens that were given to the bot. */
  given(): number;
  /** The keys are not answered from now on. */
  hideKeys(): void;
  stop(): Promise<void>;
}

export interface SignOptions {
  readonly key?: 'teams' | 'other-channel' | 'no-endorsement' | 'unknown' | 'forged';
  readonly algorithm?: 'RS256' | 'HS256' | 'none';
}

/** Key pairs take a while to make; one set serves a test process. */
let pairs: Promise<Record<string, KeyPair>> | undefined;

async function makePairs(): Promise<Record<string, KeyPair>> {
  const names = ['teams', 'other-channel', 'no-endorsement', 'unknown', 'forged', 'bot'];
  const made = await Promise.all(
    names.map((name) =>
      generateKeyPair('RS256', { extractable: true }).then((pair) => [name, pair] as const),
    ),
  );
  return Object.fromEntries(made);
}

export async function startIssuer(): Promise<Issuer> {
  pairs ??= makePairs();
  const keys = await pairs;
  const outcomes: Issuer['outcomes'] = [];
  let given = 0;
  let hidden = false;

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const origin = await listen(server);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path.startsWith('/openid') || path.startsWith('/keys')) {
      if (hidden) {
        return; // Never answers.
      }
      return json(response, 200, path.startsWith('/openid') ? metadata() : { keys: await named() });
    }
    if (request.method === 'POST' && path === `/${TENANT}/oauth2/v2.0/token`) {
      return token(request, response);
    }
    json(response, 404, {});
  }

  function metadata(): object {
    return {
      issuer: ISSUER,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${origin}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    };
  }

  async function named(): Promise<object[]> {
    const jwk = async (name: string, endorsements?: string[]): Promise<object> => ({
      ...(await exportJWK((keys[name] as KeyPair).publicKey)),
      kid: name,
      use: 'sig',
      ...(endorsements === undefined ? {} : { endorsements }),
    });
    return [
      await jwk('teams', ['msteams', 'skype']),
      await jwk('other-channel', ['webchat']),
      await jwk('no-endorsement'),
    ];
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const outcome = outcomes.shift();
    if (outcome === 'hang') {
      return;
    }
    if (outcome === 'error') {
      return json(response, 500, { error: 'server_error' });
    }
    const wrong =
      outcome === 'refuse-secret' || form.get('client_secret') !== PASSWORD
        ? { error: 'invalid_client', error_codes: [7000215], status: 401 }
        : outcome === 'refuse-app' || form.get('client_id') !== APP_ID
          ? { error: 'unauthorized_client', error_codes: [700016], status: 400 }
          : form.get('grant_type') !== 'client_credentials' || form.get('scope') !== `${ISSUER}/.default`
            ? { error: 'invalid_request', error_codes: [900144], status: 400 }
            : undefined;
    if (wrong !== undefined) {
      return json(response, wrong.status, {
        ...wrong,
        error_description: `AADSTS: ${form.get('client_secret')} is wrong`,
      });
    }
    given += 1;
    const access_token = await new SignJWT({ appid: APP_ID, nonce: String(given) })
      .setProtectedHeader({ alg: 'RS256', kid: 'bot' })
      .setAudience(ISSUER)
      .setIssuer(origin)
      .setExpirationTime('1h')
      .sign((keys.bot as KeyPair).privateKey);
    json(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token });
  }

  return {
    origin,
    keysUrl: `${origin}/openid`,
    outcomes,
    given: () => given,
    hideKeys: () => {
      hidden = true;
    },
    async sign(claims, { key = 'teams', algorithm = 'RS256' } = {}) {
      if (algorithm === 'none') {
        const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
        return `${part({ alg: 'none', kid: 'teams' })}.${part(claims)}.`;
      }
      const jwt = new SignJWT(claims);
      if (algorithm === 'HS256') {
        // The public key as the secret of a symmetric signature: a classic.
        const secret = JSON.stringify(await exportJWK((keys.teams as KeyPair).publicKey));
        return jwt.setProtectedHeader({ alg: 'HS256', kid: 'teams' }).sign(new TextEncoder().encode(secret));
      }
      const kid = key === 'forged' ? 'teams' : key;
      return jwt.setProtectedHeader({ alg: 'RS256', kid }).sign((keys[key] as KeyPair).privateKey);
    },
    async isBotToken(authorization) {
      const jwt = /^Bearer (.+)$/u.exec(authorization ?? '')?.[1] ?? '';
      return jwtVerify(jwt, (keys.bot as KeyPair).publicKey, { issuer: origin, audience: ISSUER }).then(
        () => true,
        () => false,
      );
    },
    stop: () => close(server),
  };
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

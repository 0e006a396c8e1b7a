/**
 * What is checked of an activity before the SDK looks at its token, and what the SDK does not check.
 *
 * The SDK takes tokens from four kinds of senders; ours come from one, Microsoft's channel service. The other ways in
 * are closed here: the channel named in the activity chooses another way (`AseChannel`) or skips the endorsement (none),
 * an absent `serviceUrl` skips its claim, and every tenant that an unchecked token names is kept in a list for good.
 * Source: botframework-connector 4.23.3, parameterizedBotFrameworkAuthentication and emulatorValidation.
 */
import type { Activity } from './activity.ts';
import { isAllowedService, type ServiceRule } from './hosts.ts';
import { Refused } from './http.ts';

const CHANNEL = 'msteams';

/** Throws `Refused` unless the activity may be handed to the SDK's own checks, which then decide on the token. */
export function precheck(activity: Activity, authorization: string, issuer: string, rule: ServiceRule): void {
  if (activity.channelId !== CHANNEL) {
    throw new Refused(401, `The activity does not come from the channel ${CHANNEL}.`);
  }
  const claims = claimsOf(authorization);
  if (claims === undefined) {
    throw new Refused(401, 'The request carries no bearer token.');
  }
  if (claims.iss !== issuer) {
    throw new Refused(401, 'The token is not from the issuer that speaks for Teams.');
  }
  if (typeof claims.exp !== 'number') {
    throw new Refused(401, 'The token has no end.');
  }
  if (typeof activity.serviceUrl !== 'string' || activity.serviceUrl === '') {
    throw new Refused(401, 'The activity names no service to answer to.');
  }
  checkService(activity, rule);
}

/** Throws `Refused` where a reply may not go to the activity's service. */
export function checkService(activity: Activity, rule: ServiceRule): void {
  if (!isAllowedService(activity.serviceUrl, rule)) {
    throw new Refused(
      403,
      'The service that the activity names is not one of the allowed hosts (TEAMS_SERVICE_HOSTS).',
    );
  }
}

/** How far our clock is beyond the time for which a token is good, in milliseconds; negative where it is before that. */
export function skewOf(authorization: string, now: number): number {
  const { nbf, exp } = claimsOf(authorization) ?? {};
  if (typeof nbf === 'number' && now < nbf * 1000) return now - nbf * 1000;
  return typeof exp === 'number' ? Math.max(0, now - exp * 1000) : 0;
}

/** The claims in a bearer token, unchecked: only to turn senders away, never to let one in. */
function claimsOf(authorization: string): Readonly<Record<string, unknown>> | undefined {
  const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/u.exec(authorization);
  try {
    const claims: unknown = JSON.parse(Buffer.from(token?.[2] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

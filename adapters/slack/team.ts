/** For whom a request is: the workspace, or the organization, and the conversation within it. Pure. */
import { record, text } from './payload.ts';

/** Ids of direct messages begin with D, whoever the other side is. */
export function isDirect(channelType: unknown, channel: string): boolean {
  return channelType === undefined ? channel.startsWith('D') : channelType === 'im';
}

/** The workspace or organization that an event about installations is for. */
export function installationOf(body: unknown): {
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  readonly isEnterpriseInstall: boolean;
} {
  const payload = record(body);
  const authorized: unknown = Array.isArray(payload.authorizations) ? payload.authorizations[0] : undefined;
  const enterpriseId =
    text(authorized, 'enterprise_id') ?? text(payload, 'enterprise_id') ?? text(payload, 'enterprise', 'id');
  const isOrganization =
    payload.is_enterprise_install === true || record(authorized).is_enterprise_install === true;
  return {
    teamId: teamOf(body) || undefined,
    enterpriseId,
    isEnterpriseInstall: isOrganization && enterpriseId !== undefined,
  };
}

/** True where a `tokens_revoked` event names a bot token: the installation is of no use any more. */
export function revokesBot(body: unknown): boolean {
  const bots = record(record(record(body).event).tokens).bot;
  return Array.isArray(bots) && bots.length > 0;
}

/**
 * The workspace whose installation a request is for. In a channel that several workspaces share, `team_id` and `team` may be
 * those of whoever wrote or clicked: an event says who authorised it, a view where it was opened from, and the bot's own message
 * where the bot is at home.
 */
export function teamOf(body: unknown): string {
  const { authorizations } = record(body);
  const own = text(body, 'type') === 'block_actions' ? text(body, 'message', 'team') : undefined;
  return (
    text(Array.isArray(authorizations) ? authorizations[0] : undefined, 'team_id') ??
    text(body, 'context_team_id') ??
    text(body, 'view', 'app_installed_team_id') ??
    (own?.startsWith('T') === true ? own : undefined) ??
    text(body, 'team_id') ??
    text(body, 'team', 'id') ??
    text(body, 'user', 'team_id') ??
    ''
  );
}

/** The organization whose bot wrote the message that was clicked on, where the message tells that in the place of a workspace. */
export function organizationOf(body: unknown): string | undefined {
  const own = text(body, 'type') === 'block_actions' ? text(body, 'message', 'team') : undefined;
  return own?.startsWith('E') === true ? own : undefined;
}

export function threadKey(team: string, channel: string, threadTs: string | undefined): string {
  return [team, channel, ...(threadTs === undefined ? [] : [threadTs])].join(':');
}

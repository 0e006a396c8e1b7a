/**
 * What `npm run manifest -- discord` prints: the commands as they are registered, and the links that invite the bot with the
 * least permissions.
 */
import type { Manifest, ManifestRequest } from '../../src/contract/adapter.ts';
import { commandPayloads, type Scope } from './registration.ts';

/** Bits of https://docs.discord.com/developers/topics/permissions that the bot cannot do without, and what for. */
const PERMISSIONS = {
  /** To see the channels that it is mentioned in. */
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  /** To reply by reference: Discord asks for it. */
  READ_MESSAGE_HISTORY: 1n << 16n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const;

/** The intents that the bot identifies with; none of them is privileged. */
export const INTENTS = ['Guilds', 'GuildMessages', 'DirectMessages'] as const;

const AUTHORIZE = 'https://discord.com/oauth2/authorize';
const USAGE = 'manifest -- discord [--application ID] [--guild]';

/** The page where a server's administrator, or a person for themselves, adds the bot. */
export function inviteLinks(applicationId: string): { readonly server: string; readonly person: string } {
  const permissions = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n);
  const link = (parameters: Readonly<Record<string, string>>) =>
    `${AUTHORIZE}?${new URLSearchParams({ client_id: applicationId, ...parameters })}`;
  return {
    server: link({
      scope: 'bot applications.commands',
      permissions: permissions.toString(),
      integration_type: '0',
    }),
    person: link({ scope: 'applications.commands', integration_type: '1' }),
  };
}

/**
 * Prints JSON. `--application ID` (or DISCORD_APPLICATION_ID) goes into the links; `--guild` gives the commands as they are
 * registered in a single server. Rejects for arguments that it does not know.
 */
export async function manifest(request: ManifestRequest): Promise<Manifest> {
  let applicationId = request.environment.DISCORD_APPLICATION_ID?.trim() || undefined;
  let scope: Scope = 'global';
  const rest = [...request.arguments];
  while (rest.length > 0) {
    const argument = rest.shift() as string;
    const [name, attached] = argument.split('=', 2) as [string, string | undefined];
    if (name === '--guild' && attached === undefined) scope = 'guild';
    else if (name === '--application') applicationId = attached ?? rest.shift();
    else throw new Error(`${argument} is not known here. Usage: ${USAGE}`);
  }
  if (applicationId !== undefined && !/^\d{1,20}$/.test(applicationId)) {
    throw new Error(
      `The application's id has only digits; it stands on its page General Information. Usage: ${USAGE}`,
    );
  }
  const links = inviteLinks(applicationId ?? 'APPLICATION_ID');
  const document = {
    invite: links.server,
    invite_person: links.person,
    ...(applicationId === undefined
      ? { note: 'Put your Application ID in the place of APPLICATION_ID, or set DISCORD_APPLICATION_ID.' }
      : {}),
    permissions: Object.keys(PERMISSIONS),
    intents: INTENTS,
    interactions_path: '/discord/interactions',
    commands: commandPayloads(request.declarations, scope),
  };
  return { output: JSON.stringify(document, null, 2) };
}

/** Brings the registered commands up to date: reads what is there, and sends the changes alone. */
import type { Declaration } from '../../src/commands/declaration.ts';
import type { Send } from './api.ts';
import { changes, commandPayloads, type RegisteredCommand, updateBody } from './registration.ts';

export interface Registered {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
}

/** Registers everywhere, or in these servers alone. Rejects where Discord refuses. */
export async function registerCommands(
  api: Send,
  applicationId: string,
  guildIds: readonly string[],
  declarations: readonly Declaration[],
): Promise<Registered> {
  const scopes =
    guildIds.length === 0
      ? [`/applications/${applicationId}/commands` as const]
      : guildIds.map((guild) => `/applications/${applicationId}/guilds/${guild}/commands` as const);
  const wanted = commandPayloads(declarations, guildIds.length === 0 ? 'global' : 'guild');
  const done = { created: 0, updated: 0, deleted: 0 };
  for (const path of scopes) {
    const registered = (await api({
      method: 'GET',
      path,
      query: { with_localizations: 'true' },
      authorized: true,
    })) as readonly RegisteredCommand[];
    // One after the other: Discord counts changes, and a refused one must not leave others half-way.
    for (const change of changes(wanted, registered)) {
      if (change.do === 'create') {
        await api({ method: 'POST', path, body: change.command, authorized: true });
        done.created += 1;
      } else if (change.do === 'update') {
        await api({
          method: 'PATCH',
          path: `${path}/${change.id}`,
          body: updateBody(change.command),
          authorized: true,
        });
        done.updated += 1;
      } else {
        await api({ method: 'DELETE', path: `${path}/${change.id}`, authorized: true });
        done.deleted += 1;
      }
    }
  }
  return done;
}

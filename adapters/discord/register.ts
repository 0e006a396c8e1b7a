/**
 * Brings the registered commands up to date: reads what is there, and sends the changes alone. Servers that had commands of
 * their own for trying out lose them when they are no longer named, or every command would stand there twice.
 */
import type { Declaration } from '../../src/commands/declaration.ts';
import type { Notes } from '../../src/store/notes.ts';
import { ApiFailure, isForbidden, type Send } from './api.ts';
import {
  type CommandPayload,
  changes,
  commandPayloads,
  type RegisteredCommand,
  updateBody,
} from './registration.ts';

interface Registered {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
}

interface Registration {
  readonly applicationId: string;
  /** The servers to register in; everywhere where there is none. */
  readonly guildIds: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** Which servers had commands of their own the last time. */
const REMEMBERED = 'servers-with-commands';

/** Registers everywhere, or in these servers alone. Rejects where Discord refuses. */
export async function registerCommands(
  api: Send,
  notes: Notes,
  registration: Registration,
): Promise<Registered> {
  const { applicationId, guildIds, declarations } = registration;
  const wanted = commandPayloads(declarations, guildIds.length === 0 ? 'global' : 'guild');
  const done = { created: 0, updated: 0, deleted: 0 };
  const count = (more: Registered) => {
    for (const key of ['created', 'updated', 'deleted'] as const) done[key] += more[key];
  };
  if (guildIds.length === 0)
    count(await bringUpToDate(api, `/applications/${applicationId}/commands`, wanted));
  for (const guild of guildIds) count(await bringUpToDate(api, pathOf(applicationId, guild), wanted));

  const before = (await notes.get<readonly string[]>(REMEMBERED)) ?? [];
  for (const guild of before.filter((id) => !guildIds.includes(id))) {
    count(await clear(api, pathOf(applicationId, guild)));
  }
  if (guildIds.length > 0) await notes.put(REMEMBERED, guildIds);
  else if (before.length > 0) await notes.remove(REMEMBERED);
  return done;
}

const pathOf = (applicationId: string, guild: string) =>
  `/applications/${applicationId}/guilds/${guild}/commands` as const;

/** Removes a server's own commands; where the bot is no longer in the server there are none. */
async function clear(api: Send, path: `/${string}`): Promise<Registered> {
  try {
    return await bringUpToDate(api, path, []);
  } catch (error) {
    if (isForbidden(error) || (error instanceof ApiFailure && error.status === 404)) {
      return { created: 0, updated: 0, deleted: 0 };
    }
    throw error;
  }
}

async function bringUpToDate(
  api: Send,
  path: `/${string}`,
  wanted: readonly CommandPayload[],
): Promise<Registered> {
  const query = { with_localizations: 'true' };
  const registered = (await api({
    method: 'GET',
    path,
    query,
    authorized: true,
  })) as readonly RegisteredCommand[];
  const done = { created: 0, updated: 0, deleted: 0 };
  // One after the other: Discord counts changes, and a refused one must not leave others half-way.
  for (const change of changes(wanted, registered)) {
    if (change.do === 'create') {
      await api({ method: 'POST', path, body: change.command, authorized: true });
      done.created += 1;
    } else if (change.do === 'update') {
      const body = updateBody(change.command);
      await api({ method: 'PATCH', path: `${path}/${change.id}`, body, authorized: true });
      done.updated += 1;
    } else {
      await api({ method: 'DELETE', path: `${path}/${change.id}`, authorized: true });
      done.deleted += 1;
    }
  }
  return done;
}

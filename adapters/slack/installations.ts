/**
 * Installations in many workspaces, kept in the state port: a file now, a database later. Only this file knows how they
 * are stored; removing the app from a workspace removes its tokens.
 */
import type { State } from '../../src/state/state.ts';

/** What identifies an installation, as Slack's OAuth library asks for it. */
export interface InstallationQuery {
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** The part of an installation that its key is made of; the rest is kept as it is. */
interface Installed {
  readonly team?: { readonly id: string } | undefined;
  readonly enterprise?: { readonly id: string } | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

const PREFIX = 'installation:slack:';

export function createInstallations<Installation extends Installed>(state: State) {
  return {
    async store(installation: Installation): Promise<void> {
      const key = keyOf({
        teamId: installation.team?.id,
        enterpriseId: installation.enterprise?.id,
        isEnterpriseInstall: installation.isEnterpriseInstall === true,
      });
      if (key === undefined) throw new Error('Slack sent an installation without a workspace');
      await state.set(key, installation);
    },

    /** Rejects where there is none: an organization's installation serves its workspaces too. */
    async fetch(query: InstallationQuery): Promise<Installation> {
      for (const key of [keyOf(query), keyOf({ ...query, isEnterpriseInstall: true })]) {
        const found = key === undefined ? undefined : await state.get<Installation>(key);
        if (found !== undefined) return found;
      }
      throw new NotInstalled();
    },

    async remove(query: InstallationQuery): Promise<void> {
      const key = keyOf(query);
      if (key !== undefined) await state.delete(key);
    },
  };
}

export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
  constructor() {
    super('the app is not installed in this workspace');
  }
}

function keyOf({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery): string | undefined {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  return id === undefined || id === '' ? undefined : `${PREFIX}${id}`;
}

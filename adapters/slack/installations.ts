/**
 * Installations in many workspaces. Only this file knows under which key they are kept; removing the app from a workspace
 * removes its tokens.
 */
import type { Installations } from '../../src/store/installations.ts';

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

export function createInstallations<Installation extends Installed>(kept: Installations) {
  return {
    async store(installation: Installation): Promise<void> {
      const key = keyOf({
        teamId: installation.team?.id,
        enterpriseId: installation.enterprise?.id,
        isEnterpriseInstall: installation.isEnterpriseInstall === true,
      });
      if (key === undefined) throw new Error('Slack sent an installation without a workspace');
      await kept.put(key, installation);
    },

    /** Rejects where there is none: an organization's installation serves its workspaces too. */
    async fetch(query: InstallationQuery): Promise<Installation> {
      for (const key of [keyOf(query), keyOf({ ...query, isEnterpriseInstall: true })]) {
        const found = key === undefined ? undefined : await kept.get<Installation>(key);
        if (found !== undefined) return found;
      }
      throw new NotInstalled();
    },

    async remove(query: InstallationQuery): Promise<void> {
      const key = keyOf(query);
      if (key !== undefined) await kept.remove(key);
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
  return id === undefined || id === '' ? undefined : id;
}

/**
 * Installations in many workspaces. Only this file knows under which key they are kept; removing the app from a workspace
 * removes its tokens.
 */
import type { Installations } from '../../src/store/installations.ts';
import type { Notes } from '../../src/store/notes.ts';

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

/** Before the id of a workspace, in notes: the organization whose installation serves it. */
const ORGANIZATION = 'organization:';

export function createInstallations<Installation extends Installed>(kept: Installations, notes: Notes) {
  const known = new Map<string, string>();

  /** A guest's click names the workspace of the bot, but not its organization: what other requests tell of it is kept. */
  async function rememberOrganization({ teamId, enterpriseId }: InstallationQuery): Promise<void> {
    if (!teamId || !enterpriseId || known.get(teamId) === enterpriseId) return;
    await notes.put(ORGANIZATION + teamId, enterpriseId);
    known.set(teamId, enterpriseId);
  }

  async function organizationOf({ teamId, enterpriseId }: InstallationQuery): Promise<string | undefined> {
    if (enterpriseId || !teamId) return enterpriseId;
    return known.get(teamId) ?? (await notes.get<string>(ORGANIZATION + teamId));
  }

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
      const own = keyOf(query);
      const found = own === undefined ? undefined : await kept.get<Installation>(own);
      if (found !== undefined && !query.isEnterpriseInstall) return found;
      const shared = keyOf({
        ...query,
        enterpriseId: await organizationOf(query),
        isEnterpriseInstall: true,
      });
      const ofAll = found ?? (shared === undefined ? undefined : await kept.get<Installation>(shared));
      if (ofAll === undefined) throw new NotInstalled();
      await rememberOrganization(query);
      return ofAll;
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

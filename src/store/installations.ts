/** Workspaces that the app was added to, each with what its platform gave for it: tokens, above all. */
import type { Database } from './database.ts';
import { toJson } from './json.ts';
import type { Sealer } from './sealing.ts';

/** Those of one platform. */
export interface Installations {
  get<T>(workspace: string): Promise<T | undefined>;
  put(workspace: string, value: unknown): Promise<void>;
  /** When it resolves, its tokens are gone from the disk as well. */
  remove(workspace: string): Promise<void>;
  /** All workspaces, in order. */
  workspaces(): Promise<readonly string[]>;
}

export function createInstallations(
  { run, scrub }: Database,
  sealer: Sealer,
  platform: string,
): Installations {
  return {
    async get<T>(workspace: string): Promise<T | undefined> {
      const row = await run((statements) =>
        statements
          .selectFrom('installations')
          .select('value')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .executeTakeFirst(),
      );
      return row === undefined
        ? undefined
        : (JSON.parse(sealer.open(row.value, placeOf(platform, workspace))) as T);
    },

    async put(workspace, installation) {
      const value = sealer.seal(toJson(installation), placeOf(platform, workspace));
      await run((statements) =>
        statements
          .insertInto('installations')
          .values({ platform, workspace, value })
          .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doUpdateSet({ value }))
          .execute(),
      );
    },

    async remove(workspace) {
      await run((statements) =>
        statements
          .deleteFrom('installations')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .execute(),
      );
      await scrub();
    },

    async workspaces() {
      const rows = await run((statements) =>
        statements
          .selectFrom('installations')
          .select('workspace')
          .where('platform', '=', platform)
          .orderBy('workspace')
          .execute(),
      );
      return rows.map(({ workspace }) => workspace);
    },
  };
}

/**
 * Seals what was sealed with an older key, or with none, by the one that counts now.
 * @throws where one of them cannot be opened
 */
export async function sealAnew({ run }: Database, sealer: Sealer): Promise<void> {
  const rows = await run((statements) => statements.selectFrom('installations').selectAll().execute());
  for (const { platform, workspace, value } of rows) {
    if (sealer.isCurrent(value)) continue;
    const place = placeOf(platform, workspace);
    const sealed = sealer.seal(sealer.open(value, place), place);
    await run((statements) =>
      statements
        .updateTable('installations')
        .set({ value: sealed })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        // Whoever installs the app at this moment knows better.
        .where('value', '=', value)
        .execute(),
    );
  }
}

const placeOf = (platform: string, workspace: string) => `installation ${platform} ${workspace}`;

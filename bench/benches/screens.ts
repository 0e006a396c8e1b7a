/** What part of a screen is the answer: the share of its visible characters, its height, and what can be pressed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discord } from '../../adapters/discord/adapter.ts';
import { slack } from '../../adapters/slack/adapter.ts';
import { teams } from '../../adapters/teams/adapter.ts';
import { web } from '../../adapters/web/adapter.ts';
import { toText } from '../../src/answer/text.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import { loadShipped, ROOT } from '../data/shipped.ts';
import {
  heightOf,
  type Seen,
  seenInDiscord,
  seenInPage,
  seenInSlack,
  seenInTeams,
  seenInTerminal,
  shareOf,
} from '../measure/visible.ts';

/** A line, and which strings of a screen are its answer; all else that is visible is not. */
interface Screen {
  readonly line: string;
  readonly kind: 'single' | 'list';
  readonly answer: readonly string[];
}

const PLATFORMS = ['slack', 'discord', 'teams', 'web', 'terminal'] as const;
type Platform = (typeof PLATFORMS)[number];

interface Measured {
  readonly share: number;
  readonly height: number;
  readonly blocks: number;
  readonly presses: number;
}

export interface ScreensData {
  readonly rows: readonly {
    readonly line: string;
    readonly kind: Screen['kind'];
    readonly on: Readonly<Record<Platform, Measured>>;
  }[];
}

export async function measureScreens(): Promise<ScreensData> {
  const screens = JSON.parse(
    readFileSync(join(ROOT, 'bench', 'data', 'screens.json'), 'utf8'),
  ) as readonly Screen[];
  const archive = openArchive(await loadShipped());
  const engine = createEngine(() => archive);
  const rows: ScreensData['rows'][number][] = [];
  for (const { line, kind, answer } of screens) {
    const reply = await engine.answer({ text: line });
    const asking = line.startsWith('/') ? 'command' : 'mention';
    const measured = (seen: Seen): Measured => ({
      share: shareOf(seen, answer),
      height: heightOf(seen),
      blocks: seen.blocks,
      presses: seen.presses,
    });
    rows.push({
      line,
      kind,
      on: {
        slack: measured(seenInSlack(slack.preview.draw(reply, asking).payload)),
        discord: measured(seenInDiscord(discord.preview.draw(reply, asking).payload)),
        teams: measured(seenInTeams(teams.preview.draw(reply, asking).payload)),
        web: measured(seenInPage(web.preview.draw(reply, asking).payload)),
        terminal: measured(seenInTerminal(toText(reply))),
      },
    });
  }
  return { rows };
}

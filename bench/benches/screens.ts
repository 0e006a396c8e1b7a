/** What part of a screen is the answer: the share of its visible characters, its height, and what can be pressed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discord } from '../../adapters/discord/adapter.ts';
import { slack } from '../../adapters/slack/adapter.ts';
import { teams } from '../../adapters/teams/adapter.ts';
import { web } from '../../adapters/web/adapter.ts';
import { type TextOptions, toText } from '../../src/answer/text.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import { loadShipped, ROOT } from '../data/shipped.ts';
import { mean } from '../measure/statistics.ts';
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
import { formatShare, type Table } from '../table.ts';

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

/** A terminal that shows places as links; in one that does not, addresses stand below the answer. */
const LINKED: NonNullable<TextOptions['style']> = {
  mark: (text) => text,
  heading: (text) => text,
  aside: (text) => text,
  link: (text) => text,
};

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
        terminal: measured(seenInTerminal(toText(reply, { style: LINKED }))),
      },
    });
  }
  return { rows };
}

/** The mean share of each platform's screens that is the answer, of single answers and of lists. */
export function sharesOf(
  data: ScreensData | undefined,
): { readonly kind: Screen['kind']; readonly platform: Platform; readonly share: number }[] {
  if (data === undefined) return [];
  return (['single', 'list'] as const).flatMap((kind) =>
    PLATFORMS.map((platform) => ({
      kind,
      platform,
      share: mean(data.rows.filter((row) => row.kind === kind).map(({ on }) => on[platform].share)),
    })),
  );
}

export function screensTables({ rows }: ScreensData): Table[] {
  const perPlatform = (value: (measured: Measured) => string) =>
    rows.map(({ line, kind, on }) => [line, kind, ...PLATFORMS.map((platform) => value(on[platform]))]);
  return [
    {
      id: 'screens-share',
      title: 'Share of the visible characters that is the answer',
      columns: ['line', 'kind', ...PLATFORMS],
      rows: perPlatform(({ share }) => formatShare(share)),
    },
    {
      id: 'screens-height',
      title: 'Lines of text, and what can be pressed',
      columns: ['line', 'kind', ...PLATFORMS],
      rows: perPlatform(({ height, presses }) => `${height}, ${presses}`),
    },
  ];
}

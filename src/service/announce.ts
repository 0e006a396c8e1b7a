/** What the start says on standard output: what is connected, what is not and how to connect it, or what is wrong. */

import type { ConfigurationProblem, Status } from '../contract/adapter.ts';
import type { Overview } from '../engine.ts';
import { plural } from '../locales/en/plural.ts';
import { linkWith } from './access.ts';

/** A platform's line: connected or trying, or off with a hint. */
export interface Row {
  readonly title: string;
  readonly status?: Status;
  /** How to connect it, where it is off. */
  readonly hint?: string;
}

/** The page's line: where it is, and what it wants to be shown. */
export interface PageRow {
  readonly status: Status;
  readonly address: string;
  /** The token as it may be shown here: the text itself, that it is `ADMIN_TOKEN`'s, or nothing because nobody can know it. */
  readonly token?: { readonly shown: string } | 'set' | 'unknown';
}

interface Announcement {
  readonly version: string;
  readonly overview: Overview;
  readonly page: PageRow;
  readonly rows: readonly Row[];
  /** Where the store is; absent where it is in memory. */
  readonly storePlace?: string;
  /** What is wrong with the state; absent where nothing is. */
  readonly stateTrouble?: string;
}

const MARKS = { ready: '✓', starting: '…', degraded: '!', stopped: '–' } as const;

/** The lines of a start that worked, without a line feed at the end. */
export function announce({ version, overview, page, rows, storePlace, stateTrouble }: Announcement): string {
  const { counts, revision } = overview;
  const parts = [
    plural(counts.sessions, 'event', 'events'),
    plural(counts.people, 'person', 'people'),
    plural(counts.contributions, 'contribution', 'contributions'),
  ];
  const width = Math.max('State'.length, ...rows.map(({ title }) => title.length));
  const line = (mark: string, title: string, text: string) => `  ${mark} ${title.padEnd(width)}  ${text}`;
  const state =
    storePlace ??
    'in memory: threads and answered deliveries are forgotten at a restart. Set STATE_DIR or DATABASE_URL to keep them.';
  return [
    `Rapporteur ${version}: ${parts.join(', ')} (revision ${revision})`,
    printPage(page, line),
    ...rows.map(({ title, status, hint }) =>
      status === undefined
        ? line('–', title, `not connected. ${asSentence(hint ?? '')}`.trimEnd())
        : line(MARKS[status.state], title, status.detail),
    ),
    line(
      stateTrouble !== undefined ? '!' : storePlace === undefined ? '–' : '✓',
      'State',
      stateTrouble ?? state,
    ),
    'Ctrl+C ends it.',
  ].join('\n');
}

function printPage(
  { status, address, token }: PageRow,
  line: (mark: string, title: string, text: string) => string,
): string {
  if (status.state !== 'ready') return line(MARKS[status.state], 'Page', status.detail);
  if (token === undefined) return line('✓', 'Page', address);
  if (token === 'set') return line('✓', 'Page', `${address} (add /?token= and the value of ADMIN_TOKEN)`);
  if (token === 'unknown')
    return line('–', 'Page', `closed: ${address} wants a token. Set ADMIN_TOKEN to have one that you know.`);
  return line('✓', 'Page', linkWith(token.shown, address));
}

function asSentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return text === '' || text.endsWith('.') ? whole : `${whole}.`;
}

/** All problems at once: the variables, what is wrong, what would be right. */
export function printProblems(
  problems: readonly (ConfigurationProblem & { readonly part: string })[],
): string {
  const count = plural(problems.length, 'problem');
  const lines = problems.map(({ part, variables, message, remedy }) => {
    const names = variables.length === 0 ? part : variables.join(', ');
    return `  ${names}: ${message}\n    → ${remedy}`;
  });
  return [
    `Rapporteur was not started: ${count} in its configuration.`,
    ...lines,
    'Every variable is explained in .env.example.',
  ].join('\n');
}

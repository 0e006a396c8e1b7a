/** What the start says on standard output: what is connected, what is not and how to connect it, or what is wrong. */

import type { ConfigurationProblem, Status } from '../contract/adapter.ts';
import type { Overview } from '../engine.ts';
import { plural } from '../locales/en/plural.ts';

/** A platform's line: connected or trying, or off with a hint. */
export interface Row {
  readonly title: string;
  readonly status?: Status;
  /** How to connect it, where it is off. */
  readonly hint?: string;
}

interface Announcement {
  readonly version: string;
  readonly overview: Overview;
  readonly page: string;
  readonly rows: readonly Row[];
  readonly stateFolder?: string;
}

const MARKS = { ready: '✓', starting: '…', degraded: '!', stopped: '–' } as const;

/** The lines of a start that worked, without a line feed at the end. */
export function announce({ version, overview, page, rows, stateFolder }: Announcement): string {
  const { counts, events, revision } = overview;
  const parts = [
    plural(events.length, 'event', 'events'),
    plural(counts.people, 'person', 'people'),
    plural(counts.contributions, 'contribution', 'contributions'),
  ];
  const width = Math.max('State'.length, ...rows.map(({ title }) => title.length));
  const line = (mark: string, title: string, text: string) => `  ${mark} ${title.padEnd(width)}  ${text}`;
  const state =
    stateFolder ??
    'in memory: threads and answered deliveries are forgotten at a restart. Set STATE_DIR to keep them.';
  return [
    `Rapporteur ${version}: ${parts.join(', ')} (revision ${revision})`,
    line('✓', 'Page', page),
    ...rows.map(({ title, status, hint }) =>
      status === undefined
        ? line('–', title, `not connected. ${asSentence(hint ?? '')}`.trimEnd())
        : line(MARKS[status.state], title, status.detail),
    ),
    line(stateFolder === undefined ? '–' : '✓', 'State', state),
    'Ctrl+C ends it.',
  ].join('\n');
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

/** How a screen stands beside a table that is drawn. */
import type { Table } from './answer.ts';
import type { Shown } from './shown.ts';

/** What of a screen is left to say beside its table, for platforms that draw it. Facts that are links stay: the table has none of them. */
export function besideTable(screen: Shown, table: Table | undefined): Shown {
  switch (table?.tells) {
    case 'lead':
      return { ...screen, lead: '' };
    case 'items':
      return { ...screen, runs: [] };
    case 'facts':
      return {
        ...screen,
        runs: screen.runs.map((run) => ({
          ...run,
          items: run.items.map((one) => ({
            ...one,
            facts: one.facts.filter(({ url }) => url !== undefined),
          })),
        })),
      };
    default:
      return screen;
  }
}

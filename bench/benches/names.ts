/** Who is found by a name got wrong, and who is made up for somebody absent. */
import { ERROR_CLASSES } from '../data/misspell.ts';
import { isolate } from '../isolate.ts';
import { formatBytes, formatShare, formatTime, type Table } from '../table.ts';
import type { NamesResult } from './names-size.ts';

export interface NamesData {
  readonly sizes: readonly NamesResult[];
}

const SIZES = [1_000, 50_000];

/** @param file a JSON list of real names that is measured as well. */
export async function measureAllNames(file: string | undefined, isFull: boolean): Promise<NamesData> {
  const sizes: NamesResult[] = [];
  if (file !== undefined) sizes.push(await isolate<NamesResult>({ name: 'names', people: 0, file, isFull }));
  for (const people of SIZES) sizes.push(await isolate<NamesResult>({ name: 'names', people, isFull }));
  return { sizes };
}

export function namesTables({ sizes }: NamesData): Table[] {
  return sizes.map(({ people, origin, rows }) => ({
    id: `names-${origin}-${people}`,
    title: `Names: ${people.toLocaleString('en')} people, ${origin === 'generated' ? 'generated' : 'real names from a file'}`,
    columns: [
      'engine',
      'right at rank 1',
      ...ERROR_CLASSES,
      'wrong for absent',
      'p50',
      'p99',
      'build',
      'memory',
      'asked',
    ],
    rows: rows.map((row) => [
      row.engine,
      formatShare(row.success),
      ...ERROR_CLASSES.map((error) => formatShare(row.classes[error] ?? Number.NaN)),
      formatShare(row.wrong),
      formatTime(row.times.p50),
      formatTime(row.times.p99),
      formatTime(row.buildSeconds * 1_000),
      formatBytes(row.bytes),
      `${row.asked} + ${row.absent}`,
    ]),
  }));
}

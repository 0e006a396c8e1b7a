/** A table, as text for the terminal and as Markdown for the docs. */
export interface Table {
  /** By which the docs say where it stands: `relevance-cranfield`. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What one must know to read it. */
  readonly notes?: readonly string[];
}

/** Columns after the first are set right, as figures are. */
export function toText({ title, columns, rows, notes = [] }: Table): string {
  const lines = [columns, ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? '')].length)),
  );
  const pad = (cell: string, column: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
    return column === 0 ? cell + space : space + cell;
  };
  const row = (line: readonly string[]): string =>
    columns
      .map((_, column) => pad(line[column] ?? '', column))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [title, '', row(columns), rule, ...rows.map(row), ...notes.map((note) => `  ${note}`), ''].join(
    '\n',
  );
}

export function toMarkdown({ title, columns, rows, notes = [] }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = columns.map((_, column) => (column === 0 ? '---' : '--:'));
  return [
    `**${title}**`,
    '',
    line(columns),
    line(rule),
    ...rows.map((cells) => line(columns.map((_, column) => cells[column] ?? ''))),
    ...notes.flatMap((note) => ['', note]),
  ].join('\n');
}

/** Milliseconds with three digits, microseconds where that is shorter to read. */
export function formatTime(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '–';
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toPrecision(3)} s`;
  return milliseconds < 0.1
    ? `${(milliseconds * 1_000).toPrecision(3)} µs`
    : `${milliseconds.toPrecision(3)} ms`;
}

export function formatBytes(bytes: number): string {
  // Less than nothing is no figure.
  if (!(bytes >= 0)) return '–';
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

export const formatRatio = (ratio: number): string =>
  Number.isFinite(ratio) ? `${ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0)} ×` : '–';
export const formatShare = (share: number): string =>
  Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`;
/** Scores from 0 to 1, as literature prints them: `.325`. */
export const formatScore = (score: number): string => score.toFixed(3).replace(/^0/, '');

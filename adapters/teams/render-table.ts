/** A table of an answer as a Table of cards 1.5. Pure. Clients that know none are shown a line for each row. */
import type { Answer, Cell, Table } from '../../src/answer/answer.ts';
import { itemNumbers } from '../../src/answer/numbering.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import {
  type Element,
  isolatedRun,
  type Press,
  paragraph,
  run,
  type TableCell,
  type TextRun,
} from './card.ts';
import { select } from './card-buttons.ts';
import type { Budget, RenderOptions } from './render-options.ts';
import type { Says } from './says.ts';
import { oneLine } from './text.ts';

/** What a table is drawn with. */
interface Drawing {
  readonly budget: Budget;
  readonly place: Pick<RenderOptions, 'still' | 'private' | 'dialog'>;
  readonly says: Says;
}

/** The table that the card draws; undefined where there is none, or none so large: what it tells stands in lead and items. */
export function drawnTable({ table }: Answer, { rows, columns }: Budget): Table | undefined {
  const fits = table !== undefined && table.rows.length <= rows && table.columns.length <= columns;
  return fits ? table : undefined;
}

/** @param answer whose items the rows tell, where they do: a press on a row's name opens its item */
export function renderTable(table: Table, answer: Answer, drawing: Drawing): Element {
  const { grid, numeric, opens } = laidOut(table, answer, drawing);
  const [head = [], ...rows] = grid;
  const widths = numeric.map((_numeric, place) => widthOf(grid.map((row) => row[place]?.text ?? '')));
  const few = numeric.length <= FEW_COLUMNS;
  return {
    type: 'Table',
    columns: numeric.map((isNumeric, place) => ({
      width: widths[place] ?? NARROWEST,
      ...(isNumeric ? { horizontalCellContentAlignment: 'Right' as const } : {}),
    })),
    firstRowAsHeaders: true,
    showGridLines: few,
    rows: [head, ...rows].map((row, line) => ({
      type: 'TableRow' as const,
      ...(line === 0 && !few ? { style: 'emphasis' as const } : {}),
      cells: row.map((cell, place) => {
        const look = {
          ...(few ? {} : { size: 'Small' as const }),
          ...(line === 0 || (few && place === 0) ? { weight: 'Bolder' as const } : {}),
        };
        return cellOf(cell, look, opens[line]?.[place], drawing);
      }),
    })),
    spacing: 'Medium',
    fallback: { type: 'Container', items: linesOf(grid, drawing), spacing: 'Medium' },
  };
}

/** Beyond these, letters are small and no lines stand between them, which take more room than a phone has. */
const FEW_COLUMNS = 3;

/** Weights of columns: characters of their longest text, within bounds. */
const NARROWEST = 12;
const WIDEST = 24;

const widthOf = (texts: readonly string[]): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...texts.map(({ length }) => length)));

interface LaidOut {
  /** The head first; the name of each row first. */
  readonly grid: readonly (readonly Cell[])[];
  /** Whether a column holds numbers alone. */
  readonly numeric: readonly boolean[];
  /** What a press on a cell opens. */
  readonly opens: readonly (readonly (Press | undefined)[])[];
}

/**
 * The name of each row first, with its item's number before it in the place of a column. A table that is wider than it is long
 * is turned: screens are narrow, and conversations are scrolled down.
 */
function laidOut(table: Table, answer: Answer, { place, says }: Drawing): LaidOut {
  const { columns, rows, header } = table;
  const told = table.tells === 'items' && rows.length === answer.items.length ? answer.items : [];
  const numbers = told.length === 0 ? [] : itemNumbers(answer);
  const counting = columns.findIndex((_column, at) =>
    rows.every((row, line) => numbers[line] !== undefined && row[at]?.number === numbers[line]),
  );
  const order = [header, ...columns.keys()].filter(
    (at, index) => at !== counting && (index === 0 || at !== header),
  );
  const named = (cell: Cell, line: number): Cell =>
    counting < 0 ? cell : { ...cell, text: `${numbers[line]}. ${cell.text}` };
  const grid: readonly (readonly Cell[])[] = [
    order.map((at) => ({ text: columns[at]?.label ?? '' })),
    ...rows.map((row, line) =>
      order.map((at) => {
        const cell = row[at] ?? { text: '' };
        return at === header ? named(cell, line) : cell;
      }),
    ),
  ];
  const opens = grid.map((row, line) =>
    row.map((_cell, at): Press | undefined => {
      const item = at === 0 ? told[line - 1] : undefined;
      if (item === undefined || place.still === true || item.line === '') return undefined;
      const name = oneLine(rows[line - 1]?.[header]?.text ?? '');
      const from = answer.line === '' ? {} : { from: answer.line };
      return select(cut(says.own.openItem(name), 100), { line: item.line, ...from }, place);
    }),
  );
  if (rows.length + 1 >= order.length)
    return { grid, opens, numeric: order.map((at) => columns[at]?.numeric === true) };
  const turned = turn(grid);
  return {
    grid: turned,
    opens: turn(opens),
    numeric: turn(turned.slice(1)).map((column) => column.every(({ number }) => number !== undefined)),
  };
}

const turn = <T>(grid: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (grid[0] ?? []).map((_cell, column) => grid.map((row) => row[column] as T));

/** A place where nothing is told. */
const NONE = '–';

function cellOf(
  cell: Cell,
  look: Pick<TextRun, 'size' | 'weight'>,
  opens: Press | undefined,
  { budget }: Drawing,
): TableCell {
  const link = isLinkable(cell.url, budget.url)
    ? { selectAction: { type: 'Action.OpenUrl', url: cell.url } as const }
    : {};
  const chevron: readonly TextRun[] =
    opens === undefined ? [] : [run('\u00a0›', { ...look, color: 'Accent', weight: 'Bolder' })];
  const told = paragraph([isolatedRun(textOf(cell, budget), { ...look, ...link }), ...chevron]);
  return {
    type: 'TableCell',
    items: [told ?? { type: 'RichTextBlock', inlines: [run(NONE, look)] }],
    ...(opens === undefined ? {} : { selectAction: opens }),
  };
}

const textOf = ({ text }: Cell, { fact }: Budget): string => cut(oneLine(text), fact) || NONE;

/** A line for each row: its name, then each value after what its column says. */
function linesOf([head = [], ...rows]: LaidOut['grid'], { budget }: Drawing): readonly Element[] {
  return rows.flatMap(([name, ...values]) => {
    const told = values.flatMap((cell, place) =>
      cell.text === '' ? [] : `${textOf(head[place + 1] ?? cell, budget)}: ${textOf(cell, budget)}`,
    );
    return (
      paragraph([
        run(name === undefined ? '' : textOf(name, budget), { weight: 'Bolder' }),
        run(` · ${told.join(' · ')}`),
      ]) ?? []
    );
  });
}

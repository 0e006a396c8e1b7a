/** A table of an Answer as a block that Slack sorts and filters. Pure. */
import type { Cell, Table } from '../../src/answer/answer.ts';
import { cut } from '../../src/kit/cut.ts';
import { type Block, bytes, type DataTableBlock, linkRun, richText } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { oneLine } from './text.ts';

/** What a table may take of a message: the rest is for what stands around it. */
const TABLE_BYTES = 6_000;
const CELL = 240;
/** Rows that are seen at once. */
const ROWS = 10;
/** What an empty cell shows: Slack wants a character at least. */
const EMPTY = '–';

type TableCell = DataTableBlock['rows'][number][number];

/** The block; undefined where Slack would not take it, or where it would crowd out the rest. @param caption what it is of */
export function renderTable({ columns, rows, header }: Table, caption: string): DataTableBlock | undefined {
  if (columns.length > LIMITS.tableColumns.value || rows.length >= LIMITS.tableRows.value) return undefined;
  const block: DataTableBlock = {
    type: 'data_table',
    caption: cut(oneLine(caption), LIMITS.headerText.value) || EMPTY,
    rows: [
      columns.map(({ label }) => raw(label)),
      ...rows.map((row) => row.map((cell, place) => cellOf(cell, columns[place]?.numeric === true))),
    ],
    page_size: Math.min(rows.length, ROWS),
    row_header_column_index: header,
  };
  // Characters of cells are fewer than the bytes of all.
  return bytes(block) > Math.min(TABLE_BYTES, LIMITS.tableCharacters.value) ? undefined : block;
}

const shown = (text: string): string => cut(oneLine(text), CELL) || EMPTY;
const raw = (text: string): TableCell => ({ type: 'raw_text', text: shown(text) });

function cellOf({ text, number, url }: Cell, numeric: boolean): TableCell {
  if (numeric && number !== undefined) return { type: 'raw_number', value: number, text: shown(text) };
  const [linked] = url === undefined ? [] : richText(linkRun(shown(text), url));
  return isRichText(linked) ? linked : raw(text);
}

const isRichText = (block: Block | undefined): block is Extract<Block, { type: 'rich_text' }> =>
  block?.type === 'rich_text';

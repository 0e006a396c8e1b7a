/** Tables: drawn where Slack takes them, in words where it does not, and nothing is said twice. */
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../adapters/slack/limits.ts';
import { type Audience, renderMessage, renderModal } from '../../../adapters/slack/render.ts';
import { renderTable } from '../../../adapters/slack/render-table.ts';
import type { Answer, Table } from '../../../src/answer/answer.ts';
import { answer, answerWith, item, source } from '../../support/answers.ts';
import { validateMessage, validateView } from './validator.ts';
import { buttonsOf, visibleText } from './visible.ts';

const TABLE: Table = {
  columns: [
    { label: 'Country', numeric: false },
    { label: 'Points', numeric: true },
    { label: 'Where', numeric: false },
  ],
  rows: [
    [{ text: 'Japan' }, { text: '1,086', number: 1086 }, { text: '¶4', url: 'https://archive.example/4' }],
    [{ text: 'India' }, { text: '25', number: 25 }, { text: '' }],
  ],
  header: 0,
};

const draw = (value: Answer, audience: Audience = 'public') => {
  const message = renderMessage(value, { audience });
  validateMessage(message);
  return { ...message, visible: visibleText(message.blocks) };
};

const tableIn = ({ blocks }: ReturnType<typeof draw>) => blocks.find(({ type }) => type === 'data_table');

describe('a table', () => {
  test('has its header first, numbers that sort, links, and a dash for nothing', () => {
    expect(tableIn(draw(answer({ table: TABLE })))).toEqual({
      type: 'data_table',
      caption: 'Recommendations about skills',
      rows: [
        [
          { type: 'raw_text', text: 'Country' },
          { type: 'raw_text', text: 'Points' },
          { type: 'raw_text', text: 'Where' },
        ],
        [
          { type: 'raw_text', text: 'Japan' },
          { type: 'raw_number', value: 1086, text: '1,086' },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [{ type: 'link', url: 'https://archive.example/4', text: '¶4' }],
              },
            ],
          },
        ],
        [
          { type: 'raw_text', text: 'India' },
          { type: 'raw_number', value: 25, text: '25' },
          { type: 'raw_text', text: '–' },
        ],
      ],
      page_size: 2,
      row_header_column_index: 0,
    });
  });

  test('takes the place of what it tells: the lead, the facts, the items', () => {
    const value = answer({
      lead: 'Japan: 1,086 points.',
      items: [
        item({
          facts: [
            { label: 'Place', value: 'online' },
            { label: 'Slides', value: 'the slides', url: 'https://archive.example/slides' },
          ],
        }),
      ],
    });
    const lead = draw({ ...value, table: { ...TABLE, tells: 'lead' } });
    expect(lead.visible).not.toContain('Japan: 1,086 points.');
    expect(lead.text).toContain('Japan: 1,086 points.');
    const facts = draw({ ...value, table: { ...TABLE, tells: 'facts' } });
    expect(facts.visible).not.toContain('online');
    expect(facts.visible).toContain('the slides');
    const items = draw({ ...answerWith(2), table: { ...TABLE, tells: 'items' } });
    expect(items.visible).not.toContain('Item number 1');
    expect(items.text).toContain('Item number 2');
    expect(buttonsOf(items.blocks).map(({ label }) => label)).toContain('1. Item number 1');
  });

  test('is told in words in a window, which takes none', () => {
    const view = renderModal(answer({ lead: 'Two sides.', table: { ...TABLE, tells: 'lead' } }));
    validateView(view);
    expect(visibleText(view.blocks)).toContain('Two sides.');
    expect(view.blocks.some(({ type }) => type === 'data_table')).toBe(false);
  });

  test('that is too wide, too long or too full is told in words', () => {
    const cells = (count: number, text = 'x') => Array.from({ length: count }, () => ({ text }));
    const columns = (count: number) => Array.from({ length: count }, () => ({ label: 'x', numeric: false }));
    const made = (wide: number, long: number, text?: string): Table => ({
      columns: columns(wide),
      rows: Array.from({ length: long }, () => cells(wide, text)),
      header: 0,
    });
    expect(renderTable(made(LIMITS.tableColumns.value, 2), 'x')).toBeDefined();
    expect(renderTable(made(LIMITS.tableColumns.value + 1, 2), 'x')).toBeUndefined();
    expect(renderTable(made(1, LIMITS.tableRows.value - 1), 'x')).toBeDefined();
    expect(renderTable(made(1, LIMITS.tableRows.value), 'x')).toBeUndefined();
    expect(renderTable(made(5, 40, 'y'.repeat(200)), 'x')).toBeUndefined();
    const full = draw({
      ...answer({ lead: 'In words.' }),
      table: { ...made(5, 40, 'y'.repeat(200)), tells: 'lead' },
    });
    expect(full.visible).toContain('In words.');
  });

  test('of hostile words stays within the message', () => {
    const text = `<!channel> *x* \u202e${'👩‍👩‍👧‍👦'.repeat(100)}`;
    const hostile = answer({
      title: text,
      sources: [source({})],
      table: { ...TABLE, rows: TABLE.rows.map((row) => row.map((cell) => ({ ...cell, text }))) },
    });
    expect(draw(hostile).visible).not.toContain('\u202e');
  });
});

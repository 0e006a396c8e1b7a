/**
 * Lines that buttons need and nobody reads, in the custom_ids of the message's menus. What is chosen comes as a value, so a
 * menu's own custom_id is free; Discord sends it back with every click and every reply.
 * Form: NAME : LENGTHS ; TEXT . over all menus in turn, for example `items:26,0;sessions topic:skills like:.` and `more:skills.`;
 * the full stop keeps blanks at the end of a piece.
 */
import { boundary } from '../../src/kit/cut.ts';
import { LIMITS } from './limits.ts';
import type { Row, Select } from './payloads.ts';

const PIECE = /^(?:items|more):([\s\S]*)\.$/;

const menuOf = ({ components: [first] }: Row): Select | undefined => (first?.type === 3 ? first : undefined);

/** The rows with `lines` in the custom_ids of their menus; undefined where the menus have no room for all of them. */
export function holdLines(rows: readonly Row[], lines: readonly string[]): readonly Row[] | undefined {
  let left = `${lines.map(({ length }) => length).join(',')};${lines.join('')}`;
  const held = rows.map((row): Row => {
    const menu = menuOf(row);
    if (menu === undefined || left === '') return row;
    const room = LIMITS.customId.value - menu.custom_id.length - 2;
    const piece = left.slice(0, boundary(left, room));
    left = left.slice(piece.length);
    return { type: 1, components: [{ ...menu, custom_id: `${menu.custom_id}:${piece}.` }] };
  });
  return left === '' ? held : undefined;
}

/** The lines that the menus of a message hold; none where it holds none, or not all of their text. */
export function heldLines(components: readonly unknown[]): readonly string[] {
  const [, lengths = '', text = ''] = /^([\d,]+);([\s\S]*)$/.exec(pieces(components)) ?? [];
  const lines: string[] = [];
  let at = 0;
  for (const length of lengths.split(',').map(Number)) {
    lines.push(text.slice(at, at + length));
    at += length;
  }
  return lengths !== '' && at === text.length ? lines : [];
}

function pieces(components: readonly unknown[]): string {
  return components
    .map((component) => {
      if (typeof component !== 'object' || component === null) return '';
      const { type, custom_id: id, components: inner } = component as Readonly<Record<string, unknown>>;
      if (type === 3 && typeof id === 'string') return PIECE.exec(id)?.[1] ?? '';
      return Array.isArray(inner) ? pieces(inner) : '';
    })
    .join('');
}

/**
 * The menu behind "…": what is not pressed often. Its options are too short to hold a line, so the line of the answer
 * stands in the id of the row, and an option says what to do with it.
 */
import { cut } from '../../src/kit/cut.ts';
import { type Option, type Overflow, plain } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { oneLine } from './text.ts';

const ACTION = 'more';
/** What leads to the archive's pages: the person's browser does what there is to do. */
export const ARCHIVE = 'archive';
/** Before the line in the id of a row. */
const ROW = 'line:';
/** Before what an option does; any other value is a line by itself. */
const DO = 'do:';

/** What an option does with the line of the answer that it stands under. */
export type Deed = 'refine' | 'share' | 'helpful' | 'unhelpful';

/** The id of the row under an answer; undefined where it cannot hold the line. */
export function rowId(line: string): string | undefined {
  const id = `${ROW}${line}`;
  return id.length <= LIMITS.blockId.value ? id : undefined;
}

/** An option that does something; a verdict tells the revision that it is on. */
export function deedOption(label: string, deed: Deed, revision = ''): Option {
  const value = [DO + deed, oneLine(revision)].filter((part) => part !== '').join(' ');
  return { text: plain(label, LIMITS.optionText.value), value: cut(value, LIMITS.optionValue.value) };
}

/** An option that asks a line of its own; none where the line is too long for one. */
export function lineOption(label: string, line: string): readonly Option[] {
  const text = oneLine(label) || line;
  return line === '' || line.length > LIMITS.optionValue.value
    ? []
    : [{ text: plain(text, LIMITS.optionText.value), value: line }];
}

/** The menu; none without options. */
export function moreMenu(options: readonly Option[]): readonly Overflow[] {
  const some = options.slice(0, LIMITS.overflowOptions.value);
  return some.length === 0 ? [] : [{ type: 'overflow', action_id: ACTION, options: some }];
}

/** What a choice from the menu asks for, as the button of the same name would. */
export function readMore(
  actionId: string,
  blockId: string,
  value: string,
): { readonly actionId: string; readonly value: string } {
  if (actionId === ACTION && value === ARCHIVE) return { actionId: ARCHIVE, value: '' };
  if (actionId !== ACTION || !value.startsWith(DO)) return { actionId, value };
  const line = blockId.startsWith(ROW) ? blockId.slice(ROW.length) : '';
  const [deed = '', revision = ''] = value.slice(DO.length).split(' ');
  if (deed === 'helpful' || deed === 'unhelpful')
    return {
      actionId: 'feedback',
      value: line === '' ? '' : JSON.stringify({ helpful: deed === 'helpful', line, revision }),
    };
  return { actionId: deed, value: line };
}

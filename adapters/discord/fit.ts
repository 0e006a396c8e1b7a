/**
 * Divides the items of an answer over as many messages as they need, so that nothing is dropped: a part is what one
 * message shows, and "Next" leads to the following part before it leads to the following page. Pure.
 */
import type { Answer, Item } from '../../src/answer/answer.ts';
import { type RenderedItem, renderItem } from './render-item.ts';
import type { Says } from './says.ts';

export interface Block extends RenderedItem {
  readonly item: Item;
  /** Position in the whole list, from 1. */
  readonly position: number;
}

interface Room {
  /** Characters of Markdown for the items of one message; at least `SMALLEST` of one item. */
  readonly characters: number;
  /** Items of one message. */
  readonly items: number;
}

/** Characters that one item of a list may take before it is shortened; its own view shows more. */
const LONGEST_IN_LIST = 1400;

/** The parts of an answer, in order; a single empty one where there are no items. */
export function partition(answer: Answer, says: Says, room: Room): readonly (readonly Block[])[] {
  const { items } = answer;
  if (items.length === 0) return [[]];
  const limit = items.length === 1 ? room.characters : Math.min(room.characters, LONGEST_IN_LIST);
  const render = remembered((index: number, heading: string) =>
    renderBlock(answer, says, index, limit, heading),
  );
  const parts = divide(answer, says, room, render, room.items);
  if (parts.length === 1) return parts;
  // Even parts read better than full ones and a crumb, as long as they are not more.
  const even = divide(answer, says, room, render, Math.ceil(items.length / parts.length));
  return even.length <= parts.length ? even : parts;
}

function divide(
  answer: Answer,
  says: Says,
  room: Room,
  render: (index: number, heading: string) => Block,
  most: number,
): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let part: Block[] = [];
  let used = 0;
  answer.items.forEach((item, index) => {
    const previous = answer.items[index - 1];
    let block = render(index, previous?.group !== item.group ? item.group : '');
    if (part.length > 0 && (part.length >= most || used + block.markdown.length > room.characters)) {
      parts.push(part);
      part = [];
      used = 0;
      // A group that goes on says so at the top of the next message.
      if (previous?.group === item.group && item.group !== '') {
        block = render(index, says.own.goesOn(item.group));
      }
    }
    part.push(block);
    used += block.markdown.length;
  });
  parts.push(part);
  return parts;
}

function renderBlock(answer: Answer, says: Says, index: number, limit: number, heading: string): Block {
  const item = answer.items[index] as Item;
  const position = (answer.page?.first ?? 1) + index;
  const alone = answer.items.length === 1 && answer.page === undefined;
  const rendered = renderItem(item, says, {
    limit,
    heading,
    ...(alone ? { alone: { answerTitle: answer.title } } : { position }),
  });
  return { ...rendered, item, position };
}

/** Items are put together once, although two ways of dividing them are tried. */
function remembered(render: (index: number, heading: string) => Block): typeof render {
  const blocks = new Map<string, Block>();
  return (index, heading) => {
    const key = `${index} ${heading}`;
    const block = blocks.get(key) ?? render(index, heading);
    blocks.set(key, block);
    return block;
  };
}

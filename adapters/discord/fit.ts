/**
 * Divides the items of an answer over as many messages as they need, so that nothing is dropped: a part is what one
 * message shows, and "Next" leads to the following part before it leads to the following page. Pure.
 */
import type { Answer, Item } from '../../src/answer/answer.ts';
import type { Shown, ShownItem } from '../../src/answer/shown.ts';
import { type RenderedItem, renderItem } from './render-item.ts';
import type { Says } from './says.ts';

export interface Block extends RenderedItem {
  readonly shown: ShownItem;
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

/** An item with what stands above it. */
interface Placed {
  readonly shown: ShownItem;
  readonly group: string;
  readonly heading: string;
  readonly shared: string;
  /** What its run shares, said again where a message begins with it. */
  readonly runShared: string;
}

/** The parts of an answer, in order; a single empty one where there are no items. */
export function partition(
  answer: Answer,
  { runs }: Shown,
  says: Says,
  room: Room,
): readonly (readonly Block[])[] {
  const placed = runs.flatMap(({ heading, shared, items }) =>
    items.map((shown, index) => ({
      shown,
      group: shown.item.group,
      heading: index === 0 ? heading : '',
      shared: index === 0 ? shared : '',
      runShared: shared,
    })),
  );
  if (placed.length === 0) return [[]];
  const limit = placed.length === 1 ? room.characters : Math.min(room.characters, LONGEST_IN_LIST);
  const render = remembered((index: number, heading: string, shared: string) =>
    renderBlock(answer, placed, says, { index, limit, heading, shared }),
  );
  const parts = divide(placed, says, room, render, room.items);
  if (parts.length === 1) return parts;
  // Even parts read better than full ones and a crumb, as long as they are not more.
  const even = divide(placed, says, room, render, Math.ceil(placed.length / parts.length));
  return even.length <= parts.length ? even : parts;
}

type Render = (index: number, heading: string, shared: string) => Block;

function divide(
  placed: readonly Placed[],
  says: Says,
  room: Room,
  render: Render,
  most: number,
): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let part: Block[] = [];
  let used = 0;
  placed.forEach(({ heading, shared, group, runShared }, index) => {
    const previous = placed[index - 1];
    let block = render(index, heading, shared);
    if (part.length > 0 && (part.length >= most || used + block.markdown.length > room.characters)) {
      parts.push(part);
      part = [];
      used = 0;
      // A group that goes on says so at the top of the next message.
      const goesOn = previous?.group === group && group !== '';
      block = render(index, goesOn ? says.own.goesOn(group) : heading, runShared);
    }
    part.push(block);
    used += block.markdown.length;
  });
  parts.push(part);
  return parts;
}

function renderBlock(
  answer: Answer,
  placed: readonly Placed[],
  says: Says,
  at: {
    readonly index: number;
    readonly limit: number;
    readonly heading: string;
    readonly shared: string;
  },
): Block {
  const { shown } = placed[at.index] as Placed;
  const position = shown.number ?? (answer.page?.first ?? 1) + at.index;
  const isAlone = placed.length === 1 && answer.page === undefined;
  return { ...renderItem(shown, says, { ...at, isAlone }), shown, item: shown.item, position };
}

/** Items are put together once, although two ways of dividing them are tried. */
function remembered(render: Render): Render {
  const blocks = new Map<string, Block>();
  return (index, heading, shared) => {
    const key = `${index} ${heading}\n${shared}`;
    const block = blocks.get(key) ?? render(index, heading, shared);
    blocks.set(key, block);
    return block;
  };
}

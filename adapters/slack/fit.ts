/**
 * Chooses how much of an Answer goes into one message: as much of each text as fits, all items where possible, and
 * nothing left out in silence. Pure.
 *
 * The fixed parts (title, reading, lead, paging) are always shown. Choices and sources get a share of what is left,
 * the items get the rest: first with long texts, then with shorter ones, at last only the first of them.
 */
import type { Answer } from '../../src/answer/answer.ts';
import type { ShownItem, ShownRun } from '../../src/answer/shown.ts';
import { type Block, bytes } from './blocks.ts';
import { type Allowance, type RenderedItem, renderItem } from './render-item.ts';
import type { Says } from './says.ts';

/** From generous to bare; the first under which all items fit is taken. */
export const ALLOWANCES: readonly [Allowance, ...Allowance[]] = [
  { title: 300, text: 1500, about: 400, facts: 20, fact: 400, citations: 600, reasons: 400 },
  { title: 200, text: 700, about: 250, facts: 12, fact: 250, citations: 300, reasons: 200 },
  { title: 150, text: 350, about: 180, facts: 6, fact: 160, citations: 200, reasons: 120 },
  { title: 120, text: 160, about: 120, facts: 3, fact: 100, citations: 140, reasons: 80 },
  { title: 100, text: 80, about: 80, facts: 0, fact: 80, citations: 120, reasons: 60 },
];

export interface FittedItem extends RenderedItem {
  readonly shown: ShownItem;
  /** The heading of a run of items, at the first of them. */
  readonly group: string;
  /** What the items of the run share, at the first of them. */
  readonly shared: string;
}

interface FittedItems {
  readonly items: readonly FittedItem[];
  readonly shortened: boolean;
  readonly leftOut: number;
}

interface Room {
  readonly bytes: number;
  readonly blocks: number;
  /** What an item takes beside its own blocks: its heading, its place in the menu. */
  readonly extra: (item: FittedItem) => { readonly bytes: number; readonly blocks: number };
}

/** The items of an answer that fit into `room`, in their order. */
export function fitItems(runs: readonly ShownRun[], says: Says, room: Room): FittedItems {
  let best: FittedItems | undefined;
  for (const allowance of ALLOWANCES) {
    const fitted = takeItems(runs, says, allowance, room);
    if (fitted.leftOut === 0) return fitted;
    if (best === undefined || fitted.items.length > best.items.length) best = fitted;
  }
  return best ?? { items: [], shortened: false, leftOut: 0 };
}

/** Items that stand before the list itself (a person's profile before what they said) and have no place in it. */
export function itemsBefore({ items, page }: Answer): number {
  return page === undefined ? 0 : Math.max(0, items.length - (page.last - page.first + 1));
}

/** The first items of an answer that fit into `room` at one allowance; without numbers where nothing refers to them. */
export function takeItems(
  runs: readonly ShownRun[],
  says: Says,
  allowance: Allowance,
  room: Room,
  { most = Number.POSITIVE_INFINITY, numbers = true } = {},
): FittedItems {
  const all = runs.flatMap(({ heading, shared, items }) =>
    items.map((one, index) => ({
      shown: numbers ? one : { ...one, number: undefined },
      group: index === 0 ? heading : '',
      shared: index === 0 ? shared : '',
    })),
  );
  const taken: FittedItem[] = [];
  let usedBytes = 0;
  let usedBlocks = 0;
  for (const one of all.slice(0, most)) {
    const fitted = { ...renderItem(one.shown, says, allowance), ...one };
    const extra = room.extra(fitted);
    usedBytes += bytes(fitted.blocks) + extra.bytes;
    usedBlocks += fitted.blocks.length + extra.blocks;
    if (usedBytes > room.bytes || usedBlocks > room.blocks) break;
    taken.push(fitted);
  }
  return {
    items: taken,
    shortened: taken.some((one) => one.shortened),
    leftOut: all.length - taken.length,
  };
}

/** As many of `blocks`' makers as fit: the longest prefix of `all` whose JSON stays within `room` bytes. */
export function takeWithin<T>(all: readonly T[], room: number, size: (one: T) => number): readonly T[] {
  let used = 0;
  const taken: T[] = [];
  for (const one of all) {
    used += size(one);
    if (used > room) break;
    taken.push(one);
  }
  return taken;
}

/** Blocks and bytes that a message has left beside what it must hold. */
export function roomBeside(
  fixed: readonly Block[],
  limit: { bytes: number; blocks: number },
): { bytes: number; blocks: number } {
  return { bytes: limit.bytes - bytes(fixed), blocks: limit.blocks - fixed.length };
}

/** What a click asks for: which line, for whose eyes, and where. Pure; `interactions.ts` does it, and previews show it. */
import { type Click, readCustomId } from './lines.ts';
import { FLAG, type Interaction } from './payloads.ts';
import { isDirect, userOf } from './receive.ts';
import type { RenderOptions } from './render.ts';

export interface Task {
  readonly line: string;
  /** Of the people mentioned in it; absent where nobody is. */
  readonly names?: readonly string[];
  readonly options: RenderOptions;
  /** A message of its own, or in the place of the message that was clicked. */
  readonly place: 'new' | 'same';
}

/** A click on a button, a choice from a menu, or a form that was sent; undefined where it is none that can be read. */
export function clickOf(interaction: Interaction): Click | undefined {
  return readCustomId(customIdOf(interaction), interaction.message?.components ?? []);
}

/** What was pressed or chosen; a form is told by what opened it. */
export function customIdOf({ data }: Interaction): string {
  return data?.values?.[0] ?? data?.custom_id ?? '';
}

export function planClick(interaction: Interaction, { mode, line, part, asker }: Click): Task {
  const user = userOf(interaction)?.id;
  if (mode === 'share') {
    return {
      line,
      options: { part, private: false, ...(user === undefined ? {} : { sharedBy: user }) },
      place: 'new',
    };
  }
  const hidden = ((interaction.message?.flags ?? 0) & FLAG.ephemeral) !== 0;
  const direct = isDirect(interaction);
  const own = hidden || direct || asker === '' || asker === user;
  if (mode === 'turn' && own) return { line, options: { part, private: hidden }, place: 'same' };
  // In a channel a click is its reader's own affair: the answer is for their eyes, and they can share it.
  return { line, options: { part, private: !direct }, place: 'new' };
}

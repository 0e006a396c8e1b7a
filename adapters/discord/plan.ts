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

/** The click on a button or the choice from a menu; undefined where it is none that can be read. */
export function clickOf({ data, message }: Interaction): Click | undefined {
  return readCustomId(data?.values?.[0] ?? data?.custom_id ?? '', message?.components ?? []);
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

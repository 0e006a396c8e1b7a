/** Interactions that are acknowledged now and answered later: with which deferral, and how they are replied to then. Pure but for the replies. */
import type { Send } from './api.ts';
import type { Click } from './lines.ts';
import { CALLBACK, type Callback, FLAG, INTERACTION, type Interaction } from './payloads.ts';
import { clickOf, planClick, type Task } from './plan.ts';
import { isDirect, receiveCommand } from './receive.ts';
import { type Responder, responder } from './replies.ts';

/**
 * The deferral with which an interaction is acknowledged that is answered later; undefined for what cannot wait: type-ahead, what
 * opens a form, and what needs no answer of the archive.
 */
export function deferralOf(interaction: Interaction, privateAnswers: boolean): Callback | undefined {
  if (interaction.type === INTERACTION.command) {
    const command = receiveCommand(interaction);
    if ('reason' in command) return undefined;
    return deferring('new', command.private ?? (privateAnswers && !isDirect(interaction)));
  }
  if (interaction.type !== INTERACTION.component && interaction.type !== INTERACTION.modal) return undefined;
  const click = clickOf(interaction);
  if (click === undefined || PROMPT.has(click.mode)) return undefined;
  const { place, options } = planClick(interaction, click);
  return deferring(place, options.private);
}

/** Clicks that are answered on the spot. */
const PROMPT: ReadonlySet<Click['mode']> = new Set(['helpful', 'unhelpful', 'refine']);

export const deferring = (place: Task['place'], hidden: boolean): Callback =>
  place === 'same'
    ? { type: CALLBACK.deferUpdate }
    : { type: CALLBACK.deferMessage, data: { flags: hidden ? FLAG.ephemeral : 0 } };

/** Replies to an interaction that was deferred before, perhaps by another process: its first reply is there already. */
export function deferredResponder(api: Send, interaction: Interaction, deferral: Callback): Responder {
  const way = responder(api, interaction);
  const takesPlace = deferral.type === CALLBACK.deferUpdate;
  return {
    ...way,
    async first(callback) {
      if (callback.type === CALLBACK.update) await way.edit(callback.data);
      // Beside the message that was clicked, in whose place the deferral would have it.
      else if (callback.type === CALLBACK.message)
        await (takesPlace ? way.follow(callback.data) : way.edit(callback.data));
    },
  };
}

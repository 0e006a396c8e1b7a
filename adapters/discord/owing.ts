/** Where many wait, interactions are put down and deferred, for Discord never sends one again; they are answered when it is their turn. */

import type { Send } from './api.ts';
import { deferralOf, deferredResponder } from './deferring.ts';
import { type Handled, handleInteraction, type InteractionServices } from './interactions.ts';
import { LIMITS } from './limits.ts';
import type { Interaction } from './payloads.ts';
import { askerOf } from './receive.ts';
import { type Responder, responder } from './replies.ts';

/** Kept of a token's life for the answer itself. Milliseconds. */
const LAST_MINUTE = 60_000;

/** Answers an interaction, or owes the answer. */
export async function take(
  services: InteractionServices,
  interaction: Interaction,
  way: Responder,
): Promise<Handled> {
  const { host, privateAnswers } = services;
  const deferral = host.isBusy() ? deferralOf(interaction, privateAnswers) : undefined;
  if (deferral === undefined) return handleInteraction(services, interaction, way);
  const life = LIMITS.token.value - LAST_MINUTE;
  const asker = askerOf(interaction);
  const asked = asker === undefined ? host : host.for(asker);
  if (!(await asked.owe(`interaction:${interaction.id}`, JSON.stringify(interaction), life)))
    return handleInteraction(services, interaction, way);
  await way.first(deferral);
  return 'done';
}

/** Answers what is owed; see `Host.settle`. */
export async function settle(services: InteractionServices, api: Send, payload: string): Promise<void> {
  const interaction = JSON.parse(payload) as Interaction;
  const deferral = deferralOf(interaction, services.privateAnswers);
  const way =
    deferral === undefined ? responder(api, interaction) : deferredResponder(api, interaction, deferral);
  const handled = await handleInteraction(services, interaction, way);
  if (handled === 'busy') throw new Error('another process serves it at this moment');
}

/**
 * Slash commands, the message menu, buttons, menus and type-ahead: from the interaction to its replies. What is slow is
 * deferred, so that Discord keeps the request open, and follows.
 */

import type { Answer } from '../../src/answer/answer.ts';
import type { Filled } from '../../src/answer/form.ts';
import type { Host } from '../../src/contract/adapter.ts';
import { TooMany } from '../../src/contract/quotas.ts';
import { inTime, settles } from '../../src/kit/waiting.ts';
import { ApiFailure, CODE, isExpired, type Send } from './api.ts';
import { deferring } from './deferring.ts';
import { LIMITS } from './limits.ts';
import type { Click } from './lines.ts';
import {
  CALLBACK,
  type Callback,
  INTERACTION,
  type Interaction,
  type MessageBody,
  type Modal,
} from './payloads.ts';
import { clickOf, customIdOf, planClick, type Task } from './plan.ts';
import {
  askerOf,
  isDirect,
  receiveCommand,
  receiveForm,
  receiveTyping,
  threadOfInteraction,
  userOf,
} from './receive.ts';
import { renderAnswer, renderNotice } from './render.ts';
import { renderForm, renderProblems } from './render-form.ts';
import { deliver, type Responder, visibleToAll } from './replies.ts';
import { reasonIn, type Says, saysIn } from './says.ts';
import { choicesFor } from './suggestions.ts';
import type { Timing } from './timing.ts';

export interface InteractionServices {
  readonly host: Host;
  /** Absent without a token: then nothing can be written but replies to the interaction. */
  readonly api: Send | undefined;
  readonly timing: Timing;
  readonly privateAnswers: boolean;
}

/** What became of an interaction: replied to now or before, or being handled at this moment. */
export type Handled = 'done' | 'repeat' | 'busy';

/** Rejects where the interaction could not be answered, after the asker has been told if that was possible. */
export async function handleInteraction(
  unbound: InteractionServices,
  interaction: Interaction,
  way: Responder,
): Promise<Handled> {
  const asker = askerOf(interaction);
  const host = asker === undefined ? unbound.host : unbound.host.for(asker);
  const services = { ...unbound, host };
  if (interaction.type === INTERACTION.autocomplete) {
    await suggest(services, interaction, way);
    return 'done';
  }
  const started = performance.now();
  const kind = KINDS[interaction.type] ?? 'command';
  let begun = false;
  const work = () => {
    begun = true;
    return serve(services, interaction, way);
  };
  const delivery = await host.once(`interaction:${interaction.id}`, work).catch(async (error: unknown) => {
    // Discord does not come again: what could not even be claimed is told like what failed.
    if (!begun) await apologize(way, interaction, 'first');
    throw error;
  });
  if (delivery.state === 'done') {
    host.metrics.count('requests', { kind, outcome: delivery.value });
    host.metrics.observe('reply_seconds', (performance.now() - started) / 1000, { kind });
  }
  return delivery.state;
}

const KINDS: Readonly<Record<number, string>> = {
  [INTERACTION.component]: 'click',
  [INTERACTION.modal]: 'form',
};

async function suggest(
  { host, timing }: InteractionServices,
  interaction: Interaction,
  way: Responder,
): Promise<void> {
  const { command, text } = receiveTyping(interaction);
  // Nothing is suggested rather than something late: the person goes on typing.
  const choices = await inTime(choicesFor(host, command, text), timing.suggestWithin, 'type-ahead').catch(
    () => [],
  );
  await way.first({ type: CALLBACK.choices, data: { choices } });
}

async function serve(
  services: InteractionServices,
  interaction: Interaction,
  way: Responder,
): Promise<string> {
  if (interaction.type === INTERACTION.command) {
    const command = receiveCommand(interaction);
    if ('reason' in command)
      return notice(services, interaction, way, (says) => reasonIn(says, command.reason));
    const hidden = command.private ?? (services.privateAnswers && !isDirect(interaction));
    return answer(services, interaction, way, {
      line: command.text,
      ...(command.names === undefined ? {} : { names: command.names }),
      options: { part: 1, private: hidden },
      place: 'new',
    });
  }
  if (interaction.type === INTERACTION.component) {
    const click = clickOf(interaction);
    return click === undefined
      ? notice(services, interaction, way, ({ own }) => own.oldButton)
      : press(services, interaction, way, click);
  }
  if (interaction.type === INTERACTION.modal) {
    const click = clickOf(interaction);
    return click === undefined
      ? notice(services, interaction, way, ({ own }) => own.oldButton)
      : takeForm(services, interaction, way, click);
  }
  return notice(services, interaction, way, ({ own }) => own.unknownCommand);
}

async function press(
  services: InteractionServices,
  interaction: Interaction,
  way: Responder,
  click: Click,
): Promise<string> {
  const { line, part, mode, revision } = click;
  if (mode === 'helpful' || mode === 'unhelpful') {
    const helpful = mode === 'helpful';
    await services.host.feedback({ platform: 'discord', line, revision, helpful });
    return notice(services, interaction, way, ({ chat }) => chat.thanks);
  }
  if (mode === 'refine') return openForm(services, interaction, way, click);
  const task = planClick(interaction, click);
  if (mode !== 'share') return answer(services, interaction, way, task);
  // The same page of the same answer is shared once, however often and fast the button is pressed.
  const key = `share:${interaction.message?.id ?? interaction.id}:${part}:${line}`;
  const shared = await services.host.once(key, () => answer(services, interaction, way, task));
  return shared.state === 'done'
    ? shared.value
    : notice(services, interaction, way, ({ own }) => own.alreadyShared);
}

/** Opens the form that refines a line, as it was filled in before where it is to be mended. */
async function openForm(
  { host, api, timing }: InteractionServices,
  interaction: Interaction,
  way: Responder,
  { line, asker: kept }: Click,
): Promise<string> {
  const { locale } = interaction;
  let modal: Modal;
  try {
    const making = Promise.all([
      host.engine.refineForm({ line, ...(locale === undefined ? {} : { locale }) }),
      kept === '' ? undefined : host.notes.get<Filled>(keyOf(kept)),
    ]);
    // No other reply may come before a form: it cannot be put off.
    const [form, filled] = await inTime(making, timing.suggestWithin, 'the form');
    modal = renderForm(form, customIdOf(interaction), filled);
  } catch (error) {
    await apologize(way, interaction, 'first');
    throw error;
  }
  await deliver(
    api,
    interaction,
    way,
    () => way.first({ type: CALLBACK.modal, data: modal }),
    renderNotice(saysIn(locale).own.late, { private: true }),
  );
  return 'form';
}

/** What was filled in is kept for so long, in milliseconds: until the interaction in which it is to be mended is over. */
const KEPT = LIMITS.token.value;
const keyOf = (interaction: string) => `form:${interaction}`;

/** Answers what a form asks, or says what is to be mended. */
async function takeForm(
  services: InteractionServices,
  interaction: Interaction,
  way: Responder,
  click: Click,
): Promise<string> {
  const { host } = services;
  const { locale, id } = interaction;
  const request = { line: click.line, ...(locale === undefined ? {} : { locale }) };
  const filled = receiveForm(interaction);
  const task = planClick(interaction, click);
  const work = host.engine.readRefined({ ...request, filled }).then(async (read): Promise<Made> => {
    if ('line' in read) return makeAnswer(services, interaction, { ...task, line: read.line });
    await host.notes.put(keyOf(id), filled, KEPT);
    const form = await host.engine.refineForm(request);
    const told = { line: click.line, kept: id, says: saysIn(locale) };
    return { body: renderProblems(form, read.problems, told), outcome: 'reason' };
  });
  return respond(services, interaction, way, { work, ...placeOf(task) });
}

/** A reply, and what it is counted as. */
interface Made {
  readonly body: MessageBody;
  readonly outcome: string;
  /** It holds no answer, and takes no answer's place. */
  readonly apart?: true;
}

function answer(
  services: InteractionServices,
  interaction: Interaction,
  way: Responder,
  task: Task,
): Promise<string> {
  const work = makeAnswer(services, interaction, task);
  return respond(services, interaction, way, { work, ...placeOf(task) });
}

const placeOf = ({ place, options }: Task) => ({ place, hidden: options.private });

async function makeAnswer(
  { host }: InteractionServices,
  interaction: Interaction,
  task: Task,
): Promise<Made> {
  const asker = userOf(interaction)?.id;
  const thread = threadOfInteraction(interaction);
  let made: Answer;
  try {
    made = await host.ask({
      text: task.line,
      ...(task.names === undefined ? {} : { names: task.names }),
      ...(thread === undefined ? {} : { thread }),
      ...(interaction.locale === undefined ? {} : { locale: interaction.locale }),
    });
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const words = saysIn(interaction.locale).chat.tooMany(error.whose);
    return { body: renderNotice(words, { private: true }), outcome: 'limited', apart: true };
  }
  const options = { ...task.options, ...(asker === undefined ? {} : { asker }) };
  return { body: renderAnswer(made, options), outcome: made.outcome };
}

async function respond(
  { api, timing }: InteractionServices,
  interaction: Interaction,
  way: Responder,
  {
    work,
    place,
    hidden,
  }: { readonly work: Promise<Made>; readonly place: Task['place']; readonly hidden: boolean },
): Promise<string> {
  const deferred = (await settles(work, timing.deferAfter))
    ? 'no'
    : await defer(way, deferring(place, hidden));
  let made: Made;
  try {
    made = await inTime(work, timing.giveUpAfter, 'the answer');
  } catch (error) {
    await apologize(way, interaction, deferred === 'no' ? 'first' : place === 'same' ? 'follow' : 'edit');
    throw error;
  }
  const { body, outcome } = made;
  const over = place === 'same' && made.apart !== true;
  const send = async () => {
    if (deferred instanceof ApiFailure) throw deferred;
    if (deferred === 'yes') return place === 'same' && !over ? way.follow(body) : way.edit(body);
    return over
      ? way.first({ type: CALLBACK.update, data: visibleToAll(body) })
      : way.first({ type: CALLBACK.message, data: body });
  };
  await deliver(api, interaction, way, send, body);
  return outcome;
}

/** Defers; where the interaction is over already, that is the failure with which the answer's delivery begins. */
async function defer(way: Responder, deferral: Callback): Promise<'yes' | ApiFailure> {
  try {
    await way.first(deferral);
    return 'yes';
  } catch (error) {
    if (error instanceof ApiFailure && error.code === CODE.alreadyAcknowledged) return 'yes';
    if (isExpired(error)) return error as ApiFailure;
    throw error;
  }
}

async function notice(
  { api }: InteractionServices,
  interaction: Interaction,
  way: Responder,
  text: (says: Says) => string,
): Promise<string> {
  const body = renderNotice(text(saysIn(interaction.locale)), { private: true });
  await deliver(api, interaction, way, () => way.first({ type: CALLBACK.message, data: body }), body);
  return 'reason';
}

/** Best effort: the failure that it is about is reported in any case. */
async function apologize(
  way: Responder,
  { locale }: Interaction,
  how: 'first' | 'edit' | 'follow',
): Promise<void> {
  const body: MessageBody = renderNotice(saysIn(locale).own.failed, { private: true });
  const sending =
    how === 'first'
      ? way.first({ type: CALLBACK.message, data: body })
      : how === 'edit'
        ? way.edit(body)
        : way.follow(body);
  await sending.catch(() => undefined);
}

/**
 * Slash commands, the message menu, buttons, menus and type-ahead: from the interaction to its replies. What is slow is
 * deferred, so that Discord keeps the request open, and follows.
 */

import type { Answer } from '../../src/answer/answer.ts';
import type { Host } from '../../src/contract/adapter.ts';
import { inTime, settles } from '../../src/kit/waiting.ts';
import { ApiFailure, CODE, isExpired, type Send } from './api.ts';
import type { Click } from './lines.ts';
import {
  CALLBACK,
  type Callback,
  FLAG,
  INTERACTION,
  type Interaction,
  type MessageBody,
} from './payloads.ts';
import { clickOf, planClick, type Task } from './plan.ts';
import { isDirect, receiveCommand, receiveTyping, threadOfInteraction, userOf } from './receive.ts';
import { renderAnswer, renderNotice } from './render.ts';
import { deliver, type Responder, visibleToAll } from './replies.ts';
import { reasonIn, type Says, saysIn } from './says.ts';
import { choicesFor } from './suggestions.ts';
import type { Timing } from './timing.ts';

interface InteractionServices {
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
  services: InteractionServices,
  interaction: Interaction,
  way: Responder,
): Promise<Handled> {
  const { host } = services;
  if (interaction.type === INTERACTION.autocomplete) {
    await suggest(services, interaction, way);
    return 'done';
  }
  const started = performance.now();
  const kind = interaction.type === INTERACTION.component ? 'click' : 'command';
  const delivery = await host.once(`interaction:${interaction.id}`, () => serve(services, interaction, way));
  if (delivery.state === 'done') {
    host.metrics.count('requests', { kind, outcome: delivery.value });
    host.metrics.observe('reply_seconds', (performance.now() - started) / 1000, { kind });
  }
  return delivery.state;
}

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
  const task = planClick(interaction, click);
  if (mode !== 'share') return answer(services, interaction, way, task);
  // The same page of the same answer is shared once, however often and fast the button is pressed.
  const key = `share:${interaction.message?.id ?? interaction.id}:${part}:${line}`;
  const shared = await services.host.once(key, () => answer(services, interaction, way, task));
  return shared.state === 'done'
    ? shared.value
    : notice(services, interaction, way, ({ own }) => own.alreadyShared);
}

async function answer(
  services: InteractionServices,
  interaction: Interaction,
  way: Responder,
  task: Task,
): Promise<string> {
  const { host, api, timing } = services;
  const asker = userOf(interaction)?.id;
  const thread = threadOfInteraction(interaction);
  const work = host.ask({
    text: task.line,
    ...(task.names === undefined ? {} : { names: task.names }),
    ...(thread === undefined ? {} : { thread }),
    ...(interaction.locale === undefined ? {} : { locale: interaction.locale }),
  });
  const render = (made: Answer) =>
    renderAnswer(made, { ...task.options, ...(asker === undefined ? {} : { asker }) });
  const flags = task.options.private ? FLAG.ephemeral : 0;
  const deferral: Callback =
    task.place === 'same' ? { type: CALLBACK.deferUpdate } : { type: CALLBACK.deferMessage, data: { flags } };
  const deferred = (await settles(work, timing.deferAfter)) ? 'no' : await defer(way, deferral);
  let made: Answer;
  try {
    made = await inTime(work, timing.giveUpAfter, 'the answer');
  } catch (error) {
    await apologize(
      way,
      interaction,
      deferred === 'no' ? 'first' : task.place === 'same' ? 'follow' : 'edit',
    );
    throw error;
  }
  const body = render(made);
  const send = async () => {
    if (deferred instanceof ApiFailure) throw deferred;
    if (deferred === 'yes') return way.edit(body);
    return task.place === 'same'
      ? way.first({ type: CALLBACK.update, data: visibleToAll(body) })
      : way.first({ type: CALLBACK.message, data: body });
  };
  await deliver(api, interaction, way, send, body);
  return made.outcome;
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

/**
 * An answer as Discord would show it in a channel, and what a press on it would bring. Presses come as the `data` of a
 * component interaction; the rest of the interaction is put in here, and read by `lines.ts` like all others. Pure.
 */

import type { Answer } from '../../src/answer/answer.ts';
import type { Drawn, Measure, Press, Pressed, Preview } from '../../src/contract/adapter.ts';
import { LIMITS } from './limits.ts';
import { INTERACTION, type Interaction } from './payloads.ts';
import { clickOf, customIdOf, planClick } from './plan.ts';
import { receiveForm } from './receive.ts';
import { type RenderOptions, renderAnswer, renderNotice } from './render.ts';
import { renderForm, renderProblems } from './render-form.ts';
import { saysIn } from './says.ts';

/** Where the preview happens. */
const USER = { id: '100000000000000000', username: 'you' };
const GUILD = '200000000000000000';
const CHANNEL = '300000000000000000';

export const preview: Preview = {
  // Commands and mentions are answered for the channel, unless the asker or the operator wants otherwise.
  draw: (answer) => drawn(answer, { part: 1, private: false }),
  measure,
  press,
};

/** A form that was sent has fields, a press has none. */
const isForm = (data: unknown): boolean =>
  Array.isArray((data as { components?: unknown } | null)?.components);

function drawn(answer: Answer, options: RenderOptions): Drawn {
  return { payload: renderAnswer(answer, { ...options, asker: USER.id }), private: options.private };
}

function press({ payload, interaction: data }: Press): Pressed {
  const { flags, components } = payload as { flags?: unknown; components?: unknown };
  const interaction: Interaction = {
    id: '0',
    application_id: '0',
    token: '',
    type: isForm(data) ? INTERACTION.modal : INTERACTION.component,
    guild_id: GUILD,
    channel_id: CHANNEL,
    member: { user: USER },
    message: {
      id: '0',
      channel_id: CHANNEL,
      flags: typeof flags === 'number' ? flags : 0,
      components: Array.isArray(components) ? components : [],
    },
    data: data as NonNullable<Interaction['data']>,
  };
  const click = clickOf(interaction);
  if (click === undefined)
    return { kind: 'notice', payload: renderNotice(saysIn().own.oldButton, { private: true }) };
  if (click.mode === 'helpful' || click.mode === 'unhelpful')
    return { kind: 'notice', payload: renderNotice(saysIn().chat.thanks, { private: true }) };
  const { line, options, place } = planClick(interaction, click);
  if (click.mode === 'refine') {
    return interaction.type === INTERACTION.modal
      ? {
          kind: 'filled',
          line,
          filled: receiveForm(interaction),
          draw: (answer) => drawn(answer, options),
          mend: (form, problems) => ({
            kind: 'notice',
            payload: renderProblems(form, problems, { line, kept: '', says: saysIn() }),
          }),
        }
      : { kind: 'form', line, draw: (form) => renderForm(form, customIdOf(interaction)) };
  }
  return {
    kind: 'answer',
    line,
    place: place === 'same' ? 'same' : 'next',
    draw: (answer) => drawn(answer, options),
  };
}

interface Nested {
  readonly type?: unknown;
  readonly content?: unknown;
  readonly components?: readonly Nested[];
  readonly accessory?: Nested;
}

function measure(payload: unknown): readonly Measure[] {
  const all = flatten((payload as { components?: readonly Nested[] }).components ?? []);
  const text = all.reduce(
    (sum, { type, content }) => sum + (type === 10 && typeof content === 'string' ? content.length : 0),
    0,
  );
  return [
    { label: 'characters of text', value: text, limit: LIMITS.text },
    { label: 'components', value: all.length, limit: LIMITS.components },
  ];
}

/** All components, nested ones and accessories included: Discord counts them all. */
function flatten(components: readonly Nested[]): readonly Nested[] {
  return components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...(one.accessory === undefined ? [] : flatten([one.accessory])),
  ]);
}

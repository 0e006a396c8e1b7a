/**
 * An answer as Slack would show it in a channel, and what a press on it would bring. Presses come as the payloads that
 * Slack sends (`block_actions`, `view_submission`, `block_suggestion`) without people and places, which are put in here;
 * they are read by `receive.ts` like all others. Pure.
 */
import type { Completion, Drawn, Measure, Press, Pressed, Preview } from '../../src/contract/adapter.ts';
import { bytes } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { planAnswer, readVerdict } from './plan.ts';
import { clicked, pickerRequest, submittedForm } from './receive-press.ts';
import { originOf } from './refine.ts';
import { type RenderOptions, renderMessage, renderNotice } from './render.ts';
import { pickedKinds, pickerOptions, renderForm } from './render-form.ts';
import { saysIn } from './says.ts';

export const preview: Preview = {
  // A slash command is answered for its asker alone, a mention for the channel.
  draw: (answer, asking) => ({
    payload: renderMessage(answer, { audience: asking === 'command' ? 'private' : 'public' }),
    private: asking === 'command',
  }),
  measure,
  press,
  complete,
};

function measure(payload: unknown): readonly Measure[] {
  const { type, blocks, text } = payload as { type?: unknown; blocks?: readonly unknown[]; text?: unknown };
  if (type === 'modal') {
    return [
      { label: 'blocks', value: blocks?.length ?? 0, limit: LIMITS.viewBlocks },
      { label: 'bytes', value: bytes(payload), limit: LIMITS.viewBytes },
    ];
  }
  return [
    { label: 'blocks', value: blocks?.length ?? 0, limit: LIMITS.messageBlocks },
    { label: 'bytes of blocks', value: bytes(blocks ?? []), limit: LIMITS.messageBytes },
    {
      label: 'characters of plain text',
      value: typeof text === 'string' ? text.length : 0,
      limit: LIMITS.messageText,
    },
  ];
}

/** A press tells no language. */
const says = saysIn();

/** Where the preview happens. */
const CHANNEL = { id: 'C0000000000' };
const USER = { id: 'U0000000000', username: 'you' };

function press({ interaction, private: ephemeral }: Press): Pressed {
  const { type } = interaction as { type?: unknown };
  const body = {
    ...(interaction as object),
    user: USER,
    channel: CHANNEL,
    container: { is_ephemeral: ephemeral },
  };
  return type === 'view_submission' ? submit(interaction) : click(body);
}

function click(body: unknown): Pressed {
  const pressed = clicked(body);
  const { actionId, value, message } = pressed;
  if (actionId === 'feedback') {
    const known = readVerdict(value) !== undefined;
    return { kind: 'notice', payload: renderNotice(known ? says.chat.thanks : says.own.staleButton) };
  }
  if (actionId === 'refine') {
    const origin = originOf(pressed);
    return { kind: 'form', line: origin.line, draw: (form) => renderForm(form, origin) };
  }
  if (actionId === 'share') {
    const note = says.own.sharedBy(pressed.user.name);
    return answered(value, 'next', { audience: 'public', note }, true);
  }
  const plan = planAnswer(pressed, message ?? IN_CHANNEL, says);
  const { line, audience, note } = plan;
  const options = { audience, ...(note === undefined ? {} : { note }) };
  return answered(line, plan.turnsPage ? 'same' : 'next', options);
}

const IN_CHANNEL = { channel: CHANNEL.id, threadTs: undefined, ephemeral: false, direct: false };

function submit(body: unknown): Pressed {
  const { origin, filled } = submittedForm(body);
  return {
    kind: 'filled',
    line: origin.line,
    filled,
    draw: (answer) => ({ payload: renderMessage(answer, { audience: 'private' }), private: true }),
    mend: (_form, errors) => ({ kind: 'correction', errors }),
  };
}

function answered(line: string, place: 'same' | 'next', options: RenderOptions, removes = false): Pressed {
  const isPrivate = options.audience === 'private';
  return {
    kind: 'answer',
    line,
    place,
    ...(removes ? { removes } : {}),
    draw: (answer): Drawn => ({ payload: renderMessage(answer, options), private: isPrivate }),
  };
}

function complete(interaction: unknown): Completion | undefined {
  const { actionId, typed } = pickerRequest(interaction);
  const kinds = pickedKinds(actionId);
  return kinds === undefined
    ? undefined
    : { text: typed, kinds, draw: (suggestions) => ({ options: pickerOptions(suggestions) }) };
}

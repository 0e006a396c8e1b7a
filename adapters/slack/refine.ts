/**
 * The form that refines a line, as a modal: opened by a click, completed while one types, answered where it was opened
 * from.
 */

import type { FormRead } from '../../src/answer/form.ts';
import { isList } from '../../src/answer/line.ts';
import { within } from '../../src/kit/waiting.ts';
import { apology, count } from './asking.ts';
import type { ModalView, Option } from './blocks.ts';
import { answerInView, answerView } from './modal.ts';
import type { Request } from './ports.ts';
import { type Clicked, type FormOrigin, pickerRequest, submittedForm, userOf } from './receive-press.ts';
import { renderMessage, renderModalNotice, renderNotice } from './render.ts';
import { pickedKinds, pickerOptions, renderForm } from './render-form.ts';
import { reply, toPerson } from './replying.ts';

const PICKED_AT_MOST = 20;

/** Opens the form for a click on "Refine…"; `value` of the button is the line to narrow. */
export async function openRefine(request: Request, click: Clicked): Promise<void> {
  const { api, host, patience, says } = request;
  const origin = originOf(click);
  const form = host.engine
    .refineForm({ line: origin.line })
    .then((made): ModalView => renderForm(made, origin));
  // What opens the form soon expires: where the archive takes long, the form goes into a modal that is open by then.
  const waited = await within(form, patience / 2);
  if (waited.done) {
    await api.openView(click.triggerId, waited.value);
    return;
  }
  const opened = await api.openView(click.triggerId, renderModalNotice(says.own.searching, says));
  await api.updateView(opened, await form);
}

/** What the form must know of the click that opens it. */
export function originOf(click: Clicked): FormOrigin {
  return {
    line: isList(click.value) ? click.value : '',
    ...(click.message === undefined ? {} : { message: click.message }),
    ...(click.responseUrl === undefined ? {} : { responseUrl: click.responseUrl }),
  };
}

/** Options for what was typed into a picker; none where the archive is slow or has nothing. */
export async function completePicker(request: Request, ack: (body: unknown) => Promise<void>): Promise<void> {
  const { actionId, typed } = pickerRequest(request.body);
  let options: readonly Option[] = [];
  const kinds = pickedKinds(actionId);
  if (kinds !== undefined) {
    const suggesting = request.host.engine
      .suggest({ text: typed, kinds, limit: PICKED_AT_MOST })
      .catch((error: unknown) => {
        request.host.log.warn({ error }, 'a picker could not be completed');
        return [];
      });
    const waited = await within(suggesting, request.patience);
    if (waited.done) options = pickerOptions(waited.value);
  }
  await ack({ options });
}

/** Answers a filled form: in the conversation that it was opened from, else in the modal, and there too where reading it takes long. */
export async function answerRefine(request: Request, ack: (body?: unknown) => Promise<void>): Promise<void> {
  const { host, patience } = request;
  const { origin, filled, viewId } = submittedForm(request.body);
  const reading = host.engine.readRefined({ line: origin.line, filled });
  const read = await within(reading, patience / 2).catch(() => ({ done: false }) as const);
  if (read.done && 'problems' in read.value) {
    await ack({ response_action: 'errors', errors: read.value.problems });
    return;
  }
  if (read.done && 'line' in read.value && origin.message !== undefined) {
    const { line } = read.value;
    await ack();
    request.delivery.later(() => answerThere(request, line, origin));
    return;
  }
  await answerInView(request, viewId, viewOf(request, reading), ack);
}

/** The answer that a form asks for, as a modal; never rejects. */
async function viewOf(request: Request, reading: Promise<FormRead>): Promise<ModalView> {
  try {
    const read = await reading;
    if ('line' in read) return await answerView(request, read.line);
    return renderModalNotice(Object.values(read.problems).join('\n'), request.says);
  } catch (error) {
    return renderModalNotice(apology(request, 'refine', error), request.says);
  }
}

async function answerThere(
  request: Request,
  line: string,
  { responseUrl, message: from }: FormOrigin,
): Promise<void> {
  if (from === undefined) return;
  const message = await request.host
    .ask({ text: line })
    .then((answer) => {
      count(request, 'refine', answer);
      return renderMessage(answer, { audience: from.direct ? 'direct' : 'private' });
    })
    .catch((error: unknown) => renderNotice(apology(request, 'refine', error)));
  const spot = { responseUrl, message: from, user: userOf(request.body) };
  await reply(request, spot, toPerson(spot, message));
}

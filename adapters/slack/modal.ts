/** Answers in a modal: for clicks in App Home and for the message shortcut, where there is no message to answer in. */

import { within } from '../../src/kit/waiting.ts';
import { apology, count, tell } from './asking.ts';
import type { ModalView } from './blocks.ts';
import type { Request } from './ports.ts';
import { renderModal, renderModalNotice, renderNotice } from './render.ts';

interface ModalAsk {
  readonly line: string;
  /** Opens the modal; good for three seconds. */
  readonly triggerId: string;
  readonly user: string;
  /** The modal that is open already. */
  readonly viewId?: string;
}

/** Shows the answer to a line in the modal that is open, or in a new one. */
export function showInModal(request: Request, ask: ModalAsk): Promise<void> {
  return orDirectly(request, ask.user, request.says.own.modalFailed, () => show(request, ask));
}

/** Shows a sentence in a new modal. */
export function showNoticeInModal(
  request: Request,
  text: string,
  { triggerId, user }: Omit<ModalAsk, 'line'>,
): Promise<void> {
  return orDirectly(request, user, text, async () => {
    await request.api.openView(triggerId, renderModalNotice(text, request.says));
  });
}

/**
 * Acknowledges a form that was filled in with the view of its answer; one that takes long follows in the same view.
 * @param answering never rejects
 */
export async function answerInView(
  request: Request,
  viewId: string,
  answering: Promise<ModalView>,
  ack: (body?: unknown) => Promise<void>,
): Promise<void> {
  const { says, patience } = request;
  const waited = await within(answering, patience / 2);
  const view = waited.done ? waited.value : renderModalNotice(says.own.searching, says);
  await ack({ response_action: 'update', view });
  if (!waited.done) request.delivery.later(async () => request.api.updateView(viewId, await answering));
}

/** The trigger ran out, or Slack is away: there is nowhere else to answer but to the person directly. */
export async function orDirectly(
  request: Request,
  user: string,
  text: string,
  show: () => Promise<void>,
): Promise<void> {
  try {
    await show();
  } catch (error) {
    tell(request, 'view', error);
    await request.api.post({ channel: user }, renderNotice(text));
  }
}

async function show(request: Request, { line, triggerId, viewId }: ModalAsk): Promise<void> {
  const { api } = request;
  const answering = answerView(request, line);
  if (viewId !== undefined) return api.updateView(viewId, await answering);
  // The trigger soon expires: a slow answer goes into a modal that is open by then.
  const waited = await within(answering, request.patience / 2);
  if (waited.done) {
    await api.openView(triggerId, waited.value);
    return;
  }
  const opened = await api.openView(triggerId, renderModalNotice(request.says.own.searching, request.says));
  await api.updateView(opened, await answering);
}

/** The modal with a line's answer, or with an apology; never rejects. */
export async function answerView(request: Request, line: string): Promise<ModalView> {
  try {
    const answer = await request.host.ask({ text: line });
    count(request, 'view', answer);
    return renderModal(answer, { commandPrefix: request.commandPrefix });
  } catch (error) {
    return renderModalNotice(apology(request, 'view', error), request.says);
  }
}

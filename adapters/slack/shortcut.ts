/**
 * What is found beside a message or anywhere in Slack: "Find related sessions" in a message's menu searches with its text,
 * "Ask the archive" in Slack's own menu opens a form with one question. Both answer in a modal.
 */
import { askForm, readAsked } from '../../src/answer/ask-form.ts';
import { lineOfMessage } from '../../src/answer/message-line.ts';
import { answerInView, answerView, orDirectly, showInModal, showNoticeInModal } from './modal.ts';
import type { Request } from './ports.ts';
import { shortcutText, submittedForm, triggerOf, userOf } from './receive-press.ts';
import { renderForm } from './render-form.ts';

/** The shortcuts' names in the manifest. */
export const FIND_RELATED = 'find_related';
export const ASK = 'ask_archive';

export async function answerShortcut(request: Request, ack: () => Promise<void>): Promise<void> {
  await ack();
  const { body } = request;
  const line = lineOfMessage(shortcutText(body));
  const asked = { triggerId: triggerOf(body), user: userOf(body) };
  request.delivery.later(() =>
    line === ''
      ? showNoticeInModal(request, request.says.own.noText, asked)
      : showInModal(request, { line, ...asked }),
  );
}

/** Opens the form with one question. */
export async function openAsk(request: Request, ack: () => Promise<void>): Promise<void> {
  await ack();
  const { api, body, says } = request;
  request.delivery.later(() =>
    orDirectly(request, userOf(body), says.own.modalFailed, async () => {
      await api.openView(triggerOf(body), renderForm(askForm(says), { line: '' }));
    }),
  );
}

/** Answers the question where it was asked: in the modal. */
export async function answerAsked(request: Request, ack: (body?: unknown) => Promise<void>): Promise<void> {
  const { filled, viewId } = submittedForm(request.body);
  const read = readAsked(filled, request.says);
  if ('problems' in read) return ack({ response_action: 'errors', errors: read.problems });
  return answerInView(request, viewId, answerView(request, read.line), ack);
}

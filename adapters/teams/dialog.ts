/**
 * "Find related" on a message: a dialog that shows what the archive has on its subject, leads on from there, and puts an
 * answer into the message that is being written.
 *
 * A dialog speaks through its responses alone: whatever goes wrong is told in it.
 */

import type { Answer } from '../../src/answer/answer.ts';
import { within } from '../../src/kit/waiting.ts';
import { fail, find, type Response, type Turn } from './converse.ts';
import type { Received } from './received.ts';
import { renderDialog, renderDialogWords, renderPut } from './render-dialog.ts';

/** Answers the command and every button of the dialog that it opens. */
export async function dialog(turn: Turn, asked: Extract<Received, { kind: 'dialog' }>): Promise<Response> {
  const found = await findInTime(turn, asked);
  if (found === undefined) {
    return { status: 200, body: renderDialogWords(turn.says.own.failed, turn.says) };
  }
  return { status: 200, body: asked.put ? renderPut(found) : renderDialog(found, asked.from) };
}

/** The answer, if it comes before the platform waits no longer; a failure is written down. */
export async function findInTime(
  turn: Turn,
  { line, locale }: { readonly line: string; readonly locale?: string },
): Promise<Answer | undefined> {
  const { host, timing } = turn.services;
  try {
    const finding = find(turn, line, locale === undefined ? {} : { locale });
    const found = await within(finding, turn.from + timing.search - Date.now());
    return found.done ? found.value : undefined;
  } catch (error) {
    fail(host, 'invoke', error);
    return undefined;
  }
}

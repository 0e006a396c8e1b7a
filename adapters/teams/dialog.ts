/**
 * Dialogs: "Find related" on a message shows what the archive has on its subject and puts an answer into the message that is
 * being written; "Refine…" on a card shows the form that narrows it. Both lead on from there.
 *
 * A dialog speaks through its responses alone: whatever goes wrong is told in it.
 */

import type { Answer } from '../../src/answer/answer.ts';
import { within } from '../../src/kit/waiting.ts';
import { fail, find, type Response, type Turn } from './converse.ts';
import type { Received } from './received.ts';
import { renderDialog, renderDialogWords, renderPut } from './render-dialog.ts';
import { renderForm } from './render-form.ts';

type Asked = Extract<Received, { kind: 'dialog' }>;

/** Answers the command and every button of the dialog that it opens. */
export async function dialog(turn: Turn, asked: Asked): Promise<Response> {
  const body = await inTime(turn, () => show(turn, asked));
  return { status: 200, body: body ?? renderDialogWords(turn.says.own.failed, turn.says) };
}

/** The body of the response. */
async function show(turn: Turn, asked: Asked): Promise<unknown> {
  const { engine } = turn.services.host;
  const { line, filled, puts, locale } = asked;
  const about = locale === undefined ? {} : { locale };
  if (asked.refine) {
    return renderForm(await engine.refineForm({ line, ...about }), line);
  }
  const read = filled === undefined ? { line } : await engine.readRefined({ line, filled, ...about });
  if ('problems' in read) {
    const standing = { filled: filled ?? {}, problems: read.problems };
    return renderForm(await engine.refineForm({ line, ...about }), line, standing);
  }
  const found = await find(turn, read.line, about);
  const back = filled === undefined ? asked.from : line;
  return asked.put ? renderPut(found) : renderDialog(found, { back, puts });
}

/** The answer, if it comes before the platform waits no longer; a failure is written down. */
export function findInTime(
  turn: Turn,
  { line, locale }: { readonly line: string; readonly locale?: string },
): Promise<Answer | undefined> {
  return inTime(turn, () => find(turn, line, locale === undefined ? {} : { locale }));
}

async function inTime<T>(turn: Turn, work: () => Promise<T>): Promise<T | undefined> {
  const { host, timing } = turn.services;
  try {
    const worked = await within(work(), turn.from + timing.search - Date.now());
    return worked.done ? worked.value : undefined;
  } catch (error) {
    fail(host, 'invoke', error);
    return undefined;
  }
}

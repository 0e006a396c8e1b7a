/** Verdicts on answers: by buttons of ours in a card, and by Teams' own below a message, whose answer is remembered for them. */
import { converse, patiently, type Response, said, type Turn } from './converse.ts';
import type { Received } from './received.ts';
import { recallAnswer } from './remembered.ts';
import { renderWords } from './render-plain.ts';

/** A verdict is kept once per press, and acknowledged where its reader looks. */
export async function judgedByButton(
  turn: Turn,
  verdict: Extract<Received, { kind: 'verdict' }>,
): Promise<Response> {
  const { host } = turn.services;
  const { line, revision, helpful } = verdict;
  const response = await converse(turn, verdict.delivery, 'feedback', async () => {
    await host.feedback({ platform: 'teams', line, revision, helpful });
    if (verdict.via === 'submit') {
      await patiently(turn, () => turn.sender.send(renderWords(turn.says.chat.thanks), turn.only));
    }
  });
  return verdict.via === 'execute' && response.status === 200 ? said(turn.says.chat.thanks) : response;
}

/** Teams thanks by itself, and takes anything but an empty object for a failure. */
export async function judgedBelow(
  turn: Turn,
  { answer, helpful, delivery }: Extract<Received, { kind: 'judged' }>,
): Promise<Response> {
  const { host } = turn.services;
  const response = await converse({ ...turn, typing: false }, delivery, 'feedback', async () => {
    const judged = await recallAnswer(host, answer);
    if (judged === undefined) host.log.info({}, 'a verdict on an answer that is not remembered any more');
    else await host.feedback({ platform: 'teams', ...judged, helpful });
  });
  return response.status === 200 ? { status: 200, body: {} } : response;
}

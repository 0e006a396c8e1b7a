/** Which answer a message of ours holds: Teams' own buttons for a verdict tell the message alone. */
import type { Answer } from '../../src/answer/answer.ts';
import type { Host } from '../../src/contract/adapter.ts';
import { answerKey } from './places.ts';

/** What a verdict is about. */
type Judged = Pick<Answer, 'line' | 'revision'>;

/** How long the answer in a message can be judged; milliseconds. */
const KEPT = 7 * 24 * 60 * 60_000;

/** What cannot be remembered cannot be judged; the answer stands all the same. */
export async function rememberAnswer(
  { notes, log }: Host,
  place: { readonly conversation: string; readonly message: string },
  { line, revision }: Answer,
): Promise<void> {
  const judged: Judged = { line, revision };
  try {
    await notes.put(answerKey(place.conversation, place.message), judged, KEPT);
  } catch (error) {
    log.error({ error }, 'an answer could not be remembered; nobody can judge it');
  }
}

/** @param key of the message, see `answerKey`; undefined where it holds no answer, or none any more */
export function recallAnswer({ notes }: Host, key: string): Promise<Judged | undefined> {
  return notes.get<Judged>(key);
}

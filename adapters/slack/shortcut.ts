/** "Find related sessions" in a message's menu: searches with the message's text, and shows the result in a modal. */
import { showInModal } from './modal.ts';
import type { Request } from './ports.ts';
import { shortcutText, triggerOf, userOf } from './receive.ts';
import { cut } from './text.ts';

/** The shortcut's name in the manifest. */
export const FIND_RELATED = 'find_related';

/** A line may hold 500 characters; a message's beginning says what it is about. */
const MOST_CHARACTERS = 450;

export async function answerShortcut(request: Request, ack: () => Promise<void>): Promise<void> {
  await ack();
  const { body } = request;
  const text = shortcutText(body);
  const line = text === '' ? 'help' : `/related ${cut(text, MOST_CHARACTERS)}`;
  request.delivery.later(() =>
    showInModal(request, { line, triggerId: triggerOf(body), user: userOf(body) }),
  );
}

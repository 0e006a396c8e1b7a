/** "Find related sessions" in a message's menu: searches with the message's text, and shows the result in a modal. */
import { lineOfMessage } from '../../src/answer/message-line.ts';
import { showInModal, showNoticeInModal } from './modal.ts';
import type { Request } from './ports.ts';
import { shortcutText, triggerOf, userOf } from './receive.ts';

/** The shortcut's name in the manifest. */
export const FIND_RELATED = 'find_related';

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

/**
 * Clicks on buttons. A button carries a line, so any of them can be served with nothing remembered.
 *
 * Turning a page changes the message in place. Everything else leaves the list where it is: in a channel the answer is
 * for the clicker alone, who can share it; in a direct message it follows; in a view it takes the view's place.
 */
import type { Answer } from '../../src/answer/answer.ts';
import { lineOf } from '../../src/answer/line.ts';
import { apology, count, refusalOf, tell } from './asking.ts';
import type { Message } from './blocks.ts';
import { showInModal } from './modal.ts';
import { ARCHIVE } from './more.ts';
import { planAnswer, readVerdict } from './plan.ts';
import type { Request } from './ports.ts';
import { type Clicked, clicked } from './receive-press.ts';
import { openRefine } from './refine.ts';
import { renderMessage, renderNotice } from './render.ts';
import { reply, type Spot, toPerson } from './replying.ts';
import { isRefusal } from './web-api.ts';

/** A click on a button of a message. */
interface InMessage extends Spot {
  readonly click: Clicked;
}

/** Acknowledges at once; what the click asks for follows. */
export async function answerClick(request: Request, ack: () => Promise<void>): Promise<void> {
  const click = clicked(request.body);
  await ack();
  if (click.actionId === ARCHIVE) return;
  request.delivery.later(() => serve(request, click));
}

async function serve(request: Request, click: Clicked): Promise<void> {
  const { message, responseUrl, triggerId, view, user } = click;
  if (message === undefined) {
    if (click.actionId === 'refine') return openRefineFromView(request, click);
    // The other buttons in views carry lines.
    const line = click.value === '' ? lineOf.help() : click.value;
    const viewId = view?.type === 'modal' ? { viewId: view.id } : {};
    return showInModal(request, { line, triggerId, user: user.id, ...viewId });
  }
  const spot: InMessage = { click, message, responseUrl, user: user.id };
  if (click.actionId === 'feedback') return takeFeedback(request, spot);
  if (click.actionId === 'share') return share(request, spot);
  if (click.actionId !== 'refine') return answerLine(request, spot);
  try {
    await openRefine(request, click);
  } catch (error) {
    tell(request, 'refine', error);
    await reply(request, spot, toPerson(spot, renderNotice(request.says.own.modalFailed)));
  }
}

/** From a view there is no conversation to answer in: where the form does not open, the person is written to. */
async function openRefineFromView(request: Request, click: Clicked): Promise<void> {
  try {
    await openRefine(request, click);
  } catch (error) {
    tell(request, 'refine', error);
    await request.api.post({ channel: click.user.id }, renderNotice(request.says.own.modalFailed));
  }
}

async function answerLine(request: Request, spot: InMessage): Promise<void> {
  const { click } = spot;
  const { line, audience, turnsPage, ownsThread, note } = planAnswer(click, spot.message, request.says);
  let message: Message;
  let answer: Answer;
  try {
    answer = await request.host.ask({
      text: line,
      ...(ownsThread && click.thread !== undefined ? { thread: click.thread } : {}),
    });
    count(request, 'click', answer);
    const { commandPrefix } = request;
    message = renderMessage(answer, { audience, commandPrefix, ...(note === undefined ? {} : { note }) });
  } catch (error) {
    await reply(request, spot, toPerson(spot, renderNotice(apology(request, 'click', error))));
    return;
  }
  if (!turnsPage && spot.message.direct) return postForAll(request, spot, answer, message);
  await reply(request, spot, turnsPage ? { kind: 'replace', message } : toPerson(spot, message));
  // Whoever writes below a message goes on with what stands there now. The key of a message is that of the thread below it.
  if (turnsPage && click.messageKey !== undefined && !spot.message.ephemeral)
    await request.host.remember(click.messageKey, answer);
}

/**
 * Posts a private answer for everybody, then takes the private one away. Once for each answer: a double click comes as
 * two deliveries.
 */
async function share(request: Request, spot: InMessage): Promise<void> {
  const { click } = spot;
  let answer: Answer;
  try {
    answer = await request.host.ask({ text: click.value });
  } catch (error) {
    return reply(request, spot, toPerson(spot, renderNotice(apology(request, 'share', error))));
  }
  count(request, 'share', answer);
  const message = renderMessage(answer, {
    audience: 'public',
    note: request.says.own.sharedBy(click.user.name),
  });
  const post = () => postForAll(request, spot, answer, message);
  try {
    if (click.messageKey === undefined) {
      await post();
    } else {
      const { state } = await request.host.once(`share:${click.messageKey}:${click.value}`, post);
      // The first click takes the private answer away.
      if (state !== 'done') return;
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    tell(request, 'share', error);
    return reply(request, spot, toPerson(spot, renderNotice(request.says.own.refused(refusalOf(error)))));
  }
  await reply(request, spot, { kind: 'delete' });
}

/**
 * For whoever is in the conversation, which may be one person: by the Web API, which tells the message's ts, so that a thread
 * below it goes on with its subject; where the bot is no member, by the response_url, which tells nothing (and there nobody
 * can mention the bot below it either).
 */
async function postForAll(
  request: Request,
  spot: InMessage,
  answer: Answer,
  message: Message,
): Promise<void> {
  const { channel, threadTs } = spot.message;
  const thread = threadTs === undefined ? {} : { threadTs };
  try {
    const ts = await request.api.post({ channel, ...thread }, message);
    if (threadTs === undefined && ts !== '') await request.host.remember(spot.click.threadBelow(ts), answer);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await reply(request, spot, { kind: 'public', message, ...thread });
  }
}

async function takeFeedback(request: Request, spot: InMessage): Promise<void> {
  const verdict = readVerdict(spot.click.value);
  if (verdict === undefined) return;
  await request.host.feedback({ platform: 'slack', ...verdict });
  await reply(request, spot, toPerson(spot, renderNotice(request.says.chat.thanks)));
}

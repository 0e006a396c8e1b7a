/**
 * Clicks on buttons. A button carries a line, so any of them can be served with nothing remembered.
 *
 * Turning a page changes the message in place. Everything else leaves the list where it is: in a channel the answer is
 * for the clicker alone, who can share it; in a direct message it follows; in a view it takes the view's place.
 */
import type { Answer } from '../../src/answer/answer.ts';
import { count, tell } from './asking.ts';
import type { Message } from './blocks.ts';
import { describe } from './deliveries.ts';
import { showInModal } from './modal.ts';
import type { Request } from './ports.ts';
import { type Clicked, clicked } from './receive.ts';
import { openRefine } from './refine.ts';
import { type Audience, renderMessage, renderNotice } from './render.ts';
import type { Response } from './respond.ts';
import { WORDS } from './words.ts';

type InMessage = Clicked & { readonly message: NonNullable<Clicked['message']> };

/** Acknowledges at once; what the click asks for follows. */
export async function answerClick(request: Request, ack: () => Promise<void>): Promise<void> {
  const click = clicked(request.body);
  await ack();
  request.delivery.later(() => serve(request, click));
}

async function serve(request: Request, click: Clicked): Promise<void> {
  if (click.actionId === 'refine') return openRefine(request, click);
  if (click.message === undefined) {
    // Buttons in views carry lines, nothing else.
    const line = click.value === '' ? 'help' : click.value;
    await showInModal(request, {
      line,
      triggerId: click.triggerId,
      user: click.user.id,
      ...(click.view?.type === 'modal' ? { viewId: click.view.id } : {}),
    });
    return;
  }
  const inMessage: InMessage = { ...click, message: click.message };
  if (click.actionId === 'feedback') return takeFeedback(request, inMessage);
  if (click.actionId === 'share') return share(request, inMessage);
  return answerLine(request, inMessage);
}

async function answerLine(request: Request, click: InMessage): Promise<void> {
  const turnsPage = click.actionId.startsWith('page:');
  const audience: Audience = click.message.direct
    ? 'direct'
    : click.message.ephemeral || !turnsPage
      ? 'private'
      : 'public';
  // A button of an earlier version may carry nothing that can be asked: then help is better than silence.
  const stale = click.value === '';
  // What one person opens for themselves does not change what a channel's thread is about; turning its page does.
  const ownsThread = click.message.direct || (turnsPage && !click.message.ephemeral);
  let message: Message;
  try {
    const answer = await request.host.ask({
      text: stale ? 'help' : click.value,
      ...(ownsThread && click.thread !== undefined ? { thread: click.thread } : {}),
    });
    count(request, 'click', answer);
    message = renderMessage(answer, { audience, ...(stale ? { note: WORDS.staleButton } : {}) });
  } catch (error) {
    tell(request, 'click', error);
    await reply(request, click, toClicker(click, renderNotice(WORDS.failed)));
    return;
  }
  await reply(request, click, turnsPage ? { kind: 'replace', message } : toClicker(click, message));
}

/** For the clicker alone in a channel; simply the next message in a direct conversation. */
function toClicker({ message: { direct, threadTs } }: InMessage, message: Message): Response {
  return { kind: direct ? 'public' : 'private', message, ...(threadTs === undefined ? {} : { threadTs }) };
}

/** Posts a private answer for everybody, then takes the private one away. */
async function share(request: Request, click: InMessage): Promise<void> {
  let answer: Answer;
  try {
    answer = await request.host.ask({ text: click.value });
  } catch (error) {
    tell(request, 'share', error);
    return reply(request, click, toClicker(click, renderNotice(WORDS.failed)));
  }
  count(request, 'share', answer);
  const { threadTs } = click.message;
  const message = renderMessage(answer, { audience: 'public', note: WORDS.sharedBy(click.user.name) });
  await reply(request, click, { kind: 'public', message, ...(threadTs === undefined ? {} : { threadTs }) });
  await reply(request, click, { kind: 'delete' });
}

async function takeFeedback(request: Request, click: InMessage): Promise<void> {
  const verdict = readVerdict(click.value);
  if (verdict === undefined) return;
  await request.host.feedback({ platform: 'slack', ...verdict });
  await reply(request, click, toClicker(click, renderNotice(WORDS.thanks)));
}

function readVerdict(value: string): { line: string; revision: string; helpful: boolean } | undefined {
  try {
    const { line, revision, helpful } = JSON.parse(value) as Record<string, unknown>;
    if (typeof line !== 'string' || typeof revision !== 'string' || typeof helpful !== 'boolean')
      return undefined;
    return { line, revision, helpful };
  } catch {
    return undefined;
  }
}

/** Through the click's response_url; where that is used up or gone, by the Web API. */
async function reply(request: Request, click: InMessage, response: Response): Promise<void> {
  try {
    if (click.responseUrl === undefined) throw new Error('the click came without a response_url');
    await request.respond(click.responseUrl, response);
  } catch (error) {
    if (response.kind === 'delete') throw error;
    request.host.log.warn({ error: describe(error) }, 'a response_url failed; the Web API is tried');
    const { channel, threadTs, direct } = click.message;
    const place = { channel, ...(threadTs === undefined ? {} : { threadTs }) };
    if (direct || response.kind === 'public') await request.api.post(place, response.message);
    else await request.api.postPrivate(place, click.user.id, response.message);
  }
}

/** Answers to what somebody did in a message: by its response_url, else by the Web API; never not at all. */
import type { Message } from './blocks.ts';
import type { Request } from './ports.ts';
import type { Place } from './receive.ts';
import type { Clicked } from './receive-press.ts';
import type { Response } from './respond.ts';
import { isRefusal } from './web-api.ts';

/** Where something was done, and by whom. */
export interface Spot {
  readonly responseUrl: string | undefined;
  readonly message: NonNullable<Clicked['message']>;
  readonly user: string;
}

/** For that person alone in a channel; simply the next message in a direct conversation. */
export function toPerson({ message: { direct, threadTs } }: Spot, message: Message): Response {
  return { kind: direct ? 'public' : 'private', message, ...(threadTs === undefined ? {} : { threadTs }) };
}

/** A response_url works five times in half an hour; where it is used up or gone, the Web API takes its place. */
export async function reply(request: Request, spot: Spot, response: Response): Promise<void> {
  try {
    if (spot.responseUrl === undefined) throw new Error('there is no response_url');
    await request.respond(spot.responseUrl, response);
  } catch (error) {
    if (response.kind === 'delete') throw error;
    request.host.log.warn({ error }, 'a response_url failed; the Web API is tried');
    const { channel, threadTs, direct } = spot.message;
    const place = { channel, ...(threadTs === undefined ? {} : { threadTs }) };
    if (direct || response.kind === 'public') await request.api.post(place, response.message);
    else await writeAlone(request, place, spot.user, response.message);
  }
}

/** For one person's eyes only: in the place where they are, or where Slack does not let the bot, directly to them. */
export async function writeAlone(
  { api, host }: Request,
  place: Place,
  user: string,
  message: Message,
): Promise<void> {
  try {
    await api.postPrivate(place, user, message);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    host.log.warn({ error }, 'Slack does not let the bot write there; the person is written to directly');
    await api.post({ channel: user }, message);
  }
}

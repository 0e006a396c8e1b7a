/** What the handlers need of the outside world. `adapter.ts` gives it with Bolt behind; every call is retried there. */
import type { Host } from '../../src/contract/adapter.ts';
import type { HomeView, Message, ModalView } from './blocks.ts';
import type { Delivery } from './deliveries.ts';
import type { Place } from './receive.ts';
import type { SharedLinks } from './receive-links.ts';
import type { Response } from './respond.ts';
import type { Says } from './says.ts';
import type { Entity } from './work-object.ts';

/** A suggested question: what stands on it, and what is written where it is pressed. */
export interface Prompt {
  readonly title: string;
  readonly message: string;
}

/** Slack's Web API, as far as it is used. */
export interface SlackApi {
  /** `name` tells one message from another: posted again under the same name, it is the same message to Slack. */
  /** … Gives the new message's ts, '' where Slack does not tell it. */
  post(place: Place, message: Message, name?: string): Promise<string>;
  /** Puts a message in the place of the bot's own one with that ts. */
  update(channel: string, ts: string, message: Message): Promise<void>;
  /** Only `user` sees it. */
  postPrivate(place: Place, user: string, message: Message): Promise<void>;
  /** What the bot is doing in a thread of the agent view; goes when it posts there. */
  setStatus(thread: Required<Place>, status: string): Promise<void>;
  /** What a thread of the agent view is called in its list. */
  setTitle(thread: Required<Place>, title: string): Promise<void>;
  /** What can be asked at the press of a button, under a title; at most four. */
  suggest(place: Place, title: string, prompts: readonly Prompt[]): Promise<void>;
  /** Gives the id of the new view. The trigger is good for three seconds. */
  openView(triggerId: string, view: ModalView): Promise<string>;
  updateView(id: string, view: ModalView): Promise<void>;
  publishHome(user: string, view: HomeView): Promise<void>;
  /** `entities`: what the links lead to, for those that lead to one thing. */
  unfurl(
    target: SharedLinks['target'],
    previews: Readonly<Record<string, Pick<Message, 'blocks'>>>,
    entities: readonly Entity[],
  ): Promise<void>;
  /** Fills the pane that somebody opened; without an entity it says that there is none. */
  showDetails(triggerId: string, entity: Entity | undefined): Promise<void>;
}

/** One request's surroundings. */
export interface Request {
  readonly body: unknown;
  readonly host: Host;
  readonly api: SlackApi;
  /** Posts to the request's `response_url`. */
  readonly respond: (url: string, response: Response) => Promise<void>;
  readonly delivery: Delivery;
  /** The bot's own user, where it is known. */
  readonly botUserId: string | undefined;
  /** The app has Slack's agent view. */
  readonly agent: boolean;
  /** How often Slack tried before. */
  readonly retry: number;
  /** It was acknowledged long ago: the answer can only follow. */
  readonly owed: boolean;
  /** What is said beside answers. Slack does not tell anybody's language with what they do. */
  readonly says: Says;
  readonly commandPrefix: string;
  /** How long an acknowledgement waits for an answer, in milliseconds. */
  readonly patience: number;
}

/**
 * One driver per adapter: it starts the real adapter with its real SDK against a counterpart of the vendor's cloud on
 * loopback, sends what a person would send, and gives back what that person would see.
 */
import type { Mention } from '../../src/answer/mentions.ts';
import type { Adapter, Host } from '../../src/contract/adapter.ts';

export interface Button {
  readonly label: string;
  press(): Promise<Reply>;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What is offered while somebody types. */
export interface Completion {
  readonly label: string;
  /** Takes it, sends what it completes, and gives what is answered. */
  choose(): Promise<Reply>;
}

/** What the person sees as one reply. */
export interface Reply {
  /** All visible text in reading order, without markup. */
  readonly visible: string;
  readonly buttons: readonly Button[];
  /** Buttons that lead to an address; absent where all is on pages of ours anyway. */
  readonly links?: readonly Link[];
  /** Only the asker sees it. */
  readonly private: boolean;
  /** The payload as it went out, for the limits. */
  readonly payload: unknown;
  /** What it is known by where people write below it or reply to it; of a driver that tells. */
  readonly id?: unknown;
  /** It took the place of an earlier reply. */
  readonly replaced?: true;
  /** Of a form that is open. */
  readonly form?: OpenForm;
}

/** A form that is open, as a person fills it in. */
export interface OpenForm {
  /** Its fields' names, in order. */
  readonly fields: readonly string[];
  /**
   * Sends it with what is filled in; all other fields stay as they are. What is typed into a field that completes is what it
   * offers first. Gives the answer, or the reply that says what is wrong.
   */
  send(filled: Readonly<Record<string, readonly string[]>>): Promise<Reply>;
}

/** What is mentioned beside people; a platform without the one uses what it has: a group, a role, a channel. */
export const OTHER_BOT: Mention = { whom: 'other', name: 'Another bot' };
export const TAG: Mention = { whom: 'other', name: 'designers' };

export interface Incoming {
  readonly text: string;
  /** In the place of `text`: what is typed between mentions, the bot's own (`us`) among them. */
  readonly pieces?: readonly (string | Mention)[];
  /** A message without words of its own, but for a mention: of a file, or one that forwards a message with these words. */
  readonly carries?: 'file' | { readonly forwarded: string };
  /** Continue in this thread or conversation; a new one where absent. */
  readonly thread?: string;
  /** The delivery's identity; a fresh one where absent. Sending the same identity again is a platform's retry. */
  readonly delivery?: string;
  /** Who sends it; a person where absent. `self` is the bot's own user. */
  readonly sender?: 'person' | 'bot' | 'self';
  /** Asked for its asker's eyes alone, where the platform leaves that to them. */
  readonly private?: boolean;
  /** The message's own identity, whatever delivers it; a fresh one where absent. */
  readonly message?: string;
  /** It is an edit of that message. */
  readonly edited?: true;
  /** Where it is written, in no thread: the same for the same name; a new one where absent. */
  readonly place?: string;
  /** Written below that reply, or as an answer to it, in the same place. */
  readonly below?: Reply;
}

/** `silence`: nothing was sent. `refused`: the platform was told to come again. */
export type Outcome = Reply | 'silence' | 'refused';

export type Surface = 'command' | 'mention' | 'direct';

/** Where the words of a message stand: what a person typed, an app's card, a forwarded message, or a file's name. */
export type Where = 'text' | 'card' | 'forward' | 'file';

export interface Rig {
  readonly surfaces: readonly Surface[];
  /** Sends a line and waits for what comes of it (bounded; silence is decided when the adapter is idle). */
  send(surface: Surface, incoming: Incoming): Promise<Outcome>;
  /** Presses a button as it stood on an old message, with the line `line` in it. */
  pressOld(line: string): Promise<Outcome>;
  /** What is offered for what was typed, held to the platform's limits; of an adapter that can type ahead. */
  complete?(typed: string): Promise<readonly Completion[]>;
  /** Chooses "find related" in the menu of a message with these words; of an adapter that has the entry. */
  findRelated?(message: string, delivery?: string, where?: Where): Promise<Outcome>;
  /** False where such a request is answered in its response, as often as it comes. */
  readonly relatedRepeats?: false;
  /** Opens a conversation with the bot, and gives the questions that are suggested; of an adapter that suggests some. */
  suggested?(): Promise<readonly string[]>;
  /** Opens the form that asks, from no conversation at all; of an adapter that has it. */
  askAnywhere?(): Promise<OpenForm>;
  /** Opens the bot's own page; of an adapter that has one. */
  openHome?(): Promise<Reply>;
  /** The next `count` calls of the vendor's API fail in this way. */
  failApi?(how: 'rate-limited' | 'server-error' | 'reset' | 'hang', count: number): void;
  /**
   * The next message to a channel is refused for good: the bot may not write there. Absent where a platform lets the bot
   * answer wherever it is asked.
   */
  refusePost?(): void;
  /** How many of those failures are still to come; absent where a driver cannot tell. */
  failuresLeft?(): number;
  /** Throws where the payload breaks a rule of the vendor's (limits, schema). */
  validate(payload: unknown): void;
  /**
   * Mentions, formatting and links that the payload would cause beyond the Answer's own links; an adapter gives none.
   * Absent where `validate` refuses them already.
   */
  active?(payload: unknown): readonly string[];
  stop(): Promise<void>;
}

/**
 * How long the adapter waits, in milliseconds. Absent: for as long as a busy machine may need, so that nothing but a case
 * about slow answers or calls that hang depends on time.
 */
export interface Waits {
  /** Until an answer that is not there yet is acknowledged or announced. */
  readonly answer?: number;
  /** For one call of the vendor's API. */
  readonly call?: number;
}

/** What a wait is where a case is not about it. */
export const LONG = 20_000;

export interface Driver {
  readonly adapter: Adapter;
  /** False where requests have no identity: a page that is asked for twice is answered twice. */
  readonly repeats?: false;
  /** False where answering calls no API of a vendor that could fail; the others' rigs have `failApi`. */
  readonly callsApi?: false;
  /** The adapter is tested over another transport as well, and there what it draws without one. */
  readonly drawnElsewhere?: true;
  /** Ways to ask that the platform tells edits of, and replies to the bot's own messages; none where absent. */
  readonly edits?: readonly Surface[];
  readonly replies?: readonly Surface[];
  /** `host` holds the real engine over the shipped knowledge, or one that the case has wrapped. */
  start(host: Host, waits?: Waits): Promise<Rig>;
}

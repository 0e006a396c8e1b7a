/**
 * The contract that every adapter meets, and the host that it is opened with.
 *
 * An adapter turns a platform's payload into one line of text (`receive.ts`), hands it to the host, and turns the Answer
 * into the platform's payload (`render.ts`, pure). Only its `adapter.ts` knows the platform's SDK, loaded when opened.
 */
import type { RequestListener } from 'node:http';
import type { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import type { Curation } from '../answer/curation.ts';
import type { Filled, Form, Problems } from '../answer/form.ts';
import type { Declaration, SuggestionKind } from '../commands/declaration.ts';
import type { Engine, Suggestion } from '../engine.ts';
import type { Verdict } from '../store/feedback.ts';
import type { Installations } from '../store/installations.ts';
import type { Notes } from '../store/notes.ts';
import type { Asker } from './quotas.ts';
import type { Troubles } from './troubles.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with a configuration: which variables, and what would be right. */
export interface ConfigurationProblem {
  readonly variables: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

/**
 * What an environment says of an adapter.
 *
 * - `off`: none of its variables that switch it on is set; `hint` says in one line how to connect it.
 * - `wrong`: half set or invalid; all problems at once.
 * - `on`: ready to open. `overHttp`: its platform delivers to the service's public address.
 */
export type Configured<Config> =
  | { readonly state: 'off'; readonly hint: string }
  | { readonly state: 'wrong'; readonly problems: readonly ConfigurationProblem[] }
  | {
      readonly state: 'on';
      readonly config: Config;
      readonly summary: string;
      readonly overHttp: boolean;
    };

/** Surroundings of the whole service that decide what an adapter may do (Teams without tokens on loopback only). */
export interface Surroundings {
  readonly host: string;
  readonly loopback: boolean;
  /** Origin under which the service is reached from outside, without a trailing slash; absent where unknown. */
  readonly publicUrl?: string;
}

export interface ConfigurationReader<Config> {
  /**
   * One zod field per environment variable; the keys are the variables' names and each `description` is what
   * `.env.example` and the start message explain. A test holds the two to each other.
   */
  readonly variables: z.ZodObject;
  read(environment: Environment, surroundings: Surroundings): Configured<Config>;
}

/** What a platform can do; decides which conformance cases apply and fills the README's feature matrix. */
export interface Capabilities {
  /** Slash commands or an equal command list. */
  readonly commands: boolean;
  readonly mentions: boolean;
  readonly directMessages: boolean;
  /** Buttons that carry lines. */
  readonly buttons: boolean;
  /** Follow-ups in a thread or conversation keep their subject. */
  readonly threads: boolean;
  /** An edited message has its answer brought up to date. */
  readonly edits: boolean;
  readonly typeAhead: boolean;
  /** A menu entry on somebody's message that searches with its text. */
  readonly messageShortcut: boolean;
  /** Answers only the asker sees, with a button that shares them. */
  readonly privateAnswers: boolean;
  /** A form over the conversation that narrows what is listed. */
  readonly forms: boolean;
  /** A page of the bot's own inside the platform. */
  readonly home: boolean;
  readonly feedback: boolean;
  /** Comparisons, counts and figures as tables. */
  readonly tables: boolean;
  /** Questions about the archive at hand, suggested where a conversation opens. */
  readonly suggestions: boolean;
  /** A form with one question, wherever somebody is in the platform. */
  readonly askAnywhere: boolean;
}

/** A limit of the platform: its value, its unit, and where that is written. */
export interface Limit {
  readonly value: number;
  readonly unit: 'characters' | 'bytes' | 'items' | 'milliseconds' | 'per second';
  readonly source: string;
}

export interface Log {
  /** `facts` never hold message text or secrets. */
  debug(facts: Readonly<Record<string, unknown>>, message: string): void;
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export interface Metrics {
  /** Counts an event of the adapter, e.g. `count('requests', { kind: 'mention', outcome: 'found' })`. */
  count(
    name: 'requests' | 'deliveries' | 'failures' | 'retries' | 'feedback',
    labels: Readonly<Record<string, string>>,
  ): void;
  /** Time from receipt to reply, in seconds. */
  observe(name: 'reply_seconds', seconds: number, labels: Readonly<Record<string, string>>): void;
}

/** A line to answer. `thread` makes a conversation of several; without it each stands by itself. */
export interface Ask {
  readonly text: string;
  /** The names of people whom a chat's message mentions, one for each `MENTION` in `text` (`src/answer/mentions.ts`). */
  readonly names?: readonly string[];
  /** Key of the thread or conversation whose last line may be continued and is remembered; absent for one-off lines. */
  readonly thread?: string;
  /** The canonical line that this one may continue, where the platform's message tells it; goes before what a thread remembers. */
  readonly previous?: string;
  /** Key of a thread that this line goes on with before all others: that of an answer which it replies to. */
  readonly follows?: string;
  readonly locale?: string;
}

/** A message that asks, and by what it is known again when it comes once more, edited or not. */
export interface AskedMessage extends Ask {
  /** Key of the message: the same for every delivery and every edit of it. */
  readonly message: string;
  /** It is answered only where it was answered before: a platform tells of changes that nobody made by hand. */
  readonly onlyKnown?: boolean;
  /** The thread that a reply to our answer opens, by the answer's id, where that is another than the message's own. */
  readonly threadOf?: (reply: string) => string;
}

/**
 * Sends the answer to a message.
 * @param answer asks the archive; the message is asked with what it continued when it was first written
 * @param standing id of our earlier answer to the same message, which the new one takes the place of; absent for a first one
 * @returns the id of the message that answers, where the platform tells it
 */
export type SendAnswer = (
  answer: () => Promise<Answer>,
  standing: string | undefined,
) => Promise<string | undefined>;

/**
 * - `done`: the work ran to its end now. - `repeat`: it was done before: acknowledge and drop.
 * - `busy`: another delivery of the same is being handled: refuse for now, the platform comes again.
 */
export type Delivery<T> =
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'repeat' }
  | { readonly state: 'busy' };

export interface Host {
  /**
   * The same host for one asker: what is asked of it counts to the asker's quota, and waits for nobody's turn but theirs. `ask`
   * and what is asked in `answerMessage` reject with `TooMany` where the quota is used up.
   * @example const answer = await host.for({ user: event.user, workspace: event.team }).ask({ text });
   */
  for(asker: Asker): Host;
  /** More waits than is answered within a moment: refuse what the platform brings again, `owe` what it does not. */
  isBusy(): boolean;
  /**
   * Puts down what was asked and never comes again (a command, a click), to be served later by what `settle` was given, by
   * another process or after a crash too. False where there is no room for it, or the asker's quota is used up: then it must be
   * served now.
   * @param key the same for every delivery of it
   * @param payload the delivery as it came, tokens included: it is kept encrypted, or in memory alone
   * @param expiresIn milliseconds for which its reply token lives
   */
  owe(key: string, payload: string, expiresIn: number): Promise<boolean>;
  /** Serves what is owed, a few at a time, until the function given back is called; that resolves when none is in work. */
  settle(serve: (payload: string) => Promise<void>): () => Promise<void>;
  /** All of the engine but answers: those are given by `ask` alone, so that none lacks what a host adds to it. */
  readonly engine: Omit<Engine, 'answer'>;
  /**
   * Answers a line within its thread. Never rejects for what the text holds; rejects only when the archive fails. Where the
   * archive is public, what the answer opens leads to its page.
   * @example
   * const answer = await host.ask({ text: 'only 2022', thread: `${team}:${channel}`, locale: 'en-GB' });
   */
  ask(request: Ask): Promise<Answer>;
  /**
   * Answers a message, by the one rule for all platforms that tell of edits: a message that says what it said before is let
   * be; one that says something else has its old answer brought up to date. Rejects where `send` does, and then nothing is
   * remembered, so that a repeat is served.
   * @example
   * await host.answerMessage({ text, thread, message: `${channel}:${ts}` }, async (answer, standing) => {
   *   const payload = render(await answer());
   *   return standing === undefined ? post(payload) : update(standing, payload);
   * });
   */
  answerMessage(message: AskedMessage, send: SendAnswer): Promise<'answered' | 'same'>;
  /** Remembers an answer as the last one of another thread: the one that replies to it open. */
  remember(thread: string, answer: Answer): Promise<void>;
  /**
   * Claims `key`, runs `work`, completes; on failure releases and rejects with the failure.
   * @example
   * const delivery = await host.once(event.id, () => reply(event));
   * if (delivery.state === 'busy') response.writeHead(503);
   */
  once<T>(key: string, work: () => Promise<T>): Promise<Delivery<T>>;
  /**
   * Runs `work` unless the same is running anywhere at this moment; false where it is. Unlike a delivery it may be done again.
   * Rejects where `work` does.
   */
  alone(key: string, work: () => Promise<void>): Promise<boolean>;
  /** Keeps a reader's verdict on an answer, without who gave it. */
  feedback(verdict: Verdict): Promise<void>;
  /** The workspaces that added the app on this platform. */
  readonly installations: Installations;
  /** What the adapter keeps for itself. */
  readonly notes: Notes;
  readonly log: Log;
  /** Where lasting failures are told: a token that is refused, signatures that do not fit. */
  readonly troubles: Troubles;
  readonly metrics: Metrics;
  readonly declarations: readonly Declaration[];
  readonly publicUrl?: string;
  /** For pages on this machine alone; absent where nobody curates. */
  readonly curation?: Curation;
  /** How other platforms would show an answer, connected or not; for whoever draws them side by side. */
  previews(): Promise<readonly PreviewedPlatform[]>;
}

/** A part of the one HTTP server. `path` is exact, or a prefix where it ends in `/`. The handler sees the whole path. */
export interface Route {
  readonly path: string;
  /**
   * - `everyone` who reaches the server; the same where absent. What asks for proof of its own: a platform's deliveries.
   * - `archive`: everyone where the operator has made the archive public, else this machine only.
   * - `local`: this machine only, whatever the operator says.
   */
  readonly audience?: 'everyone' | 'archive' | 'local';
  readonly handle: RequestListener;
}

export interface Status {
  readonly state: 'starting' | 'ready' | 'degraded' | 'stopped';
  /** One line for people: "connected as Rapporteur to 3 servers". */
  readonly detail: string;
}

/** An adapter at work. */
export interface Connection {
  readonly routes: readonly Route[];
  status(): Status;
  /** Takes nothing new, waits for work in flight until `deadline` (milliseconds from now), lets go of everything. */
  stop(deadline: number): Promise<void>;
}

export interface ManifestRequest {
  readonly declarations: readonly Declaration[];
  /** What followed `manifest -- NAME` on the command line. */
  readonly arguments: readonly string[];
  readonly environment: Environment;
}

/** What `npm run manifest -- NAME` gives: text for standard output, and files where a folder or archive was asked for. */
export interface Manifest {
  readonly output: string;
  readonly files?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** A size of a payload against a limit of its platform: 31 of 50 blocks. */
export interface Measure {
  readonly label: string;
  readonly value: number;
  readonly limit: Limit;
}

/** How an answer was asked for, which decides who sees it. */
export type Asking = 'command' | 'mention';

/** A message as it would be sent. */
export interface Drawn {
  readonly payload: unknown;
  /** The asker alone sees it. */
  readonly private: boolean;
}

/** What somebody did with a payload that was drawn. */
export interface Press extends Drawn {
  /** The platform's own words for it, as far as they do not name people and places: the control and its value. */
  readonly interaction: unknown;
}

/** What comes of a press. */
export type Pressed =
  /** A line is asked; its answer takes the message's place or follows it. */
  | {
      readonly kind: 'answer';
      readonly line: string;
      readonly place: 'same' | 'next';
      /** The message that was pressed goes away. */
      readonly removes?: true;
      draw(answer: Answer): Drawn;
    }
  /** The form that refines a line opens over the conversation. */
  | { readonly kind: 'form'; readonly line: string; draw(form: Form): unknown }
  /** That form was filled in: its line is asked, or it is said what to mend. */
  | {
      readonly kind: 'filled';
      readonly line: string;
      readonly filled: Filled;
      draw(answer: Answer): Drawn;
      mend(form: Form, problems: Problems): Mended;
    }
  /** A few words of the bot's own, as a message. */
  | { readonly kind: 'notice'; readonly payload: unknown };

/** How it is told what to mend: at the fields of the form that is open, in a new one, or in a message. */
export type Mended =
  | { readonly kind: 'correction'; readonly errors: Problems }
  | { readonly kind: 'dialog' | 'notice'; readonly payload: unknown };

/** What a field of a form asks for while somebody types into it. */
export interface Completion {
  readonly text: string;
  readonly kinds: readonly SuggestionKind[];
  draw(suggestions: readonly Suggestion[]): unknown;
}

/** How the platform would show an answer and take up what is pressed on it. Pure, without the platform's SDK. */
export interface Preview {
  draw(answer: Answer, asking: Asking): Drawn;
  /** The sizes of a drawn payload that have limits, the scarcest first. */
  measure(payload: unknown): readonly Measure[];
  /** Absent where there is nothing to press but links. */
  press?(press: Press): Pressed;
  /** Absent where nothing is completed; undefined where the field is not known. */
  complete?(interaction: unknown): Completion | undefined;
}

export type PreviewedPlatform = Pick<Adapter, 'name' | 'title' | 'preview'>;

/**
 * A platform.
 * @example
 * export const pager: Adapter<PagerConfig> = {
 *   name: 'pager', title: 'Pager', configuration, capabilities, limits: LIMITS, preview,
 *   open: async (config, host) => connect(await import('pager-sdk'), config, host),
 * };
 */
export interface Adapter<Config = unknown> {
  /** Folder name below `adapters/`, and what `manifest -- NAME` takes. */
  readonly name: string;
  /** What people call the platform. */
  readonly title: string;
  readonly configuration: ConfigurationReader<Config>;
  readonly capabilities: Capabilities;
  readonly limits: Readonly<Record<string, Limit>>;
  /** Absent where the platform wants none. */
  manifest?(request: ManifestRequest): Promise<Manifest>;
  readonly preview: Preview;
  open(config: Config, host: Host): Promise<Connection>;
}

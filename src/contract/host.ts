/**
 * What every adapter is opened with: the engine with a thread's memory around it, deliveries served once, and verdicts
 * kept. Knows no platform; each adapter gets a host under its own name.
 */
import { createHash } from 'node:crypto';
import { pathOfAnswer } from '../answer/address.ts';
import type { Answer } from '../answer/answer.ts';
import type { Curation } from '../answer/curation.ts';
import { isSubject } from '../answer/line.ts';
import type { Declaration } from '../commands/declaration.ts';
import type { Engine } from '../engine.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { Verdict } from '../store/feedback.ts';
import type { Standing } from '../store/messages.ts';
import type { Store } from '../store/store.ts';
import type { Ask, AskedMessage, Delivery, Host, Log, Metrics, SendAnswer } from './adapter.ts';
import { createInTurn } from './in-turn.ts';
import { createOwing, type OwingDesk, type OwingTimes } from './owing.ts';
import type { Asker } from './quotas.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import { createTroubleBook, type Troubles } from './troubles.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export interface HostTimes {
  /** How long a thread's last line can be continued. */
  readonly thread: number;
  /** How long an edit of a message brings its answer up to date. */
  readonly message: number;
  /** A delivery's claim, renewed at a third of it while the work runs. */
  readonly lease: number;
  /** Work that takes longer is given up on: its claim is no longer renewed. */
  readonly longest: number;
  /** How long an answered delivery is remembered: far longer than any platform comes again (`repeats` among their limits). */
  readonly remember: number;
  readonly feedback: number;
}

/** Milliseconds. */
export const HOST_TIMES: HostTimes = {
  thread: 2 * 60 * MINUTE,
  message: DAY,
  lease: 30 * SECOND,
  longest: 15 * MINUTE,
  remember: 2 * 60 * MINUTE,
  feedback: 180 * DAY,
};

interface HostOptions {
  /** The adapter's name: its label on every count, and its own room for threads and deliveries. */
  readonly name: string;
  readonly engine: Engine;
  readonly store: Store;
  readonly log: Log;
  /** A book of its own where absent. */
  readonly troubles?: Troubles;
  readonly metrics: Metrics;
  readonly declarations: readonly Declaration[];
  readonly publicUrl?: string;
  /** Everybody may read the archive's pages, below `publicUrl`. */
  readonly publicArchive?: boolean;
  readonly curation?: Curation;
  /** None where absent. */
  readonly previews?: Host['previews'];
  /** What all adapters of a service share; of its own where absent. */
  readonly traffic?: Traffic;
  readonly owing?: OwingTimes;
  readonly times?: Partial<HostTimes>;
}

/**
 * The host of the adapter `options.name`. Its claims and threads are its own, whatever other adapters share the store.
 * @example
 * const host = createHost({ name: 'slack', engine, store, log, metrics, declarations: DECLARATIONS });
 * const connection = await slack.open(config, host);
 */
export function createHost(options: HostOptions): Host {
  const { name, store, log } = options;
  const metrics = labelled(name, options.metrics);
  const traffic = options.traffic ?? createTraffic();
  return hostOf(options, {
    metrics,
    inTurn: createInTurn(store.turns, log),
    traffic,
    troubles: options.troubles ?? createTroubleBook().of(name, log),
    installations: store.installations(name),
    notes: store.notes(name),
    owing: createOwing({
      owed: store.owed(name),
      log,
      metrics,
      isBusy: traffic.isBusy,
      ...(options.owing === undefined ? {} : { times: options.owing }),
    }),
  });
}

/** What the hosts of one adapter share, whoever asks. */
interface Shared extends Pick<Host, 'metrics' | 'troubles' | 'installations' | 'notes'> {
  readonly inTurn: ReturnType<typeof createInTurn>;
  readonly traffic: Traffic;
  readonly owing: OwingDesk;
}

function hostOf(options: HostOptions, shared: Shared, asker?: Asker): Host {
  const { name, store, log, declarations } = options;
  const { metrics, inTurn, traffic, owing } = shared;
  const times = { ...HOST_TIMES, ...options.times };
  const whose = asker === undefined ? name : `${name} ${asker.workspace ?? ''} ${asker.user}`;
  const engine = traffic.inTurn(options.engine, whose);
  const scoped = (key: string) => `${name}:${key}`;

  async function answerLine({ text, names, locale }: Ask, previous: string | undefined): Promise<Answer> {
    const answer = await engine.answer({
      text,
      ...(names === undefined ? {} : { names }),
      ...(previous === undefined ? {} : { previous }),
      ...(locale === undefined ? {} : { locale }),
    });
    // A verdict that is typed counts like one that is pressed.
    if (answer.verdict !== undefined)
      await keepVerdict({ platform: name, revision: answer.revision, ...answer.verdict }).catch(
        (error: unknown) => log.error({ error }, 'a verdict on an answer could not be kept'),
      );
    return withPage(answer, options);
  }

  async function keepVerdict(verdict: Verdict): Promise<void> {
    metrics.count('feedback', { helpful: verdict.helpful ? 'yes' : 'no' });
    await store.feedback.add(verdict, times.feedback);
  }

  /** @throws TooMany where the asker's quota is used up */
  function takeOff(): () => void {
    if (asker === undefined) return () => {};
    const { user, workspace } = asker;
    return traffic.quotas.take({
      user: scoped(user),
      ...(workspace === undefined ? {} : { workspace: scoped(workspace) }),
    });
  }

  /** What goes beyond a quota is not put down, but told so now. */
  function hasLeft(): boolean {
    try {
      takeOff()();
      return true;
    } catch {
      return false;
    }
  }

  /** Takes it off the asker's quota, before it waits for anything. */
  async function counted<T>(work: () => Promise<T>): Promise<T> {
    const answered = takeOff();
    try {
      return await work();
    } finally {
      answered();
    }
  }

  /** What cannot be remembered makes a follow-up harder, not this answer impossible. */
  async function recall(key: string): Promise<string | undefined> {
    try {
      return await store.threads.get(key);
    } catch (error) {
      log.error({ error }, 'a thread could not be read back; its line is answered on its own');
      return undefined;
    }
  }

  async function remember(key: string, answer: Answer): Promise<void> {
    if (!isSubject(answer.line)) return;
    try {
      await store.threads.put(key, answer.continuation, times.thread);
    } catch (error) {
      log.error({ error }, 'a thread could not be remembered; its next line is answered on its own');
    }
  }

  /** The answer to a line, and what it continued. */
  interface Answered {
    readonly answer: Answer;
    readonly previous: string | undefined;
  }

  /** Lines of one thread are answered in the order in which they came, each after the one before was remembered. */
  function askInThread(thread: string, request: Ask, known?: Standing): Promise<Answered> {
    const key = scoped(thread);
    return new Promise((resolve, reject) => {
      inTurn(`thread:${key}`, async () => {
        try {
          const last = await recall(key);
          const { follows } = request;
          const replied =
            follows === undefined || known !== undefined ? undefined : await recall(scoped(follows));
          const previous = known === undefined ? (replied ?? request.previous ?? last) : known.previous;
          const answer = await answerLine(request, previous);
          resolve({ answer, previous });
          // An edit of an earlier line leaves what the thread has gone on to.
          if (known === undefined || known.left === last) await remember(key, answer);
        } catch (failure) {
          reject(failure);
        }
      });
    });
  }

  /** Messages are answered one after the other with their edits. */
  function answerMessage(message: AskedMessage, send: SendAnswer): Promise<'answered' | 'same'> {
    const key = scoped(message.message);
    return new Promise((resolve, reject) => {
      inTurn(`message:${key}`, () => answerNow(key, message, send).then(resolve, reject));
    });
  }

  async function answerNow(
    key: string,
    { message: _key, onlyKnown, threadOf, ...request }: AskedMessage,
    send: SendAnswer,
  ): Promise<'answered' | 'same'> {
    const known = await store.messages.get(key).catch((error: unknown) => {
      log.error({ error }, 'a message could not be looked up; it is answered as a new one');
      return undefined;
    });
    const says = digestOf([request.text.trim(), ...(request.names ?? [])].join('\n'));
    if (known === undefined ? onlyKnown === true : known.says === says) return 'same';
    let told: Answered | undefined;
    const reply = await send(async () => {
      const { thread } = request;
      const previous = known === undefined ? request.previous : known.previous;
      told = await counted(async () =>
        thread === undefined
          ? { answer: await answerLine(request, previous), previous }
          : askInThread(thread, request, known),
      );
      return told.answer;
    }, known?.reply);
    if (told === undefined) return 'answered';
    const { answer, previous } = told;
    const standing: Standing = {
      says,
      left: answer.continuation,
      ...(previous === undefined ? {} : { previous }),
      ...(reply === undefined ? {} : { reply }),
    };
    await store.messages.put(key, standing, times.message).catch((error: unknown) => {
      log.error({ error }, 'a message could not be remembered; an edit of it is answered anew');
    });
    if (reply !== undefined && threadOf !== undefined) await remember(scoped(threadOf(reply)), answer);
    return 'answered';
  }

  async function once<T>(key: string, work: () => Promise<T>): Promise<Delivery<T>> {
    const claim = await store.deliveries.claim(scoped(key), times.lease);
    if (claim.state !== 'new') {
      const outcome = claim.state === 'done' ? 'repeat' : 'busy';
      metrics.count('deliveries', { outcome });
      return { state: outcome };
    }
    const held = keepClaim(store.deliveries, scoped(key), claim.holder, times, log);
    let value: T;
    try {
      value = await work();
    } catch (failure) {
      metrics.count('deliveries', { outcome: 'failed' });
      await held.release();
      throw failure;
    }
    metrics.count('deliveries', { outcome: 'done' });
    await held.complete();
    return { state: 'done', value };
  }

  async function alone(key: string, work: () => Promise<void>): Promise<boolean> {
    const claim = await store.deliveries.claim(scoped(key), times.lease);
    if (claim.state !== 'new') return false;
    const held = keepClaim(store.deliveries, scoped(key), claim.holder, times, log);
    try {
      await work();
    } finally {
      await held.release();
    }
    return true;
  }

  return {
    metrics,
    troubles: shared.troubles,
    installations: shared.installations,
    notes: shared.notes,
    for: (one) => hostOf(options, shared, one),
    isBusy: traffic.isBusy,
    owe: async (key, payload, expiresIn) => hasLeft() && owing.owe(key, payload, expiresIn),
    settle: owing.settle,
    engine,
    log,
    declarations,
    previews: options.previews ?? (async () => []),
    ...(options.curation === undefined ? {} : { curation: options.curation }),
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    ask: (request) =>
      counted(async () => {
        const { thread, previous } = request;
        return thread === undefined
          ? answerLine(request, previous)
          : (await askInThread(thread, request)).answer;
      }),
    answerMessage,
    remember: (thread, answer) => remember(scoped(thread), answer),
    once: (key, work) => traffic.inHand(() => once(key, work)),
    alone,
    feedback: keepVerdict,
  };
}

/**
 * Gives an answer that opens one thing the address of its page, for people who are not at this machine. Only over https and
 * where everybody may read the pages: any other address would be a dead end for those whom a chat shows it.
 */
function withPage(answer: Answer, { publicUrl, publicArchive }: HostOptions): Answer {
  if (publicArchive !== true || publicUrl?.startsWith('https://') !== true) return answer;
  const path = pathOfAnswer(answer);
  if (path === undefined) return answer;
  return { ...answer, address: `${publicUrl}${path}` };
}

function labelled(adapter: string, metrics: Metrics): Metrics {
  return {
    count: (metric, labels) => metrics.count(metric, { adapter, ...labels }),
    observe: (metric, seconds, labels) => metrics.observe(metric, seconds, { adapter, ...labels }),
  };
}

/** A claim in our hands. Neither way of ending it rejects: what failed then is for the log. */
interface Held {
  complete(): Promise<void>;
  release(): Promise<void>;
}

/** Renews a claim until it is ended, or until the work has taken too long to be waited for. */
function keepClaim(deliveries: Deliveries, key: string, holder: string, times: HostTimes, log: Log): Held {
  const started = performance.now();
  const timer = setInterval(() => {
    if (performance.now() - started > times.longest) {
      clearInterval(timer);
      log.warn({}, 'work on a delivery takes too long; its claim is no longer renewed');
      return;
    }
    deliveries.renew(key, holder, times.lease).catch((error: unknown) => {
      log.warn({ error }, 'a claim could not be renewed');
    });
  }, times.lease / 3);
  timer.unref();
  return {
    async complete() {
      clearInterval(timer);
      // The person has the answer; failing now would only bring the same delivery again.
      await deliveries.complete(key, holder, times.remember).catch((error: unknown) => {
        log.error(
          { error },
          'an answered delivery could not be written down; a repeat may be answered again',
        );
      });
    },
    async release() {
      clearInterval(timer);
      await deliveries.release(key, holder).catch((error: unknown) => {
        log.error({ error }, 'a claim could not be given back; it ends with its lease');
      });
    },
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/**
 * What crosses between the service and the thread of an engine: calls by name, and what comes back. Requests and Answers
 * are plain data and are copied; the archive, which is closures over typed arrays, never leaves its thread.
 */
import type { Engine } from '../../engine.ts';
import type { Examination } from '../../knowledge/examine.ts';
import type { Problem } from '../../knowledge/problem.ts';

type Browse = Engine['browse'];
type Pages = Browse['pages'];

/** Everything that can be asked of an engine, by the name under which it crosses. */
export interface Calls {
  readonly answer: Engine['answer'];
  readonly suggest: Engine['suggest'];
  readonly refineForm: Engine['refineForm'];
  readonly readRefined: Engine['readRefined'];
  readonly overview: Browse['overview'];
  readonly session: Browse['session'];
  readonly person: Browse['person'];
  readonly organization: Browse['organization'];
  readonly contribution: Browse['contribution'];
  readonly topic: Browse['topic'];
  readonly source: Browse['source'];
  readonly narrow: Browse['narrow'];
  readonly entry: Pages['entry'];
  readonly list: Pages['list'];
  readonly recommendations: Pages['recommendations'];
  readonly goals: Pages['goals'];
  readonly people: Pages['people'];
  readonly timeline: Pages['timeline'];
  readonly addressees: Pages['addressees'];
  readonly recommendedTopics: Pages['recommendedTopics'];
}

export type CallName = keyof Calls;

/** Calls `name` in a thread and gives what it gave; rejects with what it was rejected with. */
export type Call = <Name extends CallName>(
  name: Name,
  ...args: Parameters<Calls[Name]>
) => ReturnType<Calls[Name]>;

/** To the thread. */
export interface Asked {
  readonly id: number;
  readonly name: CallName;
  readonly args: readonly unknown[];
}

/** What `check` says of a revision. */
export type Examined = Pick<Examination, 'problems' | 'coverage'>;

/** From the thread of an engine. */
export type Told =
  /** The knowledge is sound; calls may come, and wait until the archive is open. `examined`: no snapshot spared the look. */
  | { readonly kind: 'loaded'; readonly revision: string; readonly examined?: Examined }
  /** It is not; the thread ends. */
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] }
  | { readonly kind: 'given'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error };

/** From the thread that looks after the folder. */
export type Seen =
  /** Another revision lies there, or the one in use again after a faulty edit. */
  | { readonly kind: 'edited'; readonly revision: string; readonly examined?: Examined }
  /** What lies there cannot be loaded. */
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] }
  | { readonly kind: 'examined'; readonly revision: string; readonly examined: Examined };

/** The calls that an engine serves, in its own thread. */
export function callsOf({ browse, ...engine }: Engine): Calls {
  const { pages, ...rest } = browse;
  return { ...pages, ...rest, ...engine };
}

/** An engine of which every call is made by `call`. `revision`: the one that the next call will be answered from. */
export function engineOver(call: Call, revision: () => string): Engine {
  const by =
    <Name extends CallName>(name: Name) =>
    (...args: Parameters<Calls[Name]>): ReturnType<Calls[Name]> =>
      call(name, ...args);
  return {
    answer: by('answer'),
    suggest: by('suggest'),
    refineForm: by('refineForm'),
    readRefined: by('readRefined'),
    browse: {
      overview: by('overview'),
      session: by('session'),
      person: by('person'),
      organization: by('organization'),
      contribution: by('contribution'),
      topic: by('topic'),
      source: by('source'),
      narrow: by('narrow'),
      pages: {
        entry: by('entry'),
        list: by('list'),
        recommendations: by('recommendations'),
        goals: by('goals'),
        people: by('people'),
        timeline: by('timeline'),
        addressees: by('addressees'),
        recommendedTopics: by('recommendedTopics'),
      },
    },
    get revision() {
      return revision();
    },
  };
}

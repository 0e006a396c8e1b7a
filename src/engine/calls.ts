/** An engine as calls by name, so that something can stand between whoever asks and whoever answers: a queue, a thread. */
import type { Engine } from '../engine.ts';

type Browse = Engine['browse'];
type Pages = Browse['pages'];

/** Everything that can be asked of an engine, by name. */
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

/** Has `name` called somewhere and gives what it gave; rejects with what it was rejected with. */
export type Call = <Name extends CallName>(
  name: Name,
  ...args: Parameters<Calls[Name]>
) => ReturnType<Calls[Name]>;

/** The calls that an engine serves. */
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

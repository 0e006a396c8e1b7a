/**
 * The curator's port: what `check` would say of the knowledge as it lies there, the state of the last edit, and the
 * questions that found nothing: those of this run, so many and no more, and those of before where their words are kept.
 */
import type { Answer } from '../answer/answer.ts';
import type { Curation, CurationReport, OpenQuestion } from '../answer/curation.ts';
import type { Overview } from '../engine.ts';
import type { FeedbackBook } from '../store/feedback.ts';
import type { Questions } from '../store/questions.ts';
import type { LivingEngine } from './engine/living.ts';

/** `folder`: the knowledge, as it is shown to the curator. `feedback` holds the verdicts. `now` for tests. */
interface CurationOptions {
  readonly folder: string;
  readonly living: () => Pick<LivingEngine, 'engine' | 'problems' | 'examination'>;
  readonly feedback: Pick<FeedbackBook, 'counts'>;
  readonly questions: Questions;
  readonly now?: () => Date;
}

/** The port for pages, and the ears that keep it up to date. */
export interface CurationDesk {
  readonly port: Curation;
  /** A line was answered. */
  answered(text: string, answer: Answer): void;
  /** The knowledge was looked at again. */
  reloaded(outcome: 'done' | 'refused'): void;
}

/** As long they are kept in the store: half a year. Milliseconds. */
const KEPT = 180 * 24 * 60 * 60_000;
/** As many different questions are shown. */
const QUESTIONS = 200;
/** As much of each, the cap of a request. Characters. */
const LENGTH = 500;

/**
 * A desk for one run of the service. The port's `report` and `verdicts` reject where the archive or the store cannot be
 * read; the rest cannot fail.
 */
export function createCuration(options: CurationOptions): CurationDesk {
  const now = () => (options.now?.() ?? new Date()).toISOString();
  const listeners = new Set<() => void>();
  /** By text and outcome; the newest last. */
  const questions = new Map<string, OpenQuestion>();
  let version = 1;
  let since = now();
  let lastEdit: CurationReport['lastEdit'] = { state: 'taken over', at: since };

  function changed(): void {
    version += 1;
    for (const listener of [...listeners]) listener();
  }

  async function report(): Promise<CurationReport> {
    const { engine, problems, examination } = options.living();
    const [{ revision, counts }, examined] = await Promise.all([engine.browse.overview(), examination()]);
    return {
      folder: options.folder,
      revision,
      since,
      lastEdit,
      problems: problems.length > 0 ? problems : examined.problems,
      coverage: examined.coverage,
      counts: countsOf(counts),
    };
  }

  /** What earlier runs and other processes were asked comes before what this one is. */
  async function readBack(): Promise<void> {
    const earlier = await options.questions.most(QUESTIONS);
    const asked = [...questions];
    questions.clear();
    for (const { text, outcome, times, at } of earlier.toSorted((one, other) => one.at - other.at))
      if (text !== undefined) {
        const question = { text, outcome: outcome as OpenQuestion['outcome'], times };
        questions.set(keyOf(outcome, text), { ...question, at: new Date(at).toISOString() });
      }
    for (const [key, question] of asked) questions.set(key, question);
    changed();
  }
  // Where they cannot be read, there are none; the store tells of its troubles itself.
  readBack().catch(() => {});

  return {
    port: {
      get version() {
        return version;
      },
      report,
      questions: () => [...questions.values()].reverse(),
      verdicts: () => options.feedback.counts(),
      watch(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    answered(text, { outcome }) {
      if (outcome === 'found' || outcome === 'help') return;
      const kept = text.trim().slice(0, LENGTH);
      if (kept === '') return;
      options.questions.add({ text: kept, outcome }, KEPT).catch(() => {});
      const key = keyOf(outcome, kept);
      const times = (questions.get(key)?.times ?? 0) + 1;
      questions.delete(key);
      questions.set(key, { text: kept, outcome, times, at: now() });
      const [oldest] = questions.keys();
      if (questions.size > QUESTIONS && oldest !== undefined) questions.delete(oldest);
      changed();
    },
    reloaded(outcome) {
      lastEdit = { state: outcome === 'done' ? 'taken over' : 'refused', at: now() };
      if (outcome === 'done') since = lastEdit.at;
      changed();
    },
  };
}

const keyOf = (outcome: string, text: string): string => `${outcome} ${text}`;

/** What `check` counts. */
function countsOf(counts: Overview['counts']): CurationReport['counts'] {
  return [
    { kind: 'sources', count: counts.sources },
    { kind: 'events', count: counts.sessions },
    { kind: 'parts of events', count: counts.parts },
    { kind: 'people', count: counts.people },
    { kind: 'appearances', count: counts.appearances },
    { kind: 'organizations', count: counts.organizations },
    { kind: 'contributions', count: counts.contributions },
    { kind: 'topics', count: counts.topics },
    { kind: 'groups', count: counts.groups },
  ];
}

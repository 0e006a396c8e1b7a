/**
 * The curator's port: what `check` would say of the knowledge as it lies there, the state of the last edit, and the
 * questions of this run that found nothing. Questions stay in this process's memory, so many and no more.
 */
import type { Answer } from '../answer/answer.ts';
import type { Curation, CurationReport, OpenQuestion } from '../answer/curation.ts';
import type { Overview } from '../engine.ts';
import type { FeedbackBook } from '../store/feedback.ts';
import type { LivingEngine } from './engine/living.ts';

/** `folder`: the knowledge, as it is shown to the curator. `feedback` holds the verdicts. `now` for tests. */
interface CurationOptions {
  readonly folder: string;
  readonly living: () => Pick<LivingEngine, 'engine' | 'problems' | 'examination'>;
  readonly feedback: Pick<FeedbackBook, 'counts'>;
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

/** As many different questions are kept. */
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
      const key = `${outcome} ${kept}`;
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

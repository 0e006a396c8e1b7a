/** What a curator sees of the knowledge at work: is it whole, was the last edit taken over, what did people not find. */

/** What is wrong in a file of the knowledge; the same that `check` prints. */
export interface KnowledgeProblem {
  /** `error`: not loaded. `unproved`, `uncovered`, `unused`: loaded, but the work is not complete. */
  readonly level: 'error' | 'unproved' | 'uncovered' | 'unused';
  /** Relative to the knowledge folder. Empty where the folder itself is meant. */
  readonly file: string;
  /** From 1, as the column. */
  readonly line: number;
  readonly column?: number;
  /** The path to the value: `contributions[3].topics[0]`. */
  readonly field: string;
  readonly entry?: string;
  readonly message: string;
  readonly remedy: string;
}

/** How far one source is covered, and what was taken from it by kind of contribution. */
export interface SourceCoverage {
  readonly source: string;
  readonly places: number;
  readonly covered: number;
  /** Places that nothing is taken from, though something should be. */
  readonly missing: readonly string[];
  readonly contributions: Readonly<Partial<Record<string, number>>>;
}

export interface CurationReport {
  readonly folder: string;
  /** The revision that answers are made from. */
  readonly revision: string;
  /** When it was taken over, ISO. */
  readonly since: string;
  /** Whether the newest edit is answered from, and when it was looked at, ISO. */
  readonly lastEdit: { readonly state: 'taken over' | 'refused'; readonly at: string };
  /** Of the newest edit. */
  readonly problems: readonly KnowledgeProblem[];
  /** Of the revision that answers are made from. */
  readonly coverage: readonly SourceCoverage[];
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
}

/** A line of this run that was not answered as its asker hoped. */
export interface OpenQuestion {
  readonly text: string;
  readonly outcome: 'nothing' | 'closest' | 'unclear' | 'unstated';
  readonly times: number;
  /** When it was asked last, ISO. */
  readonly at: string;
}

export interface Verdicts {
  readonly platform: string;
  readonly helpful: number;
  readonly unhelpful: number;
}

/** For whoever shows it on this machine, and nowhere else: questions are people's own words. */
export interface Curation {
  /** Grows with everything that changes below. */
  readonly version: number;
  report(): Promise<CurationReport>;
  /** Newest first. Never logged, and stored only where the operator wants their words kept. */
  questions(): readonly OpenQuestion[];
  verdicts(): Promise<readonly Verdicts[]>;
  /** Calls `changed` after each change until the function given back is called. */
  watch(changed: () => void): () => void;
}

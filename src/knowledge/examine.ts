/**
 * The long way from files to knowledge: read, expand, check, all problems at once. Loads the schema library and the
 * YAML parser, so `load.ts` imports it only where there is no snapshot.
 */
import { checkRules } from './check.ts';
import { type Coverage, checkComplete, coverageOf } from './coverage.ts';
import { expandKnowledge } from './expand.ts';
import { contentHash, type Found, findFiles, revisionOf } from './files.ts';
import { Ledger } from './ledger.ts';
import type { Knowledge } from './model.ts';
import { type Problem, sortProblems } from './problem.ts';
import { readKnowledge } from './read.ts';
import { checkWords } from './wording.ts';

/** All that a look at the knowledge brings to light. */
export interface Examination {
  /** Whole only where there is no problem of level `error`. */
  readonly knowledge: Knowledge;
  readonly problems: readonly Problem[];
  readonly coverage: readonly Coverage[];
}

/** Reads and checks everything afresh. Never rejects for what the files hold. */
export async function examineFiles(found: Found): Promise<Examination> {
  const ledger = new Ledger(await readKnowledge(found));
  const knowledge = expandKnowledge(ledger, revisionOf(contentHash(found.files)));
  checkRules(ledger);
  checkWords(ledger);
  // What a faulty entry was meant to cite and to refer to is not known, so nothing can be called missing yet.
  if (ledger.problems.every(({ level }) => level !== 'error')) checkComplete(ledger);
  return {
    knowledge,
    problems: sortProblems(ledger.problems),
    coverage: coverageOf(ledger, knowledge.contributions),
  };
}

/** `examineFiles` of what lies in a folder. */
export function examineKnowledge(folder: string): Promise<Examination> {
  return examineFiles(findFiles(folder));
}

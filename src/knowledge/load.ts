/**
 * Loads the knowledge folder: reads, expands and checks it, and gives the whole or a list of everything that is wrong.
 */
import { checkRules } from './check.ts';
import { type Coverage, checkComplete, coverageOf } from './coverage.ts';
import { expandKnowledge } from './expand.ts';
import { contentHash, findFiles, type KnowledgeFile, revisionOf } from './files.ts';
import { Ledger } from './ledger.ts';
import type { Knowledge } from './model.ts';
import { KnowledgeError, type Problem, sortProblems } from './problem.ts';
import { readKnowledge } from './read.ts';
import { checkWords } from './words.ts';

/** All that a look at the knowledge brings to light. */
export interface Examination {
  /** Whole only where there is no problem of level `error`. */
  readonly knowledge: Knowledge;
  readonly problems: readonly Problem[];
  readonly coverage: readonly Coverage[];
}

/** Reads and checks everything afresh. Never throws for what the files hold. */
export async function examineKnowledge(folder: string): Promise<Examination> {
  const { files, problems } = findFiles(folder);
  return examineFiles(files, problems);
}

export async function examineFiles(
  files: readonly KnowledgeFile[],
  found: readonly Problem[],
): Promise<Examination> {
  const reading = await readKnowledge(files);
  const ledger = new Ledger(reading);
  ledger.problems.push(...found);
  const knowledge = expandKnowledge(ledger, revisionOf(contentHash(files)));
  checkRules(ledger);
  checkWords(ledger);
  if (reading.problems.length === 0 && found.length === 0) checkComplete(ledger);
  return { knowledge, problems: sortProblems(ledger.problems), coverage: coverageOf(ledger) };
}

/**
 * The knowledge of a folder, checked.
 * @throws KnowledgeError with every problem, if there is one that makes it unsafe to answer from.
 */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  const { knowledge, problems } = await examineKnowledge(folder);
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new KnowledgeError(folder, errors);
  return knowledge;
}

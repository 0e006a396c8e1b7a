/**
 * What is wrong with the knowledge, said so that a curator can put it right: where, what, and what would be right.
 */
import { plural } from '../locales/en/plural.ts';

/**
 * - `error`: the entry is faulty, and the knowledge is not loaded.
 * - `unproved`: an addressee without a place that names it. - `uncovered`: nothing is taken from some places of a source.
 * - `unused`: nothing refers to an entry.
 *
 * The last three say that the work is not complete; the knowledge is loaded, but `check` fails.
 */
export type Level = 'error' | 'unproved' | 'uncovered' | 'unused';

export interface Problem {
  readonly level: Level;
  /** Relative to the knowledge folder, with `/` between folders. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column?: number;
  /** The path to the value: `contributions[3].topics[0]`. Empty where the whole file is meant. */
  readonly field: string;
  /** The id of the entry that holds the value, where it has one. */
  readonly entry?: string;
  readonly message: string;
  readonly remedy: string;
}

/** A step into a YAML document: a key or an index. */
export type Path = readonly (string | number)[];

/** `['contributions', 3, 'topics', 0]` → `contributions[3].topics[0]`. */
export function fieldName(path: Path): string {
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name += `[${step}]`;
    else name += name === '' ? step : `.${step}`;
  }
  return name;
}

/** In the order in which one would read the files. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (a.field < b.field ? -1 : a.field > b.field ? 1 : 0),
  );
}

/** One problem in three lines; `folder` is put before the file's name, so that terminals make it a link. */
export function printProblem(problem: Problem, folder = ''): string {
  const path = [folder.replace(/[\\/]+$/, ''), problem.file].filter((part) => part !== '').join('/');
  const place = problem.column === undefined ? `${problem.line}` : `${problem.line}:${problem.column}`;
  const entry = problem.entry === undefined ? '' : ` (${problem.entry})`;
  const field = problem.field === '' ? '' : `  ${problem.field}`;
  return `${problem.file === '' ? path : `${path}:${place}`}${field}${entry}\n  ${problem.message}\n  → ${problem.remedy}`;
}

/** Thrown by the loader; carries every problem at once and prints them all. */
export class KnowledgeError extends Error {
  readonly folder: string;
  readonly problems: readonly Problem[];

  constructor(folder: string, problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    const count = plural(sorted.length, 'problem');
    const listed = sorted.map((problem) => printProblem(problem, folder)).join('\n');
    super(`The knowledge in ${folder} cannot be loaded: ${count}.\n${listed}`);
    this.name = 'KnowledgeError';
    this.folder = folder;
    this.problems = sorted;
  }
}

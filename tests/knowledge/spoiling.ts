/**
 * Spoils one passage of the base and expects the problem that this makes: where it is, what it says, what would help.
 */
import { describe, expect, test } from '@jest/globals';
import { examineKnowledge } from '../../src/knowledge/examine.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { BASE, EVENT, knowledgeFolder, lineOf, spoil } from './folder.ts';

/** What is found in the base with these files replaced or added. */
export async function problemsWith(
  changes: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly Problem[]> {
  const { problems } = await examineKnowledge(knowledgeFolder(changes));
  return problems;
}

export interface Case {
  readonly name: string;
  readonly file?: string;
  readonly passage: string;
  readonly by: string;
  /** The text at whose beginning the problem is; the first replaced line where absent. */
  readonly line?: string;
  /** The file that the problem is reported for, where it is not the spoiled one. */
  readonly reportedIn?: string;
  readonly field: string;
  readonly message: RegExp;
  readonly remedy: RegExp;
  readonly level?: Problem['level'];
  /** Where the spoiling brings more than one problem. */
  readonly among?: number;
}

async function expectReported(spoiled: Case): Promise<void> {
  const file = spoiled.file ?? EVENT;
  const content = spoil(file, spoiled.passage, spoiled.by);
  const problems = await problemsWith({ [file]: content });
  const where = spoiled.reportedIn ?? file;
  const marker = spoiled.line ?? (spoiled.by.split('\n')[0] ?? '').trim();
  const line = lineOf(where === file ? content : (BASE[where] ?? ''), marker);
  const found = problems.find(
    ({ field, message }) => field === spoiled.field && spoiled.message.test(message),
  );
  if (found === undefined) throw new Error(`Not reported. Found: ${JSON.stringify(problems, null, 2)}`);
  expect(found).toMatchObject({ file: where, line, level: spoiled.level ?? 'error' });
  expect(found.column).toBeGreaterThan(0);
  expect(found.remedy).toMatch(spoiled.remedy);
  // One mistake, one problem.
  expect(problems.length).toBeLessThanOrEqual(spoiled.among ?? 1);
}

/** One test for each case. */
export function describeCases(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases.map((spoiled) => [spoiled.name, spoiled] as const))('%s', (_name, spoiled) =>
      expectReported(spoiled),
    );
  });
}

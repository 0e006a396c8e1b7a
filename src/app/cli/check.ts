/**
 * `npm run --silent check`: validates the knowledge and prints what is wrong, what is missing and what there is.
 */

import { relative } from 'node:path';
import { type Examination, examineKnowledge } from '../../knowledge/examine.ts';
import type { ContributionKind } from '../../knowledge/model.ts';
import { type Problem, printProblem } from '../../knowledge/problem.ts';
import { plural } from '../../locales/en/plural.ts';
import { knowledgeFolder, print, readCommandLine, runCommand } from './command-line.ts';

const HELP = `Usage: npm run --silent check [-- [FOLDER] [--json]]

Validates the knowledge: form, references, evidence, vocabulary, coverage,
unused entries. Prints every problem with file, line, field and remedy, then
counts per kind and per source.

FOLDER is the knowledge folder; without it that of the environment variable
KNOWLEDGE_DIR (which may stand in a file .env), or knowledge/ of this project.

Options:
  --json      print one JSON object: { folder, revision, ok, counts,
              contributions, coverage, problems }
  -h, --help  show this help

Exit codes: 0 all is well, 1 there are problems, 2 wrong usage.
`;

const KINDS: readonly ContributionKind[] = ['statement', 'recommendation', 'practice', 'figure', 'poll'];

function countsOf({ knowledge }: Examination) {
  return {
    sources: knowledge.sources.length,
    sessions: knowledge.sessions.length,
    events: knowledge.sessions.filter(({ parent }) => parent === undefined).length,
    people: knowledge.people.length,
    appearances: knowledge.appearances.length,
    organizations: knowledge.organizations.length,
    contributions: knowledge.contributions.length,
    topics: knowledge.topics.length,
    groups: knowledge.groups.length,
    goals: knowledge.goals.length,
    actionLines: knowledge.actionLines.length,
    countries: knowledge.countries.length,
  };
}

function contributionCounts({ knowledge }: Examination): Record<string, number> {
  const count = (kind: ContributionKind) =>
    knowledge.contributions.filter((item) => item.kind === kind).length;
  return Object.fromEntries(KINDS.map((kind) => [kind, count(kind)]));
}

function listKinds(counts: Readonly<Partial<Record<string, number>>>): string {
  const listed = KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [plural(count, kind)];
  });
  return listed.length === 0 ? 'no contributions' : listed.join(', ');
}

/** Unused entries are many when somebody begins, so they are listed by file, with their lines. */
function printUnused(problems: readonly Problem[], folder: string): string {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  return [...byFile]
    .map(([file, unused]) => {
      const entries = unused.map(({ entry, line }) => `${entry ?? '?'} (line ${line})`).join(', ');
      return `${folder === '' ? '' : `${folder}/`}${file}: not used: ${entries}\n  → ${unused[0]?.remedy}`;
    })
    .join('\n');
}

function report(examination: Examination, folder: string): string {
  const { problems, coverage, knowledge } = examination;
  const path = relative(process.cwd(), folder);
  const shown = path.startsWith('..') ? folder : path;
  const unused = problems.filter(({ level }) => level === 'unused');
  const others = problems.filter(({ level }) => level !== 'unused');
  const parts = others.map((problem) => printProblem(problem, shown));
  if (unused.length > 0) parts.push(printUnused(unused, shown));
  if (parts.length > 0) parts.push('');

  const counts = countsOf(examination);
  parts.push(
    `Knowledge: ${shown === '' ? '.' : shown}, revision ${knowledge.revision}`,
    `  ${plural(counts.sources, 'source')}, ${plural(counts.events, 'event')} with ${plural(counts.sessions - counts.events, 'part')}`,
    `  ${plural(counts.people, 'person', 'people')} with ${plural(counts.appearances, 'appearance')}, ${plural(counts.organizations, 'organization')}`,
    `  ${plural(counts.topics, 'topic')}, ${plural(counts.groups, 'group')}, ${plural(counts.goals, 'goal')}, ${plural(counts.actionLines, 'action line')}, ${plural(counts.countries, 'country', 'countries')}`,
    `  ${plural(counts.contributions, 'contribution')}: ${listKinds(contributionCounts(examination))}`,
    '',
    'Coverage',
  );
  for (const { source, places, covered, contributions } of coverage) {
    parts.push(`  ${source}: ${covered}/${places} places; ${listKinds(contributions)}`);
  }
  const errors = problems.filter(({ level }) => level === 'error').length;
  const unproved = problems.filter(({ level }) => level === 'unproved').length;
  const uncovered = coverage.reduce((sum, { missing }) => sum + missing.length, 0);
  const verdict =
    errors > 0
      ? `${plural(errors, 'error')}. Places and entries left out are reported once there are none.`
      : `${unproved > 0 ? `${plural(unproved, 'addressee')} without evidence, ` : ''}${plural(uncovered, 'place')} not covered, ${plural(unused.length, 'entry', 'entries')} not used.`;
  parts.push('', problems.length === 0 ? 'All is well.' : verdict);
  return `${parts.join('\n')}\n`;
}

void runCommand('check', async (args) => {
  const { values, positionals } = readCommandLine(args, { json: { type: 'boolean' } }, 1);
  if (values.help) {
    await print(HELP);
    return 0;
  }
  const folder = knowledgeFolder(positionals[0]);
  const examination = await examineKnowledge(folder);
  const { knowledge, coverage, problems } = examination;
  const ok = problems.length === 0;
  if (values.json) {
    const contributions = contributionCounts(examination);
    const counts = countsOf(examination);
    const result = { folder, revision: knowledge.revision, ok, counts, contributions, coverage, problems };
    await print(`${JSON.stringify(result, null, 2)}\n`);
  } else await print(report(examination, folder));
  return ok ? 0 : 1;
});

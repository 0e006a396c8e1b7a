/**
 * `npm run --silent check`: validates the knowledge and prints what there is, what is wrong and what is missing.
 */
import { relative } from 'node:path';
import { examineKnowledge } from '../knowledge/load.ts';
import { printProblem } from '../knowledge/problem.ts';

const folder = process.argv[2] ?? process.env.KNOWLEDGE_DIR ?? 'knowledge';
const { knowledge, problems, coverage } = await examineKnowledge(folder);
for (const problem of problems) console.log(printProblem(problem, relative(process.cwd(), folder)));
for (const { source, places, covered, contributions } of coverage) {
  console.log(`${source}: ${covered}/${places} places`, contributions);
}
console.log(
  `${knowledge.sessions.length} sessions, ${knowledge.people.length} people, ${knowledge.appearances.length} appearances, ${knowledge.contributions.length} contributions`,
);
const errors = problems.filter(({ level }) => level === 'error').length;
console.log(`${errors} errors, ${problems.length - errors} gaps`);
process.exitCode = problems.length > 0 ? 1 : 0;

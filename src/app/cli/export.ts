/**
 * `npm run --silent export -- --format json`: prints the whole knowledge, expanded, for other programs.
 */
import { loadKnowledge } from '../../knowledge/load.ts';
import type { Knowledge } from '../../knowledge/model.ts';
import { knowledgeFolder, print, readCommandLine, runCommand, UsageError } from './command-line.ts';

const HELP = `Usage: npm run --silent export -- [FOLDER] --format json

Prints the knowledge as one JSON object: { sources, sessions, people,
organizations, contributions, topics }. Sessions hold their appearances;
everything that a source states holds its evidence: [{ source, at }].

FOLDER is the knowledge folder; without it that of the environment variable
KNOWLEDGE_DIR (which may stand in a file .env), or knowledge/ of this project.

Options:
  --format json  the form of the output; json is the only one, and what you get
                 without the option
  -h, --help     show this help

Exit codes: 0 printed, 1 the knowledge cannot be loaded (npm run --silent check
says why), 2 wrong usage.
`;

/** What is printed: the parts of the knowledge that people write about events, appearances with their sessions. */
function exported({
  sources,
  sessions,
  appearances,
  people,
  organizations,
  contributions,
  topics,
}: Knowledge) {
  const withAppearances = sessions.map((session) => ({
    ...session,
    appearances: appearances.filter((appearance) => appearance.session === session.id),
  }));
  return { sources, sessions: withAppearances, people, organizations, contributions, topics };
}

void runCommand('export', async (args) => {
  const { values, positionals } = readCommandLine(args, { format: { type: 'string' } }, 1);
  if (values.help) {
    await print(HELP);
    return 0;
  }
  const format = values.format ?? 'json';
  if (format !== 'json') throw new UsageError(`There is no format "${format}". The only one is json.`);
  const folder = knowledgeFolder(positionals[0]);
  const knowledge = await loadKnowledge(folder);
  await print(`${JSON.stringify(exported(knowledge), null, 2)}\n`);
  return 0;
});

/**
 * `npm run --silent schemas`: writes the JSON Schemas that editors use into `knowledge/schema/`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../../knowledge/json-schema.ts';
import { KNOWLEDGE_FOLDER } from '../../knowledge/project.ts';
import { print, readCommandLine, runCommand } from './command-line.ts';

const HELP = `Usage: npm run --silent schemas [-- --check]

Writes the JSON Schemas of the knowledge files into knowledge/schema/, for
editors that complete and check YAML.

Options:
  --check     write nothing; say which of them are not current
  -h, --help  show this help

Exit codes: 0 all are current, 1 with --check: some are not, 2 wrong usage.
`;

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

void runCommand('schemas', async (args) => {
  const { values } = readCommandLine(args, { check: { type: 'boolean' } }, 0);
  if (values.help) {
    await print(HELP);
    return 0;
  }
  const folder = join(KNOWLEDGE_FOLDER, 'schema');
  const stale = [...jsonSchemas()].filter(([name, text]) => current(join(folder, name)) !== text);
  if (values.check) {
    if (stale.length === 0) return 0;
    await print(`Not current: ${stale.map(([name]) => name).join(', ')}. Run: npm run --silent schemas\n`);
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  await print(
    `knowledge/schema: ${stale.length} written, ${jsonSchemas().size - stale.length} were current.\n`,
  );
  return 0;
});

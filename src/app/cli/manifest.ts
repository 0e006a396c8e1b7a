/**
 * `npm run --silent manifest -- slack --url https://…`: what a platform wants to know about the app, made from the
 * command declarations. Each adapter explains its own options.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DECLARATIONS } from '../../commands/declarations.ts';
import type { Manifest } from '../../contract/adapter.ts';
import { messageOf } from '../../kit/errors.ts';
import { readEnvironment } from '../../service/environment.ts';
import { ADAPTERS } from '../registry.ts';
import { print, runCommand, UsageError } from './command-line.ts';

const HELP = `Usage: npm run --silent manifest -- PLATFORM [options]

Prints what PLATFORM wants to know about the app, made from the command
declarations: Slack's app manifest, Discord's registration payload and invite
link, or Teams' app package.

PLATFORM is one of slack, discord, teams. Its own options:
npm run --silent manifest -- PLATFORM --help

Exit codes: 0 printed or written, 1 it cannot be made, 2 wrong usage.
`;

void runCommand('manifest', async (args) => {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    await print(HELP);
    return name === undefined ? 2 : 0;
  }
  const entry = ADAPTERS.find((one) => one.name === name);
  const adapter = await entry?.load();
  if (adapter?.manifest === undefined) {
    throw new UsageError(`"${name}" has no manifest. Platforms that have one: slack, discord, teams.`);
  }
  const wantsHelp = rest.includes('--help') || rest.includes('-h');
  const made = adapter.manifest({
    declarations: DECLARATIONS,
    arguments: rest,
    environment: readEnvironment(),
  });
  // An adapter answers options that it does not know with its usage; asked for it, that is no failure.
  const { output, files } = await made.catch((error: unknown): Manifest => {
    const message = messageOf(error);
    if (wantsHelp)
      return { output: /(?:Usage: )?(?:npm run --silent )?manifest -- .*/s.exec(message)?.[0] ?? message };
    throw new UsageError(message);
  });
  for (const { path, bytes } of files ?? []) {
    const file = resolve(path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await print(output.endsWith('\n') ? output : `${output}\n`);
  return 0;
});

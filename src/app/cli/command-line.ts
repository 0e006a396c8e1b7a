/**
 * What the commands share: options read strictly, usage errors with a hint, output that is whole when it is piped.
 */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../../kit/errors.ts';
import { KNOWLEDGE_FOLDER } from '../../knowledge/project.ts';
import { readEnvironment } from '../../service/environment.ts';
import { nearest } from '../../text/nearest.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
}

export interface CommandLine {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** The command was called wrongly; ends with exit code 2. */
export class UsageError extends Error {}

/**
 * Reads the arguments after the command's name. `--help` (`-h`) is always known.
 * @throws UsageError for an unknown option, a missing or superfluous value, or more than `positionals` words.
 */
export function readCommandLine(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
  positionals: number,
): CommandLine {
  const known: Record<string, Option> = { ...options, help: { type: 'boolean', short: 'h' } };
  const {
    values,
    tokens,
    positionals: given,
  } = parseArgs({
    args: [...args],
    options: known,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) {
      const near = nearest(token.name, Object.keys(known));
      const all = Object.keys(known).map((name) => `--${name}`);
      const hint = near === undefined ? `Options: ${all.join(', ')}.` : `Did you mean --${near}?`;
      throw new UsageError(`There is no option ${token.rawName}. ${hint}`);
    }
    if (option.type === 'string' && (token.value === undefined || token.value === '')) {
      throw new UsageError(`The option ${token.rawName} needs a value.`);
    }
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new UsageError(`The option ${token.rawName} takes no value.`);
    }
  }
  const extra = given[positionals];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`);
  return { values: values as CommandLine['values'], positionals: given };
}

/** The folder that was named, else that of KNOWLEDGE_DIR (which may stand in `.env`), else the one of this project. */
export function knowledgeFolder(named?: string): string {
  return resolve(named ?? readEnvironment().KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER);
}

/**
 * Writes to standard output and waits until the reader has it.
 * @returns false where the reader has gone away, which is no error: what follows need not be made
 */
export function print(text: string): Promise<boolean> {
  return new Promise((done, reject) => {
    process.stdout.write(text, (error) => {
      if (error == null) done(true);
      else if ((error as NodeJS.ErrnoException).code === 'EPIPE') done(false);
      else reject(error);
    });
  });
}

/**
 * Runs a command and sets the exit code that it gives: 2 after a usage error, 1 after any other. The process then ends
 * by itself, with everything written.
 */
export async function runCommand(
  name: string,
  command: (args: readonly string[]) => Promise<number>,
): Promise<void> {
  // Without a listener the error event of a closed pipe would end the process with a stack trace.
  process.stdout.on('error', () => {});
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    const usage = error instanceof UsageError;
    const hint = usage ? ` See: npm run --silent ${name} -- --help` : '';
    console.error(`${messageOf(error)}${hint}`);
    process.exitCode = usage ? 2 : 1;
  }
}

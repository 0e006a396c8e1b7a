/**
 * What the commands share: options read strictly, usage errors with a hint, output that is whole when it is piped.
 */
import { parseArgs } from 'node:util';
import { nearest } from '../knowledge/spelling.ts';

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

/** Writes to standard output and waits until the reader has it. A reader that has gone away is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error == null || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
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
    console.error(`${error instanceof Error ? error.message : String(error)}${hint}`);
    process.exitCode = usage ? 2 : 1;
  }
}

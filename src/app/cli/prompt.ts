/**
 * The interactive prompt: a thread at the terminal. Lines continue each other ("more", "only 2022"), a number opens an
 * item of the last answer, the tab key completes commands, people and topics, and the history is kept between runs.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Answer } from '../../answer/answer.ts';
import { isSubject } from '../../answer/line.ts';
import { itemNumbers } from '../../answer/numbering.ts';
import { toText } from '../../answer/text.ts';
import type { Engine } from '../../engine.ts';
import { CACHE_FOLDER } from '../../knowledge/project.ts';
import { PRODUCT } from '../../locales/brand.ts';
import { catalogueFor } from '../../locales/locales.ts';
import { terminalStyle, terminalWidth } from './terminal.ts';

const HISTORY = join(CACHE_FOLDER, 'ask-history');
const REMEMBERED = 500;
const COMPLETIONS = 20;

async function readHistory(): Promise<string[]> {
  try {
    return (await readFile(HISTORY, 'utf8')).split('\n').filter((line) => line !== '');
  } catch {
    return [];
  }
}

async function writeHistory(lines: readonly string[]): Promise<void> {
  try {
    await mkdir(dirname(HISTORY), { recursive: true });
    await writeFile(HISTORY, `${lines.slice(0, REMEMBERED).join('\n')}\n`, { mode: 0o600 });
  } catch {
    // A history that cannot be kept is no reason to disturb somebody who is leaving.
  }
}

/**
 * Completes the line: a command's name at its beginning, else the argument behind a command.
 * @returns whole lines, as readline replaces what was typed by them
 */
export async function completeLine(engine: Engine, line: string): Promise<string[]> {
  const command = /^\/?([a-z]*)$/i.exec(line);
  if (command) {
    const found = await engine.suggest({ text: command[1] ?? '', kinds: ['command'], limit: COMPLETIONS });
    return found.map(({ argument }) => `/${argument} `);
  }
  const [, head = '', argument = ''] = /^(\/?\S+\s+)?(.*)$/s.exec(line) ?? [];
  const kinds = /^\/?speaker/.test(head) ? (['person'] as const) : ([] as const);
  const found = await engine.suggest({ text: argument, kinds, limit: COMPLETIONS });
  return found.filter(({ kind }) => kind !== 'command').map((one) => head + one.argument);
}

/**
 * The line to ask for what was typed: a number means the item of that number in the last answer. Undefined for a number
 * that no item has; asked as a word it would only lose the thread. A number of four digits is a year.
 */
function lineFor(typed: string, last: Answer | undefined): string | undefined {
  if (!/^\d{1,4}$/.test(typed) || last === undefined) return typed;
  const item = last.items[itemNumbers(last).indexOf(Number(typed))];
  return item?.line || (typed.length < 4 && last.items.length > 0 ? undefined : typed);
}

/** Runs until the input ends or somebody types `exit`. */
export async function prompt(engine: Engine, locale: string | undefined): Promise<void> {
  const history = await readHistory();
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: '› ',
    history: [...history],
    historySize: REMEMBERED,
    removeHistoryDuplicates: true,
    completer: async (line: string): Promise<[string[], string]> => [await completeLine(engine, line), line],
  });
  lines.on('history', (kept: string[]) => {
    history.splice(0, history.length, ...kept);
  });
  console.log(`${PRODUCT}: ${catalogueFor(locale).help.greeting}`);
  console.log('A number opens that item, Tab completes, "help" explains, "exit" ends.\n');
  let last: Answer | undefined;
  let previous = '';
  lines.prompt();
  for await (const typed of lines) {
    const text = typed.trim();
    if (text === 'exit' || text === 'quit') break;
    const line = lineFor(text, last);
    if (line === undefined) console.log(`\nThe last answer shows no item ${text}.\n`);
    else if (line !== '') {
      last = await engine.answer({
        text: line,
        ...(previous === '' ? {} : { previous }),
        ...(locale ? { locale } : {}),
      });
      // Thanks and help leave the conversation where it was.
      if (isSubject(last.line)) previous = last.continuation;
      console.log(
        `\n${toText(last, { width: terminalWidth(process.stdout), style: terminalStyle(process.stdout) })}\n`,
      );
    }
    lines.prompt();
  }
  lines.close();
  await writeHistory(history);
}

/**
 * `npm run --silent ask -- "/sessions sdg8"`: the terminal. One line, a batch from standard input, or a prompt.
 */
import { toText } from '../../answer/text.ts';
import { openArchive } from '../../archive/memory.ts';
import { createEngine, type Engine } from '../../engine.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { knowledgeFolder, print, readCommandLine, runCommand, UsageError } from './command-line.ts';
import { terminalStyle, terminalWidth } from './terminal.ts';

const HELP = `Usage: npm run --silent ask -- [LINE] [--json] [--locale TAG]
       npm run --silent ask -- --batch < FILE
       npm run --silent ask

Answers LINE: a command (/sessions sdg8, /speaker Popova,
/recommendations migration) or a question in plain words.
Without LINE, opens a prompt with history and completion.

Options:
  --json        print the Answer as one JSON object
  --batch       read one request per line from standard input; write one JSON
                object per line: {"request", "text", "answer"}. A request is
                plain text, or {"text", "previous"}, where previous is the
                "continuation" of the answer before.
  --locale TAG  form of English for dates and numbers: en-GB, en-US …
  -h, --help    show this help

The knowledge is that of the environment variable KNOWLEDGE_DIR (which may
stand in a file .env), or knowledge/ of this project.

Exit codes: 0 answered, whatever the answer; 1 the knowledge cannot be loaded,
or the output not written; 2 wrong usage.
`;

async function openEngine(): Promise<Engine> {
  const archive = openArchive(await loadKnowledge(knowledgeFolder()));
  return createEngine(() => archive);
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Lines end with a line feed alone, with or without a carriage return before it; node:readline knows further ends. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const [first = '', ...more] = String(chunk).split('\n');
    const lines = [rest + first, ...more];
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}

/** A line of a batch: plain text, or a JSON object that continues an answer before it. */
function requestOf(line: string): { readonly text: string; readonly previous?: string } {
  if (!line.startsWith('{')) return { text: line };
  try {
    const { text, previous } = JSON.parse(line) as Record<string, unknown>;
    if (typeof text === 'string')
      return { text, ...(typeof previous === 'string' && previous !== '' ? { previous } : {}) };
  } catch {
    // A request that only looks like one of these is text like any other.
  }
  return { text: line };
}

async function answerBatch(engine: Engine, locale: string | undefined): Promise<void> {
  for await (const request of linesOf(process.stdin)) {
    const answer = await engine.answer({ ...requestOf(request), ...(locale ? { locale } : {}) });
    const read = await print(`${JSON.stringify({ request, text: toText(answer), answer })}\n`);
    if (!read) break;
  }
  // What still comes is not wanted; a pipe that stays open must not keep the process.
  process.stdin.destroy();
}

void runCommand('ask', async (args) => {
  const { values, positionals } = readCommandLine(
    args,
    { json: { type: 'boolean' }, batch: { type: 'boolean' }, locale: { type: 'string' } },
    Number.POSITIVE_INFINITY,
  );
  if (values.help) {
    await print(HELP);
    return 0;
  }
  const locale = typeof values.locale === 'string' ? values.locale : undefined;
  if (locale !== undefined && !isLanguageTag(locale)) {
    throw new UsageError(`"${locale}" is no language tag. Write it like en-GB.`);
  }
  if (values.batch) {
    if (positionals.length > 0)
      throw new UsageError('With --batch the lines come from standard input alone.');
    await answerBatch(await openEngine(), locale);
    return 0;
  }
  const line = positionals.join(' ');
  if (line === '' && !values.json) {
    const { prompt } = await import('./prompt.ts');
    await prompt(await openEngine(), locale);
    return 0;
  }
  const answer = await (await openEngine()).answer({ text: line, ...(locale ? { locale } : {}) });
  await print(
    values.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${toText(answer, { width: terminalWidth(process.stdout), style: terminalStyle(process.stdout) })}\n`,
  );
  return 0;
});

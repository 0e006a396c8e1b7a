/**
 * From the bytes of one YAML file to plain data in which every value can still be found again by line and column.
 */

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import { messageOf } from '../kit/errors.ts';
import type { KnowledgeFile } from './files.ts';
import type { Path, Problem } from './problem.ts';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** One file as data, with the way back to its lines. */
export interface ParsedFile {
  readonly path: string;
  readonly data: unknown;
  /** Where the value at `path` stands (its key, where it has one); its nearest parent where it is missing. */
  locate(path: Path): Position;
}

const QUOTES_REMEDY =
  'Put text that holds ": " or " #", or begins with one of * & ! % @ ` { [ > |, in quotes, or write it as a block after ">-".';

/** Codes after which the parser no longer knows which column it is in. */
const INDENTING: ReadonlySet<string> = new Set(['BAD_INDENT', 'TAB_AS_INDENT', 'NO_BREAK_SPACE', 'NO_DASH']);

/** What it then holds against lines that are right. */
const FALLOUT: ReadonlySet<string> = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'NO_DASH']);

/** The parser's code, or one of our own where the line shows better what happened. */
function codeOf(error: YAMLParseError | YAMLWarning, line: string): string {
  if (/^ *\t/.test(line)) return 'TAB_AS_INDENT';
  if (line.includes('\u00a0')) return 'NO_BREAK_SPACE';
  return error.message.startsWith('Sequence item without -') ? 'NO_DASH' : error.code;
}

/** What helps with the commonest mistakes, by code. */
const REMEDIES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Indent the lines of one list or entry alike, with spaces.',
  TAB_AS_INDENT: 'Indent with spaces; YAML does not allow tabs.',
  NO_DASH: 'Indent the line like its neighbours, or begin it with "- ".',
  NO_BREAK_SPACE:
    'The line has a no-break space, as web pages and word processors write it; type a plain one.',
  DUPLICATE_KEY:
    'Give each key once in an entry: remove or merge the second, or begin a new entry before it with "- ".',
  BLOCK_AS_IMPLICIT_KEY: QUOTES_REMEDY,
  BAD_SCALAR_START: QUOTES_REMEDY,
  UNEXPECTED_TOKEN: QUOTES_REMEDY,
  BAD_ALIAS: QUOTES_REMEDY,
  MISSING_CHAR: 'Close the quote or bracket, or add the missing ":" after the key.',
  MULTIPLE_DOCS: 'Keep one document in a file: remove the "---" line.',
  TAG_RESOLVE_FAILED: 'Remove the "!tag", or put the text in quotes.',
};

function decode(file: KnowledgeFile): string | Problem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    // UTF-16 of plain letters is valid UTF-8, with a zero beside each.
    if (text.includes('\0')) throw new TypeError('not UTF-8');
    return text;
  } catch {
    const before = new TextDecoder('utf-8').decode(file.bytes).split(/[\uFFFD\0]/, 1)[0] ?? '';
    return {
      level: 'error',
      file: file.path,
      line: before.split('\n').length,
      field: '',
      message: 'The file is not UTF-8 text.',
      remedy: 'Save it with the encoding UTF-8.',
    };
  }
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

/** Parses one file. On any syntax error the data is left out, because what the parser guessed would only mislead. */
export function parseFile(file: KnowledgeFile): { parsed?: ParsedFile; problems: Problem[] } {
  const text = decode(file);
  if (typeof text !== 'string') return { problems: [text] };

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: Problem[] = [];
  const written = text.split('\n');
  let before: { readonly code: string; readonly line: number } | undefined;
  let astray = false;
  for (const error of [...document.errors, ...document.warnings]) {
    const where = position(error.pos[0]);
    const code = codeOf(error, written[where.line - 1] ?? '');
    // Mostly fallout of the one before: what follows in the same line; keys of an entry whose "- " was forgotten; and what
    // no longer fits below a line that stands in the wrong column.
    const isFallout =
      before?.line === where.line ||
      (code === 'DUPLICATE_KEY' && before?.code === code && before.line === where.line - 1) ||
      (FALLOUT.has(code) && astray);
    before = { code, line: where.line };
    astray ||= INDENTING.has(code);
    if (isFallout) continue;
    const firstLine = error.message.split('\n', 1)[0] ?? error.message;
    problems.push({
      level: 'error',
      file: file.path,
      ...where,
      field: '',
      message: `The YAML cannot be read: ${firstLine}`,
      remedy: REMEDIES[code] ?? 'Correct the line, or the one before it.',
    });
  }
  if (problems.length > 0) return { problems };

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = `The YAML cannot be read: ${messageOf(error)}.`;
    const remedy =
      'Write values out instead of using anchors (&) and aliases (*); put text with these in quotes.';
    return { problems: [{ level: 'error', file: file.path, line: 1, field: '', message, remedy }] };
  }

  const locate = (path: Path): Position => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
        if (pair === undefined) break;
        offset = startOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
        node = node.items[step];
        offset = startOf(node) ?? offset;
      } else break;
    }
    return position(offset);
  };
  return { parsed: { path: file.path, data, locate }, problems };
}

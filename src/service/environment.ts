/**
 * Environment variables: what was set, what is known, and how `.env.example` explains them. Every part of the program
 * describes its variables in one zod object; the file and the start's messages are made from the descriptions.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import type { ConfigurationProblem, Environment } from '../contract/adapter.ts';
import { editDistance } from '../text/edit-distance.ts';

/** There is a `.env`, and it cannot be read; the message says why and what would help. */
export class EnvironmentFileError extends Error {}

/**
 * What the environment says, and below that what a file `.env` of the working directory does.
 * @param tell is given what is odd about the file and was read all the same
 * @throws EnvironmentFileError
 */
export function readEnvironment(tell: (oddity: string) => void = () => {}): Environment {
  const text = readText(path.resolve('.env'), tell);
  return { ...dropEmpty(parseEnv(text)), ...dropEmpty(process.env) };
}

/** '' where there is no file. Windows' editors and shells write UTF-16, or a byte order mark before UTF-8. */
function readText(file: string, tell: (oddity: string) => void): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return '';
    throw new EnvironmentFileError(`${file} ${UNREADABLE[code] ?? `cannot be read: ${message}`}`);
  }
  const mark = MARKS.find(({ start }) => bytes.subarray(0, start.length).equals(Buffer.from(start)));
  try {
    const text = new TextDecoder(mark?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new TypeError('not text');
    if (mark !== undefined)
      tell(
        `${file} ${mark.told}. It was read; other programs may not: save it as UTF-8 without a byte order mark.`,
      );
    return text;
  } catch {
    throw new EnvironmentFileError(`${file} is not UTF-8 text.\n→ Save it with the encoding UTF-8.`);
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  EISDIR:
    'is a folder, and a file is read there.\n→ Remove it, or put the file in its place. (Docker makes a folder where a file to be mounted is missing.)',
  EACCES: 'may not be read by this user.\n→ Give this user the right to read it, or remove it.',
};

const MARKS = [
  { start: [0xef, 0xbb, 0xbf], encoding: 'utf-8', told: 'begins with a byte order mark' },
  { start: [0xff, 0xfe], encoding: 'utf-16le', told: 'is UTF-16' },
  { start: [0xfe, 0xff], encoding: 'utf-16be', told: 'is UTF-16' },
] as const;

/** Variables left empty count as not set: `.env.example` lists them all, empty. */
export function dropEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => (value ?? '').trim() !== ''));
}

/** Zod's issues as problems that name the variable, what is wrong with it, and what it is for. */
export function problemsOf(error: z.ZodError, variables: z.ZodObject): ConfigurationProblem[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '');
    const description = variables.shape[name]?.description ?? '';
    return {
      variables: name === '' ? [] : [name],
      message: issue.message,
      remedy: description === '' ? 'See .env.example.' : description,
    };
  });
}

export interface Section {
  readonly title: string;
  /** Said once under the title; '' for nothing. */
  readonly note: string;
  readonly variables: z.ZodObject;
}

const WIDTH = 100;

/** The text of `.env.example`: each variable with its description above it, switched off. */
export function printExample(sections: readonly Section[]): string {
  const head = [
    '# Every variable that Rapporteur reads. Copy this file to .env and fill in what you need; nothing is required.',
    '# What stands in the environment goes before what stands in .env. Empty means not set.',
  ];
  const parts = sections
    .filter(({ variables }) => Object.keys(variables.shape).length > 0)
    .map(({ title, note, variables }) => {
      const lines = [`# --- ${title} ---`, ...comment(note)];
      for (const [name, field] of Object.entries(variables.shape)) {
        lines.push('', ...comment((field as z.ZodType).description ?? ''), `${name}=`);
      }
      return lines.join('\n');
    });
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

function comment(text: string): string[] {
  if (text === '') return [];
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > WIDTH && line !== '#') {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/** A name that begins like one of ours is held to be one up to this many slips; any other up to one. */
const SLIPS = 3;
/** Shorter names are near to too many others. */
const SHORTEST = 7;

/** Variables that nobody reads but that are nearly a known one: `SLACK_BOT_TOKN`, `TEAM_APP_ID`, `STATEDIR`. */
export function findMisspelled(
  environment: Environment,
  known: readonly string[],
): { readonly name: string; readonly meant: string }[] {
  const firstPart = (name: string) => name.split('_', 1)[0];
  const prefixes = new Set(known.filter((name) => name.includes('_')).map(firstPart));
  return Object.keys(environment).flatMap((name) => {
    if (known.includes(name) || name.length < SHORTEST) return [];
    const most = name.includes('_') && prefixes.has(firstPart(name)) ? SLIPS : 1;
    const [nearest] = known
      .map((meant) => ({ meant, distance: editDistance(name, meant, most) }))
      .sort((a, b) => a.distance - b.distance);
    return nearest !== undefined && nearest.distance <= most ? [{ name, meant: nearest.meant }] : [];
  });
}

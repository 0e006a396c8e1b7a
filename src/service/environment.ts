/**
 * Environment variables: what was set, what is known, and how `.env.example` explains them. Every part of the program
 * describes its variables in one zod object; the file and the start's messages are made from the descriptions.
 */
import type { z } from 'zod';
import type { ConfigurationProblem, Environment } from '../adapter.ts';

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

/**
 * Variables that look like ours but are not: a known first part (`PREFIX_`), and a name that nobody reads. Each with the
 * nearest known name where one is near.
 */
export function findMisspelled(
  environment: Environment,
  known: readonly string[],
): { readonly name: string; readonly meant?: string }[] {
  const prefixes = new Set(known.filter((name) => name.includes('_')).map(firstPart));
  const misspelled = Object.keys(environment).filter(
    (name) => name.includes('_') && prefixes.has(firstPart(name)) && !known.includes(name),
  );
  return misspelled.flatMap((name) => {
    const [nearest] = known
      .map((other) => ({ other, distance: editDistance(name, other) }))
      .sort((a, b) => a.distance - b.distance);
    return nearest !== undefined && nearest.distance <= 3 ? [{ name, meant: nearest.other }] : [];
  });
}

function firstPart(name: string): string {
  return name.slice(0, name.indexOf('_'));
}

/** Levenshtein's distance: insertions, deletions and replacements of one character. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Says in plain words what a schema found wrong: what stands there, and what would be right.
 */
import type { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import { fieldName, type Path } from './problem.ts';
import { describe, keysOf, type Schema } from './schema-lookup.ts';

interface Explanation {
  /** From the value that was checked. */
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** What an issue is about. */
interface Subject {
  readonly schema: Schema;
  /** The whole that was checked. */
  readonly data: unknown;
  readonly path: Path;
  readonly value: unknown;
  /** As a sentence begins with it. */
  readonly name: string;
  /** What the schema says about such values. */
  readonly description: string | undefined;
}

/** What a value is, shown short enough for one line. */
function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value === 'string') {
    if (value.trim() === '') return 'empty text';
    return `"${value.length > 60 ? `${value.slice(0, 57)}...` : value}"`;
  }
  return `${typeof value === 'number' ? 'the number' : 'the value'} ${String(value)}`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that begin with "- ")',
  object: 'fields (lines of "name: value")',
  record: 'fields (lines of "name: value")',
};

function typeRemedy(expected: string, value: unknown): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `Put it in quotes: "${String(value)}".`;
  }
  if (expected === 'string' && (value === null || value === undefined))
    return 'Write the text, or remove the field.';
  if (expected === 'array' && value === null) return 'Write the list, or remove the field.';
  if ((expected === 'number' || expected === 'int') && typeof value === 'string')
    return 'Write it without quotes, in digits.';
  return `Write ${EXPECTED[expected] ?? expected}.`;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The branch of a union that was probably meant: the one that got deepest, then the one with the fewest faults. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.min(...issues.map((issue) => issue.path.length));
  const faults = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return [...branches].sort((a, b) => depth(b) - depth(a) || faults(a) - faults(b))[0] ?? [];
}

function unknownKeys({ schema, path }: Subject, { keys }: IssueOf<'unrecognized_keys'>): Explanation[] {
  const known = keysOf(schema, path);
  return keys.map((key) => {
    const near = nearest(key, known);
    const choice = `Remove it, or use one of: ${known.join(', ')}.`;
    const remedy = near === undefined ? choice : `Did you mean \`${near}\`?`;
    return { path: [...path, key], message: `There is no field \`${key}\` here.`, remedy };
  });
}

function missing({ path, name, description }: Subject): Explanation {
  return { path, message: `${name} is missing.`, remedy: `Add it. ${description ?? ''}`.trim() };
}

function wrongType(subject: Subject, { expected }: IssueOf<'invalid_type'>): Explanation {
  const { path, name, value } = subject;
  if (value === undefined && path.length > 0) return missing(subject);
  const message = `${name} should be ${EXPECTED[expected] ?? expected}, but is ${show(value)}.`;
  return { path, message, remedy: typeRemedy(expected, value) };
}

function wrongChoice({ path, name, value }: Subject, { values }: IssueOf<'invalid_value'>): Explanation {
  const allowed = values.map(String);
  if (value === undefined) {
    return { path, message: `${name} is missing.`, remedy: `Add it: one of ${allowed.join(', ')}.` };
  }
  const near = typeof value === 'string' ? nearest(value, allowed) : undefined;
  const choice = `Use one of ${allowed.join(', ')}.`;
  const remedy = near === undefined ? choice : `Did you mean "${near}"? ${choice}`;
  return { path, message: `${name} cannot be ${show(value)}.`, remedy };
}

function noForm(subject: Subject, { errors }: IssueOf<'invalid_union'>): Explanation[] {
  const { schema, data, path, name, value, description } = subject;
  if (value === undefined) return [missing(subject)];
  const branch = likeliest(errors);
  const [first] = branch;
  const isOther = first === undefined || (first.path.length === 0 && first.code === 'invalid_type');
  if (!isOther) return branch.flatMap((inner) => explainIssue(schema, data, inner, path));
  const quotes = typeof value === 'number' ? `Put it in quotes: "${value}". ` : '';
  const remedy = `${quotes}${description ?? 'See docs/curating.md for its forms.'}`;
  return [{ path, message: `${name} cannot be ${show(value)}.`, remedy }];
}

function tooBig({ path, name, value, description }: Subject, issue: IssueOf<'too_big'>): Explanation {
  if (issue.origin === 'string' && typeof value === 'string') {
    const message = `${name} may have at most ${issue.maximum} characters, but has ${value.length}.`;
    return { path, message, remedy: 'Make it shorter, or split it in two.' };
  }
  const message = `${name} may be at most ${issue.maximum}, but is ${show(value)}.`;
  return { path, message, remedy: description ?? 'Correct the value.' };
}

function tooSmall({ path, name, value, description }: Subject, issue: IssueOf<'too_small'>): Explanation {
  if (issue.origin === 'string' || issue.origin === 'array') {
    return { path, message: `${name} is empty.`, remedy: 'Fill it, or remove the field.' };
  }
  const bound = issue.inclusive ? 'at least' : 'more than';
  const message = `${name} must be ${bound} ${issue.minimum}, but is ${show(value)}.`;
  return { path, message, remedy: description ?? 'Correct the value.' };
}

/** The field as a sentence begins with it; an item of a list by the list. */
function nameOf(path: Path): string {
  const field = path.findLastIndex((step) => typeof step === 'string');
  return field === -1 ? 'The entry' : `\`${fieldName(path.slice(field))}\``;
}

/** What the schema says of the value, and for an item of a list first what it says of the list. */
function describeItem(schema: Schema, path: Path): string | undefined {
  const own = describe(schema, path);
  if (typeof path[path.length - 1] !== 'number') return own;
  const said = [describe(schema, path.slice(0, -1)), own].filter((text) => text !== undefined);
  return said.length === 0 ? undefined : said.join(' ');
}

function explainIssue(schema: Schema, data: unknown, issue: Issue, prefix: Path): Explanation[] {
  const path = [...prefix, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const subject: Subject = {
    schema,
    data,
    path,
    value: valueAt(data, path),
    name: nameOf(path),
    description: describeItem(schema, path),
  };
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(subject, issue);
    case 'invalid_type':
      return [wrongType(subject, issue)];
    case 'invalid_value':
      return [wrongChoice(subject, issue)];
    case 'invalid_union':
      return noForm(subject, issue);
    case 'too_big':
      return [tooBig(subject, issue)];
    case 'too_small':
      return [tooSmall(subject, issue)];
    default: {
      const message = `${subject.name} has the wrong form: ${show(subject.value)}.`;
      return [{ path, message, remedy: subject.description ?? 'See docs/curating.md for its form.' }];
    }
  }
}

/** Explains every issue that `schema` found in `data`. */
export function explain(schema: Schema, data: unknown, issues: readonly Issue[]): Explanation[] {
  return issues.flatMap((issue) => explainIssue(schema, data, issue, []));
}

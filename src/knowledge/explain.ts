/**
 * Says in plain words what a schema found wrong: what stands there, and what would be right.
 */
import { z } from 'zod';
import type { Path } from './problem.ts';
import { nearest } from './spelling.ts';

export interface Explanation {
  /** From the value that was checked. */
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** The schema that `z.optional(x)`, `z.default(x)` and their like are made of. */
function inside(schema: Schema): Schema | undefined {
  const isWrapper =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable;
  return isWrapper ? schema.def.innerType : undefined;
}

/** The schemas that may apply at `path`; several where a union leaves it open. */
function schemasAt(schema: Schema, path: Path): Schema[] {
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const inner = inside(schema);
  if (inner !== undefined) return schemasAt(inner, path);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => schemasAt(option, path));
  if (schema instanceof z.ZodArray && typeof step === 'number') return schemasAt(schema.def.element, rest);
  if (schema instanceof z.ZodRecord) return schemasAt(schema.def.valueType, rest);
  if (schema instanceof z.ZodObject) {
    const field = schema.def.shape[String(step)];
    return field === undefined ? [] : schemasAt(field, rest);
  }
  return [];
}

/** What the schema says about the value at `path`, in a sentence for people. */
function describe(schema: Schema, path: Path): string | undefined {
  for (const candidate of schemasAt(schema, path)) {
    for (let inner: Schema | undefined = candidate; inner !== undefined; inner = inside(inner)) {
      const description = z.globalRegistry.get(inner)?.description;
      if (description !== undefined) return description;
    }
  }
  return undefined;
}

function keysOf(schema: Schema, path: Path): string[] {
  return schemasAt(schema, path).flatMap((candidate) => {
    const inner = inside(candidate);
    if (inner !== undefined) return keysOf(inner, []);
    if (candidate instanceof z.ZodObject) return Object.keys(candidate.def.shape);
    if (candidate instanceof z.ZodUnion) return candidate.def.options.flatMap((option) => keysOf(option, []));
    if (candidate instanceof z.ZodRecord && candidate.def.keyType instanceof z.ZodEnum) {
      return candidate.def.keyType.options.map(String);
    }
    return [];
  });
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

function explainIssue(schema: Schema, data: unknown, issue: Issue, prefix: Path): Explanation[] {
  const path: Path = [
    ...prefix,
    ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ];
  const value = valueAt(data, path);
  const description = describe(schema, path);
  const name = path.length === 0 ? 'The entry' : `\`${path[path.length - 1]}\``;

  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysOf(schema, path);
      return issue.keys.map((key) => {
        const near = nearest(key, known);
        const remedy =
          near === undefined ? `Remove it, or use one of: ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
        return { path: [...path, key], message: `There is no field \`${key}\` here.`, remedy };
      });
    }
    case 'invalid_type': {
      if (value === undefined && path.length > 0) {
        const last = path[path.length - 1];
        return [{ path, message: `\`${last}\` is missing.`, remedy: `Add it. ${description ?? ''}`.trim() }];
      }
      const expected = EXPECTED[issue.expected] ?? issue.expected;
      const message = `${name} should be ${expected}, but is ${show(value)}.`;
      return [{ path, message, remedy: typeRemedy(issue.expected, value) }];
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const near = typeof value === 'string' ? nearest(value, allowed) : undefined;
      const missing = value === undefined;
      const message = missing ? `${name} is missing.` : `${name} cannot be ${show(value)}.`;
      const choice = `${missing ? 'Add it: one' : 'Use one'} of ${allowed.join(', ')}.`;
      return [{ path, message, remedy: near === undefined ? choice : `Did you mean "${near}"? ${choice}` }];
    }
    case 'invalid_union': {
      const branch = likeliest(issue.errors);
      if (
        value === undefined ||
        branch.length === 0 ||
        (branch[0]?.path.length === 0 && branch[0].code === 'invalid_type')
      ) {
        const missing = value === undefined;
        const quoted = typeof value === 'number' ? `Put it in quotes: "${value}". ` : '';
        const message = missing ? `${name} is missing.` : `${name} cannot be ${show(value)}.`;
        const remedy = `${missing ? 'Add it. ' : quoted}${description ?? 'See docs/curating.md for its forms.'}`;
        return [{ path, message, remedy }];
      }
      return branch.flatMap((inner) => explainIssue(schema, data, inner, path));
    }
    case 'invalid_key':
    case 'invalid_element': {
      const known =
        issue.code === 'invalid_key'
          ? issue.issues.flatMap((inner) => ('values' in inner ? inner.values : []))
          : [];
      const remedy =
        known.length > 0 ? `Use one of ${known.join(', ')}.` : (description ?? 'See docs/curating.md.');
      return [{ path, message: `${name} is not known here.`, remedy }];
    }
    case 'too_big': {
      const unit = issue.origin === 'string' ? ' characters' : '';
      const size = issue.origin === 'string' && typeof value === 'string' ? `${value.length}` : show(value);
      const remedy =
        issue.origin === 'string'
          ? 'Make it shorter, or split it in two.'
          : (description ?? 'Correct the value.');
      return [
        { path, message: `${name} may have at most ${issue.maximum}${unit}, but has ${size}.`, remedy },
      ];
    }
    case 'too_small': {
      if (issue.origin === 'string' || issue.origin === 'array') {
        return [{ path, message: `${name} is empty.`, remedy: 'Fill it, or remove the field.' }];
      }
      const message = `${name} must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}, but is ${show(value)}.`;
      return [{ path, message, remedy: description ?? 'Correct the value.' }];
    }
    case 'invalid_format':
      return [
        {
          path,
          message: `${name} has the wrong form: ${show(value)}.`,
          remedy: description ?? 'See docs/curating.md for its form.',
        },
      ];
    default:
      return [
        { path, message: `${name}: ${issue.message}.`, remedy: description ?? 'See docs/curating.md.' },
      ];
  }
}

/** Explains every issue that `schema` found in `data`. */
export function explain(schema: Schema, data: unknown, issues: readonly Issue[]): Explanation[] {
  return issues.flatMap((issue) => explainIssue(schema, data, issue, []));
}

/**
 * Finds out what a schema says about the value at a path: which fields there are, what its description tells people.
 */
import * as z from 'zod';
import type { Path } from './problem.ts';

export type Schema = z.core.$ZodType;

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
export function describe(schema: Schema, path: Path): string | undefined {
  for (const candidate of schemasAt(schema, path)) {
    for (let inner: Schema | undefined = candidate; inner !== undefined; inner = inside(inner)) {
      const description = z.globalRegistry.get(inner)?.description;
      if (description !== undefined) return description;
    }
  }
  return undefined;
}

/** The fields that an entry may have at `path`. */
export function keysOf(schema: Schema, path: Path): string[] {
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

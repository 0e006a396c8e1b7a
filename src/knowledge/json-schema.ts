/**
 * The JSON Schemas for editors, made from the schemas of the YAML files.
 */
import * as z from 'zod';
import { eventFileSchema, FILES } from './schema.ts';

/** Editors' YAML servers know draft 7 best. */
const TARGET = 'draft-7';

function render(title: string, schema: z.ZodType): string {
  // `input`: what a curator writes, in which everything with a default may be left out.
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: TARGET, io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** `people.yaml` → `people.json`, `vocabulary/groups.yaml` → `groups.json`; the name of the schema for a file. */
export function schemaName(file: string): string {
  if (file.startsWith('events/')) return 'event.json';
  return `${file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '')}.json`;
}

/** All JSON Schemas: name of the file below `knowledge/schema/` and its text. */
export function jsonSchemas(): Map<string, string> {
  const schemas = new Map([['event.json', render('Event: sessions and contributions', eventFileSchema)]]);
  for (const [file, schema] of Object.entries(FILES)) {
    const name = schemaName(file);
    schemas.set(name, render(`Knowledge: ${file}`, schema));
  }
  return schemas;
}

/** Reads the program's own text: which module imports what, and how; and its code without comments. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, printSync } from '@swc/core';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** `type` leaves nothing in the built file; `dynamic` loads when it is run. */
  readonly how: 'static' | 'dynamic' | 'type';
  /** As it is written: `../adapter.ts`, `zod`. */
  readonly specifier: string;
  /** Path from the project's root for modules of ours, else the package's name. */
  readonly target: string;
}

export interface Module {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** Without comments. */
  readonly code: string;
}

/** All TypeScript modules below the given folders of the project. */
export function readModules(...folders: readonly string[]): Module[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readModule(path.posix.join(folder, name.split(path.sep).join('/')))),
  );
}

type Tree = Readonly<Record<string, unknown>>;

function readModule(file: string): Module {
  const tree = parseSync(readFileSync(path.join(ROOT, file), 'utf8'), {
    syntax: 'typescript',
    target: 'es2022',
    comments: false,
  });
  const imports: Import[] = [];
  let hasDefaultExport = false;
  const add = (how: Import['how'], source: unknown) => {
    const specifier = (source as Tree | undefined)?.value;
    if (typeof specifier !== 'string') throw new Error(`${file} imports what is not a plain text`);
    imports.push({ how, specifier, target: targetOf(file, specifier) });
  };

  function walk(node: unknown): void {
    if (Array.isArray(node)) {
      for (const each of node) walk(each);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, ...rest } = node as Tree;
    switch (type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (rest.source !== undefined && rest.source !== null)
          add(isTypeOnly(rest) ? 'type' : 'static', rest.source);
        break;
      case 'TsImportType':
        add('type', rest.argument);
        break;
      case 'CallExpression':
        // A page's script is told by the server where its parts lie.
        if ((rest.callee as Tree).type === 'Import' && !file.startsWith('adapters/web/browser/'))
          add('dynamic', (rest.arguments as Tree[])[0]?.expression);
        break;
      case 'ExportDefaultDeclaration':
      case 'ExportDefaultExpression':
        hasDefaultExport = true;
        break;
    }
    for (const each of Object.values(rest)) walk(each);
  }

  walk(tree.body);
  return { path: file, imports, hasDefaultExport, code: printSync(tree).code };
}

function isTypeOnly(declaration: Tree): boolean {
  if (declaration.typeOnly === true) return true;
  const specifiers = (declaration.specifiers ?? []) as readonly Tree[];
  return specifiers.length > 0 && specifiers.every((one) => one.isTypeOnly === true);
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

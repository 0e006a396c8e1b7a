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
  /** What is taken of it; `*` for all. */
  readonly names: readonly string[];
}

export interface Module {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Names of the values that others may import. Types are left out: those of an API are for whoever speaks of it. */
  readonly exports: readonly string[];
  readonly hasDefaultExport: boolean;
  /** Without comments. */
  readonly code: string;
}

/** All TypeScript modules below the given folders of the project. */
export function readModules(...folders: readonly string[]): Module[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      // Whoever ran the benchmarks has their packages there.
      .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
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
  const exports: string[] = [];
  let hasDefaultExport = false;
  const add = (how: Import['how'], source: unknown, names: readonly string[] = ['*']) => {
    const specifier = (source as Tree | undefined)?.value;
    if (typeof specifier !== 'string') throw new Error(`${file} imports what is not a plain text`);
    imports.push({ how, specifier, target: targetOf(file, specifier), names });
  };

  function walk(node: object): void {
    if (Array.isArray(node)) {
      for (const each of node) if (typeof each === 'object' && each !== null) walk(each);
      return;
    }
    const rest = node as Tree;
    switch (rest.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (rest.source !== undefined && rest.source !== null)
          add(isTypeOnly(rest) ? 'type' : 'static', rest.source, namesOf(rest));
        if (rest.type === 'ExportNamedDeclaration') exports.push(...exportedBy(rest));
        break;
      case 'ExportDeclaration':
        exports.push(...declaredBy(rest.declaration as Tree));
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
    // A module is some ten thousand nodes: no lists and copies of their fields are made.
    for (const name in rest) {
      const each = rest[name];
      if (name !== 'span' && typeof each === 'object' && each !== null) walk(each);
    }
  }

  walk(tree.body);
  let code: string | undefined;
  return {
    path: file,
    imports,
    exports,
    hasDefaultExport,
    get code() {
      code ??= printSync(tree).code;
      return code;
    },
  };
}

const nameIn = (node: unknown): string => String((node as Tree | undefined)?.value ?? '');
const specifiersOf = ({ specifiers }: Tree): readonly Tree[] => (specifiers ?? []) as readonly Tree[];

/** What a declaration takes of another module, under the names that it has there. */
function namesOf(declaration: Tree): string[] {
  if (declaration.specifiers === undefined) return ['*'];
  return specifiersOf(declaration).map((one) => {
    if (one.type === 'ImportSpecifier') return nameIn(one.imported ?? one.local);
    if (one.type === 'ExportSpecifier') return nameIn(one.orig);
    return '*';
  });
}

/** The names of `export { one, other as third }`, whether they come from another module or from this one. */
function exportedBy(declaration: Tree): string[] {
  if (isTypeOnly(declaration)) return [];
  return specifiersOf(declaration).map((one) => nameIn(one.exported ?? one.orig));
}

/** The names that `export const …`, `export function …` and `export class …` declare. */
function declaredBy({ type, identifier, declarations }: Tree): string[] {
  if (type === 'TsInterfaceDeclaration' || type === 'TsTypeAliasDeclaration') return [];
  if (type !== 'VariableDeclaration') return [nameIn(identifier)];
  return (declarations as readonly Tree[]).map((one) => nameIn(one.id));
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

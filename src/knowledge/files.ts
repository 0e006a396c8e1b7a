/**
 * Finds the knowledge files and reads their bytes. No YAML here: a warm start needs only the bytes and their hash.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

export interface KnowledgeFile {
  /** Relative to the knowledge folder, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Found {
  /** Sorted by path, so that the order does not depend on the file system. */
  readonly files: readonly KnowledgeFile[];
  readonly problems: readonly Problem[];
}

/** A file of knowledge is a few hundred kilobytes at most; anything larger is something else. */
const LARGEST_FILE = 32 * 1024 * 1024;

function problem(file: string, message: string, remedy: string): Problem {
  return { level: 'error', file, line: 1, field: '', message, remedy };
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'this process may not read it';
  if (code === 'ENOTDIR') return 'it is not a folder';
  return code ?? String(error);
}

/**
 * Reads all `.yaml` files below `folder`. Folders and files whose names begin with a dot are passed over (editors and
 * mounted volumes keep their own things in such), symbolic links are followed, a folder is never read twice.
 */
export function findFiles(folder: string): Found {
  const files: KnowledgeFile[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();

  const visit = (relative: string): void => {
    const absolute = join(folder, relative);
    let names: string[];
    try {
      const real = realpathSync(absolute);
      if (seen.has(real)) return;
      seen.add(real);
      names = readdirSync(absolute).sort();
    } catch (error) {
      const remedy =
        relative === ''
          ? 'Set KNOWLEDGE_DIR to the folder that holds sources.yaml and events/.'
          : 'Make the folder readable.';
      problems.push(problem(relative, `The folder ${absolute} cannot be read: ${reason(error)}.`, remedy));
      return;
    }
    for (const name of names) {
      if (name.startsWith('.')) continue;
      const path = relative === '' ? name : `${relative}/${name}`;
      try {
        const stat = statSync(join(folder, path));
        if (stat.isDirectory()) visit(path);
        else if (!stat.isFile()) continue;
        else if (name.endsWith('.yml')) {
          problems.push(problem(path, 'The name ends in .yml.', `Rename it to ${name.slice(0, -4)}.yaml.`));
        } else if (name.endsWith('.yaml')) {
          if (stat.size > LARGEST_FILE) {
            problems.push(problem(path, `The file has ${stat.size} bytes.`, 'Split it into smaller files.'));
          } else files.push({ path, bytes: readFileSync(join(folder, path)) });
        }
      } catch (error) {
        problems.push(
          problem(path, `The file cannot be read: ${reason(error)}.`, 'Make it readable, or remove it.'),
        );
      }
    }
  };

  visit('');
  if (files.length === 0 && problems.length === 0) {
    problems.push(
      problem(
        '',
        `There are no .yaml files in ${folder}.`,
        'Set KNOWLEDGE_DIR to the folder that holds sources.yaml and events/.',
      ),
    );
  }
  return { files, problems };
}

/** Hash over names and bytes, in hexadecimal. Two folders with the same content give the same hash. */
export function contentHash(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file.path}\0${file.bytes.byteLength}\0`);
    hash.update(file.bytes);
  }
  return hash.digest('hex');
}

/** The revision that readers see: the first twelve digits of the content's hash. */
export function revisionOf(hash: string): string {
  return hash.slice(0, 12);
}

/**
 * Finds the knowledge files and reads their bytes. No YAML here: a warm start needs only the bytes and their hash.
 */
import { createHash } from 'node:crypto';
import { type BigIntStats, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
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

/** What is meant to be knowledge, going by its name, but is not read: `.YAML`, `.yml`, and `.yaml.txt` as some editors save it. */
const NEARLY = /\.ya?ml(?:\.txt)?$/i;

/** The name under which a file would be read: `topics.yaml` for `topics.yml`. */
export function readableName(path: string): string {
  return path.replace(NEARLY, '.yaml');
}

/**
 * Looks at all `.yaml` files below `folder`. Folders and files whose names begin with a dot are passed over (editors and
 * mounted volumes keep their own things in such), symbolic links are followed, a folder is never read twice.
 */
function eachFile(
  folder: string,
  take: (path: string, absolute: string, stat: BigIntStats) => void,
): readonly Problem[] {
  const problems: Problem[] = [];
  let none = true;
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
        const stat = statSync(join(folder, path), { bigint: true });
        if (stat.isDirectory()) visit(path);
        else if (!stat.isFile() || !NEARLY.test(name)) continue;
        else if (!name.endsWith('.yaml')) {
          const ending = NEARLY.exec(name)?.[0] ?? '';
          problems.push(problem(path, `The name ends in ${ending}.`, `Rename it to ${readableName(name)}.`));
        } else if (stat.size > LARGEST_FILE) {
          problems.push(problem(path, `The file has ${stat.size} bytes.`, 'Split it into smaller files.'));
        } else {
          none = false;
          take(path, join(folder, path), stat);
        }
      } catch (error) {
        problems.push(
          problem(path, `The file cannot be read: ${reason(error)}.`, 'Make it readable, or remove it.'),
        );
      }
    }
  };

  visit('');
  if (none && problems.length === 0) {
    problems.push(
      problem(
        '',
        `There are no .yaml files in ${folder}.`,
        'Set KNOWLEDGE_DIR to the folder that holds sources.yaml and events/.',
      ),
    );
  }
  return problems;
}

/** Reads all files of the knowledge. */
export function findFiles(folder: string): Found {
  const files: KnowledgeFile[] = [];
  const problems = eachFile(folder, (path, absolute) => files.push({ path, bytes: readFileSync(absolute) }));
  return { files, problems };
}

/** How a folder looks without reading what is in its files. */
export interface Look {
  /** Another one where a file was written, put in another's place, added, removed, or is no longer to be read. */
  readonly signature: string;
  /** When the newest of them was changed. Milliseconds since 1970; 0 where there is none. */
  readonly newest: number;
}

/** Looks at the folder: names, places on the disk, sizes and times. Far cheaper than reading. */
export function lookAt(folder: string): Look {
  const hash = createHash('sha256');
  let newest = 0;
  const problems = eachFile(folder, (path, _absolute, { dev, ino, size, mtimeNs, ctimeNs, ctimeMs }) => {
    hash.update(`${path}\0${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}\0`);
    newest = Math.max(newest, Number(ctimeMs));
  });
  for (const { file, message } of problems) hash.update(`${file}\0${message}\0`);
  return { signature: hash.digest('base64'), newest };
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

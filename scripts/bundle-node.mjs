#!/usr/bin/env node
/**
 * Bundles what runs in Node: `node scripts/bundle-node.mjs FOLDER ENTRY …`, each entry a path below the project
 * (`src/app/main.ts`), because Node takes longer to find, read and compile a thousand files than to run what stands in them.
 *
 * - `FOLDER/src/main.js` and so on are what is started; `main.cjs` beside it is all of it, packages included.
 * - What an adapter imports only when it opens, its SDK, lies in `FOLDER/packages/slack.cjs` and so on: the code of
 *   `node_modules`, chosen as Node chooses it and not otherwise changed than that comments go.
 * - `load.cjs` loads them, with compiled code from files ending in `.code`.
 *
 * Types are not looked at here; that is the compiler's part.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Compiled parts that the SDKs look for and do without; whoever installs them beside us still gets them. */
const OPTIONAL = ['bufferutil', 'utf-8-validate', 'zlib-sync', 'erlpack'];

/** Takes the place of the hash that `src/knowledge/snapshot.ts` makes of the modules beside it; see there. */
function hashLoader() {
  const folder = `${ROOT}src/knowledge`;
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort())
    hash.update(`${name}\0`).update(readFileSync(`${folder}/${name}`));
  return hash.digest('hex');
}

/** What both kinds of bundles have in common. Each is an expression: the function that `load.cjs` calls. */
function options(directive) {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    // All is loaded by load.cjs, also what is loaded later.
    supported: { 'dynamic-import': false },
    // Node's own choice among the files of a package, without those that are meant for bundlers.
    conditions: [],
    mainFields: ['main'],
    external: OPTIONAL,
    // load.cjs reads it as such.
    charset: 'ascii',
    banner: { js: `(function (exports, require, module, MODULE_URL) {${directive}` },
    footer: { js: '})' },
    define: { 'import.meta.url': 'MODULE_URL', LOADER_HASH: JSON.stringify(hashLoader()) },
    logLevel: 'warning',
  };
}

/**
 * Leaves packages out that are imported when they are needed, and notes them in `groups` by the folder that does so: two
 * packages of one adapter share what both build on.
 */
function leaveOut(groups) {
  return {
    name: 'packages-of-adapters',
    setup({ onResolve }) {
      onResolve({ filter: /^[@a-z]/ }, ({ path, kind, importer }) => {
        if (kind !== 'dynamic-import' || importer.includes('node_modules') || isBuiltin(path))
          return undefined;
        const group = basename(dirname(importer));
        groups.set(group, (groups.get(group) ?? new Set()).add(path));
        return { path: `../packages/${group}.cjs#${path}`, external: true };
      });
    },
  };
}

/** Puts a bundle's hash at its head, where load.cjs looks for it. */
function putHash(file) {
  const source = readFileSync(file);
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 32);
  writeFileSync(file, Buffer.concat([Buffer.from(`/*${hash}*/`), source]));
}

/** Writes the bundles of `entries` into `folder`. Rejects, with what is wrong told, where something cannot be found. */
export async function bundleForNode(folder, entries) {
  const groups = new Map();
  await build({
    ...options("'use strict';"),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    entryPoints: entries,
    outbase: ROOT,
    plugins: [leaveOut(groups)],
  });
  await Promise.all(
    [...groups].map(([group, packages]) =>
      build({
        ...options(''),
        stdin: {
          contents: `module.exports = {${[...packages].map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)})`)}};`,
          resolveDir: ROOT,
          sourcefile: group,
        },
        outfile: join(folder, 'packages', `${group}.cjs`),
      }),
    ),
  );
  for (const entry of entries) putHash(join(folder, entry.replace(/\.ts$/, '.cjs')));
  for (const group of groups.keys()) putHash(join(folder, 'packages', `${group}.cjs`));
  copyFileSync(join(ROOT, 'scripts', 'load.cjs'), join(folder, 'load.cjs'));
  for (const entry of entries) {
    const file = join(folder, entry.replace(/\.ts$/, ''));
    const up = '../'.repeat(entry.split('/').length - 1);
    writeFileSync(
      `${file}.js`,
      `import loader from '${up}load.cjs';\n\nloader.load('${entry.replace(/\.ts$/, '.cjs')}');\n`,
    );
  }
}

const [folder, ...entries] = process.argv.slice(2);
if (folder === undefined || entries.length === 0) {
  console.error('Name the folder and what to bundle: node scripts/bundle-node.mjs FOLDER ENTRY …');
  process.exitCode = 2;
} else {
  await bundleForNode(folder, entries);
  spawnSync(process.execPath, [join(ROOT, 'scripts/keep-code.cjs'), folder, ...entries], {
    // What `ask` is asked.
    input: '/sessions sdg8\n',
    stdio: ['pipe', 'inherit', 'inherit'],
    timeout: 60_000,
  });
}

#!/usr/bin/env node
/**
 * Bundles what runs in Node: `node scripts/bundle-node.mjs FOLDER ENTRY …`, each entry a path below the project
 * (`src/main.ts`). Written are `FOLDER/src/main.js` and so on, and what they share or load later below `FOLDER/chunks`,
 * packages included: Node takes longer to find, read and compile a thousand files than to run what stands in them.
 *
 * The packages are those of `node_modules`, chosen as Node itself chooses and not otherwise changed than that comments
 * go. Types are not looked at here; that is the compiler's part.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Compiled parts that the SDKs look for and do without; whoever installs them beside us still gets them. */
const OPTIONAL = ['bufferutil', 'utf-8-validate', 'zlib-sync', 'erlpack'];

/** CommonJS asks for Node's own modules by this function, which ES modules do not have. */
const REQUIRE = `import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);`;

/** Takes the place of the hash that `src/knowledge/snapshot.ts` makes of the modules beside it; see there. */
function hashLoader() {
  const folder = `${ROOT}src/knowledge`;
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort())
    hash.update(`${name}\0`).update(readFileSync(`${folder}/${name}`));
  return hash.digest('hex');
}

/**
 * A CommonJS package that is imported when needed has the names that Node finds in it; esbuild alone would give it no
 * other name than `default`.
 */
const NAMES = {
  name: 'names-of-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[@a-z]/ }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' && !importer.includes('node_modules') && !isBuiltin(path)
        ? { path, namespace: 'package' }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'package' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => /^[\w$]+$/.test(name));
      return { contents: `export { ${names.join(', ')} } from ${JSON.stringify(path)};`, resolveDir: ROOT };
    });
  },
};

/** Writes the bundles of `entries` into `folder`. Rejects, with what is wrong told, where something cannot be found. */
export async function bundleForNode(folder, entries) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
    outbase: ROOT,
    outdir: folder,
    chunkNames: 'chunks/[name].[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Node's own choice among the files of a package, without those that are meant for bundlers.
    conditions: [],
    mainFields: ['main'],
    external: OPTIONAL,
    plugins: [NAMES],
    banner: { js: REQUIRE },
    define: { LOADER_HASH: JSON.stringify(hashLoader()) },
    logLevel: 'warning',
  });
}

const [folder, ...entries] = process.argv.slice(2);
if (folder === undefined || entries.length === 0) {
  console.error('Name the folder and what to bundle: node scripts/bundle-node.mjs FOLDER ENTRY …');
  process.exitCode = 2;
} else await bundleForNode(folder, entries);

/**
 * The build: one step of esbuild for each side. For Node, `src` and the adapters become modules with source maps, each
 * command an entry, and what is imported later a file of its own; packages stay in `node_modules`, but for one. For the browser, the
 * playground's scripts and styles hold all they need, fonts beside them; file names hold a hash of their content, and
 * `bundles.json` tells which is which. Types are not looked at here; that is `npm run types`.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** One for each column, because each brings the library that draws like its platform; the page's own loads them. */
const SCRIPTS = ['playground.ts', 'slack.ts', 'discord.ts', 'teams.ts'];
const DAY = 24 * 60 * 60 * 1000;
const COMMON = { bundle: true, write: false, logLevel: 'warning' };

async function bundleForNode(folder, entries) {
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    absWorkingDir: ROOT,
    entryPoints: entries,
    outbase: ROOT,
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    // Three hundred small files, which Node would take a fifth of a second to load one by one.
    alias: { kysely: './node_modules/kysely/dist/esm/index.js' },
    sourcemap: true,
    sourcesContent: false,
  });
  // What others refer to is written first.
  const isChunk = ({ path }) => path.startsWith(join(folder, 'chunks'));
  return outputFiles.sort((a, b) => Number(isChunk(b)) - Number(isChunk(a)));
}

async function bundleForBrowser(folder) {
  const common = {
    ...COMMON,
    absWorkingDir: join(ROOT, 'adapters', 'web', 'browser'),
    outdir: folder,
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    publicPath: '/assets',
    minify: true,
    legalComments: 'linked',
    target: ['es2022', 'chrome120', 'firefox121', 'safari17'],
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  const made = await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: SCRIPTS,
      format: 'esm',
      // Lit's own writes style attributes, which the policy of our pages forbids.
      alias: { 'lit/directives/style-map.js': './lit-style-map.ts' },
      // Style sheets of the columns are adopted by their shadow roots.
      loader: { '.css': 'text' },
    }),
    esbuild.build({ ...common, entryPoints: ['playground.css'], loader: { '.woff2': 'file' } }),
  ]);
  const files = made.flatMap(({ outputFiles }) => outputFiles);
  const hashed = files.map(({ path }) => basename(path)).filter((name) => /\.(js|css)$/.test(name));
  const names = Object.fromEntries(hashed.map((name) => [name.replace(/\.\w+(?=\.\w+$)/, ''), name]));
  const list = { path: join(folder, 'bundles.json'), contents: `${JSON.stringify(names, null, 2)}\n` };
  return [...files, list];
}

/**
 * Makes the files that `folder` is to hold, in the order in which to write them. Writes nothing.
 * @param entries sources below the project (`src/app/main.ts`); what is made of them has the same place below `folder`
 * @throws where something cannot be bundled; esbuild has said on standard error what and why
 */
export async function bundle(folder, entries) {
  try {
    const both = [bundleForBrowser(join(folder, 'browser')), bundleForNode(folder, entries)];
    return (await Promise.all(both)).flat();
  } finally {
    // Its process would stay as long as this one.
    await esbuild.stop();
  }
}

/**
 * Writes the files, each at once, and removes what earlier builds left in `folder` a day ago or longer: until then a
 * process that was started from them may still load some.
 */
export function install(folder, files) {
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, contents);
    renameSync(temporary, path);
  }
  const made = new Set(files.map(({ path }) => path));
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    const stat = made.has(path) ? undefined : statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() && Date.now() - stat.mtimeMs > DAY) rmSync(path, { force: true });
  }
}

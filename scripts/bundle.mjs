#!/usr/bin/env node
/**
 * Bundles the playground's browser side: `node scripts/bundle.mjs FOLDER`. One file for each column, because each brings
 * the library that draws like its platform, and is loaded only where it is shown. Nothing is fetched from elsewhere:
 * fonts lie beside the scripts. File names hold a hash of their content; `bundles.json` tells which is which.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const SOURCES = fileURLToPath(new URL('../adapters/web/browser', import.meta.url));
/** Columns are loaded by the page's own script; the style sheet by the page. */
const ENTRIES = ['playground.ts', 'slack.ts', 'discord.ts', 'teams.ts', 'playground.css'];

/** Writes the bundles into `folder`. */
export async function bundle(folder) {
  mkdirSync(folder, { recursive: true });
  const common = {
    absWorkingDir: SOURCES,
    bundle: true,
    minify: true,
    legalComments: 'linked',
    target: ['es2022', 'chrome120', 'firefox121', 'safari17'],
    outdir: folder,
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    publicPath: '/assets',
    metafile: true,
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  const made = await Promise.all([
    build({
      ...common,
      entryPoints: ENTRIES.filter((name) => name.endsWith('.ts')),
      format: 'esm',
      // Lit's own writes style attributes, which the policy of our pages forbids.
      alias: { 'lit/directives/style-map.js': './lit-style-map.ts' },
      // Style sheets of the columns are adopted by their shadow roots.
      loader: { '.css': 'text' },
    }),
    build({
      ...common,
      entryPoints: ENTRIES.filter((name) => name.endsWith('.css')),
      loader: { '.woff2': 'file' },
    }),
  ]);
  const names = {};
  for (const { metafile } of made) {
    for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
      if (entryPoint !== undefined) names[basename(entryPoint).replace(/\.ts$/, '.js')] = basename(path);
    }
  }
  writeFileSync(join(folder, 'bundles.json'), `${JSON.stringify(names, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('Name the folder to write to: node scripts/bundle.mjs FOLDER');
    process.exitCode = 2;
  } else await bundle(folder);
}

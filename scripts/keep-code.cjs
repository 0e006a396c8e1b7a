#!/usr/bin/env node
/**
 * Keeps the compiled code of a build beside its bundles: `node scripts/keep-code.cjs FOLDER ENTRY …`. V8 compiles a function
 * when it is first called, so everything is loaded beforehand: each entry says its help, each package sets itself up.
 * Nothing depends on it: without that code a start takes longer.
 */
const { existsSync, readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const [folder, ...entries] = process.argv.slice(2);
const { load, loaded } = require(path.resolve(folder, 'load.cjs'));

// What is said meanwhile is of no interest.
process.stdout.write = (_text, ...rest) => {
  rest.find((one) => typeof one === 'function')?.();
  return true;
};

for (const entry of entries) {
  process.argv = [process.argv[0], entry, '--help'];
  load(entry.replace(/\.ts$/, '.cjs'));
}
const packages = path.join(folder, 'packages');
for (const name of existsSync(packages) ? readdirSync(packages) : []) {
  for (const setUp of Object.values(load(`packages/${name}`))) setUp();
}
setImmediate(() => {
  for (const [name, { script }] of loaded) {
    writeFileSync(path.join(folder, `${name}.code`), script.createCachedData());
  }
  process.exit(0);
});

/**
 * Loads what `bundle-node.mjs` made; it lies beside it in `dist`. Where the build kept the compiled code of a bundle
 * (`.code`), V8 takes that instead of compiling anew. It refuses code of another version of itself or other flags, and then
 * compiles as ever. That the code is this bundle's, V8 tells by the length alone, and of the processor it knows nothing: so
 * both begin with a mark.
 */
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');

/** What was loaded, by its path below `dist`. */
const loaded = new Map();

/** What kept code of `source` begins with: the hash at its head, and for whom it was compiled. V8 wants what follows aligned. */
function markOf(source) {
  return Buffer.from(`${source.slice(2, 34)} ${process.version} ${process.arch}`.padEnd(64));
}

function readKept(file, mark) {
  try {
    const kept = readFileSync(`${file}.code`);
    return mark.equals(kept.subarray(0, mark.length)) ? kept.subarray(mark.length) : undefined;
  } catch {
    return undefined;
  }
}

/** What the bundle at `name`, a path below `dist`, exports. Each is run once. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.module.exports;
  const file = path.join(__dirname, name);
  const module = { exports: {} };
  // Kept code has the name in it that it was compiled under, so that is one which stays when the folder moves. Packages are
  // named as what they are: Node tells by that whose use of something old it is to warn of.
  const ofPackages = name.startsWith('packages/');
  const filename = `dist/${ofPackages ? name.replace('packages', 'node_modules') : name}`;
  const source = readFileSync(file, 'utf8');
  const mark = markOf(source);
  const script = new Script(source, { filename, cachedData: readKept(file, mark) });
  loaded.set(name, { module, script, mark });
  const requireOutside = createRequire(file);
  const requireHere = (wanted) => {
    const [, bundle, member] = /^\.\.\/(packages\/\w+\.cjs)#(.+)$/.exec(wanted) ?? [];
    return bundle === undefined ? requireOutside(wanted) : load(bundle)[member]();
  };
  Object.assign(requireHere, requireOutside);
  const requireIt = ofPackages ? requireOutside : requireHere;
  script.runInThisContext()(module.exports, requireIt, module, pathToFileURL(file).href);
  return module.exports;
}

module.exports = { load, loaded };

#!/usr/bin/env node
/**
 * Keeps the compiled code of a build beside its bundles: `node scripts/keep-code.cjs FOLDER ENTRY …`. V8 compiles a function
 * when it is first called, so what a start calls is called here: each command says its help, `ask` answers what comes on
 * standard input, and the service starts once, on loopback, with every platform and none of their clouds.
 *
 * Nothing depends on it: where a step fails, its code is compiled at the start as ever.
 */
const { existsSync, readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

/** Milliseconds for what usually takes one second. */
const PATIENCE = 20_000;
const SERVICE = 'src/app/main.ts';
const LINE = 'sessions sdg8';

/** Connects every platform as far as it goes without the network: nobody listens on port 1. */
const ENVIRONMENT = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  SLACK_BOT_TOKEN: 'xoxb-build',
  SLACK_SIGNING_SECRET: 'of-no-use-anywhere',
  SLACK_API_URL: 'http://127.0.0.1:1/',
  DISCORD_APPLICATION_ID: '100000000000000000',
  DISCORD_PUBLIC_KEY: '00'.repeat(32),
  TEAMS_LOCAL: '1',
};

const [folder, ...entries] = process.argv
  .slice(2)
  .map((argument, place) => (place === 0 ? path.resolve(argument) : argument));
const { load, loaded } = require(path.join(folder, 'load.cjs'));

/** Told of each text on standard output, which is of interest to nobody else. */
let listener = () => {};
process.stdout.write = (text, ...rest) => {
  listener(String(text));
  rest.find((one) => typeof one === 'function')?.();
  return true;
};
console.error = () => {};

/** Runs an entry until it has said something. */
function run(entry, args) {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, PATIENCE);
    listener = (text) => {
      clearTimeout(late);
      resolve(text);
    };
    process.argv = [process.argv[0], entry, ...args];
    load(entry.replace(/\.ts$/, '.cjs'));
  });
}

/** Whatever ends the process, what was compiled until then is kept. */
process.on('exit', () => {
  for (const [name, { script, mark }] of loaded)
    writeFileSync(path.join(folder, `${name}.code`), Buffer.concat([mark, script.createCachedData()]));
});

async function main() {
  // A `.env` is not to be read here, nor what else stands in the environment.
  process.chdir(folder);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, ENVIRONMENT);
  for (const entry of entries) {
    if (entry === SERVICE) continue;
    await run(entry, entry.endsWith('/ask.ts') ? ['--batch'] : ['--help']);
  }
  const packages = path.join(folder, 'packages');
  for (const name of existsSync(packages) ? readdirSync(packages) : []) {
    if (!name.endsWith('.cjs')) continue;
    for (const setUp of Object.values(load(`packages/${name}`))) setUp();
  }
  if (entries.includes(SERVICE)) {
    const said = await run(SERVICE, []);
    const [address] = /http:\S+/.exec(said ?? '') ?? [];
    if (address !== undefined)
      await fetch(`${address}/?q=${encodeURIComponent(LINE)}`).then((page) => page.text());
  }
}

main().finally(() => process.exit(0));

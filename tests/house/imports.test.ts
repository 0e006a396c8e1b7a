/** The rules of the house, read from the imports: who may know whom. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Import, type Module, ROOT, readModules } from './modules.ts';

const MODULES = readModules('src', 'adapters');
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** Every package through which a platform is spoken to. */
const SDK = /^(@slack\/|@discordjs\/|@microsoft\/|discord(\.js|-api|-interactions)|botbuilder|botframework)/;
const PLATFORM = /slack|discord|\bteams\b|botbuilder|botframework|microsoft|block ?kit|adaptive ?card/i;

/**
 * The rooms of `src` in the order in which they build on each other, and what each may know. Folding, stemming and words
 * (`text`) know nothing of ours and may be known by all. `store` may be known for its types by the contract, and is opened
 * by the service alone.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  lexicon: [],
  text: ['lexicon'],
  locales: [],
  kit: [],
  store: ['kit'],
  knowledge: ['kit', 'locales', 'text'],
  archive: ['knowledge', 'lexicon', 'text'],
  answer: ['locales'],
  reading: ['answer', 'archive', 'knowledge', 'lexicon', 'text'],
  saying: ['answer', 'archive', 'knowledge', 'locales', 'reading', 'text'],
  commands: ['lexicon', 'answer', 'archive', 'knowledge', 'locales', 'reading', 'saying', 'text'],
  pages: ['answer', 'archive', 'commands', 'knowledge', 'locales', 'reading', 'saying', 'text'],
  engine: ['answer', 'archive', 'commands', 'knowledge', 'locales', 'pages', 'reading', 'saying', 'text'],
  contract: ['answer', 'commands', 'engine', 'kit', 'store'],
  service: [
    'answer',
    'archive',
    'commands',
    'contract',
    'engine',
    'kit',
    'knowledge',
    'locales',
    'pages',
    'store',
    'text',
  ],
};

/** The composition root: knows every room, and alone knows that there are adapters. */
const isComposition = (file: string) => file.startsWith('src/app/');

function roomOf(file: string): string {
  const [, room = ''] = /^src\/([^/.]+)/.exec(file) ?? [];
  return room;
}

/** Imports as `file → target`, which makes a failing test say all there is to know. */
function breaches(modules: readonly Module[], isBreach: (one: Import, from: Module) => boolean): string[] {
  return modules.flatMap((module) =>
    module.imports.filter((one) => isBreach(one, module)).map(({ target }) => `${module.path} → ${target}`),
  );
}

const inSrc = MODULES.filter((module) => module.path.startsWith('src/'));
const inAdapters = MODULES.filter((module) => /^adapters\/[^/]+\//.test(module.path));
const isOurs = (target: string) => target.startsWith('src/') || target.startsWith('adapters/');
/** What is there to try the service with, and is not built into it. */
const ASIDE = /^(bench|tests|scripts)\//;

test('neither src nor the adapters know the benchmarks, the tests or the scripts', () => {
  expect(breaches(MODULES, ({ target }) => ASIDE.test(target))).toEqual([]);
});

describe('the rooms of src', () => {
  test('there are modules to look at, in every room', () => {
    for (const room of Object.keys(ROOMS)) {
      expect([room, inSrc.filter((module) => roomOf(module.path) === room).length]).not.toEqual([room, 0]);
    }
    expect(inAdapters.length).toBeGreaterThan(20);
  });

  test('each knows only what it may', () => {
    const allowed = (from: Module, target: string) => {
      const [own, other] = [roomOf(from.path), roomOf(target)];
      return own === other || (ROOMS[own] ?? []).includes(other);
    };
    expect(
      breaches(
        inSrc,
        ({ target }, from) => isOurs(target) && !isComposition(from.path) && !allowed(from, target),
      ),
    ).toEqual([]);
  });

  test('reading, saying, the commands, the pages and the engine know the archive as a port: by its types', () => {
    const rooms = ['reading', 'saying', 'commands', 'pages', 'engine'];
    expect(
      breaches(
        inSrc.filter(({ path: file }) => rooms.includes(roomOf(file))),
        ({ how, target }) => how !== 'type' && roomOf(target) === 'archive',
      ),
    ).toEqual([]);
  });

  test('no platform is known: no adapter, no SDK', () => {
    const others = inSrc.filter(({ path: file }) => !isComposition(file));
    expect(breaches(others, ({ target }) => target.startsWith('adapters/') || SDK.test(target))).toEqual([]);
  });

  test('no platform is named, nor a variable of one, outside of comments', () => {
    const named = inSrc
      .filter(({ path: file }) => !isComposition(file))
      .flatMap(({ path: file, code }) =>
        code.split('\n').flatMap((line) => (PLATFORM.test(line) ? [`${file}: ${line.trim()}`] : [])),
      );
    expect(named).toEqual([]);
  });
});

/** What is loaded at once with these modules: themselves, and all that they import without waiting. */
function reachedFrom(modules: readonly Module[]): Set<string> {
  const byPath = new Map(MODULES.map((module) => [module.path, module]));
  const reached = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { how, target } of byPath.get(file)?.imports ?? []) if (how === 'static') follow(target);
  };
  for (const { path: file } of modules) follow(file);
  return reached;
}

/** What makes the same answer give another payload, or does more than give one. */
const IMPURE =
  /\b(?:Date\.now|new Date\(\)|Math\.random|randomUUID|performance\.|process\.|fetch\(|setTimeout|setInterval|setImmediate|async |await |console\.)/;

describe('the adapters', () => {
  test('renderers are pure: an answer in, a payload out; no clock, no chance, no world outside', () => {
    const renderers = inAdapters.filter(({ path: file }) => /\/render[^/]*\.ts$/.test(file));
    expect(renderers.length).toBeGreaterThan(3);
    const reached = reachedFrom(renderers);
    // Schemas are pure as well.
    const world = [...reached].filter((target) => !isOurs(target) && target !== 'zod');
    const impure = MODULES.filter(({ path: file }) => reached.has(file)).flatMap(({ path: file, code }) =>
      code.split('\n').flatMap((line) => (IMPURE.test(line) ? [`${file}: ${line.trim()}`] : [])),
    );
    expect({ world, impure }).toEqual({ world: [], impure: [] });
  });

  test('only main and the command line know that there are any', () => {
    const others = MODULES.filter(({ path: file }) => !isComposition(file));
    expect(breaches(others, ({ target }) => target === 'src/app/registry.ts')).toEqual([]);
  });

  test('of ours they know the contract, the kit, the answer, the declarations, and types of engine, store and knowledge', () => {
    const isKnown = ({ how, target }: Import) =>
      /^src\/contract\/(adapter|quotas|troubles)\.ts$/.test(target) ||
      target.startsWith('src/answer/') ||
      target.startsWith('src/kit/') ||
      target.startsWith('src/locales/') ||
      /^src\/commands\/declarations?\.ts$/.test(target) ||
      (how === 'type' &&
        /^src\/(engine\.ts|store\/(installations|notes)\.ts|knowledge\/model\.ts)$/.test(target));
    expect(breaches(inAdapters, (one) => one.target.startsWith('src/') && !isKnown(one))).toEqual([]);
  });

  test('none knows another', () => {
    const folder = (file: string) => file.split('/').slice(0, 2).join('/');
    expect(
      breaches(
        inAdapters,
        ({ target }, from) => target.startsWith('adapters/') && folder(target) !== folder(from.path),
      ),
    ).toEqual([]);
  });

  test('only adapter.ts knows the SDK, and loads it when it opens', () => {
    const isMain = (file: string) => file.endsWith('/adapter.ts');
    expect(breaches(inAdapters, ({ target }, from) => SDK.test(target) && !isMain(from.path))).toEqual([]);
    expect(breaches(inAdapters, ({ how, target }) => SDK.test(target) && how === 'static')).toEqual([]);
  });

  test('what runs in the browser is bundled apart: the service knows nothing of it, and it no code of the service', () => {
    const inBrowser = (file: string) => file.startsWith('adapters/web/browser/');
    expect(inAdapters.filter(({ path: file }) => inBrowser(file)).length).toBeGreaterThan(5);
    const crossings = breaches(
      MODULES,
      ({ how, target }, { path: file }) =>
        isOurs(target) && inBrowser(file) !== inBrowser(target) && !(inBrowser(file) && how === 'type'),
    );
    expect(crossings).toEqual([]);
  });

  test('the registry loads each when it is asked for, configuration and adapter apart', () => {
    const registry = MODULES.find(({ path: file }) => file === 'src/app/registry.ts');
    expect(
      breaches(
        registry === undefined ? [] : [registry],
        ({ how, target }) => isOurs(target) && how === 'static',
      ),
    ).toEqual([]);
    const loaded = registry?.imports.filter(({ how }) => how === 'dynamic').map(({ target }) => target) ?? [];
    const folders = [...new Set(inAdapters.map(({ path: file }) => file.split('/').slice(0, 2).join('/')))];
    expect(loaded.sort()).toEqual(
      folders.flatMap((folder) => [`${folder}/adapter.ts`, `${folder}/config.ts`]).sort(),
    );
  });

  test('reading a configuration, or drawing an answer, loads no SDK', () => {
    const reached = reachedFrom(inAdapters);
    expect(reached.size).toBeGreaterThan(inAdapters.length);
    expect([...reached].filter((target) => SDK.test(target))).toEqual([]);
  });
});

test('messages come from the catalogues: a language is known by them alone, but for how English counts', () => {
  const others = MODULES.filter(({ path: file }) => !file.startsWith('src/locales/'));
  expect(
    breaches(
      others,
      ({ target }) => target.startsWith('src/locales/en/') && target !== 'src/locales/en/plural.ts',
    ),
  ).toEqual([]);
});

describe('every module', () => {
  test('imports only packages that the project depends on', () => {
    const atRunTime = ({ target }: Import) => target.startsWith('node:') || target in dependencies;
    // What the browser gets is bundled with its packages, which nobody needs to install who has the build.
    const known = (one: Import, { path: file }: Module) =>
      file.startsWith('adapters/web/browser/') ? one.target in devDependencies : atRunTime(one);
    expect([...new Set(breaches(MODULES, (one, from) => !isOurs(one.target) && !known(one, from)))]).toEqual(
      [],
    );
  });

  test('names modules of ours by their files', () => {
    const missing = breaches(
      MODULES,
      ({ specifier, target }) =>
        // Style sheets are bundled for the browser as their text.
        specifier.startsWith('.') && (!/\.(ts|css)$/.test(target) || !existsSync(path.join(ROOT, target))),
    );
    expect(missing).toEqual([]);
  });

  test('has no default export', () => {
    expect(MODULES.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ path: file }) => file)).toEqual(
      [],
    );
  });

  test('goes one way: no two rooms know each other at run time', () => {
    const knows = new Map<string, Set<string>>();
    for (const { path: file, imports } of inSrc) {
      for (const { how, target } of imports) {
        if (how === 'type' || !target.startsWith('src/') || roomOf(target) === roomOf(file)) continue;
        knows.set(roomOf(file), (knows.get(roomOf(file)) ?? new Set()).add(roomOf(target)));
      }
    }
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
      if (seen.has(from)) return false;
      seen.add(from);
      return [...(knows.get(from) ?? [])].some((next) => next === to || reaches(next, to, seen));
    };
    expect([...knows.keys()].filter((room) => reaches(room, room))).toEqual([]);
  });
});

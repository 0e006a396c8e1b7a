/** What a module exports is taken by another one: in the program, its tests, the benchmarks or the scripts. */
import { expect, test } from '@jest/globals';
import { readModules } from './modules.ts';

const MODULES = readModules('src', 'adapters');
const OTHERS = readModules('tests', 'bench');
/** Loaded by the page, which no module imports. */
const isPage = (file: string) => file.startsWith('adapters/web/browser/');

test('nothing is exported that no other file takes', () => {
  const taken = new Map<string, Set<string>>();
  for (const { imports } of [...MODULES, ...OTHERS]) {
    for (const { target, names } of imports) {
      const some = taken.get(target) ?? new Set();
      for (const name of names) some.add(name);
      taken.set(target, some);
    }
  }
  const exported = MODULES.flatMap(({ path, exports }) => exports.map((name) => ({ path, name })));
  expect(exported.length).toBeGreaterThan(300);
  expect(exported.every(({ name }) => name !== '')).toBe(true);
  const idle = exported.filter(({ path, name }) => {
    const some = taken.get(path);
    return !isPage(path) && some?.has(name) !== true && some?.has('*') !== true;
  });
  expect(idle.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

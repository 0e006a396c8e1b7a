/** What is done in one place, and nowhere else: read from the code. */
import { expect, test } from '@jest/globals';
import { type Module, readModules } from './modules.ts';

const MODULES = readModules('src', 'adapters');

/** Lines of code that match, as `file: line`, which makes a failing test say all there is to know. */
function matching(modules: readonly Module[], pattern: RegExp): string[] {
  return modules.flatMap(({ path, code }) =>
    code.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );
}

const inAdapters = MODULES.filter(({ path }) => path.startsWith('adapters/'));

test('adapters ask the host for answers, never the engine', () => {
  expect(matching(inAdapters, /\bask\(\{/).length).toBeGreaterThan(8);
  // By a call, or by taking the function out of the engine or the engine out of what it is part of under another name.
  expect(
    matching(inAdapters, /\bengine(\(\))?\??\.answer\b|\banswer\b.*\}\s*=.*\bengine\b|\bengine:\s*\w/),
  ).toEqual([]);
});

/** What is done in one place, and nowhere else: read from the code. */
import { describe, expect, test } from '@jest/globals';
import { FIELDS } from '../../src/reading/query.ts';
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

describe('canonical lines', () => {
  const COMMANDS = ['sessions', 'speaker', 'recommendations', 'ask', 'open', 'help'].join('|');
  const FIELD = [...FIELDS, 'text', 'like', 'want', 'page', 'id'].join('|');
  /** A command with something glued behind it, in any kind of quotes. */
  const GLUED_COMMAND = new RegExp(`[\`'"](?:/?(?:${COMMANDS})|/related) (?:[^\`'"]*\\$\\{|['"] ?\\+)`);
  /** A part of a line with its value glued to it. */
  const GLUED_PART = new RegExp(`(?<![\\w.-])(?:${FIELD}):(?:\\$\\{|['"\`] ?\\+)`);
  /** A part of a line, or a command with what follows it, in a regular expression. */
  const TAKEN_APART = new RegExp(
    `[(/^ |](?:(?:page|id|by|sdg):[[(\\\\]|\\^\\(?\\??:?(?:${COMMANDS})(?: |\\\\[bs]|\\|\\())`,
  );
  const HOME = 'src/answer/line.ts';
  /** Reading takes apart what people type as well, and the archive keeps its facets under keys of the same form. */
  const OTHERS = MODULES.filter(
    ({ path }) => path !== HOME && !/^src\/(?:reading|archive|knowledge)\//.test(path),
  );

  test.each([
    ['`open ${id}`', GLUED_COMMAND],
    ['`/related ${text}`', GLUED_COMMAND],
    ["'help ' + name", GLUED_COMMAND],
    ['`ask topic:${id}`', GLUED_COMMAND],
    ['`${line} kind:${kind}`', GLUED_PART],
    ['`sessions organizer:${id}|supporter:${id}`', GLUED_PART],
    ['/^(?:open (?:id:)?|speaker by:)([^ ]+)$/', TAKEN_APART],
    ['/^(help\\b|$)/', TAKEN_APART],
    ['line.replace(/ page:\\d+$/, "")', TAKEN_APART],
  ])('%s would be found', (code, pattern) => {
    expect(code).toMatch(pattern);
  });

  test('are written in one file', () => {
    expect([...matching(OTHERS, GLUED_COMMAND), ...matching(OTHERS, GLUED_PART)]).toEqual([]);
  });

  test('are read in one file', () => {
    expect(matching(OTHERS, TAKEN_APART)).toEqual([]);
  });
});

describe('done in one file each', () => {
  /** What runs in the browser has no code of the service. */
  const IN_SERVICE = MODULES.filter(({ path }) => !path.startsWith('adapters/web/browser/'));

  test.each([
    ['waiting with a limit', 'src/kit/waiting.ts', /\bPromise\.race\(\[[^\]]*(?:late|limit|timer|timeout)/i],
    ['pauses with chance', 'src/kit/retry.ts', /Math\.random\(\)/],
    ['reading Retry-After', 'src/kit/retry.ts', /\bDate\.parse\([^)]*\) - Date\.now\(\)/],
    ['an error in words', 'src/kit/errors.ts', /\binstanceof Error \? \w+\.message\b|\bisNativeError\(/],
    ['an error’s frames', 'src/kit/errors.ts', /\bstack = ''|\.stack\??\.(?:match|split|slice)\(/],
    ['reading a body', 'src/kit/body.ts', /\.on\('data'/],
    ['what may be linked', 'src/kit/address.ts', /protocol === 'https:' && username === ''/],
    ['folding', 'src/text/fold.ts', /\.normalize\('NFKD'\)/],
    ['an edit distance', 'src/text/edit-distance.ts', /\b(?:distance|cost) = Math\.min\(/],
  ])('%s, in %s', (_what, home, pattern) => {
    const places = [...new Set(IN_SERVICE.filter(({ code }) => pattern.test(code)).map(({ path }) => path))];
    expect(places).toEqual([home]);
  });
});

test('property tests draw from one seed', () => {
  const HOME = 'tests/support/property.ts';
  const drawing = readModules('tests').filter(({ imports }) =>
    imports.some(({ target, how }) => target === 'fast-check' && how !== 'type'),
  );
  expect(drawing.map(({ path }) => path)).toEqual([HOME]);
});

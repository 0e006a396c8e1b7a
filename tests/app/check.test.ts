/**
 * `check` as people call it.
 */
import { basename, dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { EVENT, knowledgeFolder, lineOf, spoil } from '../knowledge/folder.ts';
import { runCli } from './run.ts';

test('sound knowledge: counts, coverage, exit code 0', async () => {
  const folder = knowledgeFolder();
  const { code, out, err } = await runCli(['check', folder]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('2 sources, 1 event with 1 part');
  expect(out).toContain('2 people with 2 appearances, 1 organization');
  expect(out).toContain('4 contributions: 1 statement, 1 recommendation, 1 figure, 1 poll');
  expect(out).toContain('harbour-report: 5/5 places; 1 statement, 1 recommendation, 1 figure, 1 poll');
  expect(out).toContain('harbour-news: 2/2 places; 1 figure');
  expect(out).toMatch(/All is well\.\n$/);
});

test('faulty knowledge: file, line, field, remedy of each problem, exit code 1', async () => {
  const content = spoil(EVENT, 'by: [bo-ek]', 'by: [bo-eck]').replace('at: "1-2"', 'at: "2-1"');
  const folder = knowledgeFolder({ [EVENT]: content });
  const { code, out } = await runCli(['check', basename(folder)], { cwd: dirname(folder) });
  expect(code).toBe(1);
  // The path is one that the caller can open from where they are.
  const file = `${basename(folder)}/${EVENT}`;
  expect(out).toContain(`${file}:${lineOf(content, 'by: [bo-eck]')}:10  contributions[0].by[0] (hd-2-1)`);
  expect(out).toContain('→ Did you mean "bo-ek"?');
  expect(out).toContain(`${file}:${lineOf(content, 'at: "2-1"')}:5  sessions[0].at (harbour-day)`);
  expect(out).toMatch(/\n2 errors\./);
});

test('incomplete knowledge: what is left out, exit code 1', async () => {
  const folder = knowledgeFolder({
    'sources.yaml': spoil('sources.yaml', 'to: 4', 'to: 5'),
    'topics.yaml': spoil('topics.yaml', '- id: skills\n', '- id: knots\n  name: knots\n- id: skills\n'),
  });
  const { code, out } = await runCli(['check', folder]);
  expect(code).toBe(1);
  expect(out).toContain('1 of 6 places are not covered: 5.');
  expect(out).toContain('topics.yaml: not used: knots (line 1)');
  expect(out).toContain('harbour-report: 5/6 places');
  expect(out).toMatch(/1 place not covered, 1 entry not used\.\n$/);
});

test('--json is one object with the same facts', async () => {
  const folder = knowledgeFolder({ [EVENT]: spoil(EVENT, 'by: [bo-ek]', 'by: [bo-eck]') });
  const { code, out } = await runCli(['check', '--json', folder]);
  expect(code).toBe(1);
  const result = JSON.parse(out);
  expect(result).toMatchObject({
    folder,
    ok: false,
    counts: { sources: 2, sessions: 2, events: 1, contributions: 4 },
    contributions: { statement: 1, recommendation: 1, practice: 0, figure: 1, poll: 1 },
  });
  expect(result.problems).toHaveLength(1);
  expect(result.problems[0]).toMatchObject({ level: 'error', file: EVENT, field: 'contributions[0].by[0]' });
  expect(result.coverage[1]).toEqual({
    source: 'harbour-news',
    places: 2,
    covered: 2,
    missing: [],
    contributions: { figure: 1 },
  });
});

test('the folder comes from KNOWLEDGE_DIR, relative to the caller', async () => {
  const folder = knowledgeFolder();
  const { code, out } = await runCli(['check'], {
    cwd: dirname(folder),
    env: { KNOWLEDGE_DIR: basename(folder) },
  });
  expect(code).toBe(0);
  expect(out).toContain('4 contributions');
});

test('a folder that is not there is a problem, not a stack trace', async () => {
  const { code, out, err } = await runCli(['check', '/nowhere/at/all']);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('/nowhere/at/all cannot be read: it does not exist');
  expect(out).not.toMatch(/^\s+at /m);
});

test('--help names the exit codes', async () => {
  const { code, out } = await runCli(['check', '--help']);
  expect(code).toBe(0);
  expect(out).toContain('Exit codes: 0');
});

test.each([
  [['--jsn'], 'There is no option --jsn. Did you mean --json?'],
  [['--all'], 'Options: --json, --help.'],
  [['--json=yes'], 'The option --json takes no value.'],
  [['a', 'b'], '"b" is one argument too many.'],
])('%j is refused with a hint, exit code 2', async (args, message) => {
  const { code, out, err } = await runCli(['check', ...args]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain('check -- --help');
});

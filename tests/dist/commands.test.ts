/** The commands of what was built, and what a build means for them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { EVENT, knowledgeFolder, lineOf, spoil } from '../knowledge/folder.ts';
import { buildProject, type Project } from './project.ts';

jest.setTimeout(120_000);

let project: Project;

beforeAll(async () => {
  project = await buildProject();
});

const COMMANDS = ['ask', 'check', 'export', 'manifest', 'schemas', 'start'];

test.each(COMMANDS)('%s says how it is used', async (name) => {
  const { code, out, err } = await project.run([name, '--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(
    name === 'start' ? /^Usage: npm start\n/ : new RegExp(`^Usage: npm run --silent ${name}`),
  );
});

test('every command that goes through the runner is looked at here', () => {
  const { scripts } = JSON.parse(readFileSync(join(project.folder, 'package.json'), 'utf8'));
  const names = Object.values(scripts as Record<string, string>).flatMap(
    (script) => /node scripts\/run\.mjs (\S+)/.exec(script)?.[1] ?? [],
  );
  expect(names.filter((name) => name !== 'build').sort()).toEqual(COMMANDS);
});

test('ask gives the Answer as data, and 2 for what it does not know', async () => {
  const { code, out } = await project.run(['ask', '--json', '/speaker Popova']);
  expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ outcome: 'found' })]);
  expect(await project.run(['ask', '--jsno'])).toMatchObject({ code: 2, out: '' });
});

test('check finds nothing in what comes along, and names file and line where something is wrong', async () => {
  const { code, out, err } = await project.run(['check']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('All is well.');
  const event = spoil(EVENT, 'value: 300', 'value: many');
  const faulty = await project.run(['check', knowledgeFolder({ [EVENT]: event })]);
  expect(faulty.code).toBe(1);
  expect(faulty.out).toContain(`${EVENT}:${lineOf(event, 'value: many')}`);
});

test('export and manifest print what other programs read', async () => {
  const { out } = await project.run(['export', '--format', 'json']);
  expect(JSON.parse(out).sessions.length).toBeGreaterThan(4);
  const manifest = await project.run(['manifest', 'slack', '--url', 'https://example.org']);
  expect([manifest.code, manifest.out.includes('/sessions')]).toEqual([0, true]);
});

test('the schemas in the knowledge are those that it would write', async () => {
  expect(await project.run(['schemas', '--check'])).toMatchObject({ code: 0 });
});

describe('checked knowledge is kept', () => {
  const kept = () =>
    readdirSync(join(project.folder, '.cache')).filter((name) => name.startsWith('knowledge-'));

  test('for the code that read it, and no other', async () => {
    await project.run(['ask', 'help']);
    const before = kept();
    expect(before.length).toBeGreaterThan(0);
    await project.run(['ask', 'help']);
    expect(kept()).toEqual(before);
    // Loaded later than what keeps it, so in another file of the build.
    const rules = join(project.folder, 'src/knowledge/examine.ts');
    writeFileSync(rules, `${readFileSync(rules, 'utf8')}\nconsole.error('examined anew');\n`);
    const { err } = await project.run(['ask', 'help']);
    expect(err).toBe('examined anew\n');
    expect(kept().length).toBe(before.length + 1);
  });
});

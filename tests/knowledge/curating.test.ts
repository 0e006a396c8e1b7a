/**
 * The worked example of docs/curating.md does what the page says: added to the shipped knowledge it passes the check.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { examineKnowledge } from '../../src/knowledge/examine.ts';
import { KNOWLEDGE_FOLDER, PROJECT } from '../../src/knowledge/project.ts';
import { temporaryFolder } from './folder.ts';

const page = readFileSync(join(PROJECT, 'docs/curating.md'), 'utf8');

/** The blocks that name a file: "```yaml people.yaml". */
const blocks = [...page.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', content = '']) => ({
  file,
  content,
}));

/** The shipped knowledge with the example added, as a reader would: new entries at the end, new files beside. */
function withExample(change: (content: string) => string = (content) => content): string {
  const folder = temporaryFolder();
  cpSync(KNOWLEDGE_FOLDER, folder, { recursive: true });
  for (const { file, content } of blocks) {
    const path = join(folder, file);
    const before = existsSync(path) ? `${readFileSync(path, 'utf8').trimEnd()}\n` : '';
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, before + change(content));
  }
  return folder;
}

test('the example adds to every file that it speaks of', () => {
  expect(blocks.map(({ file }) => file)).toEqual([
    'sources.yaml',
    'people.yaml',
    'organizations.yaml',
    'topics.yaml',
    'events/2031-06-04-lake-towns/event.yaml',
  ]);
});

test('the example passes the check with full coverage, and is there', async () => {
  const { problems, coverage, knowledge } = await examineKnowledge(withExample());
  expect(problems).toEqual([]);
  const covered = coverage.find(({ source }) => source === 'lake-towns-report-2031');
  expect(page).toContain(`lake-towns-report-2031: ${covered?.covered}/${covered?.places} places`);
  const claims = knowledge.contributions.filter(({ session }) => session === 'lake-towns-2031');
  expect(claims.map(({ kind }) => kind)).toEqual([
    'statement',
    'figure',
    'recommendation',
    'recommendation',
    'practice',
  ]);
});

test('the message that the page shows is the one that the mistake gives', async () => {
  const folder = withExample((content) => content.replace('skills-shortages]', 'skill-shortage]'));
  const { problems } = await examineKnowledge(folder);
  const shown = problems.find(({ entry }) => entry === 'lt-2-1');
  expect(shown).toBeDefined();
  const place = `${shown?.file}:${shown?.line}:${shown?.column}  ${shown?.field} (${shown?.entry})`;
  expect(page).toContain(`knowledge/${place}\n  ${shown?.message}\n  → ${shown?.remedy}`);
});

test('an archive of one’s own is made as the page says: vocabulary, own topics, no unused group', async () => {
  const folder = temporaryFolder();
  cpSync(join(KNOWLEDGE_FOLDER, 'vocabulary'), join(folder, 'vocabulary'), { recursive: true });
  const topics = ['employment', 'skills-shortages', 'vocational-training', 'knowledge-sharing'];
  for (const { file, content } of blocks) {
    const own = topics.map((id) => `- { id: ${id}, name: ${id.replace('-', ' ')} }\n`).join('');
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file === 'topics.yaml' ? content + own : content);
  }
  const { problems } = await examineKnowledge(folder);
  const unused = new Set(problems.map(({ entry }) => entry));
  expect(new Set(problems.map(({ level, file }) => `${level} ${file}`))).toEqual(
    new Set(['unused vocabulary/groups.yaml']),
  );

  const groups = join(folder, 'vocabulary/groups.yaml');
  const [head = '', ...entries] = readFileSync(groups, 'utf8').split(/^(?=- id: )/m);
  const kept = entries.filter((entry) => !unused.has(/^- id: (\S+)/.exec(entry)?.[1]));
  writeFileSync(groups, head + kept.join(''));
  expect((await examineKnowledge(folder)).problems).toEqual([]);
});

test('the talk of a conference that the page shows passes the check', async () => {
  const [, talk = ''] = /^```yaml\n( {2}- id: [\s\S]*?)^```$/m.exec(page) ?? [];
  const { problems, knowledge } = await examineKnowledge(
    withExample((content) =>
      content
        .replace('    - { at: cover, label: cover }', '$&\n    - { at: t17, label: talk 17 }')
        .replace(/^contributions:$/m, `${talk}\ncontributions:`),
    ),
  );
  expect(problems).toEqual([]);
  expect(knowledge.sessions.find(({ id }) => id === 'repair-days-2031-17')?.room).toBe('Hall 2');
});

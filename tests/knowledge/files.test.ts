/**
 * Files that cannot be read as what they should be, and everything at once.
 */
import { describe, expect, test } from '@jest/globals';
import { examineKnowledge } from '../../src/knowledge/examine.ts';
import { printProblem } from '../../src/knowledge/problem.ts';
import { anyCharacters, fc } from '../support/property.ts';
import { BASE, EVENT, knowledgeFolder, lineOf, spoil } from './folder.ts';
import { problemsWith } from './spoiling.ts';

test('the base has no problem, so what the others report comes from what they spoil', async () => {
  const { problems, knowledge, coverage } = await examineKnowledge(knowledgeFolder());
  expect(problems).toEqual([]);
  expect(knowledge.contributions).toHaveLength(4);
  expect(coverage.map(({ source, covered, places }) => [source, covered, places])).toEqual([
    ['harbour-report', 5, 5],
    ['harbour-news', 2, 2],
  ]);
});

describe('a spoiled file is reported', () => {
  const files: readonly (readonly [
    name: string,
    file: string,
    content: string | Uint8Array,
    line: number,
    message: RegExp,
    remedy: RegExp,
  ])[] = [
    [
      'a tab as indentation',
      'people.yaml',
      '- id: ada-lund\n\tname: Ada Lund\n',
      2,
      /cannot be read/,
      /spaces/,
    ],
    [
      'an open quote',
      'people.yaml',
      '- id: ada-lund\n  name: "Ada Lund\n',
      3,
      /cannot be read: Missing closing/,
      /Close the quote/,
    ],
    [
      'a colon in plain text',
      'people.yaml',
      '- id: ada-lund\n  name: Ada: Lund\n',
      2,
      /cannot be read/,
      /in quotes/,
    ],
    ['a key twice', 'people.yaml', '- id: ada-lund\n  name: Ada\n  name: Lund\n', 3, /unique/, /once/],
    ['an alias of nothing', 'people.yaml', '- *ada\n', 1, /alias/i, /quotes/],
    ['two documents', 'people.yaml', '[]\n---\n[]\n', 2, /multiple documents/, /---/],
    ['a tag', 'people.yaml', '- !person { id: a }\n', 1, /Unresolved tag/, /!tag/],
    ['an empty file', 'people.yaml', '', 1, /The file is empty/, /\[\] for none/],
    ['comments only', 'people.yaml', '# to do\n', 1, /The file is empty/, /\[\] for none/],
    ['no list', 'people.yaml', 'ada-lund: Ada Lund\n', 1, /should hold a list/, /"- "/],
    [
      'bytes that are not UTF-8',
      'people.yaml',
      Buffer.from('- id: ada-lund\n  name: Ad\xe1 Lund\n', 'latin1'),
      2,
      /not UTF-8/,
      /UTF-8/,
    ],
    ['an empty event', EVENT, '\n', 1, /The file is empty/, /`source:`/],
    ['an event that is a list', EVENT, '- id: a\n', 1, /should be fields/, /name: value/],
    ['an event without a source', EVENT, 'sessions: []\n', 1, /`source` is missing/, /Id of the source/],
    [
      'an event with an unknown key',
      EVENT,
      'source: harbour-report\nsesions: []\n',
      2,
      /no field `sesions`/,
      /`sessions`/,
    ],
    [
      'an event whose sessions are no list',
      EVENT,
      'source: harbour-report\nsessions: none\n',
      2,
      /should be a list/,
      /list/,
    ],
    ['a file with another ending', 'topics.yml', '[]\n', 1, /ends in \.yml/, /Rename it to topics\.yaml/],
    ['an ending in capitals', 'events/f/MORE.YAML', '[]\n', 1, /ends in \.YAML/, /Rename it to MORE\.yaml/],
    ['both', 'events/f/more.Yml', '[]\n', 1, /ends in \.Yml/, /Rename it to more\.yaml/],
    [
      'an ending that an editor added',
      'events/f/event.yaml.txt',
      '[]\n',
      1,
      /ends in \.yaml\.txt/,
      /Rename it to event\.yaml/,
    ],
    [
      'UTF-16, as some editors call Unicode',
      'people.yaml',
      Buffer.from('\ufeff- id: ada-lund\n', 'utf16le'),
      1,
      /not UTF-8/,
      /UTF-8/,
    ],
    ['UTF-16 without a mark', 'people.yaml', Buffer.from('- id: a\n', 'utf16le'), 1, /not UTF-8/, /UTF-8/],
    [
      'a file in the wrong place',
      'topic.yaml',
      '[]\n',
      1,
      /not a file of the knowledge/,
      /Did you mean topics\.yaml/,
    ],
  ];
  test.each(files)('%s', async (_name, file, content, line, message, remedy) => {
    const problems = await problemsWith({ [file]: content });
    expect(problems.filter((problem) => problem.file === file)).toHaveLength(1);
    const [found] = problems.filter((problem) => problem.file === file);
    expect(found).toMatchObject({ line, level: 'error' });
    expect(found?.message).toMatch(message);
    expect(found?.remedy).toMatch(remedy);
    // What the file would have held is not missed elsewhere: one mistake, one problem.
    expect(problems).toHaveLength(1);
  });

  test('too many aliases, which would fill the memory', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) => `- &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`,
    );
    const problems = await problemsWith({ 'people.yaml': `- &l0 [a]\n${levels.join('\n')}\n` });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'people.yaml', line: 1 });
    expect(problems[0]?.message).toMatch(/cannot be read.*alias/i);
  });

  test.each([
    ['in one range', '    - { from: 1, to: 5000000, label: "page {n}" }\n'],
    [
      'in many ranges',
      Array.from(
        { length: 50 },
        (_, n) => `    - { from: ${n}00001, to: ${n + 1}00000, label: "page {n}" }\n`,
      ).join(''),
    ],
    ['from a number far away', '    - { from: 9007199254000000, to: 9007199254740991, label: "page {n}" }\n'],
  ])('a source of millions of places %s, at once', async (_name, places) => {
    const sources = spoil('sources.yaml', '    - at: annex\n', `${places}    - at: annex\n`);
    const problems = await problemsWith({ 'sources.yaml': sources });
    expect(problems[0]?.message).toMatch(/more than 100000 places/);
    expect(problems.length).toBeLessThan(60);
  });

  test('a byte order mark is no fault', async () => {
    expect(await problemsWith({ 'people.yaml': `\ufeff${BASE['people.yaml']}` })).toEqual([]);
  });

  test('a folder that is not there', async () => {
    const { problems } = await examineKnowledge('/nowhere/at/all');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/\/nowhere\/at\/all.*does not exist/);
    expect(problems[0]?.remedy).toMatch(/KNOWLEDGE_DIR/);
  });
});

test('all problems are reported at once, in the order of the files', async () => {
  const problems = await problemsWith({
    'people.yaml': spoil('people.yaml', 'name: Bo Ek', 'nam: Bo Ek'),
    'topics.yaml': spoil('topics.yaml', 'broader: skills', 'broader: skilz'),
    [EVENT]: spoil(EVENT, 'by: [bo-ek]', 'by: []').replace('at: "1-2"', 'at: "2-1"'),
  });
  const listed = problems.map(({ file, line }) => `${file}:${String(line).padStart(3, '0')}`);
  expect(listed).toEqual([...listed].sort());
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['people.yaml', 'topics.yaml', EVENT]));
  expect(problems.map(({ message }) => message).join('\n')).toMatch(
    /backwards[\s\S]*Nobody makes[\s\S]*`name` is missing[\s\S]*no field `nam`[\s\S]*skilz/,
  );
});

test.each([
  ['a tab', '    title: Harbour day', '\ttitle: Harbour day', /spaces/],
  ['a line one column off', '    kind: conference', '   kind: conference', /like its neighbours/],
  ['a forgotten dash', '  - id: hd-2-2', '    id: hd-2-2', /new entry before it with "- "/],
  ['a space from a web page', '    kind: conference', '    kind:\u00a0conference', /no-break space/],
])(
  '%s is reported once, at its line, not again at every line below it',
  async (_name, passage, by, remedy) => {
    const content = spoil(EVENT, passage, by);
    const problems = await problemsWith({ [EVENT]: content });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: EVENT, line: lineOf(content, by.trim()), field: '' });
    expect(problems[0]?.remedy).toMatch(remedy);
  },
);

test('whatever is cut out of or put into a file, the check says where, and does not break', async () => {
  const scrap = fc.oneof(
    anyCharacters(12),
    fc.constantFrom(
      '- ',
      ': ',
      '\n',
      '\t',
      '"',
      '[',
      '{',
      '&a ',
      '*a',
      '!!js ',
      '---\n',
      '<<: ',
      '__proto__: ',
      '? ',
      '1',
      'null',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(BASE)),
      fc.nat(),
      fc.nat(20),
      scrap,
      async (file, from, cut, put) => {
        const content = BASE[file] ?? '';
        const start = from % content.length;
        const problems = await problemsWith({
          [file]: content.slice(0, start) + put + content.slice(start + cut),
        });
        for (const problem of problems) {
          expect(Object.keys(BASE)).toContain(problem.file);
          const lines = (problem.file === file ? content + put : (BASE[problem.file] ?? '')).split(
            /\r\n?|\n/,
          ).length;
          expect(problem.line).toBeGreaterThan(0);
          expect(problem.line).toBeLessThanOrEqual(lines + 1);
          expect(printProblem(problem)).toMatch(/\S+:\d+[^\n]*\n {2}\S[^\n]*\n {2}→ \S/);
          expect(printProblem(problem)).not.toMatch(/undefined|\[object|Invalid input/);
        }
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

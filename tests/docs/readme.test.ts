/** The README's tables are made from the code: what they should hold is printed when they do not. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ADAPTERS } from '../../src/app/registry.ts';
import { DECLARATIONS } from '../../src/commands/declarations.ts';
import type { Adapter, Capabilities } from '../../src/contract/adapter.ts';
import { createEngine } from '../../src/engine.ts';
import { openShippedArchive } from '../support/host.ts';

const ROOT = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', ROOT), 'utf8');
const scripts = Object.keys(
  (JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { scripts: Record<string, string> })
    .scripts,
);

function section(name: string): string {
  const match = new RegExp(`<!-- ${name}:[^>]*-->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(readme);
  return match?.[1]?.trim() ?? '';
}

/** One after the other: the test runner links modules that are imported at once out of order. */
async function loadAll(): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  for (const { load } of ADAPTERS) adapters.push(await load());
  return adapters;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const cell = (text: string): string => text.replaceAll('|', '\\|');

const FEATURES: readonly (readonly [keyof Capabilities, string])[] = [
  ['commands', 'Commands'],
  ['mentions', 'Mentions'],
  ['directMessages', 'Direct messages'],
  ['buttons', 'Buttons for opening, paging, next steps'],
  ['threads', 'Follow-ups keep their subject'],
  ['edits', 'An edited message brings its answer up to date'],
  ['typeAhead', 'Type-ahead'],
  ['messageShortcut', '“Find related” on a message'],
  ['privateAnswers', 'Answers only you see, with “Share”'],
  ['forms', '“Refine” as a form'],
  ['home', 'A page of its own'],
  ['feedback', 'Feedback buttons'],
  ['tables', 'Comparisons, counts and figures as tables'],
  ['suggestions', 'Questions suggested from the archive'],
  ['askAnywhere', '“Ask the archive” from anywhere'],
];

test('the table of commands says what the declarations say', () => {
  const rows = DECLARATIONS.map(({ name, argument, summary, examples }) => {
    const [example] = examples;
    return row([
      `\`/${name}${argument.required ? ` ${argument.name}` : ''}\``,
      cell(summary),
      example ? `\`/${name} ${example.argument}\`` : '',
    ]);
  });
  expect(section('commands')).toBe(
    [row(['command', 'what it does', 'for example']), row(['---', '---', '---']), ...rows].join('\n'),
  );
});

test('the feature matrix says what the capability tables say', async () => {
  const adapters = await loadAll();
  const rows = FEATURES.map(([key, label]) =>
    row([label, ...adapters.map(({ capabilities }) => (capabilities[key] ? '✓' : '–'))]),
  );
  const head = [row(['', ...adapters.map(({ title }) => title)]), row(['---', ...adapters.map(() => ':-:')])];
  expect(section('features')).toBe([...head, ...rows].join('\n'));
});

test('every capability has its row', async () => {
  const [first] = await loadAll();
  expect(FEATURES.map(([key]) => key).sort()).toEqual(Object.keys(first?.capabilities ?? {}).sort());
});

describe('what the docs tell people to type', () => {
  const docs = [
    'README.md',
    'CONTRIBUTING.md',
    'docs/architecture.md',
    'docs/curating.md',
    'docs/operating.md',
    'docs/address.md',
    'docs/slack.md',
    'docs/discord.md',
    'docs/teams.md',
  ];

  test.each(docs)('%s names only scripts that exist and files that are there', (doc) => {
    const text = readFileSync(new URL(doc, ROOT), 'utf8');
    const named = [...text.matchAll(/npm run (?:--silent |-s )?([a-z]+)/g)].map((match) => match[1] ?? '');
    for (const script of named) expect(scripts).toContain(script);
    for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      const file = fileURLToPath(new URL(target ?? '', new URL(doc, ROOT)));
      expect(() => readFileSync(file)).not.toThrow();
    }
  });

  test('the questions of the README are answered', async () => {
    const archive = await openShippedArchive();
    const engine = createEngine(() => archive);
    const questions = /Plain questions work everywhere: \*([\s\S]*?)\*/.exec(readme)?.[1]?.split('·') ?? [];
    expect(questions.length).toBeGreaterThan(4);
    for (const question of questions) {
      const { outcome } = await engine.answer({ text: question });
      expect({ question, outcome }).toEqual({ question, outcome: 'found' });
    }
    for (const { name, examples } of DECLARATIONS) {
      for (const { argument } of examples) {
        const { outcome } = await engine.answer({ text: `/${name} ${argument}` });
        expect({ name, argument, outcome: outcome === 'help' ? 'found' : outcome }).toEqual({
          name,
          argument,
          outcome: 'found',
        });
      }
    }
  });
});

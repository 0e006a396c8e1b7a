/**
 * The interactive prompt: completion, a thread over standard input, and a real terminal where there is one.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { columnsOf } from '../../src/answer/columns.ts';
import { toText } from '../../src/answer/text.ts';
import { completeLine } from '../../src/app/cli/prompt.ts';
import { terminalStyle, terminalWidth } from '../../src/app/cli/terminal.ts';
import { harbourEngine } from '../support/harbour.ts';
import { copyOfProject, hasTerminal, runOnTerminal, runPiped } from './piped.ts';

// A build may have to come first, and a terminal takes its time on a busy machine.
jest.setTimeout(60_000);

const ESCAPE = String.fromCharCode(27);
const complete = (line: string): Promise<string[]> => completeLine(harbourEngine, line);

describe('completion', () => {
  test('of nothing is all commands; of a beginning, the commands that begin so', async () => {
    expect(await complete('')).toEqual([
      '/sessions ',
      '/speaker ',
      '/recommendations ',
      '/ask ',
      '/open ',
      '/help ',
    ]);
    expect(await complete('/sp')).toEqual(['/speaker ']);
    expect(await complete('REC')).toEqual(['/recommendations ']);
    expect(await complete('/xyz')).toEqual([]);
  });

  test('behind speaker is of people alone, whatever the part of the name', async () => {
    expect(await complete('/speaker Lun')).toEqual(['/speaker Ada Lund']);
    expect(await complete('speaker ada')).toEqual(['speaker Ada Lund']);
    expect(await complete('/speaker auto')).toEqual([]);
  });

  test('behind another command is of what leads somewhere, and keeps what was typed before it', async () => {
    expect(await complete('/sessions auto')).toEqual(['/sessions automation']);
    expect(await complete('/recommendations  Univ')).toEqual([
      '/recommendations  Universities',
      '/recommendations  Tide University',
    ]);
    expect(await complete('/sessions swed')).toEqual(['/sessions Sweden']);
    expect(await complete('/sessions norw')).toEqual([]);
  });

  test('gives whole lines that can be asked', async () => {
    for (const line of ['/speaker ', '/sessions ', 'recommendations ']) {
      const lines = await complete(line);
      expect(lines.length).toBeGreaterThan(0);
      for (const one of lines) {
        expect(one.startsWith(line)).toBe(true);
        expect((await harbourEngine.answer({ text: one })).outcome).not.toBe('help');
      }
    }
  });

  test('of odd text fails nothing and keeps the command', async () => {
    for (const line of [
      '/speaker \u0000\u001b[Q',
      '/sessions ((((',
      'sessions 😀 😀',
      `/ask ${'x'.repeat(5000)}`,
    ]) {
      const [command = ''] = line.split(' ');
      for (const one of await complete(line)) expect(one.startsWith(`${command} `)).toBe(true);
    }
  });
});

describe('how it looks', () => {
  test('colour on a terminal only, and not where none is wanted', () => {
    const coloured = (isTTY: boolean, environment: NodeJS.ProcessEnv): boolean =>
      terminalStyle({ isTTY }, environment).mark('x') !== 'x';
    expect(coloured(true, {})).toBe(true);
    expect(coloured(false, {})).toBe(false);
    expect(coloured(true, { NO_COLOR: '1' })).toBe(false);
    expect(coloured(true, { NO_COLOR: '' })).toBe(true);
    expect(coloured(true, { TERM: 'dumb' })).toBe(false);
  });

  test('places lead to their originals where the terminal is known to show links; else addresses stand below', async () => {
    const linked = (environment: NodeJS.ProcessEnv): boolean =>
      terminalStyle({ isTTY: true }, environment).link !== undefined;
    for (const environment of [
      { TERM_PROGRAM: 'vscode' },
      { WT_SESSION: 'a' },
      { VTE_VERSION: '7600' },
      { TERM: 'xterm-kitty' },
      { FORCE_HYPERLINK: '1', TMUX: '/tmp/tmux' },
    ])
      expect([environment, linked(environment)]).toEqual([environment, true]);
    for (const environment of [
      {},
      { TERM: 'xterm-256color' },
      { VTE_VERSION: '4600' },
      { WT_SESSION: 'a', TERM: 'tmux-256color' },
      { TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' },
      { TERM_PROGRAM: 'vscode', NO_COLOR: '1' },
    ])
      expect([environment, linked(environment)]).toEqual([environment, false]);

    const answer = await harbourEngine.answer({ text: 'what did Ada Lund say about robots?' });
    const address = 'https://archive.example/harbour';
    const sources = answer.sources.map((source) => ({ ...source, url: address }));
    const text = toText(
      { ...answer, sources },
      { width: 80, style: terminalStyle({ isTTY: true }, { WT_SESSION: 'a' }) },
    );
    const opened = `${ESCAPE}]8;;${address}${ESCAPE}\\`;
    expect(text.split(opened).length - 1).toBe(answer.items.flatMap(({ evidence }) => evidence).length);
    // The address stands nowhere to be read, and takes no room of a line.
    expect(text.replaceAll(opened, '')).not.toContain(address);
    expect(Math.max(...text.split('\n').map(columnsOf))).toBeLessThanOrEqual(80);
    expect(toText({ ...answer, sources })).toContain(address);
  });

  test('what is no address is told, not opened', () => {
    const { link } = terminalStyle({ isTTY: true }, { WT_SESSION: 'a' });
    for (const url of [
      'javascript:alert(1)',
      `https://a.example/${ESCAPE}\\${ESCAPE}[2J`,
      'https://a.example/a b',
    ])
      expect(link?.('¶1', url)).toBe(`¶1 ${url}`);
  });

  test('as wide as the terminal, from 40 to 80 columns', () => {
    expect(
      [undefined, 0, 20, 60, 200].map((columns) => terminalWidth(columns === undefined ? {} : { columns })),
    ).toEqual([80, 80, 40, 60, 80]);
  });

  test('a heading stays a heading behind a mark in it', () => {
    const { heading, mark } = terminalStyle({ isTTY: true }, {});
    const [, endOfBold = ''] = heading('\n').split('\n');
    expect(heading(`a ${mark('b')} c`).indexOf(endOfBold)).toBe(
      heading(`a ${mark('b')} c`).length - endOfBold.length,
    );
  });
});

describe('over standard input', () => {
  test('lines continue each other, numbers open items, and exit ends', async () => {
    const lines = [
      '/recommendations',
      'more',
      '2',
      '/speaker Popova',
      'and Harukawa?',
      'exit',
      '/sessions 2022',
    ];
    const { code, out, err } = await runPiped(['ask'], `${lines.join('\n')}\n`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = out.split('› ').slice(1);
    expect(answers).toHaveLength(6);
    expect(answers[0]).toMatch(/1–5 of \d+; next page: recommendations page:2/);
    expect(answers[1]).toMatch(/6–10 of \d+/);
    // Number 2 is not on the second page.
    expect(answers[2]).toBe('\nThe last answer shows no item 2.\n\n');
    expect(answers[3]).toContain('Natalia Popova');
    expect(answers[4]).toContain('Toru Harukawa');
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('sessions dated 2022');
  });

  test('a number on a later page opens the item that bears it', async () => {
    const { out } = await runPiped(['ask'], '/recommendations\nmore\n7\n');
    const [, , page = '', opened = ''] = out.split('› ');
    const seventh = /^7\. (.*?)(?: ·| \(|\n)/m.exec(page)?.[1] ?? 'no seventh item';
    expect(opened).toContain(seventh.slice(0, 30));
  });

  test('empty lines ask nothing, and the end of the input ends it', async () => {
    const { code, out } = await runPiped(['ask'], '\n   \n');
    expect(code).toBe(0);
    expect(out.split('› ')).toHaveLength(4);
    expect(out).not.toContain('What you can ask');
  });
});

const onTerminal = hasTerminal() ? describe : describe.skip;
onTerminal('on a terminal', () => {
  let project = '';
  const history = (): string => join(project, '.cache/ask-history');
  const UP = '\u001b[A';

  beforeAll(async () => {
    project = await copyOfProject();
  });

  test('answers are coloured, and what was asked is remembered for the next time, for the owner alone', async () => {
    const shown = await runOnTerminal(project, ['/speaker Popova\r', 'exit\r']);
    expect(shown).toContain('Natalia Popova');
    expect(shown).toContain('\u001b[1m');
    expect(readFileSync(history(), 'utf8')).toBe('exit\n/speaker Popova\n');
    expect(statSync(history()).mode & 0o777).toBe(0o600);

    const again = await runOnTerminal(project, [`${UP}${UP}\r`, 'exit\r']);
    expect(again).toContain('Natalia Popova');
    expect(
      readFileSync(history(), 'utf8')
        .split('\n')
        .filter((line) => line === '/speaker Popova'),
    ).toHaveLength(1);
  });

  test('the tab key completes a name, and the answer is that of the completed line', async () => {
    const shown = await runOnTerminal(project, [['/spe', '\t', 'popov', '\t', '\r'], 'exit\r']);
    expect(shown).toContain('/speaker Natalia Popova');
    expect(shown).toContain('Natalia Popova');
  });

  test('NO_COLOR leaves colours out', async () => {
    const shown = await runOnTerminal(project, ['/speaker Popova\r', 'exit\r'], { NO_COLOR: '1' });
    expect(shown).toContain('Natalia Popova');
    for (const style of ['1', '2', '33']) expect(shown).not.toContain(`${ESCAPE}[${style}m`);
  });

  test('a history that cannot be read or kept is no reason to fail', async () => {
    writeFileSync(join(project, 'file'), '');
    const other = await copyOfProject();
    writeFileSync(join(other, '.cache'), 'a file in the way');
    const shown = await runOnTerminal(other, ['/speaker Popova\r', 'exit\r']);
    expect(shown).toContain('Natalia Popova');
    expect(shown).not.toMatch(/^\s+at /m);
    expect(existsSync(join(other, '.cache/ask-history'))).toBe(false);
  });
});

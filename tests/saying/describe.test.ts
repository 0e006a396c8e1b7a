/** What was understood, in words; and help. */
import { describe, expect, test } from '@jest/globals';
import { itemNumbers } from '../../src/answer/numbering.ts';
import { DECLARATIONS } from '../../src/commands/declarations.ts';
import { ask, ids, lines } from '../commands/asking.ts';

describe('understood', () => {
  test.each([
    ['/sessions sdg8', 'sessions on SDG 8 (Decent work)'],
    ['/sessions japan 2021', 'sessions on Japan, dated 2021'],
    ['/sessions before 2022', 'sessions dated 2021 or earlier'],
    ['/sessions after 1 April 2022', 'sessions dated 2 April 2022 or later'],
    ['/sessions between 2020 and 2022', 'sessions dated 2020 to 2022'],
    ['/sessions oop', 'sessions on the Office of Ports (OOP)'],
    ['/sessions "crane drivers"', 'sessions with “crane drivers”'],
    ['/sessions harbour -gulls', 'sessions with “harbour”, but not “gulls”'],
    ['/sessions -country:SE', 'sessions but not Sweden'],
    ['/recommendations universities', 'recommendations addressed to universities'],
    ['/recommendations skills japan', 'recommendations on skills and Japan'],
    ['recommendations topic:skills|topic:automation', 'recommendations on skills or automation'],
    ['what did Ada Lund say about robots?', 'what was said on automation, by Ada Lund'],
    ['what did the public bodies say?', 'what was said by public bodies'],
    ['ferries page:2', 'what was said with “ferries”, page 2'],
  ])('%s', async (text, understood) => {
    expect((await ask(text)).understood).toBe(understood);
  });
});

describe('help', () => {
  test('names every command with an example, and the filters', async () => {
    const answer = await ask('help');
    expect(answer).toMatchObject({ outcome: 'help', line: 'help', title: 'What you can ask' });
    const [filters, ...commands] = answer.items.toReversed();
    expect(commands.map(({ id }) => id).reverse()).toEqual(DECLARATIONS.map(({ name }) => name));
    expect(commands.every(({ line }) => line.startsWith('help '))).toBe(true);
    // What one can ask comes first; how to narrow it stands below, without a number.
    expect(filters?.text.text).toContain('sdg8');
    // Commands are typed by their names.
    expect(itemNumbers(answer).every((number) => number === undefined)).toBe(true);
    expect(answer.lead).not.toContain('sdg8');
  });

  test.each(DECLARATIONS.map(({ name }) => name))('of %s explains it with its examples', async (name) => {
    const declaration = DECLARATIONS.find((one) => one.name === name);
    const answer = await ask(`help ${name}`);
    expect(answer).toMatchObject({ outcome: 'help', lead: declaration?.details });
    expect(answer.items[0]?.facts.map(({ label }) => label)).toEqual(
      declaration?.examples.map(({ argument }) => `/${name} ${argument}`),
    );
    if (name !== 'help') expect((await ask(`/${name} help`)).line).toBe(answer.line);
  });

  test('of nothing that is a command is help', async () => {
    expect((await ask('help zeppelins')).line).toBe('help');
  });
});

describe('a command that there is not', () => {
  test('with the one that it looks like', async () => {
    const answer = await ask('/recomendatons sdg8');
    expect(answer).toMatchObject({
      outcome: 'unclear',
      title: 'There is no command “recomendatons”',
      lead: 'Did you mean /recommendations?',
    });
    expect(ids(answer)).toEqual(['recommendations']);
    expect(lines(answer)).toContain('recommendations migration');
  });

  test('without one that it looks like', async () => {
    const answer = await ask('/xqzw');
    expect(answer.title).toBe('There is no command “xqzw”');
    // Those that there are.
    expect(ids(answer)).toEqual(DECLARATIONS.map(({ name }) => name));
    for (const line of lines(answer)) expect((await ask(line)).outcome).toBe('found');
  });

  test.each(['/x*y_z!', `/${'x'.repeat(200)}`, '/<b>'])('%s is no word that is repeated', async (text) => {
    const answer = await ask(text);
    if (answer.outcome === 'unclear') expect(answer.title).toBe('There is no such command');
    expect(JSON.stringify(answer)).not.toContain(text);
  });
});

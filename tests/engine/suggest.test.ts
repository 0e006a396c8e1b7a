/** Type-ahead: what is offered, in which order, and that whatever is offered leads somewhere. */
import { describe, expect, test } from '@jest/globals';
import type { SuggestionKind } from '../../src/commands/declaration.ts';
import { createEngine, type Suggestion } from '../../src/engine.ts';
import { harbourEngine } from '../support/harbour.ts';
import { openShippedArchive } from '../support/host.ts';

const archive = await openShippedArchive();
const shipped = createEngine(() => archive);
const KINDS: readonly SuggestionKind[] = [
  'session',
  'person',
  'organization',
  'topic',
  'goal',
  'country',
  'action-line',
  'command',
];

async function labels(text: string, kinds: readonly SuggestionKind[] = [], limit = 20): Promise<string[]> {
  return (await harbourEngine.suggest({ text, kinds, limit })).map(({ label }) => label);
}

describe('what is offered', () => {
  test('entries by their names, other names and abbreviations', async () => {
    expect(await labels('digital')).toEqual(['digital skills']);
    expect(await labels('computer lit')).toEqual(['digital skills']);
    expect(await labels('oop')).toEqual(['Office of Ports']);
    expect(await labels('swedish')).toEqual(['Sweden']);
    expect(await labels('tide f')).toEqual(['Tide forum']);
  });

  test.each(['sdg8', 'SDG 8', 'goal 8', 'decent w'])('goal 8 by %s', async (text) => {
    expect(await labels(text, ['goal'])).toEqual(['SDG 8: Decent work']);
  });

  test('an action line by its code and its words', async () => {
    expect(await labels('c7', ['action-line'])).toEqual(['C7 Applications', 'C7 E-employment']);
    expect(await labels('e-employment', ['action-line'])).toEqual(['C7 E-employment']);
  });

  test('a word with a hyphen while it is typed', async () => {
    for (const text of ['e-e', 'e-empl', 'c7 e-empl', 'e-employment', 'employment'])
      expect(await labels(text, ['action-line'])).toEqual(['C7 E-employment']);
  });

  test('people by any part of their name, and misspelt', async () => {
    expect(await labels('lund', ['person'])).toEqual(['Ada Lund']);
    expect(await labels('mei o', ['person'])).toEqual(['Mei Ono']);
    expect(await labels('Lundd', ['person'])).toEqual(['Ada Lund']);
    expect(await labels('merkel', ['person'])).toEqual([]);
  });

  test('both of two people of one name, told apart by what they were', async () => {
    const found = await harbourEngine.suggest({ text: 'zhang', kinds: ['person'], limit: 5 });
    expect(found.map(({ label, detail, line }) => ({ label, detail, line }))).toEqual([
      { label: 'Wei Zhang', detail: 'Pilot Service', line: 'speaker by:wei-zhang-ports' },
      { label: 'Wei Zhang', detail: 'Tide University, Japan', line: 'speaker by:wei-zhang-tide' },
    ]);
  });

  test('accents, case and spaces around do not matter', async () => {
    expect(await labels('  ÁDA   lünd ', ['person'])).toEqual(['Ada Lund']);
  });

  test('nothing that leads nowhere: a topic, country, goal or group that nothing touches', async () => {
    for (const text of ['whaling', 'norway', 'sdg13', 'climate']) expect(await labels(text)).toEqual([]);
  });

  test('of an unfinished command, the command', async () => {
    expect(await labels('recom', ['command'])).toEqual(['/recommendations']);
    expect(await labels('events', ['command'])).toEqual(['/sessions']);
  });
});

describe('the order', () => {
  test('people, then what begins with the text, then what has a word that does, then what contains it', async () => {
    const order = await labels('tide');
    expect(order).toEqual(
      ['Tide forum', 'Tide University'].sort((one, other) => order.indexOf(one) - order.indexOf(other)),
    );
    const skills = await labels('skills', ['topic']);
    expect(skills).toEqual(['skills', 'digital skills']);
    expect(await labels('mation')).toEqual(['automation']);
    expect(await labels('ion')).toEqual([]);
  });

  test('a shorter list is the beginning of a longer one', async () => {
    for (const text of ['', 'd', 'work', 'c7', 'popova', 'international']) {
      const all = await shipped.suggest({ text, kinds: [], limit: 25 });
      const few = await shipped.suggest({ text, kinds: [], limit: 3 });
      if (text !== '') expect(few).toEqual(all.slice(0, 3));
      expect(few.length).toBeLessThanOrEqual(3);
    }
  });
});

describe('limits and kinds', () => {
  test('nothing typed offers something of every kind asked for', async () => {
    for (const kind of KINDS) {
      const found = await shipped.suggest({ text: '', kinds: [kind], limit: 5 });
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map((one) => one.kind))).toEqual(new Set([kind]));
    }
  });

  test('only the kinds asked for', async () => {
    for (const text of ['', 'a', 'work', 'e']) {
      const found = await shipped.suggest({ text, kinds: ['topic', 'country'], limit: 50 });
      for (const { kind } of found) expect(['topic', 'country']).toContain(kind);
    }
  });

  test.each([0, 1, 7])('at most %i', async (limit) => {
    expect((await shipped.suggest({ text: '', kinds: [], limit })).length).toBeLessThanOrEqual(limit);
    expect((await shipped.suggest({ text: 'a', kinds: ['person'], limit })).length).toBeLessThanOrEqual(
      limit,
    );
  });

  test('a limit below nothing is nothing', async () => {
    expect(await shipped.suggest({ text: '', kinds: [], limit: -1 })).toEqual([]);
  });

  test('what was typed counts as far as a name can be long', async () => {
    expect(await shipped.suggest({ text: `popova ${'x'.repeat(100_000)}`, kinds: [], limit: 5 })).toEqual([]);
  });

  test('only a limit of people is given where everything was asked for and nothing typed', async () => {
    const found = await shipped.suggest({ text: '', kinds: [], limit: 60 });
    expect(new Set(found.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  });
});

/** Everything that can be offered of some kinds. */
async function everything(kinds: readonly SuggestionKind[]): Promise<readonly Suggestion[]> {
  return shipped.suggest({ text: '', kinds, limit: 10_000 });
}

describe.each(KINDS.filter((kind) => kind !== 'command'))('every %s offered', (kind) => {
  test('has a line that finds it, a label and words to type', async () => {
    const found = await everything([kind]);
    expect(found.length).toBeGreaterThan(0);
    for (const { line, label, argument, id } of found) {
      const { outcome, line: canonical } = await shipped.answer({ text: line });
      expect({ id, outcome }).toEqual({ id, outcome: 'found' });
      expect(canonical).toBe(line);
      expect([label.length, argument.length].every((length) => length > 0)).toBe(true);
    }
  });

  test('is offered again for the words that it gives to type', async () => {
    for (const { argument, id } of await everything([kind])) {
      const again = await shipped.suggest({ text: argument, kinds: [kind], limit: 10 });
      expect({ id, offered: again.map((one) => one.id) }).toEqual({
        id,
        offered: expect.arrayContaining([id]),
      });
    }
  });
});

describe('the words that a suggestion gives to type', () => {
  test('behind speaker mean the person', async () => {
    for (const { argument, id } of await everything(['person'])) {
      const { line } = await shipped.answer({ text: `/speaker ${argument}` });
      expect({ argument, line }).toEqual({ argument, line: `speaker by:${id}` });
    }
  });

  const understood = async (kind: SuggestionKind, field: string): Promise<void> => {
    for (const { argument, id } of await everything([kind])) {
      const { line } = await shipped.answer({ text: `/sessions ${argument}` });
      expect({ argument, line }).toEqual({ argument, line: expect.stringContaining(`${field}:${id}`) });
    }
  };
  test('behind sessions mean the goal', () => understood('goal', 'sdg'));
  test('behind sessions mean the country', () => understood('country', 'country'));
  // "C7 E-employment" is also another name of a session.
  test('behind sessions mean the action line', () => understood('action-line', 'line'));
});

test('what a suggestion tells apart is short', async () => {
  for (const { detail, label } of await everything([])) {
    expect(`${label}${detail}`).not.toContain('\n');
    expect(detail).not.toBe(label);
  }
});

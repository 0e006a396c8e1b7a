import { describe, expect, test } from '@jest/globals';
import { createEquivalents } from '../../src/archive/equivalents.ts';
import { openArchive } from '../../src/archive/memory.ts';
import type { Alternative } from '../../src/archive/text/text-index.ts';
import { createEngine } from '../../src/engine.ts';
import { stem } from '../../src/text/stem.ts';
import { isWeakWord } from '../../src/text/weak-words.ts';
import { HARBOUR } from '../support/harbour.ts';
import { knowledgeOf, session } from '../support/knowledge.ts';

const EQUIVALENTS = [
  { id: 'skiff', words: ['skiffs', 'pram', 'wherries'] },
  { id: 'wherry', words: ['wherry', 'hoy', 'laid up', 'river barge'] },
];

/** Each alternative as a word or the words of a phrase. */
const namesOf = (alternatives: readonly Alternative[]): string[] =>
  alternatives.map((one) => ('term' in one ? one.term : one.phrase.map(({ term }) => term).join(' ')));

describe('equivalents', () => {
  test('are told by stem, both ways, over all groups that hold the word', () => {
    const { of } = createEquivalents(EQUIVALENTS);
    expect(namesOf(of([stem('hoys')]))).toEqual([stem('wherry'), 'river barg']);
    expect(namesOf(of([stem('wherries')])).sort()).toEqual(
      [stem('skiff'), stem('pram'), stem('hoy'), 'river barg'].sort(),
    );
    expect(of(['zeppelin'])).toEqual([]);
  });

  test('of several words are told by all of them together; the one word of them that tells is not the expression', () => {
    const { of } = createEquivalents(EQUIVALENTS);
    expect(namesOf(of([stem('river'), stem('barges')]))).toEqual([stem('wherry'), stem('hoy')]);
    expect(namesOf(of([stem('laid')]))).not.toContain(stem('hoy'));
  });

  test('weigh less than the word itself, those of the general list less than those of the archive', () => {
    const weights = (groups: typeof EQUIVALENTS): Map<string, number | undefined> =>
      new Map(
        createEquivalents(groups)
          .of([stem('doctor')])
          .map((one) => [namesOf([one]).join(), one.weight]),
      );
    const general = weights([]).get(stem('physician')) ?? Number.NaN;
    const own =
      weights([{ id: 'doctor', words: ['doctor', 'physician'] }]).get(stem('physician')) ?? Number.NaN;
    expect(general).toBeGreaterThan(0);
    expect(own).toBeGreaterThan(general);
    expect(own).toBeLessThan(1);
  });

  test('name nothing twice', () => {
    const names = namesOf(
      createEquivalents([{ id: 'doctor', words: ['doctor', 'physician'] }]).of([stem('doctor')]),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

const engineWith = (equivalents: typeof EQUIVALENTS) => {
  const archive = openArchive({ ...HARBOUR, equivalents });
  return createEngine(() => archive);
};

test('an everyday word finds what is said in another one, marked, and behind what says the very word', async () => {
  const text = 'what was said about vessels?';
  const without = await engineWith([]).answer({ text });
  expect(without.outcome).toBe('nothing');
  const found = await engineWith([{ id: 'ferries', words: ['ferries', 'vessel'] }]).answer({ text });
  expect(found.outcome).toBe('found');
  for (const { text: said } of found.items) expect(said.text).toMatch(/ferr(?:y|ies)/i);
  const [first] = found.items;
  expect(first?.text.marks.map(([start, end]) => first.text.text.slice(start, end).toLowerCase())).toContain(
    first?.text.text.toLowerCase().includes('ferries') ? 'ferries' : 'ferry',
  );
});

test('words of asking do not keep an answer back, subjects that nobody spoke of do', async () => {
  const engine = engineWith([]);
  const plain = await engine.answer({ text: 'ferries' });
  expect(plain.outcome).toBe('found');
  const chatty = await engine.answer({ text: 'did anybody complain or warn seriously about ferries?' });
  expect(chatty.outcome).toBe('found');
  const absent = await engine.answer({ text: 'did anybody complain or warn seriously about zeppelins?' });
  expect(absent.outcome).toBe('nothing');
});

test('weak words are told in their inflections', () => {
  for (const word of ['complain', 'complained', 'warning', 'opinions', 'position'])
    expect({ word, weak: isWeakWord(word) }).toEqual({ word, weak: true });
  for (const word of ['migration', 'women', 'skills', 'data', 'union', 'zeppelins'])
    expect({ word, weak: isWeakWord(word) }).toEqual({ word, weak: false });
});

test('a list keeps to the very words where somebody used them', async () => {
  const equivalents = [{ id: 'pay', words: ['wage', 'pay', 'salary'] }];
  const archive = openArchive(
    knowledgeOf({
      equivalents,
      sessions: [
        session('one', { title: 'One', summary: 'A meeting on pay.' }),
        session('two', { title: 'Two', summary: 'A meeting on wages.' }),
      ],
    }),
  );
  const engine = createEngine(() => archive);
  const ids = async (text: string) => (await engine.answer({ text })).items.map(({ id }) => id);
  expect(await ids('/sessions pay')).toEqual(['one']);
  expect((await ids('/sessions salary')).sort()).toEqual(['one', 'two']);
  // What nobody said is not made up for by an equivalent of the other word.
  expect((await engine.answer({ text: '/sessions zeppelin pay' })).outcome).toBe('nothing');
});

/** Searching what was said: order, phrases, exclusions, figures beside their statements, voices in turn. */
import { describe, expect, test } from '@jest/globals';
import type { Search } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import type { Contribution } from '../../src/knowledge/model.ts';
import {
  addressed,
  appearance,
  at,
  by,
  contribution,
  group,
  knowledgeOf,
  linked,
  organization,
  person,
  session,
} from '../support/knowledge.ts';
import { fc } from '../support/property.ts';
import { searchFor } from './generated.ts';

const FRAME = {
  sessions: [session('event', { title: 'Meeting' })],
  people: [person('ada', 'Ada Lund'), person('bo', 'Bo Ek')],
  organizations: [organization('office', 'Office', 'bodies'), organization('union', 'Union', 'bodies')],
  groups: [
    group('bodies'),
    group('educators'),
    group('universities', { broader: 'educators' }),
    group('employers'),
  ],
  goals: [{ id: 8, short: { en: 'zzwork' }, title: {}, aliases: [] }],
  appearances: [
    appearance('ada', 'event', 'speaker', { organization: 'office' }),
    appearance('bo', 'event', 'speaker', { organization: 'union' }),
  ],
};

const archiveOf = (...contributions: readonly Contribution[]) =>
  openArchive(knowledgeOf({ ...FRAME, contributions }));
const said = (id: string, text: string, over: Partial<Contribution> = {}): Contribution =>
  contribution('statement', id, 'event', text, over);
const condition = (field: string, ...values: readonly string[]) => ({
  any: values.map((value) => ({ field, value })),
  not: false,
});

async function idsOf(contributions: readonly Contribution[], search: Partial<Search>): Promise<string[]> {
  const { hits } = await archiveOf(...contributions).searchContributions(searchFor(search));
  return hits.map(({ record }) => record.id);
}

describe('phrases and exclusions', () => {
  const all = [
    said('c1', 'Remote cranes replace drivers.'),
    said('c2', 'Drivers replace remote cranes.'),
    said('c3', 'Cranes that are remote stand still.'),
    said('c4', 'Gulls sleep.', { title: 'Remote', keywords: ['cranes'] }),
  ];

  test('a phrase is found where its words stand together in this order', async () => {
    expect((await idsOf(all.slice(0, 3), { phrases: ['remote cranes'] })).sort()).toEqual(['c1', 'c2']);
    expect(await idsOf(all, { phrases: ['replace drivers'] })).toEqual(['c1']);
    expect(await idsOf(all, { phrases: ['drivers cranes'] })).toEqual([]);
  });

  test('every phrase and the words beside it are demanded', async () => {
    expect(await idsOf(all, { phrases: ['remote cranes', 'replace drivers'] })).toEqual(['c1']);
    expect(await idsOf(all, { phrases: ['remote cranes'], words: ['gulls'], coverage: 0.6 })).toEqual([]);
  });

  test('a phrase does not run over from the title into the text', async () => {
    expect(
      await idsOf([said('c5', 'Drivers sleep.', { title: 'Remote cranes' })], {
        phrases: ['cranes drivers'],
      }),
    ).toEqual([]);
  });

  test('excluded words leave out what holds them, with and without words asked for', async () => {
    expect(await idsOf(all, { without: ['drivers'] })).toEqual(['c3', 'c4']);
    expect((await idsOf(all, { words: ['cranes'], without: ['replace'] })).sort()).toEqual(['c3', 'c4']);
    expect(await idsOf(all, { without: ['cranes', 'gulls'] })).toEqual([]);
    expect(await idsOf(all, { without: ['unheard'] })).toHaveLength(4);
  });
});

describe('how much of the words must match', () => {
  const all = [
    said('both', 'Cranes and ferries.'),
    said('common', 'Cranes alone.'),
    said('rare', 'Ferries alone.'),
    said('other', 'Cranes once more.'),
  ];

  test('what matches more of them comes first; a rare word weighs more than a common one', async () => {
    const { hits } = await archiveOf(...all).searchContributions(searchFor({ words: ['cranes', 'ferries'] }));
    const coverage = new Map(hits.map(({ record, coverage: share }) => [record.id, share]));
    expect(hits[0]?.record.id).toBe('both');
    expect(coverage.get('both')).toBeCloseTo(1);
    expect(coverage.get('rare')).toBeGreaterThan(coverage.get('common') ?? 1);
  });

  test('a word that nothing holds counts against every hit, and is reported', async () => {
    const { hits, unknown } = await archiveOf(...all).searchContributions(
      searchFor({ words: ['cranes', 'zeppelin'], coverage: 0.5 }),
    );
    expect({ ids: hits.map(({ record }) => record.id), unknown }).toEqual({ ids: [], unknown: ['zeppelin'] });
  });
});

describe('concepts of a question', () => {
  const all = [
    said('both', 'Cranes rust.', { to: addressed('universities') }),
    said('wider', 'Gulls sleep.', { to: addressed('educators') }),
    said('word', 'Cranes sing.'),
    said('neither', 'Nets dry.'),
  ];
  const concepts = [condition('to', 'universities')];

  test('count like words: what matches more comes first, and nothing is demanded', async () => {
    const found = await idsOf(all, { words: ['cranes'], concepts });
    expect(found[0]).toBe('both');
    expect(found.slice(1).sort()).toEqual(['wider', 'word']);
    expect(await idsOf(all, { words: ['cranes'], concepts, coverage: 0.999 })).toEqual(['both']);
  });

  test('are reasons for what they find', async () => {
    const { hits } = await archiveOf(...all).searchContributions(searchFor({ words: ['cranes'], concepts }));
    const reasons = new Map(hits.map(({ record, reasons: why }) => [record.id, why.map(({ link }) => link)]));
    expect(Object.fromEntries(reasons)).toEqual({ both: ['named'], wider: ['related'], word: [] });
  });

  test('that hold as related only make a hit related', async () => {
    const { hits } = await archiveOf(...all).searchContributions(searchFor({ concepts }));
    const relations = new Map(hits.map(({ record, relation }) => [record.id, relation]));
    expect(Object.fromEntries(relations)).toEqual({ both: 'direct', wider: 'related' });
  });
});

describe('order', () => {
  test('the document is followed where nothing else decides, whatever the order of the files', async () => {
    const all = ['12', '3', '30', '2'].map((place) =>
      said(`c${place}`, 'Same words.', { evidence: [at(place)] }),
    );
    expect(await idsOf(all, {})).toEqual(['c2', 'c3', 'c12', 'c30']);
    expect(await idsOf(all, { words: ['words'] })).toEqual(['c2', 'c3', 'c12', 'c30']);
  });

  test('said outright comes before implied, and a preferred kind before others', async () => {
    const all = [
      contribution('recommendation', 'implied', 'event', 'Mend nets.', { stance: 'implied' }),
      contribution('recommendation', 'explicit', 'event', 'Mend sails.', { stance: 'explicit' }),
      said('statement', 'Nets mend.'),
    ];
    expect(await idsOf(all, {})).toEqual(['explicit', 'statement', 'implied']);
    expect((await idsOf(all, { prefer: ['statement'] }))[0]).toBe('statement');
  });

  test('of alternatives the first is preferred: addressed to a group before naming it', async () => {
    const all = [
      said('named', 'Union work goes on.', { about: ['union'], to: [] }),
      said('addressed', 'Mend nets.', { to: addressed('bodies') }),
    ];
    const conditions = [
      {
        any: [
          { field: 'to', value: 'bodies' },
          { field: 'group', value: 'bodies' },
        ],
        not: false,
      },
    ];
    expect(await idsOf(all, { conditions })).toEqual(['addressed', 'named']);
  });

  test('those who used the literal word come first, and nobody is left out for not using it', async () => {
    const all = [said('plain', 'Mend nets.'), said('literal', 'Mend sails.')];
    expect(await idsOf(all, { literal: ['sails'] })).toEqual(['literal', 'plain']);
  });
});

describe('figures', () => {
  const figure = (id: string, text: string, within?: string): Contribution =>
    contribution('figure', id, 'event', text, {
      figure: { value: 1, unit: 'crane', subject: 'cranes' },
      ...(within === undefined ? {} : { within }),
    });
  const statement = said('s', 'A harbour has a crane and two ferries.');

  test('a figure and the statement that it stands in are one hit, whichever is asked for', async () => {
    const all = [statement, figure('f', 'One crane stands there.', 's')];
    expect(await idsOf(all, {})).toHaveLength(1);
    expect(await idsOf(all, { words: ['crane'] })).toHaveLength(1);
    expect(await idsOf(all, { conditions: [condition('kind', 'figure')] })).toEqual(['f']);
    expect(await idsOf(all, { conditions: [condition('kind', 'statement')] })).toEqual(['s']);
    expect(await idsOf(all, { words: ['crane'], prefer: ['figure'] })).toEqual(['f']);
  });

  test('two figures of one statement are both found where figures are asked for', async () => {
    const all = [
      statement,
      figure('f1', 'One crane stands there.', 's'),
      figure('f2', 'Two ferries sail.', 's'),
    ];
    expect((await idsOf(all, { conditions: [condition('kind', 'figure')] })).sort()).toEqual(['f1', 'f2']);
  });
});

describe('voices of a group', () => {
  test('take turns, each in the order of the document', async () => {
    const all = [
      ...[1, 2, 3].map((n) => said(`a${n}`, 'Mend nets.', { makers: by('ada'), evidence: [at(`${n}`)] })),
      ...[4, 5].map((n) => said(`b${n}`, 'Mend nets.', { makers: by('bo'), evidence: [at(`${n}`)] })),
    ];
    expect(await idsOf(all, { conditions: [condition('by', 'bodies')] })).toEqual([
      'a1',
      'b4',
      'a2',
      'b5',
      'a3',
    ]);
    expect(await idsOf(all, { conditions: [condition('by', 'ada')] })).toEqual(['a1', 'a2', 'a3']);
  });

  test('what is related only stays behind all that is direct', async () => {
    const one = fc.record({ who: fc.constantFrom('ada', 'bo'), link: fc.constantFrom('named', 'related') });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 8 }), async (drawn) => {
        const all = drawn.map(({ who, link }, n) =>
          said(`c${n}`, 'Mend nets.', { makers: by(who), sdgs: [linked(8, link as 'named')] }),
        );
        const { hits, direct } = await archiveOf(...all).searchContributions(
          searchFor({ conditions: [condition('by', 'bodies'), condition('sdg', '8')] }),
        );
        const relations = hits.map(({ relation }) => relation);
        expect(relations).toEqual([...relations].sort());
        expect(direct).toBe(drawn.filter(({ link }) => link === 'named').length);
      }),
      { numRuns: 60 },
    );
  });
});

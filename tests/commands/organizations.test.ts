/** Which organizations took part: what each did at which event, and which are only mentioned. */
import { describe, expect, test } from '@jest/globals';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import { HARBOUR } from '../support/harbour.ts';
import { contribution, organization } from '../support/knowledge.ts';
import { ask, factsOf, ids, placesOf } from './asking.ts';

describe('which organizations took part', () => {
  test.each([
    ['which organizations took part in harbour day?', ['office-of-ports', 'pilot-service', 'crane-union']],
    ['list all organizations', ['office-of-ports', 'pilot-service', 'tide-university', 'crane-union']],
    ['organizations from Japan', ['tide-university']],
    ['which universities took part?', ['tide-university']],
    ['which unions were represented at harbour day?', ['crane-union']],
    ['which organisations from Sweden took part in harbour day?', ['office-of-ports', 'crane-union']],
    ['which organizations took part in 2021?', ['tide-university']],
  ])('%s', async (text, expected) => {
    expect(ids(await ask(text))).toEqual(expected);
  });

  test('with what each did, by whom it was represented, and where that stands', async () => {
    const { items, title } = await ask('which organizations took part in harbour day?');
    expect(title).toBe('3 organizations in “Harbour day”');
    expect(items.map((item) => factsOf(item))).toEqual([
      ['Harbour day (4–5 May 2023): organizer; took part (Ada Lund)'],
      ['Harbour day (4–5 May 2023): took part (Wei Zhang)'],
      ['Harbour day (4–5 May 2023): supporter; took part (Bo Ek)'],
    ]);
    expect(placesOf(items[2])).toEqual(['harbour report, ¶2']);
  });

  test('one that is only mentioned is told apart, with what mentions it', async () => {
    const archive = openArchive({
      ...HARBOUR,
      organizations: [...HARBOUR.organizations, organization('bank', 'Granite Bank', 'public-bodies')],
      contributions: [
        ...HARBOUR.contributions,
        contribution('statement', 'tf-3', 'tide-forum', 'Granite Bank lends to dockers.'),
      ],
    });
    const { items, title } = await createEngine(() => archive).answer({
      text: 'which organizations took part in the tide forum?',
    });
    expect(title).toBe('1 organization in “Tide forum”, 1 more only mentioned');
    expect(items.map(({ id, relation, group }) => [id, relation, group])).toEqual([
      ['tide-university', 'direct', ''],
      ['bank', 'related', 'Mentioned only: the documents state no part in an event'],
    ]);
    expect(placesOf(items[1])).toEqual(['report, ¶3'.replace('report', 'harbour report')]);
  });

  test('nobody of a place where nobody is from', async () => {
    expect((await ask('which organizations from Norway took part?')).outcome).toBe('nothing');
  });
});

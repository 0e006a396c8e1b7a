/** The numbers of items: what a list counts, and what has none. */
import { describe, expect, test } from '@jest/globals';
import type { Item } from '../../src/answer/answer.ts';
import { itemNumbers } from '../../src/answer/numbering.ts';
import { item } from '../support/answers.ts';

const of = (kind: Item['kind'], group = ''): Item => item({ kind, group });
const numbers = (...items: readonly Item[]) => itemNumbers({ items });

describe('a number has', () => {
  test('each thing of a list', () => {
    expect(numbers(of('statement'), of('figure'))).toEqual([1, 2]);
    expect(numbers(of('person'), of('person'))).toEqual([1, 2]);
    expect(numbers(of('person'))).toEqual([1]);
    expect(numbers()).toEqual([]);
  });

  test('each on a later page, counted over all', () => {
    const items = [of('statement'), of('statement')];
    expect(itemNumbers({ items, page: { number: 2, pages: 2, total: 7, first: 6, last: 7 } })).toEqual([
      6, 7,
    ]);
  });

  test('but not who somebody is, before what they said, on one page or the first of several', () => {
    const items = [of('person'), of('statement', 'What was said'), of('statement', 'What was said')];
    expect(numbers(...items)).toEqual([undefined, 1, 2]);
    expect(itemNumbers({ items, page: { number: 1, pages: 10, total: 20, first: 1, last: 2 } })).toEqual([
      undefined,
      1,
      2,
    ]);
  });

  test('a person who is an answer of their own beside another', () => {
    expect(numbers(of('person', 'Who moderated'), of('statement', 'What was said'))).toEqual([1, 2]);
  });

  test('no command, and no remark', () => {
    expect(numbers(of('command'), of('command'))).toEqual([undefined, undefined]);
    expect(numbers(of('statement'), of('command'), of('figure'))).toEqual([1, undefined, 2]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { completeTail } from '../../src/kit/tail.ts';

const NAMES = ['japan', 'future of work', 'digital economy'];

function finder() {
  const asked: string[] = [];
  const find = async (tail: string) => {
    asked.push(tail);
    return NAMES.filter((name) => name.startsWith(tail));
  };
  return { asked, find };
}

describe('the end of what was typed', () => {
  test('is all of it, where that begins something', async () => {
    const { asked, find } = finder();
    expect(await completeTail('future of', find)).toEqual({ before: '', found: ['future of work'] });
    expect(asked).toEqual(['future of']);
  });

  test('is its last words, the more the better, and those before them stay', async () => {
    const { asked, find } = finder();
    expect(await completeTail('sdg8  2022 future of w', find)).toEqual({
      before: 'sdg8 2022',
      found: ['future of work'],
    });
    expect(asked).toEqual(['2022 future of w', 'future of w']);
    expect(await completeTail('sdg8 jap', find)).toEqual({ before: 'sdg8', found: ['japan'] });
  });

  test('is nothing where nothing begins like it, and four words are tried at most', async () => {
    const { asked, find } = finder();
    expect(await completeTail('a b c d e x', find)).toEqual({ before: '', found: [] });
    expect(asked).toEqual(['c d e x', 'd e x', 'e x', 'x']);
    expect(await completeTail('', find)).toEqual({ before: '', found: NAMES });
  });
});

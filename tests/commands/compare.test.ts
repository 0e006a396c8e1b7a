/** Comparisons: what is recorded of each side, grouped, with its citations, and nothing concluded. */
import { describe, expect, test } from '@jest/globals';
import { ask, lines, placesOf } from './asking.ts';

const groupsOf = async (text: string): Promise<Record<string, string[]>> => {
  const groups: Record<string, string[]> = {};
  for (const { group, id } of (await ask(text)).items) {
    groups[group] ??= [];
    groups[group]?.push(id);
  }
  return groups;
};

describe('side by side', () => {
  // Two of each side are shown. What people from a country said stands behind what was said of it.
  test.each([
    ['compare Sweden and Japan', { Sweden: ['hd-2', 'hd-1'], Japan: ['tf-1', 'tf-2'] }],
    ['Sweden vs Japan', { Sweden: ['hd-2', 'hd-1'], Japan: ['tf-1', 'tf-2'] }],
    ['how do Ada Lund and Bo Ek differ on skills?', { 'Ada Lund': ['hd-3'], 'Bo Ek': ['hd-2'] }],
    [
      'what is the difference between automation and digital skills?',
      { Automation: ['tf-2', 'tf-1'], 'Digital skills': ['hd-2'] },
    ],
    ['compare harbour day and the quay talk', { 'Harbour day': ['harbour-day'], 'Quay talk': ['quay-talk'] }],
    ['compare harbour day and the tide forum on automation', { 'Tide forum': ['tf-2', 'tf-1'] }],
    [
      'compare the crane union with universities',
      { 'Crane Union': ['hd-2'], Universities: ['tf-1', 'tf-2'] },
    ],
  ])('%s', async (text, groups) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('found');
    expect(await groupsOf(text)).toEqual(groups);
  });

  test('says how much there is of each, cites every item, and leads to all of each side', async () => {
    const answer = await ask('compare Sweden and Japan');
    expect(answer).toMatchObject({
      line: 'ask country:SE|country:JP want:compare',
      title: 'Sweden and Japan, side by side',
      understood: 'a comparison of Sweden and Japan',
      lead: 'Sweden: 3 points. Japan: 2 points.',
    });
    for (const item of answer.items) expect(placesOf(item)).not.toEqual([]);
    // All of the other side is shown already.
    expect(lines(answer)).toEqual(['ask country:SE|from:SE']);
    expect({ ...(await ask(answer.line)), reading: [] }).toEqual({ ...answer, reading: [] });
  });

  test('a side of which nothing is recorded is said to have nothing', async () => {
    expect((await ask('compare Bo Ek and Mei Ono')).lead).toBe(
      'Bo Ek: 1 point. Mei Ono: nothing is recorded.',
    );
    expect((await ask('compare Mei Ono and Kim Berg')).outcome).toBe('nothing');
  });
});

test.each(['compare Merkel and Bo Ek', 'compare apples and pears', 'compare Ada Lund and Lund'])(
  '%s: not two that the archive knows, so no comparison',
  async (text) => {
    const { line } = await ask(text);
    expect(line).not.toContain('want:compare');
  },
);

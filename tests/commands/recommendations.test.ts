/** `recommendations`: who recommended what to whom, outright or implied. */
import { describe, expect, test } from '@jest/globals';
import { ask, factsOf, ids, lines, placesOf } from './asking.ts';

describe('found', () => {
  test('all of them, said outright before implied', async () => {
    const answer = await ask('/recommendations');
    expect(answer.title).toBe('All 3 recommendations');
    expect(ids(answer)).toEqual(['hd-2', 'tf-1', 'hd-3']);
  });

  test('each with its makers as they were, whom it addresses, its form and its places', async () => {
    const [bo, wei, ada] = (await ask('/recommendations')).items;
    expect([bo, wei, ada].map((item) => item?.makers)).toEqual([
      ['Bo Ek, Crane Union'],
      ['Wei Zhang, Tide University'],
      ['Ada Lund, OOP'],
    ]);
    expect(factsOf(bo)).toEqual(['Addressed to: employers']);
    expect(factsOf(ada)).toEqual(['Addressed to: educators', 'How it is put: implied']);
    // The last is the place that names the addressee.
    expect(placesOf(bo)).toEqual(['harbour report, ¶44–45', 'harbour report, ¶3']);
    expect(placesOf(ada)).toEqual(['harbour report, ¶46', 'harbour news, ¶1', 'harbour report, ¶3']);
  });

  test('the documents behind them, each once, with what is known of them', async () => {
    expect((await ask('/recommendations')).sources).toEqual([
      { id: 'report', title: 'Harbour towns at work', publisher: 'Office of Ports', date: 'June 2023' },
      {
        id: 'harbour-news',
        title: 'Harbour day in pictures',
        publisher: 'The Gull',
        date: '',
        url: 'https://gull.example/day',
      },
    ]);
  });

  test('to a group come first, to a wider group as related', async () => {
    const answer = await ask('/recommendations universities');
    expect(answer.items.map(({ id, relation }) => [id, relation])).toEqual([
      ['tf-1', 'direct'],
      ['hd-3', 'related'],
    ]);
    expect(answer.title).toBe('1 recommendation to universities, 1 more related');
    expect(ids(await ask('/recommendations educators'))).toEqual(['tf-1', 'hd-3']);
  });

  test('on a topic are those on narrower topics too', async () => {
    expect(ids(await ask('/recommendations skills')).sort()).toEqual(['hd-2', 'hd-3']);
    expect(ids(await ask('/recommendations digital skills'))).toEqual(['hd-2']);
  });

  test('offer what else was said on the same subject', async () => {
    expect(lines(await ask('/recommendations topic:automation'))).toContain('ask topic:automation');
  });
});

describe('nothing, and not stated', () => {
  test('a topic without any', async () => {
    expect(await ask('/recommendations whaling')).toMatchObject({
      outcome: 'nothing',
      title: 'No recommendation in the archive on whaling',
    });
  });

  test('a topic of which something else was said offers that', async () => {
    const answer = await ask('/recommendations ferries');
    expect(answer.outcome).toBe('nothing');
    expect(answer.choices[0]).toMatchObject({ label: 'What was said (14)', line: 'ask text:ferries' });
  });

  test('somebody of whom no remark is recorded is known, and just that is said', async () => {
    const answer = await ask('recommendations by:mei-ono');
    expect(answer).toMatchObject({
      outcome: 'unstated',
      title: 'The documents record no recommendation by Mei Ono',
    });
    expect(ids(answer)).toEqual(['mei-ono']);
  });
});

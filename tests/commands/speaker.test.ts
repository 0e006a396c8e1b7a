/** `speaker`: who somebody is, what they said, and what is said where there is nothing. */
import { describe, expect, test } from '@jest/globals';
import { ask, factsOf, ids, lines, placesOf } from './asking.ts';

describe('one person', () => {
  test('is shown as they were at each event, with the place of both', async () => {
    const { title, lead, items } = await ask('/speaker Ada Lund');
    expect({ title, lead }).toEqual({
      title: 'Ada Lund',
      lead: 'Director, Office of Ports (OOP), at “Harbour day” (4–5 May 2023)\nLecturer, Tide University, at “Tide forum” (September 2021)',
    });
    expect(items[0]).toMatchObject({ kind: 'person', id: 'ada-lund' });
    expect(factsOf(items[0])).toEqual([
      '4–5 May 2023: Harbour day, Opening (moderator): Director, Office of Ports (OOP)',
      'September 2021: Tide forum (panellist): Lecturer, Tide University',
    ]);
    expect(placesOf(items[0])).toEqual(['harbour report, ¶2', 'harbour report, ¶11']);
  });

  test('then with everything they said, without naming them again', async () => {
    const [, ...said] = (await ask('/speaker Ada Lund')).items;
    expect(said.map(({ id }) => id)).toEqual(['hd-1', 'tf-2', 'hd-3']);
    for (const item of said) expect(item.makers).toEqual([]);
    expect(new Set(said.map(({ group }) => group))).toEqual(new Set(['What was said']));
  });

  test('is found by another name, and narrowed by words, topics, dates and exclusions', async () => {
    expect(ids(await ask('/speaker A. Lund'))[0]).toBe('ada-lund');
    expect(ids(await ask('/speaker Lund robots'))).toEqual(['ada-lund', 'tf-2']);
    expect(ids(await ask('speaker by:ada-lund date:2023'))).toEqual(['ada-lund', 'hd-1', 'hd-3']);
    expect(ids(await ask('speaker by:ada-lund -robots'))).toEqual(['ada-lund', 'hd-1', 'hd-3']);
  });

  test('offers each event at which they appeared', async () => {
    expect(lines(await ask('/speaker Ada Lund'))).toEqual(
      expect.arrayContaining(['open harbour-day', 'open tide-forum']),
    );
  });

  test('a long list comes on pages; who they are stands on the first alone', async () => {
    const first = await ask('/speaker Pia Mark');
    expect(first.page).toMatchObject({ number: 1, pages: 3, total: 14, next: 'speaker by:pia-mark page:2' });
    expect(ids(first)[0]).toBe('pia-mark');
    const last = await ask('speaker by:pia-mark page:3');
    expect(last.page).toMatchObject({ first: 11, last: 14, previous: 'speaker by:pia-mark page:2' });
    expect(ids(last)).toEqual(['nw-11', 'nw-12', 'nw-13', 'nw-14']);
  });
});

describe('two of one name', () => {
  test('are both shown with what they were, and a line for each', async () => {
    const answer = await ask('/speaker Wei Zhang');
    expect(ids(answer)).toEqual(['wei-zhang-ports', 'wei-zhang-tide']);
    expect(answer.items.map(({ makers }) => makers)).toEqual([['Pilot Service'], ['Tide University, Japan']]);
    expect(lines(answer)).toEqual(['speaker by:wei-zhang-ports', 'speaker by:wei-zhang-tide']);
  });

  test('have buttons that tell them apart', async () => {
    const { choices } = await ask('/speaker Wei Zhang');
    expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  });

  test('keep their remarks apart', async () => {
    expect(ids(await ask('speaker by:wei-zhang-tide'))).toEqual(['wei-zhang-tide', 'tf-1']);
  });
});

describe('nothing, and not stated', () => {
  test('somebody of whom no remark is recorded is shown, and just that is said', async () => {
    const answer = await ask('/speaker Mei Ono');
    expect(answer).toMatchObject({
      outcome: 'found',
      lead: 'Japan. The documents record no remark by Mei Ono.',
    });
    expect(factsOf(answer.items[0])).toEqual([
      '4–5 May 2023: Harbour day, Panel on cranes (panellist): Japan',
    ]);
  });

  test('somebody without an organization, at an event without a date', async () => {
    const [item] = (await ask('/speaker Kim Berg')).items;
    expect(factsOf(item)).toEqual(['date not stated: Quay talk (speaker)']);
  });

  test('a subject that somebody did not speak of', async () => {
    const answer = await ask('speaker by:ada-lund topic:whaling');
    expect(answer).toMatchObject({
      outcome: 'nothing',
      title: 'No remark by Ada Lund on whaling is recorded',
    });
    expect(lines(answer)[0]).toBe('speaker by:ada-lund');
  });

  test('nobody of that name, with whoever is near', async () => {
    expect(await ask('/speaker Lunt')).toMatchObject({
      outcome: 'nothing',
      title: '“Lunt” is not in the archive',
      lead: 'Did you mean Ada Lund?',
    });
    expect((await ask('/speaker Quixote')).title).toBe('“Quixote” is not in the archive');
  });

  test('without a name, everybody, on pages', async () => {
    const answer = await ask('/speaker');
    expect(answer).toMatchObject({ outcome: 'found', title: '7 people in this archive' });
    expect(answer.items).toHaveLength(7);
  });
});

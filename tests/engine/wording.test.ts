/** Ways of asking for what an event, a person or a number is, over an archive on a subject of its own. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { ask, ids, last } from '../support/orchard.ts';

const shown = ({ title, lead, items }: Answer): string =>
  [
    title,
    lead,
    ...items.flatMap((one) => [one.title.text, one.text.text, ...one.facts.map(({ value }) => value)]),
  ].join('\n');

describe('facts of an event', () => {
  test.each([
    ['in what building was the pollinator hearing, and in which town?', 'Ljubljana'],
    ['how many came to the blossom summit, and in which year?', '2021'],
    ['at which hour did the pollinator hearing open?', 'not stated'],
    ['how long did the blossom summit last?', 'not state'],
    ['who came up with the money for the pollinator hearing?', 'not state'],
    ['which of the two meetings had the bigger crowd, the summit or the hearing?', '320'],
  ])('%s', async (text, part) => expect(shown(await ask(text))).toContain(part));

  test('what was said of an event to come is told, and nothing else', async () => {
    expect(ids(await ask('where will the cider makers meet next?'))).toEqual(['cider-next']);
    expect((await ask('when is the next blossom summit?')).outcome).toBe('unstated');
  });
});

describe('somebody', () => {
  test('whose name is asked for has one', async () => {
    expect((await ask('what is the name of the person who spoke of windfall apples?')).outcome).not.toBe(
      'found',
    );
    expect(ids(await ask('what are the names of the speakers from Turkey?'))).toEqual(['sefa-onur']);
  });

  test('whom the archive does not know is not asked about a second time', async () => {
    const { outcome, items } = await ask('who is Olga Brinkmann, and what did she want for hives?');
    expect(outcome).toBe('nothing');
    expect(items.filter(({ relation }) => relation === 'direct')).toEqual([]);
  });

  test('else is not the one who was shown', async () => {
    expect(ids(await last('who is Irma Talvik?', 'and the other one from Turkey?'))).toEqual(['sefa-onur']);
    expect(
      ids(await last('who is Sefa Onur?', 'and the other speaker from the Cider Makers’ Union?')),
    ).toEqual(['nell-carrow']);
  });

  test('is told with the posts of every year', async () => {
    expect(shown(await ask('what was Talvik’s post in 2021?'))).toContain('President');
  });
});

describe('from somewhere', () => {
  test('is what was said of it and by its people', async () => {
    expect(ids(await ask('what did we hear from Ireland?'))).toEqual(expect.arrayContaining(['ban-against']));
  });

  test('are the recommendations of its people where none is on it', async () => {
    const { title, items } = await ask('/recommendations turkey');
    expect(items.map(({ id }) => id)).toEqual(['schools-lend']);
    expect(title).toContain('Turkey');
  });
});

describe('numbers', () => {
  test('that are asked for at the end are numbers, and sides beside no operator are none', async () => {
    const { items } = await ask('hives lost in Portugal versus hives lost in Slovenia, how many each?');
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['hives-portugal', 'hives-slovenia']));
  });

  test('of another year or place in a thread keep what they are of', async () => {
    expect(ids(await last('how many hives did Portugal lose in 2022?', 'and Turkey?'))).toEqual([
      'hives-turkey',
    ]);
  });
});

test('the same thing asked in two ways is answered once', async () => {
  const answer = await last(
    'how many hives did Portugal lose?',
    'whose figures are these, who presented them?',
  );
  expect(answer.parts ?? []).toEqual([]);
  expect(answer.items.flatMap(({ makers }) => makers).join()).toContain('Brandt');
});

test('what is left out is named by what it is on', async () => {
  const found = ids(await ask('which recommendations by Brandt are there besides the one on spraying?'));
  expect(found).not.toContain('ban');
});

describe('a slash before what is no command', () => {
  test('is read where it is plain what is meant', async () => {
    expect(ids(await ask('/figures portugal'))).toContain('hives-portugal');
    expect(ids(await ask('/topic frost'))).toEqual(expect.arrayContaining(['frost-late', 'frost-cover']));
    expect((await ask('/frobnicate frost')).outcome).toBe('unclear');
  });
});

describe('a number', () => {
  test('is that of the year that was asked for', async () => {
    expect(ids(await ask('how many hives did Portugal lose in 2022?'))).toEqual(['hives-portugal']);
    expect((await ask('how many hives did Portugal lose in 2015?')).outcome).not.toBe('found');
  });

  test('of what was only told in words is not found', async () => {
    expect((await ask('minimum daily wage of bee keepers in Turkey?')).outcome).not.toBe('found');
    expect((await ask('how many euros did the orchard council pay for frost cover?')).outcome).not.toBe(
      'found',
    );
  });
});

describe('in a thread', () => {
  test('who somebody is, and what they are at the head of, is told of the person', async () => {
    for (const asked of ['who is she?', 'which organization does she head?'])
      expect(shown(await last('what did Talvik say about frost?', asked))).toContain('President');
  });
});

test('how many came to each of two events is asked of both', async () => {
  const { parts = [] } = await ask(
    'how many people came to the blossom summit and how many to the pollinator hearing?',
  );
  expect(parts.map(shown).join()).toMatch(/320[\s\S]*75/);
});

test('what is left out may stand before the question', async () => {
  expect(ids(await ask('Except for Brandt: who spoke at the pollinator hearing?'))).not.toContain(
    'joao-brandt',
  );
});

test('an event other than the one that is asked about changes nothing', async () => {
  const there = ids(await ask('what was recommended at the pollinator hearing?'));
  expect(ids(await ask('what was recommended at the pollinator hearing, not at the summit?'))).toEqual(there);
});

test('what stands in angle brackets and is no mention is text', async () => {
  for (const text of [
    'what share of apple trees in Estonia is <at least thirty years old>?',
    '<at>Bot</at> apple trees in Estonia',
  ])
    expect(ids(await ask(text))).toContain('old-trees');
});

test('a share is no sum of money, though it is told in cents of a hundred', async () => {
  expect((await ask('what does an apple tree in Estonia cost?')).outcome).not.toBe('found');
});

test('of another thing than the one that is named no number is told', async () => {
  expect((await ask('how many hives did Zavornik lose in one winter?')).outcome).not.toBe('found');
});

test('a noun alone asks for all that was told before it', async () => {
  expect(ids(await ask('somebody from Turkey spoke at the hearing. name?'))).toContain('sefa-onur');
});

test('which of two events came first is told by their dates', async () => {
  const text = shown(await ask('which came first, the blossom summit or the pollinator hearing?'));
  expect(text).toMatch(/2021/);
  expect(text).toMatch(/2023/);
});

test('what is quoted with a slip is searched for without its quotes', async () => {
  expect(ids(await ask('what was said about "wnid machines"?'))).toContain('frost-fans');
});

test('what lacks a condition comes near, and says what it lacks', async () => {
  const answer = await ask('do Norwegian growers hang wind machines above the trees?');
  expect(answer.outcome).toBe('closest');
  expect(ids(answer)).toContain('frost-fans');
  expect(answer.lead).toContain('Norway');
});

test('who asks, and an apology for asking, are not what about', async () => {
  for (const text of [
    'Hi! young beekeeper here, sorry if this was asked before. what was said about wind machines?',
    'hello, radio station here - sry for the silly one, what was said about wind machines?',
  ]) {
    const answer = await ask(text);
    expect(ids(answer)).toEqual(ids(await ask('what was said about wind machines?')));
  }
});

describe('how many', () => {
  test('is told of what an event has several of', async () => {
    expect(shown(await ask('number of organizers of the pollinator hearing?'))).toContain('Bee Institute');
    expect(shown(await ask('who moderated the blossom summit, how many were they?'))).toContain('Mori');
  });

  test('came is not asked by whoever speaks of what is most urgent', async () => {
    expect(
      (await ask('what did the speakers of the hearing call the most urgent matter?')).line,
    ).not.toContain('highest');
  });
});

test('another organization in a thread is one that somebody speaks for as well', async () => {
  expect(
    ids(await last('who spoke for the Bee Institute at the hearing?', 'and for the Cider Makers’ Union?')),
  ).toEqual(['nell-carrow']);
});

test('who gave what to several events is told of each', async () => {
  const text = shown(await ask('who organized both the blossom summit and the pollinator hearing?'));
  expect(text).toContain('Orchard Council');
  expect(text).toContain('Bee Institute');
});

test('what was said of a group answers nothing else that is asked of it', async () => {
  expect((await ask('how do growers cope with a four-day week?')).outcome).not.toBe('found');
  expect((await ask('what should growers do?')).outcome).toBe('found');
});

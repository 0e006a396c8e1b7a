/** Questions of every kind over an archive on a subject of its own: what is found, what is not, and what is said of it. */
import { describe, expect, test } from '@jest/globals';
import type { Answer, Item } from '../../src/answer/answer.ts';
import { catalogueFor } from '../../src/locales/locales.ts';
import { isContentWord } from '../../src/reading/scan.ts';
import { wordsOf } from '../../src/reading/tokens.ts';
import { ask, ids, last, ORCHARD } from '../support/orchard.ts';
import { fc } from '../support/property.ts';
import { taken } from '../support/taken.ts';

const says = catalogueFor();

const direct = ({ items }: Answer): string[] =>
  items.filter(({ relation }) => relation === 'direct').map(({ id }) => id);
const factsOf = (item: Item | undefined): string[] =>
  item?.facts.map(({ label, value }) => `${label}: ${value}`) ?? [];
const partsOf = ({ parts = [] }: Answer): string[][] => parts.map(ids);

describe('no gate hides what is there', () => {
  test.each([
    ['how could we entice more youngsters into keeping bees?', 'schools-lend'],
    ['any hints on wool against the cold of one night?', 'frost-cover'],
    ['how can frost harm apricots?', 'frost-late'],
    ['is anyone worried that a spraying ban would bankrupt small pear growers?', 'ban-against'],
    ['tell me something about the duty on cider', 'cider-tax'],
    ['where do people put wind machines nowadays?', 'frost-fans'],
  ])('%s', async (text, id) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('found');
    expect(ids(answer)).toContain(id);
  });

  test('a topic weighs more than words that come with it', async () => {
    for (const text of ['frost', 'whatever you have on frost, roughly', 'frost and the like, for a poster'])
      expect(ids(await ask(text))).toEqual(
        expect.arrayContaining(['frost-late', 'frost-fans', 'frost-cover']),
      );
  });
});

describe('what is not there is not answered', () => {
  test.each([
    ['a figure of another country', 'how many hives did Norway lose?'],
    [
      'a figure of another country, on another figure',
      'what share of apple trees in Turkey are older than thirty?',
    ],
    ['a count of people from a country at an event', 'how many growers came from Portugal to the summit?'],
    ['a price that nobody named', 'how much does a hive cost?'],
    ['a date of what was only wished for', 'when will schools lend hives?'],
    ['a word that nobody used', 'has anybody measured the weight of a queen?'],
    ['a person whom nobody knows', 'what did Olga Brinkmann say about frost?'],
    ['a matter that somebody did not speak of', 'what did Carrow say about frost?'],
    ['an event to come', 'when is the next blossom summit?'],
    ['a fact that the documents leave open', 'when was the cider round table?'],
  ])('%s: %s', async (_, text) => {
    const answer = await ask(text);
    expect(answer.outcome).not.toBe('found');
    if (answer.outcome !== 'unstated') expect(direct(answer)).toEqual([]);
  });

  test('a figure is that of the country that was asked for', async () => {
    for (const [country, id] of [
      ['Portugal', 'hives-portugal'],
      ['Turkey', 'hives-turkey'],
      ['Slovenia', 'hives-slovenia'],
    ] as const)
      expect(ids(await ask(`how many hives did ${country} lose?`))).toEqual([id]);
  });

  test('that an event to come is not recorded does not deny the date of the one that was', async () => {
    const { lead } = await ask('when is the next blossom summit?');
    expect(lead).not.toBe(says.unstated.fact('date', 'Blossom summit'));
  });

  test('a value that a condition does not have is told', async () => {
    for (const text of ['kind:constructor bees', 'bees country:Atlantis', '/sessions sdg:99'])
      expect((await ask(text)).outcome).toBe('unclear');
  });

  test('what the archive tells of entries can be demanded of them', async () => {
    for (const value of ['number', 'money', 'share', 'date', 'maker'])
      expect((await ask(`bees has:${value}`)).outcome).not.toBe('unclear');
    const { items } = await ask('bees has:maker');
    expect(items.length).toBeGreaterThan(0);
    for (const { makers } of items) expect(makers).not.toEqual([]);
  });
});

describe('what comes nearest', () => {
  const LINES = [
    'how do I stop woodpeckers from eating wool buds',
    'what did the mayor of Merano say about apricots?',
    'when will schools lend hives?',
  ];

  test.each(LINES)('is said to be just that, and is at most three entries: %s', async (text) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('closest');
    expect([says.closest.title, says.unstated.dateless]).toContain(answer.title);
    expect(answer.items.length).toBeGreaterThan(0);
    expect(answer.items.length).toBeLessThanOrEqual(3);
    for (const { relation, evidence } of answer.items) {
      expect(relation).toBe('related');
      expect(evidence.length).toBeGreaterThan(0);
    }
  });

  test('names the words that even the nearest lacks, and no others', async () => {
    const { lead } = await ask('how do I stop woodpeckers from eating wool buds');
    for (const word of ['woodpeckers', 'eating']) expect(lead).toContain(word);
    for (const word of ['wool', 'buds']) expect(lead).not.toContain(`“${word}”`);
  });

  test('keeps conditions and what was left out', async () => {
    for (const text of ['woodpeckers and hives, in Turkey', 'woodpeckers and hives, excluding Portugal']) {
      const answer = await ask(text);
      expect(ids(answer)).not.toContain('hives-portugal');
      expect(ids(answer).length).toBeGreaterThan(0);
    }
  });

  test('is nothing where nothing is near', async () => {
    for (const text of ['blockchain zeppelins', 'qwertz uiop'])
      expect((await ask(text)).outcome).toBe('nothing');
  });
});

describe('when, where, who', () => {
  test.each([
    ['when was the blossom summit?', 'Date: Wednesday, 14 April 2021'],
    ['where was the pollinator hearing held?', 'Place: Ljubljana'],
    ['who organised the hearing?', 'Organized by: Bee Institute'],
    ['who supported the hearing?', 'Supported by: Orchard Council'],
    ['how many people came to the hearing?', 'Attended by: 75'],
    ['how many participants were at the summit?', 'Attended by: 320'],
  ])('%s', async (text, fact) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('found');
    expect(answer.items).toHaveLength(1);
    expect(factsOf(answer.items[0])).toContain(fact);
  });

  test.each([
    ['when will the museum of old varieties open?', 'museum'],
    ['who supported a ban on spraying?', 'ban'],
    ['who opened their hives to pupils?', 'sefa-onur'],
  ])('of no event it is what was said: %s', async (text, id) => {
    expect(ids(await ask(text))).toContain(id);
  });

  test('who said nothing that is recorded is told of', async () => {
    expect(await ask('what did Hana Mori say?')).toMatchObject({
      outcome: 'unstated',
      title: says.unstated.remark('Hana Mori'),
    });
  });
});

describe('several questions in one message', () => {
  test('are answered one after the other, each under what was asked', async () => {
    const answer = await ask(
      'hi! I plan a course for teachers. What was recommended to schools? And what did Carrow say about cider? thx',
    );
    expect(partsOf(answer)).toEqual([['schools-lend'], ['cider-tax']]);
    // The title is what both found; what was asked heads each.
    expect(answer.title).toBe((answer.parts ?? []).map(({ title }) => title).join('; '));
    expect(answer.items.map(({ group }) => group)).toEqual(
      (answer.parts ?? []).map(({ understood }) => says.parts.heading(understood)),
    );
  });

  test('with one title are told apart', async () => {
    const answer = await ask('what did Onur say about frost? what did Carrow say about cider?');
    // Each is its claim, which stands as the heading of its items.
    expect(answer.parts?.map(({ title, items }) => title === items[0]?.text.text)).toEqual([true, true]);
    expect(new Set(answer.items.map(({ group }) => group)).size).toBe(2);
  });

  test('share what the first is about', async () => {
    const answer = await ask('who organised the summit and where was it?');
    expect((answer.parts ?? []).map(({ items }) => factsOf(items[0]))).toEqual([
      ['Organized by: Orchard Council'],
      ['Place: Merano'],
    ]);
  });

  test('behind a story speak of whom it tells', async () => {
    const answer = await ask(
      'so the estonian lady said sth abt late frost. who was it? and what did she propose?',
    );
    expect(partsOf(answer)).toEqual([['irma-talvik'], ['frost-fans']]);
  });

  test('of which one has no answer say so', async () => {
    const answer = await ask('what did Talvik say about frost? who wrote of blockchain zeppelins?');
    expect(answer.parts?.map(({ outcome }) => outcome)).toEqual(['found', 'nothing']);
    expect(answer.lead).toBe(says.parts.lead(1, 2));
  });

  test('a greeting in front of one of them hides none', async () => {
    for (const text of [
      'who is nell carrow and what did she say about cider?',
      'hey, who is nell carrow and what did she say about cider?',
    ]) {
      const answer = await ask(text);
      expect({ text, parts: answer.parts?.length }).toEqual({ text, parts: 2 });
      expect(ids(answer)).toContain('nell-carrow');
      expect(ids(answer)).not.toContain('cider-voice');
    }
  });

  test('have one line that asks them again', async () => {
    const answer = await ask('who organised the summit and where was it?');
    expect(partsOf(await ask(answer.line))).toEqual(partsOf(answer));
  });
});

describe('comparing', () => {
  const sides = ({ items }: Answer): Record<string, string[]> => {
    const groups: Record<string, string[]> = {};
    for (const { group, id } of items) groups[group] = [...(groups[group] ?? []), id];
    return groups;
  };

  test.each([
    'Talvik vs Onur: how do they differ on frost?',
    'what do Talvik and Onur have in common on frost?',
    'compare what Onur and Talvik said about frost',
  ])('two people, however worded: %s', async (text) => {
    const answer = await ask(text);
    expect(Object.keys(sides(answer)).sort()).toEqual(['Irma Talvik', 'Sefa Onur']);
    expect(sides(answer)).toMatchObject({ 'Sefa Onur': ['frost-cover'] });
  });

  test('two events, by their facts', async () => {
    const answer = await ask('how do the summit and the hearing differ?');
    expect(sides(answer)).toEqual({ 'Blossom summit': ['summit'], 'Pollinator hearing': ['hearing'] });
  });

  test('shows two of each side at most, and how many there are', async () => {
    const answer = await ask('what do Brandt and Carrow disagree on?');
    for (const shown of Object.values(sides(answer))) expect(shown.length).toBeLessThanOrEqual(2);
    expect(answer.lead).toContain('5');
  });

  test('two people together in a question are either of them', async () => {
    const answer = await ask('what did Talvik and Onur say about frost?');
    expect(ids(answer).sort()).toEqual(['frost-cover', 'frost-fans', 'frost-late']);
  });
});

describe('the most and the least', () => {
  test.each([
    ['which country lost the most hives?', ['hives-portugal', 'hives-turkey', 'hives-slovenia']],
    ['which country lost the fewest hives?', ['hives-slovenia', 'hives-turkey', 'hives-portugal']],
    ['what was the highest number of hives lost?', ['hives-portugal', 'hives-turkey', 'hives-slovenia']],
  ])('%s', async (text, order) => {
    expect(ids(await ask(text))).toEqual(order);
  });

  test('of another unit are not counted in', async () => {
    expect(ids(await ask('which country lost the most hives?'))).not.toContain('old-trees');
  });
});

describe('leaving out', () => {
  test.each([
    ['what was said about frost, not counting Talvik?', ['frost-cover']],
    ['frost except Talvik', ['frost-cover']],
    ['frost besides Onur', ['frost-fans', 'frost-late']],
    ['recommendations not on spraying', ['frost-fans', 'schools-lend']],
    ['recommendations except on spraying', ['frost-fans', 'schools-lend']],
    ['recommendations excluding spraying', ['frost-fans', 'schools-lend']],
    ['which hives were lost, leaving out Turkey?', ['hives-portugal', 'hives-slovenia']],
    ['what did people say about spraying but not about bees?', ['ban', 'ban-against']],
  ])('%s', async (text, wanted) => {
    expect(direct(await ask(text)).sort()).toEqual(expect.arrayContaining([...wanted].sort()));
  });

  test.each([
    ['what was said about frost, not counting Talvik?', ['frost-late', 'frost-fans']],
    [
      'what was said on bees other than by Joao Brandt?',
      ['spray', 'hives-portugal', 'hives-turkey', 'hives-slovenia'],
    ],
    ['which hives were lost, leaving out Turkey?', ['hives-turkey']],
    ['what was said about bees apart from Portugal?', ['hives-portugal']],
    ['recommendations except on spraying', ['ban']],
    ['what did people say about bees but not about spraying?', ['spray']],
    ['who spoke at the hearing besides Brandt?', ['joao-brandt', 'spray', 'ban']],
    ['what was said about frost besides the summit?', ['frost-late', 'frost-fans', 'frost-cover']],
  ])('never shows what was left out: %s', async (text, unwanted) => {
    const shown = ids(await ask(text));
    for (const id of unwanted) expect(shown).not.toContain(id);
  });
});

describe('what follows speaks of what was shown', () => {
  test('"2" and "open 2" open the second', async () => {
    const second = ids(await ask('frost'))[1];
    for (const text of ['2', 'open 2', 'the second one', 'show me number 2'])
      expect((await last('frost', text)).line).toBe(`open ${second}`);
    expect(ids(await last('frost', 'the last one'))[0]).toBe(ids(await ask('frost')).at(-1));
  });

  test('who said that, and where it stands', async () => {
    for (const text of ['who said that?', 'where is it from?']) {
      const [item] = (await last('wool buds', text)).items;
      expect(item).toMatchObject({ id: 'frost-cover', makers: ['Sefa Onur, University of Hazelford'] });
      expect(item?.evidence.map(({ at }) => at)).toContain('14');
    }
  });

  test('when and where it was', async () => {
    expect(factsOf((await last('wool buds', 'when was it?')).items[0])).toContain(
      'Date: Wednesday, 14 April 2021',
    );
    expect(factsOf((await last('wool buds', 'where was it?')).items[0])).toContain('Place: Merano');
    expect((await last('wool buds', 'at which event?')).items[0]?.id).toBe('summit');
  });

  test('what else somebody said', async () => {
    expect(ids(await last('wool buds', 'what else did she say?'))).toContain('schools-lend');
    expect(ids(await last('wool buds', 'who said that?', 'what else did she say?'))).toContain(
      'schools-lend',
    );
  });

  test('the same of somebody else, or narrowed', async () => {
    expect(ids(await last('what did Onur say about frost?', 'and Talvik?')).sort()).toEqual([
      'frost-fans',
      'frost-late',
    ]);
    expect(ids(await last('bees', 'only recommendations'))).toEqual(['schools-lend']);
  });

  test('a place that nothing was shown at is not made up', async () => {
    const answer = await last('wool buds', '9');
    expect(direct(answer)).toEqual([]);
  });

  test('without a thread it speaks of nothing', async () => {
    for (const text of ['2', 'open 2', 'what else did she say?']) expect(direct(await ask(text))).toEqual([]);
  });

  test('a canonical line alone is a thread that showed nothing', async () => {
    const { line } = await ask('when was the blossom summit?');
    expect(factsOf((await ask('where was it?', line)).items[0])).toContain('Place: Merano');
  });

  test('thanks get a word, in a thread or not', async () => {
    for (const answer of [await ask('thanks'), await ask('Many thanks!'), await last('frost', 'thank you')]) {
      expect(answer).toMatchObject({ outcome: 'help', title: says.courtesy.thanks.title });
      expect(answer.items).toEqual([]);
    }
  });
});

describe('chat language', () => {
  test.each([
    ['whats talvik say abt frost', ['frost-fans', 'frost-late']],
    ['wat did irma tlavik say abt forst', ['frost-fans', 'frost-late']],
    ['any recs 4 schools??', ['schools-lend']],
    ['WHAT DID ONUR SAY ABOUT FROST', ['frost-cover']],
    ['wht did jaoo brandt say abt bannning spraying', ['ban']],
    ['what did <@U123> say about *wool* buds', ['frost-cover']],
    ['pollinater hearng: what did carow say', ['ban-against']],
  ])('%s', async (text, wanted) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('found');
    expect(ids(answer)).toEqual(expect.arrayContaining(wanted));
  });

  test('names by their sound, without their marks, or with a part alone', async () => {
    for (const text of ['what did Joao Brandt say?', 'what did BRANDT say?', 'what did João say?'])
      expect((await ask(text)).line).toContain('by:joao-brandt');
  });
});

describe('every word is accounted for', () => {
  const everyWord = [
    ...new Set(ORCHARD.contributions.flatMap(({ text }) => wordsOf(text))),
    'zeppelin',
    'portugal',
    'talvik',
    '2021',
    'summit',
  ].filter(isContentWord);

  test('whatever words a question is made of', async () => {
    const frame = fc.constantFrom(
      (words: string) => words,
      (words: string) => `what was said about ${words}?`,
      (words: string) => `how many ${words} are there?`,
      (words: string) => `who spoke of ${words}`,
    );
    await fc.assert(
      fc.asyncProperty(
        frame,
        fc.uniqueArray(fc.constantFrom(...everyWord), { minLength: 1, maxLength: 5 }),
        async (framed, words) => {
          const { parts, reading = [] } = await ask(framed(words.join(' ')));
          const told = [...reading, ...(parts ?? []).flatMap((one) => one.reading ?? [])];
          for (const word of words) expect(told.map((one) => one.word)).toContain(word);
          for (const { use, as } of told) expect(use === 'corrected').toBe(as !== undefined);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a word that no entry bears out is never told as matched', async () => {
    for (const text of ['zeppelins over frost', 'what did Talvik say about zeppelins?', 'zeppelins']) {
      const { reading = [] } = await ask(text);
      expect(reading).toContainEqual({ word: 'zeppelins', use: 'unused' });
    }
  });
});

test('no reading costs more than its share: a hostile line is answered in bounded time', async () => {
  const pieces = [
    'who',
    'and',
    'the summit',
    'talvik',
    'or',
    'not',
    '2021',
    'most',
    'vs',
    'hives',
    '?',
    'besides',
    'one',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { minLength: 60, maxLength: 90 }), async (all) => {
      const started = process.cpuUsage();
      const { outcome } = await ask(all.join(' ').slice(0, 500));
      expect(['found', 'closest', 'nothing', 'unstated', 'unclear', 'help']).toContain(outcome);
      expect(taken(started)).toBeLessThan(2000);
    }),
    { numRuns: 40 },
  );
});

describe('who somebody is, in few words', () => {
  test.each([
    ['Irma Talvik post', 'irma-talvik'],
    ["Talvik's position please", 'irma-talvik'],
    ['what is Talvik president of', 'irma-talvik'],
    ['Sefa Onur - where does he work?', 'sefa-onur'],
    ['who heads the Orchard Council?', 'irma-talvik'],
    ['who was the guy from the Bee Institute?', 'joao-brandt'],
    ['the lady from the CMU, who was that?', 'nell-carrow'],
  ])('%s', async (text, id) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('found');
    expect(ids(answer)[0]).toBe(id);
  });

  test('whom the archive does not hold represents nobody', async () => {
    const answer = await ask('who represented the University of Hazelford at the cider round table?');
    expect(direct(answer)).toEqual([]);
  });
});

describe('who was (not) from somewhere', () => {
  test('leaves out whom it names', async () => {
    expect(direct(await ask('who at the hearing was not from the Bee Institute?')).sort()).toEqual([
      'nell-carrow',
      'sefa-onur',
    ]);
  });

  test('comes from there, and is not merely told of it', async () => {
    expect(direct(await ask('who was the speaker from Slovenia at the hearing?'))).toEqual([]);
    expect(direct(await ask('who was the speaker from Ireland at the hearing?'))).toEqual(['nell-carrow']);
  });

  test('people of a group', async () => {
    expect(direct(await ask('which unions spoke at the hearing?')).length).toBeGreaterThan(0);
  });
});

describe('events by how many came', () => {
  test.each([
    ['which event drew the most people?', ['summit', 'hearing']],
    ['which event had the fewest participants?', ['hearing', 'summit']],
    ['did more people come to the summit or to the hearing?', ['summit', 'hearing']],
  ])('%s', async (text, expected) => {
    expect(ids(await ask(text))).toEqual(expected);
  });

  test('how many turned up is a fact of the event', async () => {
    const answer = await ask('how many people turned up for the hearing?');
    expect(factsOf(answer.items[0]).join()).toContain('75');
  });
});

describe('what is counted', () => {
  test('stands below its number', async () => {
    const answer = await ask('how many events are there?');
    expect(answer.title).toContain('3 events');
    expect(ids(answer).sort()).toEqual(['cider', 'hearing', 'summit']);
  });

  test('is listed when somebody asks which', async () => {
    expect(ids(await last('how many events are there?', 'which ones?')).sort()).toEqual([
      'cider',
      'hearing',
      'summit',
    ]);
  });
});

describe('what was shown is asked of in other words', () => {
  test.each([
    [
      ['what did Brandt say about spraying?', 'who else spoke at that hearing?'],
      ['nell-carrow', 'sefa-onur'],
    ],
    [['who spoke at the cider round table?', 'which organisation is she from?'], ['nell-carrow']],
    [['how many people came to the summit?', 'and the 2023 one?'], ['hearing']],
    [['who spoke at the hearing?', 'which of them is from Ireland?'], ['nell-carrow']],
  ])('%j', async (thread, expected) => {
    expect(direct(await last(...thread)).sort()).toEqual(expected);
  });

  test('the subject of the question before is what "it" is', async () => {
    const { parts = [] } = await ask('who spoke of spraying, and what should parliament do about it?');
    expect(ids(parts[1] as Answer)).toContain('ban');
  });
});

test('an idiom with "most" asks for no extreme', async () => {
  for (const text of [
    'how can growers get the most out of wool against frost?',
    'what do most of the growers fear about a ban?',
  ])
    expect((await ask(text)).line).not.toContain('want:highest');
});

test('what is unknown of an event is still asked for', async () => {
  expect((await ask('who presented zeppelins at the hearing?')).outcome).not.toBe('found');
});

describe('the wording of the archive is not the asker’s', () => {
  test.each([
    ['which of the events do not say how many attended?', ['cider']],
    ['what hearings do not tell where they were held', ['cider']],
    ['which events state who organised them?', ['hearing']],
    ['which of the meetings fell in 2021, not later?', ['summit']],
  ])('events by what their sources state: %s', async (text, events) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('found');
    expect([...direct(answer)].sort()).toEqual([...events].sort());
  });

  test.each([
    ['the hearing was attended by how many?', '75 attended'],
    ['how many hives has Portugal lost in winter, roughly?', '4,500'],
  ])('what is asked may stand behind: %s', async (text, told) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('found');
    expect(JSON.stringify(answer)).toContain(told);
  });

  test('how a recommendation was made may stand before it, and which of the events is meant', async () => {
    expect(direct(await ask('explicit recommendations on bees'))).toEqual(['schools-lend']);
    expect(direct(await ask('last event'))).toEqual(['hearing']);
  });

  test('a name that is a word of thanks elsewhere is a name where nothing else is asked of', async () => {
    expect(await ask('who is Asante?')).toMatchObject({
      outcome: 'nothing',
      line: 'speaker name:asante want:role',
    });
    expect((await ask('who spoke on bees? asante')).outcome).toBe('found');
  });

  test('whom somebody asked to do something is among what they asked', async () => {
    const answer = await ask('what did Onur ask schools to do?');
    expect(direct(answer)).toEqual(['schools-lend']);
  });

  test('a name by its capitals must stand there, however much else does', async () => {
    for (const text of ['how many hives did Lake Zorro lose?', 'how many hives were lost near Lake Zorro?']) {
      const answer = await ask(text);
      expect(answer.outcome).toBe('closest');
      expect(answer.title).not.toMatch(/\d/);
    }
  });

  test('a question within a statement does not push out the rest of it', async () => {
    const answer = await ask('a gathering of growers about what spares the bees at dusk');
    expect(answer.reading?.map(({ word }) => word)).toEqual(expect.arrayContaining(['growers', 'dusk']));
  });

  test('an office of a place that the archive only mentions is held by nobody', async () => {
    const answer = await ask('what did the mayor of Kilkenny say about cider?');
    expect(['nothing', 'closest']).toContain(answer.outcome);
  });

  test('numbers in words and in figures are the same', async () => {
    for (const text of ['apple trees older than thirty', 'apple trees older than 30'])
      expect(ids(await ask(text))).toContain('old-trees');
  });
});

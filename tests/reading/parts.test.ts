/** What is asked in a message: which questions it holds, each whole, and what of it asks nothing. */
import { describe, expect, test } from '@jest/globals';
import { commandNames } from '../../src/commands/commands.ts';
import { PARTS_MARK, type Part, questionsOf } from '../../src/reading/parts.ts';
import { isContentWord } from '../../src/reading/scan.ts';
import { wordsOf } from '../../src/reading/tokens.ts';
import { fc } from '../support/property.ts';
import { taken } from '../support/taken.ts';

const commands = commandNames();
const partsOf = (request: string): readonly Part[] => questionsOf(request, { commands });
const texts = (request: string): string[] => partsOf(request).map(({ text }) => text);
const contentOf = (text: string): string[] => wordsOf(text).filter(isContentWord);
/** More questions than these are not answered at once. */
const MOST_PARTS = 4;

describe('greetings, reasons and thanks are left out', () => {
  test.each([
    ['who picked the plums?', 'who picked the plums?'],
    ['Good morning, who picked the plums? Thanks a lot!', 'who picked the plums?'],
    [
      'Dear all, I am preparing a poster on hedges. What did Mirela Pop say? Best regards',
      'What did Mirela Pop say?',
    ],
    ['what did Prof. Pop say about hedges, please?', 'what did Prof. Pop say about hedges?'],
    ['list the moderators, all of them pls', 'list the moderators, all of them'],
    ['Sorry, quick question: who picked the plums?', 'who picked the plums?'],
    ['Does anyone know who picked the plums?', 'who picked the plums?'],
    ['hey team! who picked the plums, thx in advance', 'who picked the plums'],
    ['Guten Tag! who picked the plums? Vielen Dank', 'who picked the plums?'],
    ["merci d'avance, who picked the plums? gracias", 'who picked the plums?'],
    ['hi hi!! busy here :) who picked the plums? salamat po', 'who picked the plums?'],
    ['um hello? is this thing on. who picked the plums? ta', 'who picked the plums?'],
    ['sry to bother you again, who picked the plums?', 'who picked the plums?'],
    ['two things: who picked the plums?', 'who picked the plums?'],
    ['deadline in an hour, my boss is screaming: who picked the plums?', 'who picked the plums?'],
    ['Quick one before my bus comes - did anyone pick plums?', 'did anyone pick plums?'],
    ['mates, who picked the plums', 'who picked the plums'],
    ['Could somebody please tell me who picked the plums? need it before noon', 'who picked the plums?'],
    ['sorry for the long message, honestly, who picked the plums?', 'who picked the plums?'],
    ['pls dont laugh, who picked the plums?', 'who picked the plums?'],
    ['Honest question from a sceptic: who picked the plums?', 'who picked the plums?'],
    ['who picked the plums, our teacher wants to know', 'who picked the plums'],
    ['who was it that picked the plums? My ladder broke.', 'who was it that picked the plums?'],
    ['evening all - who picked the plums?', 'who picked the plums?'],
    ['who picked the plums, cheers, M.', 'who picked the plums, cheers, M.'],
  ])('%s', (message, question) => {
    expect(texts(message)).toEqual([question]);
  });

  test('a message of courtesy alone is left as it is', () => {
    for (const message of ['Hello!', 'Many thanks.', 'Good evening'])
      expect(texts(message)).toEqual([message]);
  });
});

describe('several questions', () => {
  test.each([
    ['who picked the plums? who dried them?', ['who picked the plums?', 'who dried them?']],
    ['who picked the plums and when were they dried?', ['who picked the plums', 'when were they dried?']],
    ['what is the plum fund, and who runs it?', ['what is the plum fund', 'who runs it?']],
    [
      'When and where was the plum fair held?',
      ['When was the plum fair held?', 'where was the plum fair held?'],
    ],
  ])('%s', (message, questions) => {
    expect(texts(message)).toEqual(questions);
  });

  test.each([
    ['since when is there a plum fund, and in which town was the fair?', 2],
    ['1) who picked the plums 2) who dried them', 2],
    ['Is there somebody from Malta, and who?', 1],
    ['did anyone mention plums and who?', 1],
  ])('%s', (message, parts) => {
    expect(texts(message)).toHaveLength(parts);
  });

  test('a list of things is one question of each', () => {
    expect(texts('organizers please: the plum fair, the pear hearing and the cider summit.')).toEqual([
      'organizers of the plum fair',
      'organizers of the pear hearing',
      'organizers of the cider summit',
    ]);
  });

  test('of each of two things one question is asked', () => {
    expect(texts('The plum fair and the pear hearing, how many came to each of them?')).toEqual([
      'how many came at The plum fair',
      'how many came at the pear hearing',
    ]);
  });

  test('whether there is somebody, and who, asks who', () => {
    expect(texts('Was there anybody from Malta, and who?')).toEqual(['who from Malta']);
  });

  test('a subject or a verb that the second leaves out is that of the first', () => {
    expect(texts('which orchards will grow and which will shrink in Thrace?')).toEqual([
      'which orchards will grow',
      'which orchards will shrink in Thrace?',
    ]);
    expect(texts('who came from Malta and who from Cyprus?')).toEqual([
      'who came from Malta',
      'who came from Cyprus?',
    ]);
  });

  test('what speaks of the question before is told apart from what stands on its own', () => {
    const refers = (message: string): boolean[] => partsOf(message).map((part) => part.refers);
    expect(refers('who picked the plums, and when was that?')).toEqual([false, true]);
    expect(refers('who picked the plums? what did she say?')).toEqual([false, true]);
    expect(refers('who picked the plums? who sold the pears?')).toEqual([false, false]);
  });

  test.each([
    'who spoke on plums and pears?',
    'what did Pop and Ruiz say about hedges?',
    'which union and which chamber backed the plum fair?',
    'who knows how to dry plums?',
    'what do growers say, if anything?',
    'is there anything on plums or pears?',
  ])('one question stays one: %s', (message) => {
    expect(texts(message)).toHaveLength(1);
  });

  test('no more than a few are answered', () => {
    const many = Array.from({ length: 9 }, (_, n) => `who picked basket ${n + 1}?`).join(' ');
    expect(texts(many)).toEqual(texts(many).slice(0, MOST_PARTS));
    expect(texts(many)).toHaveLength(MOST_PARTS);
  });
});

describe('a question behind a story', () => {
  test('that names nothing asks about what was told', () => {
    const [only, ...others] = partsOf('Somebody from Malta warned of rising seas. Who?');
    expect(others).toEqual([]);
    expect(contentOf(only?.text ?? '')).toEqual(expect.arrayContaining(['malta', 'rising', 'seas']));
    expect(only?.text.toLowerCase()).toMatch(/^who\b/);
  });

  test('is found behind three sentences, and a second one speaks of the first', () => {
    const parts = partsOf(
      'We had a fair last week. The man with the hat told us of plum brandy. It was loud. Who was it? And what did he want?',
    );
    expect(parts).toHaveLength(2);
    expect(contentOf(parts[0]?.text ?? '')).toEqual(expect.arrayContaining(['plum', 'brandy']));
    expect(parts[1]).toMatchObject({ refers: true });
  });

  test('that names what it asks about is asked without the story', () => {
    expect(texts('I like pears. My sister does not. Who picked the plums?')).toEqual([
      'Who picked the plums?',
    ]);
  });

  test('that speaks of what was told goes on with it, and stands alone where that leads nowhere', () => {
    const [only] = partsOf('Growers past sixty struggle in Malta. What can help them to prune?');
    expect(contentOf(only?.text ?? '')).toEqual(expect.arrayContaining(['growers', 'malta', 'prune']));
    expect(only?.alone).toBe('What can help them to prune?');
  });

  test('names itself what its words stand for', () => {
    for (const text of [
      'I was late. What did Mirela Pop say of her hedges?',
      'It rained. Which growers sold their pears?',
      'My bus is late. Is there anything on plums?',
    ])
      expect(partsOf(text)).toEqual([{ text: text.replace(/^[^.]+\. /, ''), refers: false }]);
  });

  test('leaves out what the asker tells of themselves', () => {
    const [only] = partsOf(
      'We had lunch, someone claimed wasps ruin half the pears in Malta. who was taht?'.replace(
        'taht',
        'that',
      ),
    );
    expect(contentOf(only?.text ?? '')).toEqual(expect.arrayContaining(['wasps', 'ruin', 'pears', 'malta']));
    expect(contentOf(only?.text ?? '')).not.toContain('lunch');
    // All of it is a wording, too.
    expect(only?.instead?.at(-1)).toContain('lunch');
  });

  test('within a statement is the question, and a request that names nothing is none', () => {
    expect(texts('We argued about how many hives Malta has. Can you settle it?')).toEqual([
      'how many hives Malta has',
    ]);
    expect(texts('pls help, my prof wants recommendations on pruning but my laptop died')).toEqual([
      'recommendations on pruning',
    ]);
  });

  test('may have what it is about behind it', () => {
    expect(texts('Who spoke? At the plum fair, I mean.')[0]).toMatch(/plum fair/);
  });

  test('a story without a question is what is asked about', () => {
    expect(contentOf(texts('Plum brandy. The tax on it.').join(' '))).toEqual(['plum', 'brandy', 'tax']);
  });
});

describe('of a request', () => {
  test('a command is one, whatever stands in it', () => {
    for (const line of [
      '/sessions plums? and who picked them?',
      'sessions on plums and when?',
      'ask text:plums want:people',
    ])
      expect(texts(line)).toEqual([line]);
  });

  test('a question in plain words behind the command for questions is a message', () => {
    for (const command of ['/ask', 'ask'])
      expect(partsOf(`${command} hi all, who picked the plums? and who dried them? thx`)).toEqual([
        { text: 'who picked the plums?', refers: false, fresh: true },
        { text: 'who dried them?', refers: true },
      ]);
    for (const line of ['/ask plums', '/ask by:pop who picked plums', '/ask sessions on plums please'])
      expect(texts(line)).toEqual([line]);
  });

  test('canonical lines that are joined are each their own', () => {
    const lines = ['ask text:plums want:people', 'open plum-fair'];
    expect(texts(lines.join(PARTS_MARK)).map((line) => line.trim())).toEqual(lines);
  });

  test('what goes on with the thread keeps the word that says so', () => {
    expect(texts('and Ruiz?')).toEqual(['and Ruiz?']);
    expect(texts('what about pears?')).toEqual(['what about pears?']);
  });

  test('chat language is written out, in English alone', () => {
    expect(texts('whats the plum fund n who runs it?')).toEqual(['what is the plum fund', 'who runs it?']);
    expect(texts('¿Qué dijo Ruiz y cuándo fue la feria?').join(' ')).not.toMatch(/\bwhy\b/);
  });

  test('one that is too long to be read is left alone', () => {
    const long = 'who picked the plums? '.repeat(60);
    expect(texts(long)).toEqual([long]);
  });
});

describe('whatever is typed', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'please',
      'and who',
      'thanks',
      'it',
      '?',
      '. ',
      ', ',
      'hi',
      'what',
      'when and where',
      '&&',
      '\n',
    ),
    { maxLength: 60 },
  );

  test('something is asked, in few parts, none of them empty', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 500 }),
          pieces.map((all) => all.join(' ')),
        ),
        (text) => {
          const parts = partsOf(text);
          expect(parts.length).toBeGreaterThanOrEqual(1);
          expect(parts.length).toBeLessThanOrEqual(MOST_PARTS);
          if (text.trim() !== '') for (const part of parts) expect(part.text.trim()).not.toBe('');
        },
      ),
      { numRuns: 600 },
    );
  });

  test('the first part never speaks of one before it', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        expect(partsOf(all.join(' '))[0]?.refers).toBe(false);
      }),
    );
  });

  test.each([
    'and who ',
    'who, ',
    'when and where was ',
    'thanks please ',
    'hi ',
    'in a and and ',
    'last night at and and ',
    'i heard me that ',
    'a couple of couple of ',
    'for my my boss wants ',
    'could you please please tell me ',
    'the fair, and the fair, ',
    'sorry for, ',
    ': - : - ',
  ])('a long run of "%s" takes little time', (piece) => {
    const started = process.cpuUsage();
    partsOf(piece.repeat(500).slice(0, 500));
    expect(taken(started)).toBeLessThan(500);
  });
});

/** Chat language written out, and what of a line is no chat language. */
import { describe, expect, test } from '@jest/globals';
import { SHORT_FORMS } from '../../src/lexicon/en/chat.ts';
import { clean } from '../../src/reading/clean.ts';
import { writtenOut } from '../../src/reading/prepare.ts';
import { fc } from '../support/property.ts';

describe('shortened words are written out', () => {
  test.each([
    ['whats the plum fund', 'what is the plum fund'],
    ['who’s there', 'who is there'],
    ['where’d they meet', 'where did they meet'],
    ['they’re late', 'they are late'],
    ['didnt anybody ask', 'did not anybody ask'],
    ['isn’t it', 'is not it'],
    ['sth abt plums', 'something about plums'],
    ['plums w/ or w/o stones b/c of the birds', 'plums with or without stones because of the birds'],
    ['thx', 'thanks'],
    ['govt recs', 'government recommendations'],
    ['what’s this plum fund thing?', 'what is plum fund?'],
    ['whats this Plum Fund', 'what is Plum Fund'],
    ['whats this bot', 'what is this bot'],
  ])('%s', (typed, meant) => {
    expect(writtenOut(clean(typed))).toBe(meant);
  });

  test('the first word of a sentence may be a capital one', () => {
    expect(writtenOut('Whats new? Whos there')).toBe('what is new? who is there');
  });
});

describe('what is no chat language stays', () => {
  test.each([
    // Whose something is.
    ["the grower's pears"],
    ["Pop's proposal"],
    // Abbreviations of somebody's own.
    ['the REC and the ORG'],
    ['what did WHO say'],
    ['the IT sector'],
    // Quoted words, addresses, filters, mentions.
    ['"thx abt plums"'],
    ['by:org re:plums'],
    ['u@plums.example'],
    ['#abt'],
    // Words that only hold a short form.
    ['there abtains recset'],
  ])('%s', (text) => {
    expect(writtenOut(text)).toBe(text);
  });
});

test('what was written out has nothing left to be written out', () => {
  const words = fc.constantFrom(
    ...Object.keys(SHORT_FORMS),
    'plums',
    "it's",
    "who'd",
    'REC',
    '"thx"',
    'by:org',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (line) => {
      const once = writtenOut(line.join(' '));
      expect(writtenOut(once)).toBe(once);
    }),
  );
});

test('every short form becomes other words, small ones', () => {
  for (const [short, meant] of Object.entries(SHORT_FORMS)) {
    expect({ short, meant: writtenOut(`so ${short} plums`) }).toEqual({ short, meant: `so ${meant} plums` });
    expect(meant).toBe(meant.toLowerCase());
    expect(meant).not.toBe(short);
  }
});

describe('markup within a line', () => {
  test.each([
    ['what did <@U0123> say about <b>plums</b>?', 'plums'],
    ['plums <https://plums.example/fair|the plum fair>', 'the plum fair'],
    ['is 3 < 5 plums', 'plums'],
    ['<plums and pears>', 'plums and pears'],
  ])('%s keeps its words', (typed, words) => {
    expect(clean(typed)).toContain(words);
    expect(clean(typed)).not.toMatch(/[<>]/);
  });

  test.each(['<@U0123>', '<!channel>', '<#C0123|plums>', '<:plum:123456>', '<https://plums.example>'])(
    '%s is nobody’s words',
    (typed) => {
      expect(clean(`who ${typed} spoke`).replace(/ +/g, ' ')).toBe('who spoke');
    },
  );
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { askedIn } from '../../src/reading/message.ts';

describe('what is asked in a message', () => {
  test.each([
    ['who spoke?', 'who spoke?'],
    ['Good morning, who spoke? Thanks a lot!', 'who spoke?'],
    ['Dear bot, I write a briefing on ports. What did Ada Lund say? Many thanks.', 'What did Ada Lund say?'],
    ['what did Prof. Lund say about ports, please?', 'what did Prof. Lund say about ports?'],
    ['list the moderators, all of them pls', 'list the moderators'],
  ])('leaves out greetings, reasons and thanks: %s', (message, asked) => {
    expect(askedIn(message)).toBe(asked);
  });

  test.each([
    ['Somebody warned of rising seas. Who?', 'Who warned of rising seas'],
    ['We plan a course on charts. What was suggested?', 'What was suggested We plan a course on charts'],
  ])('reads a question that names nothing with what was said before: %s', (message, asked) => {
    expect(askedIn(message)).toBe(asked);
  });

  test.each([
    ['what is the harbour fund and who runs it?', 'what is the harbour fund'],
    ['how many boats were built and when?', 'how many boats were built'],
    ['which event was in Oslo, and on what date did it take place?', 'which event was in Oslo'],
    // Another matter is no second question about the first.
    ['who spoke and who moderated in Oslo?', 'who spoke and who moderated in Oslo?'],
    ['what and when was it?', 'what and when was it?'],
  ])('reads the first of two questions about one matter: %s', (message, asked) => {
    expect(askedIn(message)).toBe(asked);
  });

  test('a message of courtesy alone is left as it is', () => {
    expect(askedIn('Hello!')).toBe('Hello!');
    expect(askedIn('Many thanks.')).toBe('Many thanks.');
  });

  test('never makes nothing of something, and takes no time over it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: 'grapheme' }), (text) => {
        expect(askedIn(text).length > 0).toBe(text.length > 0);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('please', 'and who', 'thanks', 'it', '?', '. ', ', ', 'hi')),
        (parts) => {
          const text = parts.join(' ').slice(0, 500);
          expect(askedIn(text).length > 0).toBe(text.length > 0);
        },
      ),
    );
  });
});

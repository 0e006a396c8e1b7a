/** The line that a message's menu entry searches with. */
import { expect, test } from '@jest/globals';
import { lineOfMessage } from '../../src/answer/message-line.ts';
import { anyText } from '../support/answers.ts';
import { fc } from '../support/property.ts';

test.each([
  ['what about decent work?', '/related what about decent work?'],
  ['  two\n\nlines ', '/related two lines'],
  ['see https://a.example/x?y=1 on skills', '/related see on skills'],
  ['https://a.example/', ''],
  [' \n ', ''],
])('%j becomes %j', (message, line) => expect(lineOfMessage(message)).toBe(line));

test('a long message is searched with by its beginning, up to the end of a word', () => {
  const line = lineOfMessage('migration '.repeat(200));
  expect(line).toMatch(/^\/related (migration )+migration$/);
  expect(line.length).toBeLessThanOrEqual(500);
  expect(line.length).toBeGreaterThan(450);
});

test('any message gives a line that can be read, or none', () => {
  fc.assert(
    fc.property(anyText(3000), (message) => {
      const line = lineOfMessage(message);
      expect(line.length).toBeLessThanOrEqual(500);
      expect(line === '' || /^\/related \S/.test(line)).toBe(true);
    }),
  );
});

/** "Who is this about?": whom a message names, else who spoke on its subjects. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { whoLineOfMessage } from '../../src/answer/message-line.ts';
import { openHost, type TestHost } from '../support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});

const whom = (message: string) => host.ask({ text: whoLineOfMessage(message) });

describe('whom a message is about', () => {
  test.each([
    ['As Natalia Popova said at the webinar, skills matter.', 'speaker by:natalia-popova'],
    ['Did anybody keep Popova’s slides?', 'speaker by:natalia-popova'],
    ['“Popova” (ILO) again', 'speaker by:natalia-popova'],
    ['Thanks, Ms Popova!', 'speaker by:natalia-popova'],
    ['Popova answered Harukawa, and Popova was right', 'speaker by:natalia-popova|by:toru-harukawa'],
  ])('%s', async (message, line) => {
    expect((await whom(message)).line).toBe(line);
  });

  test('several people are named by the title, to be chosen from', async () => {
    const { title, items, choices } = await whom('Popova answered Harukawa');
    expect(title).toBe('Natalia Popova and Toru Harukawa');
    expect(items).toHaveLength(2);
    expect(choices.map(({ line }) => line)).toContain('speaker by:natalia-popova');
  });

  test('of nobody, who spoke on its subjects', async () => {
    const { line, items } = await whom('what do we know of labour migration?');
    expect(line).toBe((await host.ask({ text: line })).line);
    expect(line).toMatch(/^ask topic:labour-migration .*want:people$/);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ kind }) => kind === 'person' || kind === 'organization')).toBe(true);
  });

  test.each(['Angela Popova wrote this', 'We will march in May, will we?', 'Hope is not a plan'])(
    '%s: nobody is taken for somebody who is called alike',
    async (message) => {
      expect((await whom(message)).line).not.toMatch(/^speaker by:/);
    },
  );

  test('nothing is asked with a message without words', () => {
    expect(whoLineOfMessage(' https://a.example/ ')).toBe('');
  });
});

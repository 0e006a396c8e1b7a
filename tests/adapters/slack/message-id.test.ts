/** Ids of messages: the same for the same name, and well formed. */
import { expect, test } from '@jest/globals';
import { messageId } from '../../../adapters/slack/message-id.ts';

test('the same name has the same id, another name another', () => {
  expect(messageId('event:Ev1')).toBe(messageId('event:Ev1'));
  expect(messageId('event:Ev1')).not.toBe(messageId('event:Ev2'));
});

test.each(['', 'event:Ev1', 'x'.repeat(10_000), '😀'])('%j gives a UUID of version 5', (name) => {
  expect(messageId(name)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

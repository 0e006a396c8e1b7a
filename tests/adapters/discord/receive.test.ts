import { describe, expect, test } from '@jest/globals';
import { linesDisplay } from '../../../adapters/discord/lines.ts';
import type { Interaction, Message } from '../../../adapters/discord/payloads.ts';
import {
  isDirect,
  receiveCommand,
  receiveMessage,
  receiveTyping,
  threadOf,
} from '../../../adapters/discord/receive.ts';
import { MENTION } from '../../../src/answer/mentions.ts';
import { ASKER, interactionCreate, MACHINE, messageCreate, type Place } from './counterpart-payloads.ts';

const BOT = { id: '600000000000000001', username: 'Rapporteur', bot: true };
const SELF = { userId: BOT.id, roles: new Set(['700000000000000099']) };
const CHANNEL: Place = { guildId: '700000000000000001', channelId: '71', type: 0 };
const DIRECT: Place = { channelId: '91', type: 1 };

const message = (over: Partial<Parameters<typeof messageCreate>[0]> = {}): Message =>
  messageCreate({
    id: '5',
    place: CHANNEL,
    author: ASKER,
    content: `<@${BOT.id}> sessions sdg8`,
    mentions: [BOT],
    ...over,
  }) as Message;

describe('a message', () => {
  test('that mentions the bot is a line without the mention', () => {
    expect(receiveMessage(message(), SELF)).toEqual({
      kind: 'line',
      text: 'sessions sdg8',
      thread: `71:${ASKER.id}`,
      delivery: 'message:5',
      message: 'message:5',
      old: false,
      surface: 'mention',
    });
  });

  test.each([
    [`<@!${BOT.id}> /speaker Popova`, '/speaker Popova'],
    [`who spoke on <@${BOT.id}> migration?`, 'who spoke on migration?'],
    [`<@${BOT.id}>`, ''],
    [
      `<@${BOT.id}> what did <@${ASKER.id}> say in <#12> <:wave:34> </sessions:56>`,
      `what did ${MENTION} say in /sessions`,
    ],
  ])('%s', (content, text) => {
    expect(receiveMessage(message({ content, mentions: [BOT, ASKER] }), SELF)).toMatchObject({ text });
  });

  test('in private needs no mention', () => {
    const direct = message({ place: DIRECT, content: 'speaker Popova', mentions: [] });
    expect(receiveMessage(direct, SELF)).toMatchObject({ text: 'speaker Popova', surface: 'direct' });
  });

  test('in private where the server is told to be none', () => {
    const direct = { ...message({ place: DIRECT, content: 'speaker Popova', mentions: [] }), guild_id: null };
    expect(receiveMessage(direct, SELF)).toMatchObject({ text: 'speaker Popova', surface: 'direct' });
  });

  test('that is nobody’s to answer is ignored', () => {
    const ignored = [
      message({ author: MACHINE }),
      message({ author: { ...BOT, bot: false } }),
      message({ webhookId: '77' }),
      message({ mentions: [], content: '' }),
      message({ type: 7 }),
      { id: '1', channel_id: '2' },
    ];
    for (const one of ignored) expect(receiveMessage(one, SELF)).toEqual({ kind: 'ignored' });
  });

  test('that mentions the role made for the bot gets the reason why it cannot be read', () => {
    const received = receiveMessage(
      message({ mentions: [], mentionRoles: ['700000000000000099'], content: '' }),
      SELF,
    );
    expect(received).toMatchObject({
      kind: 'reason',
      reason: 'roleMention',
    });
    expect(receiveMessage(message({ mentions: [], mentionRoles: ['1'], content: '' }), SELF).kind).toBe(
      'ignored',
    );
  });

  test('in reply to an answer continues that answer', () => {
    const lines = linesDisplay(['recommendations topic:skills'], 'Line');
    const replyTo = {
      id: '4',
      channel_id: '71',
      author: BOT,
      components: [{ type: 17, components: [lines] }],
    };
    expect(receiveMessage(message({ replyTo }), SELF)).toMatchObject({
      previous: 'recommendations topic:skills',
    });
    const others = { ...replyTo, author: ASKER };
    expect(receiveMessage(message({ replyTo: others }), SELF)).not.toHaveProperty('previous');
  });
});

test('a conversation is one person’s in a channel and everybody’s in a thread', () => {
  expect(threadOf('71', '8', 0)).toBe('71:8');
  // It may be a thread.
  expect(threadOf('71', '8', undefined)).toBe('71');
  expect(threadOf('71', '8', 11)).toBe('71');
});

describe('a command', () => {
  const command = (data: object): Interaction =>
    interactionCreate(BOT.id, 2, data, { place: CHANNEL }) as unknown as Interaction;

  test('is its name and argument', () => {
    const options = [
      { name: 'query', type: 3, value: 'sdg8' },
      { name: 'private', type: 5, value: true },
    ];
    expect(receiveCommand(command({ name: 'sessions', type: 1, options }))).toEqual({
      text: '/sessions sdg8',
      private: true,
    });
    expect(receiveCommand(command({ name: 'help', type: 1 }))).toEqual({ text: '/help', private: undefined });
  });

  test('of a message’s menu searches with its text, without links and mentions, up to the end of a word', () => {
    const content = `<@9> see https://example.org/x **labour** ${'migration '.repeat(100)}`;
    const data = {
      name: 'Find related sessions',
      type: 3,
      target_id: '4',
      resolved: { messages: { '4': message({ content }) } },
    };
    const received = receiveCommand(command(data));
    expect(received).toMatchObject({
      text: expect.stringMatching(/^\/related see \*\*labour\*\* migration .*migration$/),
      private: true,
    });
    expect('text' in received && received.text.length).toBeLessThanOrEqual(500);
  });

  test('of a message without text, or of a kind there is not, gets a reason', () => {
    const data = {
      name: 'Find related sessions',
      type: 3,
      target_id: '4',
      resolved: { messages: { '4': message({ content: '<:wave:34>' }) } },
    };
    expect(receiveCommand(command(data))).toEqual({ reason: 'noText' });
    expect(receiveCommand(command({ name: 'x', type: 2 }))).toEqual({
      reason: 'unknownCommand',
    });
    expect(receiveCommand(command({}))).toEqual({ reason: 'unknownCommand' });
  });

  test('being typed tells its argument so far', () => {
    const options = [
      { name: 'private', type: 5, value: true },
      { name: 'query', type: 3, value: 'pop', focused: true },
    ];
    expect(receiveTyping(command({ name: 'speaker', type: 1, options }))).toEqual({
      command: 'speaker',
      text: 'pop',
    });
    expect(receiveTyping(command({}))).toEqual({ command: '', text: '' });
  });
});

test('a place is direct where only the bot and the asker are', () => {
  const at = (over: Partial<Interaction>): Interaction => ({
    id: '1',
    application_id: '2',
    type: 2,
    token: 't',
    ...over,
  });
  expect(isDirect(at({ context: 1 }))).toBe(true);
  expect(isDirect(at({ context: 2 }))).toBe(false);
  expect(isDirect(at({ guild_id: '7', context: 0 }))).toBe(false);
  expect(isDirect(at({ guild_id: '7' }))).toBe(false);
  expect(isDirect(at({}))).toBe(true);
  expect(isDirect(at({ guild_id: null }))).toBe(true);
});

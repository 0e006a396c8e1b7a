/** The words that Discord's messages carry, wherever they stand. */
import { describe, expect, test } from '@jest/globals';
import type { Interaction, Message } from '../../../adapters/discord/payloads.ts';
import { receiveCommand, receiveMessage } from '../../../adapters/discord/receive.ts';
import { carriedWords, typedWords, wordsOfMessage } from '../../../adapters/discord/words.ts';
import { MENTION } from '../../../src/answer/mentions.ts';
import { ASKER, interactionCreate, MACHINE, messageCreate, OTHER, user } from './counterpart-payloads.ts';

const BOT = { id: '600000000000000001', username: 'Rapporteur', bot: true };
const SELF = { userId: BOT.id, roles: new Set<string>() };
const POPOVA = { id: '21', username: 'npopova', global_name: 'Natalia Popova' };
const PEOPLE = [BOT, POPOVA, { id: '22', username: 'bob' }, { id: '23', username: 'music', bot: true }];

describe('what was typed', () => {
  test.each<[string, string, readonly string[]]>([
    [`<@${BOT.id}> sessions sdg8`, 'sessions sdg8', []],
    [`<@23> <@${BOT.id}> sessions sdg8`, 'sessions sdg8', []],
    [`<@22> <@!${BOT.id}> sessions sdg8`, 'sessions sdg8', []],
    [`<@${BOT.id}> sessions sdg8 <@&77> <#78> <@23>`, 'sessions sdg8', []],
    [`<@${BOT.id}> what did <@21> say`, `what did ${MENTION} say`, ['Natalia Popova']],
    [`<@${BOT.id}> sdg8 cc <@22>`, `sdg8 cc ${MENTION}`, ['bob']],
    [`<@${BOT.id}> what did <@99> say`, `what did ${MENTION} say`, ['']],
    ['<:wave:1> <a:dance:2> <t:1618953630:R> <id:browse> hello </sessions:5>', 'hello /sessions', []],
    ['share <40% in Japan, men >50%', 'share <40% in Japan, men >50%', []],
    ['/speaker <Popova>', '/speaker <Popova>', []],
    ['women <at least 40%>', 'women < at least 40%>', []],
  ])('%j', (content, text, names) => {
    expect(typedWords(content, PEOPLE, BOT.id)).toEqual({ text, names });
  });
});

const message = (over: object = {}): Message =>
  ({
    ...messageCreate({ id: '5', place: { channelId: '91', type: 1 }, author: ASKER, content: '' }),
    ...over,
  }) as Message;

const forwarded = (inner: object) => ({
  type: 0,
  message_reference: { type: 1, message_id: '1', channel_id: '2' },
  message_snapshots: [{ message: { content: '', embeds: [], attachments: [], ...inner } }],
});

describe('all words of a message', () => {
  test.each<[string, object, string]>([
    ['its text without mentions', { content: 'on <@21> labour migration <#3>' }, 'on labour migration'],
    [
      'embeds',
      {
        embeds: [
          {
            title: 'Decent work',
            description: 'for <@21> youth',
            fields: [{ name: 'Goal', value: 'SDG 8' }],
            url: 'https://a.example',
          },
        ],
      },
      'Decent work for youth Goal SDG 8',
    ],
    [
      'components, but nothing that can be pressed',
      {
        flags: 1 << 15,
        components: [
          {
            type: 17,
            components: [
              { type: 10, content: '## Ageing' },
              {
                type: 9,
                components: [{ type: 10, content: 'care work' }],
                accessory: { type: 2, label: 'Open' },
              },
            ],
          },
          {
            type: 12,
            items: [{ media: { url: 'https://a.example/1.png' }, description: 'a chart of migration' }],
          },
          {
            type: 1,
            components: [
              { type: 2, label: 'Approve' },
              { type: 3, placeholder: 'Choose', options: [{ label: 'x' }] },
            ],
          },
        ],
      },
      '## Ageing care work a chart of migration',
    ],
    [
      'a poll',
      {
        poll: {
          question: { text: 'Which topic?' },
          answers: [
            { answer_id: 1, poll_media: { text: 'digital skills' } },
            { answer_id: 2, poll_media: { text: 'seafarers' } },
          ],
        },
      },
      'Which topic? digital skills seafarers',
    ],
    [
      'a forwarded message',
      forwarded({ content: 'brain circulation', embeds: [{ title: 'Report' }] }),
      'brain circulation Report',
    ],
    [
      'titles of files',
      { attachments: [{ id: '1', filename: 'Labour_migration.pdf', content_type: 'application/pdf' }] },
      'Labour migration',
    ],
    [
      'what is said of a picture, not what a camera called it',
      {
        attachments: [
          { id: '1', filename: 'IMG_1.png', content_type: 'image/png', description: 'jobs of the future' },
        ],
      },
      'jobs of the future',
    ],
    ['nothing', {}, ''],
  ])('%s', (_name, over, expected) => {
    expect(wordsOfMessage(message(over))).toBe(expected);
    const data = {
      name: 'Find related sessions',
      type: 3,
      target_id: '5',
      resolved: { messages: { '5': message(over) } },
    };
    const place = { guildId: '7', channelId: '71', type: 0 };
    expect(receiveCommand(interactionCreate(BOT.id, 2, data, { place }) as unknown as Interaction)).toEqual(
      expected === '' ? { reason: 'noText' } : { text: `/related ${expected}`, private: true },
    );
  });

  test('payloads of any shape hold none', () => {
    const odd = {
      content: 7,
      embeds: 'x',
      components: [null, [[[]]]],
      poll: 3,
      message_snapshots: [null, {}],
      attachments: [1],
    };
    expect(wordsOfMessage(odd as unknown as Message)).toBe('');
    let nested: unknown = { type: 10, content: 'deep' };
    for (let depth = 0; depth < 10_000; depth += 1) nested = { type: 17, components: [nested] };
    expect(carriedWords(message({ components: [nested] }))).toBe('');
  });
});

describe('a message to the bot without words', () => {
  const received = (over: object) => receiveMessage(message(over), SELF);

  test.each([
    [
      'forwards another',
      forwarded({ content: 'thoughts on labour migration?' }),
      'thoughts on labour migration?',
    ],
    ['is a poll', { poll: { question: { text: 'seafarers?' }, answers: [] } }, 'seafarers?'],
    [
      'replies to somebody',
      {
        type: 19,
        referenced_message: { ...message({ content: 'seafarers' }), id: '4', author: user(OTHER) },
      },
      'seafarers',
    ],
    [
      'replies to another bot’s card',
      {
        type: 19,
        referenced_message: { ...message({ embeds: [{ title: 'Skills' }] }), id: '4', author: user(MACHINE) },
      },
      'Skills',
    ],
  ])('%s: it asks about that', (_name, over, about) => {
    expect(received(over)).toMatchObject({ kind: 'line', text: `/related ${about}` });
    expect(received({ ...over, content: 'sessions sdg8' })).toMatchObject({ text: 'sessions sdg8' });
    const mention = { guild_id: '7', content: `<@${BOT.id}>`, mentions: [user(BOT)] };
    expect(received({ ...over, ...mention })).toMatchObject({
      text: `/related ${about}`,
      surface: 'mention',
    });
  });

  test.each([
    ['files', { attachments: [{ id: '1', filename: 'a.pdf', content_type: 'application/pdf' }] }],
    ['a sticker', { sticker_items: [{ id: '1', name: 'Wave', format_type: 1 }] }],
    [
      'a forwarded picture',
      forwarded({ attachments: [{ id: '1', filename: 'a.png', content_type: 'image/png' }] }),
    ],
  ])('of %s alone gets a reason that fits', (_name, over) => {
    expect(received(over)).toMatchObject({ kind: 'reason', reason: 'textOnly' });
  });

  test('at all asks for help', () => {
    expect(received({})).toMatchObject({ kind: 'line', text: '' });
  });
});

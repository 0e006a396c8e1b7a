/** The words that Slack's messages carry, wherever they stand. */
import { describe, expect, test } from '@jest/globals';
import { askedMessage, commandLine } from '../../../adapters/slack/receive.ts';
import { shortcutText } from '../../../adapters/slack/receive-press.ts';
import { carriedWords, plainWords, typedWords, wordsOfMessage } from '../../../adapters/slack/words.ts';
import { MENTION } from '../../../src/answer/mentions.ts';
import { writtenDirect, writtenMention } from './workspace.ts';

describe('what was typed', () => {
  test.each<[string, string, readonly string[]]>([
    ['<@U0BOT> sessions sdg8', 'sessions sdg8', []],
    ['<@U0OTHER> <@U0BOT> sessions sdg8', 'sessions sdg8', []],
    ['<@U0BOT> sessions sdg8 cc <@U1|Bob Smith>', `sessions sdg8 cc ${MENTION}`, ['Bob Smith']],
    ['<@U0BOT> what did <@W1|@Natalia Popova> say', `what did ${MENTION} say`, ['Natalia Popova']],
    ['<@U0BOT> what did <@U1> say', `what did ${MENTION} say`, ['']],
    ['<!here> <!subteam^S1|@team> hello <#C1|general> <#C2>', 'hello', []],
    ['about <https://a.example/x|this page>', 'about this page', []],
    ['about <https://a.example/x>', 'about https://a.example/x', []],
    ['to <mailto:a@b.example|a@b.example>', 'to a@b.example', []],
    ['on <!date^1392734382^{date}|18 February 2014>', 'on 18 February 2014', []],
    ['R&amp;D &lt;3', 'R&D <3', []],
    ['two\nlines', 'two lines', []],
    ['&lt;!channel&gt;', '< !channel>', []],
    ['men &lt;at most 40%&gt; or &lt;Popova&gt;', 'men < at most 40%> or <Popova>', []],
    // A command's text comes without escapes.
    ['share <40% in Japan, men >50%', 'share <40% in Japan, men >50%', []],
    ['<Popova>', '<Popova>', []],
  ])('%j', (message, text, names) => {
    expect(typedWords(message, 'U0BOT')).toEqual({ text, names });
  });

  test('without mentions where nobody can be asked about', () => {
    expect(plainWords('as <@U1|Ann> said in <#C1|general>: R&amp;D')).toBe('as said in : R&D');
  });

  test('in a command a person’s name goes along', () => {
    const body = { command: '/rapporteur', text: 'what did <@U1|Natalia Popova> say', response_url: 'u' };
    expect(commandLine(body, '')).toEqual({
      line: `what did ${MENTION} say`,
      names: ['Natalia Popova'],
      responseUrl: 'u',
    });
  });
});

const rich = (...elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const CANNOT = "This content can't be displayed.";

describe('all words of a message', () => {
  test.each<[string, object, string]>([
    ['its text', { text: 'labour migration' }, 'labour migration'],
    [
      'text and blocks that say the same, once',
      {
        text: 'on <@U1> labour migration',
        blocks: [
          rich(
            { type: 'text', text: 'on ' },
            { type: 'user', user_id: 'U1' },
            { type: 'text', text: ' labour migration' },
          ),
        ],
      },
      'on labour migration',
    ],
    [
      'looks within a sentence',
      {
        blocks: [
          rich({ type: 'text', text: 'lab', style: { bold: true } }, { type: 'text', text: 'our <40%' }),
        ],
      },
      'labour <40%',
    ],
    [
      'an app’s blocks behind its summary',
      {
        text: 'New report',
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Decent work' } },
          section('*Ageing* &amp; <https://a.example|skills>'),
        ],
      },
      'New report Decent work *Ageing* & skills',
    ],
    [
      'blocks in the place of what cannot be shown',
      { text: CANNOT, blocks: [section('decent work')] },
      'decent work',
    ],
    ['nothing, where nothing else is there', { text: CANNOT }, ''],
    [
      'nothing of what can be pressed',
      {
        blocks: [
          { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Approve' } }] },
        ],
      },
      '',
    ],
    [
      'cards in a carousel',
      {
        blocks: [
          {
            type: 'carousel',
            elements: [
              {
                type: 'card',
                title: { type: 'mrkdwn', text: 'Ageing' },
                body: { type: 'mrkdwn', text: 'care work' },
                actions: [{ type: 'button', text: { type: 'plain_text', text: 'Open' } }],
              },
            ],
          },
        ],
      },
      'Ageing care work',
    ],
    [
      'tables',
      {
        blocks: [
          {
            type: 'table',
            rows: [[{ type: 'raw_text', text: 'Topic' }, rich({ type: 'text', text: 'seafarers' })]],
          },
        ],
      },
      'Topic seafarers',
    ],
    [
      'containers and plans',
      {
        blocks: [
          {
            type: 'container',
            title: { type: 'plain_text', text: 'Jobs' },
            child_blocks: [{ type: 'plan', title: 'Plan', tasks: [{ type: 'task_card', title: 'skills' }] }],
          },
        ],
      },
      'Jobs Plan skills',
    ],
    [
      'pictures by what they show',
      { blocks: [{ type: 'image', alt_text: 'a chart of migration', image_url: 'https://a.example/1.png' }] },
      'a chart of migration',
    ],
    [
      'old attachments',
      {
        attachments: [
          {
            pretext: 'See',
            title: 'Digital skills',
            text: 'for <@U1|Ann> youth',
            fields: [{ title: 'Goal', value: 'SDG 4' }],
            fallback: 'not this',
          },
        ],
      },
      'See Digital skills for youth Goal SDG 4',
    ],
    [
      'an attachment that has a fallback alone',
      { attachments: [{ fallback: 'Ageing societies' }] },
      'Ageing societies',
    ],
    ['but not one without a preview', { attachments: [{ fallback: '[no preview available]' }] }, ''],
    [
      'a forwarded message',
      {
        text: 'see',
        attachments: [
          {
            is_share: true,
            text: CANNOT,
            fallback: CANNOT,
            message_blocks: [
              {
                team: 'T1',
                channel: 'C1',
                ts: '1.1',
                message: { blocks: [rich({ type: 'text', text: 'brain circulation' })] },
              },
            ],
          },
        ],
      },
      'see brain circulation',
    ],
    [
      'titles of files',
      {
        text: '',
        files: [
          {
            name: 'Labour_migration-2022.pdf',
            title: 'Labour_migration-2022.pdf',
            mimetype: 'application/pdf',
          },
        ],
      },
      'Labour migration 2022',
    ],
    [
      'but not of a camera',
      { files: [{ name: 'IMG_0001.jpg', title: 'IMG_0001.jpg', mimetype: 'image/jpeg' }] },
      '',
    ],
    [
      'a title that somebody gave a picture',
      { files: [{ name: 'IMG_1.jpg', title: 'Youth employment', mimetype: 'image/jpeg' }] },
      'Youth employment',
    ],
  ])('%s', (_name, message, expected) => {
    expect(wordsOfMessage(message)).toBe(expected);
    expect(shortcutText({ message })).toBe(expected);
  });

  test.each([undefined, null, 7, { blocks: 'x', attachments: 7, files: [null] }, { blocks: [[[[]]]] }])(
    'payloads of any shape (%#) hold none',
    (message) => expect(wordsOfMessage(message)).toBe(''),
  );

  test('what is nested without end is not followed', () => {
    let nested: unknown = section('deep');
    for (let depth = 0; depth < 10_000; depth += 1) nested = { type: 'container', child_blocks: [nested] };
    expect(carriedWords({ blocks: [nested] })).toBe('');
  });
});

describe('a message to the bot', () => {
  const direct = (over: object) => askedMessage(writtenDirect('', { over: over as never }), 'U0BOT');

  test('that only forwards another asks about that one', () => {
    const forwarded = { attachments: [{ is_share: true, text: 'thoughts on labour migration?' }] };
    expect(direct(forwarded)?.line).toBe('/related thoughts on labour migration?');
    expect(askedMessage(writtenMention('', { over: forwarded }), 'U0BOT')?.line).toBe(
      '/related thoughts on labour migration?',
    );
    // With words of its own it asks just that: a link's preview is no question.
    expect(askedMessage(writtenMention('sessions sdg8', { over: forwarded }), 'U0BOT')?.line).toBe(
      'sessions sdg8',
    );
  });

  test('of files alone has no words, and of nothing asks for help', () => {
    expect(
      direct({ subtype: 'file_share', files: [{ name: 'a.pdf', mimetype: 'application/pdf' }] }),
    ).toMatchObject({
      wordless: true,
    });
    expect(direct({})).toMatchObject({ line: 'help' });
    expect(direct({})).not.toHaveProperty('wordless');
  });

  test('by /me is read', () => {
    expect(direct({ subtype: 'me_message', text: 'sessions sdg8' })?.line).toBe('sessions sdg8');
  });

  test('in a direct conversation that is not called one', () => {
    expect(direct({ channel_type: undefined, text: 'sessions' })).toMatchObject({ surface: 'direct' });
    expect(direct({ channel_type: undefined, text: 'sessions', channel: 'C0TALK' })).toBeUndefined();
  });

  test('knows the bot by what the event says of it', () => {
    expect(askedMessage(writtenMention('sessions'), undefined)).toMatchObject({ line: 'sessions' });
    expect(askedMessage(writtenMention('sessions'), undefined)).not.toHaveProperty('names');
  });
});

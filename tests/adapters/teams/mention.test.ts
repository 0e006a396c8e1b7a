/** The line in a message, however it addresses the bot, whatever it quotes, and however its characters are written. */
import { describe, expect, test } from '@jest/globals';
import { readActivity } from '../../../adapters/teams/activity.ts';
import { receive } from '../../../adapters/teams/receive.ts';
import type { Received } from '../../../adapters/teams/received.ts';
import { MENTION } from '../../../src/answer/mentions.ts';
import {
  BOT,
  channelMessage,
  groupMessage,
  type Json,
  PERSON,
  personalMessage,
  privateMessage,
  quotation,
  quotingMessage,
} from './activities.ts';
import { APP_ID } from './issuer.ts';

function received(json: unknown): Received {
  const content = readActivity(json);
  if ('problem' in content) {
    throw new Error(content.problem);
  }
  return receive(content.activity, { appId: APP_ID });
}

/** The line that was understood, or what else it was. */
function lineOf(json: Json): string {
  const what = received(json);
  return what.kind === 'ask' ? what.text : what.kind;
}

/** A message of a channel as Teams writes it, the mention included. */
const written = (text: string): Json => channelMessage('', { text });
const mention = (text: string, mentioned: unknown): Json => ({ type: 'mention', text, mentioned });

describe('a line', () => {
  test.each([
    ['personal', personalMessage('/sessions sdg8'), '/sessions sdg8'],
    ['channel', channelMessage('sessions sdg8'), 'sessions sdg8'],
    ['group, with a non-breaking blank after the mention', groupMessage('who is Popova?'), 'who is Popova?'],
    ['slash command', privateMessage('speaker Popova'), 'speaker Popova'],
    ['mention at the end', written('sessions sdg8 <at>Rapporteur</at>'), 'sessions sdg8'],
    ['mention in the middle', written('sessions <at>Rapporteur</at> sdg8'), 'sessions sdg8'],
    ['mention twice', written('<at>Rapporteur</at> <at>Rapporteur</at> sessions'), 'sessions'],
    ['mention with attributes', written('<at id="0">Rapporteur</at> sessions'), 'sessions'],
    ['mention followed by a comma', written('<at>Rapporteur</at>, sessions'), 'sessions'],
    ['a word left out', written('<at>Rapporteur</at> -japan sessions'), '-japan sessions'],
    ['no mention at all', channelMessage('', { text: 'sessions sdg8', entities: [] }), 'sessions sdg8'],
    [
      'mention without an entity',
      channelMessage('', { text: '<at>Rapporteur</at> sessions', entities: [] }),
      'sessions',
    ],
    ['line breaks and blanks', personalMessage('  sessions\n\n  sdg8\t'), 'sessions sdg8'],
    [
      'encoded characters',
      personalMessage('R&amp;D &lt;skills&gt; &quot;a phrase&quot; &#39;x&#39;'),
      `R&D <skills> "a phrase" 'x'`,
    ],
    ['a tag that somebody typed', personalMessage('what does &lt;at&gt; mean?'), 'what does < at> mean?'],
    [
      'brackets around words',
      personalMessage('share &lt;40% in Japan, &lt;Popova&gt;'),
      'share <40% in Japan, <Popova>',
    ],
    [
      'brackets that are not encoded',
      personalMessage('share <40% in Japan, <Popova>'),
      'share <40% in Japan, <Popova>',
    ],
    [
      'mention in the middle, with a comma',
      written('please <at>Rapporteur</at>, sessions sdg8'),
      'please sessions sdg8',
    ],
    [
      'mention after a greeting',
      written('Hi <at>Rapporteur</at>, who talked about guthi?'),
      'who talked about guthi?',
    ],
    ['greeting alone', written('Hello <at>Rapporteur</at>!'), 'Hello !'],
    [
      'mention with a name that is written with characters of HTML',
      channelMessage('', {
        text: '<at>Ask &amp; find</at> sessions',
        entities: [mention('<at>Ask & find</at>', { ...BOT, name: 'Ask & find' })],
      }),
      'sessions',
    ],
    ['mention with another case', written('<AT>Rapporteur</AT>&nbsp;sessions&nbsp;sdg8'), 'sessions sdg8'],
    [
      'non-breaking blanks',
      written('<at>Rapporteur</at>\u00a0sessions\u00a0\u00a0sdg8\u00a0'),
      'sessions sdg8',
    ],
    [
      'other encoded characters',
      personalMessage('caf&eacute; &ndash; &#8220;a&#8221; &#x2026; &Ouml; &unknown; &#0;'),
      'café – “a” … Ö &unknown; &#0;',
    ],
    ['characters that are encoded twice', personalMessage('&amp;lt;b&amp;gt;'), '&lt;b&gt;'],
    [
      'quotation with a line of its own',
      quotingMessage('sessions sdg8', 'Skills of migrants'),
      'sessions sdg8',
    ],
    [
      'quotation in the text itself',
      groupMessage('', { text: `${quotation('Skills of migrants')}<at>Rapporteur</at> sessions sdg8` }),
      'sessions sdg8',
    ],
    ['an unclosed mention', written('<at>Rapporteur sessions'), 'Rapporteur sessions'],
  ])('%s', (_what, json, line) => {
    expect(lineOf(json)).toBe(line);
  });

  const [OTHER_BOT, TAG, CHANNEL, PEER] = [
    { id: '28:00000000-0000-4000-8000-00000000b07b', name: 'Other bot' },
    { id: 'MTE2Yg==', name: 'designers', type: 'tag' },
    { id: '19:general@thread.tacv2', name: 'General', type: 'channel' },
    { id: '29:popova', name: 'Natalia Popova' },
  ];
  const at = ({ name }: { readonly name: string }) => `<at>${name}</at>`;

  test.each([
    [
      [BOT, ' speaker ', PEER, ' and ', { id: '29:sen', name: 'Kunal Sen' }],
      `speaker ${MENTION} and ${MENTION}`,
      ['Natalia Popova', 'Kunal Sen'],
    ],
    [[OTHER_BOT, ' ', BOT, ' sessions sdg8'], 'sessions sdg8', []],
    [[PEER, ', ', BOT, ' sessions sdg8'], 'sessions sdg8', []],
    [[BOT, ' sessions sdg8 cc ', PEER], `sessions sdg8 cc ${MENTION}`, ['Natalia Popova']],
    [[BOT, ' sessions ', TAG, ' sdg8 ', CHANNEL, OTHER_BOT], 'sessions sdg8', []],
  ])('sets people apart and drops bots, tags and channels (%#)', (pieces, text, names) => {
    const json = channelMessage('', {
      text: pieces.map((one) => (typeof one === 'string' ? one : at(one))).join(''),
      entities: pieces.flatMap((one) => (typeof one === 'string' ? [] : [mention(at(one), one)])),
    });
    const what = received(json);
    expect(what).toMatchObject({ kind: 'ask', text });
    expect('names' in what ? what.names : []).toEqual(names);
  });

  test('without entities, names stand where they are marked', () => {
    const json = written('<at>Rapporteur</at> what did <at id="1">Natalia Popova</at> say');
    expect(received(json)).toMatchObject({ text: `what did ${MENTION} say`, names: ['Natalia Popova'] });
  });

  test.each([
    ['a paragraph', '<p>sessions&nbsp;<b>s</b>dg8</p>', 'sessions sdg8'],
    ['with mentions', '<p><at id="0">Rapporteur</at> speaker <em>Popova</em></p>', 'speaker Popova'],
    [
      'as clients keep it',
      '<div><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Rapporteur</span> sessions<br>sdg8</div>',
      'sessions sdg8',
    ],
    ['with a quotation', `${quotation('Skills')}<p>sessions sdg8</p>`, 'sessions sdg8'],
    ['with encoded brackets', '<p>share &lt;40% &lt;b&gt;</p>', 'share <40% <b>'],
  ])('is read where there is HTML alone: %s', (_what, content, line) => {
    const attachments = [{ contentType: 'text/html', content }];
    for (const text of [undefined, '', ' \n']) {
      expect(lineOf(channelMessage('', { text, attachments }))).toBe(line);
    }
    expect(lineOf(channelMessage('', { text: content, textFormat: 'xml' }))).toBe(line);
  });

  const forwarded = (content: unknown) => ({ contentType: 'forwardedMessageReference', content });
  const card = (content: unknown) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content });
  test.each([
    [
      'a forwarded message',
      forwarded(JSON.stringify({ originalMessageContent: '<p>labour <b>migration</b></p>' })),
      '/related labour migration',
    ],
    [
      'a card',
      card({
        type: 'AdaptiveCard',
        body: [
          { type: 'TextBlock', text: 'Ageing' },
          { type: 'FactSet', facts: [{ title: 'Goal', value: 'SDG 8' }] },
        ],
        actions: [{ type: 'Action.Submit', title: 'Approve' }],
      }),
      '/related Ageing Goal SDG 8',
    ],
    [
      'a card as JSON',
      card(
        JSON.stringify({
          type: 'AdaptiveCard',
          body: [{ type: 'RichTextBlock', inlines: ['decent', { type: 'TextRun', text: 'work' }] }],
        }),
      ),
      '/related decent work',
    ],
  ])('that is %s alone asks about that', (_what, attachment, line) => {
    expect(lineOf(personalMessage('', { attachments: [attachment] }))).toBe(line);
    expect(lineOf(personalMessage('sessions', { attachments: [attachment] }))).toBe('sessions');
  });

  test.each([forwarded('{'), forwarded(null), card({}), card('x'), { contentType: 'image/*' }])(
    'that carries nothing to read gets a reason (%#)',
    (attachment) => {
      expect(received(personalMessage('', { attachments: [attachment] }))).toMatchObject({
        kind: 'unreadable',
        reason: 'attachment',
      });
    },
  );

  test('knows the bot under the name that a mention gives it', () => {
    const json = channelMessage('', {
      text: '<at>Rapp</at> <at>orteur (dev)</at> sessions',
      entities: [mention('<at>Rapp</at>', BOT), mention('<at>orteur (dev)</at>', BOT)],
    });
    expect(lineOf(json)).toBe('sessions');
  });

  test.each([
    ['as Teams lists it', quotingMessage('', 'Returning migrants and their skills')],
    [
      'in the copy of the text alone',
      quotingMessage('', 'Returning migrants and their skills', {
        entities: [mention('<at>Rapporteur</at>', BOT)],
      }),
    ],
    [
      'as a reference',
      groupMessage('', {
        attachments: [
          {
            contentType: 'messageReference',
            content: JSON.stringify({
              messageId: '1',
              messagePreview: 'Returning migrants and their skills',
            }),
          },
        ],
      }),
    ],
  ])('that is a mention alone asks about the message that it quotes, %s', (_how, json) => {
    expect(lineOf(json)).toBe('/related Returning migrants and their skills');
  });

  test('with a quotation that holds nothing asks for help', () => {
    const quoting = (content: unknown) =>
      groupMessage('', { attachments: [{ contentType: 'messageReference', content }] });
    for (const content of ['{', '{}', 'null', undefined, { messagePreview: 'x' }]) {
      expect(lineOf(quoting(content))).toBe('help');
    }
    expect(lineOf(quotingMessage('', ''))).toBe('help');
  });

  test('does not need a recipient, nor entities', () => {
    expect(lineOf(channelMessage('sessions', { recipient: undefined }))).toBe('sessions');
    expect(lineOf(channelMessage('sessions', { recipient: undefined, entities: undefined }))).toBe(
      'sessions',
    );
    expect(
      lineOf(
        channelMessage('sessions', {
          recipient: {},
          entities: [mention('<at>Rapporteur</at>', { id: APP_ID })],
        }),
      ),
    ).toBe('sessions');
  });

  test.each([
    ['nothing but a mention', channelMessage('')],
    ['blanks', personalMessage(' \n ')],
    ['no text', personalMessage('', { text: undefined })],
    ['text of a wrong type', personalMessage('', { text: { a: 1 } })],
    [
      'text and its copy as HTML',
      personalMessage('', { attachments: [{ contentType: 'text/html', content: '<p></p>' }] }),
    ],
  ])('asks for help where there is no line: %s', (_what, json) => {
    expect(lineOf(json)).toBe('help');
  });

  test('comes with its conversation, its language and its identity', () => {
    expect(received(channelMessage('x', { id: '17' }))).toMatchObject({
      kind: 'ask',
      text: 'x',
      surface: 'channel',
      private: false,
      thread: '19:channel@thread.tacv2;messageid=1700000000000',
      delivery: '19:channel@thread.tacv2;messageid=1700000000000:17',
      locale: 'en-GB',
    });
    expect(received(groupMessage('x'))).toMatchObject({ surface: 'group', private: false });
    expect(received(personalMessage('x', { id: undefined, locale: undefined }))).toEqual({
      kind: 'ask',
      text: 'x',
      surface: 'personal',
      private: false,
      thread: 'a:1-personal',
    });
  });

  test('asked in private has a thread of its own, which nobody else continues', () => {
    expect(received(privateMessage('x'))).toMatchObject({
      private: true,
      thread: `19:group@thread.v2:${PERSON.id}`,
    });
  });

  test('has keys that a state can hold, however long the ids', () => {
    const id = 'x'.repeat(5000);
    const what = received(personalMessage('x', { id, conversation: { id } }));
    expect(what.kind === 'ask' && what.thread.length).toBeLessThan(400);
    expect(what.kind === 'ask' && what.delivery?.length).toBeLessThan(400);
    const other = received(personalMessage('x', { id: `${id}y`, conversation: { id } }));
    expect(what).not.toEqual(other);
  });
});

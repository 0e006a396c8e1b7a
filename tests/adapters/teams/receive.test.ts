/** What an activity asks of us, from the JSON alone. */
import { describe, expect, test } from '@jest/globals';
import { type Activity, readActivity } from '../../../adapters/teams/activity.ts';
import { receive } from '../../../adapters/teams/receive.ts';
import type { Received } from '../../../adapters/teams/received.ts';
import { fc } from '../../support/property.ts';
import {
  BOT,
  channelMessage,
  dialogInvoke,
  executeInvoke,
  installedInChat,
  installedInTeam,
  type Json,
  linkInvoke,
  menuInvoke,
  PERSON,
  personalMessage,
  quotation,
  searchInvoke,
  submitMessage,
} from './activities.ts';
import { APP_ID } from './issuer.ts';

const SELF = { appId: APP_ID };

function read(json: unknown): Activity {
  const content = readActivity(json);
  if ('problem' in content) {
    throw new Error(content.problem);
  }
  return content.activity;
}

const received = (json: unknown): Received => receive(read(json), SELF);

/** The line that was understood, or what else it was. */
function lineOf(json: Json): string {
  const what = received(json);
  return what.kind === 'ask' ? what.text : what.kind;
}

describe('what is not for us', () => {
  test.each([
    ['the bot itself', personalMessage('x', { from: BOT })],
    ['the bot itself without a recipient', personalMessage('x', { from: BOT, recipient: undefined })],
    ['another bot', personalMessage('x', { from: { id: '28:other' } })],
    ['somebody whose role is bot', personalMessage('x', { from: { id: 'other', role: 'bot' } })],
    ['a reaction', personalMessage('', { type: 'messageReaction' })],
    ['a change of a message', personalMessage('x', { type: 'messageUpdate' })],
    ['somebody else who joins', personalMessage('', { type: 'conversationUpdate', membersAdded: [PERSON] })],
    [
      'a channel that is renamed',
      channelMessage('', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }),
    ],
    ['an upgrade', personalMessage('', { type: 'installationUpdate', action: 'add-upgrade' })],
    ['a type that does not exist', personalMessage('', { type: 'x'.repeat(1000) })],
  ])('is ignored: %s', (_what, json) => {
    expect(received(json).kind).toBe('ignored');
  });
});

describe('what cannot be read', () => {
  test('is told where a person meant something by it', () => {
    const picture = personalMessage('', { attachments: [{ contentType: 'image/png' }] });
    expect(received(picture)).toMatchObject({ kind: 'unreadable', reason: 'attachment', via: 'message' });
    expect(received(submitMessage({ other: 1 }))).toMatchObject({
      kind: 'unreadable',
      reason: 'button',
      via: 'message',
    });
    expect(received(executeInvoke({ line: ' ' }))).toMatchObject({
      kind: 'unreadable',
      reason: 'button',
      via: 'invoke',
    });
    expect(received(executeInvoke({ line: 'x'.repeat(1001) }))).toMatchObject({
      kind: 'unreadable',
      reason: 'button',
    });
    expect(received(personalMessage('', { type: 'invoke', name: 'handoff/action' }))).toMatchObject({
      reason: 'command',
      via: 'invoke',
    });
  });

  test('reads a picture with words as the words', () => {
    expect(lineOf(personalMessage('help me', { attachments: [{ contentType: 'image/png' }] }))).toBe(
      'help me',
    );
  });

  test.each([
    ['message', personalMessage('x', { conversation: undefined })],
    ['message', personalMessage('x', { conversation: { id: 7 } })],
    ['invoke', executeInvoke({ line: 'help' }, { conversation: {} })],
  ])('is refused with the missing field in a %s without conversation', (_what, json) => {
    const what = received(json);
    expect(what).toMatchObject({ kind: 'refused' });
    expect(what.kind === 'refused' && what.why).toContain('conversation.id');
  });
});

describe('a press', () => {
  test('of Action.Execute carries its line, and where it came from', () => {
    expect(received(executeInvoke({ line: 'open c-1', from: 'sessions sdg:8' }))).toMatchObject({
      kind: 'press',
      via: 'execute',
      line: 'open c-1',
      from: 'sessions sdg:8',
      share: false,
      private: false,
      thread: 'a:1-personal',
    });
  });

  test('of Action.Submit names the message that it stands on', () => {
    expect(received(submitMessage({ line: 'help', share: true }, { id: '9' }))).toMatchObject({
      kind: 'press',
      via: 'submit',
      line: 'help',
      share: true,
      message: 'm-1',
      delivery: 'a:1-personal:9',
    });
  });
});

describe('a verdict', () => {
  test('names the answer and its revision', () => {
    const data = { line: 'sessions sdg:8', helpful: false, revision: 'r-1' };
    expect(received(executeInvoke(data))).toMatchObject({
      kind: 'verdict',
      via: 'execute',
      line: 'sessions sdg:8',
      helpful: false,
      revision: 'r-1',
    });
    expect(received(submitMessage({ ...data, revision: 7 }, { id: '3' }))).toEqual({
      kind: 'verdict',
      via: 'submit',
      line: 'sessions sdg:8',
      helpful: false,
      revision: '',
      private: false,
      delivery: 'a:1-personal:3',
    });
  });
});

describe('a search', () => {
  test('has its words and its page', () => {
    expect(received(searchInvoke(' popova ', 25, 10))).toEqual({
      kind: 'search',
      text: 'popova',
      skip: 25,
      count: 10,
    });
    expect(received(searchInvoke(''))).toEqual({ kind: 'search', text: '', skip: 0, count: 25 });
    const other = { commandId: 'searchQuery', parameters: [{ name: 'searchQuery', value: 'popova' }] };
    expect(received(searchInvoke('', 0, 25, { value: other }))).toMatchObject({
      kind: 'search',
      text: 'popova',
    });
  });

  test.each([
    [{ skip: -5, count: 0 }, 0, 1],
    [{ skip: 1e9, count: 1e9 }, 1000, 25],
    [{ skip: Number.NaN, count: 'x' }, 0, 25],
    [{ skip: 2.7, count: 3.9 }, 2, 3],
    [undefined, 0, 25],
  ])('keeps %j within bounds', (queryOptions, skip, count) => {
    const json = searchInvoke('x', 0, 25, {
      value: { commandId: 'search', parameters: 'none', queryOptions },
    });
    expect(received(json)).toEqual({ kind: 'search', text: '', skip, count });
  });
});

describe('“Find related” on a message', () => {
  test.each<[string, string, Json, string]>([
    [
      'words',
      '<div><p>Skills of&nbsp;returning <b>migrants</b></p></div>',
      {},
      'Skills of returning migrants',
    ],
    ['a subject', '<p>Any views?</p>', { subject: 'Platform work' }, 'Platform work Any views?'],
    [
      'mentions and links',
      '<p><at id="0">Ada</at> see https://x.example/a?b=c on skills</p>',
      {},
      'see on skills',
    ],
    ['a reply to something else', `${quotation('Visas')}<p>and skills?</p>`, {}, 'and skills?'],
    ['a quotation alone', quotation('Visas for IT workers'), {}, 'Visas for IT workers'],
    ['text that is no HTML', '', { body: { contentType: 'text', content: 'a < b' } }, 'a < b'],
    [
      'a card behind the words',
      '<p>see <attachment id="1"></attachment></p>',
      {
        attachments: [
          {
            id: '1',
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: JSON.stringify({
              body: [
                { type: 'TextBlock', text: 'Decent work' },
                { type: 'Input.Text', title: 'x' },
              ],
            }),
          },
        ],
      },
      'see Decent work',
    ],
    [
      'a forwarded message',
      '<attachment id="1"></attachment>',
      {
        attachments: [
          {
            id: '1',
            contentType: 'forwardedMessageReference',
            content: JSON.stringify({ originalMessageContent: '<p>brain&nbsp;circulation</p>' }),
          },
        ],
      },
      'brain circulation',
    ],
    [
      'titles of files, but not of a camera',
      '<attachment id="1"></attachment>',
      {
        attachments: [
          { contentType: 'reference', name: 'Labour_migration.docx' },
          { contentType: 'reference', name: 'IMG_0001.JPG' },
        ],
      },
      'Labour migration',
    ],
  ])('reads %s', (_what, html, message, words) => {
    expect(received(menuInvoke(html, {}, message))).toEqual({
      kind: 'dialog',
      line: `/related ${words}`,
      put: false,
      puts: true,
      locale: 'en-GB',
    });
  });

  test('reads the beginning of a long message, to the end of a word', () => {
    const what = received(menuInvoke(`<p>${'skills and wages '.repeat(500)}</p>`));
    expect(what.kind === 'dialog' && what.line.length).toBeLessThanOrEqual(500);
    expect(what).toMatchObject({ line: expect.stringMatching(/(skills|and|wages)$/u) });
  });

  test.each([
    ['a picture', menuInvoke('<div><img src="https://x.example/a.png"></div>')],
    ['a link alone', menuInvoke('<a href="https://x.example">https://x.example</a>')],
    ['an empty message', menuInvoke('', { value: { messagePayload: {} } })],
    ['fields of wrong types', menuInvoke('', { value: { messagePayload: { subject: 7, body: [] } } })],
  ])('tells in its dialog that there are no words, of %s', (_what, json) => {
    expect(received(json)).toEqual({ kind: 'unreadable', reason: 'words', via: 'dialog' });
  });

  test('begins with all sessions where it is chosen without a message', () => {
    expect(received(menuInvoke('', { value: { commandId: 'related' } }))).toMatchObject({ line: 'sessions' });
  });

  test('leads on by its buttons', () => {
    expect(received(dialogInvoke({ line: 'open c-1', from: 'sessions' }))).toEqual({
      kind: 'dialog',
      line: 'open c-1',
      from: 'sessions',
      put: false,
      puts: true,
      locale: 'en-GB',
    });
    expect(received(dialogInvoke({ line: 'open c-1', put: true }))).toMatchObject({ put: true });
    for (const data of [undefined, null, {}, { line: 7 }, { line: 'x'.repeat(2000) }]) {
      expect(received(dialogInvoke(data))).toEqual({ kind: 'unreadable', reason: 'button', via: 'dialog' });
    }
  });
});

test('a link has its address, and no other value is one', () => {
  expect(received(linkInvoke('https://a.example/?q=sessions'))).toEqual({
    kind: 'link',
    url: 'https://a.example/?q=sessions',
  });
  expect(received(linkInvoke({ a: 1 }))).toEqual({ kind: 'link', url: '' });
});

describe('an installation', () => {
  test('is one place, whichever of the two activities tells it', () => {
    for (const [one, other] of [installedInChat(), installedInTeam()]) {
      const [first, second] = [received(one), received(other)];
      expect(first.kind).toBe('installed');
      expect(second.kind).toBe('installed');
      expect(first.kind === 'installed' && second.kind === 'installed' && first.place === second.place).toBe(
        true,
      );
    }
    expect(received(installedInTeam()[0])).toMatchObject({ scope: 'group' });
    expect(received(installedInChat()[0])).toMatchObject({ scope: 'personal' });
  });

  test('ends', () => {
    expect(received(personalMessage('', { type: 'installationUpdate', action: 'remove' })).kind).toBe(
      'removed',
    );
    expect(received(personalMessage('', { type: 'conversationUpdate', membersRemoved: [BOT] })).kind).toBe(
      'removed',
    );
  });

  test('without a place is ignored', () => {
    expect(received({ type: 'installationUpdate', action: 'add' }).kind).toBe('ignored');
  });
});

describe('any JSON', () => {
  test('is read or refused, never a crash', () => {
    const names = [
      'type',
      'text',
      'from',
      'recipient',
      'conversation',
      'entities',
      'value',
      'membersAdded',
      'channelData',
      'attachments',
      'id',
      'name',
      'action',
    ];
    const kinds = [
      'message',
      'invoke',
      'conversationUpdate',
      'installationUpdate',
      'composeExtension/query',
      'composeExtension/fetchTask',
      'composeExtension/submitAction',
      'composeExtension/queryLink',
      'adaptiveCard/action',
    ];
    const anything = fc.oneof(fc.constantFrom(...kinds), fc.anything({ withNullPrototype: false }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), anything), (json) => {
        const content = readActivity(json);
        if ('activity' in content) {
          expect(typeof receive(content.activity, SELF).kind).toBe('string');
        } else {
          expect(content.problem).toContain('type');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is refused where it is no activity', () => {
    for (const body of [undefined, null, 7, 'text', [], {}, { type: '' }, { type: 7 }]) {
      expect(readActivity(body)).toHaveProperty('problem');
    }
  });
});

/** What an activity asks of us, from the JSON alone. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Activity, readActivity } from '../../../adapters/teams/activity.ts';
import { type Received, receive } from '../../../adapters/teams/receive.ts';
import {
  BOT,
  channelMessage,
  executeInvoke,
  groupMessage,
  installedInChat,
  installedInTeam,
  type Json,
  PERSON,
  personalMessage,
  privateMessage,
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

const mention = (text: string, mentioned: unknown): Json => ({ type: 'mention', text, mentioned });

describe('a line', () => {
  test.each([
    ['personal', personalMessage('/sessions sdg8'), '/sessions sdg8'],
    ['channel', channelMessage('sessions sdg8'), 'sessions sdg8'],
    ['group, with a non-breaking blank after the mention', groupMessage('who is Popova?'), 'who is Popova?'],
    ['slash command', privateMessage('speaker Popova'), 'speaker Popova'],
    [
      'mention at the end',
      channelMessage('', { text: 'sessions sdg8 <at>Rapporteur</at>' }),
      'sessions sdg8',
    ],
    [
      'mention in the middle',
      channelMessage('', { text: 'sessions <at>Rapporteur</at> sdg8' }),
      'sessions sdg8',
    ],
    [
      'mention twice',
      channelMessage('', { text: '<at>Rapporteur</at> <at>Rapporteur</at> sessions' }),
      'sessions',
    ],
    [
      'mention with attributes',
      channelMessage('', { text: '<at id="0">Rapporteur</at> sessions' }),
      'sessions',
    ],
    [
      'mention followed by a comma',
      channelMessage('', { text: '<at>Rapporteur</at>, sessions' }),
      'sessions',
    ],
    [
      'a word left out',
      channelMessage('', { text: '<at>Rapporteur</at> -japan sessions' }),
      '-japan sessions',
    ],
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
    ['a tag that somebody typed', personalMessage('what does &lt;at&gt; mean?'), 'what does <at> mean?'],
    ['an unclosed mention', channelMessage('', { text: '<at>Rapporteur sessions' }), 'Rapporteur sessions'],
  ])('%s', (_what, json, line) => {
    expect(lineOf(json)).toBe(line);
  });

  test('keeps the names of others who are mentioned', () => {
    const json = channelMessage('', {
      text: '<at>Rapporteur</at> speaker <at>Natalia Popova</at> and <at>Kunal Sen</at>',
      entities: [
        mention('<at>Rapporteur</at>', BOT),
        mention('<at>Natalia Popova</at>', { id: '29:popova', name: 'Natalia Popova' }),
        mention('<at>Kunal Sen</at>', { id: '29:sen', name: 'Kunal Sen' }),
      ],
    });
    expect(lineOf(json)).toBe('speaker Natalia Popova and Kunal Sen');
  });

  test('knows the bot under the name that a mention gives it', () => {
    const json = channelMessage('', {
      text: '<at>Rapp</at> <at>orteur (dev)</at> sessions',
      entities: [mention('<at>Rapp</at>', BOT), mention('<at>orteur (dev)</at>', BOT)],
    });
    expect(lineOf(json)).toBe('sessions');
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
    expect(received(channelMessage('x', { id: '17' }))).toEqual({
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
    expect(received(personalMessage('', { type: 'invoke', name: 'task/fetch' }))).toMatchObject({
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

/** What Slack sends, read: lines, places, identities; and what is not for us. */
import { describe, expect, test } from '@jest/globals';
import { askedMessage, commandLine, deliveryKey, kindOf } from '../../../adapters/slack/receive.ts';
import { sharedLinks } from '../../../adapters/slack/receive-links.ts';
import { clicked, shortcutText, submittedForm } from '../../../adapters/slack/receive-press.ts';
import { installationOf, revokesBot } from '../../../adapters/slack/team.ts';
import { fc } from '../../support/property.ts';
import { appEvent, pressedButton, typedCommand, writtenDirect, writtenMention } from './workspace.ts';

describe('a command', () => {
  const line = (command: string, text: string, prefix = '') =>
    commandLine({ command, text, response_url: 'u' }, prefix).line;

  test('is its name and what was typed', () => {
    expect(line('/sessions', 'sdg8')).toBe('/sessions sdg8');
    expect(line('/sessions', '')).toBe('/sessions');
    expect(line('/SPEAKER', 'Popova')).toBe('/speaker Popova');
  });

  test('loses its prefix, whatever it is', () => {
    expect(line('/arc-sessions', 'sdg8', 'arc-')).toBe('/sessions sdg8');
    expect(line('/sessions', 'sdg8', 'arc-')).toBe('/sessions sdg8');
  });

  test('of the bot’s own name is the line alone, help where there is none', () => {
    expect(line('/rapporteur', 'who talked about brain circulation?')).toBe(
      'who talked about brain circulation?',
    );
    expect(line('/rapporteur', '  ')).toBe('help');
  });

  test('that nobody declared goes on as it is', () => {
    expect(line('/frobnicate', 'x')).toBe('/frobnicate x');
  });

  test('keeps quotes and undoes Slack’s escapes', () => {
    expect(line('/sessions', '"R&amp;D" &lt;2021')).toBe('/sessions "R&D" <2021');
  });
});

describe('a message', () => {
  test('that mentions the bot is answered in its thread', () => {
    const mention = writtenMention('sessions sdg8');
    expect(askedMessage(mention, 'U0BOT')).toMatchObject({
      surface: 'mention',
      line: 'sessions sdg8',
      user: 'U0ANNA',
      place: { channel: 'C0TALK', threadTs: mention.event.ts },
      thread: `T0TEAM:C0TALK:${mention.event.ts}`,
    });
    const reply = writtenMention('only 2022', { threadTs: '1.2' });
    expect(askedMessage(reply, 'U0BOT')).toMatchObject({
      place: { threadTs: '1.2' },
      thread: 'T0TEAM:C0TALK:1.2',
    });
  });

  test('written to the bot is answered where it stands', () => {
    const direct = askedMessage(writtenDirect('sessions'), 'U0BOT');
    expect(direct).toMatchObject({
      surface: 'direct',
      place: { channel: 'D0ANNA' },
      thread: 'T0TEAM:D0ANNA',
    });
    expect(direct?.place).not.toHaveProperty('threadTs');
    expect(askedMessage(writtenDirect('sessions', { threadTs: '1.2' }), 'U0BOT')?.place).toEqual({
      channel: 'D0ANNA',
      threadTs: '1.2',
    });
  });

  test('without words asks for help', () => {
    expect(askedMessage(writtenMention(''), 'U0BOT')?.line).toBe('help');
    expect(askedMessage(writtenMention('<@U0OTHER>'), 'U0BOT')?.line).toBe('help');
  });

  test.each([
    ['of the bot itself', { user: 'U0BOT' }],
    ['of another bot', { bot_id: 'B0OTHER' }],
    ['without a writer', { user: undefined }],
    ['that was edited', { subtype: 'message_changed', message: { text: 'x' } }],
    ['that was deleted', { subtype: 'message_deleted' }],
    ['that says somebody joined', { subtype: 'channel_join' }],
    ['in a channel', { channel_type: 'channel' }],
    ['without a channel', { channel: undefined }],
  ])('%s is not for us', (_name, over) => {
    expect(askedMessage(writtenDirect('sessions', { over }), 'U0BOT')).toBeUndefined();
  });

  test('with a file is for us', () => {
    expect(askedMessage(writtenDirect('sessions', { over: { subtype: 'file_share' } }), 'U0BOT')?.line).toBe(
      'sessions',
    );
  });
});

describe('what identifies a delivery', () => {
  test('its event id, or the trigger of a command or click; nothing for a picker', () => {
    expect(deliveryKey(writtenMention('x', { delivery: 'Ev1' }))).toBe('event:Ev1');
    expect(deliveryKey(typedCommand('/sessions', 'u', '1.2'))).toBe('trigger:1.2');
    expect(deliveryKey(pressedButton({ actionId: 'a', value: 'v', responseUrl: 'u', delivery: '3.4' }))).toBe(
      'trigger:3.4',
    );
    expect(deliveryKey({ type: 'block_suggestion', trigger_id: '5.6' })).toBeUndefined();
  });

  test('kinds for logs', () => {
    expect(kindOf(writtenMention('x'))).toBe('app_mention');
    expect(kindOf(typedCommand('/sessions', 'u'))).toBe('command');
    expect(kindOf({ type: 'view_submission' })).toBe('view_submission');
    expect(kindOf({})).toBe('unknown');
  });
});

describe('a click', () => {
  test('in a channel, a private message, a thread, a direct message, a view', () => {
    const base = { actionId: 'open:1', value: 'open x', responseUrl: 'u' };
    expect(clicked(pressedButton(base)).message).toEqual({
      channel: 'C0TALK',
      threadTs: undefined,
      ephemeral: false,
      direct: false,
    });
    expect(clicked(pressedButton({ ...base, ephemeral: true, threadTs: '1.2' })).message).toMatchObject({
      ephemeral: true,
      threadTs: '1.2',
    });
    expect(clicked(pressedButton({ ...base, channel: 'D1' })).message).toMatchObject({ direct: true });
    const inHome = clicked(pressedButton({ ...base, view: { id: 'V1', type: 'home' } }));
    expect(inHome).toMatchObject({ view: { id: 'V1', type: 'home' }, message: undefined, thread: undefined });
  });
});

describe('links to our own pages', () => {
  test('of a message that is written and of one that is sent', () => {
    const links = [{ url: 'https://archive.example/?q=a', domain: 'archive.example' }];
    expect(
      sharedLinks(appEvent({ type: 'link_shared', channel: 'C1', message_ts: '1.2', links }))?.target,
    ).toEqual({ channel: 'C1', ts: '1.2' });
    expect(
      sharedLinks(
        appEvent({
          type: 'link_shared',
          channel: 'COMPOSER',
          message_ts: 'x',
          unfurl_id: 'u',
          source: 'composer',
          links,
        }),
      )?.target,
    ).toEqual({ unfurl_id: 'u', source: 'composer' });
    expect(sharedLinks(appEvent({ type: 'link_shared' }))).toBeUndefined();
  });
});

describe('installations', () => {
  test('of a workspace and of an organization', () => {
    expect(installationOf({ team_id: 'T1', enterprise_id: 'E1' })).toEqual({
      teamId: 'T1',
      enterpriseId: 'E1',
      isEnterpriseInstall: false,
    });
    expect(installationOf({ enterprise_id: 'E1', is_enterprise_install: true })).toMatchObject({
      enterpriseId: 'E1',
      isEnterpriseInstall: true,
    });
  });

  test('a revoked user token leaves the bot alone', () => {
    expect(revokesBot(appEvent({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }))).toBe(false);
    expect(revokesBot(appEvent({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }))).toBe(
      true,
    );
  });
});

test('payloads of any shape are read without an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      commandLine(body, '');
      askedMessage(body, undefined);
      clicked(body);
      deliveryKey(body);
      kindOf(body);
      sharedLinks(body);
      shortcutText(body);
      submittedForm(body);
      installationOf(body);
      revokesBot(body);
    }),
  );
});

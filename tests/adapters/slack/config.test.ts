/** Slack's variables: what connects it, what is wrong, and how to get it right. */
import { describe, expect, test } from '@jest/globals';
import { configuration } from '../../../adapters/slack/config.ts';
import type { Environment } from '../../../src/contract/adapter.ts';

const SURROUNDINGS = { host: '127.0.0.1', loopback: true };
const PUBLIC = { ...SURROUNDINGS, publicUrl: 'https://archive.example' };
const read = (environment: Environment, surroundings: typeof SURROUNDINGS | typeof PUBLIC = SURROUNDINGS) =>
  configuration.read(environment, surroundings);

/** The variables that are complained of. */
function complaints(
  environment: Environment,
  surroundings: typeof SURROUNDINGS | typeof PUBLIC = SURROUNDINGS,
): readonly string[] {
  const reading = read(environment, surroundings);
  return reading.state === 'wrong' ? reading.problems.flatMap(({ variables }) => variables) : [];
}

const SECRET = '0123456789abcdef0123456789abcdef';
const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: SECRET };
const OAUTH = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: SECRET,
  SLACK_STATE_SECRET: 'sixteen characters',
};

describe('off', () => {
  test.each<[string, Environment]>([
    ['nothing', {}],
    ['empty variables', { SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: '  ' }],
    [
      'only what changes nothing by itself',
      { SLACK_API_URL: 'https://slack-gov.com/api/', SLACK_COMMAND_PREFIX: 'arc-' },
    ],
  ])('%s', (_name, environment) => {
    expect(read(environment)).toMatchObject({ state: 'off', hint: expect.stringContaining('docs/slack.md') });
  });
});

describe('on', () => {
  test('one workspace over HTTP', () => {
    expect(read(HTTP)).toMatchObject({
      state: 'on',
      config: { workspace: { kind: 'one', botToken: 'xoxb-1' }, signingSecret: SECRET, commandPrefix: '' },
      summary: 'HTTP at /slack/events; one workspace',
    });
  });

  test('one workspace over Socket Mode', () => {
    const reading = read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect(reading).toMatchObject({
      state: 'on',
      config: { appToken: 'xapp-1' },
      summary: 'Socket Mode; one workspace',
    });
    expect(reading.state === 'on' && reading.config).not.toHaveProperty('signingSecret');
  });

  test('many workspaces, sent back to where the service is reached', () => {
    expect(read({ ...OAUTH, SLACK_SIGNING_SECRET: SECRET }, PUBLIC)).toMatchObject({
      state: 'on',
      config: {
        workspace: {
          kind: 'many',
          clientId: '1.2',
          redirectUri: 'https://archive.example/slack/oauth_redirect',
        },
      },
    });
  });

  test('another API, a prefix, surrounding blanks', () => {
    expect(
      read({
        ...HTTP,
        SLACK_BOT_TOKEN: ' xoxb-1 ',
        SLACK_API_URL: 'http://127.0.0.1:99/api',
        SLACK_COMMAND_PREFIX: '/Arc-',
      }),
    ).toMatchObject({
      config: {
        apiUrl: 'http://127.0.0.1:99/api/',
        commandPrefix: 'arc-',
        workspace: { botToken: 'xoxb-1' },
      },
    });
  });
});

describe('wrong', () => {
  test.each<[string, Environment, readonly string[]]>([
    ['a token without a way in', { SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN']],
    ['a way in without a token', { SLACK_SIGNING_SECRET: SECRET }, ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID']],
    ['an app-level token as bot token', { ...HTTP, SLACK_BOT_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    ['a user token as bot token', { ...HTTP, SLACK_BOT_TOKEN: 'xoxp-1' }, ['SLACK_BOT_TOKEN']],
    ['a bot token as app-level token', { ...HTTP, SLACK_APP_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    ['no bot token', { ...HTTP, SLACK_BOT_TOKEN: 'foo' }, ['SLACK_BOT_TOKEN']],
    ['a bot token and more', { ...HTTP, SLACK_BOT_TOKEN: 'xoxb-1 xapp-2' }, ['SLACK_BOT_TOKEN']],
    ['no app-level token', { ...HTTP, SLACK_APP_TOKEN: 'foo' }, ['SLACK_APP_TOKEN']],
    [
      'a token as signing secret',
      { ...HTTP, SLACK_SIGNING_SECRET: 'xoxb-1-2-3456789012' },
      ['SLACK_SIGNING_SECRET'],
    ],
    ['half a signing secret', { ...HTTP, SLACK_SIGNING_SECRET: '0123456789' }, ['SLACK_SIGNING_SECRET']],
    ['an API in the clear', { ...HTTP, SLACK_API_URL: 'http://slack.example/api/' }, ['SLACK_API_URL']],
    [
      'an API with credentials',
      { ...HTTP, SLACK_API_URL: 'https://a:b@slack.example/api/' },
      ['SLACK_API_URL'],
    ],
    ['no address at all', { ...HTTP, SLACK_API_URL: 'slack' }, ['SLACK_API_URL']],
    ['a prefix with blanks', { ...HTTP, SLACK_COMMAND_PREFIX: 'a b' }, ['SLACK_COMMAND_PREFIX']],
  ])('%s', (_name, environment, names) => {
    expect(complaints(environment)).toEqual(names);
  });

  test('half of OAuth, with a token, without an address: all of it at once', () => {
    const names = complaints({ ...HTTP, SLACK_CLIENT_ID: 'A12', SLACK_STATE_SECRET: 'short' });
    expect(names).toEqual(
      expect.arrayContaining([
        'SLACK_CLIENT_ID',
        'SLACK_CLIENT_SECRET',
        'SLACK_BOT_TOKEN',
        'SLACK_STATE_SECRET',
        'PUBLIC_URL',
      ]),
    );
  });

  test('what is no token is told as that, with the place of the right one', () => {
    const reading = read({ ...HTTP, SLACK_BOT_TOKEN: 'foo' });
    expect(reading).toEqual({
      state: 'wrong',
      problems: [
        {
          variables: ['SLACK_BOT_TOKEN'],
          message: 'SLACK_BOT_TOKEN holds something that is no token of Slack’s.',
          remedy: 'Put a bot token (xoxb-…) there: the page "Install App" shows it after installing.',
        },
      ],
    });
  });

  test('no problem repeats a secret', () => {
    const environment = {
      SLACK_BOT_TOKEN: 'xoxp-very-secret',
      SLACK_APP_TOKEN: 'xoxb-very-secret',
      SLACK_STATE_SECRET: 'secret',
      SLACK_API_URL: 'https://me:secret@x',
    };
    expect(JSON.stringify(read(environment))).not.toContain('secret');
  });
});

test('every variable is explained', () => {
  for (const [name, field] of Object.entries(configuration.variables.shape)) {
    expect(name).toMatch(/^SLACK_[A-Z_]+$/);
    expect((field as { description?: string }).description?.length).toBeGreaterThan(20);
  }
});

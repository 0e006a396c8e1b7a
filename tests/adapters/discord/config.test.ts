import { describe, expect, test } from '@jest/globals';
import { configuration, DEFAULT_API_URL } from '../../../adapters/discord/config.ts';

const SURROUNDINGS = { host: '127.0.0.1', loopback: true };
const read = (environment: Record<string, string>) => configuration.read(environment, SURROUNDINGS);
const KEY = 'ab'.repeat(32);

const on = (environment: Record<string, string>) => {
  const reading = read(environment);
  if (reading.state !== 'on') throw new Error(JSON.stringify(reading));
  return reading;
};

const problems = (environment: Record<string, string>) => {
  const reading = read(environment);
  return reading.state === 'wrong'
    ? reading.problems.map(({ variables }) => variables.join(' '))
    : reading.state;
};

describe('Discord is', () => {
  test('off without a token or key, and says how to connect it', () => {
    expect(read({})).toEqual({ state: 'off', hint: expect.stringContaining('DISCORD_TOKEN') });
    expect(read({ DISCORD_TOKEN: '  ' }).state).toBe('off');
  });

  test('on with a token alone', () => {
    expect(on({ DISCORD_TOKEN: 'Bot a.b.c' })).toEqual({
      state: 'on',
      overHttp: false,
      summary: 'Gateway',
      config: {
        token: 'a.b.c',
        apiUrl: DEFAULT_API_URL,
        gateway: true,
        sharding: 'auto',
        register: true,
        guildIds: [],
        privateAnswers: false,
      },
    });
  });

  test('on over HTTP alone with a key and an application', () => {
    const { config, summary } = on({ DISCORD_PUBLIC_KEY: KEY.toUpperCase(), DISCORD_APPLICATION_ID: '123' });
    expect(config).toMatchObject({ publicKey: KEY, gateway: false, register: false, applicationId: '123' });
    expect(summary).toBe('HTTP interactions at /discord/interactions');
  });

  test('on with both, and with the Gateway off on replicas', () => {
    expect(on({ DISCORD_TOKEN: 'a.b.c', DISCORD_PUBLIC_KEY: KEY }).summary).toBe(
      'Gateway and HTTP interactions at /discord/interactions',
    );
    expect(
      on({ DISCORD_TOKEN: 'a.b.c', DISCORD_PUBLIC_KEY: KEY, DISCORD_GATEWAY: 'off' }).config.gateway,
    ).toBe(false);
  });
});

describe('what is wrong is named', () => {
  test('all at once, with a remedy each', () => {
    const environment = {
      DISCORD_TOKEN: 'two words here',
      DISCORD_APPLICATION_ID: 'abc',
      DISCORD_PUBLIC_KEY: 'xyz',
      DISCORD_GATEWAY: 'maybe',
      DISCORD_GUILD_ID: '1, two',
      DISCORD_SHARDS: 'many',
      DISCORD_REGISTER: '2',
      DISCORD_PRIVATE_ANSWERS: 'x',
      DISCORD_API_URL: 'ftp://x',
    };
    const reading = read(environment);
    if (reading.state !== 'wrong') throw new Error('not wrong');
    expect(reading.problems.map(({ variables }) => variables[0]).sort()).toEqual(
      Object.keys(environment).sort(),
    );
    for (const { message, remedy } of reading.problems)
      expect([message, remedy].every((text) => text.length > 10)).toBe(true);
    // What was set is not repeated: it may be a secret.
    expect(JSON.stringify(reading)).not.toContain('two words');
  });

  test.each([
    [{ DISCORD_APPLICATION_ID: '1' }, ['DISCORD_TOKEN DISCORD_PUBLIC_KEY']],
    [{ DISCORD_TOKEN: 'foo' }, ['DISCORD_TOKEN']],
    [{ DISCORD_TOKEN: KEY }, ['DISCORD_TOKEN']],
    [{ DISCORD_PUBLIC_KEY: KEY }, ['DISCORD_APPLICATION_ID']],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_GATEWAY: 'off' }, ['DISCORD_GATEWAY DISCORD_PUBLIC_KEY']],
    [
      { DISCORD_PUBLIC_KEY: KEY, DISCORD_APPLICATION_ID: '1', DISCORD_GATEWAY: 'on' },
      ['DISCORD_TOKEN DISCORD_GATEWAY'],
    ],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARD_IDS: '0' }, ['DISCORD_SHARDS DISCORD_SHARD_IDS']],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: '2' }, ['DISCORD_SHARD_IDS']],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: '1-0' }, ['DISCORD_SHARD_IDS']],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '0' }, ['DISCORD_SHARDS']],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://discord.example/api' }, ['DISCORD_API_URL']],
    [
      { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1@discord.example/api' },
      ['DISCORD_API_URL'],
    ],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'https://user@discord.com/api' }, ['DISCORD_API_URL']],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'https://:secret@discord.com/api' }, ['DISCORD_API_URL']],
    [
      { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'https://discord.com/api?to=elsewhere' },
      ['DISCORD_API_URL'],
    ],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'https://discord.com/api?' }, ['DISCORD_API_URL']],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'https://discord.com/api#here' }, ['DISCORD_API_URL']],
  ])('%j', (environment, expected) => {
    expect(problems(environment as Record<string, string>)).toEqual(expected);
  });
});

test('shards are read from numbers, lists and ranges', () => {
  const sharding = (shards: string, ids?: string) =>
    on({
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_SHARDS: shards,
      ...(ids === undefined ? {} : { DISCORD_SHARD_IDS: ids }),
    }).config.sharding;
  expect(sharding('auto')).toBe('auto');
  expect(sharding('3')).toEqual({ total: 3, ids: [0, 1, 2] });
  expect(sharding('8', '5, 0-1')).toEqual({ total: 8, ids: [0, 1, 5] });
});

test('what a refused address holds is not repeated: it may be a secret', () => {
  const reading = read({
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_API_URL: 'https://me:hush@discord.com/api?key=quiet',
  });
  expect(reading.state).toBe('wrong');
  expect(JSON.stringify(reading)).not.toMatch(/hush|quiet/);
  expect(JSON.stringify(reading)).toContain('password');
});

test('the address of the API may carry a slash or a version', () => {
  const url = (value: string) => on({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: value }).config.apiUrl;
  expect(url('http://127.0.0.1:9/api/')).toBe('http://127.0.0.1:9/api');
  expect(url('https://discord.com/api/v10')).toBe('https://discord.com/api');
});

test('every variable is described', () => {
  for (const field of Object.values(configuration.variables.shape))
    expect(field.meta()?.description?.length).toBeGreaterThan(20);
});

/** Logging in: tokens that are refused, networks that are away, shards, and the registration of commands. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { commandPayloads } from '../../../adapters/discord/registration.ts';
import { DECLARATIONS } from '../../../src/commands/declarations.ts';
import { openStore } from '../../../src/store/store.ts';
import { direct, type Started, until } from './counterpart.ts';
import { snowflake } from './counterpart-payloads.ts';
import { openRig, type Rig, type RigOptions } from './rig.ts';

let rig: Rig;
const open = async (options: RigOptions = {}) => {
  rig = await openRig(options);
  return rig;
};
afterEach(async () => {
  await rig.stop();
  expect(rig.discord.rest.violations).toEqual([]);
});

/** A Gateway that closes with this code. */
const refusing =
  (code: number) =>
  ({ gateway }: Started) => {
    gateway.refuseWith = code;
  };

/** A Gateway that accepts connections and says nothing. */
const silent = ({ gateway }: Started) => {
  gateway.mute = true;
};

describe('a login', () => {
  test('identifies with intents of which none is privileged', async () => {
    await open();
    // Guilds, GuildMessages, DirectMessages.
    expect(rig.discord.gateway.identifies).toEqual([
      { shard: 0, shards: 1, intents: (1 << 0) | (1 << 9) | (1 << 12) },
    ]);
  });

  test('with a refused token ends at once with what to check, and is not tried again', async () => {
    await open({ config: { token: 'wrong' }, eager: true });
    expect(rig.connection.status()).toEqual({
      state: 'degraded',
      detail: expect.stringContaining('DISCORD_TOKEN'),
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(rig.discord.rest.calls.filter(({ path }) => path === '/gateway/bot')).toHaveLength(1);
    expect(JSON.stringify([rig.host.log.lines, rig.connection.status()])).not.toContain('wrong');
  });

  test.each([
    [4004, 'DISCORD_TOKEN'],
    [4010, 'DISCORD_SHARDS'],
    [4011, 'DISCORD_SHARDS=auto'],
    [4014, 'intents'],
  ])('that the Gateway refuses with %i says what to do', async (code, words) => {
    await open({ eager: true, prepare: refusing(code) });
    expect(rig.connection.status()).toEqual({ state: 'degraded', detail: expect.stringContaining(words) });
  });

  test('that gets no answer does not hold the start up, says what to check, and goes on', async () => {
    const started = Date.now();
    await open({
      eager: true,
      timing: { loginWithin: 300 },
      prepare: silent,
    });
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(rig.connection.status()).toEqual({
      state: 'degraded',
      detail: expect.stringMatching(/DISCORD_TOKEN.*gateway\.discord\.gg/),
    });
  });

  test('while Discord is away is tried again until it succeeds', async () => {
    await open({
      eager: true,
      prepare: ({ rest }) => rest.faults.push({ fault: 'server-error', times: 2, path: /gateway/ }),
    });
    await until(() => rig.connection.status().state === 'ready', 10_000);
    expect(
      rig.discord.rest.calls.filter(({ path }) => path === '/gateway/bot').map(({ status }) => status),
    ).toEqual([500, 500, 200]);
  });

  test('that was taken back later is seen in the status', async () => {
    await open();
    rig.discord.gateway.close(4004);
    await until(() => rig.connection.status().state === 'degraded');
    expect(rig.connection.status().detail).toContain('DISCORD_TOKEN');
  });

  test('ends when told to stop', async () => {
    await open({
      eager: true,
      timing: { loginWithin: 200 },
      prepare: silent,
    });
    const started = Date.now();
    await rig.connection.stop(1000);
    expect(Date.now() - started).toBeLessThan(5000);
    expect(rig.connection.status().state).toBe('stopped');
  });
});

describe('shards', () => {
  // The shard of a server is its id >> 22 modulo how many shards there are.
  const server = (shard: number) => ((BigInt(1000 + shard) << 22n) + 77n).toString();
  const guilds = [server(0), server(1)];

  test('are as many as Discord recommends, all in one process', async () => {
    await open({ counterpart: { recommendedShards: 2, shardsNeeded: 2, guilds } });
    expect(rig.discord.gateway.identifies.map(({ shard, shards }) => [shard, shards]).sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(rig.connection.status().detail).toBe('connected as Rapporteur to 2 servers with 2 shards');
    for (const guildId of guilds) {
      const id = rig.discord.say({
        text: '@Rapporteur help',
        place: { guildId, channelId: snowflake(), type: 0 },
      });
      await until(() => rig.discord.repliesTo(id).length > 0);
    }
  }, 20_000);

  test('can be divided over processes, of which the first registers the commands', async () => {
    await open({ counterpart: { guilds }, config: { sharding: { total: 2, ids: [1] }, register: true } });
    expect(rig.discord.gateway.identifies.map(({ shard, shards }) => [shard, shards])).toEqual([[1, 2]]);
    const other = rig.discord.say({
      text: '@Rapporteur help',
      place: { guildId: guilds[0] as string, channelId: snowflake(), type: 0 },
    });
    const own = rig.discord.say({
      text: '@Rapporteur help',
      place: { guildId: guilds[1] as string, channelId: snowflake(), type: 0 },
    });
    await until(() => rig.discord.repliesTo(own).length > 0);
    expect(rig.discord.repliesTo(other)).toEqual([]);
    expect(rig.discord.rest.commands.size).toBe(0);
  });

  test('too few for the number of servers are refused with what to do', async () => {
    await open({
      eager: true,
      counterpart: { shardsNeeded: 4, guilds },
      config: { sharding: { total: 1, ids: [0] } },
    });
    expect(rig.connection.status().detail).toContain('DISCORD_SHARDS=auto');
  });
});

describe('the registration at start', () => {
  const calls = () =>
    rig.discord.rest.calls.filter(({ path }) => path.includes('/commands')).map(({ method }) => method);

  test('creates the commands, and changes nothing the next time', async () => {
    await open({ config: { register: true } });
    const wanted = commandPayloads(DECLARATIONS, 'global');
    await until(() => rig.discord.rest.commands.get('global')?.length === wanted.length);
    expect(calls()).toEqual(['GET', ...wanted.map(() => 'POST')]);
    expect(rig.connection.status().state).toBe('ready');

    const registered = rig.discord.rest.commands.get('global') ?? [];
    await rig.stop();
    await open({
      config: { register: true },
      prepare: ({ rest }) => void rest.commands.set('global', registered),
    });
    await until(() => rig.host.log.lines.some(({ message }) => message.includes('up to date')));
    expect(calls()).toEqual(['GET']);
  });

  test('updates and deletes only what changed', async () => {
    await open({ config: { register: true } });
    await until(() => rig.host.log.lines.some(({ message }) => message.includes('up to date')));
    const [first, ...rest] = rig.discord.rest.commands.get('global') ?? [];
    await rig.stop();
    const old = [
      { ...first, description: 'of long ago' },
      ...rest.slice(1),
      { id: '5', type: 1, name: 'gone', description: 'x' },
    ];
    await open({
      config: { register: true },
      prepare: ({ rest: api }) => void api.commands.set('global', old),
    });
    await until(() => rig.host.log.lines.some(({ message }) => message.includes('up to date')));
    expect(calls()).toEqual(['GET', 'DELETE', 'PATCH', 'POST']);
    const names = (rig.discord.rest.commands.get('global') ?? []).map(({ name }) => name);
    expect(names.sort()).toEqual(
      commandPayloads(DECLARATIONS, 'global')
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('in one server leaves the others alone', async () => {
    await open({ config: { register: true, guildIds: ['55'] } });
    await until(() => (rig.discord.rest.commands.get('55')?.length ?? 0) > 6);
    expect(rig.discord.rest.commands.has('global')).toBe(false);
  });

  test('everywhere takes away what servers had for trying out', async () => {
    const store = await openStore();
    await open({ config: { register: true, guildIds: ['55', '66'] }, host: { store } });
    await until(() => rig.host.log.lines.some(({ message }) => message.includes('up to date')));
    const own = rig.discord.rest.commands.get('55') ?? [];
    await rig.connection.stop(1000);
    await rig.discord.stop();

    await open({
      config: { register: true },
      host: { store },
      prepare: ({ rest }) => {
        rest.commands.set('55', own);
        rest.faults.push({ fault: 'forbidden', times: 1, path: /guilds\/66/ });
      },
    });
    await until(() => rig.host.log.lines.some(({ message }) => message.includes('up to date')));
    expect(rig.discord.rest.commands.get('55')).toEqual([]);
    expect(rig.discord.rest.commands.get('global')?.length).toBeGreaterThan(6);
    expect(await rig.host.notes.get('servers-with-commands')).toBeUndefined();
  });

  test('that is refused leaves the bot answering, and is seen in the status', async () => {
    await open({
      eager: true,
      config: { register: true },
      prepare: ({ rest }) => rest.faults.push({ fault: 'server-error', times: 99, path: /commands/ }),
    });
    const id = rig.discord.say({ text: 'help', place: direct() });
    await until(() => rig.discord.repliesTo(id).length > 0);
    await until(() => rig.connection.status().detail.includes('could not be registered'), 10_000);
    expect(rig.connection.status().state).toBe('degraded');
  }, 20_000);
});

import { describe, expect, test } from '@jest/globals';
import { inviteLinks, manifest } from '../../../adapters/discord/manifest.ts';
import {
  type CommandPayload,
  changes,
  commandPayloads,
  type RegisteredCommand,
  updateBody,
} from '../../../adapters/discord/registration.ts';
import { DECLARATIONS } from '../../../src/commands/declarations.ts';
import { commandProblems } from './counterpart-rules.ts';

const WANTED = commandPayloads(DECLARATIONS, 'global');

/** What Discord gives back for a command: ids, nulls and defaults beside what was sent, in another order. */
function registered(commands: readonly CommandPayload[]): readonly RegisteredCommand[] {
  const back = commands.map((command, index) => ({
    id: String(index + 1),
    version: '9',
    application_id: '6',
    default_member_permissions: null,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    description: '',
    ...command,
    ...(command.contexts === undefined ? {} : { contexts: [...command.contexts].reverse() }),
    ...(command.options === undefined
      ? {}
      : {
          options: command.options.map(({ required, autocomplete, ...rest }) => ({
            ...rest,
            ...(required ? { required } : {}),
            ...(autocomplete ? { autocomplete } : {}),
          })),
        }),
  }));
  return back as unknown as readonly RegisteredCommand[];
}

describe('the commands', () => {
  test.each(['global', 'guild'] as const)('are valid for Discord (%s)', (scope) => {
    for (const command of commandPayloads(DECLARATIONS, scope)) {
      expect(commandProblems(command, 'POST', scope)).toEqual([]);
      expect(commandProblems(updateBody(command), 'PATCH', scope)).toEqual([]);
    }
  });

  test('come from the declarations, one each, and the two entries in the menu of messages', () => {
    expect(WANTED.map(({ name }) => name)).toEqual([
      ...DECLARATIONS.map(({ name }) => name),
      'Find related sessions',
      'Who is this about?',
    ]);
    const speaker = WANTED.find(({ name }) => name === 'speaker');
    expect(speaker).toMatchObject({
      integration_types: [0, 1],
      contexts: [0, 1, 2],
      options: [
        { type: 3, name: 'name', required: true, autocomplete: true },
        { type: 5, name: 'private' },
      ],
    });
  });

  test('carry names and descriptions in the languages of Discord that the project has', () => {
    for (const command of WANTED) {
      expect(Object.keys(command.name_localizations ?? {})).toEqual(['fr', 'es-ES', 'es-419', 'ru', 'zh-CN']);
    }
    for (const locale of ['fr', 'es-ES', 'ru', 'zh-CN']) {
      const names = WANTED.filter(({ type }) => type === 1).map(
        (command) => command.name_localizations?.[locale],
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('a registration', () => {
  test('changes nothing where nothing differs', () => {
    expect(changes(WANTED, registered(WANTED))).toEqual([]);
    const guild = commandPayloads(DECLARATIONS, 'guild');
    // Of a server's commands Discord may give back where they apply, which cannot be set there.
    const back = registered(guild).map((command) => ({ ...command, contexts: [0], integration_types: [0] }));
    expect(changes(guild, back)).toEqual([]);
  });

  test('creates all where there is nothing', () => {
    expect(changes(WANTED, []).map((change) => change.do)).toEqual(WANTED.map(() => 'create'));
  });

  test('updates what differs, deletes what is no longer wanted, creates what is new, in this order', () => {
    const [first, second, ...rest] = registered(WANTED) as [
      RegisteredCommand,
      RegisteredCommand,
      ...RegisteredCommand[],
    ];
    const old = [{ ...first, description: 'another' }, { ...second, name: 'gone' }, ...rest];
    expect(changes(WANTED, old)).toEqual([
      { do: 'delete', id: '2', name: 'gone' },
      { do: 'update', id: '1', command: WANTED[0] },
      { do: 'create', command: WANTED[1] },
    ]);
  });

  test.each([
    [
      'an option',
      (command: RegisteredCommand) => ({ ...command, options: (command.options ?? []).slice(0, 1) }),
    ],
    [
      'a localization',
      (command: RegisteredCommand) => ({ ...command, description_localizations: { fr: 'x' } }),
    ],
    ['where it applies', (command: RegisteredCommand) => ({ ...command, contexts: [0] })],
    ['who may install it', (command: RegisteredCommand) => ({ ...command, integration_types: [0] })],
  ])('sees a difference in %s', (_what, change) => {
    const [first, ...rest] = registered(WANTED) as [RegisteredCommand, ...RegisteredCommand[]];
    expect(changes(WANTED, [change(first), ...rest]).map((one) => one.do)).toEqual(['update']);
  });

  test('leaves alone what Discord made itself', () => {
    const entry = { id: '99', type: 4, name: 'launch', description: '' };
    expect(changes(WANTED, [...registered(WANTED), entry])).toEqual([]);
  });

  test('names what is to be removed by an update, because Discord keeps what is left out', () => {
    expect(updateBody({ type: 3, name: 'x' })).toEqual({
      name: 'x',
      name_localizations: null,
      description_localizations: null,
      options: [],
    });
  });
});

describe('the manifest', () => {
  const run = async (args: readonly string[], environment: Record<string, string> = {}) =>
    JSON.parse(
      (await manifest({ declarations: DECLARATIONS, arguments: args, environment })).output,
    ) as Record<string, unknown>;

  test('prints the commands and the links with the least permissions', async () => {
    const printed = await run(['--application', '123']);
    expect(printed.commands).toEqual(JSON.parse(JSON.stringify(WANTED)));
    const invite = new URL(String(printed.invite));
    expect(Object.fromEntries(invite.searchParams)).toEqual({
      client_id: '123',
      scope: 'bot applications.commands',
      // View Channels, Send Messages, Read Message History, Send Messages in Threads.
      permissions: String(2 ** 10 + 2 ** 11 + 2 ** 16 + 2 ** 38),
      integration_type: '0',
    });
    expect(new URL(String(printed.invite_person)).searchParams.get('integration_type')).toBe('1');
    expect(printed.intents).toEqual(['Guilds', 'GuildMessages', 'DirectMessages']);
  });

  test('takes the application from the environment, and says where it is missing', async () => {
    expect((await run([], { DISCORD_APPLICATION_ID: '77' })).invite).toBe(inviteLinks('77').server);
    expect(await run([])).toMatchObject({
      invite: expect.stringContaining('APPLICATION_ID'),
      note: expect.any(String),
    });
  });

  test('prints what is registered in one server', async () => {
    const printed = await run(['--guild', '--application=5']);
    expect(JSON.stringify(printed.commands)).not.toContain('integration_types');
  });

  test('refuses what it does not know', async () => {
    await expect(run(['--nonsense'])).rejects.toThrow('--nonsense is not known here');
    await expect(run(['--application', 'abc'])).rejects.toThrow('only digits');
  });
});

/**
 * Discord's variables: what each is for, and whether together they can work. All problems are reported at once.
 */
import * as z from 'zod';
import type {
  ConfigurationProblem,
  ConfigurationReader,
  Configured,
  Environment,
  Surroundings,
} from '../../src/contract/adapter.ts';
import { addressFault } from '../../src/kit/address.ts';
import { problem } from './problem.ts';
import { readSharding, type Sharding } from './sharding.ts';

export interface DiscordConfig {
  /** The bot's token; absent where only HTTP interactions are served. */
  readonly token?: string;
  readonly applicationId?: string;
  /** The application's Ed25519 key in hexadecimal; present where interactions come over HTTP. */
  readonly publicKey?: string;
  /** Base of the REST API, without the version. */
  readonly apiUrl: string;
  /** Whether to hold a connection to the Gateway: mentions and direct messages come over it alone. */
  readonly gateway: boolean;
  readonly sharding: Sharding;
  /** Whether to bring the registered commands up to date at start. */
  readonly register: boolean;
  /** Servers to register the commands in instead of everywhere. */
  readonly guildIds: readonly string[];
  /** Whether answers to slash commands are for the asker's eyes unless they say otherwise. */
  readonly privateAnswers: boolean;
}

export const DEFAULT_API_URL = 'https://discord.com/api';

const text = (description: string) => z.string().optional().meta({ description });

export const variables = z.object({
  DISCORD_TOKEN: text(
    "The bot's token, from the application's page Bot. Connects mentions, messages and commands.",
  ),
  DISCORD_APPLICATION_ID: text(
    'Application ID, from the page General Information. Needed for the invite link and where there is no token.',
  ),
  DISCORD_PUBLIC_KEY: text(
    'Public Key, from the page General Information. Serves interactions at /discord/interactions over HTTP.',
  ),
  DISCORD_GATEWAY: text(
    'off: no Gateway connection, for replicas that serve interactions over HTTP only. Default: on where there is a token.',
  ),
  DISCORD_SHARDS: text(
    'auto (default): as many shards as Discord recommends, in this process; or how many in all, for example 4.',
  ),
  DISCORD_SHARD_IDS: text(
    'Which of DISCORD_SHARDS this process runs, for example 0-1 or 0,2. Default: all of them.',
  ),
  DISCORD_REGISTER: text(
    'off: leave the registered commands alone. Default: update what changed when the bot starts.',
  ),
  DISCORD_GUILD_ID: text(
    'Server IDs, separated by commas: register the commands there only, where they appear at once. For trying out.',
  ),
  DISCORD_PRIVATE_ANSWERS: text(
    'on: answers to slash commands are seen only by the asker, who can share them. Default: off; each command has an option for it.',
  ),
  DISCORD_API_URL: text(`Base address of Discord's API, for tests. Default: ${DEFAULT_API_URL}`),
});

const HINT = 'set DISCORD_TOKEN (docs/discord.md leads through it)';

export const configuration: ConfigurationReader<DiscordConfig> = {
  variables,
  read(environment: Environment, _surroundings: Surroundings): Configured<DiscordConfig> {
    const value = (name: keyof typeof variables.shape) => environment[name]?.trim() || undefined;
    const token = value('DISCORD_TOKEN');
    const publicKey = value('DISCORD_PUBLIC_KEY')?.toLowerCase();
    const applicationId = value('DISCORD_APPLICATION_ID');
    if (token === undefined && publicKey === undefined) {
      if (applicationId === undefined) return { state: 'off', hint: HINT };
      return {
        state: 'wrong',
        problems: [
          problem(
            ['DISCORD_TOKEN', 'DISCORD_PUBLIC_KEY'],
            'DISCORD_APPLICATION_ID alone connects nothing',
            `${HINT}, or DISCORD_PUBLIC_KEY for interactions over HTTP`,
          ),
        ],
      };
    }
    const problems: ConfigurationProblem[] = [];
    const check = (bad: boolean, names: readonly string[], message: string, remedy: string) => {
      if (bad) problems.push(problem(names, message, remedy));
    };
    check(
      token !== undefined && !TOKEN.test(token),
      ['DISCORD_TOKEN'],
      'is not a bot token: one has three parts with a full stop between them. Public keys, ids and the client secret are none',
      'copy it from the page Bot of your application (Reset Token shows a new one)',
    );
    check(
      applicationId !== undefined && !SNOWFLAKE.test(applicationId),
      ['DISCORD_APPLICATION_ID'],
      'is not an id: it has only digits',
      'copy Application ID from the page General Information',
    );
    check(
      publicKey !== undefined && !/^[0-9a-f]{64}$/.test(publicKey),
      ['DISCORD_PUBLIC_KEY'],
      'is not a public key: it has 64 hexadecimal digits',
      'copy Public Key from the page General Information',
    );
    check(
      token === undefined && applicationId === undefined,
      ['DISCORD_APPLICATION_ID'],
      'is missing: without a token it cannot be asked of Discord',
      'copy Application ID from the page General Information',
    );
    const gateway = toggle(value('DISCORD_GATEWAY'), token !== undefined, 'DISCORD_GATEWAY', problems);
    check(
      gateway && token === undefined,
      ['DISCORD_TOKEN', 'DISCORD_GATEWAY'],
      'the Gateway needs a token',
      'set DISCORD_TOKEN or leave DISCORD_GATEWAY out',
    );
    check(
      !gateway && publicKey === undefined,
      ['DISCORD_GATEWAY', 'DISCORD_PUBLIC_KEY'],
      'without the Gateway nothing comes in unless interactions come over HTTP',
      'set DISCORD_PUBLIC_KEY or leave DISCORD_GATEWAY out',
    );
    const guildIds = (value('DISCORD_GUILD_ID') ?? '').split(/[\s,]+/).filter((id) => id !== '');
    check(
      guildIds.some((id) => !SNOWFLAKE.test(id)),
      ['DISCORD_GUILD_ID'],
      'holds something that is not a server id: ids have only digits',
      'copy the id from the menu of the server (Settings, Advanced, Developer Mode shows it)',
    );
    const register = toggle(value('DISCORD_REGISTER'), token !== undefined, 'DISCORD_REGISTER', problems);
    const privateAnswers = toggle(
      value('DISCORD_PRIVATE_ANSWERS'),
      false,
      'DISCORD_PRIVATE_ANSWERS',
      problems,
    );
    const sharding = readSharding(value('DISCORD_SHARDS'), value('DISCORD_SHARD_IDS'), problems);
    const apiUrl = readApiUrl(value('DISCORD_API_URL'), problems);
    if (problems.length > 0) return { state: 'wrong', problems };
    const config: DiscordConfig = {
      ...(token === undefined ? {} : { token: token.replace(/^Bot /, '') }),
      ...(applicationId === undefined ? {} : { applicationId }),
      ...(publicKey === undefined ? {} : { publicKey }),
      apiUrl,
      gateway,
      sharding,
      register: register && token !== undefined,
      guildIds,
      privateAnswers,
    };
    return { state: 'on', config, summary: summarize(config), overHttp: publicKey !== undefined };
  },
};

/** The bot's id, a moment and a check, each in letters, digits, hyphens and underscores. */
const TOKEN = /^(?:Bot )?[\w-]+\.[\w-]+\.[\w-]+$/;
/** Discord's ids. Real ones have 17 digits and more; a wrong one is refused by Discord with a reason. */
const SNOWFLAKE = /^\d{1,20}$/;

function toggle(
  value: string | undefined,
  otherwise: boolean,
  name: string,
  problems: ConfigurationProblem[],
): boolean {
  if (value === undefined) return otherwise;
  if (/^(?:on|1|true|yes)$/i.test(value)) return true;
  if (/^(?:off|0|false|no)$/i.test(value)) return false;
  problems.push(problem([name], 'is neither on nor off', 'set it to on or off, or leave it out'));
  return otherwise;
}

/** The token goes to this address, so it must be https, or lie on this machine; paths are put behind it, so it ends with its own. */
function readApiUrl(value: string | undefined, problems: ConfigurationProblem[]): string {
  if (value === undefined) return DEFAULT_API_URL;
  const fault = addressFault(value);
  if (fault !== undefined) {
    problems.push(
      problem(
        ['DISCORD_API_URL'],
        fault === 'laden'
          ? 'holds more than an address: a user name, a password, a query or a fragment'
          : 'is neither an https address nor one on this machine',
        'leave it out: only tests need it',
      ),
    );
    return DEFAULT_API_URL;
  }
  return value.replace(/\/+$/, '').replace(/\/v\d+$/, '');
}

function summarize(config: DiscordConfig): string {
  const ways = [
    config.gateway ? 'Gateway' : '',
    config.publicKey === undefined ? '' : 'HTTP interactions at /discord/interactions',
  ];
  return ways.filter((way) => way !== '').join(' and ');
}

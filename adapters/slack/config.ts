/**
 * Slack's variables: how requests come in (HTTP or Socket Mode) and whose token answers (one workspace's, or many by
 * OAuth). All that is wrong is reported at once.
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

export interface SlackConfig {
  /** Checks requests at /slack/events; absent where they come over Socket Mode alone. */
  readonly signingSecret?: string;
  /** Opens Socket Mode; absent where requests come over HTTP alone. */
  readonly appToken?: string;
  readonly workspace:
    | { readonly kind: 'one'; readonly botToken: string }
    | {
        readonly kind: 'many';
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
        readonly redirectUri: string;
      };
  /** Base of the Web API with a trailing slash, where it is not Slack's own. */
  readonly apiUrl?: string;
  /** Stands before every slash command but `/rapporteur`; '' for none. */
  readonly commandPrefix: string;
}

const text = (description: string) => z.string().optional().describe(description);

const variables = z.object({
  SLACK_BOT_TOKEN: text(
    'Bot token of one workspace (xoxb-…), from the page "OAuth & Permissions" of your app. For many workspaces use SLACK_CLIENT_ID and its companions instead.',
  ),
  SLACK_SIGNING_SECRET: text(
    'Signing secret of your app, from the page "Basic Information". Serves Slack over HTTP at /slack/events.',
  ),
  SLACK_APP_TOKEN: text(
    'App-level token (xapp-…) with the scope connections:write. Serves Slack over Socket Mode, which needs no public address.',
  ),
  SLACK_CLIENT_ID: text(
    'Client ID of your app, for installing it in many workspaces at /slack/install. Needs PUBLIC_URL, and STATE_DIR or DATABASE_URL to outlive a restart.',
  ),
  SLACK_CLIENT_SECRET: text('Client secret that belongs to SLACK_CLIENT_ID.'),
  SLACK_STATE_SECRET: text(
    'Any long random text of yours: protects installations from forged requests. Needed with SLACK_CLIENT_ID.',
  ),
  SLACK_COMMAND_PREFIX: text(
    'Letters before the slash commands where another app has the same names: with "arc-", /sessions becomes /arc-sessions. /rapporteur stays as it is.',
  ),
  SLACK_API_URL: text(
    'Base address of the Web API where it is not https://slack.com/api/ (GovSlack, tests).',
  ),
});

type Name = keyof typeof variables.shape;

/** What each kind of secret begins with; one in the place of another is a frequent slip. */
const TOKEN_KINDS: Readonly<Record<string, string>> = {
  'xoxb-': 'a bot token',
  'xapp-': 'an app-level token',
  'xoxp-': 'a user token',
  xoxe: 'a rotating or configuration token',
};

const SWITCHES: readonly Name[] = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
];

export const configuration: ConfigurationReader<SlackConfig> = { variables, read };

function read(environment: Environment, surroundings: Surroundings): Configured<SlackConfig> {
  const value = (name: Name) => environment[name]?.trim() || undefined;
  if (SWITCHES.every((name) => value(name) === undefined)) {
    return {
      state: 'off',
      hint: 'Set SLACK_BOT_TOKEN, and SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode): docs/slack.md',
    };
  }
  const problems: ConfigurationProblem[] = [];
  const problem = (names: readonly Name[] | readonly string[], message: string, remedy: string) => {
    problems.push({ variables: names, message, remedy });
  };

  const signingSecret = value('SLACK_SIGNING_SECRET');
  const appToken = value('SLACK_APP_TOKEN');
  if (signingSecret === undefined && appToken === undefined) {
    problem(
      ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'],
      'Slack has no way in: neither is set.',
      'Set SLACK_SIGNING_SECRET where Slack can reach this service at an https address, else SLACK_APP_TOKEN.',
    );
  }
  checkKind('SLACK_APP_TOKEN', appToken, 'xapp-', problem);
  checkKind('SLACK_BOT_TOKEN', value('SLACK_BOT_TOKEN'), 'xoxb-', problem);
  const secret = '16 or more letters and digits';
  checkForm('SLACK_SIGNING_SECRET', signingSecret, SECRET, `a signing secret, which is ${secret}`, problem);
  checkForm(
    'SLACK_CLIENT_ID',
    value('SLACK_CLIENT_ID'),
    CLIENT_ID,
    'a client ID: two numbers with a full stop between them',
    problem,
  );
  checkForm(
    'SLACK_CLIENT_SECRET',
    value('SLACK_CLIENT_SECRET'),
    SECRET,
    `a client secret, which is ${secret}`,
    problem,
  );
  const workspace = readWorkspace(value, surroundings, problem);
  const apiUrl = readApiUrl(value('SLACK_API_URL'), problem);
  const commandPrefix = (value('SLACK_COMMAND_PREFIX') ?? '').replace(/^\//, '').toLowerCase();
  if (!/^[a-z0-9_-]{0,15}$/.test(commandPrefix)) {
    problem(
      ['SLACK_COMMAND_PREFIX'],
      'SLACK_COMMAND_PREFIX holds something else than up to 15 letters, digits, hyphens and underscores.',
      'Choose something short, for example arc-',
    );
  }
  if (problems.length > 0 || workspace === undefined) return { state: 'wrong', problems };
  const config: SlackConfig = {
    workspace,
    commandPrefix,
    ...(signingSecret === undefined ? {} : { signingSecret }),
    ...(appToken === undefined ? {} : { appToken }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  };
  return { state: 'on', config, summary: summarize(config), overHttp: signingSecret !== undefined };
}

type Problem = (names: readonly string[], message: string, remedy: string) => void;

function checkKind(name: Name, token: string | undefined, expected: string, problem: Problem): void {
  if (token === undefined || (token.startsWith(expected) && /^[\w.-]+$/.test(token))) return;
  const kind = Object.entries(TOKEN_KINDS).find(([start]) => token.startsWith(start));
  const held = kind === undefined || kind[0] === expected ? 'something that is no token of Slack’s' : kind[1];
  problem(
    [name],
    `${name} holds ${held}.`,
    `Put ${TOKEN_KINDS[expected]} (${expected}…) there: ${PLACES[name]}.`,
  );
}

/** Where what belongs into a variable is found in the app's pages at Slack. */
const PLACES: Partial<Readonly<Record<Name, string>>> = {
  SLACK_BOT_TOKEN: 'the page "Install App" shows it after installing',
  SLACK_APP_TOKEN: 'the page "Basic Information", under "App-Level Tokens", makes it',
  SLACK_SIGNING_SECRET: 'the page "Basic Information", under "App Credentials", shows it',
  SLACK_CLIENT_ID: 'the page "Basic Information", under "App Credentials", shows it',
  SLACK_CLIENT_SECRET: 'the page "Basic Information", under "App Credentials", shows it',
};

/** Slack's secrets have 32 letters and digits; how many, and which, is for Slack to change. */
const SECRET = /^[0-9a-z]{16,}$/i;
/** Two numbers with a full stop between them. */
const CLIENT_ID = /^\d+\.\d+$/;

function checkForm(
  name: Name,
  value: string | undefined,
  form: RegExp,
  what: string,
  problem: Problem,
): void {
  if (value === undefined || form.test(value)) return;
  problem([name], `${name} does not look like ${what}.`, `Copy it anew: ${PLACES[name]}.`);
}

function readWorkspace(
  value: (name: Name) => string | undefined,
  surroundings: Surroundings,
  problem: Problem,
): SlackConfig['workspace'] | undefined {
  const botToken = value('SLACK_BOT_TOKEN');
  const clientId = value('SLACK_CLIENT_ID');
  const clientSecret = value('SLACK_CLIENT_SECRET');
  const stateSecret = value('SLACK_STATE_SECRET');
  const oauth = {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  };
  const missing = Object.entries(oauth).flatMap(([name, held]) => (held === undefined ? [name] : []));
  if (missing.length === 3) {
    if (botToken !== undefined) return { kind: 'one', botToken };
    problem(
      ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID'],
      'There is no token to answer with.',
      'Set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET for many.',
    );
    return undefined;
  }
  if (missing.length > 0) {
    problem(
      missing,
      `Installing in many workspaces also needs ${missing.join(' and ')}.`,
      'Set all three, or none of them.',
    );
  }
  if (botToken !== undefined) {
    problem(
      ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID'],
      'One workspace by token and many by OAuth are both set.',
      'Remove SLACK_BOT_TOKEN, or the three variables of OAuth.',
    );
  }
  if (stateSecret !== undefined && stateSecret.length < 16) {
    problem(
      ['SLACK_STATE_SECRET'],
      'SLACK_STATE_SECRET is shorter than 16 characters.',
      'Make a long one: openssl rand -hex 32',
    );
  }
  if (surroundings.publicUrl === undefined) {
    problem(
      ['PUBLIC_URL', 'SLACK_CLIENT_ID'],
      'Installing in many workspaces needs the address that Slack sends people back to.',
      'Set PUBLIC_URL to the https address of this service.',
    );
  }
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined) return undefined;
  return {
    kind: 'many',
    clientId,
    clientSecret,
    stateSecret,
    redirectUri: `${surroundings.publicUrl ?? ''}/slack/oauth_redirect`,
  };
}

/** Tokens go to this address: it must be https, or on this machine. */
function readApiUrl(value: string | undefined, problem: Problem): string | undefined {
  if (value === undefined) return undefined;
  const fault = addressFault(value);
  if (fault !== undefined) {
    problem(
      ['SLACK_API_URL'],
      fault === 'foreign'
        ? 'SLACK_API_URL is neither an https address nor one on this machine.'
        : 'SLACK_API_URL holds more than an address: a user name, a password, a query or a fragment.',
      'Leave it out: it is needed for GovSlack (https://slack-gov.com/api/) and tests only.',
    );
    return undefined;
  }
  return value.endsWith('/') ? value : `${value}/`;
}

function summarize(config: SlackConfig): string {
  const ways = [
    ...(config.signingSecret === undefined ? [] : ['HTTP at /slack/events']),
    ...(config.appToken === undefined ? [] : ['Socket Mode']),
  ];
  const workspaces =
    config.workspace.kind === 'one' ? 'one workspace' : 'many workspaces, installed at /slack/install';
  return `${ways.join(' and ')}; ${workspaces}`;
}

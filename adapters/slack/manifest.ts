/**
 * The app manifest, made from the command declarations, to Slack's manifest schema 2.0.0: name, commands, events and the
 * least scopes that serve them. `npm run --silent manifest -- slack --url https://…` prints it.
 */

import type { Declaration } from '../../src/commands/declaration.ts';
import type { Manifest, ManifestRequest } from '../../src/contract/adapter.ts';
import { cut } from '../../src/kit/cut.ts';
import { ACCENT, PRODUCT } from '../../src/locales/brand.ts';
import { LIMITS } from './limits.ts';
import { MAIN_COMMAND } from './receive.ts';
import { saysIn } from './says.ts';
import { ASK, FIND_RELATED } from './shortcut.ts';
import { LEFT_TO_MAIN } from './typed.ts';

/** What the bot needs to be asked and to answer. Reading channels is not part of it. */
export const SCOPES = ['app_mentions:read', 'chat:write', 'commands', 'im:history'] as const;
/** For the agent view: suggested questions, titles of threads. */
const AGENT_SCOPES = ['assistant:write'] as const;
/** For previews of links to the service's own pages. */
export const UNFURL_SCOPES = ['links:read', 'links:write'] as const;

interface Options {
  readonly url: string | undefined;
  readonly socket: boolean;
  readonly prefix: string;
  readonly name: string;
  readonly agent: boolean;
}

/** Rejects arguments that it does not know, naming those it does. */
export function manifest({ declarations, arguments: args, environment }: ManifestRequest): Manifest {
  const options = readOptions(args, environment);
  return { output: `${JSON.stringify(buildManifest(declarations, options), null, 2)}\n` };
}

const USAGE = `Usage: npm run --silent manifest -- slack (--url https://… | --socket) [--prefix TEXT] [--name NAME] [--no-agent]
  --url      address under which this service is reached; PUBLIC_URL where it is set
  --socket   for Socket Mode: no address is needed
  --prefix   stands before the slash commands; SLACK_COMMAND_PREFIX where it is set
  --name     name of the app in Slack (${PRODUCT})
  --no-agent without the agent view, for workspaces that have none`;

function readOptions(args: readonly string[], environment: ManifestRequest['environment']): Options {
  let url = environment.PUBLIC_URL?.trim() || undefined;
  let prefix = environment.SLACK_COMMAND_PREFIX?.trim() ?? '';
  let name: string = PRODUCT;
  let socket = false;
  let agent = true;
  const left = [...args];
  for (let argument = left.shift(); argument !== undefined; argument = left.shift()) {
    const [option = '', inline] = argument.split(/=(.*)/s, 2);
    const value = () => {
      const given = inline ?? left.shift();
      if (given === undefined || given === '') throw new Error(`${option} needs a value.\n${USAGE}`);
      return given;
    };
    if (option === '--url') url = value();
    else if (option === '--prefix') prefix = value();
    else if (option === '--name') name = value();
    else if (option === '--socket') socket = true;
    else if (option === '--no-agent') agent = false;
    else throw new Error(`${option} is not known.\n${USAGE}`);
  }
  if (url === undefined && !socket)
    throw new Error(`Give the service's address with --url, or --socket.\n${USAGE}`);
  if (url !== undefined && !isBase(url)) throw new Error(`--url must be an https address, not ${url}`);
  return {
    url: url?.replace(/\/+$/, ''),
    socket,
    prefix: prefix.replace(/^\//, '').toLowerCase(),
    name,
    agent,
  };
}

function isBase(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, search, hash, username, password } = new URL(url);
  return protocol === 'https:' && search === '' && hash === '' && username === '' && password === '';
}

/** Slack shows a manifest as it is: in one language. */
const says = saysIn();

function buildManifest(declarations: readonly Declaration[], options: Options): unknown {
  const { url, socket, agent } = options;
  const requests = socket || url === undefined ? {} : { url: `${url}/slack/events` };
  const requestUrl = 'url' in requests ? { request_url: requests.url } : {};
  // Previews need the domain of the pages, whichever way requests come in.
  const domain = url === undefined ? undefined : new URL(url).hostname;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: cut(options.name, LIMITS.appName.value),
      description: cut(says.own.manifest.description, LIMITS.appDescription.value),
      long_description: says.own.manifest.longDescription,
      background_color: ACCENT,
    },
    features: {
      // What can be asked is suggested from the archive, when somebody opens the view.
      ...(agent
        ? { agent_view: { agent_description: cut(says.own.manifest.agent, LIMITS.agentDescription.value) } }
        : {}),
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: cut(options.name, LIMITS.botName.value), always_online: true },
      shortcuts: [
        { name: says.ask.title, type: 'global', callback_id: ASK, description: says.own.manifest.ask },
        {
          name: says.chat.findRelated,
          type: 'message',
          callback_id: FIND_RELATED,
          description: says.own.manifest.findRelated,
        },
      ],
      slash_commands: commands(declarations, options.prefix).map((command) => ({
        ...command,
        ...requests,
        // People's mentions come with their names, and channels and groups can be told from them.
        should_escape: true,
      })),
      ...(domain === undefined ? {} : { unfurl_domains: [domain] }),
    },
    oauth_config: {
      ...(url === undefined ? {} : { redirect_urls: [`${url}/slack/oauth_redirect`] }),
      scopes: {
        bot: [
          ...SCOPES,
          ...(agent ? AGENT_SCOPES : []),
          ...(domain === undefined ? [] : UNFURL_SCOPES),
        ].sort(),
      },
    },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: [
          // Without it Slack leaves out of messages what stands beside the view.
          ...(agent ? ['app_context_changed'] : []),
          'app_home_opened',
          'app_mention',
          'app_uninstalled',
          ...(domain === undefined ? [] : ['entity_details_requested', 'link_shared']),
          'message.im',
          'tokens_revoked',
        ],
      },
      interactivity: {
        is_enabled: true,
        ...requestUrl,
        ...('url' in requests ? { message_menu_options_url: requests.url } : {}),
      },
      org_deploy_enabled: true,
      socket_mode_enabled: socket,
      token_rotation_enabled: false,
    },
  };
}

interface Command {
  readonly command: string;
  readonly description: string;
  readonly usage_hint: string;
}

/** `/rapporteur` first, then one command a declaration; a prefix, where given, stands before all but the first. */
function commands(declarations: readonly Declaration[], prefix: string): readonly Command[] {
  const own = declarations
    .filter(({ name }) => prefix !== '' || !LEFT_TO_MAIN.has(name))
    .map(
      ({ name, summary, argument }): Command => ({
        command: `/${prefix}${name}`.slice(0, LIMITS.commandName.value),
        description: cut(summary, LIMITS.commandDescription.value),
        usage_hint: cut(argument.hint, LIMITS.commandHint.value),
      }),
    );
  const main: Command = {
    command: `/${MAIN_COMMAND}`,
    description: says.own.manifest.main,
    usage_hint: says.own.manifest.mainHint,
  };
  return [main, ...own].slice(0, LIMITS.commands.value);
}

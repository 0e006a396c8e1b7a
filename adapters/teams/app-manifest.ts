/**
 * The manifest of the app package, made from the commands' declarations. Pure.
 *
 * Version 1.29 is the first that has slash commands (`supportsTargetedMessages` and `triggers`). Source:
 * developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json.
 */
import type { Declaration } from '../../src/commands/declaration.ts';
import { cut } from '../../src/kit/cut.ts';
import { ACCENT } from '../../src/locales/brand.ts';
import { HOME_PATH, HOME_QUERY } from './home.ts';
import { LIMITS } from './limits.ts';
import { saysIn } from './says.ts';

export const MANIFEST_VERSION = '1.29';

/** What can be told on the command line. */
export interface Options {
  readonly name: string;
  readonly version: string;
  readonly developer: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

/** Where the service is reached from outside. */
export interface Place {
  /** https, without a slash at its end; undefined where it is not known. */
  readonly origin: string | undefined;
  /** Everybody may read the archive's pages there. */
  readonly publicArchive: boolean;
}

/** Teams shows an app package in one language. */
const says = saysIn();

/** The manifest itself. Pure. */
export function appManifest(
  declarations: readonly Declaration[],
  id: string,
  options: Options,
  { origin, publicArchive }: Place,
): object {
  const domain = origin === undefined ? undefined : new URL(origin).hostname;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version: options.version,
    id,
    developer: {
      name: options.developer,
      websiteUrl: options.website,
      privacyUrl: options.privacy,
      termsOfUseUrl: options.terms,
    },
    name: {
      short: options.name,
      full: cut(says.own.manifest.fullName(options.name), LIMITS.manifestNameFull.value),
    },
    description: {
      short: says.own.manifest.short,
      full: cut(description(declarations), LIMITS.manifestDescriptionFull.value),
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT,
    bots: [
      {
        botId: id,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        // Lets people ask with a slash command in a group, which they alone see, as they alone see the answer.
        supportsTargetedMessages: true,
        commandLists: [
          {
            scopes: ['personal'],
            commands: [...commands(declarations), ...prompts(declarations)].slice(
              0,
              LIMITS.commandsInList.value,
            ),
          },
          {
            scopes: ['team', 'groupChat'],
            triggers: ['mention', 'slash'],
            commands: commands(declarations).slice(0, LIMITS.commandsInList.value),
          },
        ],
      },
    ],
    ...(origin === undefined || !publicArchive ? {} : { staticTabs: tabs(origin) }),
    composeExtensions: [
      {
        botId: id,
        commands: extensionCommands(declarations),
        // Links to our own pages show their answer.
        ...(domain === undefined
          ? {}
          : { messageHandlers: [{ type: 'link', value: { domains: [domain] } }] }),
      },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'bot' },
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: domain === undefined ? [] : [domain],
  };
}

/** The chat first, then the archive. */
function tabs(origin: string): readonly object[] {
  return [
    { entityId: 'conversations', scopes: ['personal'] },
    {
      entityId: 'archive',
      name: says.own.home.tab,
      contentUrl: `${origin}${HOME_PATH}?${HOME_QUERY}`,
      websiteUrl: `${origin}/archive`,
      scopes: ['personal'],
    },
  ];
}

/** The search in the compose box, and what stands in the menu of a message. */
function extensionCommands(declarations: readonly Declaration[]): readonly object[] {
  return [
    {
      id: 'search',
      type: 'query',
      title: says.own.manifest.search,
      description: says.own.manifest.searchDescription,
      // What Copilot reads to choose the search and to fill it in.
      semanticDescription: says.own.manifest.searchMeaning,
      samplePrompts: samplePrompts(declarations),
      initialRun: true,
      context: ['compose', 'commandBox'],
      parameters: [
        {
          name: 'query',
          title: says.own.manifest.query,
          description: says.own.manifest.queryDescription,
          semanticDescription: says.own.manifest.queryMeaning,
          inputType: 'text',
        },
      ],
    },
    {
      id: 'related',
      type: 'action',
      title: says.chat.findRelated,
      description: says.own.manifest.findRelated,
      context: ['message'],
      fetchTask: true,
    },
  ];
}

interface Command {
  readonly title: string;
  readonly description: string;
  readonly type?: 'prompt';
  readonly prompt?: string;
}

function commands(declarations: readonly Declaration[]): readonly Command[] {
  return declarations.map(({ name, summary }) => ({
    title: name,
    description: cut(summary, LIMITS.commandDescription.value),
  }));
}

/** Examples as starters in an empty chat: one click asks them. */
function prompts(declarations: readonly Declaration[]): readonly Command[] {
  return declarations.flatMap(({ name, examples: [example] }) =>
    example === undefined || name === 'help' || name === 'open'
      ? []
      : [
          {
            title: cut(sentence(example.meaning), LIMITS.commandTitle.value),
            description: cut(`${name} ${example.argument}`, LIMITS.commandDescription.value),
            type: 'prompt' as const,
            prompt: `${name} ${example.argument}`,
          },
        ],
  );
}

/** What people may ask Copilot, from the examples of the commands: a prompt each, of those that search. */
function samplePrompts(declarations: readonly Declaration[]): readonly object[] {
  return declarations
    .flatMap(({ name, examples: [example] }) =>
      example === undefined || name === 'help' || name === 'open' ? [] : [example.argument],
    )
    .slice(0, LIMITS.samplePrompts.value)
    .map((argument) => ({ text: cut(says.own.manifest.prompt(argument), LIMITS.samplePrompt.value) }));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function description(declarations: readonly Declaration[]): string {
  return [
    says.own.manifest.description,
    ...declarations.map(({ name, summary }) => `• ${name}: ${summary}`),
  ].join('\n\n');
}

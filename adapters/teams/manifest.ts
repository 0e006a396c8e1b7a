/**
 * The app package of Teams: a zip of the manifest, made from the commands' declarations, and the two icons.
 *
 * Version 1.29 of the manifest is the first that has slash commands (`supportsTargetedMessages` and `triggers`). Source:
 * developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json.
 */
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import type { Environment, Manifest, ManifestRequest } from '../../src/adapter.ts';
import type { Declaration } from '../../src/commands/declaration.ts';
import { ACCENT, colourIcon, outlineIcon } from './icons.ts';
import { LIMITS } from './limits.ts';

export const MANIFEST_VERSION = '1.29';

/** Stands in for what is not known yet; the output says so. */
const NO_ID = '00000000-0000-0000-0000-000000000000';
const NO_SITE = 'https://example.org';

const USAGE = `manifest -- teams [--out FILE.zip] [--name NAME] [--app-version 1.0.0]
  [--developer NAME] [--website URL] [--privacy URL] [--terms URL]
Without --out the manifest is printed. TEAMS_APP_ID and PUBLIC_URL are read from the environment.`;

interface Options {
  readonly out: string | undefined;
  readonly name: string;
  readonly version: string;
  readonly developer: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

export async function manifest(request: ManifestRequest): Promise<Manifest> {
  const { options, notes } = readOptions(request);
  const id = request.environment.TEAMS_APP_ID?.trim().toLowerCase() ?? '';
  if (id === '') {
    notes.push(
      'TEAMS_APP_ID is not set: the package holds a placeholder that Teams will not take. Set it and build again.',
    );
  } else if (!GUID.test(id)) {
    throw new Error(
      'TEAMS_APP_ID is not a GUID: copy the "Application (client) ID" of the app registration.',
    );
  }
  const text = `${JSON.stringify(appManifest(request.declarations, id || NO_ID, options, request.environment), undefined, 2)}\n`;
  if (options.out === undefined) {
    return { output: text };
  }
  const files = {
    'manifest.json': new TextEncoder().encode(text),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  };
  // A fixed time makes equal packages of equal content; the zip format knows none before 1980.
  const bytes = zipSync(files, { level: 9, mtime: '1980-01-02T00:00:00Z' });
  return {
    output: [
      `${options.out}: app package of ${options.name} ${options.version} for Teams, manifest ${MANIFEST_VERSION}.`,
      ...notes.map((note) => `Note: ${note}`),
      'Upload it in Teams under Apps → Manage your apps → Upload an app (docs/teams.md).',
      '',
    ].join('\n'),
    files: [{ path: options.out, bytes }],
  };
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/u;

function readOptions({ arguments: given, environment }: ManifestRequest): {
  options: Options;
  notes: string[];
} {
  const text = { type: 'string' } as const;
  const fields = {
    out: text,
    name: text,
    'app-version': text,
    developer: text,
    website: text,
    privacy: text,
    terms: text,
  };
  let values: Partial<Record<keyof typeof fields, string>>;
  try {
    values = parseArgs({ args: [...given], options: fields, strict: true }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
  const notes: string[] = [];
  const origin = httpsOrigin(environment.PUBLIC_URL);
  if (values.website === undefined && origin === undefined) {
    notes.push(`without --website or PUBLIC_URL the links to the developer lead to ${NO_SITE}.`);
  }
  const website = values.website ?? origin ?? NO_SITE;
  const options: Options = {
    out: values.out,
    name: values.name ?? 'Rapporteur',
    version: values['app-version'] ?? '1.0.0',
    developer: values.developer ?? 'Rapporteur',
    website,
    privacy: values.privacy ?? website,
    terms: values.terms ?? website,
  };
  const wrong = [
    ...tooLong('--name', options.name, LIMITS.manifestNameShort.value),
    ...tooLong('--developer', options.developer, LIMITS.manifestDeveloperName.value),
    ...(VERSION.test(options.version) ? [] : ['--app-version is not of the form 1.0.0']),
    ...(['website', 'privacy', 'terms'] as const)
      .filter(
        (name) => httpsOrigin(options[name]) === undefined || options[name].length > LIMITS.manifestUrl.value,
      )
      .map((name) => `--${name} is not an https address`),
  ];
  if (wrong.length > 0) {
    throw new Error(`${wrong.join('; ')}.\n${USAGE}`);
  }
  return { options, notes };
}

function tooLong(name: string, value: string, most: number): readonly string[] {
  return value.trim() === '' || value.length > most ? [`${name} takes 1 to ${most} characters`] : [];
}

function httpsOrigin(url: string | undefined): string | undefined {
  const trimmed = url?.trim();
  return trimmed && URL.canParse(trimmed) && new URL(trimmed).protocol === 'https:'
    ? new URL(trimmed).origin
    : undefined;
}

/** The manifest itself. Pure. */
function appManifest(
  declarations: readonly Declaration[],
  id: string,
  options: Options,
  environment: Environment,
): object {
  const domain = httpsOrigin(environment.PUBLIC_URL);
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
      full: `${options.name}: ask the archive of your policy events`.slice(0, LIMITS.manifestNameFull.value),
    },
    description: {
      short: 'Who said and recommended what at your policy events, and where it is written',
      full: description(declarations).slice(0, LIMITS.manifestDescriptionFull.value),
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
    composeExtensions: [
      {
        botId: id,
        commands: [
          {
            id: 'search',
            type: 'query',
            title: 'Search the archive',
            description: 'Find a session, a person or a recommendation and put it into your message',
            initialRun: true,
            context: ['compose', 'commandBox'],
            parameters: [
              {
                name: 'query',
                title: 'Search',
                description: 'A name, a topic or a few words',
                inputType: 'text',
              },
            ],
          },
        ],
      },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'bot' },
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: domain === undefined ? [] : [new URL(domain).hostname],
  };
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
    description: summary.slice(0, LIMITS.commandDescription.value),
  }));
}

/** Examples as starters in an empty chat: one click asks them. */
function prompts(declarations: readonly Declaration[]): readonly Command[] {
  return declarations.flatMap(({ name, examples: [example] }) =>
    example === undefined || name === 'help' || name === 'open'
      ? []
      : [
          {
            title: sentence(example.meaning).slice(0, LIMITS.commandTitle.value),
            description: `${name} ${example.argument}`.slice(0, LIMITS.commandDescription.value),
            type: 'prompt' as const,
            prompt: `${name} ${example.argument}`,
          },
        ],
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function description(declarations: readonly Declaration[]): string {
  return [
    'Rapporteur knows what was said and recommended at your policy events. Ask it in a chat, mention it in a channel, or put what it finds into a message. Every line names the document and the paragraph in which it is written; where the documents say nothing, it says so. No language model writes its answers.',
    ...declarations.map(({ name, summary }) => `• ${name}: ${summary}`),
  ].join('\n\n');
}

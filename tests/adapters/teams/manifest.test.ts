/** The app package: valid against the published schema of its version, made from the declarations, with both icons. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import AjvModule from 'ajv-draft-04';
import { unzipSync } from 'fflate';
import { teams } from '../../../adapters/teams/adapter.ts';
import { MANIFEST_VERSION } from '../../../adapters/teams/app-manifest.ts';
import { saysIn } from '../../../adapters/teams/says.ts';
import { search } from '../../../adapters/teams/search.ts';
import type { Declaration } from '../../../src/commands/declaration.ts';
import { DECLARATIONS } from '../../../src/commands/declarations.ts';
import type { Environment, Manifest } from '../../../src/contract/adapter.ts';
import { PROJECT } from '../../../src/knowledge/project.ts';
import { openHost } from '../../support/host.ts';

const says = saysIn();

const APP_ID = '11111111-2222-4333-8444-555555555555';
const ENVIRONMENT = { TEAMS_APP_ID: APP_ID, PUBLIC_URL: 'https://rapporteur.example' };

/** The fields that tests look at. */
interface AppManifest {
  readonly id: string;
  readonly manifestVersion: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly bots: readonly {
    readonly botId: string;
    readonly supportsTargetedMessages: boolean;
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly triggers?: readonly string[];
      readonly commands: readonly {
        readonly title: string;
        readonly description: string;
        readonly type?: string;
        readonly prompt?: string;
      }[];
    }[];
  }[];
  readonly staticTabs?: readonly { readonly entityId: string; readonly contentUrl?: string }[];
  readonly composeExtensions: readonly {
    readonly commands: readonly object[];
    readonly messageHandlers?: readonly object[];
  }[];
}

interface SearchCommand {
  readonly semanticDescription: string;
  readonly samplePrompts: readonly { readonly text: string }[];
  readonly parameters: readonly { readonly semanticDescription: string }[];
}

// CommonJS: the class is the default of the default.
const Ajv = AjvModule.default;
const { resolve } = createRequire(import.meta.url);
/** The schema as Microsoft publishes it, out of Microsoft's own package. */
const SCHEMA = path.join(
  path.dirname(resolve('@microsoft/app-manifest/package.json')),
  `build/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
);
// Formats, "uri" above all, are not in this package; links are tested for themselves.
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')) as object,
);

/** Everything that the schema has against a manifest. */
function problemsOf(made: object): readonly string[] {
  return validate(made)
    ? []
    : (validate.errors ?? []).map(
        (one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`,
      );
}

/** Reads a manifest, and holds it to the schema that Microsoft publishes for its version. */
function checked(text: string | Uint8Array | undefined): AppManifest {
  const made = JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text)) as AppManifest;
  expect(problemsOf(made)).toEqual([]);
  return made;
}

async function build(
  args: readonly string[],
  environment: Environment = ENVIRONMENT,
  declarations: readonly Declaration[] = DECLARATIONS,
): Promise<Manifest> {
  const { manifest } = teams;
  if (manifest === undefined) {
    throw new Error('the adapter has no manifest');
  }
  return manifest({ declarations, arguments: args, environment });
}

async function printed(
  args: readonly string[] = [],
  environment: Environment = ENVIRONMENT,
  declarations?: readonly Declaration[],
): Promise<AppManifest> {
  return checked((await build(args, environment, declarations)).output);
}

test('the schema is Microsoft’s own: it takes no field that it does not know, and none that is too long', async () => {
  const made = JSON.parse((await build([])).output) as object;
  const problems = problemsOf({ ...made, unheardOf: true, name: { short: 'x'.repeat(31), full: 'x' } });
  expect(problems.join()).toMatch(/name\/short/u);
  expect(problems.join()).toMatch(/unheardOf/u);
});

describe('the manifest', () => {
  test('is valid, and lists every command for every scope', async () => {
    const made = await printed();
    expect(made.id).toBe(APP_ID);
    expect(made.bots[0]?.botId).toBe(APP_ID);
    const lists = made.bots[0]?.commandLists ?? [];
    const titles = (at: number): readonly string[] =>
      lists[at]?.commands.filter((one) => one.type !== 'prompt').map((one) => one.title) ?? [];
    const names = DECLARATIONS.map((one) => one.name);
    expect(lists.map((one) => one.scopes)).toEqual([['personal'], ['team', 'groupChat']]);
    expect(titles(0)).toEqual(names);
    expect(titles(1)).toEqual(names);
  });

  test('offers slash commands where they exist, and says that the bot takes private messages', async () => {
    const made = await printed();
    expect(made.bots[0]?.supportsTargetedMessages).toBe(true);
    expect(made.bots[0]?.commandLists?.[1]?.triggers).toEqual(['mention', 'slash']);
    // A one-to-one chat has no slash menu for apps.
    expect(made.bots[0]?.commandLists?.[0]?.triggers).toBeUndefined();
  });

  test('starts an empty chat with lines that can be sent as they are', async () => {
    const prompts =
      (await printed()).bots[0]?.commandLists?.[0]?.commands.filter((one) => one.type === 'prompt') ?? [];
    expect(prompts.length).toBeGreaterThan(0);
    for (const { prompt } of prompts) {
      expect(DECLARATIONS.some((one) => prompt?.startsWith(`${one.name} `))).toBe(true);
    }
  });

  test('titles of starters name what they ask about', async () => {
    const list = (await printed()).bots[0]?.commandLists?.[0]?.commands ?? [];
    const starters = list.filter((one) => one.type === 'prompt');
    for (const { title, prompt = '' } of starters) {
      // Names are written with a capital, the command is not.
      const names = prompt.match(/\b\p{Lu}[\p{L}\p{N}]+/gu) ?? [];
      for (const name of names)
        expect({ title, name }).toEqual({ title: expect.stringContaining(name), name });
      expect(title).not.toMatch(/^(?:who )?(?:he|she|they|it)\b/iu);
    }
    expect(new Set(starters.map(({ title }) => title)).size).toBe(starters.length);
  });

  test('has the search that the adapter answers', async () => {
    const [command] = (await printed()).composeExtensions[0]?.commands ?? [];
    expect(command).toMatchObject({
      id: 'search',
      type: 'query',
      initialRun: true,
      parameters: [{ name: 'query' }],
    });
  });

  test('has the command in a message’s menu that the adapter answers', async () => {
    const [, command] = (await printed()).composeExtensions[0]?.commands ?? [];
    expect(command).toMatchObject({
      id: 'related',
      type: 'action',
      title: says.chat.findRelated,
      context: ['message'],
      fetchTask: true,
    });
  });

  test('asks for links to our own pages, where it is known where they are', async () => {
    const handlers = async (environment: Environment) =>
      (await printed([], environment)).composeExtensions[0]?.messageHandlers;
    expect(await handlers(ENVIRONMENT)).toEqual([
      { type: 'link', value: { domains: ['rapporteur.example'] } },
    ]);
    expect(await handlers({ TEAMS_APP_ID: APP_ID })).toBeUndefined();
    expect(await handlers({ TEAMS_APP_ID: APP_ID, PUBLIC_URL: 'http://localhost:3000' })).toBeUndefined();
  });

  test('tells Copilot what the search is for, with prompts that lead somewhere', async () => {
    const [command] = (await printed()).composeExtensions[0]?.commands ?? [];
    const { samplePrompts, semanticDescription, parameters } = command as SearchCommand;
    expect(semanticDescription.length).toBeGreaterThan(0);
    expect(parameters[0]?.semanticDescription.length).toBeGreaterThan(0);
    expect(samplePrompts).toHaveLength(4);
    const host = await openHost();
    for (const { text } of samplePrompts) {
      // What Copilot hands on is the question.
      const asked = text.split(': ').slice(1).join(': ');
      const found = await search(host, { text: asked, skip: 0, count: 25 }, Date.now() + 20_000);
      expect([text, found.length > 0]).toEqual([text, true]);
    }
  });

  test('has a tab with the archive behind the chat, where everybody may read it', async () => {
    const tabs = async (environment: Environment) => (await printed([], environment)).staticTabs;
    const [chat, archive] = (await tabs({ ...ENVIRONMENT, PUBLIC_ARCHIVE: '1' })) ?? [];
    expect(chat).toEqual({ entityId: 'conversations', scopes: ['personal'] });
    expect(archive).toEqual({
      entityId: 'archive',
      name: says.own.home.tab,
      contentUrl: 'https://rapporteur.example/teams/home?theme={app.theme}&locale={app.locale}',
      websiteUrl: 'https://rapporteur.example/archive',
      scopes: ['personal'],
    });
    expect(await tabs(ENVIRONMENT)).toBeUndefined();
    expect(await tabs({ TEAMS_APP_ID: APP_ID, PUBLIC_ARCHIVE: '1' })).toBeUndefined();
    expect((await build(['--out', 'x.zip'])).output).toContain('PUBLIC_ARCHIVE=1');
  });

  test('stays within the limits with many and long declarations', async () => {
    const [one] = DECLARATIONS;
    const many = Array.from(
      { length: 40 },
      (_, index): Declaration => ({
        ...(one as Declaration),
        name: `command${'x'.repeat(20)}${index}`,
        summary: 'long '.repeat(20),
        examples: [{ argument: 'y'.repeat(300), meaning: 'z'.repeat(300) }],
      }),
    );
    const made = await printed([], ENVIRONMENT, many);
    const [personal] = made.bots[0]?.commandLists ?? [];
    expect(personal?.commands).toHaveLength(12);
    // The schema would take 4000 characters; the menu shows 128.
    for (const { description } of personal?.commands ?? []) {
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });

  test('takes names and links of one’s own', async () => {
    const made = await printed([
      '--name',
      'Ask the archive',
      '--app-version',
      '2.1.0',
      '--developer',
      'Example Ltd',
      '--website',
      'https://example.com/a',
      '--privacy',
      'https://example.com/p',
      '--terms',
      'https://example.com/t',
    ]);
    expect(made).toMatchObject({
      version: '2.1.0',
      name: { short: 'Ask the archive' },
      developer: {
        name: 'Example Ltd',
        websiteUrl: 'https://example.com/a',
        privacyUrl: 'https://example.com/p',
        termsOfUseUrl: 'https://example.com/t',
      },
      validDomains: ['rapporteur.example'],
    });
  });

  test.each<[string, readonly string[], RegExp]>([
    ['an unknown option', ['--bogus'], /--bogus[\s\S]*manifest -- teams/u],
    ['a name that is too long', ['--name', 'x'.repeat(31)], /--name takes 1 to 30/u],
    ['an empty name', ['--name', ' '], /--name/u],
    ['a version that is none', ['--app-version', '1.0'], /--app-version/u],
    ['a link that is not https', ['--website', 'http://example.com'], /--website is not an https/u],
    ['several mistakes', ['--name', '', '--privacy', 'x'], /--name[\s\S]*--privacy/u],
  ])('refuses %s', async (_what, args, message) => {
    await expect(build(args)).rejects.toThrow(message);
  });

  test('refuses an id that is none', async () => {
    await expect(build([], { TEAMS_APP_ID: 'rapporteur' })).rejects.toThrow(/TEAMS_APP_ID is not a GUID/u);
  });
});

describe('the package', () => {
  test('holds the manifest and both icons, and is the same each time', async () => {
    const first = await build(['--out', 'rapporteur-teams.zip']);
    const again = await build(['--out', 'rapporteur-teams.zip']);
    expect(first.files?.map((one) => one.path)).toEqual(['rapporteur-teams.zip']);
    expect(first.files?.[0]?.bytes).toEqual(again.files?.[0]?.bytes);
    const content = unzipSync(first.files?.[0]?.bytes ?? new Uint8Array());
    expect(Object.keys(content)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const made = checked(content['manifest.json']);
    expect([made.icons.color, made.icons.outline]).toEqual(['color.png', 'outline.png']);
    for (const name of ['color', 'outline'])
      expect(content[`${name}.png`]).toEqual(
        new Uint8Array(readFileSync(path.join(PROJECT, `brand/teams-${name}.png`))),
      );
    expect(first.output).toContain('rapporteur-teams.zip');
  });

  test('can be built before the app is registered, and says what is missing', async () => {
    const { output, files } = await build(['--out', 'x.zip'], {});
    expect(output).toContain('TEAMS_APP_ID is not set');
    expect(output).toContain('PUBLIC_URL');
    const content = unzipSync(files?.[0]?.bytes ?? new Uint8Array());
    checked(content['manifest.json']);
  });
});

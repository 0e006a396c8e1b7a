/** The app package: valid against the published schema of its version, made from the declarations, with both icons. */

import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { teams } from '../../../adapters/teams/adapter.ts';
import { colourIcon, outlineIcon } from '../../../adapters/teams/icons.ts';
import type { Environment, Manifest } from '../../../src/adapter.ts';
import type { Declaration } from '../../../src/commands/declaration.ts';
import { DECLARATIONS } from '../../../src/commands/declarations.ts';

const APP_ID = '11111111-2222-4333-8444-555555555555';
const ENVIRONMENT = { TEAMS_APP_ID: APP_ID, PUBLIC_URL: 'https://rapporteur.example' };

/**
 * The parts that we use of Microsoft's schema of v1.29, re-written: nothing beyond the known properties, and every limit.
 * Source: developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json.
 */
const guid = z.string().regex(/^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/u);
const anyHttpUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\//iu);
const relativePath = z.string().max(2048);
const scope = z.enum(['team', 'personal', 'groupChat', 'copilot']);
const commandList = z.strictObject({
  triggers: z
    .array(z.enum(['mention', 'slash']))
    .max(2)
    .optional(),
  scopes: z.array(scope).max(4),
  commands: z
    .array(
      z.strictObject({
        title: z.string().max(128),
        description: z.string().max(4000).optional(),
        type: z.enum(['basic', 'prompt']).optional(),
        prompt: z.string().max(4000).optional(),
      }),
    )
    .max(12),
});
const bot = z.strictObject({
  botId: guid,
  scopes: z.array(scope).max(4),
  needsChannelSelector: z.boolean().optional(),
  isNotificationOnly: z.boolean().optional(),
  supportsFiles: z.boolean().optional(),
  supportsCalling: z.boolean().optional(),
  supportsVideo: z.boolean().optional(),
  supportsTargetedMessages: z.boolean().optional(),
  commandLists: z.array(commandList).max(3).optional(),
});
const parameter = z.strictObject({
  name: z.string().max(64),
  inputType: z.enum(['text', 'textarea', 'number', 'date', 'time', 'toggle', 'choiceset']).optional(),
  title: z.string().max(32),
  description: z.string().max(128).optional(),
  isRequired: z.boolean().optional(),
  value: z.string().max(512).optional(),
});
const composeExtension = z.strictObject({
  id: z.string().max(64).optional(),
  botId: guid,
  canUpdateConfiguration: z.boolean().nullable().optional(),
  commands: z
    .array(
      z.strictObject({
        id: z.string().max(64),
        type: z.enum(['query', 'action']).optional(),
        title: z.string().max(32),
        description: z.string().max(128).optional(),
        initialRun: z.boolean().optional(),
        fetchTask: z.boolean().optional(),
        context: z
          .array(z.enum(['compose', 'commandBox', 'message']))
          .max(3)
          .optional(),
        parameters: z.array(parameter).min(1).max(5).optional(),
      }),
    )
    .max(10),
});
const schema = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.29'),
  version: z
    .string()
    .max(256)
    .regex(/^\d+\.\d+\.\d+$/u),
  id: guid,
  developer: z.strictObject({
    name: z.string().max(32),
    websiteUrl: anyHttpUrl,
    privacyUrl: anyHttpUrl,
    termsOfUseUrl: anyHttpUrl,
  }),
  name: z.strictObject({ short: z.string().max(30), full: z.string().max(100).optional() }),
  description: z.strictObject({ short: z.string().max(80), full: z.string().max(4000) }),
  icons: z.strictObject({ outline: relativePath, color: relativePath }),
  accentColor: z.string().regex(/^#[0-9a-fA-F]{6}$/u),
  bots: z.array(bot).max(1),
  composeExtensions: z.array(composeExtension).max(1),
  permissions: z
    .array(z.enum(['identity', 'messageTeamMembers']))
    .max(2)
    .optional(),
  validDomains: z.array(z.string().max(2048)).max(100).optional(),
  defaultInstallScope: z.enum(['personal', 'team', 'groupChat', 'meetings', 'copilot']).optional(),
  defaultGroupCapability: z
    .strictObject({
      team: z.enum(['tab', 'bot', 'connector']),
      groupchat: z.enum(['tab', 'bot', 'connector']),
      meetings: z.enum(['tab', 'bot', 'connector']),
    })
    .partial()
    .optional(),
});
type AppManifest = z.infer<typeof schema>;

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
  return schema.parse(JSON.parse((await build(args, environment, declarations)).output));
}

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

  test('has the search that the adapter answers', async () => {
    const [command] = (await printed()).composeExtensions[0]?.commands ?? [];
    expect(command).toMatchObject({
      id: 'search',
      type: 'query',
      initialRun: true,
      parameters: [{ name: 'query' }],
    });
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
    expect(made.bots[0]?.commandLists?.[0]?.commands).toHaveLength(12);
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
    const made = schema.parse(JSON.parse(new TextDecoder().decode(content['manifest.json'])));
    expect([made.icons.color, made.icons.outline]).toEqual(['color.png', 'outline.png']);
    expect(content['color.png']).toEqual(new Uint8Array(colourIcon()));
    expect(first.output).toContain('rapporteur-teams.zip');
  });

  test('can be built before the app is registered, and says what is missing', async () => {
    const { output, files } = await build(['--out', 'x.zip'], {});
    expect(output).toContain('TEAMS_APP_ID is not set');
    expect(output).toContain('PUBLIC_URL');
    const content = unzipSync(files?.[0]?.bytes ?? new Uint8Array());
    schema.parse(JSON.parse(new TextDecoder().decode(content['manifest.json'])));
  });
});

/** Pixels of a PNG with 8-bit RGBA, unfiltered rows. */
function pixels(png: Uint8Array): { size: number; at(x: number, y: number): readonly number[] } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const width = bytes.readUInt32BE(16);
  expect(bytes.readUInt32BE(20)).toBe(width);
  expect([...bytes.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const length = bytes.readUInt32BE(33);
  expect(bytes.toString('latin1', 37, 41)).toBe('IDAT');
  const rows = inflateSync(bytes.subarray(41, 41 + length));
  expect(rows).toHaveLength(width * (width * 4 + 1));
  return {
    size: width,
    at: (x, y) => [...rows.subarray(y * (width * 4 + 1) + 1 + x * 4, y * (width * 4 + 1) + 5 + x * 4)],
  };
}

describe('the icons', () => {
  test('colour: 192×192, opaque, its symbol within the inner 120×120', () => {
    const { size, at } = pixels(colourIcon());
    expect(size).toBe(192);
    const ground = at(0, 0).join();
    // Counted first and expected once: a matcher per pixel would take half a minute.
    let [clear, astray] = [0, 0];
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        const outside = x < 36 || x >= 156 || y < 36 || y >= 156;
        clear += at(x, y)[3] === 255 ? 0 : 1;
        astray += outside && at(x, y).join() !== ground ? 1 : 0;
      }
    }
    expect({ clear, astray }).toEqual({ clear: 0, astray: 0 });
    expect(at(96, 60)).toEqual([255, 255, 255, 255]);
  });

  test('outline: 32×32, white only, on transparent ground', () => {
    const { size, at } = pixels(outlineIcon());
    expect(size).toBe(32);
    let drawn = 0;
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        const [red, green, blue, alpha] = at(x, y);
        expect([red, green, blue]).toEqual([255, 255, 255]);
        drawn += alpha === 255 ? 1 : 0;
      }
    }
    expect(at(0, 0)[3]).toBe(0);
    expect(drawn).toBeGreaterThan(60);
  });
});

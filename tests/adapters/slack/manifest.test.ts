/** The manifest: made from the declarations, to Slack's schema, with the least scopes. */
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { slack } from '../../../adapters/slack/adapter.ts';
import type { Declaration } from '../../../src/commands/declaration.ts';
import { DECLARATIONS } from '../../../src/commands/declarations.ts';

const https = z.string().regex(/^https?:\/\//);

/**
 * The parts of Slack's manifest schema 2.0.0 that this app uses, with its limits, patterns and closed objects
 * (github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json). Written from the facts, not copied.
 */
const SCHEMA = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    background_color: z.string().regex(/^#[0-9a-f]{3}([0-9a-f]{3})?$/i),
    long_description: z.string().min(175).max(4000),
  }),
  features: z.strictObject({
    agent_view: z
      .strictObject({
        agent_description: z.string().max(300),
        suggested_prompts: z
          .array(z.strictObject({ title: z.string(), message: z.string() }))
          .max(4)
          .optional(),
      })
      .optional(),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\//).min(2).max(32),
          url: https.max(3000).optional(),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().min(1).max(1000),
          should_escape: z.literal(true),
        }),
      )
      .min(1)
      .max(50),
    unfurl_domains: z
      .array(
        z
          .string()
          .regex(/^(?![.-])([-a-z0-9.])+([a-z0-9])$/)
          .max(255),
      )
      .min(1)
      .max(5)
      .optional(),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(z.string().max(2500)).max(1000).optional(),
    scopes: z.strictObject({ bot: z.array(z.string().max(50)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: https.max(3500).optional(),
      bot_events: z.array(z.string().max(50)).max(100),
    }),
    interactivity: z.strictObject({
      is_enabled: z.boolean(),
      request_url: https.max(3500).optional(),
      message_menu_options_url: https.max(3500).optional(),
    }),
    // An organization on Enterprise Grid can install it for its workspaces at once.
    org_deploy_enabled: z.literal(true),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

async function build(
  args: readonly string[],
  environment = {},
  declarations: readonly Declaration[] = DECLARATIONS,
) {
  const made = await slack.manifest?.({ declarations, arguments: args, environment });
  return SCHEMA.parse(JSON.parse(made?.output ?? ''));
}

const names = (manifest: z.infer<typeof SCHEMA>) =>
  manifest.features.slash_commands.map(({ command }) => command);

describe('over HTTP', () => {
  test('every address is the service’s own', async () => {
    const manifest = await build(['--url', 'https://archive.example/']);
    const events = 'https://archive.example/slack/events';
    expect(manifest.settings.event_subscriptions.request_url).toBe(events);
    expect(manifest.settings.interactivity).toMatchObject({
      request_url: events,
      message_menu_options_url: events,
    });
    expect(new Set(manifest.features.slash_commands.map(({ url }) => url))).toEqual(new Set([events]));
    expect(manifest.oauth_config.redirect_urls).toEqual(['https://archive.example/slack/oauth_redirect']);
    expect(manifest.features.unfurl_domains).toEqual(['archive.example']);
    expect(manifest.settings.socket_mode_enabled).toBe(false);
  });

  test('the commands are those of the declarations, but for names that Slack keeps', async () => {
    const manifest = await build(['--url=https://archive.example']);
    expect(names(manifest)).toEqual(['/rapporteur', '/sessions', '/speaker', '/recommendations']);
    const sessions = DECLARATIONS.find(({ name }) => name === 'sessions');
    expect(manifest.features.slash_commands[1]).toMatchObject({
      description: sessions?.summary,
      usage_hint: sessions?.argument.hint,
    });
  });

  test('a prefix sets all of them apart, from the option or the variable', async () => {
    const expected = ['/rapporteur', ...DECLARATIONS.map(({ name }) => `/arc-${name}`)];
    expect(names(await build(['--url', 'https://archive.example', '--prefix', 'arc-']))).toEqual(expected);
    expect(
      names(await build([], { PUBLIC_URL: 'https://archive.example', SLACK_COMMAND_PREFIX: 'arc-' })),
    ).toEqual(expected);
  });

  test('scopes and events are the least that serve what the app does', async () => {
    const manifest = await build(['--url', 'https://archive.example']);
    expect(manifest.oauth_config.scopes.bot).toEqual([
      'app_mentions:read',
      'assistant:write',
      'chat:write',
      'commands',
      'im:history',
      'links:read',
      'links:write',
    ]);
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([
      'app_context_changed',
      'app_home_opened',
      'app_mention',
      'app_uninstalled',
      'entity_details_requested',
      'link_shared',
      'message.im',
      'tokens_revoked',
    ]);
  });
});

test('the agent view can be left out, with all that it asks for', async () => {
  const { features, oauth_config, settings } = await build(['--socket', '--no-agent']);
  expect(features.agent_view).toBeUndefined();
  expect(oauth_config.scopes.bot).not.toContain('assistant:write');
  expect(settings.event_subscriptions.bot_events).not.toContain('app_context_changed');
});

test('the archive can be asked from anywhere, and with a message', async () => {
  const { features } = await build(['--socket']);
  expect(features.shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([
    ['global', 'ask_archive'],
    ['message', 'find_related'],
  ]);
});

describe('over Socket Mode', () => {
  test('needs no address, and then no previews', async () => {
    const manifest = await build(['--socket']);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('http');
    expect(manifest.oauth_config.scopes.bot).toEqual([
      'app_mentions:read',
      'assistant:write',
      'chat:write',
      'commands',
      'im:history',
    ]);
    expect(manifest.settings.event_subscriptions.bot_events).not.toContain('link_shared');
  });

  test('with an address, has the pages’ previews and OAuth but no request addresses', async () => {
    const manifest = await build(['--socket', '--url', 'https://archive.example']);
    expect(manifest.settings.event_subscriptions.request_url).toBeUndefined();
    expect(manifest.features.unfurl_domains).toEqual(['archive.example']);
    expect(manifest.oauth_config.redirect_urls).toHaveLength(1);
  });
});

test('stays within the schema for any number and length of declarations', async () => {
  const one = DECLARATIONS[0] as Declaration;
  const many = Array.from({ length: 80 }, (_, index) => ({
    ...one,
    name: `${'verylongname'.repeat(4)}${index}`,
    summary: 's'.repeat(3000),
    argument: { ...one.argument, hint: 'h'.repeat(2000) },
  }));
  const manifest = await build(['--url', 'https://archive.example', '--name', 'n'.repeat(200)], {}, many);
  expect(manifest.features.slash_commands).toHaveLength(50);
});

test.each([
  [[], 'Give the service'],
  [['--url'], '--url needs a value'],
  [['--url', 'http://archive.example'], 'must be an https address'],
  [['--url', 'https://me:pass@archive.example'], 'must be an https address'],
  [['--colour', 'red'], '--colour is not known'],
])('%j is refused with what would be right', async (args, message) => {
  await expect(build(args as string[])).rejects.toThrow(message as string);
});

/**
 * `manifest` as people call it. What each platform's manifest must hold is tested with its adapter; here, that the command
 * prints it, and what it answers to wrong usage.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { DECLARATIONS } from '../../src/commands/declarations.ts';
import { temporaryFolder } from '../knowledge/folder.ts';
import { runCli } from './run.ts';

// A build may have to come first.
jest.setTimeout(60_000);

const manifest = (...args: readonly string[]) => runCli(['manifest', ...args]);
const NAMES = DECLARATIONS.map(({ name }) => name);

describe('a platform', () => {
  test('slack: the app manifest, its requests at the address given', async () => {
    const { code, out, err } = await manifest('slack', '--url', 'https://bot.example');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { features, settings } = JSON.parse(out);
    const commands: { command: string }[] = features.slash_commands;
    expect(commands.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['/rapporteur', '/sessions', '/speaker']),
    );
    expect(settings.event_subscriptions.request_url).toBe('https://bot.example/slack/events');
  });

  test('discord: every command, and the links that invite', async () => {
    const { code, out } = await manifest('discord', '--application', '123456789012345678');
    expect(code).toBe(0);
    const printed = JSON.parse(out);
    expect(JSON.stringify(printed)).toContain('client_id=123456789012345678');
    for (const name of NAMES) expect(out).toContain(`"name": "${name}"`);
  });

  test('teams: the manifest, or with --out the package', async () => {
    const printed = await manifest('teams');
    expect(printed.code).toBe(0);
    expect(JSON.parse(printed.out)).toMatchObject({ manifestVersion: expect.any(String) });

    const file = join(temporaryFolder(), 'new/folder/app.zip');
    const { code, out } = await manifest('teams', '--out', file);
    expect(code).toBe(0);
    expect(out).toContain(file);
    const files = unzipSync(readFileSync(file));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).toEqual(JSON.parse(printed.out));
  });
});

describe('wrong usage', () => {
  test('no platform: the help, exit code 2', async () => {
    const { code, out } = await manifest();
    expect(code).toBe(2);
    expect(out).toContain('PLATFORM is one of slack, discord, teams');
  });

  test.each(['irc', 'web', '--url'])('%s is none: those that there are, exit code 2', async (name) => {
    const { code, out, err } = await manifest(name);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('slack, discord, teams');
    expect(err).toContain('manifest -- --help');
  });

  test.each([
    [['slack', '--bogus'], '--bogus'],
    [['slack', '--url', 'http://insecure.example'], 'https'],
    [['discord', '--application', 'abc'], 'digits'],
    [['teams', '--bogus'], '--bogus'],
  ])('%j: what is wrong, without a stack trace', async (args, told) => {
    const { code, out, err } = await manifest(...args);
    expect(code).not.toBe(0);
    expect(out).toBe('');
    expect(err).toContain(told);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test.each(['slack', 'discord', 'teams'])('%s --bogus: exit code 2', async (name) => {
    expect((await manifest(name, '--bogus')).code).toBe(2);
  });

  test('nothing is written where something is wrong', async () => {
    const file = join(temporaryFolder(), 'app.zip');
    await manifest('teams', '--out', file, '--bogus');
    expect(existsSync(file)).toBe(false);
  });
});

test('--help explains, exit code 0', async () => {
  const { code, out } = await manifest('--help');
  expect(code).toBe(0);
  expect(out).toContain('Exit codes: 0');
});

test.each(['slack', 'discord', 'teams'])('%s --help tells its options, exit code 0', async (name) => {
  const { code, out } = await manifest(name, '--help');
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^(Usage: )?(npm run --silent )?manifest -- ${name}`));
});

/** docs/teams.md says what the code does: variables, options, messages, hosts. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { teams } from '../../../adapters/teams/adapter.ts';
import { endpointsOf } from '../../../adapters/teams/cloud.ts';
import { CLOUD_HOSTS, CLOUD_NAMES, SERVICE_HOSTS } from '../../../adapters/teams/hosts.ts';
import { saysIn } from '../../../adapters/teams/says.ts';
import { DECLARATIONS } from '../../../src/commands/declarations.ts';

const says = saysIn();

const TEXT = readFileSync(new URL('../../../docs/teams.md', import.meta.url), 'utf8');

function all(pattern: RegExp): readonly string[] {
  return [...new Set(TEXT.match(pattern) ?? [])].sort();
}

test('every variable is explained, and none that does not exist', () => {
  expect(all(/\bTEAMS_[A-Z_]+\b/gu)).toEqual(Object.keys(teams.configuration.variables.shape).sort());
});

test('every option of the package is one, and the manifest takes them all', async () => {
  const options = all(/(?<=`)--[a-z-]+/gu).filter((one) => one !== '--silent');
  expect(options.length).toBeGreaterThanOrEqual(6);
  for (const option of options) {
    const value = option === '--app-version' ? '1.0.0' : option === '--out' ? 'x.zip' : 'https://a.example';
    const made = await teams.manifest?.({
      declarations: DECLARATIONS,
      arguments: [option, value],
      environment: {},
    });
    expect(made?.output).not.toBe('');
  }
});

test('each cloud has a row, with its sign-in and its hosts', () => {
  const rows = TEXT.split('\n');
  for (const name of CLOUD_NAMES) {
    const row = rows.find((one) => one.startsWith('|') && one.includes(`\`${name}\` |`)) ?? '';
    for (const words of [new URL(endpointsOf(name).login).host, ...CLOUD_HOSTS[name]]) {
      expect({ name, row }).toEqual({ name, row: expect.stringContaining(words) });
    }
  }
});

test('the words that people are told to look for are the words that they see', () => {
  for (const words of [says.own.share, ...SERVICE_HOSTS]) {
    expect(TEXT).toContain(words);
  }
  const sources = ['credentials', 'adapter', 'trust', 'cloud'].map((name) =>
    readFileSync(new URL(`../../../adapters/teams/${name}.ts`, import.meta.url), 'utf8'),
  );
  const quoted = [...TEXT.matchAll(/^\| `([^`]+)`/gmu)]
    .map((one) => one[1] ?? '')
    .filter((one) => !one.startsWith('--'));
  expect(quoted.length).toBeGreaterThanOrEqual(7);
  for (const message of quoted) {
    // The status is put in when the message is made.
    const known = message.replace(/ \d+$/u, ' ');
    expect({ message, known: sources.some((source) => source.includes(known)) }).toEqual({
      message,
      known: true,
    });
  }
});

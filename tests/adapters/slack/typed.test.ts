/** Help in Slack tells what can be typed there, and nothing that the manifest does not register. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { slack } from '../../../adapters/slack/adapter.ts';
import { renderMessage } from '../../../adapters/slack/render.ts';
import { DECLARATIONS } from '../../../src/commands/declarations.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { buttonsOf, visibleText } from './visible.ts';

let host: TestHost;
let registered: ReadonlySet<string>;

beforeAll(async () => {
  host = await openHost();
  const made = await slack.manifest?.({
    declarations: DECLARATIONS,
    arguments: ['--socket'],
    environment: {},
  });
  const { features } = JSON.parse(made?.output ?? '{}') as {
    features: { slash_commands: readonly { command: string }[] };
  };
  registered = new Set(features.slash_commands.map(({ command }) => command));
});

describe.each(['/help', '/foo', '/help open'])('the answer to %s', (line) => {
  test('names no command that Slack does not know', async () => {
    const message = renderMessage(await host.ask({ text: line }), { audience: 'private' });
    const shown = [
      visibleText(message.blocks),
      ...buttonsOf(message.blocks).map(({ label }) => label),
      message.text,
    ].join('\n');
    const commands = [...shown.matchAll(/(?<![\w/])\/([a-z]+)(?![\w/])/g)].map(([command]) => command);
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => !registered.has(command))).toEqual([]);
  });
});

test('what is left to the main command is told behind it', async () => {
  const { blocks } = renderMessage(await host.ask({ text: '/help' }), { audience: 'private' });
  expect(visibleText(blocks)).toContain('/rapporteur open ID');
  expect(visibleText(blocks)).toContain('/rapporteur QUESTION');
  expect(visibleText(blocks)).toContain('/sessions ');
});

test('with a prefix every command is told with it, as it is registered', async () => {
  const answer = await host.ask({ text: '/foo' });
  const { blocks } = renderMessage(answer, { audience: 'private', commandPrefix: 'rap-' });
  expect(visibleText(blocks)).toMatch(/\/rap-sessions .*/);
  expect(visibleText(blocks)).toMatch(/\/rap-ask QUESTION/);
});

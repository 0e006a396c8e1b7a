/** Help on each platform names commands as they are typed there, and none that the platform does not know. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { commandPayloads } from '../../adapters/discord/registration.ts';
import { PUBLIC, renderAnswer } from '../../adapters/discord/render.ts';
import { renderMessage } from '../../adapters/teams/render.ts';
import { renderPlain } from '../../adapters/teams/render-plain.ts';
import { DECLARATIONS } from '../../src/commands/declarations.ts';
import { openHost, type TestHost } from '../support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});

/** What looks like a command in a payload: a slash and a name. */
const slashed = (payload: unknown): readonly string[] =>
  [...JSON.stringify(payload).matchAll(/(?<![\w/<:.])\/([a-z]+)(?![\w/])/g)].map(([, name]) => name ?? '');

describe.each(['/help', '/foo', '/help open'])('the answer to %s', (text) => {
  test('names in Discord the commands that are registered there', async () => {
    const registered = new Set(commandPayloads(DECLARATIONS, 'global').map(({ name }) => name));
    const named = slashed(renderAnswer(await host.ask({ text }), { ...PUBLIC, asker: '' }));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !registered.has(name))).toEqual([]);
  });

  test('names in Teams the commands without a slash, as its command lists do', async () => {
    const answer = await host.ask({ text });
    const visible = { ...renderMessage(answer), plain: renderPlain(answer) };
    const words = JSON.stringify(visible, (key, value) => (key === 'data' ? undefined : value));
    expect(slashed(JSON.parse(words))).toEqual([]);
    expect(words).toContain(text === '/help open' ? 'open ' : 'sessions ');
  });
});

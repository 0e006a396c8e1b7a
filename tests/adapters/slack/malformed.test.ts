/** What is signed and yet malformed: answered with 200 or 400, once, and never as a failure of ours. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { sign } from '../../../adapters/slack/signature.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { NO_PAYLOADS, spoil } from '../../support/spoiled.ts';
import {
  appEvent,
  newTs,
  openWorkspace,
  PERSON,
  pressedButton,
  SECRET,
  TEAM,
  typedCommand,
  type Workspace,
  writtenDirect,
  writtenMention,
} from './workspace.ts';

jest.setTimeout(120_000);

let host: TestHost;
let workspace: Workspace;
beforeAll(async () => {
  host = await openHost();
  workspace = await openWorkspace(host);
});
afterAll(() => workspace.stop());

test.each([
  ['a mention', () => writtenMention('help')],
  ['a direct message', () => writtenDirect('sessions sdg8')],
  ['a command', () => typedCommand('/sessions sdg8', workspace.slack.responseUrl())],
  [
    'a click',
    () => pressedButton({ actionId: 'line:0', value: 'help', responseUrl: workspace.slack.responseUrl() }),
  ],
  [
    'a click in a view',
    () =>
      pressedButton({
        actionId: 'line:0',
        value: 'help',
        responseUrl: undefined,
        view: { id: 'V1', type: 'home' },
      }),
  ],
  [
    'a shortcut on a message',
    () => ({
      type: 'message_action',
      callback_id: 'find_related',
      trigger_id: randomUUID(),
      response_url: workspace.slack.responseUrl(),
      team: TEAM,
      user: PERSON,
      channel: { id: 'C0TALK', name: 'talk' },
      message: { type: 'message', ts: newTs(), text: 'skills', user: 'U2', blocks: [] },
      message_ts: newTs(),
    }),
  ],
  [
    'a form',
    () => ({
      type: 'view_submission',
      trigger_id: randomUUID(),
      team: TEAM,
      user: PERSON,
      view: {
        id: 'V1',
        type: 'modal',
        callback_id: 'refine',
        private_metadata: '{}',
        state: { values: { words: { words: { type: 'plain_text_input', value: 'skills' } } } },
      },
    }),
  ],
  [
    'a link',
    () =>
      appEvent({
        type: 'link_shared',
        channel: 'C0TALK',
        user: PERSON.id,
        message_ts: newTs(),
        links: [{ domain: 'archive.example', url: 'https://archive.example/goals/8' }],
      }),
  ],
] as const)('%s with a value of another kind', async (_name, make) => {
  const failed: unknown[] = [];
  for (const { name, payload } of spoil(make)) {
    const { status } = await workspace.send(payload);
    if (status !== 200 && status !== 400) failed.push([name, status]);
  }
  expect(failed).toEqual([]);
});

test.each(['application/json', 'application/x-www-form-urlencoded', 'text/plain', ''])(
  'bodies of type %j that hold no payload',
  async (type) => {
    const failed: unknown[] = [];
    const bodies = [
      ...NO_PAYLOADS,
      ...NO_PAYLOADS.map((text) => `payload=${encodeURIComponent(text)}`),
      '%',
      '\0',
    ];
    for (const body of bodies) {
      const timestamp = String(Math.floor(Date.now() / 1000));
      const { status } = await fetch(`${workspace.url}/slack/events`, {
        method: 'POST',
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': sign(body, timestamp, SECRET),
        },
        body,
      });
      if (status !== 200 && status !== 400) failed.push([body, status]);
    }
    expect(failed).toEqual([]);
  },
);

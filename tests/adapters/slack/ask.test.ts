/** "Ask the archive": a question from anywhere in Slack, answered in the window where it is written. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { holdAnswers } from '../../support/held.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { buttonsOf, visibleText } from './visible.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const PERSON = { id: 'U0ANNA', username: 'anna', team_id: 'T0TEAM' };
const TEAM = { id: 'T0TEAM', domain: 'testers' };

interface View {
  readonly callback_id: string;
  readonly blocks: readonly { readonly block_id?: string; readonly optional?: boolean }[];
}

/** As Slack sends what is chosen in its own menu: without a channel, and without a response_url. */
const chosen = () => ({
  type: 'shortcut',
  callback_id: 'ask_archive',
  trigger_id: randomUUID(),
  team: TEAM,
  user: PERSON,
});

const submitted = (question: string | null) => ({
  type: 'view_submission',
  trigger_id: randomUUID(),
  team: TEAM,
  user: PERSON,
  view: {
    id: 'V1',
    type: 'modal',
    callback_id: 'ask',
    private_metadata: '{"line":""}',
    state: { values: { question: { question: { type: 'plain_text_input', value: question } } } },
  },
});

describe('the archive is asked from Slack’s own menu', () => {
  let host: TestHost;
  let workspace: Workspace;
  beforeAll(async () => {
    host = await openHost();
    workspace = await openWorkspace(host);
  });
  afterAll(async () => {
    await workspace.stop();
    expect(workspace.slack.violations).toEqual([]);
  });

  const answerTo = async (question: string | null) => {
    const { ack } = await workspace.send(submitted(question));
    return ack as { response_action: string; view?: View; errors?: Record<string, string> };
  };

  test('a window opens with one field, which wants to be filled', async () => {
    await workspace.send(chosen());
    const { body } = await workspace.slack.waitForCall(({ method }) => method === 'views.open');
    const { blocks, callback_id } = body.view as View;
    expect(callback_id).toBe('ask');
    expect(blocks.map(({ block_id, optional }) => [block_id, optional])).toEqual([['question', false]]);
  });

  test('the answer takes the window’s place, with buttons that ask on', async () => {
    const { response_action, view } = await answerTo('who talked about brain circulation?');
    expect(response_action).toBe('update');
    const { title } = await host.ask({ text: 'who talked about brain circulation?' });
    expect(visibleText(view?.blocks)).toContain(title);
    expect(buttonsOf(view?.blocks).length).toBeGreaterThan(0);
  });

  test.each([null, '', '   '])('%j is told at its field to be no question', async (question) => {
    expect(await answerTo(question)).toEqual({
      response_action: 'errors',
      errors: { question: 'Write what you want to know.' },
    });
  });

  test('more than can be read is told, too', async () => {
    const { errors } = await answerTo('why '.repeat(200));
    expect(errors?.question).toContain('500');
  });

  test('where the window does not open, the person is told directly', async () => {
    workspace.slack.fail({ error: 'expired_trigger_id' }, 1, 'views.open');
    const from = workspace.slack.calls.length;
    await workspace.send(chosen());
    await workspace.idle();
    expect(workspace.slack.calls.slice(from).at(-1)).toMatchObject({
      method: 'chat.postMessage',
      body: { channel: PERSON.id },
    });
  });

  test('a slow archive first shows that it looks, then the answer', async () => {
    const held = holdAnswers();
    const slow = await openWorkspace(await openHost(held), { times: { patience: 100 } });
    const { ack } = await slow.send(submitted('sessions sdg8'));
    expect(visibleText((ack as { view: View }).view.blocks)).toContain('Looking through');
    held.release();
    const { body } = await slow.slack.waitForCall(({ method }) => method === 'views.update');
    expect(body.view_id).toBe('V1');
    expect(visibleText((body.view as View).blocks)).toContain('sessions on SDG 8');
    await slow.stop();
  });
});

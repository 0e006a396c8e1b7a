/** App Home, the "Refine" form with its pickers, the message shortcut and link previews, over HTTP with the real Bolt. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { renderHome } from '../../../adapters/slack/home.ts';
import { saysIn } from '../../../adapters/slack/says.ts';
import { holdAnswers } from '../../support/held.ts';
import { openHost, openShippedArchive, type TestHost } from '../../support/host.ts';
import { validateOptions, validateView } from './validator.ts';
import { buttonsOf, visibleText } from './visible.ts';
import { appEvent, openWorkspace, PERSON, pressedButton, TEAM, type Workspace } from './workspace.ts';

jest.setTimeout(20_000);

const PUBLIC = 'https://archive.example';

const says = saysIn();

let host: TestHost;
let workspace: Workspace;
beforeAll(async () => {
  host = await openHost({ publicUrl: PUBLIC });
  workspace = await openWorkspace(host);
});
afterAll(async () => {
  await workspace.stop();
  expect(workspace.slack.violations).toEqual([]);
});

type View = {
  readonly blocks: readonly unknown[];
  readonly private_metadata?: string;
  readonly callback_id?: string;
};

/** The view that the next call of `method` carries, after `act`. */
async function viewAfter(method: string, act: () => Promise<unknown>): Promise<View> {
  const from = workspace.slack.calls.length;
  await act();
  const call = await workspace.slack.waitForCall(
    (one) => one.method === method && workspace.slack.calls.indexOf(one) >= from,
  );
  await workspace.idle();
  return call.body.view as View;
}

describe('App Home', () => {
  const openHome = () =>
    workspace.send(
      appEvent({ type: 'app_home_opened', user: PERSON.id, channel: 'D0ANNA', tab: 'home', event_ts: '1.1' }),
    );

  test('shows the archive at a glance: counts, events, goals, topics, people, examples', async () => {
    const view = await viewAfter('views.publish', openHome);
    const visible = visibleText(view.blocks);
    const { counts, events, recent } = await host.engine.browse.overview();
    expect(visible).toContain(`${counts.sessions} sessions`);
    for (const { title } of events) expect(visible).toContain(title);
    const [latest] = recent;
    expect(visible).toContain(`Recent additions\n${latest?.title}\nAdded ${latest?.added} Open`);
    for (const part of ['Try', 'Events, newest first', 'Goals', 'Topics', 'People', 'Search…', 'Popova'])
      expect(visible).toContain(part);
  });

  test('has no list of recent additions where the archive notes none', async () => {
    const overview = await host.engine.browse.overview();
    const view = renderHome({ ...overview, recent: [] }, saysIn());
    validateView(view);
    expect(visibleText(view.blocks)).not.toContain('Recent additions');
    expect(visibleText(view.blocks)).toContain('Events, newest first');
  });

  test('every button of it leads to an answer', async () => {
    const view = await viewAfter('views.publish', openHome);
    const lines = buttonsOf(view.blocks).filter(({ actionId }) => actionId !== 'refine');
    expect(lines.length).toBeGreaterThan(30);
    for (const { value, label } of lines) {
      const { outcome } = await host.ask({ text: value });
      expect([label, outcome]).toEqual([label, expect.stringMatching(/^(found|unstated|help)$/)]);
    }
  });

  test('a click opens the answer in a modal, and clicks there change it', async () => {
    const opened = await viewAfter('views.open', () =>
      workspace.send(
        pressedButton({
          actionId: 'list:recommendations',
          value: 'recommendations',
          responseUrl: undefined,
          view: { id: 'V1', type: 'home' },
        }),
      ),
    );
    const next = buttonsOf(opened.blocks).find(({ actionId }) => actionId === 'page:next');
    expect(next).toBeDefined();
    const updated = await viewAfter('views.update', () =>
      workspace.send(
        pressedButton({
          actionId: 'page:next',
          value: next?.value ?? '',
          responseUrl: undefined,
          view: { id: 'V2', type: 'modal' },
        }),
      ),
    );
    expect(visibleText(updated.blocks)).toContain('6–10 of ');
  });

  test('a modal whose change is cut off within Slack’s answer is changed at the second try', async () => {
    const from = workspace.slack.calls.length;
    workspace.slack.fail('reset', 1, 'views.update');
    const sent = await workspace.send(
      pressedButton({
        actionId: 'page:next',
        value: 'recommendations page:2',
        responseUrl: undefined,
        view: { id: 'V2', type: 'modal' },
      }),
    );
    await workspace.idle();
    expect(sent.status).toBe(200);
    expect(workspace.slack.calls.slice(from).map(({ method, outcome }) => [method, outcome])).toEqual([
      ['views.update', 'failed'],
      ['views.update', 'ok'],
    ]);
  });

  test('another tab needs nothing drawn', async () => {
    const from = workspace.slack.calls.length;
    await workspace.send(appEvent({ type: 'app_home_opened', user: PERSON.id, tab: 'messages' }));
    expect(workspace.slack.calls.length).toBe(from);
  });
});

describe('the "Refine" form', () => {
  const openForm = (line: string, over = {}) =>
    viewAfter('views.open', () =>
      workspace.send(
        pressedButton({
          actionId: 'refine',
          value: line,
          responseUrl: workspace.slack.responseUrl(),
          ...over,
        }),
      ),
    );

  async function submit(view: View, chosen: Readonly<Record<string, string>>) {
    const values = Object.fromEntries(
      Object.entries(chosen).map(([name, value]) => [
        name,
        {
          [name]: ['date', 'words'].includes(name)
            ? { type: 'plain_text_input', value }
            : name === 'subject'
              ? {
                  type: 'multi_external_select',
                  selected_options: value.split(' ').map((one) => ({ value: one })),
                }
              : { type: 'external_select', selected_option: { value } },
        },
      ]),
    );
    return workspace.send({
      type: 'view_submission',
      trigger_id: randomUUID(),
      team: TEAM,
      user: PERSON,
      view: {
        id: 'V9',
        type: 'modal',
        callback_id: view.callback_id,
        private_metadata: view.private_metadata,
        state: { values },
      },
    });
  }

  const pick = async (kinds: string, typed: string, actionId = `pick:${kinds}`) => {
    const { ack } = await workspace.send({
      type: 'block_suggestion',
      action_id: actionId,
      block_id: actionId,
      value: typed,
      team: TEAM,
      user: PERSON,
      container: { type: 'view', view_id: 'V9' },
    });
    validateOptions(ack);
    return (ack as { options: readonly { text: { text: string }; value: string }[] }).options;
  };

  test('says in words what it narrows', async () => {
    const { understood } = await host.ask({ text: 'recommendations topic:labour-migration' });
    expect(visibleText((await openForm('recommendations topic:labour-migration')).blocks)).toContain(
      `Narrowing: ${understood}`,
    );
    expect(visibleText((await openForm('open id:x')).blocks)).not.toContain('Narrowing');
  });

  test('its pickers complete people, topics and goals while one types', async () => {
    expect((await pick('person', 'popo'))[0]).toMatchObject({
      text: { text: expect.stringContaining('Popova') },
      value: 'by:natalia-popova',
    });
    expect((await pick('topic', 'migr')).map(({ value }) => value)).toContain('topic:labour-migration');
    expect((await pick('goal', '8')).map(({ value }) => value)).toContain('sdg:8');
  });

  test.each(['', '   ', 'zzzzqqq', '<!channel>', '😀', 'x'.repeat(5000)])(
    'a picker takes %j calmly',
    async (typed) => {
      await pick('person', typed);
    },
  );

  test('an unknown picker gets no options', async () => {
    expect(await pick('', 'red', 'colour')).toEqual([]);
    expect(await pick('colour', 'red')).toEqual([]);
    expect(await pick('session', 'skills')).toEqual([]);
  });

  test('every person, topic and goal fits into an option', async () => {
    const { people, topics } = await (await openShippedArchive()).everything();
    for (const { id } of people) expect(`by:${id}`.length).toBeLessThanOrEqual(75);
    for (const { id } of topics) expect(`topic:${id}`.length).toBeLessThanOrEqual(75);
  });

  test('what is chosen narrows the line, and the answer comes to the conversation, for the asker alone', async () => {
    const form = await openForm('recommendations topic:labour-migration page:2', {
      ephemeral: true,
      threadTs: '6.6',
    });
    const from = workspace.slack.calls.length;
    expect(await submit(form, { scope: 'narrow', person: 'by:natalia-popova' })).toMatchObject({
      status: 200,
      ack: undefined,
    });
    await workspace.idle();
    const expected = await host.ask({
      text: 'recommendations topic:labour-migration by:natalia-popova',
    });
    expect(expected.outcome).toBe('found');
    const [call] = workspace.slack.calls.slice(from);
    expect(call).toMatchObject({
      method: 'response_url',
      body: { response_type: 'ephemeral', thread_ts: '6.6' },
    });
    expect(visibleText(call?.body.blocks)).toContain(expected.title);
    expect(JSON.stringify(call?.body.blocks)).toContain(expected.line);
  });

  test('a new search from App Home is answered in the modal itself', async () => {
    const form = await viewAfter('views.open', () =>
      workspace.send(
        pressedButton({
          actionId: 'refine',
          value: 'sessions',
          responseUrl: undefined,
          view: { id: 'V1', type: 'home' },
        }),
      ),
    );
    const { ack } = await submit(form, { scope: 'sessions', subject: 'sdg:8', date: '2022' });
    expect(ack).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
    validateView((ack as { view: unknown }).view);
    expect(visibleText((ack as { view: View }).view.blocks)).toContain(
      (await host.ask({ text: 'sessions sdg:8 2022' })).title,
    );
  });

  test('an answer whose response address ran out comes by the Web API', async () => {
    const form = await openForm('sessions', { responseUrl: workspace.slack.responseUrl(0), ephemeral: true });
    const from = workspace.slack.calls.length;
    await submit(form, { scope: 'narrow', subject: 'sdg:8' });
    await workspace.idle();
    expect(workspace.slack.calls.slice(from).at(-1)).toMatchObject({
      method: 'chat.postEphemeral',
      outcome: 'ok',
      body: { user: PERSON.id, channel: 'C0TALK' },
    });
  });

  test('a form that cannot be opened is told of', async () => {
    workspace.slack.fail({ error: 'expired_trigger_id' }, 1, 'views.open');
    const from = workspace.slack.calls.length;
    await workspace.send(
      pressedButton({ actionId: 'refine', value: 'sessions', responseUrl: workspace.slack.responseUrl() }),
    );
    await workspace.idle();
    expect(workspace.slack.calls.slice(from).at(-1)?.body).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('did not open'),
    });
  });

  test('a form that App Home cannot open is told of directly', async () => {
    workspace.slack.fail({ error: 'expired_trigger_id' }, 1, 'views.open');
    const from = workspace.slack.calls.length;
    await workspace.send(
      pressedButton({
        actionId: 'refine',
        value: 'sessions',
        responseUrl: undefined,
        view: { id: 'V1', type: 'home' },
      }),
    );
    await workspace.idle();
    expect(workspace.slack.calls.slice(from).at(-1)).toMatchObject({
      method: 'chat.postMessage',
      outcome: 'ok',
      body: { channel: PERSON.id, text: expect.stringContaining('did not open') },
    });
  });

  test('any of several subjects may hold', async () => {
    const form = await openForm('recommendations');
    const from = workspace.slack.calls.length;
    await submit(form, { scope: 'narrow', subject: 'topic:labour-migration sdg:8' });
    await workspace.idle();
    expect(JSON.stringify(workspace.slack.calls.slice(from).at(-1)?.body.blocks)).toContain(
      'recommendations topic:labour-migration|sdg:8',
    );
  });

  test('an archive that takes long is waited for in the window: the form, and what it asks', async () => {
    const opening = holdAnswers();
    const slow = await openWorkspace(await openHost(opening), { times: { patience: 100 } });
    await slow.send(
      pressedButton({ actionId: 'refine', value: 'sessions', responseUrl: slow.slack.responseUrl() }),
    );
    await slow.slack.waitForCall(({ method }) => method === 'views.open');
    opening.release();
    await slow.idle();
    const [, opened, form] = slow.slack.calls;
    expect(visibleText((opened?.body.view as View | undefined)?.blocks)).toContain('Looking through');
    expect(form).toMatchObject({ method: 'views.update', body: { view: { callback_id: 'refine' } } });
    await slow.stop();

    const reading = holdAnswers();
    const late = await openWorkspace(await openHost(reading), { times: { patience: 100 } });
    const view = { ...(form?.body.view as View), id: 'V9', type: 'modal', state: { values: WORDS } };
    const { ack } = await late.send({
      type: 'view_submission',
      trigger_id: randomUUID(),
      team: TEAM,
      user: PERSON,
      view,
    });
    expect(visibleText((ack as { view: View }).view.blocks)).toContain('Looking through');
    reading.release();
    await late.idle();
    const { title } = await host.ask({ text: 'sessions skills' });
    expect(visibleText((late.slack.calls.at(-1)?.body.view as View | undefined)?.blocks)).toContain(title);
    await late.stop();
  });

  const WORDS = {
    scope: { scope: { type: 'static_select', selected_option: { value: 'sessions' } } },
    words: { words: { type: 'plain_text_input', value: 'skills' } },
  };

  test.each([
    ['nothing', { scope: 'narrow' }, 'words', says.refine.empty],
    ['no date', { scope: 'narrow', date: 'soon' }, 'date', says.refine.noDate],
    ['a person who is not there', { person: 'by:nobody-at-all' }, 'person', says.refine.nobody],
    ['a topic that is not there', { subject: 'topic:nothing' }, 'subject', says.refine.noSubject],
  ])('%s is told at its field', async (_what, chosen, field, words) => {
    const form = await openForm('sessions sdg:8');
    expect(await submit(form, chosen as unknown as Readonly<Record<string, string>>)).toMatchObject({
      status: 200,
      ack: { response_action: 'errors', errors: { [field]: words } },
    });
  });
});

describe('"Find related sessions"', () => {
  const choose = (text: string) =>
    workspace.send({
      type: 'message_action',
      callback_id: 'find_related',
      trigger_id: randomUUID(),
      team: TEAM,
      user: PERSON,
      channel: { id: 'C0TALK' },
      message_ts: '1.1',
      message: { type: 'message', user: 'U2', ts: '1.1', text },
      response_url: workspace.slack.responseUrl(),
    });

  test('searches with the message’s words and shows the result in a modal', async () => {
    const view = await viewAfter('views.open', () => choose('<@U2> what about decent work?'));
    const expected = await host.ask({ text: '/related what about decent work?' });
    expect(visibleText(view.blocks)).toContain(expected.title);
  });

  test.each(['x '.repeat(4000), '<!channel> *bold*'])('takes any message (%#)', async (text) => {
    const view = await viewAfter('views.open', () => choose(text));
    expect(visibleText(view.blocks).trim()).not.toBe('');
  });

  test.each(['', ' \n', '<https://a.example/report>', '<@U2>'])(
    'of a message without words (%j) says that there is nothing to search with',
    async (text) => {
      const view = await viewAfter('views.open', () => choose(text));
      expect(visibleText(view.blocks)).toContain('no text to search with');
    },
  );

  test('a slow archive first shows that it looks, then the result', async () => {
    const held = holdAnswers();
    const slow = await openWorkspace(await openHost(held), { times: { patience: 100 } });
    await slow.send({
      type: 'message_action',
      callback_id: 'find_related',
      trigger_id: randomUUID(),
      team: TEAM,
      user: PERSON,
      message: { text: 'decent work' },
    });
    await slow.slack.waitForCall(({ method }) => method === 'views.open');
    held.release();
    await slow.idle();
    expect(slow.slack.calls.map(({ method }) => method)).toEqual(['auth.test', 'views.open', 'views.update']);
    expect(visibleText((slow.slack.calls[1]?.body.view as View | undefined)?.blocks)).toContain(
      'Looking through',
    );
    await slow.stop();
  });

  test('where no modal can be opened, the person is told directly', async () => {
    workspace.slack.fail({ error: 'expired_trigger_id' }, 1, 'views.open');
    const from = workspace.slack.calls.length;
    await choose('decent work');
    await workspace.idle();
    expect(workspace.slack.calls.slice(from).at(-1)).toMatchObject({
      method: 'chat.postMessage',
      body: { channel: PERSON.id },
    });
  });
});

describe('link previews', () => {
  const share = (url: string, over = {}) =>
    workspace.send(
      appEvent({
        type: 'link_shared',
        user: PERSON.id,
        channel: 'C0TALK',
        message_ts: '1.1',
        links: [{ domain: 'archive.example', url }],
        ...over,
      }),
    );

  test.each(['/?q=speaker+Popova', '/people/natalia-popova'])(
    'of %s show what it answers, with its source',
    async (path) => {
      const url = `${PUBLIC}${path}`;
      await share(url);
      const { body } = await workspace.slack.waitForCall(
        (call) => call.method === 'chat.unfurl' && JSON.stringify(call.body).includes(url),
      );
      expect(body).toMatchObject({ channel: 'C0TALK', ts: '1.1' });
      const visible = visibleText((body.unfurls as Record<string, View>)[url]?.blocks);
      expect(visible).toContain('Natalia Popova');
      expect(visible).toContain('¶43');
      // Nothing in a preview can be opened by its number; what is left out is counted.
      expect(visible).not.toMatch(/^\d+\. /m);
      const { items, page } = await host.ask({ text: 'speaker Popova' });
      expect(items[0]?.kind).toBe('person');
      expect(visible).toContain(`… and ${(page?.total ?? 0) + 1 - 3} more`);
    },
  );

  test.each([
    `${PUBLIC}/?q=speaker+Xqzwv`,
    `${PUBLIC}/?q=help`,
    `${PUBLIC}/`,
    'https://evil.example/?q=sessions',
    `${PUBLIC}/metrics?q=sessions`,
  ])('of %s there are none', async (url) => {
    const from = workspace.slack.calls.length;
    expect(await share(url)).toMatchObject({ status: 200 });
    expect(workspace.slack.calls.length).toBe(from);
  });
});

/** Work Objects: what a link to a page of a public archive is to Slack, and the pane beside the conversation. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Entity, entityOf } from '../../../adapters/slack/work-object.ts';
import { anyAnswer } from '../../support/answers.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { fc } from '../../support/property.ts';
import { validateDetails, validateUnfurl } from './validator.ts';
import { appEvent, openWorkspace, PERSON, type Workspace } from './workspace.ts';

const PUBLIC = 'https://archive.example';
const SESSION = `${PUBLIC}/sessions/wsis-forum-2022-session-181`;

const shared = (...urls: readonly string[]) =>
  appEvent({
    type: 'link_shared',
    user: PERSON.id,
    channel: 'C0TALK',
    message_ts: '1.1',
    links: urls.map((url) => ({ domain: 'archive.example', url })),
  });
const wanted = (url: string, over: object = {}) =>
  appEvent({
    type: 'entity_details_requested',
    user: PERSON.id,
    trigger_id: 'trigger.1',
    link: { url, domain: 'archive.example' },
    entity_url: url,
    external_ref: { id: 'open wsis-forum-2022-session-181' },
    user_locale: 'en-US',
    event_ts: '1.2',
    ...over,
  });

describe('a public archive', () => {
  let host: TestHost;
  let workspace: Workspace;
  beforeAll(async () => {
    host = await openHost({ publicUrl: PUBLIC, publicArchive: true });
    workspace = await openWorkspace(host);
  });
  afterAll(async () => {
    await workspace.stop();
    expect(workspace.slack.violations).toEqual([]);
  });

  const callsOf = async (payload: Readonly<Record<string, unknown>>) => {
    const from = workspace.slack.calls.length;
    expect((await workspace.send(payload)).status).toBe(200);
    await workspace.idle();
    return workspace.slack.calls.slice(from);
  };
  const entitiesIn = (body: Readonly<Record<string, unknown>> | undefined) =>
    (body?.metadata as { entities: readonly Entity[] } | undefined)?.entities;

  test('gives a link to one thing its object, with its source, beside the plain preview', async () => {
    const posted = `${SESSION}?from=chat`;
    const [call] = await callsOf(shared(posted));
    expect(Object.keys(call?.body.unfurls as object)).toEqual([posted]);
    const [entity, ...more] = entitiesIn(call?.body) ?? [];
    expect(more).toEqual([]);
    expect(entity).toMatchObject({ url: SESSION, app_unfurl_url: posted });
    expect(entity?.entity_payload.attributes).toMatchObject({
      title: { text: 'Digitalization and employment' },
      display_type: 'Session',
    });
    expect(JSON.stringify(entity?.entity_payload.custom_fields)).toContain('WSIS agenda page');
    expect(entity?.entity_payload.actions.primary_actions[0]?.url).toBe(SESSION);
  });

  test('a list has none', async () => {
    const [call] = await callsOf(shared(`${PUBLIC}/?q=sessions+sdg8`, SESSION));
    expect(Object.keys(call?.body.unfurls as object)).toHaveLength(2);
    expect(entitiesIn(call?.body)).toHaveLength(1);
  });

  test('where Slack takes no objects, the plain previews go out', async () => {
    workspace.slack.fail({ error: 'invalid_metadata_format' }, 1, 'chat.unfurl');
    const calls = await callsOf(shared(SESSION));
    expect(calls.map(({ outcome }) => outcome)).toEqual(['failed', 'ok']);
    expect(calls.at(-1)?.body).not.toHaveProperty('metadata');
  });

  test('the pane tells more than the preview, and what belongs to it', async () => {
    const person = `${PUBLIC}/people/natalia-popova`;
    const [preview] = await callsOf(shared(person));
    const [call] = await callsOf(wanted(person));
    expect(call?.method).toBe('entity.presentDetails');
    expect(call?.body.trigger_id).toBe('trigger.1');
    const entity = call?.body.metadata as Entity;
    expect(entity).not.toHaveProperty('app_unfurl_url');
    const [short] = entitiesIn(preview?.body) ?? [];
    expect(entity.external_ref).toEqual(short?.external_ref);
    const fields = entity.entity_payload.custom_fields;
    expect(fields.length).toBeGreaterThan(short?.entity_payload.custom_fields.length ?? 0);
    expect(fields.some(({ label }) => label.includes('¶43'))).toBe(true);
  });

  test.each([
    `${PUBLIC}/sessions/no-such-session`,
    'https://evil.example/sessions/wsis-forum-2022-session-181',
    `${PUBLIC}/metrics`,
  ])('of %s there are no details, and that is told', async (url) => {
    const [call] = await callsOf(wanted(url, { external_ref: undefined }));
    expect(call?.body.error).toEqual({ status: 'not_found' });
  });
});

test('an archive that is not public has plain previews alone, and no details', async () => {
  const workspace = await openWorkspace(await openHost({ publicUrl: PUBLIC }));
  await workspace.send(shared(SESSION));
  await workspace.send(wanted(SESSION));
  await workspace.idle();
  const calls = workspace.slack.calls.filter(({ method }) => method !== 'auth.test');
  expect(calls.map(({ method }) => method)).toEqual(['chat.unfurl', 'entity.presentDetails']);
  expect(calls[0]?.body).not.toHaveProperty('metadata');
  expect(calls[1]?.body.error).toEqual({ status: 'not_found' });
  await workspace.stop();
});

test('any answer that opens a page makes an object that Slack takes', () => {
  fc.assert(
    fc.property(anyAnswer(), (value) => {
      const answer = { ...value, line: 'open x', address: SESSION };
      const preview = entityOf(answer, SESSION);
      const pane = entityOf(answer);
      expect(preview === undefined).toBe(value.items.length === 0);
      if (preview !== undefined)
        validateUnfurl({
          unfurls: { [SESSION]: { blocks: [{ type: 'divider' }] } },
          metadata: { entities: [preview] },
        });
      if (pane !== undefined) validateDetails({ trigger_id: 't', metadata: pane });
    }),
    { numRuns: 100 },
  );
});

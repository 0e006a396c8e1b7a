/** One welcome for each place that the bot is added to, none twice, and again after it was removed. */
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { saysIn } from '../../../adapters/teams/says.ts';
import { openStore } from '../../../src/store/store.ts';
import { openHost } from '../../support/host.ts';
import {
  BOT,
  channelMessage,
  installedInChat,
  installedInTeam,
  type Json,
  personalMessage,
} from './activities.ts';
import { pressables, visibleOf } from './reading.ts';
import { openStage, type Stage } from './stage.ts';

const says = saysIn();

jest.setTimeout(60_000);

let stage: Stage;
let place = 0;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.stop());
beforeEach(() => {
  place += 1;
});

/** The same activities in a place that no other test uses. */
function here(activity: Json): Json {
  return JSON.parse(
    JSON.stringify(activity)
      .replaceAll('a:1-personal', `a:${place}`)
      .replaceAll('19:team@', `19:team-${place}@`),
  ) as Json;
}

async function tell(...activities: readonly Json[]): Promise<readonly string[]> {
  const before = stage.connector.messages.length;
  for (const activity of activities) {
    expect((await stage.post(here(activity))).status).toBe(200);
  }
  return stage.connector.messages.slice(before).map((one) => visibleOf(one.body.attachments?.[0]?.content));
}

describe('a welcome', () => {
  test('comes once to a chat, though Teams tells of it twice', async () => {
    const welcomes = await tell(...installedInChat());
    expect(welcomes).toHaveLength(1);
    expect(welcomes[0]).toContain(says.own.welcomeTitle);
    expect(welcomes[0]).toContain(says.own.welcomePersonal);
    expect(
      pressables(stage.connector.messages.at(-1)?.body.attachments?.[0]?.content).length,
    ).toBeGreaterThan(0);
  });

  test('comes once to a team, in whichever order the two arrive', async () => {
    const welcomes = await tell(...[...installedInTeam()].reverse());
    expect(welcomes).toHaveLength(1);
    expect(welcomes[0]).toContain(says.own.welcomeGroup);
  });

  test('comes once where both arrive at the same moment', async () => {
    const before = stage.connector.messages.length;
    await Promise.all(installedInChat().map((activity) => stage.post(here(activity))));
    expect(stage.connector.messages.length - before).toBe(1);
  });

  test('does not come for others who join, nor for an upgrade', async () => {
    await tell(...installedInTeam());
    const join = channelMessage('', {
      type: 'conversationUpdate',
      text: undefined,
      membersAdded: [{ id: '29:new', name: 'New' }],
    });
    expect(
      await tell(join, personalMessage('', { type: 'installationUpdate', action: 'add-upgrade' })),
    ).toEqual([]);
  });

  test('comes again after the bot was removed and added anew, and only then', async () => {
    const [added, members] = installedInChat();
    const again = (activity: Json, id: string): Json => ({ ...activity, id });
    expect(await tell(again(added, 'a'), again(members, 'b'))).toHaveLength(1);
    expect(await tell(again(added, 'c'))).toEqual([]);
    expect(
      await tell(again(personalMessage('', { type: 'installationUpdate', action: 'remove' }), 'd')),
    ).toEqual([]);
    expect(await tell(again(added, 'e'), again(members, 'f'))).toHaveLength(1);
  });

  test('also comes where recipient is absent, for the app id tells who was added', async () => {
    expect(await tell({ ...installedInChat()[1], recipient: undefined, membersAdded: [BOT] })).toHaveLength(
      1,
    );
  });
});

test('a welcome that could not be delivered comes when the delivery comes again', async () => {
  const [activity] = installedInChat();
  stage.connector.failures.push({ status: 403 });
  expect((await stage.post(here(activity))).status).toBe(503);
  expect(await tell(activity)).toHaveLength(1);
});

test('a welcome is remembered by the store, not by the process', async () => {
  const store = await openStore();
  const [first, second] = installedInChat();
  const one = await openStage({ host: await openHost({ store }) });
  await one.post(first);
  await one.stop();
  const other = await openStage({ host: await openHost({ store }) });
  try {
    await other.post(second);
    expect(one.connector.messages).toHaveLength(1);
    expect(other.connector.messages).toHaveLength(0);
  } finally {
    await other.stop();
  }
}, 60_000);

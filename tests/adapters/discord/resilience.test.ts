/** What goes wrong between the bot and Discord: limits, errors, dropped connections, floods, restarts. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { TIMING } from '../../../adapters/discord/timing.ts';
import type { Engine } from '../../../src/engine.ts';
import { openStore } from '../../../src/store/store.ts';
import { direct, GUILD, until } from './counterpart.ts';
import { type Place, snowflake } from './counterpart-payloads.ts';
import type { Fault, Refusal } from './counterpart-rest.ts';
import { visibleText } from './reading.ts';
import { openRig, type Rig } from './rig.ts';

jest.setTimeout(60_000);

/** An engine that takes its time. */
const slowBy =
  (milliseconds: number) =>
  (engine: Engine): Engine => ({
    ...engine,
    answer: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return engine.answer(request);
    },
  });

let rig: Rig;
afterEach(async () => {
  await rig.stop();
  expect(rig.discord.rest.violations).toEqual([]);
});

const channel = (): Place => ({ guildId: GUILD, channelId: snowflake(), type: 0 });
const mention = (place: Place = channel()) => rig.discord.say({ text: '@Rapporteur sessions sdg8', place });
const replies = (id: string) => rig.discord.repliesTo(id);

describe('an API that', () => {
  test.each<[string, Exclude<Fault, Refusal>]>([
    ['limits the rate', 'rate-limited'],
    ['fails', 'server-error'],
    ['closes the connection half-way', 'reset'],
    ['does not answer', 'hang'],
  ])('%s is asked again, and the answer arrives once', async (_what, fault) => {
    rig = await openRig(fault === 'hang' ? { timing: { call: 600 } } : {});
    rig.discord.fail(fault, 2, /messages$/);
    const id = mention();
    await until(() => replies(id).length > 0);
    expect(replies(id)).toHaveLength(1);
    const calls = rig.discord.rest.calls.filter(({ path }) => path.endsWith('/messages'));
    const failed = { 'rate-limited': 429, 'server-error': 500, reset: undefined, hang: undefined }[fault];
    // A busy machine may let one more take too long, which is asked again like any other.
    const judged = fault === 'hang' ? calls.slice(0, 3) : calls;
    expect(judged.map(({ status }) => status)).toEqual([failed, failed, 200]);
    if (fault === 'rate-limited') {
      // Retry-After said 0.3 seconds.
      expect((calls[1]?.at ?? 0) - (calls[0]?.at ?? 0)).toBeGreaterThanOrEqual(290);
    }
  });

  test('took a message whose answer was lost gives it back for the same nonce', async () => {
    rig = await openRig();
    const id = mention();
    const [first] = await until(() => replies(id).length > 0 && replies(id));
    const again = await fetch(`${rig.discord.url}/v10/channels/${first?.channelId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${rig.discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(first?.payload),
    });
    expect(((await again.json()) as { id: string }).id).toBe(first?.id);
    expect(replies(id)).toHaveLength(1);
  });

  const failures = () => rig.host.metrics.counted.filter(({ name }) => name === 'failures');
  const posted = () => rig.discord.rest.calls.filter(({ path }) => path.endsWith('/messages'));

  test('fails for long is asked until it is back, and the answer arrives once', async () => {
    rig = await openRig();
    rig.discord.fail('server-error', 6, /messages$/);
    const id = mention();
    const [reply] = await until(() => replies(id).length > 0 && replies(id));
    expect(reply?.nonce).toBe(`${id}a`);
    expect(visibleText(reply?.payload ?? {})).not.toContain('Please ask again');
    expect(posted().map(({ status }) => status)).toEqual([500, 500, 500, 500, 500, 500, 200]);
    expect(replies(id)).toHaveLength(1);
    expect(failures()).toEqual([]);
  });

  test('fails for longer than the answer waits gives an apology, and a counted failure', async () => {
    rig = await openRig();
    rig.discord.fail('server-error', 7, /messages$/);
    const id = mention();
    await until(() => failures().length > 0);
    expect(failures()).toEqual([{ name: 'failures', labels: expect.objectContaining({ kind: 'message' }) }]);
    expect(replies(id).map(({ nonce }) => nonce)).toEqual([`${id}f`]);
    expect(visibleText(replies(id)[0]?.payload ?? {})).toContain('Please ask again');
  });

  test('fails for longer than everything waits is counted and told of in the log, and the next question is answered', async () => {
    rig = await openRig();
    rig.discord.fail('server-error', 14, /messages$/);
    const lost = mention();
    await until(() => failures().length > 0);
    expect(failures()).toEqual([{ name: 'failures', labels: expect.objectContaining({ kind: 'message' }) }]);
    expect(rig.host.log.lines.find(({ level }) => level === 'error')?.facts).toMatchObject({
      failure: 'failing',
      status: 500,
      attempts: 7,
    });
    expect(posted()).toHaveLength(14);
    const id = mention();
    await until(() => replies(id).length > 0);
    expect(replies(lost)).toEqual([]);
    // Its delivery was given back: if it comes again it is served.
    rig.discord.say({ text: '@Rapporteur sessions sdg8', id: lost });
    await until(() => replies(lost).length > 0);
  });

  test.each<[string, readonly Refusal[], number]>([
    [
      'a channel where it may not write, to somebody who takes no direct messages',
      ['forbidden', 'closed'],
      2,
    ],
    ['a locked thread of such a person', ['locked', 'closed'], 2],
    ['a channel that is gone', ['gone'], 1],
  ])('refuses an answer in %s is not asked again', async (_where, refusals, calls) => {
    rig = await openRig();
    for (const one of refusals) rig.discord.fail(one, 1, /messages$/);
    const id = mention();
    await until(() => failures().length > 0, 10_000);
    // A repeat would end the same way.
    rig.discord.say({ text: '@Rapporteur sessions sdg8', id });
    const next = mention();
    await until(() => replies(next).length > 0);
    expect(replies(id)).toEqual([]);
    expect(posted()).toHaveLength(calls + 1);
    expect(failures()).toHaveLength(1);
  });

  test('lets nobody write into a thread that is locked: the asker is told directly', async () => {
    rig = await openRig();
    rig.discord.fail('locked', 1, /messages$/);
    const id = mention();
    const told = await until(() => rig.discord.rest.posted.find(({ nonce }) => nonce === `${id}d`));
    expect(told.channelId).toBe(direct().channelId);
    expect(visibleText(told.payload)).toContain('may not write');
  });

  test('fails at the first reply to a command is asked for as long as Discord waits, and no longer', async () => {
    rig = await openRig();
    rig.discord.fail('server-error', 9, /callback$/);
    rig.discord.command('sessions', 'sdg8', { place: channel() });
    await until(() => failures().length > 0);
    expect(rig.discord.rest.calls.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(4);
  });

  test('is asked for about a minute, and for less than a nonce is remembered', () => {
    const sum = (pauses: readonly number[]) => pauses.reduce((total, pause) => total + pause, 0);
    const { lastingPauses, pauses, call } = TIMING;
    expect(sum(lastingPauses)).toBeGreaterThanOrEqual(45_000);
    // Discord says "the past few minutes"; two are taken as safe.
    expect(sum(lastingPauses) + (lastingPauses.length + 1) * call).toBeLessThan(120_000);
    expect(sum(pauses)).toBeLessThanOrEqual(3000);
  });
});

describe('a dropped connection', () => {
  test('is resumed, and what was said meanwhile is answered once', async () => {
    rig = await openRig();
    const before = mention();
    await until(() => replies(before).length > 0);
    rig.discord.gateway.drop();
    const missed = Array.from({ length: 5 }, () => mention());
    await until(() => missed.every((id) => replies(id).length > 0));
    expect(rig.discord.gateway.resumes).toBe(1);
    expect(rig.discord.gateway.identifies).toHaveLength(1);
    await rig.discord.gateway.settle();
    for (const id of [before, ...missed]) expect(replies(id)).toHaveLength(1);
  });

  test('that Discord asks for is resumed as well', async () => {
    rig = await openRig();
    rig.discord.gateway.askToReconnect();
    await until(() => rig.discord.gateway.resumes === 1);
    const id = mention();
    await until(() => replies(id).length > 0);
    expect(rig.discord.gateway.resumes).toBe(1);
  });

  test('whose session is gone, or declared invalid, is identified afresh', async () => {
    rig = await openRig();
    const other = await openRig();
    rig.discord.gateway.forget();
    rig.discord.gateway.drop();
    other.discord.gateway.invalidate();
    // The SDK leaves five seconds between two identifies.
    for (const one of [rig, other]) {
      await until(() => one.discord.gateway.identifies.length === 2);
      await until(() => one.connection.status().state === 'ready');
      const id = one.discord.say({ text: '@Rapporteur help', place: channel() });
      await until(() => one.discord.repliesTo(id).length > 0);
    }
    expect(rig.discord.gateway.resumes).toBe(1);
    expect(other.discord.gateway.resumes).toBe(0);
    await other.stop();
  });

  test('is seen in the status until it is back', async () => {
    rig = await openRig();
    expect(rig.connection.status()).toEqual({
      state: 'ready',
      detail: 'connected as Rapporteur to 1 server',
    });
    rig.discord.gateway.mute = true;
    rig.discord.gateway.drop();
    await until(() => rig.connection.status().state === 'degraded');
    expect(rig.connection.status().detail).toContain('reconnecting shard 0');
    rig.discord.gateway.mute = false;
    rig.discord.gateway.drop();
  });
});

describe('many at once', () => {
  test('200 mentions are each answered once', async () => {
    rig = await openRig();
    const ids = Array.from({ length: 200 }, () => mention());
    await until(() => ids.every((id) => replies(id).length > 0));
    for (const id of ids) expect(replies(id)).toHaveLength(1);
  });

  test('more questions in one channel than it takes in a second wait for their turn', async () => {
    rig = await openRig();
    const busy = channel();
    const ids = Array.from({ length: 12 }, () => mention(busy));
    await until(() => ids.every((id) => replies(id).length > 0));
    for (const id of ids) expect(replies(id)).toHaveLength(1);
    // The headers said how many are left, so that none was refused.
    const calls = rig.discord.rest.calls.filter(({ path }) => path.endsWith('/messages'));
    expect(calls.map(({ status }) => status)).toEqual(ids.map(() => 200));
  });

  test('200 commands are each acknowledged in time and answered once', async () => {
    // The shipped waiting times: with shorter ones a busy machine gives attempts up that are about to succeed.
    rig = await openRig({ timing: TIMING });
    // What this process takes is what is judged, not what else the machine does meanwhile.
    rig.discord.rest.clock = () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    };
    const interactions = Array.from({ length: 200 }, () =>
      rig.discord.command('sessions', 'sdg8', { place: channel() }),
    );
    await until(() => interactions.every(({ original }) => original?.components !== undefined));
    const calls = rig.discord.rest.calls.filter(({ path }) => path.endsWith('/callback'));
    // Discord takes one first reply of each; an attempt that is made again is refused, and followed by nothing.
    expect(calls.filter(({ status }) => status === 204)).toHaveLength(200);
    expect(calls.filter(({ status }) => status !== 204).map(({ status }) => status)).not.toContain(404);
    expect(interactions.flatMap(({ followUps }) => followUps)).toEqual([]);
  });
});

describe('an end in order', () => {
  test('waits for what is in work, and takes nothing new', async () => {
    rig = await openRig({
      host: {
        wrapEngine: slowBy(400),
      },
    });
    const id = mention();
    await rig.discord.gateway.settle();
    const stopping = rig.connection.stop(3000);
    const late = mention();
    await stopping;
    expect(replies(id)).toHaveLength(1);
    expect(replies(late)).toEqual([]);
    expect(rig.connection.status().state).toBe('stopped');
    expect(rig.discord.gateway.connected).toBe(0);
  });

  test('does not wait longer than it may', async () => {
    rig = await openRig({
      host: { wrapEngine: (engine) => ({ ...engine, answer: () => new Promise<never>(() => undefined) }) },
      timing: { giveUpAfter: 8000 },
    });
    mention();
    await rig.discord.gateway.settle();
    const started = Date.now();
    await rig.connection.stop(300);
    expect(Date.now() - started).toBeLessThan(7000);
  });
});

test('an answer that takes long is announced by typing', async () => {
  rig = await openRig({
    host: {
      wrapEngine: slowBy(600),
    },
    timing: { deferAfter: 200 },
  });
  const id = mention();
  await until(() => replies(id).length > 0);
  expect(rig.discord.rest.calls.map(({ path }) => path.split('/').at(-1))).toEqual(
    expect.arrayContaining(['typing', 'messages']),
  );
});

test('an answer that never comes ends in an apology', async () => {
  rig = await openRig({
    host: { wrapEngine: (engine) => ({ ...engine, answer: () => new Promise<never>(() => undefined) }) },
    timing: { deferAfter: 200, giveUpAfter: 500 },
  });
  const id = rig.discord.say({ text: 'sessions sdg8', place: direct() });
  const [apology] = await until(() => replies(id).length > 0 && replies(id));
  expect(visibleText(apology?.payload ?? {})).toContain('Please ask again');
});

test('a store in which nothing can be claimed leaves nobody without a word', async () => {
  const store = await openStore();
  const claim = () => Promise.reject(new Error('the database is away'));
  rig = await openRig({ host: { store: { ...store, deliveries: { ...store.deliveries, claim } } } });
  const id = rig.discord.say({ text: 'sessions sdg8', place: direct() });
  const [apology] = await until(() => replies(id).length > 0 && replies(id));
  expect(visibleText(apology?.payload ?? {})).toContain('Please ask again');
  const command = rig.discord.command('sessions', 'sdg8', { place: channel() });
  const told = await until(() => command.original);
  expect(visibleText(told)).toContain('Please ask again');
});

/** Slash commands, menus, buttons and type-ahead, over the real SDK and the Gateway. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Engine } from '../../../src/engine.ts';
import { CHANNEL, direct, until } from './counterpart.ts';
import { ASKER, OTHER, snowflake } from './counterpart-payloads.ts';
import type { Interacted } from './counterpart-rest.ts';
import { buttonsOf, visibleText } from './reading.ts';
import { openRig, type Rig } from './rig.ts';

/** What the engine does before it answers; set by a test. */
let before: () => Promise<void> = async () => undefined;
const wrapEngine = (engine: Engine): Engine => ({
  ...engine,
  answer: async (request) => {
    await before();
    return engine.answer(request);
  },
  suggest: async (request) => {
    await before();
    return engine.suggest(request);
  },
});

let rig: Rig;
/** One that waits for no answer that is slow. */
let hurried: Rig;
beforeAll(async () => {
  rig = await openRig({ host: { wrapEngine } });
  hurried = await openRig({ host: { wrapEngine }, timing: { deferAfter: 200, suggestWithin: 200 } });
});
afterEach(() => {
  before = async () => undefined;
});
afterAll(async () => {
  for (const one of [rig, hurried]) {
    await one.stop();
    expect(one.discord.rest.violations).toEqual([]);
  }
});

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The message that an interaction led to, as Discord keeps it. */
async function replied(interaction: Interacted): Promise<Record<string, unknown>> {
  const message = await until(() =>
    interaction.original?.components === undefined ? interaction.followUps.at(-1) : interaction.original,
  );
  return { channel_id: interaction.channelId, ...message };
}

const isPrivate = (message: Record<string, unknown>) => (Number(message.flags) & 64) !== 0;

function find(message: Record<string, unknown>, label: RegExp) {
  const button = buttonsOf(message).find((one) => label.test(one.label));
  if (button === undefined)
    throw new Error(`no ${label} among ${buttonsOf(message).map((one) => one.label)}`);
  return button;
}

/** Opens the first item of a list: by its button, or from the menu of a longer one. */
function openFirst(list: Record<string, unknown>, at: Parameters<typeof rig.discord.press>[2] = {}) {
  const { id, menu } = find(list, /^Open$|^1\. /);
  return menu === undefined
    ? rig.discord.press(list, id, at)
    : rig.discord.press(list, menu, { ...at, value: id });
}

describe('a slash command', () => {
  test('is answered at once, for all', async () => {
    const interaction = rig.discord.command('sessions', 'sdg8');
    const message = await replied(interaction);
    expect(visibleText(message)).toContain('Digitalization and employment');
    expect(interaction.callback).toMatchObject({ type: 4 });
    expect(isPrivate(message)).toBe(false);
  });

  test('with its option is answered to the asker alone', async () => {
    expect(isPrivate(await replied(rig.discord.command('speaker', 'Popova', { hidden: true })))).toBe(true);
  });

  test('works where only the person installed the app, and in direct messages', async () => {
    const installed = await replied(rig.discord.command('sessions', 'sdg8', { installedByServer: false }));
    expect(visibleText(installed)).toContain('3 sessions');
    const inDirect = await replied(rig.discord.command('sessions', 'sdg8', { place: direct() }));
    expect(isPrivate(inDirect)).toBe(false);
  });

  test('whose answer is slow is deferred and follows', async () => {
    before = () => wait(600);
    const interaction = hurried.discord.command('sessions', 'sdg8', { hidden: true });
    await until(() => interaction.callback !== undefined);
    expect(interaction.callback).toMatchObject({ type: 5, data: { flags: 64 } });
    const message = await replied(interaction);
    expect(visibleText(message)).toContain('3 sessions');
    expect(isPrivate(message)).toBe(true);
  });

  test('that fails gets an apology, at once or deferred, and is counted', async () => {
    before = async () => {
      throw new Error('the archive is away');
    };
    expect(visibleText(await replied(rig.discord.command('sessions', 'sdg8')))).toContain('Please ask again');
    before = async () => {
      await wait(500);
      throw new Error('the archive is away');
    };
    const deferred = await replied(hurried.discord.command('sessions', 'sdg8'));
    expect(visibleText(deferred)).toContain('Please ask again');
    for (const { host } of [rig, hurried])
      await until(() => host.metrics.counted.some(({ name }) => name === 'failures'));
  });

  test('that is no longer known is answered by the engine', async () => {
    const message = await replied(rig.discord.command('frobnicate', 'x'));
    expect(visibleText(message)).toContain('There is no command “frobnicate”');
  });

  test('delivered twice at once is answered once', async () => {
    const id = snowflake();
    const interaction = rig.discord.command('sessions', 'sdg8', { id });
    rig.discord.command('sessions', 'sdg8', { id });
    await replied(interaction);
    await rig.discord.gateway.settle();
    await wait(50);
    expect(interaction.followUps).toEqual([]);
    expect(rig.discord.rest.calls.filter(({ path }) => path.includes(`/interactions/${id}/`))).toHaveLength(
      1,
    );
  });
});

describe('an interaction that Discord has closed', () => {
  test('is answered in the channel, where the bot is', async () => {
    const interaction = rig.discord.command('sessions', 'sdg8');
    interaction.expired = true;
    const posted = await until(() =>
      rig.discord.rest.posted.find(({ nonce }) => nonce === `${interaction.id}l`),
    );
    expect(visibleText(posted.payload)).toContain('3 sessions');
    expect(visibleText(posted.payload)).toContain(`<@${ASKER.id}>`);
  });

  test('where the bot may not write, is answered to the asker directly', async () => {
    const place = { ...CHANNEL, channelId: snowflake() };
    rig.discord.rest.readOnly.add(place.channelId);
    const interaction = rig.discord.command('sessions', 'sdg8', { place });
    interaction.expired = true;
    const posted = await until(() =>
      rig.discord.rest.posted.find(({ nonce }) => nonce === `${interaction.id}d`),
    );
    expect(posted.channelId).toBe(direct().channelId);
    expect(visibleText(posted.payload)).toContain('3 sessions');
  });

  test('and was private gets no more than a word that it came too late', async () => {
    const interaction = rig.discord.command('sessions', 'sdg8', { hidden: true });
    interaction.expired = true;
    const posted = await until(() =>
      rig.discord.rest.posted.find(({ nonce }) => nonce === `${interaction.id}l`),
    );
    expect(visibleText(posted.payload)).toContain('Please ask again');
    expect(visibleText(posted.payload)).not.toContain('sessions sdg');
  });

  test('while it was deferred is answered in the channel too', async () => {
    before = () => wait(600);
    const interaction = hurried.discord.command('sessions', 'sdg8');
    await until(() => interaction.callback !== undefined);
    interaction.expired = true;
    const posted = await until(() =>
      hurried.discord.rest.posted.find(({ nonce }) => nonce === `${interaction.id}l`),
    );
    expect(visibleText(posted.payload)).toContain('3 sessions');
  });

  test('where the bot is not, is only counted', async () => {
    const failures = () => rig.host.metrics.counted.filter(({ name }) => name === 'failures').length;
    const known = failures();
    rig.discord.command('sessions', 'sdg8', { installedByServer: false }).expired = true;
    await until(() => failures() > known);
  });
});

describe('the menu of a message', () => {
  test('finds sessions related to its text, for the asker’s eyes', async () => {
    const message = await replied(
      rig.discord.menu('Find related sessions', { content: 'We talked about decent work today' }),
    );
    expect(isPrivate(message)).toBe(true);
    expect(visibleText(message)).toMatch(/^\d+ sessions? on /);
  });

  test('tells whom it is about, for the asker’s eyes: who is named, or who spoke on its subjects', async () => {
    const ask = async (content: string) => replied(rig.discord.menu('Who is this about?', { content }));
    const named = await ask('What did Popova answer Harukawa?');
    expect(isPrivate(named)).toBe(true);
    expect(visibleText(named)).toMatch(/^Natalia Popova and Toru Harukawa/);
    expect(visibleText(await ask('and labour migration?'))).toMatch(/^\d+ people on labour migration/);
    expect(visibleText(await ask(''))).toContain('no text');
  });

  test('of a picture says that there is no text', async () => {
    const message = await replied(rig.discord.menu('Find related sessions', { content: '' }));
    expect(visibleText(message)).toContain('no text');
  });
});

describe('type-ahead', () => {
  const choices = async (interaction: Interacted) => {
    await until(() => interaction.callback !== undefined);
    const { data } = interaction.callback as { data: { choices: { name: string; value: string }[] } };
    return data.choices;
  };

  test('offers what the engine suggests, 25 at most', async () => {
    const offered = await choices(rig.discord.type('sessions', 'dec'));
    expect(offered).toEqual(
      expect.arrayContaining([{ name: expect.stringContaining('Decent work'), value: 'Decent work' }]),
    );
    expect((await choices(rig.discord.type('sessions', ''))).length).toBeLessThanOrEqual(25);
  });

  test('offers nothing rather than something late, or after a failure', async () => {
    before = () => wait(700);
    expect(await choices(hurried.discord.type('sessions', 'dec'))).toEqual([]);
    before = async () => {
      throw new Error('the archive is away');
    };
    expect(await choices(rig.discord.type('sessions', 'dec'))).toEqual([]);
  });
});

describe('a button', () => {
  test('of a public answer opens one for the presser’s eyes, which can be shared once', async () => {
    const list = await replied(rig.discord.command('sessions', 'sdg8'));
    const opened = await replied(openFirst(list, { author: OTHER }));
    expect(isPrivate(opened)).toBe(true);
    expect(visibleText(opened)).toMatch(/10 May 2022|May 10, 2022/);
    const share = find(opened, /Share/).id;
    const shared = await replied(rig.discord.press(opened, share, { author: OTHER }));
    expect(isPrivate(shared)).toBe(false);
    expect(visibleText(shared)).toContain(`Shared by <@${OTHER.id}>`);
    const again = await replied(rig.discord.press(opened, share, { author: OTHER }));
    expect(visibleText(again)).toContain('already');
    expect(isPrivate(again)).toBe(true);
  });

  test('turns the page in place for the asker, and in a message of their own for others', async () => {
    const list = await replied(rig.discord.command('recommendations', ''));
    const turned = rig.discord.press(list, find(list, /Next/).id);
    const second = await replied(turned);
    expect(turned.callback).toMatchObject({ type: 7 });
    expect(second.id).toBe(list.id);
    const other = rig.discord.press(list, find(list, /Next/).id, { author: OTHER });
    expect(isPrivate(await replied(other))).toBe(true);
    expect(other.callback).toMatchObject({ type: 4 });
    const back = await replied(rig.discord.press(second, find(second, /Previous/).id));
    expect(visibleText(back)).toBe(visibleText(list));
  });

  test('turns a private page in place and keeps it private', async () => {
    const list = await replied(rig.discord.command('recommendations', '', { hidden: true }));
    const second = await replied(rig.discord.press(list, find(list, /Next/).id));
    expect(isPrivate(second)).toBe(true);
    expect(find(second, /Share/).id).toMatch(/^s/);
  });

  test('whose answer is slow is deferred in place', async () => {
    const list = await replied(hurried.discord.command('recommendations', ''));
    before = () => wait(600);
    const turned = hurried.discord.press(list, find(list, /Next/).id);
    await until(() => turned.callback !== undefined);
    expect(turned.callback).toEqual({ type: 6 });
    await until(() => turned.original !== undefined);
    expect(visibleText(turned.original as object)).toContain('6–10 of ');
  });

  test('that fails keeps the message and tells the presser', async () => {
    const list = await replied(hurried.discord.command('recommendations', ''));
    before = async () => {
      await wait(500);
      throw new Error('the archive is away');
    };
    const turned = hurried.discord.press(list, find(list, /Next/).id);
    const [apology] = await until(() => turned.followUps.length > 0 && turned.followUps);
    expect(visibleText(apology as object)).toContain('Please ask again');
    expect(isPrivate(apology as Record<string, unknown>)).toBe(true);
    expect(turned.original).toBeUndefined();
  });

  test('in a direct message is answered for all who are there', async () => {
    const list = await replied(rig.discord.command('sessions', 'sdg8', { place: direct() }));
    const opened = await replied(openFirst(list, { place: direct() }));
    expect(isPrivate(opened)).toBe(false);
  });

  test('of long ago, or of a version before, gets a reply', async () => {
    for (const id of ['page-3', '', 'ol0:open gone-since-long']) {
      const message = await replied(rig.discord.press({ id: snowflake(), components: [], flags: 0 }, id));
      expect(visibleText(message).length).toBeGreaterThan(20);
    }
  });

  test('of a menu opens what was chosen', async () => {
    const interaction = rig.discord.press({ id: snowflake(), components: [], flags: 0 }, 'items', {
      value: 'ol4:speaker Popova',
    });
    expect(visibleText(await replied(interaction))).toContain('Natalia Popova');
  });
});

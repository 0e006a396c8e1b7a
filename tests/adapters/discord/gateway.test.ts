/** What people write to the bot, over the real SDK and the Gateway. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CHANNEL, direct, GUILD, type Said, until } from './counterpart.ts';
import { MACHINE, OTHER, type Place, snowflake } from './counterpart-payloads.ts';
import { buttonsOf, linksOf, textOf, visibleText } from './reading.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig({ host: { publicUrl: 'https://archive.example', publicArchive: true } });
});
afterAll(async () => {
  await rig.stop();
  expect(rig.discord.rest.violations).toEqual([]);
});

/** Says something and gives back the bot's one reply. */
async function ask(said: Said) {
  const id = rig.discord.say(said);
  await until(() => rig.discord.repliesTo(id).length > 0);
  const [reply, ...more] = rig.discord.repliesTo(id);
  expect(more).toEqual([]);
  if (reply === undefined) throw new Error('no reply');
  return { ...reply, id: reply.id, text: visibleText(reply.payload), asked: id };
}

/** Says something, waits until the bot has taken it in, and expects nothing. */
async function expectSilence(said: Said) {
  const before = rig.discord.rest.posted.length;
  rig.discord.say(said);
  await rig.discord.gateway.settle();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(rig.discord.rest.posted.length).toBe(before);
}

describe('a mention', () => {
  test.each(['sessions sdg8', '/sessions sdg8', 'which sessions are about decent work?'])(
    '%s',
    async (line) => {
      const reply = await ask({ text: `@Rapporteur ${line}` });
      expect(reply.text).toContain('Digitalization and employment');
      expect(reply.text).toMatch(/2020 webinar report, ¶\d/);
    },
  );

  test('is replied to by reference, once, mentioning nobody', async () => {
    const reply = await ask({ text: '@Rapporteur speaker Popova' });
    expect(reply.payload).toMatchObject({
      message_reference: { message_id: reply.asked, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
      nonce: `${reply.asked}a`,
      enforce_nonce: true,
      flags: 1 << 15,
    });
  });

  test('in a thread is answered in the thread', async () => {
    const thread: Place = { guildId: GUILD, channelId: snowflake(), type: 11 };
    expect((await ask({ text: '@Rapporteur help', place: thread })).channelId).toBe(thread.channelId);
  });

  test('with nothing else asks for help', async () => {
    expect((await ask({ text: '@Rapporteur' })).text).toContain('What you can ask');
  });

  test('of the bot’s role gets the reason why it cannot be read', async () => {
    const reply = await ask({ text: 'sessions sdg8', mention: false, mentionRole: true });
    expect(reply.text).toContain('mention me, the member');
  });

  test('of nobody, by other bots, by webhooks and by itself is left alone', async () => {
    await expectSilence({ text: 'sessions sdg8', mention: false });
    await expectSilence({ text: '@Rapporteur sessions sdg8', author: MACHINE });
    await expectSilence({ text: '@Rapporteur sessions sdg8', webhookId: '5' });
    await expectSilence({ text: '@Rapporteur sessions sdg8', author: rig.discord.bot });
    // "Asker pinned a message", "Asker joined".
    await expectSilence({ text: '@Rapporteur', type: 6 });
  });

  test('delivered again is not answered again', async () => {
    const { asked } = await ask({ text: '@Rapporteur sessions sdg8' });
    await expectSilence({ text: '@Rapporteur sessions sdg8', id: asked });
  });
});

describe('a follow-up', () => {
  test('in a channel continues what the same person asked there', async () => {
    const place: Place = { ...CHANNEL, channelId: snowflake() };
    await ask({ text: '@Rapporteur recommendations migration', place });
    await ask({ text: '@Rapporteur sessions sdg8', place, author: OTHER });
    expect((await ask({ text: '@Rapporteur only 2020', place })).text).toMatch(
      /^\d+ recommendations on labour migration dated 2020/,
    );
  });

  test('in a thread continues what anybody asked there', async () => {
    const place: Place = { guildId: GUILD, channelId: snowflake(), type: 11 };
    await ask({ text: '@Rapporteur recommendations migration', place });
    const reply = await ask({ text: '@Rapporteur only 2020', place, author: OTHER });
    expect(reply.text).toMatch(/^\d+ recommendations on labour migration dated 2020/);
  });

  test('in reply to an answer continues that answer, with nothing remembered', async () => {
    const old = await ask({ text: '@Rapporteur recommendations migration' });
    const elsewhere: Place = { guildId: GUILD, channelId: snowflake(), type: 0 };
    const reply = await ask({ text: 'only 2020', replyTo: old, author: OTHER, place: elsewhere });
    expect(reply.text).toMatch(/^\d+ recommendations on labour migration dated 2020/);
  });
});

test('an answer to a reply leads to the page of what it opens, like any other', async () => {
  const old = await ask({ text: '@Rapporteur sessions sdg8' });
  const address = 'https://archive.example/sessions/wsis-forum-2022-session-181';
  for (const said of [{ replyTo: old }, {}]) {
    const { payload } = await ask({ ...said, text: '@Rapporteur open wsis-forum-2022-session-181' });
    expect(linksOf(payload).map(({ url }) => url)).toContain(address);
  }
});

describe('a direct message', () => {
  test('needs no mention', async () => {
    const reply = await ask({ text: 'speaker Popova', place: direct() });
    expect(reply.text).toContain('Natalia Popova');
    expect(reply.channelId).toBe(direct().channelId);
  });

  test('without text asks for help', async () => {
    expect((await ask({ text: '', place: direct() })).text).toContain('What you can ask');
  });
});

describe('where the bot may not', () => {
  test('read the history, it replies without a reference', async () => {
    const place: Place = { ...CHANNEL, channelId: snowflake() };
    rig.discord.rest.withoutHistory.add(place.channelId);
    const reply = await ask({ text: '@Rapporteur sessions sdg8', place });
    expect(reply.payload).not.toHaveProperty('message_reference');
    expect(reply.channelId).toBe(place.channelId);
    rig.discord.rest.violations.length = 0;
  });

  test('write, it tells the asker so in a direct message', async () => {
    const place: Place = { ...CHANNEL, channelId: snowflake() };
    rig.discord.rest.readOnly.add(place.channelId);
    const reply = await ask({ text: '@Rapporteur sessions sdg8', place });
    expect(reply.channelId).toBe(direct().channelId);
    expect(reply.text).toContain('Send Messages');
  });
});

test('a reply carries buttons that hold lines', async () => {
  const { payload } = await ask({ text: '@Rapporteur sessions sdg8' });
  expect(buttonsOf(payload).map(({ label }) => label)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^1\. /), 'Helpful']),
  );
  // A short line stands in what is pressed alone.
  expect(textOf(payload)).not.toContain('sessions sdg:8');
});

test('nothing that was said is in the log', async () => {
  await ask({ text: '@Rapporteur sessions about unmistakablewords' });
  expect(JSON.stringify(rig.host.log.lines)).not.toContain('unmistakablewords');
  expect(JSON.stringify(rig.host.log.lines)).not.toContain(rig.discord.token);
});

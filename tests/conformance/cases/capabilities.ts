/** What only some platforms can do, alike on those that can: the capability table decides which cases apply. */
import { describe, expect, test } from '@jest/globals';
import { catalogueFor } from '../../../src/locales/locales.ts';
import { HOSTILE_TEXTS } from '../../support/answers.ts';
import { openHost } from '../../support/host.ts';
import type { Driver, OpenForm, Reply, Surface } from '../driver.ts';
import { has, newDelivery, onSurface, rigFor, SURFACES } from '../rigs.ts';
import { expectReply, expectShown, findButton, isReply, simplify } from '../seeing.ts';

const LINE = 'sessions sdg8';

export function declareCapabilityCases(driver: Driver): void {
  const { capabilities } = driver.adapter;
  const { rig } = rigFor(driver);

  test('the driver plays what the table says, and nothing else', () => {
    const { complete, findRelated, openHome, suggested, askAnywhere } = rig();
    expect({
      typeAhead: complete !== undefined,
      messageShortcut: findRelated !== undefined,
      home: openHome !== undefined,
      suggestions: suggested !== undefined,
      askAnywhere: askAnywhere !== undefined,
    }).toEqual({
      typeAhead: capabilities.typeAhead,
      messageShortcut: capabilities.messageShortcut,
      home: capabilities.home,
      suggestions: capabilities.suggestions,
      askAnywhere: capabilities.askAnywhere,
    });
  });

  // The web page is itself where the others lead.
  if (capabilities.buttons && driver.callsApi !== false)
    describe('the archive’s pages', () => declareArchiveCases(driver));
  if (capabilities.threads) describe('threads', () => declareThreadCases(driver));
  if (capabilities.privateAnswers && capabilities.commands)
    describe('private answers', () => declarePrivateCases(driver));
  if (capabilities.feedback) describe('feedback', () => declareFeedbackCases(driver));
  if (capabilities.typeAhead) describe('type-ahead', () => declareTypeAheadCases(driver));
  if (capabilities.messageShortcut) describe('“find related”', () => declareShortcutCases(driver));
  if (capabilities.forms) describe('“refine”', () => declareFormCases(driver));
  if (capabilities.home) describe('home', () => declareHomeCases(driver));
  if (capabilities.tables) describe('tables', () => declareTableCases(driver));
  if (capabilities.suggestions) describe('suggested questions', () => declareSuggestionCases(driver));
  if (capabilities.askAnywhere) describe('“Ask the archive”', () => declareAskCases(driver));
}

/** Whatever else an answer shows, its table is there, cell by cell. */
function declareTableCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);

  test.each([
    'ask compare Japan and India',
    'ask how many recommendations',
    'ask kind:figure',
    'ask how many speakers',
  ])('%s: every column and every cell', async (line) => {
    const answer = await host().ask({ text: line });
    const surface = SURFACES.filter((one) => has(driver, one))[0] ?? 'direct';
    const reply = expectReply(await rig().send(surface, { text: onSurface(surface, line) }));
    rig().validate(reply.payload);
    const visible = simplify(reply.visible);
    const { columns = [], rows = [] } = answer.table ?? {};
    expect(rows.length).toBeGreaterThan(1);
    // Numbers of items may stand before what they number.
    const told = columns.filter(({ label }) => label !== catalogueFor().table.number);
    for (const { label } of told) expect(visible).toContain(simplify(label));
    for (const { text } of rows.flat()) expect(visible).toContain(simplify(text));
  });
}

function declareSuggestionCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);

  test('lead somewhere in the archive at hand', async () => {
    const questions = (await rig().suggested?.()) ?? [];
    expect(questions.length).toBeGreaterThan(1);
    for (const text of questions) expect((await host().ask({ text })).outcome).toBe('found');
  });
}

function declareAskCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const open = async (): Promise<OpenForm> => {
    const { askAnywhere } = rig();
    if (askAnywhere === undefined) throw new Error('the driver does not play it');
    return askAnywhere();
  };

  test('asks one question, and shows its answer to whoever asked', async () => {
    const form = await open();
    expect(form.fields).toEqual(['question']);
    const reply = await form.send({ question: ['who talked about brain circulation?'] });
    rig().validate(reply.payload);
    expect(reply.private).toBe(true);
    expectShown(reply, await host().ask({ text: 'who talked about brain circulation?' }));
  });

  test.each(['', '  '])('%j is told to be no question', async (question) => {
    const reply = await (await open()).send({ question: [question] });
    expect(simplify(reply.visible)).toContain(catalogueFor().ask.empty);
  });
}

/** What a chat opens leads to its page, where everybody may read it. */
function declareArchiveCases(driver: Driver): void {
  const { rig } = rigFor(driver, () =>
    openHost({ publicUrl: 'https://archive.example', publicArchive: true }),
  );

  describe.each(SURFACES.filter((one) => has(driver, one)))('by %s', (surface) => {
    test('one thing has a button to its page, a list has none', async () => {
      const opened = await rig().send(surface, {
        text: onSurface(surface, 'open wsis-forum-2022-session-181'),
      });
      const reply = expectReply(opened);
      rig().validate(reply.payload);
      expect(reply.links).toEqual([
        {
          label: catalogueFor().openPage,
          url: 'https://archive.example/sessions/wsis-forum-2022-session-181',
        },
      ]);
      const list = expectReply(await rig().send(surface, { text: onSurface(surface, LINE) }));
      expect(list.links).toEqual([]);
    });
  });
}

/** Where one can go on talking: by mentions and directly, or else on the one page that there is. */
function declareThreadCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const spoken = SURFACES.filter((one) => has(driver, one) && one !== 'command');

  describe.each(spoken.length > 0 ? spoken : SURFACES.slice(0, 1))('by %s', (surface) => {
    test.each([
      ['recommendations migration', 'only 2020'],
      ['what did Popova say about migration?', 'and Harukawa?'],
    ])('%s, then “%s”: the subject is kept', async (first, next) => {
      const thread = newDelivery();
      const before = await host().ask({ text: first });
      const after = await host().ask({ text: next, previous: before.line });
      // What is asked alone is another question.
      expect(after.line).not.toBe((await host().ask({ text: next })).line);
      expectShown(expectReply(await rig().send(surface, { text: first, thread })), before);
      expectShown(expectReply(await rig().send(surface, { text: next, thread })), after);
    });

    test('“more” turns the page', async () => {
      const thread = newDelivery();
      const first = await host().ask({ text: 'recommendations' });
      const second = await host().ask({ text: first.page?.next ?? '' });
      expectReply(await rig().send(surface, { text: 'recommendations', thread }));
      expectShown(expectReply(await rig().send(surface, { text: 'more', thread })), second);
    });

    test('another thread has another subject', async () => {
      expectReply(await rig().send(surface, { text: 'recommendations migration', thread: newDelivery() }));
      const alone = await host().ask({ text: 'only 2020' });
      const reply = await rig().send(surface, { text: 'only 2020', thread: newDelivery() });
      expectShown(expectReply(reply), alone);
    });
  });
}

function declarePrivateCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);

  async function askPrivately(): Promise<Reply> {
    const reply = expectReply(await rig().send('command', { text: `/${LINE}`, private: true }));
    const first = reply.private ? reply : await findButton(reply, /only you|private/i).press();
    expect(first.private).toBe(true);
    return first;
  }

  test('a command’s answer can be for the asker alone, and be shared', async () => {
    const shared = await findButton(await askPrivately(), /share/i).press();
    rig().validate(shared.payload);
    expect(shared.private).toBe(false);
    expectShown(shared, await host().ask({ text: LINE }));
    // What everybody sees already cannot be shared once more.
    expect(shared.buttons.filter(({ label }) => /share/i.test(label))).toEqual([]);
  });

  test('what is shared by two quick clicks is shared once', async () => {
    const share = findButton(await askPrivately(), /share/i);
    // A click without a reply of its own is what is wanted of the second.
    const replies = await Promise.all([share, share].map((one) => one.press().catch(() => undefined)));
    expect(replies.filter((reply) => reply?.private === false)).toHaveLength(1);
  });
}

function declareFeedbackCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const surfaces = SURFACES.filter((one) => has(driver, one));

  test.each(surfaces.flatMap((surface) => [[surface, true] as const, [surface, false] as const]))(
    'by %s, a verdict (helpful: %s) is kept with its line and revision, and thanked for',
    async (surface, helpful) => {
      const { feedback } = host().store;
      const before = await feedback.latest(100);
      const reply = expectReply(await rig().send(surface, { text: onSurface(surface, LINE) }));
      const label = helpful ? /^(?!.*\bnot\b).*helpful/i : /\bnot helpful/i;
      const thanks = await findButton(reply, label).press();
      rig().validate(thanks.payload);
      expect(thanks.visible).toMatch(/thank/i);
      const after = await feedback.latest(100);
      expect(after).toHaveLength(before.length + 1);
      const { line, revision } = await host().ask({ text: LINE });
      expect(after[0]).toEqual({
        platform: driver.adapter.name,
        line,
        revision,
        helpful,
      });
    },
  );

  test('help is about the bot, not the archive: it is not judged', async () => {
    const surface = surfaces[0] ?? 'command';
    const reply = expectReply(await rig().send(surface, { text: onSurface(surface, 'help') }));
    expect(reply.buttons.filter(({ label }) => /helpful/i.test(label))).toEqual([]);
  });
}

function declareTypeAheadCases(driver: Driver): void {
  const { rig } = rigFor(driver);
  const complete = async (typed: string) => (await rig().complete?.(typed)) ?? [];

  test.each([
    ['a person', 'popo', /Popova/],
    ['a topic', 'labour migr', /labour migration/i],
  ])('%s is offered while it is typed, and leads to an answer', async (_kind, typed, what) => {
    const offered = (await complete(typed)).find(({ label }) => what.test(label));
    if (offered === undefined) throw new Error(`“${typed}” offered nothing like ${what}`);
    const reply = await offered.choose();
    rig().validate(reply.payload);
    expect(simplify(reply.visible)).toMatch(what);
    // What was found, with the place where it stands.
    expect(simplify(reply.visible)).toMatch(/¶|section/);
  });

  test('what nobody is called offers nothing', async () => {
    expect((await complete('xqzwvk')).map(({ label }) => label)).toEqual([]);
  });

  test.each(['', ' ', 'x'.repeat(5000), ...HOSTILE_TEXTS])('%j is taken calmly', async (typed) => {
    // The driver holds what is offered to the platform's limits.
    for (const { label } of await complete(typed)) expect(simplify(label)).not.toBe('');
  });

  test('every beginning offers what fits and can be told apart', async () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const labels = (await complete(letter)).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
}

function declareShortcutCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const MESSAGE = 'Hi all, any thoughts on labour migration before the meeting?';
  const find = async (message: string, delivery?: string) => {
    const { findRelated } = rig();
    if (findRelated === undefined) throw new Error('the driver does not play it');
    return findRelated(message, delivery);
  };

  test('a message’s words are searched with, for whoever asked alone', async () => {
    const expected = await host().ask({ text: `/related ${MESSAGE}` });
    expect(expected.outcome).toBe('found');
    const reply = expectReply(await find(MESSAGE));
    rig().validate(reply.payload);
    expectShown(reply, expected);
    expect(reply.private).toBe(true);
  });

  test('addresses in it are no words to search with', async () => {
    const expected = await host().ask({ text: '/related decent work' });
    expectShown(expectReply(await find('decent https://a.example/sessions?q=migration work')), expected);
  });

  test.each(['', ' \n ', 'https://a.example/'])(
    'a message without words (%j) gets the reason',
    async (message) => {
      const reply = expectReply(await find(message));
      rig().validate(reply.payload);
      expect(reply.visible).toMatch(/no (?:text|words)/);
    },
  );

  test.each(['migration '.repeat(400), ...HOSTILE_TEXTS])(
    'any message gets a reply (%#)',
    async (message) => {
      const reply = expectReply(await find(message));
      rig().validate(reply.payload);
      expect(rig().active?.(reply.payload) ?? []).toEqual([]);
      expect(simplify(reply.visible)).not.toBe('');
    },
  );

  test('what is found can be opened and gone on with', async () => {
    const reply = expectReply(await find(MESSAGE));
    const opened = await findButton(reply, /open|\d/i).press();
    rig().validate(opened.payload);
    expect(simplify(opened.visible)).not.toBe('');
  });

  test('the same delivery is answered once, where the platform may repeat it', async () => {
    if (rig().relatedRepeats === false) return;
    const delivery = newDelivery();
    const outcomes = [await find(MESSAGE, delivery), await find(MESSAGE, delivery)];
    expect(outcomes.filter(isReply)).toHaveLength(1);
  });
}

function declareFormCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const { refine } = catalogueFor();
  const LIST = 'recommendations topic:labour-migration';

  async function open(surface: Surface, line = LIST): Promise<{ reply: Reply; form: OpenForm }> {
    const listed = expectReply(await rig().send(surface, { text: onSurface(surface, line) }));
    return openedFrom(listed);
  }
  async function openedFrom(listed: Reply): Promise<{ reply: Reply; form: OpenForm }> {
    const reply = await findButton(listed, /^Refine…$/).press();
    rig().validate(reply.payload);
    if (reply.form === undefined) throw new Error('no form opened');
    return { reply, form: reply.form };
  }
  const surfaces = SURFACES.filter((one) => has(driver, one));

  test.each(surfaces)(
    'opens from a list, asked by %s, with the fields that are declared',
    async (surface) => {
      const declared = await host().engine.refineForm({ line: LIST });
      const { reply, form } = await open(surface);
      expect(form.fields).toEqual(declared.fields.map(({ name }) => name));
      const visible = simplify(reply.visible);
      for (const { label } of declared.fields) expect(visible).toContain(label);
      expect(visible).toContain(simplify(declared.about).slice(0, 60));
    },
  );

  test.each<[string, Readonly<Record<string, readonly string[]>>, string]>([
    ['a person, a name being enough', { person: ['Popova'] }, `${LIST} by:natalia-popova`],
    ['a date', { date: ['2020'] }, `${LIST} date:2020`],
    ['words', { words: ['barriers'] }, `${LIST} barriers`],
    ['another scope, with a subject', { scope: ['sessions'], subject: ['sdg:8'] }, 'sessions sdg:8'],
  ])('%s: what was filled in is asked, for whoever filled it in alone', async (_what, filled, line) => {
    const { form } = await open('command');
    const reply = await form.send(filled);
    rig().validate(reply.payload);
    expectShown(reply, await host().ask({ text: line }));
    expect(reply.private).toBe(true);
  });

  test('what it lists can be refined once more', async () => {
    const { form } = await open('command');
    const again = await openedFrom(await form.send({ date: ['2020'] }));
    const reply = await again.form.send({ person: ['Popova'] });
    expectShown(reply, await host().ask({ text: `${LIST} date:2020 by:natalia-popova` }));
  });

  test.each<[string, Readonly<Record<string, readonly string[]>>, string, string]>([
    ['nothing', {}, refine.words, refine.empty],
    ['no date', { date: ['soon'] }, refine.date, refine.noDate],
    ['no words', { words: ['?!'] }, refine.words, refine.noWords],
    ['something that is not offered', { subject: ['topic:xqzwv'] }, refine.subject, refine.noSubject],
    ['nobody', { person: ['by:xqzwv'] }, refine.person, refine.nobody],
  ])('%s is told at its field', async (_what, filled, label, problem) => {
    const { form } = await open('command');
    const reply = await form.send(filled);
    rig().validate(reply.payload);
    expect(reply.visible).toContain(problem);
    expect(reply.visible).toContain(label);
    expect(reply.private).toBe(true);
  });

  test.each(HOSTILE_TEXTS)('%j in its fields does no harm', async (text) => {
    const { form } = await open('command');
    const reply = await form.send({ date: [text.slice(0, 40)], words: [text] });
    rig().validate(reply.payload);
    expect(rig().active?.(reply.payload) ?? []).toEqual([]);
  });
}

function declareHomeCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const open = async (): Promise<Reply> => {
    const { openHome } = rig();
    if (openHome === undefined) throw new Error('the driver does not play it');
    return openHome();
  };

  test('shows the archive at a glance: how much there is, events, goals, topics, lines to try', async () => {
    const { counts, events, goals, topics, examples } = await host().engine.browse.overview();
    const home = await open();
    rig().validate(home.payload);
    const visible = simplify(home.visible);
    for (const count of [counts.sessions, counts.people, counts.contributions, counts.sources])
      expect(visible).toMatch(new RegExp(`\\b${count}\\b`));
    for (const { title, date } of events) {
      expect(visible).toContain(title);
      expect(visible).toContain(date);
    }
    for (const { label } of [...goals, ...topics]) expect(visible).toContain(label);
    expect(examples.filter(({ line }) => visible.includes(line)).length).toBeGreaterThan(2);
  });

  test('each of its buttons leads on', async () => {
    const home = await open();
    expect(home.buttons.length).toBeGreaterThan(20);
    for (const { label, press } of home.buttons) {
      const reply = await press();
      rig().validate(reply.payload);
      expect([label, simplify(reply.visible)]).not.toEqual([label, '']);
    }
  });

  test('a goal is answered with what the archive has on it', async () => {
    const { goals } = await host().engine.browse.overview();
    const goal = goals.find(({ named }) => named > 0);
    if (goal === undefined) throw new Error('the archive has no goal');
    const home = await open();
    const button = home.buttons.find(({ label }) => label.includes(goal.label));
    if (button === undefined) throw new Error(`no button for ${goal.label}`);
    expectShown(await button.press(), await host().ask({ text: goal.line }));
  });
}

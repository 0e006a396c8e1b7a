/** The form that refines a line, as a modal: over the real SDK and the Gateway, held to Discord's own schema. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { renderForm, renderProblems } from '../../../adapters/discord/render-form.ts';
import { saysIn } from '../../../adapters/discord/says.ts';
import type { Form } from '../../../src/answer/form.ts';
import { HOSTILE_TEXTS } from '../../support/answers.ts';
import { EXTREME_FORMS, formWith } from '../../support/forms.ts';
import { activeMarkup } from './active-markup.ts';
import { direct, until } from './counterpart.ts';
import { OTHER } from './counterpart-payloads.ts';
import type { Interacted } from './counterpart-rest.ts';
import { callbackProblems, messageProblems } from './counterpart-rules.ts';
import { buttonsOf, textsOf, visibleText } from './reading.ts';
import { openRig, type Rig } from './rig.ts';

const says = saysIn();
const MODAL = { type: 9 } as const;

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(async () => {
  await rig.stop();
  expect(rig.discord.rest.violations).toEqual([]);
});

type Message = Record<string, unknown>;
type At = Parameters<Rig['discord']['press']>[2];

async function replied(interaction: Interacted): Promise<Message> {
  const message = await until(() => interaction.original ?? interaction.followUps.at(-1));
  return { channel_id: interaction.channelId, ...message };
}

function find(message: Message, label: string) {
  const button = buttonsOf(message).find((one) => one.label === label);
  if (button === undefined) throw new Error(`no ${label}`);
  return button;
}

/** Chooses "Refine…" in the menu of an answer, or presses it. */
async function open(message: Message, label: string = says.refine.open, at: At = {}): Promise<Interacted> {
  const { id, menu } = find(message, label);
  const interaction = rig.discord.press(message, menu ?? id, menu === undefined ? at : { ...at, value: id });
  await until(() => interaction.callback !== undefined);
  return interaction;
}

const asked = async (name: string, argument = '') => replied(rig.discord.command(name, argument));

interface Field {
  readonly label: string;
  readonly description?: string;
  readonly component: {
    readonly type: number;
    readonly custom_id: string;
    readonly value?: string;
    readonly options?: readonly {
      readonly label: string;
      readonly value: string;
      readonly default?: boolean;
    }[];
  };
}
const fieldsOf = ({ callback }: Interacted): readonly Field[] =>
  (callback as { data: { components: readonly Field[] } }).data.components;

describe('the form', () => {
  test('opens as radio buttons, boxes to tick and texts, and says what it narrows', async () => {
    const opened = await open(await asked('recommendations', 'topic:labour-migration'));
    expect(opened.callback).toMatchObject({ type: 9, data: { title: says.refine.title } });
    const fields = fieldsOf(opened);
    expect(fields.map(({ component }) => [component.custom_id, component.type])).toEqual([
      ['scope', 21],
      ['subject', 22],
      ['person', 4],
      ['date', 4],
      ['words', 4],
    ]);
    expect(fields[0]?.description).toMatch(/^Narrowing: /);
    expect(
      fields[0]?.component.options?.filter((option) => option.default).map(({ value }) => value),
    ).toEqual(['narrow']);
  });

  test('is offered under lists alone', async () => {
    const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);
    expect(labels(await asked('sessions', 'sdg8'))).toContain(says.refine.open);
    expect(labels(await asked('open', 'wsis-forum-2022-session-181'))).not.toContain(says.refine.open);
    expect(labels(await asked('help'))).not.toContain(says.refine.open);
  });

  test.each(EXTREME_FORMS)('keeps every limit: %s', (_name, form) => {
    for (const filled of [
      {},
      { scope: ['topic:t-2'], subject: ['topic:t-1', 'topic:t-99'], words: ['x'.repeat(900)] },
    ])
      expect(callbackProblems({ ...MODAL, data: renderForm(form, 'rl0:sessions', filled) })).toEqual([]);
  });

  test('of a line too long for a button is found again by what the message shows', async () => {
    const words = 'digital transformation employment skills migration policy training women youth'.split(' ');
    const line = `recommendations ${words.join(' ')} -tax -poverty "decent work" before 2023`;
    const list = await asked('recommendations', line.slice('recommendations '.length));
    const sent = await replied(
      rig.discord.submit(await open(list), { scope: 'sessions', subject: ['sdg:8'] }),
    );
    expect(visibleText(sent)).toContain('3 sessions');
  });
});

describe('what was filled in', () => {
  const send = async (filled: Parameters<Rig['discord']['submit']>[1], at: At = {}) => {
    const opened = await open(await asked('recommendations', 'topic:labour-migration'), says.refine.open, at);
    return replied(rig.discord.submit(opened, filled, at));
  };

  test('narrows the line, for whoever sent it alone', async () => {
    const message = await send({ person: 'Popowa' }, { author: OTHER });
    const expected = await rig.host.ask({ text: 'recommendations topic:labour-migration by:natalia-popova' });
    expect(visibleText(message)).toContain(expected.title);
    expect(Number(message.flags) & 64).toBe(64);
  });

  test('in a direct message is answered for all who are there', async () => {
    const place = direct();
    const list = await replied(rig.discord.command('recommendations', '', { place }));
    const opened = await open(list, says.refine.open, { place });
    const message = await replied(rig.discord.submit(opened, { subject: ['sdg:8'] }, { place }));
    expect(Number(message.flags) & 64).toBe(0);
  });

  test('begins a new search', async () => {
    const message = await send({ scope: 'sessions', subject: ['sdg:8'] });
    expect(visibleText(message)).toContain((await rig.host.ask({ text: 'sessions sdg:8' })).title);
  });

  test.each([
    ['nothing', {}, says.refine.words, says.refine.empty],
    ['no date', { date: 'soon', words: 'skills' }, says.refine.date, says.refine.noDate],
    ['nobody', { person: 'Xqzwv Ktrmpf' }, says.refine.person, says.refine.nobody],
  ])('%s is told at its field, and the form opens again as it was', async (_what, filled, label, problem) => {
    const told = await send({ scope: 'sessions', ...filled });
    const empty = Object.keys(filled).length === 0;
    if (empty) return expect(visibleText(told)).not.toContain(problem);
    expect(visibleText(told)).toContain(says.form.problem(label, problem));
    expect(Number(told.flags) & 64).toBe(64);
    const again = await open(told, says.form.again);
    const values = Object.fromEntries(
      fieldsOf(again).map(({ component: { custom_id, value, options } }) => [
        custom_id,
        value ?? options?.find((option) => option.default === true)?.value,
      ]),
    );
    expect(values).toMatchObject({ scope: 'sessions', ...filled });
    const mended = await replied(rig.discord.submit(again, { date: '2022', person: '' }));
    expect(visibleText(mended)).toContain('2022');
    return undefined;
  });

  test('nothing at all is told, where the line is to be narrowed', async () => {
    expect(visibleText(await send({}))).toContain(says.form.problem(says.refine.words, says.refine.empty));
  });

  test('twice by the same delivery is answered once', async () => {
    const opened = await open(await asked('recommendations'));
    const first = rig.discord.submit(opened, { subject: ['sdg:8'] }, { id: '999000000000000001' });
    await replied(first);
    expect(rig.discord.submit(opened, { subject: ['sdg:8'] }, { id: '999000000000000001' })).toBe(first);
    expect(first.followUps).toEqual([]);
  });

  test('what is wrong is no markup and breaks no limit', () => {
    for (const text of [...HOSTILE_TEXTS, 'a long label '.repeat(60)]) {
      const form: Form = formWith(text, 3);
      const problems = Object.fromEntries(form.fields.map(({ name }) => [name, text]));
      const told = renderProblems(form, problems, { line: 'sessions', kept: '1', says });
      expect(messageProblems({ ...told, nonce: 'n', enforce_nonce: true })).toEqual([]);
      for (const shown of textsOf(told)) expect(activeMarkup(shown)).toEqual([]);
    }
  });
});

/** The form that refines a line, in a dialog: over HTTP, with the real engine, held to the schema of cards. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { renderMessage } from '../../../adapters/teams/render.ts';
import { renderForm } from '../../../adapters/teams/render-form.ts';
import { saysIn } from '../../../adapters/teams/says.ts';
import { HOSTILE_TEXTS } from '../../support/answers.ts';
import { EXTREME_FORMS, formWith } from '../../support/forms.ts';
import { holdAnswers } from '../../support/held.ts';
import { openHost } from '../../support/host.ts';
import { dialogInvoke, type Json, taskInvoke } from './activities.ts';
import { pressables, visibleOf } from './reading.ts';
import { checkDialog } from './rules.ts';
import { openStage, type Stage } from './stage.ts';

const says = saysIn();
const LINE = 'recommendations topic:labour-migration';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.connector.broken).toEqual([]);
  // A dialog speaks through its responses alone.
  expect(stage.connector.all).toEqual([]);
});

interface Input {
  readonly type: string;
  readonly id: string;
  readonly value?: string;
}
interface Card {
  readonly body: readonly Input[];
}

async function cardAfter(invoke: Json, on: Stage = stage): Promise<Card> {
  const { status, body } = await on.post(invoke);
  expect(status).toBe(200);
  expect(checkDialog(body)).toEqual([]);
  return (body as { task: { value: { card: { content: Card } } } }).task.value.card.content;
}

/** What the button with this label sends. */
function dataOf(card: unknown, label: string): Json {
  const found = pressables(card).find((one) => one.label === label);
  if (found === undefined) throw new Error(`nothing is labelled ${label}`);
  return found.action.data as Json;
}

const inputsOf = ({ body }: Card) => body.filter(({ type }) => type.startsWith('Input.'));

/** What a client sends: the button's data, and every input as it stands or was filled in. */
function filledIn(card: Card, filled: Readonly<Record<string, string>>): Json {
  const values = inputsOf(card).map(({ id, value = '' }) => [id, filled[id] ?? value]);
  return { ...dataOf(card, says.refine.submit), ...Object.fromEntries(values) };
}

const opened = async (line = LINE) => {
  const { attachments } = renderMessage(await stage.host.ask({ text: line }));
  const data = dataOf(attachments?.[0]?.content, says.refine.open);
  expect(data).toMatchObject({ msteams: { type: 'task/fetch' } });
  return cardAfter(taskInvoke('fetch', data));
};
const send = async (filled: Readonly<Record<string, string>>) =>
  cardAfter(taskInvoke('submit', filledIn(await opened(), filled)));

describe('the form', () => {
  test('opens from a card: choices, boxes to tick and texts, and says what it narrows', async () => {
    const card = await opened();
    expect(inputsOf(card).map(({ id }) => id)).toEqual([
      'one:scope',
      'several:subject',
      'one:person',
      'one:date',
      'one:words',
    ]);
    expect(visibleOf(card)).toContain('Narrowing: ');
    expect(inputsOf(card)[0]?.value).toBe('narrow');
  });

  test('is offered under lists alone', async () => {
    for (const line of ['open wsis-forum-2022-session-181', 'help']) {
      const { attachments } = renderMessage(await stage.host.ask({ text: line }));
      expect(pressables(attachments?.[0]?.content).map(({ label }) => label)).not.toContain(says.refine.open);
    }
  });

  test.each(EXTREME_FORMS)('keeps every limit: %s', (_name, form) => {
    const filled = { subject: ['topic:t-1', 'topic:t-99'], words: ['x'.repeat(900)] };
    expect(checkDialog(renderForm(form, LINE))).toEqual([]);
    expect(checkDialog(renderForm(form, LINE, { filled, problems: { words: 'Wrong.' } }))).toEqual([]);
  });

  test.each(HOSTILE_TEXTS)('%j in it stays the text that it is', (text) => {
    const problems = { date: text };
    expect(checkDialog(renderForm(formWith(text, 3), LINE, { problems, filled: { words: [text] } }))).toEqual(
      [],
    );
  });
});

describe('what was filled in', () => {
  test('narrows the line, and leads back to it', async () => {
    const card = await send({ 'one:person': 'Popowa' });
    const { title } = await stage.host.ask({ text: `${LINE} by:natalia-popova` });
    expect(visibleOf(card)).toContain(title);
    expect(dataOf(card, says.own.back)).toMatchObject({ line: LINE });
    // It can be narrowed further, and is put into no message from here.
    const labels = pressables(card).map(({ label }) => label);
    expect(labels).toContain(says.refine.open);
    expect(labels).not.toContain(says.own.put);
    expect(inputsOf(await cardAfter(taskInvoke('submit', dataOf(card, says.refine.open))))).toHaveLength(5);
  });

  test('begins a new search, for any of several subjects', async () => {
    const card = await send({ 'one:scope': 'sessions', 'several:subject': 'sdg:8,topic:decent-work' });
    expect(visibleOf(card)).toContain(
      (await stage.host.ask({ text: 'sessions sdg:8|topic:decent-work' })).title,
    );
  });

  test.each([
    ['nothing', {}, says.refine.empty],
    ['no date', { 'one:date': 'soon', 'one:words': 'skills, jobs' }, says.refine.noDate],
    ['nobody', { 'one:person': 'Xqzwv Ktrmpf' }, says.refine.nobody],
  ])('%s is told in the form, which stands as it was filled in', async (_what, filled, problem) => {
    const card = await send(filled);
    expect(visibleOf(card)).toContain(problem);
    const values = Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));
    expect(values).toMatchObject(filled);
    const mended = await cardAfter(
      taskInvoke('submit', filledIn(card, { 'one:date': '', 'one:person': '', 'one:words': 'skills' })),
    );
    expect(inputsOf(mended)).toEqual([]);
  });

  test('in the dialog of a message is answered there, to be put into one', async () => {
    const list = await cardAfter(dialogInvoke({ line: LINE }));
    const form = await cardAfter(dialogInvoke(dataOf(list, says.refine.open)));
    const card = await cardAfter(dialogInvoke(filledIn(form, { 'one:person': 'Popova' })));
    expect(pressables(card).map(({ label }) => label)).toContain(says.own.put);
  });

  test('is told of where the archive takes longer than Teams waits', async () => {
    const held = holdAnswers();
    const slow = await openStage({ host: await openHost(held), timing: { search: 100 } });
    try {
      for (const data of [
        { line: LINE, refine: true },
        { line: LINE, filled: true, 'one:words': 'skills' },
      ])
        expect(visibleOf(await cardAfter(taskInvoke('submit', data), slow))).toBe(says.own.failed);
    } finally {
      held.release();
      await slow.stop();
    }
  }, 60_000);

  test('that is none of ours is no error', async () => {
    for (const data of [undefined, {}, { line: 7 }, { line: LINE, filled: true, 'one:scope': 7, 'x:y': 'z' }])
      await cardAfter(taskInvoke('submit', data));
  });
});

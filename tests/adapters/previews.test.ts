/** What a press on a drawn payload brings, by each adapter's own reading of its buttons. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { discord } from '../../adapters/discord/adapter.ts';
import { renderAnswer as renderDiscord } from '../../adapters/discord/render.ts';
import { slack } from '../../adapters/slack/adapter.ts';
import { teams } from '../../adapters/teams/adapter.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { Drawn, Pressed, Preview } from '../../src/contract/adapter.ts';
import { openHost, type TestHost } from '../support/host.ts';

type Json = Readonly<Record<string, unknown>>;

interface Platform {
  readonly name: string;
  readonly preview: Preview;
  /** What the platform would send for the control with this label. */
  interaction(payload: unknown, label: string): Json;
}

/** All objects within a payload. */
function objects(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(objects)];
}

function find(payload: unknown, matches: (one: Json) => boolean): Json {
  const found = objects(payload).find(matches);
  if (found === undefined) throw new Error('There is no such control');
  return found;
}

const PLATFORMS: readonly Platform[] = [
  {
    name: 'slack',
    preview: slack.preview,
    interaction(payload, label) {
      const named = ({ text }: Json) => (text as Json | undefined)?.text === label;
      // A button, or an entry of a menu.
      const row = find(
        payload,
        ({ type, elements }) =>
          type === 'actions' && objects(elements).some((one) => one.type !== 'actions' && named(one)),
      );
      const element = find(row.elements, (one) => named(one) || objects(one.options).some(named));
      const chosen = objects(element.options).find(named);
      return {
        type: 'block_actions',
        actions: [
          {
            ...element,
            block_id: row.block_id,
            ...(chosen === undefined ? {} : { selected_option: chosen }),
          },
        ],
      };
    },
  },
  {
    name: 'discord',
    preview: discord.preview,
    interaction(payload, label) {
      const entry = objects(payload).find(
        (one) => one.type === 3 && objects(one.options).some((option) => option.label === label),
      );
      const value = objects(entry?.options).find((option) => option.label === label)?.value;
      if (entry !== undefined) return { component_type: 3, custom_id: entry.custom_id, values: [value] };
      const { custom_id } = find(payload, (one) => one.type === 2 && one.label === label);
      return { component_type: 2, custom_id };
    },
  },
  {
    name: 'teams',
    preview: teams.preview,
    interaction(payload, label) {
      const { type, verb, data } = find(
        payload,
        (one) => one.type === 'Action.Execute' && one.title === label,
      );
      return { type, verb, data };
    },
  },
];

const NEXT: Readonly<Record<string, string>> = { slack: 'Next ›', discord: 'Next ›', teams: 'Next' };
const SHARE: Readonly<Record<string, string>> = {
  slack: 'Share in channel',
  discord: 'Share',
  teams: 'Share with everybody here',
};

let host: TestHost;
let popova: Answer;

beforeAll(async () => {
  host = await openHost();
  popova = await host.ask({ text: 'speaker Popova' });
});

const answered = (pressed: Pressed | undefined) => {
  if (pressed?.kind !== 'answer') throw new Error(`A press brought ${pressed?.kind}`);
  return pressed;
};

/** A command's answer for its asker's eyes, which they have to ask for on Discord. */
function drawPrivately({ name, preview }: Platform): Drawn {
  if (name !== 'discord') return preview.draw(popova, 'command');
  const asker = '100000000000000000';
  return { payload: renderDiscord(popova, { part: 1, private: true, asker }), private: true };
}

describe.each(PLATFORMS)('$name', (platform) => {
  const { name, preview, interaction } = platform;
  const press = (drawn: Drawn, label: string) =>
    preview.press?.({ ...drawn, interaction: interaction(drawn.payload, label) });

  test('the next page takes the place of the one before, to the last', async () => {
    let drawn = preview.draw(popova, 'mention');
    let line = popova.line;
    for (let answer = popova; answer.page?.next !== undefined; ) {
      const pressed = answered(press(drawn, NEXT[name] ?? ''));
      expect(pressed.place).toBe('same');
      expect(pressed.line).toBe(answer.page.next);
      answer = await host.ask({ text: pressed.line });
      drawn = pressed.draw(answer);
      line = pressed.line;
    }
    expect(line).toContain('page:4');
    expect(() => interaction(drawn.payload, NEXT[name] ?? '')).toThrow();
  });

  test('what only the asker sees can be shared: a message for everybody', async () => {
    const drawn = drawPrivately(platform);
    expect(drawn.private).toBe(true);
    const pressed = answered(press(drawn, SHARE[name] ?? ''));
    expect(pressed.line).toBe(popova.line);
    const shared = pressed.draw(popova);
    expect([pressed.place, shared.private]).toEqual(['next', false]);
    expect(() => interaction(shared.payload, SHARE[name] ?? '')).toThrow();
  });

  test('a mention is answered for everybody; a command too on Discord alone', () => {
    const asked = (['mention', 'command'] as const).map((asking) => preview.draw(popova, asking).private);
    expect(asked).toEqual([false, name !== 'discord']);
  });

  test('sizes are told against the limits, and grow with the answer', async () => {
    const nothing = await host.ask({ text: 'speaker Xqzwv Ktrmpf' });
    const sizes = (answer: Answer) => preview.measure(preview.draw(answer, 'mention').payload);
    const [small, large] = [sizes(nothing), sizes(popova)];
    expect(small.length).toBeGreaterThan(0);
    for (const [index, { value, limit, label }] of large.entries()) {
      expect([label, value <= limit.value]).toEqual([label, true]);
      expect([label, value > (small[index]?.value ?? 0)]).toEqual([label, true]);
    }
  });

  test('a press that means nothing is answered with a few words', () => {
    const drawn = preview.draw(popova, 'mention');
    const pressed = preview.press?.({ ...drawn, interaction: { type: 'nonsense', actions: 7, values: {} } });
    expect(['notice', 'answer']).toContain(pressed?.kind);
  });
});

describe.each(PLATFORMS.filter(({ name }) => name !== 'slack'))(
  'the form of $name',
  ({ name, preview, interaction }) => {
    const line = 'recommendations topic:labour-migration';
    const press = (payload: unknown, sent: Json) =>
      preview.press?.({ payload, private: false, interaction: sent });
    const open = async () => {
      const { payload } = preview.draw(await host.ask({ text: line }), 'mention');
      const sent =
        name === 'discord'
          ? interaction(payload, 'Refine…')
          : find(payload, (one) => one.type === 'Action.Submit' && one.title === 'Refine…');
      return { payload, pressed: press(payload, sent) };
    };

    test('opens, is filled in, and says what is wrong in the platform’s own way', async () => {
      const { payload, pressed } = await open();
      if (pressed?.kind !== 'form') throw new Error('no form opened');
      expect(pressed.line).toBe(line);
      const form = await host.engine.refineForm({ line });
      const drawn = pressed.draw(form) as Json;
      const sent =
        name === 'discord'
          ? {
              custom_id: drawn.custom_id,
              components: [{ type: 18, component: { type: 4, custom_id: 'date', value: 'soon' } }],
            }
          : { type: 'Action.Submit', data: { line, filled: true, 'one:date': 'soon' } };
      const submitted = press(payload, sent);
      if (submitted?.kind !== 'filled') throw new Error('the form was not taken for one');
      expect([submitted.line, submitted.filled]).toEqual([line, { date: ['soon'] }]);
      const mended = submitted.mend(form, { date: 'No date.' });
      expect(mended.kind).toBe(name === 'discord' ? 'notice' : 'dialog');
      expect(JSON.stringify(mended)).toContain('No date');
    });
  },
);

describe('the form of Slack', () => {
  const { preview } = slack;
  const opened = (): Extract<Pressed, { kind: 'form' }> => {
    const drawn = preview.draw(popova, 'command');
    const platform = PLATFORMS[0] as Platform;
    const pressed = preview.press?.({
      ...drawn,
      interaction: platform.interaction(drawn.payload, 'Refine…'),
    });
    if (pressed?.kind !== 'form') throw new Error('No form opened');
    return pressed;
  };
  const refine = async () => {
    const { line, draw } = opened();
    return draw(await host.engine.refineForm({ line })) as Json;
  };
  const submit = async (values: Json) => {
    const payload = await refine();
    const pressed = preview.press?.({
      payload,
      private: true,
      interaction: {
        type: 'view_submission',
        view: { private_metadata: payload.private_metadata, state: { values } },
      },
    });
    if (pressed?.kind !== 'filled') throw new Error('The form was not taken for one');
    return pressed;
  };

  test('opens for the line of the answer, within its own limits', async () => {
    const form = await refine();
    expect(JSON.stringify(form)).toContain(popova.line);
    expect(preview.measure(form).map(({ limit }) => limit)).toEqual([
      slack.limits.viewBlocks,
      slack.limits.viewBytes,
    ]);
  });

  test('asks the narrowed line, for the asker alone', async () => {
    const { line, filled, draw } = await submit({
      scope: { scope: { selected_option: { value: 'narrow' } } },
      words: { words: { value: 'barriers' } },
    });
    const read = await host.engine.readRefined({ line, filled });
    expect(read).toEqual({ line: 'ask by:natalia-popova text:barriers' });
    expect(draw(await host.ask({ text: 'ask by:natalia-popova text:barriers' })).private).toBe(true);
  });

  test('sent empty says what is missing, at the field', async () => {
    const { line, filled, mend } = await submit({
      scope: { scope: { selected_option: { value: 'narrow' } } },
    });
    const read = await host.engine.readRefined({ line, filled });
    if (!('problems' in read)) throw new Error('An empty form asked something');
    expect(mend(await host.engine.refineForm({ line }), read.problems)).toEqual({
      kind: 'correction',
      errors: { words: expect.stringMatching(/\w/) },
    });
  });

  test('completes its pickers', async () => {
    const completion = preview.complete?.({
      type: 'block_suggestion',
      action_id: 'pick:topic+goal',
      value: 'migr',
    });
    if (completion === undefined) throw new Error('Nothing is completed');
    expect(completion.kinds).toEqual(['topic', 'goal']);
    const { text, kinds } = completion;
    const drawn = completion.draw(await host.engine.suggest({ text, kinds, limit: 5 })) as {
      readonly options: readonly { readonly value: string }[];
    };
    expect(drawn.options.length).toBeGreaterThan(0);
    for (const { value } of drawn.options) expect(value).toMatch(/^(?:topic|group):/);
    expect(preview.complete?.({ action_id: 'elsewhere', value: 'x' })).toBeUndefined();
  });
});

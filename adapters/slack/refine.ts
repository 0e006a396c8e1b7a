/**
 * The "Refine" modal: pickers that complete people, topics and goals as one types, and fields for a year and words. What
 * is chosen is added to the line that the modal was opened for, or makes a new one.
 */

import { firstPage, isList, lineOf, writeTerm } from '../../src/answer/line.ts';
import type { SuggestionKind } from '../../src/commands/declaration.ts';
import type { Suggestion } from '../../src/engine.ts';
import { within } from '../../src/kit/waiting.ts';
import { count, tell } from './asking.ts';
import { type Block, context, type ModalView, type Option, plain } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { answerView } from './modal.ts';
import type { Request } from './ports.ts';
import {
  type Clicked,
  type Picked,
  pickerRequest,
  type RefineOrigin,
  submittedRefine,
  userOf,
} from './receive.ts';
import { renderMessage, renderModalNotice, renderNotice } from './render.ts';
import { reply, toPerson } from './replying.ts';
import type { Says } from './says.ts';
import { oneLine } from './text.ts';

/** What each picker completes, and the filter that a choice becomes (the canonical form of lines: `field:id`). */
const PICKERS = {
  person: { kind: 'person', field: 'by' },
  topic: { kind: 'topic', field: 'topic' },
  goal: { kind: 'goal', field: 'sdg' },
} as const satisfies Record<string, { kind: SuggestionKind; field: string }>;

const PICKED_AT_MOST = 20;

/** The picker with this action id: what it completes, and the filter that a choice becomes. */
export function pickerOf(
  name: string,
): { readonly kind: SuggestionKind; readonly field: string } | undefined {
  return Object.hasOwn(PICKERS, name) ? PICKERS[name as keyof typeof PICKERS] : undefined;
}

/** Opens the form for a click on "Refine…"; `value` of the button is the line to narrow. */
export async function openRefine(request: Request, click: Clicked): Promise<void> {
  const origin = originOf(click);
  await request.api.openView(
    click.triggerId,
    renderRefine(origin, request.says, await readLine(request, origin.line)),
  );
}

/** What the form must know of the click that opens it. */
export function originOf(click: Clicked): RefineOrigin {
  return {
    line: isList(click.value) ? click.value : '',
    ...(click.message === undefined ? {} : { message: click.message }),
    ...(click.responseUrl === undefined ? {} : { responseUrl: click.responseUrl }),
  };
}

/** The line as a person reads it; the line itself where the archive takes long: what opens the form soon expires. */
async function readLine({ host, patience }: Request, line: string): Promise<string> {
  if (line === '') return '';
  const reading = host.ask({ text: line }).then(
    ({ understood }) => oneLine(understood) || line,
    () => line,
  );
  const waited = await within(reading, patience / 2);
  return waited.done ? waited.value : line;
}

/** The form; `reading` says in words what its line asks. */
export function renderRefine(origin: RefineOrigin, says: Says, reading = origin.line): ModalView {
  const form = says.own.refineForm;
  const metadata = JSON.stringify(origin);
  const narrow = option(form.narrow, 'narrow');
  const scopes = [
    option(form.sessions, 'sessions'),
    option(form.recommendations, 'recommendations'),
    option(form.everything, 'ask'),
  ];
  const options = origin.line === '' ? scopes : [narrow, ...scopes];
  const first = options[0] as Option;
  const blocks: readonly Block[] = [
    ...context(reading === '' ? '' : form.current(reading)),
    {
      type: 'input',
      block_id: 'scope',
      label: plain(form.scope),
      optional: false,
      element: { type: 'static_select', action_id: 'scope', options, initial_option: first },
    },
    ...(Object.keys(PICKERS) as (keyof typeof PICKERS)[]).map(
      (name): Block => ({
        type: 'input',
        block_id: name,
        label: plain(form[name]),
        optional: true,
        element: {
          type: 'external_select',
          action_id: name,
          placeholder: plain(form[`${name}Hint`], LIMITS.placeholder.value),
          min_query_length: 1,
        },
      }),
    ),
    textInput('date', form.date, form.dateHint, 40),
    textInput('words', form.words, form.wordsHint, 200),
  ];
  return {
    type: 'modal',
    callback_id: 'refine',
    title: plain(form.title, LIMITS.viewTitle.value),
    submit: plain(form.submit, LIMITS.viewButton.value),
    close: plain(says.own.close, LIMITS.viewButton.value),
    // Without the way back the answer is shown in the modal itself.
    private_metadata:
      metadata.length <= LIMITS.privateMetadata.value ? metadata : JSON.stringify({ line: '' }),
    blocks,
  };
}

function option(label: string, value: string): Option {
  return { text: plain(label, LIMITS.optionText.value), value };
}

function textInput(name: string, label: string, hint: string, length: number): Block {
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    optional: true,
    element: {
      type: 'plain_text_input',
      action_id: name,
      max_length: length,
      placeholder: plain(hint, LIMITS.placeholder.value),
    },
  };
}

/** Options for what was typed into a picker; none where the archive is slow or has nothing. */
export async function completePicker(request: Request, ack: (body: unknown) => Promise<void>): Promise<void> {
  const { actionId, typed } = pickerRequest(request.body);
  let options: readonly Option[] = [];
  const picker = pickerOf(actionId);
  if (picker !== undefined) {
    const suggesting = request.host.engine
      .suggest({ text: typed, kinds: [picker.kind], limit: PICKED_AT_MOST })
      .catch((error: unknown) => {
        request.host.log.warn({ error }, 'a picker could not be completed');
        return [];
      });
    const waited = await within(suggesting, request.patience);
    if (waited.done) options = pickerOptions(waited.value, picker.field);
  }
  await ack({ options });
}

/** Suggestions as options, each once; one whose id does not fit into an option's value is left out. */
export function pickerOptions(suggestions: readonly Suggestion[], field: string): readonly Option[] {
  const seen = new Set<string>();
  return suggestions
    .map(({ id, label, detail }): Option => {
      const about = oneLine(detail);
      return {
        text: plain(oneLine(label) || id, LIMITS.optionText.value),
        value: writeTerm(field, id),
        ...(about === '' ? {} : { description: plain(about, LIMITS.optionDescription.value) }),
      };
    })
    .filter(({ value }) => {
      const fits = value.length <= LIMITS.optionValue.value && !seen.has(value);
      seen.add(value);
      return fits;
    })
    .slice(0, LIMITS.options.value);
}

/** The line that a filled form asks; undefined where nothing was filled in that could be asked. */
export function refinedLine(line: string, picked: Picked): string | undefined {
  const parts = [picked.person, picked.topic, picked.goal, picked.date, picked.words]
    .map(oneLine)
    .filter((part) => part !== '');
  if (picked.scope === 'narrow' && line !== '') {
    if (parts.length === 0) return undefined;
    return lineOf.typed(firstPage(line), parts.join(' '));
  }
  const command = picked.scope === 'narrow' ? 'ask' : picked.scope;
  return parts.length === 0 && command === 'ask' ? undefined : lineOf.typed(command, parts.join(' '));
}

/** Answers a filled form: in the conversation that it was opened from, else in the modal. */
export async function answerRefine(request: Request, ack: (body?: unknown) => Promise<void>): Promise<void> {
  const { origin, picked, viewId } = submittedRefine(request.body);
  const line = refinedLine(origin.line, picked);
  if (line === undefined) {
    await ack({ response_action: 'errors', errors: { words: request.says.own.refineForm.empty } });
    return;
  }
  const { responseUrl, message: from } = origin;
  if (from === undefined) {
    const answering = answerView(request, line);
    const waited = await within(answering, request.patience);
    if (waited.done) {
      await ack({ response_action: 'update', view: waited.value });
      return;
    }
    await ack({
      response_action: 'update',
      view: renderModalNotice(request.says.own.searching, request.says),
    });
    request.delivery.later(async () => request.api.updateView(viewId, await answering));
    return;
  }
  await ack();
  request.delivery.later(async () => {
    const message = await request.host
      .ask({ text: line })
      .then((answer) => {
        count(request, 'refine', answer);
        return renderMessage(answer, { audience: from.direct ? 'direct' : 'private' });
      })
      .catch((error: unknown) => {
        tell(request, 'refine', error);
        return renderNotice(request.says.own.failed);
      });
    const spot = { responseUrl, message: from, user: userOf(request.body) };
    await reply(request, spot, toPerson(spot, message));
  });
}

/**
 * A form in a dialog. Pure.
 *
 * A card completes nothing while one types: what is offered is to be ticked, everything else to be written. It cannot be told
 * what is wrong either, so that it is drawn again as it was filled in, with what is to be mended below each field.
 */
import type { Filled, Form, FormField, Problems } from '../../src/answer/form.ts';
import { cut } from '../../src/kit/cut.ts';
import { attachment, card, type Element, note, paragraph, run } from './card.ts';
import { buttonRows } from './card-buttons.ts';
import { inputId } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { type DialogResponse, dialogOf } from './render-dialog.ts';
import { harmless, oneLine } from './text.ts';

/** What stands in the form already, and what is wrong with it. */
interface Standing {
  readonly filled?: Filled;
  readonly problems?: Problems;
}

/** The response that shows the form. @param line what its button carries */
export function renderForm(form: Form, line: string, standing: Standing = {}): DialogResponse {
  const { filled = {}, problems = {} } = standing;
  const body: (Element | undefined)[] = [
    note(cut(oneLine(form.about), LONGEST)),
    ...form.fields.flatMap((field) => [
      renderField(field, filled[field.name] ?? []),
      paragraph(
        [run(cut(oneLine(problems[field.name] ?? ''), LONGEST), { size: 'Small', color: 'Attention' })],
        {
          spacing: 'Small',
        },
      ),
    ]),
    ...buttonRows([{ type: 'Action.Submit', title: shown(form.submit), data: { line, filled: true } }], {
      spacing: 'Medium',
    }),
  ];
  const title = shown(form.title);
  return dialogOf(
    attachment(
      card(
        body.filter((one) => one !== undefined),
        title,
        title,
      ),
    ),
    'large',
    title,
  );
}

/** Characters of a text that stands beside fields. */
const LONGEST = 300;
const LABEL = 120;

const shown = (text: string, most: number = LABEL): string => harmless(cut(oneLine(text), most));

function renderField(field: FormField, values: readonly string[]): Element {
  const label = shown(field.label);
  const choices =
    field.kind === 'choice' ? field.choices : field.kind === 'pick' && field.several ? field.offered : [];
  if (field.kind !== 'text' && choices.length > 0) {
    const several = field.kind === 'pick';
    const known = choices.filter(({ value }) => !value.includes(',')).slice(0, LIMITS.choices.value);
    const given = known.filter(({ value }) => values.includes(value)).map(({ value }) => value);
    const chosen = several ? given : [given[0] ?? known[0]?.value ?? ''];
    return {
      type: 'Input.ChoiceSet',
      id: inputId(several, field.name),
      label,
      style: 'expanded',
      isMultiSelect: several,
      choices: known.map(({ label: title, value }) => ({ title: shown(title) || value, value })),
      ...(chosen.length === 0 ? {} : { value: chosen.join(',') }),
      wrap: true,
      spacing: 'Medium',
    };
  }
  const hint = field.kind === 'choice' ? '' : field.hint;
  const most = field.kind === 'text' ? field.most : LONGEST;
  const [value = ''] = values;
  return {
    type: 'Input.Text',
    id: inputId(false, field.name),
    label,
    placeholder: shown(hint),
    maxLength: most,
    ...(value === '' ? {} : { value: harmless(cut(value, most)) }),
    spacing: 'Medium',
  };
}

/**
 * A form as a modal, and what says what is wrong with one that was filled in. Pure.
 *
 * A modal completes nothing while one types: what is offered is to be ticked, everything else to be written. It takes no
 * complaint either, so that what is wrong is said in a message, whose button opens the form as it was filled in.
 */
import type { Filled, Form, FormChoice, FormField, Problems } from '../../src/answer/form.ts';
import { cut } from '../../src/kit/cut.ts';
import { LIMITS } from './limits.ts';
import { customId, linesDisplay, linesToShow } from './lines.ts';
import { line, oneLine } from './markdown.ts';
import {
  FLAG,
  type GroupOption,
  type Label,
  type MessageBody,
  type Modal,
  NO_MENTIONS,
  type TextInput,
} from './payloads.ts';
import type { Says } from './says.ts';

/** The form; `id` is what its answer is told by, `filled` what stands in it already. */
export function renderForm(form: Form, id: string, filled: Filled = {}): Modal {
  const labels = form.fields.slice(0, LIMITS.modalFields.value).map((field) => renderField(field, filled));
  const about = cut(oneLine(form.about), LIMITS.labelDescription.value);
  return {
    custom_id: id,
    title: cut(oneLine(form.title), LIMITS.modalTitle.value),
    components: labels.map((label, index) =>
      index === 0 && about !== '' ? { ...label, description: about } : label,
    ),
  };
}

function renderField(field: FormField, filled: Filled): Label {
  const values = filled[field.name] ?? [];
  return {
    type: 18,
    label: cut(oneLine(field.label), LIMITS.label.value),
    component: renderInput(field, values),
  };
}

function renderInput(field: FormField, values: readonly string[]): Label['component'] {
  const custom_id = field.name;
  switch (field.kind) {
    case 'choice': {
      const chosen = field.choices.some(({ value }) => values.includes(value))
        ? values
        : [field.choices[0]?.value ?? ''];
      return {
        type: 21,
        custom_id,
        required: true,
        options: groupOptions(field.choices, chosen.slice(0, 1)),
      };
    }
    case 'pick': {
      const options = field.several ? groupOptions(field.offered, values) : [];
      if (options.length === 0) return textInput(custom_id, field.hint, LIMITS.textHint.value, values);
      return { type: 22, custom_id, required: false, min_values: 0, max_values: options.length, options };
    }
    case 'text':
      return textInput(custom_id, field.hint, field.most, values);
  }
}

function groupOptions(choices: readonly FormChoice[], chosen: readonly string[]): readonly GroupOption[] {
  return choices
    .filter(({ value }) => value.length <= LIMITS.groupOption.value)
    .slice(0, LIMITS.groupOptions.value)
    .map(({ label, value }) => ({
      label: cut(oneLine(label) || value, LIMITS.groupOption.value),
      value,
      ...(chosen.includes(value) ? { default: true } : {}),
    }));
}

function textInput(
  custom_id: string,
  hint: string,
  most: number,
  [value = '']: readonly string[],
): TextInput {
  const max_length = Math.min(most, LIMITS.textValue.value);
  return {
    type: 4,
    style: 1,
    custom_id,
    placeholder: cut(oneLine(hint), LIMITS.textHint.value),
    required: false,
    max_length,
    ...(value === '' ? {} : { value: cut(value, max_length) }),
  };
}

/** Characters of Markdown, so that all fields and the line have room in one message. */
const LONGEST_ROW = 300;

/**
 * What is to be mended, field by field, and the button that opens the form again.
 * @param to.kept the interaction by which what was filled in is found again; '' where it is not
 */
export function renderProblems(
  { fields }: Form,
  problems: Problems,
  to: { readonly line: string; readonly kept: string; readonly says: Says },
): MessageBody {
  const { says } = to;
  const rows = fields.flatMap(({ name, label }) =>
    problems[name] === undefined ? [] : [line(says.form.problem(label, problems[name]), LONGEST_ROW)],
  );
  const shown = linesToShow(to.line, [], LIMITS.text.value / 2, says.own.line);
  const id = customId({ mode: 'refine', line: to.line, slot: 0, asker: to.kept }, shown);
  const lines = linesDisplay(shown, says.own.line);
  return {
    flags: FLAG.componentsV2 | FLAG.ephemeral,
    components: [
      { type: 10, content: [line(says.form.mend, LONGEST_ROW), ...rows].join('\n') },
      ...(lines === undefined ? [] : [lines]),
      ...(id === undefined
        ? []
        : [
            {
              type: 1,
              components: [
                { type: 2, style: 2, label: cut(says.form.again, LIMITS.buttonLabel.value), custom_id: id },
              ],
            } as const,
          ]),
    ],
    allowed_mentions: NO_MENTIONS,
  };
}

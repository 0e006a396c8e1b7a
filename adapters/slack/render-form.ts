/** A form as a modal, and what its pickers offer. Pure. */
import { type Form, type FormField, pickedValue } from '../../src/answer/form.ts';
import type { SuggestionKind } from '../../src/commands/declaration.ts';
import type { Suggestion } from '../../src/engine.ts';
import { type Block, context, type ModalView, type Option, plain } from './blocks.ts';
import { LIMITS } from './limits.ts';
import type { FormOrigin } from './receive-press.ts';
import { oneLine } from './text.ts';

/** Before the kinds that a picker completes, in the id of its action: `pick:topic+goal`. */
const PICK = 'pick:';
const KINDS: readonly SuggestionKind[] = ['person', 'topic', 'goal'];

/** The form, drawn; each field is a block with its name for an id. */
export function renderForm(form: Form, origin: FormOrigin): ModalView {
  const metadata = JSON.stringify(origin);
  return {
    type: 'modal',
    callback_id: form.name,
    title: plain(form.title, LIMITS.viewTitle.value),
    submit: plain(form.submit, LIMITS.viewButton.value),
    close: plain(form.close, LIMITS.viewButton.value),
    // Without the way back the answer is shown in the modal itself.
    private_metadata:
      metadata.length <= LIMITS.privateMetadata.value ? metadata : JSON.stringify({ line: '' }),
    blocks: [...context(form.about), ...form.fields.map(renderField)],
  };
}

function renderField(field: FormField): Block {
  const { name } = field;
  const block = {
    type: 'input',
    block_id: name,
    label: plain(field.label, LIMITS.inputLabel.value),
    optional: field.kind !== 'choice' && !(field.kind === 'text' && field.required === true),
  } as const;
  switch (field.kind) {
    case 'choice': {
      const options = field.choices
        .slice(0, LIMITS.options.value)
        .map(({ label, value }) => option(label, value));
      const [first] = options;
      const initial = first === undefined ? {} : { initial_option: first };
      return { ...block, element: { type: 'static_select', action_id: name, options, ...initial } };
    }
    case 'pick':
      return {
        ...block,
        element: {
          type: field.several ? 'multi_external_select' : 'external_select',
          action_id: PICK + field.completes.join('+'),
          placeholder: plain(field.hint, LIMITS.placeholder.value),
          min_query_length: 1,
        },
      };
    case 'text':
      return {
        ...block,
        element: {
          type: 'plain_text_input',
          action_id: name,
          max_length: field.most,
          placeholder: plain(field.hint, LIMITS.placeholder.value),
        },
      };
  }
}

function option(label: string, value: string): Option {
  return { text: plain(label, LIMITS.optionText.value), value };
}

/** What the picker with this action id completes; undefined where it is none of ours. */
export function pickedKinds(actionId: string): readonly SuggestionKind[] | undefined {
  if (!actionId.startsWith(PICK)) return undefined;
  const names = actionId.slice(PICK.length).split('+');
  const kinds = KINDS.filter((kind) => names.includes(kind));
  return kinds.length === 0 ? undefined : kinds;
}

/** Suggestions as options, each once; one whose value does not fit into an option is left out. */
export function pickerOptions(suggestions: readonly Suggestion[]): readonly Option[] {
  const seen = new Set<string>();
  return suggestions
    .map(({ id, label, detail, line }): Option => {
      const about = oneLine(detail);
      return {
        ...option(oneLine(label) || id, pickedValue(line) ?? ''),
        ...(about === '' ? {} : { description: plain(about, LIMITS.optionDescription.value) }),
      };
    })
    .filter(({ value }) => {
      const fits = value !== '' && value.length <= LIMITS.optionValue.value && !seen.has(value);
      seen.add(value);
      return fits;
    })
    .slice(0, LIMITS.options.value);
}

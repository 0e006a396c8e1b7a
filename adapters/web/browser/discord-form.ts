/** Discord's forms (modals of labels): fields are the browser's own, in Discord's look, so that they can be used by keyboard. */
import ownStyle from './discord.css';
import { adopt, element } from './dom.ts';
import { records, textOf } from './payload.ts';
import type { FormOptions, Payload } from './platform.ts';

interface Field {
  readonly drawn: HTMLElement;
  /** The component as Discord sends it: `value`, or `values`. */
  sent(): Payload;
}

export function drawForm(root: ShadowRoot, payload: Payload, options: FormOptions): void {
  adopt(root, ownStyle);
  const form = element('form', { className: options.dark ? 'modal dark' : 'modal light', noValidate: true });
  const fields = records(payload.components).flatMap(drawField);
  const cancel = element('button', { type: 'button', onclick: options.close }, 'Cancel');
  const submit = element('button', { type: 'submit', className: 'primary' }, 'Submit');
  form.append(
    element('h2', {}, textOf(payload.title)),
    ...fields.map(({ drawn }) => drawn),
    element('footer', {}, cancel, submit),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const components = fields.map(({ sent }) => ({ type: 18, component: sent() }));
    void options.submit({ custom_id: payload.custom_id, components });
  };
  root.replaceChildren(form);
}

function drawField(label: Payload): readonly Field[] {
  const [input] = records([label.component]);
  if (input === undefined) return [];
  const { type, custom_id } = input;
  const name = textOf(custom_id);
  const words = textOf(label.label);
  const described = textOf(label.description);
  const hint = described === '' ? [] : [element('span', { className: 'described' }, described)];
  if (type === 4) {
    const text = element('input', {
      id: `field-${name}`,
      type: 'text',
      autocomplete: 'off',
      placeholder: textOf(input.placeholder),
      value: textOf(input.value),
      maxLength: typeof input.max_length === 'number' ? input.max_length : 4000,
    });
    const named = element('label', { className: 'named', htmlFor: text.id }, words, ...hint);
    return [
      {
        drawn: element('div', { className: 'field' }, named, text),
        sent: () => ({ type, custom_id, value: text.value }),
      },
    ];
  }
  const several = type === 22;
  const boxes = records(input.options).map((option) =>
    element('input', {
      type: several ? 'checkbox' : 'radio',
      name: `field-${name}`,
      value: textOf(option.value),
      checked: option.default === true,
    }),
  );
  const rows = records(input.options).map((option, index) =>
    element('label', { className: 'option' }, boxes[index] ?? '', ` ${textOf(option.label)}`),
  );
  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  return [
    {
      drawn: element('fieldset', { className: 'field' }, element('legend', {}, words, ...hint), ...rows),
      sent: () => ({ type, custom_id, ...(several ? { values: chosen() } : { value: chosen()[0] ?? null }) }),
    },
  ];
}

/**
 * Slack's forms (`view.blocks` of a modal). Fields are the browser's own, in Slack's look, so that they can be used by
 * keyboard and read by screen readers; pickers complete what is typed, as Slack asks the adapter to.
 */
import { completing } from './completing.ts';
import { adopt, element } from './dom.ts';
import { records, textOf } from './payload.ts';
import type { FormOptions, Interaction, Payload } from './platform.ts';
import ownStyle from './slack.css';

type Fields = Readonly<Record<string, Readonly<Record<string, Interaction>>>>;

interface Field {
  readonly name: string;
  readonly label: HTMLElement;
  /** What was filled in, as `view.state.values` has it. */
  value(): Interaction;
  readonly control: HTMLElement;
}

export function drawForm(root: ShadowRoot, payload: Payload, options: FormOptions): void {
  adopt(root, ownStyle);
  const title = element('h2', { id: 'title' }, plain(payload.title));
  const form = element('form', { className: 'form', noValidate: true });
  const fields: Field[] = [];
  for (const block of records(payload.blocks)) {
    const field = drawField(block, options);
    if (field === undefined) {
      form.append(
        ...records(block.elements).map((one) => element('p', { className: 'hint' }, textOf(one.text))),
      );
      continue;
    }
    fields.push(field);
    form.append(element('div', { className: 'field' }, field.label, field.control, complaintOf(field.name)));
  }
  const close = element('button', { type: 'button', onclick: options.close }, plain(payload.close));
  const submit = element('button', { type: 'submit', className: 'primary' }, plain(payload.submit));
  form.append(element('footer', {}, close, submit));
  form.onsubmit = (event) => {
    event.preventDefault();
    void send(form, payload, fields, options);
  };
  root.replaceChildren(
    element(
      'div',
      { className: 'slack modal', data: { theme: options.dark ? 'dark' : 'light' } },
      element('header', {}, title, closeButton(options)),
      form,
    ),
  );
}

function closeButton({ close }: FormOptions): HTMLElement {
  return element('button', { type: 'button', className: 'cross', ariaLabel: 'Close', onclick: close }, '✕');
}

function complaintOf(name: string): HTMLElement {
  return element('p', { className: 'complaint', id: `complaint-${name}`, hidden: true });
}

async function send(
  form: HTMLFormElement,
  payload: Payload,
  fields: readonly Field[],
  options: FormOptions,
): Promise<void> {
  const values: Fields = Object.fromEntries(
    fields.map(({ name, value }) => [name, { [name]: value() }] as const),
  );
  const errors = await options.submit({
    type: 'view_submission',
    view: { private_metadata: payload.private_metadata, callback_id: payload.callback_id, state: { values } },
  });
  for (const { name, control } of fields) {
    const complaint = form.querySelector<HTMLElement>(`#complaint-${name}`);
    const words = errors?.[name] ?? '';
    if (complaint === null) continue;
    complaint.textContent = words;
    complaint.hidden = words === '';
    const input = control.matches('input, select') ? control : control.querySelector('input');
    input?.setAttribute('aria-invalid', String(words !== ''));
    if (words !== '') (input as HTMLElement | null)?.focus();
  }
}

function drawField(block: Payload, options: FormOptions): Field | undefined {
  const [input] = records([block.element]);
  if (block.type !== 'input' || input === undefined) return undefined;
  const name = textOf(block.block_id);
  const label = element('label', { htmlFor: `field-${name}` }, plain(block.label));
  if (block.optional === true) label.append(element('span', { className: 'optional' }, ' (optional)'));
  const common = { name, label };
  switch (input.type) {
    case 'static_select': {
      const [first] = records([input.initial_option]);
      const select = element('select', { id: `field-${name}` });
      for (const { text, value } of records(input.options)) {
        select.append(new Option(plain(text), textOf(value), false, value === first?.value));
      }
      return {
        ...common,
        control: select,
        value: () => ({ type: 'static_select', selected_option: { value: select.value } }),
      };
    }
    case 'external_select':
    case 'multi_external_select': {
      const several = input.type === 'multi_external_select';
      let chosen: readonly string[] = [];
      const chips = element('div', { className: 'chips' });
      const picker = completing({
        id: `field-${name}`,
        placeholder: plain(input.placeholder),
        describedBy: `complaint-${name}`,
        find: async (typed) =>
          optionsOf(
            await options.complete({ type: 'block_suggestion', action_id: input.action_id, value: typed }),
          ),
        onChoose(value, label) {
          if (!several) {
            chosen = value === '' ? [] : [value];
            return;
          }
          if (value === '') return;
          const typed = picker.querySelector('input');
          if (typed !== null) typed.value = '';
          if (chosen.includes(value)) return;
          chosen = [...chosen, value];
          const chip = element('button', { type: 'button', ariaLabel: `Remove ${label}` }, `${label} ✕`);
          chip.onclick = () => {
            chosen = chosen.filter((one) => one !== value);
            chip.remove();
            typed?.focus();
          };
          chips.append(chip);
        },
      });
      return {
        ...common,
        control: several ? element('div', {}, chips, picker) : picker,
        value: () => ({
          type: input.type,
          ...(several
            ? { selected_options: chosen.map((value) => ({ value })) }
            : chosen.map((value) => ({ selected_option: { value } }))[0]),
        }),
      };
    }
    default: {
      const field = element('input', {
        id: `field-${name}`,
        type: 'text',
        autocomplete: 'off',
        placeholder: plain(input.placeholder),
        maxLength: typeof input.max_length === 'number' ? input.max_length : 3000,
      });
      field.setAttribute('aria-describedby', `complaint-${name}`);
      return { ...common, control: field, value: () => ({ type: 'plain_text_input', value: field.value }) };
    }
  }
}

function optionsOf(reply: unknown): readonly { label: string; detail: string; value: string }[] {
  const [list] = records([reply]);
  return records(list?.options).map(({ text, description, value }) => ({
    label: plain(text),
    detail: plain(description),
    value: textOf(value),
  }));
}

/** The words of a text object. */
function plain(text: unknown): string {
  const [object] = records([text]);
  return textOf(object?.text);
}

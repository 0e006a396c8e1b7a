/** A field that completes what is typed, as a combobox with a list box (WAI-ARIA Authoring Practices). */
import { element } from './dom.ts';

interface Choice {
  readonly label: string;
  readonly detail: string;
  readonly value: string;
}

interface CompletingOptions {
  readonly id: string;
  readonly placeholder: string;
  readonly describedBy: string;
  find(typed: string): Promise<readonly Choice[]>;
  /** '' where nothing is chosen any more. */
  onChoose(value: string, label: string): void;
}

/** Milliseconds without a key stroke before it is asked for. */
const WAIT = 120;

export function completing(options: CompletingOptions): HTMLElement {
  const { id } = options;
  const input = element('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    placeholder: options.placeholder,
    role: 'combobox',
    ariaExpanded: 'false',
    ariaAutoComplete: 'list',
  });
  const list = element('ul', { id: `${id}-list`, role: 'listbox', hidden: true, ariaLabel: 'Suggestions' });
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-describedby', options.describedBy);
  let shown: readonly Choice[] = [];
  let active = -1;
  let timer = 0;
  let round = 0;

  function show(choices: readonly Choice[]): void {
    shown = choices;
    active = -1;
    list.replaceChildren(
      ...choices.map(({ label, detail }, index) => {
        const option = element(
          'li',
          { id: `${id}-${index}`, role: 'option', ariaSelected: 'false' },
          label,
          ...(detail === '' ? [] : [element('small', {}, ` ${detail}`)]),
        );
        // Before the field loses the focus, which closes the list.
        option.onpointerdown = (event) => {
          event.preventDefault();
          choose(index);
        };
        return option;
      }),
    );
    list.hidden = choices.length === 0;
    input.ariaExpanded = String(!list.hidden);
    input.removeAttribute('aria-activedescendant');
  }

  function choose(index: number): void {
    const choice = shown[index];
    if (choice === undefined) return;
    input.value = choice.label;
    options.onChoose(choice.value, choice.label);
    show([]);
  }

  function move(to: number): void {
    active = (to + shown.length) % shown.length;
    for (const [index, option] of [...list.children].entries())
      option.ariaSelected = String(index === active);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
  }

  input.oninput = () => {
    options.onChoose('', '');
    clearTimeout(timer);
    round += 1;
    const mine = round;
    const typed = input.value.trim();
    if (typed === '') {
      show([]);
      return;
    }
    timer = window.setTimeout(async () => {
      const found = await options.find(typed).catch(() => []);
      if (mine === round) show(found);
    }, WAIT);
  };
  input.onblur = () => show([]);
  input.onkeydown = (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active < 0 ? shown.length - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) choose(active);
    else if (event.key === 'Escape') show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return element('div', { className: 'completing' }, input, list);
}

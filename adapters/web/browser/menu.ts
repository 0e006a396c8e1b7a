/** A string select: a button that opens a list box below it (WAI-ARIA Authoring Practices, "Select-Only Combobox"). */
import { element } from './dom.ts';

interface MenuOptions {
  readonly placeholder: string;
  readonly options: readonly {
    readonly label: string;
    readonly description: string;
    readonly value: string;
  }[];
  onChoose(value: string): void;
}

let menus = 0;

export function menu({ placeholder, options, onChoose }: MenuOptions): HTMLElement {
  menus += 1;
  const id = `menu-${menus}`;
  const button = element(
    'button',
    { type: 'button', className: 'select', role: 'combobox', ariaExpanded: 'false', ariaHasPopup: 'listbox' },
    element('span', {}, placeholder),
  );
  button.setAttribute('aria-controls', id);
  button.ariaLabel = placeholder;
  const list = element('ul', { id, role: 'listbox', hidden: true, ariaLabel: placeholder });
  list.append(
    ...options.map(({ label, description }, index) => {
      const option = element('li', { id: `${id}-${index}`, role: 'option', ariaSelected: 'false' });
      option.append(element('span', {}, label));
      if (description !== '') option.append(element('small', {}, description));
      // Before the button loses the focus, which closes the list.
      option.onpointerdown = (event) => {
        event.preventDefault();
        choose(index);
      };
      return option;
    }),
  );
  let active = -1;

  function open(shown: boolean): void {
    list.hidden = !shown;
    button.ariaExpanded = String(shown);
    if (shown) move(0);
    else button.removeAttribute('aria-activedescendant');
  }

  function move(to: number): void {
    active = Math.min(Math.max(to, 0), options.length - 1);
    for (const [index, option] of [...list.children].entries())
      option.ariaSelected = String(index === active);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    button.setAttribute('aria-activedescendant', `${id}-${active}`);
  }

  function choose(index: number): void {
    const chosen = options[index];
    open(false);
    if (chosen !== undefined) onChoose(chosen.value);
  }

  button.onclick = () => open(list.hidden === true);
  button.onblur = () => open(false);
  button.onkeydown = (event) => {
    const closed = list.hidden;
    if (event.key === 'ArrowDown' && closed) open(true);
    else if (closed) return;
    else if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(options.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else if (event.key === 'Escape') open(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return element('div', { className: 'menu' }, button, list);
}

/**
 * Tabs over the windows, for screens that cannot show them side by side (WAI-ARIA Authoring Practices, "Tabs"). Which way
 * is chosen by the style sheet, which shows the list of tabs or hides it.
 */
import { element } from './dom.ts';

const CHOSEN = 'rapporteur-tab';

export function tabs(place: HTMLElement, windows: readonly HTMLElement[]): void {
  const list = element('div', { className: 'tabs', role: 'tablist', ariaLabel: 'Platforms' });
  const buttons = windows.map((window) => {
    const tab = element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${window.id}` },
      window.dataset.title ?? '',
    );
    tab.setAttribute('aria-controls', window.id);
    tab.onclick = () => choose(windows.indexOf(window));
    return tab;
  });
  list.append(...buttons);
  list.onkeydown = (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || step === undefined) return;
    event.preventDefault();
    const next = (at + step + buttons.length) % buttons.length;
    choose(next);
    buttons[next]?.focus();
  };
  place.querySelector('h2')?.after(list);

  const narrow = matchMedia('(max-width: 64rem)');
  narrow.addEventListener('change', arrange);
  let chosen = Math.max(
    0,
    windows.findIndex(({ id }) => id === remembered()),
  );
  arrange();

  function choose(index: number): void {
    chosen = index;
    try {
      sessionStorage.setItem(CHOSEN, windows[index]?.id ?? '');
    } catch {
      // Kept for this page only, where the browser keeps nothing.
    }
    arrange();
  }

  /** Panels are tab panels only while there are tabs. */
  function arrange(): void {
    for (const [index, window] of windows.entries()) {
      const tab = buttons[index];
      window.hidden = narrow.matches && index !== chosen;
      window.role = narrow.matches ? 'tabpanel' : 'region';
      if (tab === undefined) continue;
      tab.ariaSelected = String(index === chosen);
      tab.tabIndex = index === chosen ? 0 : -1;
    }
  }
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(CHOSEN);
  } catch {
    return null;
  }
}

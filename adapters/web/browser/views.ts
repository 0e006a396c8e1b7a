/**
 * Which platforms are shown: all beside each other where there is room, or one. The choice is remembered by the browser.
 */
import { bringUp } from './dom.ts';

const CHOSEN = 'rapporteur-view';
const ALL = 'all';

export function views(place: HTMLElement, windows: readonly HTMLElement[]): void {
  const radios = [...place.querySelectorAll<HTMLInputElement>('input[name=view]')];
  const narrow = matchMedia('(max-width: 64rem)');
  let chosen = remembered();
  for (const radio of radios) {
    radio.onchange = () => {
      chosen = radio.value;
      remember(chosen);
      arrange();
    };
  }
  narrow.addEventListener('change', arrange);
  arrange();

  function arrange(): void {
    const [first] = windows;
    const known = radios.some(({ value }) => value === chosen) ? chosen : ALL;
    const shown = known === ALL && narrow.matches ? (first?.dataset.platform ?? ALL) : known;
    place.dataset.view = shown;
    for (const radio of radios) radio.checked = radio.value === shown;
    for (const window of windows) {
      const { platform } = window.dataset;
      const before = window.hidden;
      window.hidden = shown === ALL ? platform === 'text' : platform !== shown;
      const stage = window.querySelector<HTMLElement>('.stage');
      const latest = stage?.lastElementChild;
      // What was out of sight stands at its beginning again.
      if (before && !window.hidden && stage && latest) bringUp(stage, latest.getBoundingClientRect());
    }
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(CHOSEN) ?? ALL;
  } catch {
    return ALL;
  }
}

function remember(view: string): void {
  try {
    localStorage.setItem(CHOSEN, view);
  } catch {
    // Kept for this page only, where the browser keeps nothing.
  }
}

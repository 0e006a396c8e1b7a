/**
 * The playground: one answer as every platform would show it. The page stands without this script and says the same as a
 * page; what is added here are the columns. Each loads its own script, and only where it is shown.
 */
import type { Column, PreviewedAnswer } from '../playground/answer.ts';
import { fetchAnswer } from './api.ts';
import { type Conversation, converse } from './conversation.ts';
import type { Platform } from './platform.ts';
import { tabs } from './tabs.ts';

const section = document.querySelector<HTMLElement>('#playground');
if (section !== null) void open(section);

async function open(place: HTMLElement): Promise<void> {
  const { line = '', after = '' } = place.dataset;
  place.hidden = false;
  const windows = [...place.querySelectorAll<HTMLElement>('.window')];
  const seen = onceSeen(windows);
  tabs(place, windows);
  try {
    const answer = await fetchAnswer(line, after);
    await Promise.all(windows.map((window) => fill(window, answer, line, seen(window))));
  } catch (error) {
    for (const window of windows) tell(window, error);
  }
}

/** Promises that resolve when a window is first shown: on a narrow screen one is, the others are behind tabs. */
function onceSeen(windows: readonly HTMLElement[]): (window: HTMLElement) => Promise<void> {
  const waiting = new Map<Element, () => void>();
  const promises = new Map(
    windows.map((window) => [window, new Promise<void>((resolve) => waiting.set(window, resolve))] as const),
  );
  const observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      waiting.get(target)?.();
    }
  });
  for (const window of windows) observer.observe(window);
  return (window) => promises.get(window) ?? Promise.resolve();
}

async function fill(
  window: HTMLElement,
  answer: PreviewedAnswer,
  asked: string,
  seen: Promise<void>,
): Promise<void> {
  const stage = window.querySelector<HTMLElement>('.stage');
  const column = answer.columns.find(({ name }) => name === window.dataset.platform);
  if (stage === null || column === undefined) return;
  await seen;
  try {
    const conversation = await load(window, stage, column);
    stage.querySelector('.waiting')?.remove();
    conversation.add(column, asked);
    matchMedia(DARK).addEventListener('change', () => conversation.redraw());
  } catch (error) {
    tell(window, error);
  }
}

const DARK = '(prefers-color-scheme: dark)';

async function load(window: HTMLElement, place: HTMLElement, { name, title }: Column): Promise<Conversation> {
  const { platform } = (await import(window.dataset.script ?? '')) as { readonly platform: Platform };
  const status = document.querySelector('#playground-status');
  return converse({
    name,
    title,
    platform,
    place,
    dark: () => matchMedia(DARK).matches,
    announce: (words) => {
      if (status !== null) status.textContent = words;
    },
  });
}

function tell(window: HTMLElement, error: unknown): void {
  const stage = window.querySelector('.stage');
  const words = document.createElement('p');
  words.className = 'trouble';
  words.role = 'alert';
  words.textContent = error instanceof Error ? error.message : String(error);
  stage?.replaceChildren(words);
}

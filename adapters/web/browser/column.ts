/** A window of the playground: its messages, drawn once it is seen by a script of the platform's own. */
import { type Conversation, converse } from './conversation.ts';
import type { Platform } from './platform.ts';
import type { Kept } from './talk.ts';

interface ColumnOptions {
  readonly window: HTMLElement;
  /** Messages that are there already. */
  readonly kept: readonly Kept[];
  load(): Promise<Platform>;
  /** Something was added, exchanged or taken away. */
  changed(): void;
  /** A press brought an answer, which the next line may continue. */
  answered(next: string): void;
  announce(words: string): void;
}

export interface Column {
  readonly name: string;
  add(message: Kept): void;
  messages(): readonly Kept[];
  clear(): void;
}

const DARK = '(prefers-color-scheme: dark)';

export function column({ window, kept, load, ...options }: ColumnOptions): Column {
  const { platform: name = '', title = '' } = window.dataset;
  const stage = window.querySelector<HTMLElement>('.stage') ?? window;
  let waiting: Kept[] = [...kept];
  let conversation: Conversation | undefined;
  void draw();

  async function draw(): Promise<void> {
    await seen(window);
    try {
      const platform = await load();
      const dark = matchMedia(DARK);
      const made = converse({ ...options, name, title, platform, place: stage, dark: () => dark.matches });
      stage.querySelector('.waiting')?.remove();
      for (const message of waiting) made.add(message);
      conversation = made;
      waiting = [];
      dark.addEventListener('change', () => made.redraw());
    } catch (error) {
      tell(stage, error);
    }
  }

  return {
    name,
    add(message) {
      if (conversation === undefined) waiting.push(message);
      else conversation.add(message);
    },
    messages: () => conversation?.messages() ?? waiting,
    clear() {
      waiting = [];
      conversation?.clear();
    },
  };
}

/** Resolves when a window is first shown: others wait behind the one that is chosen. */
function seen(window: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((changes) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(window);
  });
}

/** Says what went wrong, below what stands there. */
export function tell(place: HTMLElement, error: unknown): void {
  const words = document.createElement('p');
  words.className = 'trouble';
  words.role = 'alert';
  words.textContent = error instanceof Error ? error.message : String(error);
  place.querySelector('.waiting')?.remove();
  place.append(words);
}

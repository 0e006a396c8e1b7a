/**
 * The playground: one conversation, as every platform would show it. A line is asked once and its answer is added to each
 * column; what is pressed is the column's own. Each column loads its own script, and only where it is shown.
 */
import type { PreviewedAnswer } from '../playground/answer.ts';
import { fetchAnswer } from './api.ts';
import { type Column, column, tell } from './column.ts';
import type { Platform } from './platform.ts';
import { emptyTalk, keepTalk, recallTalk } from './talk.ts';
import { platform as text } from './text.ts';
import { views } from './views.ts';

const section = document.querySelector<HTMLElement>('#playground');
const form = document.querySelector<HTMLFormElement>('.talk form');
const field = form?.querySelector<HTMLInputElement>('#q');
if (section && form && field) open(section, form, field);

function open(place: HTMLElement, asking: HTMLFormElement, input: HTMLInputElement): void {
  document.querySelector('.unscripted')?.remove();
  const status = place.querySelector('#playground-status');
  const windows = [...place.querySelectorAll<HTMLElement>('.window')];
  views(place, windows);

  let talk = recallTalk();
  const columns: readonly Column[] = windows.map((window) =>
    column({
      window,
      kept: talk.columns[window.dataset.platform ?? ''] ?? [],
      load: () => load(window),
      changed: keep,
      answered: (next) => {
        if (next !== '') talk.next = next;
      },
      announce,
    }),
  );

  function announce(words: string): void {
    if (status !== null) status.textContent = words;
  }

  function keep(): void {
    talk.columns = Object.fromEntries(columns.map((each) => [each.name, each.messages()]));
    keepTalk(talk);
  }

  /** Lines are answered in the order in which they were typed. */
  let turn = Promise.resolve();
  function ask(line: string, after?: string): void {
    turn = turn.then(() => answer(line, after));
  }

  async function answer(line: string, after = talk.next): Promise<void> {
    document.querySelector('.talk > .trouble')?.remove();
    place.ariaBusy = 'true';
    try {
      show(await fetchAnswer(line, after), line);
      Object.assign(talk, { line, after });
      keep();
    } catch (error) {
      const words = document.createElement('div');
      tell(words, error);
      place.after(...words.childNodes);
    } finally {
      place.ariaBusy = 'false';
    }
  }

  function show(found: PreviewedAnswer, asked: string): void {
    const at = Date.now();
    const plain = { name: 'text', payload: { text: found.text }, private: false, measures: [] };
    for (const { name, ...shown } of [...found.columns, plain])
      columns.find((each) => each.name === name)?.add({ shown, asked, at });
    talk.next = found.next;
    announce(found.title);
  }

  /** The address leads to the line that was asked last; another tab asks it anew. */
  function tellAddress(line: string, after: string): void {
    const fields = new URLSearchParams({ q: line, ...(after === '' ? {} : { after }) });
    history.replaceState(null, '', `/?${fields}`);
  }

  asking.addEventListener('submit', (event) => {
    event.preventDefault();
    const line = input.value.trim();
    if (line === '') return;
    input.value = '';
    ask(line);
    turn = turn.then(() => tellAddress(talk.line, talk.after));
  });
  // What is led to by a line of this page is asked here.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const line = lineOf(link, event);
    if (line === undefined) return;
    event.preventDefault();
    ask(line, '');
    turn = turn.then(() => tellAddress(talk.line, talk.after));
    scrollTo({ top: 0 });
  });
  place.querySelector<HTMLButtonElement>('.clear')?.addEventListener('click', () => {
    talk = emptyTalk();
    for (const each of columns) each.clear();
    keep();
    history.replaceState(null, '', '/');
    input.focus();
  });

  const { line = '', after = '', example = '' } = place.dataset;
  if (line === '') {
    if (columns.every((each) => each.messages().length === 0) && example !== '') ask(example, '');
  } else if (line !== talk.line || after !== talk.after) ask(line, after);
}

/** The line that a link of this page asks; undefined where it leads elsewhere, or is to open elsewhere. */
function lineOf(link: HTMLAnchorElement | null, event: MouseEvent): string | undefined {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (link === null || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return undefined;
  if (link.origin !== location.origin || link.pathname !== '/' || link.target !== '') return undefined;
  return new URLSearchParams(link.search).get('q') ?? undefined;
}

async function load(window: HTMLElement): Promise<Platform> {
  const { script } = window.dataset;
  if (script === undefined) return text;
  const { platform } = (await import(script)) as { readonly platform: Platform };
  return platform;
}

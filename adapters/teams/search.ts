/**
 * The message extension's search: people, sessions and recommendations for what is being typed.
 *
 * The list has one order (people, then sessions, then recommendations, each best first) and is made anew for every page
 * of it, so any replica can serve any page. It is walked only as far as the page needs.
 */
import type { Answer, Item } from '../../src/answer/answer.ts';
import { lineOf } from '../../src/answer/line.ts';
import type { Host } from '../../src/contract/adapter.ts';

/** What can be put into a message: one item, or a person's page in short. */
export type Result =
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly detail: string };

/** What of the host the search asks. */
type Asked = Pick<Host, 'ask' | 'engine' | 'declarations'>;

interface Query {
  readonly text: string;
  readonly skip: number;
  readonly count: number;
}

const MOST_PEOPLE = 5;
const MOST_SESSIONS_SUGGESTED = 5;

/** Characters that a list of results surely shows of each. */
const BEGINNING = 50;

function beginningOf(result: Result): string {
  if (result.kind === 'answer') return result.answer.title;
  const { title, text } = result.item;
  return (title.text || text.text).slice(0, BEGINNING);
}

/** The results at `skip` … `skip + count`; fewer where the list ends or `until` (ms since the epoch) has come. */
export async function search(
  host: Asked,
  { text, skip, count }: Query,
  until: number,
): Promise<readonly Result[]> {
  const page: Result[] = [];
  let position = 0;
  const shown = new Set<string>();
  for await (const result of results(host, text)) {
    // Two that begin alike cannot be told apart in a list that shows beginnings: more letters tell them.
    const beginning = beginningOf(result);
    if (shown.has(beginning)) {
      continue;
    }
    shown.add(beginning);
    if (position >= skip) {
      page.push(result);
    }
    position += 1;
    if (page.length >= count || Date.now() >= until) {
      break;
    }
  }
  return page;
}

async function* results(host: Asked, text: string): AsyncGenerator<Result> {
  if (text === '') {
    yield* itemsOf(host, lineOf.sessions(), new Set());
    return;
  }
  const command = text.replace(/^\//u, '').split(/\s/u)[0]?.toLowerCase() ?? '';
  const isCommand = host.declarations.some((one) => one.name === command || one.aliases.includes(command));
  if (isCommand && /\s/u.test(text)) {
    yield* itemsOf(host, text, new Set());
    return;
  }

  const people = await host.engine.suggest({ text, kinds: ['person'], limit: MOST_PEOPLE });
  // A name that is spelt differently completes nothing, but is understood when it is asked for.
  const lines =
    people.length > 0
      ? people.map(({ line, label, detail }) => ({ line, label, detail }))
      : [{ line: lineOf.typed('speaker', text), label: '', detail: '' }];
  for (const { line, label, detail } of lines) {
    const answer = await host.ask({ text: line });
    const isPerson = people.length > 0 || answer.items.some((one) => one.kind === 'person');
    if (isPerson && (answer.outcome === 'found' || answer.outcome === 'unstated')) {
      yield { kind: 'answer', answer: { ...answer, title: answer.title || label }, detail };
    }
  }

  const seen = new Set<string>();
  const sessions = await host.engine.suggest({ text, kinds: ['session'], limit: MOST_SESSIONS_SUGGESTED });
  for (const session of sessions) {
    const answer = await host.ask({ text: session.line });
    const item = answer.items.find((one) => one.kind === 'session' && one.id === session.id);
    if (item !== undefined && !seen.has(item.id)) {
      seen.add(item.id);
      yield { kind: 'item', item };
    }
  }
  yield* itemsOf(host, lineOf.typed('sessions', text), seen, 'session');

  // Half a word finds no recommendation yet, but a topic that begins with it.
  const found = itemsOf(host, lineOf.typed('recommendations', text), seen, 'recommendation');
  const first = await found.next();
  if (first.done !== true) {
    yield first.value;
    yield* found;
    return;
  }
  const [topic] = await host.engine.suggest({ text, kinds: ['topic'], limit: 1 });
  if (topic !== undefined) {
    yield* itemsOf(host, lineOf.typed('recommendations', topic.argument), seen, 'recommendation');
    return;
  }
  // A whole question, as Copilot may hand on, is none of these.
  if (seen.size === 0) yield* itemsOf(host, lineOf.typed('ask', text), seen);
}

/** All items of an answer, page after page, without those that were `seen`. Only what was found, no suggestions. */
async function* itemsOf(
  host: Asked,
  first: string,
  seen: Set<string>,
  kind?: Item['kind'],
): AsyncGenerator<Result> {
  const visited = new Set<string>();
  for (let line: string | undefined = first; line !== undefined && !visited.has(line); ) {
    visited.add(line);
    const answer: Answer = await host.ask({ text: line });
    if (answer.outcome !== 'found') {
      return;
    }
    for (const item of answer.items) {
      if ((kind === undefined || item.kind === kind) && !seen.has(item.id)) {
        seen.add(item.id);
        yield { kind: 'item', item };
      }
    }
    line = answer.page?.next;
  }
}

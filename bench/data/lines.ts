/** What people ask: lines for whole answers, and words for text searches, drawn from an archive itself. */
import type { Knowledge } from '../../src/knowledge/model.ts';
import { STOP_WORDS } from '../../src/lexicon/en/stop-words.ts';
import { tokenize } from '../../src/text/analyse.ts';
import { misspell } from './misspell.ts';
import { below, pick, type Random } from './random.ts';

/** The ways of asking; together they use all that a whole answer can do. */
export const LINE_KINDS = [
  'words',
  'filters',
  'phrase',
  'exclusion',
  'synonym',
  'question',
  'speaker',
  'did you mean',
] as const;

export type LineKind = (typeof LINE_KINDS)[number];

export interface AskedLine {
  readonly kind: LineKind;
  readonly text: string;
}

/** Words that carry sense, in the order of a text. */
const sense = (text: string): string[] =>
  tokenize(text)
    .map(({ word }) => word)
    .filter((word) => word.length > 3 && !STOP_WORDS.has(word));

/** All texts of an archive: of sessions, and of what was said in them. */
export function textsOf(knowledge: Knowledge): { readonly title: string; readonly body: string }[] {
  const said = new Map<string, string[]>();
  for (const { session, text } of knowledge.contributions) {
    const texts = said.get(session) ?? [];
    said.set(session, texts);
    texts.push(text);
  }
  return knowledge.sessions.map(({ id, title, abstract, summary }) => ({
    title,
    body: [abstract, summary, ...(said.get(id) ?? [])].filter((one) => one !== undefined).join(' '),
  }));
}

/** Two to four words of one text: what somebody who has that text in mind would type. */
export function wordQueries(
  texts: readonly { readonly title: string; readonly body: string }[],
  count: number,
  random: Random,
): string[] {
  const usable = texts.filter(({ title, body }) => sense(`${title} ${body}`).length >= 4);
  return Array.from({ length: count }, () => {
    const { title, body } = pick(random, usable);
    const words = sense(`${title} ${body}`);
    return [...new Set(Array.from({ length: 2 + below(random, 3) }, () => pick(random, words)))].join(' ');
  });
}

/** So many lines, of all kinds in turn. */
export function askedLines(knowledge: Knowledge, count: number, random: Random): AskedLine[] {
  const texts = textsOf(knowledge).filter(({ title, body }) => sense(`${title} ${body}`).length >= 4);
  const speakers = knowledge.appearances.map(({ person }) => person);
  const names = new Map(knowledge.people.map(({ id, name }) => [id, name]));
  const years = knowledge.sessions.flatMap(({ date }) => date?.on.slice(0, 4) ?? []);
  const discussed = new Set(knowledge.contributions.flatMap(({ topics }) => topics));
  const topics = knowledge.topics.filter(({ id, synonyms }) => discussed.has(id) && synonyms.length > 0);

  const words = (most: number): string[] => {
    const { title, body } = pick(random, texts);
    const all = sense(`${title} ${body}`);
    return Array.from({ length: most }, () => pick(random, all));
  };
  const pair = (): string => {
    const { body, title } = pick(random, texts);
    const all = tokenize(body === '' ? title : body).map(({ word }) => word);
    const at = below(random, Math.max(1, all.length - 1));
    return all.slice(at, at + 2).join(' ');
  };
  const name = (): string => names.get(pick(random, speakers)) ?? '';
  const synonym = (): string => pick(random, pick(random, topics).synonyms);

  const write: Readonly<Record<LineKind, () => string>> = {
    words: () => `/sessions ${words(2).join(' ')}`,
    filters: () => `/sessions sdg${1 + below(random, 17)} ${pick(random, years)} ${pick(random, words(1))}`,
    phrase: () => `/sessions "${pair()}" ${words(1).join(' ')}`,
    exclusion: () => `/sessions ${words(2).join(' ')} -${words(1).join('')}`,
    synonym: () => `/recommendations ${synonym()}`,
    question: () => `what did ${name()} say about ${synonym()}?`,
    speaker: () => {
      const wanted = name();
      return `/speaker ${misspell(wanted, 'one typo', random) ?? wanted}`;
    },
    'did you mean': () => {
      const [word = '', other = ''] = words(2);
      return `/sessions ${misspell(word, 'one typo', random) ?? word} ${other}`;
    },
  };
  return Array.from({ length: count }, (_, place) => {
    const kind = LINE_KINDS[place % LINE_KINDS.length] as LineKind;
    return { kind, text: write[kind]() };
  });
}

/** A reading of a line in words: "recommendations on skills, addressed to governments". */
import type { AskedFor, Named, Names, ToldCondition, ToldConditions } from '../values.ts';
import { labels } from './labels.ts';
import { either, list } from './plural.ts';

const quoted = (texts: readonly string[]): string => list(texts.map((text) => `“${text}”`));

/** A name inside a sentence: "SDG 8 (Decent work)", "the moderators", "dated 2022 or later"; '' for a key without a word. */
function nameText(named: Named): string {
  if (typeof named === 'string') return named;
  switch (named.is) {
    case 'kind':
      return labels.kinds[named.key] ?? '';
    case 'part':
      return labels.partPlural[named.key] ?? '';
    case 'stance':
      return named.key === 'implied' ? labels.stance.implied : labels.stance.explicit;
    case 'has':
      return HELD[named.key] ?? '';
    case 'goal':
      return `SDG ${named.number} (${named.name})`;
    case 'undated':
      return 'without a stated date';
    case 'month':
      return `held in ${named.when}`;
    case 'weekday':
      return `held on a ${named.when}`;
    case 'on':
      return `dated ${named.when}`;
    case 'before':
      return `dated ${named.when} or before`;
    case 'after':
      return `dated ${named.when} or later`;
    case 'between':
      return `dated ${named.from} to ${named.to}`;
  }
}

const anyOf = (names: Names): string => either(names.map(nameText));

/** A condition as a part of a sentence: "on skills", "addressed to governments". */
function conditionText(one: ToldCondition): string {
  switch (one.kind) {
    case 'about':
      return `on ${list(one.subjects.map(anyOf))}`;
    case 'words':
      return `with ${quoted([...one.words, ...one.phrases])}`;
    case 'without':
      return `but not ${quoted(one.words)}`;
    default: {
      const names = anyOf(one.names);
      switch (one.kind) {
        case 'is':
          return names;
        case 'not':
          return `but not ${names}`;
        case 'by':
          return `by ${names}`;
        case 'of':
          return `of ${names}`;
        case 'to':
          return `addressed to ${names}`;
        case 'in':
          return `in ${names}`;
        case 'madeFrom':
          return `by people from ${names}`;
        default: {
          const done = `${DONE[one.kind]} by ${names}`;
          return one.ofEvents ? done : `at events ${done}`;
        }
      }
    }
  }
}

/** What an entry tells; a number goes without saying. */
const HELD: Readonly<Record<string, string>> = {
  money: 'sums of money',
  time: 'how long it takes',
  share: 'shares',
  date: 'dates',
  maker: 'who said it',
};

const DONE = { organizer: 'organized', supporter: 'supported', funder: 'funded', moderator: 'moderated' };

/** Conditions behind a noun: "labour migration, by Natalia Popova"; '' where nothing in it has a name. */
export const conditionsText = (conditions: ToldConditions): string =>
  conditions.map(conditionText).join(', ');

/** What stands behind a noun where nothing was named but words that the archive does not know. */
export const conditionsOrWords = (conditions: ToldConditions): string =>
  conditionsText(conditions) || 'that matches these words';

const WANTED: Readonly<Record<string, string>> = {
  people: 'who',
  role: 'who',
  remarks: 'what was said',
  published: 'when it was published',
  figure: 'figures',
  meaning: 'what it is',
  date: 'when',
  time: 'at what time',
  place: 'where',
  attendance: 'how many attended',
  organizers: 'who organized it',
  supporters: 'who supported it',
  funders: 'who funded it',
  moderators: 'who moderated it',
  speakers: 'who spoke there',
  languages: 'in which languages',
  materials: 'documents',
  goals: 'which goals',
  lines: 'which action lines',
  countries: 'which countries',
  summary: 'what it was about',
  organizations: 'which organizations',
  count: 'how many',
  oldest: 'the earliest of the sessions',
  newest: 'the latest of the sessions',
};

function askedText(asked: AskedFor): string {
  switch (asked.kind) {
    case 'sessions':
      return 'sessions';
    case 'recommendations':
      return 'recommendations';
    case 'entries':
      return 'what was said';
    case 'named':
      return anyOf(asked.names);
    case 'compared':
      return `a comparison of ${list(asked.names.map(nameText))}`;
    case 'want':
      return WANTED[asked.want] ?? '';
  }
}

export const understood = {
  all: 'everything',
  reading: (asked: AskedFor, conditions: ToldConditions) =>
    [askedText(asked), conditionsText(conditions)].filter((part) => part !== '').join(' '),
  subject: conditionsOrWords,
  onPage: (reading: string, page: number) => (reading === '' ? `page ${page}` : `${reading}, page ${page}`),
  /** What is wanted, as the label of what is not stated. */
  want: WANTED,

  name: nameText,
} as const;

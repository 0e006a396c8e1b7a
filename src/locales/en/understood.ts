/** A reading of a line in words: "recommendations on skills, addressed to governments". */
import type { AskedFor, Named, Names, ToldCondition, ToldConditions } from '../values.ts';
import { withArticle } from './articles.ts';
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
      return `dated ${named.when} or earlier`;
    case 'after':
      return `dated ${named.when} or later`;
    case 'between':
      return `dated ${named.from} to ${named.to}`;
  }
}

/** A name where a word goes before it: "on the ICT sector", "by the ILO". */
const namedText = (named: Named): string =>
  typeof named === 'string' ? withArticle(named) : nameText(named);

const anyOf = (names: Names): string => either(names.map(namedText));

/** "on skills and migration"; what holds an "and" or "or" is kept apart: "on higher education and on markets and supply chains". */
export function onAll(subjects: readonly string[]): string {
  const isPlain = subjects.every((one) => !/ (?:and|or) /.test(one));
  return `on ${list(isPlain ? subjects : subjects.map((one, place) => (place === 0 ? one : `on ${one}`)))}`;
}

/** A condition as a part of a sentence: "on skills", "addressed to governments". */
function conditionText(one: ToldCondition): string {
  switch (one.kind) {
    case 'about':
      return onAll(one.subjects.map(anyOf));
    case 'words':
      return `with ${quoted([...one.words, ...one.phrases])}`;
    case 'without':
      return `but not ${quoted(one.words)}`;
    default: {
      const names = anyOf(one.names);
      switch (one.kind) {
        case 'is':
          return areHeld(one.names) ? `with ${names}` : names;
        case 'not':
          return areHeld(one.names) ? `without ${names}` : `but not ${names}`;
        case 'by':
          return `by ${names}`;
        case 'of':
          return `of ${names}`;
        case 'to':
          return `addressed to ${names}`;
        case 'in':
          return `in ${either(one.names.map((named) => briefName(named, 'in')))}`;
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
  attendance: 'a stated attendance',
  hours: 'stated hours',
  place: 'a stated place',
  languages: 'stated languages',
  organizers: 'named organizers',
  funders: 'named funders',
  moderators: 'named moderators',
};

const areHeld = (names: Names): boolean =>
  names.every((named) => typeof named !== 'string' && named.is === 'has');

const DONE = { organizer: 'organized', supporter: 'supported', funder: 'funded', moderator: 'moderated' };

/** Conditions behind a noun: "labour migration, by Natalia Popova"; '' where nothing in it has a name. */
export const conditionsText = (conditions: ToldConditions): string =>
  conditions.map(conditionText).join(', ');

/** A name inside a title, where there is little room: "SDG 8", "“Digitalization and employment”". */
function briefName(named: Named, kind: ToldCondition['kind']): string {
  if (typeof named === 'string') return kind === 'in' ? `“${named}”` : withArticle(named);
  if (named.is === 'goal') return `SDG ${named.number}`;
  if (named.is === 'has') return `with ${nameText(named)}`;
  if (named.is === 'stance') return `(${nameText(named)})`;
  return nameText(named);
}

/** Words of a request that are named in a title; a title with more would say nothing. */
const WORDS = 3;

/** A condition in a title: "on skills", "to governments", "matching “guthi”"; '' for what is too long to say. */
function briefCondition(one: ToldCondition): string {
  const briefly = (names: Names): string => either(names.map((named) => briefName(named, one.kind)));
  switch (one.kind) {
    case 'about':
      return onAll(one.subjects.map(briefly));
    case 'words': {
      const words = [...one.words, ...one.phrases];
      return words.length > WORDS ? '' : `matching ${quoted(words)}`;
    }
    case 'without':
      return one.words.length > WORDS ? '' : conditionText(one);
    case 'to':
      return `to ${briefly(one.names)}`;
    case 'in':
      return `in ${briefly(one.names)}`;
    case 'of':
      return one.names.some((named) => typeof named !== 'string' && named.is === 'part')
        ? `among ${briefly(one.names)}`
        : `from ${briefly(one.names)}`;
    case 'is':
      return one.names.some((named) => typeof named === 'string')
        ? `(${briefly(one.names)})`
        : briefly(one.names);
    default:
      return conditionText(one);
  }
}

/** What a title says of its list behind the noun, with a blank before it: " on SDG 8 dated 2022"; '' where that is nothing. */
export const titleText = (conditions: ToldConditions): string =>
  conditions
    .map(briefCondition)
    .filter((part) => part !== '')
    .map((part) => ` ${part}`)
    .join('');

/** The subjects and addressees that conditions name: "SDG 8", "skills or governments"; '' where there are none. */
export const subjectText = (conditions: ToldConditions): string =>
  either(
    conditions.flatMap((one) => {
      const brief = (names: Names): string => either(names.map((named) => briefName(named, one.kind)));
      if (one.kind === 'about') return one.subjects.map(brief);
      return one.kind === 'to' ? [brief(one.names)] : [];
    }),
  );

/** What a question wants, so that conditions can follow it: "dates of sessions with “skills”". */
const WANTED: Readonly<Record<string, string>> = {
  people: 'people',
  role: 'people',
  remarks: 'what was said',
  published: 'dates of documents',
  figure: 'figures',
  meaning: 'explanations',
  date: 'dates of sessions',
  time: 'times of sessions',
  place: 'places of sessions',
  attendance: 'attendance of sessions',
  organizers: 'organizers of sessions',
  supporters: 'supporters of sessions',
  funders: 'funders of sessions',
  moderators: 'moderators of sessions',
  speakers: 'speakers at sessions',
  languages: 'languages of sessions',
  materials: 'documents',
  goals: 'goals of sessions',
  lines: 'action lines of sessions',
  countries: 'countries of sessions',
  summary: 'subjects of sessions',
  organizations: 'organizations',
  count: 'numbers',
  oldest: 'the earliest of the sessions',
  newest: 'the latest of the sessions',
  recent: 'sessions, the newest first',
  topics: 'topics',
  highest: 'the highest figure',
  lowest: 'the lowest figure',
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

/** What is counted; what has no name here is called a point. */
const COUNTED: Readonly<Record<string, string>> = {
  sessions: 'sessions',
  events: 'events',
  people: 'speakers',
  panellists: 'panellists',
  moderators: 'moderators',
  keynotes: 'keynote speakers',
  recommendations: 'recommendations',
  sources: 'documents',
  topics: 'topics',
  organizations: 'organizations',
  polls: 'polls',
  figures: 'figures',
  practices: 'practices',
  statements: 'statements',
};

export const understood = {
  /** A number of things: "how many polls on labour migration". */
  counted: (thing: string, conditions: ToldConditions) =>
    `how many ${COUNTED[thing] ?? 'points'}${titleText(conditions)}`,
  /** What one thing is asked for: the thing, by its name. */
  opened: (name: string) => name,
  reading: (asked: AskedFor, conditions: ToldConditions) => {
    // "Who Nicola Düll is", rather than people Nicola Düll.
    const [first, ...others] = conditions;
    const isWho = asked.kind === 'want' && (asked.want === 'role' || asked.want === 'people');
    if (isWho && first?.kind === 'is')
      return [`who ${anyOf(first.names)} is`, conditionsText(others)]
        .filter((part) => part !== '')
        .join(', ');
    return [askedText(asked), conditionsText(conditions)].filter((part) => part !== '').join(' ');
  },
  onPage: (reading: string, page: number) => (reading === '' ? `page ${page}` : `${reading}, page ${page}`),
  /** What was understood, where saying so adds something. */
  note: {
    /** Words that were typed, and what each was read as. */
    corrected: ([first, ...others]: readonly { readonly typed: string; readonly read: string }[]) =>
      first === undefined
        ? ''
        : `${list([
            `“${first.typed}” was read as “${first.read}”`,
            ...others.map(({ typed, read }) => `“${typed}” as “${read}”`),
          ])}.`,
    /** What was meant, where no one word tells. */
    meant: (names: readonly string[]) => `Understood as ${list(names)}.`,
    unused: (words: readonly string[]) =>
      words.length === 1
        ? `${quoted(words)} is not in the archive and was left out.`
        : `${quoted(words)} are not in the archive and were left out.`,
    lastPage: 'This is the last page.',
    firstPage: 'This is the first page.',
    continued: (reading: string) => `Understood as ${reading}.`,
    unnamed:
      'I cannot see the name behind a mention, so I left it out. To ask about that person, type the name.',
    unknownPerson: 'Somebody you mentioned is not in the archive, so I left the name out.',
  },

  name: nameText,
} as const;

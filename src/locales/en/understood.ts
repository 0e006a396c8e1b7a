/** A reading of a line in words: "recommendations on skills, addressed to governments". */
import type { Asked, Condition, Subject } from '../values.ts';
import { either, list } from './plural.ts';

const quoted = (texts: readonly string[]): string => list(texts.map((text) => `“${text}”`));

/** A condition as a part of a sentence: "on skills", "addressed to governments". */
function conditionText(one: Condition): string {
  switch (one.kind) {
    case 'about':
      return `on ${list(one.subjects.map(either))}`;
    case 'words':
      return `with ${quoted([...one.words, ...one.phrases])}`;
    case 'without':
      return `but not ${quoted(one.words)}`;
    default: {
      const names = either(one.names);
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

const DONE = { organizer: 'organized', supporter: 'supported', funder: 'funded', moderator: 'moderated' };

/** The subject behind a noun: "labour migration, by Natalia Popova"; '' where nothing in it has a name. */
export const subjectText = (subject: Subject): string => subject.map(conditionText).join(', ');

/** What stands behind a noun where nothing was named but words that the archive does not know. */
export const subjectOrWords = (subject: Subject): string =>
  subjectText(subject) || 'that matches these words';

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

function askedText(asked: Asked): string {
  switch (asked.kind) {
    case 'sessions':
      return 'sessions';
    case 'recommendations':
      return 'recommendations';
    case 'entries':
      return 'what was said';
    case 'named':
      return asked.name;
    case 'compared':
      return `a comparison of ${list(asked.names)}`;
    case 'want':
      return WANTED[asked.want] ?? '';
  }
}

export const understood = {
  all: 'everything',
  reading: (asked: Asked, subject: Subject) =>
    [askedText(asked), subjectText(subject)].filter((part) => part !== '').join(' '),
  subject: subjectOrWords,
  onPage: (reading: string, page: number) => (reading === '' ? `page ${page}` : `${reading}, page ${page}`),
  /** What is wanted, as the label of what is not stated. */
  want: WANTED,

  // Names of what conditions hold.
  sums: 'sums of money',
  inMonth: (month: string) => `held in ${month}`,
  onWeekday: (day: string) => `held on a ${day}`,
  withoutDate: 'without a stated date',
  from: (when: string) => `dated ${when}`,
  before: (when: string) => `dated ${when} or before`,
  after: (when: string) => `dated ${when} or later`,
  between: (one: string, other: string) => `dated ${one} to ${other}`,
} as const;

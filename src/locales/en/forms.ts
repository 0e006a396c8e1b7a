/** What forms ask for, and what is wrong with what was filled in. */
import { grouped, list } from './plural.ts';

export const forms = {
  /** What may be wrong in any form. */
  form: {
    close: 'Close',
    tooLong: (most: number) => `Write at most ${grouped(most)} characters here.`,
    /** Above what is wrong, where it is told in a message. */
    mend: 'Something in the form could not be read:',
    again: 'Correct it…',
    problem: (label: string, problem: string) => `${label}: ${problem}`,
  },

  /** The form that asks one question. */
  ask: {
    title: 'Ask the archive',
    question: 'Your question',
    hint: 'What was recommended on skills?',
    submit: 'Ask',
    empty: 'Write what you want to know.',
  },

  /** The form that narrows a line, or makes a new one. */
  refine: {
    title: 'Refine',
    open: 'Refine…',
    submit: 'Search',
    about: (reading: string) => `Narrowing: ${reading}`,
    scope: 'Look for',
    narrow: 'The same, but narrower',
    sessions: 'Sessions',
    recommendations: 'Recommendations',
    everything: 'Everything that was said',
    subject: 'Topic or goal',
    subjectHint: 'Type a topic or a goal',
    /** A topic or a goal, and how many of what is listed have it. */
    offered: (name: string, count: number) => `${name} (${grouped(count)})`,
    person: 'Person',
    personHint: 'Type a name',
    date: 'When',
    dateHint: '2022, May 2022, before 2021 …',
    words: 'Words',
    wordsHint: 'Words or "a phrase"; -word leaves it out',

    empty: 'Choose or type something to search for.',
    noSubject: 'No topic or goal in the archive has this name.',
    nobody: 'Nobody in the archive has this name.',
    somebody: (names: readonly string[]) =>
      `Several people have this name: ${list(names)}. Write it in full.`,
    noDate: 'I cannot read this as a date. Write a year, a month, or “before 2021”.',
    noWords: 'There is nothing in this to search for.',
    tooMuch: 'This is too much for one search. Leave something out.',
  },
} as const;

/** What chats say around an answer: buttons, verdicts, what did not fit. */
import { plural } from './plural.ts';

export const chat = {
  open: 'Open',
  previous: '‹ Previous',
  next: 'Next ›',
  untitled: 'Answer',
  /** The entries in the menu of somebody's message. */
  findRelated: 'Find related sessions',
  whoIsThis: 'Who is this about?',
  why: (reasons: string) => `Why: ${reasons}`,
  source: (citations: string) => `Source: ${citations}`,
  morePlaces: (count: number) => `and ${plural(count, 'more place')}`,
  choicesLeftOut: (count: number) =>
    `${plural(count, 'more suggestion is', 'more suggestions are')} not shown here.`,

  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  thanks: 'Thank you. Your feedback was noted.',
  /** To a message of files or pictures alone. */
  textOnly: 'I can read text only, no pictures or files. Type a question, or “help”.',
  /** A person or a whole workspace asked more than is answered in a minute. */
  tooMany: (whose: 'user' | 'workspace') =>
    whose === 'user'
      ? 'You are asking faster than I can answer everybody. Please wait a moment and ask again.'
      : 'So many people here are asking at once that I cannot answer them all. Please ask again in a minute.',
  restarting: 'I am being restarted. Please ask again in a minute.',
};

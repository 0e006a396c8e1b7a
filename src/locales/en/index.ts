/** The English catalogue: all words of the bot's own. Sentences are plain and short. Of what a person typed they repeat single words at most. */
import { answers } from './answers.ts';
import { chat } from './chat.ts';
import { commands } from './commands.ts';
import { forms } from './forms.ts';
import { labels } from './labels.ts';
import { pages } from './pages.ts';
import { either, grouped, list } from './plural.ts';
import { titles } from './titles.ts';
import { understood } from './understood.ts';

export const en = {
  /** BCP 47 tag of the language that all of this is in. */
  language: 'en',
  ...labels,
  ...titles,
  ...answers,
  ...forms,
  understood,
  chat,
  commands,
  pages,

  /** A whole number: "1,200". */
  number: grouped,
  /** Names behind one another: "a, b and c". */
  list,
  /** Alternatives: "a, b or c". */
  either,
} as const;

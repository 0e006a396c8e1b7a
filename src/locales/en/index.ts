/** The English catalogue: all words of the bot's own. Sentences are plain and short; none repeats what a person typed. */
import { words } from './answers.ts';
import { commands } from './commands.ts';
import { archiveWords } from './pages.ts';
import { either, list } from './plural.ts';

export const en = {
  ...words,
  commands,
  pages: archiveWords,

  /** Names behind one another: "a, b and c". */
  list,
  /** Alternatives: "a, b or c". */
  either,
} as const;

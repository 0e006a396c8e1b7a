/** The English catalogue: all words of the bot's own. Sentences are plain and short; none repeats what a person typed. */
import { words } from './answers.ts';
import { commands } from './commands.ts';
import { archiveWords } from './pages.ts';
import { listOf } from './plural.ts';

export const en = {
  ...words,
  commands,
  pages: archiveWords,

  /** "a, b and c" */
  list: (names: readonly string[]) => listOf(names, 'and'),
  /** "a, b or c" */
  either: (names: readonly string[]) => listOf(names, 'or'),
} as const;

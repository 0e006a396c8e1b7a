/** The commands as their users know them, for those who need no command. */
import type { Catalogue } from '../locales/catalogue.ts';
import { catalogueFor } from '../locales/locales.ts';
import { COMMANDS } from './commands.ts';
import { type Declaration, declare } from './declaration.ts';

/** All commands in the words of a language, in the order in which help and manifests list them. */
export const declarationsIn = (says: Catalogue): readonly Declaration[] =>
  Object.values(COMMANDS).map(({ shape }) => declare(shape, says));

/** In English, for what is made where nobody asks: manifests, registrations. */
export const DECLARATIONS: readonly Declaration[] = declarationsIn(catalogueFor());

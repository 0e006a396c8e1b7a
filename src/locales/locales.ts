/** The catalogues that there are, by language, and the one that a reader is answered in. */
import type { Catalogue } from './catalogue.ts';
import { en } from './en/index.ts';

/** What is said, by the language's BCP 47 tag: `en`, `pt-BR`. */
export type Locales = ReadonlyMap<string, Catalogue>;

export const LOCALES: Locales = new Map([['en', en]]);

/**
 * The catalogue for a reader's BCP 47 tag: of the tag itself, else of what it is a form of, else English.
 * @example catalogueFor('en-US') === catalogueFor('en')
 */
export function catalogueFor(locale = 'en', locales: Locales = LOCALES): Catalogue {
  for (let tag = locale; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const catalogue = locales.get(tag);
    if (catalogue !== undefined) return catalogue;
  }
  return locales.get('en') ?? en;
}

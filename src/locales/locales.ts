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
export const catalogueFor = (locale?: string, locales: Locales = LOCALES): Catalogue =>
  closest(locale, locales) ?? en;

/** A language's catalogue, and in `own` what one platform alone says. */
export type Says<Own> = Catalogue & { readonly own: Own };

/**
 * What a platform says to a reader, by BCP 47 tag; the platform's own part is English where the language has none.
 * @param own the platform's own part in English
 * @param others the same in other languages
 */
export function platformSays<Own>(
  own: Own,
  others: ReadonlyMap<string, Own> = new Map(),
): (locale?: string) => Says<Own> {
  const made = new Map<Catalogue, Says<Own>>();
  return (locale) => {
    const catalogue = catalogueFor(locale);
    const says = made.get(catalogue) ?? { ...catalogue, own: closest(locale, others) ?? own };
    made.set(catalogue, says);
    return says;
  };
}

/** By the tag, or by what it is a form of: `pt-BR`, then `pt`; of `en` where there is neither. */
function closest<One>(locale = 'en', all: ReadonlyMap<string, One>): One | undefined {
  for (let tag = locale; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const one = all.get(tag);
    if (one !== undefined) return one;
  }
  return all.get('en');
}

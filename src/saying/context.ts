/** What composing an answer may look at: records at one revision, and the reader's language for dates and numbers. */
import type { Archive, Records } from '../archive/archive.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';

export interface Context {
  readonly records: Records;
  readonly vocabulary: Vocabulary;
  readonly revision: string;
  /** BCP 47 tag; a known one. */
  readonly locale: string;
  /** The request is hardly English: what was not found may be the language's fault. */
  readonly foreign: boolean;
}

const DEFAULT_LOCALE = 'en-GB';

/** A context over an archive. An unknown or malformed locale becomes British English, the documents' own. */
export function contextOf(archive: Archive, locale: string | undefined, foreign = false): Context {
  return {
    records: archive.records,
    vocabulary: archive.vocabulary,
    revision: archive.revision,
    locale: knownLocale(locale),
    foreign,
  };
}

/** By the tag as it came; what passes the pattern below is some thousand of tags at most. */
const canonical = new Map<string, string>();

/** Only forms of English for now: dates in another language would stand in English sentences. */
function knownLocale(locale: string | undefined): string {
  if (locale === undefined || !/^en(?:-[A-Za-z]{2})?$/.test(locale)) return DEFAULT_LOCALE;
  const known = canonical.get(locale) ?? Intl.getCanonicalLocales(locale)[0] ?? DEFAULT_LOCALE;
  canonical.set(locale, known);
  return known;
}

/** What composing an answer may look at: records at one revision, and the reader's language for words, dates and numbers. */
import type { Choice } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Archive, Records } from '../archive/archive.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { catalogueFor, LOCALES, type Locales } from '../locales/locales.ts';
import { withinSentence } from './describe.ts';

export interface Context {
  readonly records: Records;
  readonly vocabulary: Vocabulary;
  readonly revision: string;
  /** BCP 47 tag; a known one. */
  readonly locale: string;
  /** All words of the bot's own, in the reader's language. */
  readonly says: Catalogue;
  /** The request is hardly English: what was not found may be the language's fault. */
  readonly foreign: boolean;
  /** Lines that lead somewhere in this archive, for who found nothing. */
  readonly examples: readonly Choice[];
}

/** What a context is for. */
export interface Reader {
  /** BCP 47 tag; British English, the documents' own, where it is absent, malformed, or of a language without a catalogue. */
  readonly locale?: string | undefined;
  readonly foreign?: boolean | undefined;
  /** The catalogues that there are. */
  readonly locales?: Locales;
}

const DEFAULT_LOCALE = 'en-GB';

/** A context over an archive. */
export function contextOf(
  archive: Archive,
  { locale, foreign = false, locales = LOCALES }: Reader = {},
): Context {
  const known = knownLocale(locale);
  const says = catalogueFor(known, locales);
  return {
    records: archive.records,
    vocabulary: archive.vocabulary,
    revision: archive.revision,
    locale: known,
    says,
    foreign,
    examples: examplesOf(archive, says),
  };
}

/** Lines that lead somewhere, in any archive: the events on a topic of its own, all events, and all topics or people. */
function examplesOf({ vocabulary, isUsed }: Archive, says: Catalogue): readonly Choice[] {
  const topic = vocabulary.entries.find(({ field, value }) => field === 'topic' && isUsed(field, value));
  const all: Choice = { label: says.choice.allSessions, line: lineOf.sessions(), kind: 'suggest' };
  if (topic === undefined)
    return [all, { label: says.choice.allPeople, line: lineOf.ask({}, 'people'), kind: 'suggest' }];
  const line = lineOf.sessions({ topic: topic.value });
  return [
    { label: says.choice.sessionsOn(withinSentence(topic.name)), line, kind: 'suggest' },
    all,
    { label: says.choice.allTopics, line: lineOf.ask({}, 'topics'), kind: 'suggest' },
  ];
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

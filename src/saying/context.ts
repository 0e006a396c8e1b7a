/** What composing an answer may look at: records at one revision, and the reader's language for words, dates and numbers. */
import type { Choice } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Archive, Records } from '../archive/archive.ts';
import type { Topic } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { catalogueFor, LOCALES, type Locales } from '../locales/locales.ts';
import { fold } from '../text/fold.ts';
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
  /** What the archive says most about, by name. */
  readonly subjects: readonly string[];
  /** A word of the request, folded, as it was written. */
  readonly asWritten: (word: string) => string;
}

/** What a context is for. */
export interface Reader {
  /** BCP 47 tag; British English, the documents' own, where it is absent, malformed, or of a language without a catalogue. */
  readonly locale?: string | undefined;
  readonly foreign?: boolean | undefined;
  /** What is answered. */
  readonly text?: string;
  /** The catalogues that there are. */
  readonly locales?: Locales;
}

const DEFAULT_LOCALE = 'en-GB';

/** A context over an archive. */
export function contextOf(
  archive: Archive,
  { locale, foreign = false, text = '', locales = LOCALES }: Reader = {},
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
    subjects: topicsOf(archive)
      .slice(0, SUBJECTS)
      .map(({ name }) => withinSentence(name)),
    asWritten: (word) => writtenIn(text, word),
  };
}

/** So many subjects are named. */
const SUBJECTS = 3;

const LETTERS = /[\p{L}\p{M}\p{N}]+/gu;

function writtenIn(text: string, word: string): string {
  return text.match(LETTERS)?.find((one) => fold(one) === word) ?? word;
}

/** The topics that most was said on. */
function topicsOf({ mostFrequent, records }: Archive): readonly Topic[] {
  return mostFrequent('topic').flatMap((id) => records.topic(id) ?? []);
}

/** Lines that lead somewhere, in any archive: the events on its first topic, its first speaker, all events, all topics or people. */
function examplesOf(archive: Archive, says: Catalogue): readonly Choice[] {
  const { isUsed, mostFrequent, records } = archive;
  const topic = topicsOf(archive).find(({ id }) => isUsed('topic', id));
  const [person] = mostFrequent('person').flatMap((id) => records.person(id) ?? []);
  const lines: readonly (readonly [label: string, line: string])[] = [
    ...(topic === undefined
      ? []
      : [
          [says.choice.sessionsOn(withinSentence(topic.name)), lineOf.sessions({ topic: topic.id })] as const,
        ]),
    ...(person === undefined ? [] : [[says.choice.allBy(person.name), lineOf.speaker(person.id)] as const]),
    [says.choice.allSessions, lineOf.sessions()],
    topic === undefined
      ? [says.choice.allPeople, lineOf.ask({}, 'people')]
      : [says.choice.allTopics, lineOf.ask({}, 'topics')],
  ];
  return lines.map(([label, line]) => ({ label, line, kind: 'suggest' }));
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

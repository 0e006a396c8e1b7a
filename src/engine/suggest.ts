/** Type-ahead: what a half-typed argument may become, best first. */
import { lineOf } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import { COMMANDS } from '../commands/commands.ts';
import type { SuggestionKind } from '../commands/declaration.ts';
import type { VocabularyEntry } from '../knowledge/vocabulary.ts';
import { LOCALES, type Locales } from '../locales/locales.ts';
import { clean } from '../reading/clean.ts';
import { type Context, contextOf } from '../saying/context.ts';
import { sessionDate } from '../saying/dates.ts';
import { roleOf } from '../saying/names.ts';
import { tokenize, tokenizeOnce } from '../text/analyse.ts';
import { runningText } from '../text/characters.ts';

export interface SuggestRequest {
  /** What was typed so far. */
  readonly text: string;
  /** What to complete with; everything where empty. */
  readonly kinds: readonly SuggestionKind[];
  readonly limit: number;
  /** BCP 47 tag of the reader; English where absent. */
  readonly locale?: string;
}

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly id: string;
  /** What the person sees: "Natalia Popova". */
  readonly label: string;
  /** A few words that tell it apart: "ILO · 30 September 2020". */
  readonly detail: string;
  /** The whole line that the choice asks: "speaker natalia-popova". */
  readonly line: string;
  /** The words to put in the place of what was typed, for platforms that complete an argument: "Natalia Popova". */
  readonly argument: string;
}

/** Longest text that is completed; more is a question, not the beginning of a name. */
const LONGEST = 100;

const KIND_OF: Readonly<Record<VocabularyEntry['field'], SuggestionKind>> = {
  topic: 'topic',
  group: 'topic',
  sdg: 'goal',
  line: 'action-line',
  country: 'country',
  org: 'organization',
  session: 'session',
  source: 'session',
};

/** Folded words, parts of hyphenated ones as well. */
const fold = (text: string): string => runningText(tokenize(text).map(({ word }) => word));

/** Folded words of which none is read twice: the second reading of "e-empl", its last part alone, is left out. */
const foldOnce = (text: string): string => runningText(tokenizeOnce(text).map(({ word }) => word));

/** A term as it is compared with what is typed: with and without the second reading of its hyphenated words. */
const formsOf = (term: string): string[] => [...new Set([foldOnce(term), fold(term)])];

/** Every entry's terms, folded once for each archive rather than for each key that is pressed. */
const foldedTerms = new WeakMap<Archive, Map<VocabularyEntry, readonly string[]>>();
function termsOf(entry: VocabularyEntry, archive: Archive): readonly string[] {
  const all = foldedTerms.get(archive) ?? new Map<VocabularyEntry, readonly string[]>();
  foldedTerms.set(archive, all);
  const known = all.get(entry);
  if (known) return known;
  const { field, value, terms } = entry;
  const numbered = field === 'sdg' ? [`sdg ${value}`, `sdg${value}`, `goal ${value}`] : [];
  const folded = [...terms, ...numbered].flatMap(formsOf);
  all.set(entry, folded);
  return folded;
}

/** 3: a folded term begins with the text; 2: one of its words does; 1: it occurs in it; 0: not at all. */
function rankOf(terms: readonly string[], typed: string): number {
  let best = 0;
  for (const folded of terms) {
    if (folded.startsWith(typed)) return 3;
    if (folded.includes(` ${typed}`)) best = Math.max(best, 2);
    else if (typed.length >= 4 && folded.includes(typed)) best = Math.max(best, 1);
  }
  return best;
}

function fromEntry(entry: VocabularyEntry, context: Context): Suggestion {
  const { records, says } = context;
  const { field, value, name } = entry;
  const kind = KIND_OF[field];
  const label = field === 'sdg' ? says.goal.titled(value, name) : name;
  const session = field === 'session' ? records.session(value) : undefined;
  const organization = field === 'org' ? records.organization(value) : undefined;
  const detail = session
    ? sessionDate(session, context)
    : (organization?.abbreviation ??
      says.kind[kind === 'action-line' || kind === 'country' || kind === 'goal' ? 'goal' : kind] ??
      '');
  const line = session || organization ? lineOf.open(value) : lineOf.sessions({ [field]: value });
  const argument = field === 'sdg' ? `sdg${value}` : name;
  return {
    kind,
    id: value,
    label,
    detail: kind === 'country' || kind === 'action-line' ? '' : detail,
    line,
    argument,
  };
}

/** Completes people by the name matcher and everything else by its terms. */
export async function suggest(
  { text, kinds, limit, locale }: SuggestRequest,
  archive: Archive,
  locales: Locales = LOCALES,
): Promise<readonly Suggestion[]> {
  const context = contextOf(archive, { locale, locales });
  const wanted = (kind: SuggestionKind): boolean => kinds.length === 0 || kinds.includes(kind);
  const typed = foldOnce(clean(text.slice(0, LONGEST * 4))).slice(0, LONGEST);
  const ranked: { suggestion: Suggestion; rank: number }[] = [];
  if (wanted('person')) {
    const people =
      typed === ''
        ? (await archive.everything()).people.slice(0, limit)
        : await archive.completeName(typed, limit);
    for (const person of people) {
      const [appearance] = archive.records.appearancesOf(person.id);
      const detail = appearance ? roleOf(appearance, context) : '';
      ranked.push({
        suggestion: {
          kind: 'person',
          id: person.id,
          label: person.name,
          detail,
          line: lineOf.speaker(person.id),
          argument: person.name,
        },
        rank: 4,
      });
    }
  }
  if (wanted('command')) {
    for (const { shape } of Object.values(COMMANDS)) {
      const rank = typed === '' ? 1 : rankOf([shape.name, ...shape.aliases].flatMap(formsOf), typed);
      if (rank > 0)
        ranked.push({
          suggestion: {
            kind: 'command',
            id: shape.name,
            label: `/${shape.name}`,
            detail: context.says.commands[shape.name].summary,
            line: lineOf.help(shape.name),
            argument: shape.name,
          },
          rank,
        });
    }
  }
  for (const entry of archive.vocabulary.entries) {
    // A source is reached through the session that it is about.
    if (entry.field === 'source') continue;
    if (!wanted(KIND_OF[entry.field]) || !archive.isUsed(entry.field, entry.value)) continue;
    const rank = typed === '' ? 1 : rankOf(termsOf(entry, archive), typed);
    if (rank > 0) ranked.push({ suggestion: fromEntry(entry, context), rank });
  }
  return ranked
    .map((one, place) => ({ ...one, place }))
    .sort((one, other) => other.rank - one.rank || one.place - other.place)
    .slice(0, Math.max(0, limit))
    .map(({ suggestion }) => suggestion);
}

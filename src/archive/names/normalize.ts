/**
 * Reading a name: into folded words, with the other spelling that an umlaut or a Nordic letter may have, and
 * without honorifics. The same reading serves the names that are known and the names that are asked for.
 */
import { APOSTROPHES, isUnspaced, withoutApostrophes } from '../../text/characters.ts';
import { fold } from '../../text/fold.ts';

export interface NameWord {
  /** How the word may be written without marks, the plain form first: `Düll` is `dull`, also `duell`. */
  readonly spellings: readonly string[];
  /** `van`, `de`, `al` …: may be left out, and may be written together with the next word. */
  readonly isParticle: boolean;
  /** A single letter; folded it may be two (`Þ`). */
  readonly isInitial: boolean;
  /** True where a hyphen joins the word to the one before it. */
  readonly isHyphenated: boolean;
  /** Of a script that leaves no space between words: where the name is cut says nothing. */
  readonly isUnspaced: boolean;
}

/** Names and queries are read up to this many UTF-16 units and words; nobody is called by more. */
const LONGEST = 200;
const MOST_WORDS = 8;
const LONGEST_WORD = 40;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Forms of address, left out wherever they stand (`Popova, Dr. Natalia`). */
const TITLES = words('mr ms mrs mx dr prof mme mlle sra srta phd');
/** Forms of address that are also names, left out at the beginning of a name only. */
const LEADING_TITLES = words(
  'miss sir dame doctor professor madame monsieur herr frau hr sr senor senora mevr dhr excellency ambassador minister',
);
/** Left out at the end of a name. */
const SUFFIXES = words('jr sr md esq');

const PARTICLES = words(
  'van von vom zu zum zur den der de ter ten tot op het la le les du des da das do dos di del della dei dal y e al el bin bint ibn abu af av',
);

const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}]+(?:[${APOSTROPHES}][\\p{L}\\p{M}\\p{N}]+)*`, 'gu');
const POSSESSIVE = new RegExp(`[${APOSTROPHES}]s$`, 'i');

export function nameWords(name: string): NameWord[] {
  const text = name
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '');
  const read: NameWord[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0].replace(POSSESSIVE, '');
    const between = text.slice(end, match.index);
    end = match.index + match[0].length;
    const spellings = spellingsOf(raw);
    const [plain] = spellings;
    if (plain === undefined) continue;
    const isLast = !/[\p{L}\p{N}]/u.test(text.slice(end));
    if (TITLES.has(plain) && !(isLast && read.length === 0)) continue;
    if (LEADING_TITLES.has(plain) && read.length === 0 && !isLast) continue;
    read.push({
      spellings,
      isParticle: PARTICLES.has(plain),
      isInitial: raw.length === 1 && !isUnspaced(plain),
      isHyphenated: read.length > 0 && /^[-‐‑–]$/.test(between),
      isUnspaced: isUnspaced(plain),
    });
    if (read.length === MOST_WORDS) break;
  }
  while (read.length > 1 && SUFFIXES.has(read.at(-1)?.spellings[0] ?? '')) read.pop();
  // A particle stands before something: the last word is none (the surname Lê), unless the surname came first.
  const last = read.at(-1);
  if (last?.isParticle && !(read.length > 1 && name.includes(',')))
    read[read.length - 1] = { ...last, isParticle: false };
  return read;
}

function spellingsOf(raw: string): string[] {
  const plain = foldWord(raw);
  const expanded = foldWord(raw.toLowerCase().replace(/[äöüøåæ]/g, (letter) => EXPANSIONS[letter] ?? letter));
  if (plain === '') return [];
  return expanded === plain ? [plain] : [plain, expanded];
}

/** What German and Nordic typists write where they have no key for the letter. */
const EXPANSIONS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };

const foldWord = (raw: string): string => fold(withoutApostrophes(raw)).slice(0, LONGEST_WORD);

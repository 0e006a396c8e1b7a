/**
 * The analyser: text to words, words to terms. The same one serves documents, queries and highlighting, so that
 * they agree. Words keep their place in the original text as UTF-16 offsets.
 */
import { JOINED_BEGINNINGS, JOINED_ENDS } from '../lexicon/en/hyphens.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { APOSTROPHE, DIGIT, INVISIBLE, kindOf, LETTER, UNSPACED, withoutApostrophes } from './characters.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';

export interface Word {
  /** The folded word: lower case, no marks, no possessive, digits not grouped. */
  readonly word: string;
  /** Where it stands in the original text, [start, end) in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export interface AnalysedWord extends Word {
  /** The stem under which the word is indexed. */
  readonly term: string;
  /** The how manieth word of the text it is, from 0, stop words counted; a part of a word has the place of the whole. */
  readonly position: number;
}

/** Called with each folded word and its place, in order. */
type Visit = (word: string, start: number, end: number) => void;

/** Called with the place of a word of two or more ASCII letters and nothing else: to fold it, its capitals are made small. */
type VisitPlain = (start: number, end: number) => void;

/**
 * Splits a text into words, in one pass and without building a list.
 *
 * A word is a run of letters, marks and digits. Within it an apostrophe joins (`Na'amal`, `don't`), a possessive `'s`
 * is left out, and `l'`, `d'` and the like end a word. Digits keep their grouping commas and one decimal point (`450,000`
 * is `450000`, `7.9` stays whole). Single letters with dots or ampersands are one acronym (`U.N.`, `R&D`), and so is a
 * single letter with an ampersand and a few others (`AT&T`). `C++` and `C#` keep their signs. Scripts that leave no space
 * between words are segmented.
 *
 * What some write with a hyphen and others as one word is one word, and the part that tells is read by itself as well:
 * `e-learning` is `elearning` and `learning`, `co-operation` is `cooperation` and `operation`, `start-up` is `startup` and
 * `start`. A part comes right behind its whole and begins before the whole ends.
 *
 * @param visitPlain told of most words instead of `visit`, where it is given
 */
export function scanWords(text: string, visit: Visit, visitPlain?: VisitPlain): void {
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) as number;
    const kind = kindOf(code);
    const width = code > 0xffff ? 2 : 1;
    if (kind === UNSPACED) at = scanRun(text, at, visit);
    else if (kind === LETTER) {
      const end = plainEnd(text, at);
      if (visitPlain !== undefined && end - at > 1 && endsPlainWord(text, at, end)) {
        visitPlain(at, end);
        at = end;
        continue;
      }
      const acronym = Math.max(acronymEnd(text, at), ampersandEnd(text, at, end));
      if (acronym > at) {
        const word = fold(text.slice(at, acronym)).replace(/[.&]/g, '');
        if (word !== '') visit(word, at, acronym);
        at = acronym;
      } else at = scanWord(text, at, visit);
    } else if (kind === DIGIT) {
      at = scanWord(text, at, visit);
    } else at += width;
  }
}

/** Longest stretch that is segmented at once, in UTF-16 units. */
const LONGEST_RUN = 512;

let segmenter: Intl.Segmenter | undefined;

/** Reads words of a script without spaces, and gives the place to go on from. */
function scanRun(text: string, start: number, visit: Visit): number {
  let end = start;
  let goesOn = true;
  while (goesOn && end - start < LONGEST_RUN) {
    const code = text.codePointAt(end) ?? 0;
    const kind = end < text.length ? kindOf(code) : 0;
    goesOn = kind === UNSPACED || kind === INVISIBLE;
    if (goesOn) end += code > 0xffff ? 2 : 1;
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(start, end))) {
    const from = start + index;
    // A word that the stretch cuts is read whole with the next.
    if (goesOn && from > start && from + segment.length === end) return from;
    const word = isWordLike === true ? fold(segment) : '';
    if (word !== '') visit(word, from, from + segment.length);
  }
  return end;
}

/** Reads the word that begins at `start` and gives the place to go on from. */
function scanWord(text: string, start: number, visit: Visit, joinsNext = true): number {
  let at = start;
  let end = start;
  let isPlain = true;
  let isJoined = false;
  let isNumber = true;
  // A number that follows a point after a digit belongs to a date or a version, not to a fraction.
  let isFractional = text.charCodeAt(start - 1) === POINT && isDigit(text, start - 2);
  // Most words are plain letters to their end.
  at = plainEnd(text, at);
  if (at > start) {
    isNumber = false;
    end = at;
  }
  while (at < text.length) {
    const code = text.codePointAt(at) as number;
    const kind = kindOf(code);
    if (kind === LETTER || kind === DIGIT) {
      if (kind === LETTER) isNumber = false;
      if (code > 0x7e) isPlain = false;
      at += code > 0xffff ? 2 : 1;
      end = at;
    } else if (kind === INVISIBLE) {
      isPlain = false;
      at += code > 0xffff ? 2 : 1;
    } else if (end < at) {
      break;
    } else if (kind === APOSTROPHE && isLetter(text, at + 1)) {
      if (isPossessive(text, at)) {
        at += 2;
        break;
      }
      if (isElision(text, start, end)) break;
      isJoined = true;
      at++;
      end = at;
    } else if (isNumber && !isFractional && code === COMMA && isGroup(text, at + 1)) {
      isJoined = true;
      at++;
      end = at;
    } else if (isNumber && !isFractional && code === POINT && isFraction(text, at + 1)) {
      isFractional = true;
      at++;
      end = at;
    } else break;
  }
  const written = text.slice(start, end);
  const bare = isJoined ? withoutApostrophes(written).replaceAll(',', '') : written;
  const word = isPlain ? bare.toLowerCase() : fold(bare);
  // A mark that follows no letter folds away.
  if (word === '') return at;
  const sign = word.length > 1 || isNumber ? '' : programmingSign(text, end);
  if (sign !== '') {
    visit(word + sign, start, end + sign.length);
    return end + sign.length;
  }
  if (!joinsNext || isNumber || !isHyphen(text.charCodeAt(end)) || !isLetter(text, end + 1)) {
    visit(word, start, end);
    return at;
  }
  return scanHyphenated(text, { word, start, end }, visit);
}

const BEGINNINGS: ReadonlySet<string> = new Set(JOINED_BEGINNINGS);
const ENDS: ReadonlySet<string> = new Set(JOINED_ENDS);

/** Reads a word behind which stand a hyphen and a letter. */
function scanHyphenated(text: string, { word, start, end }: Word, visit: Visit): number {
  let next = '';
  let nextEnd = end;
  scanWord(
    text,
    end + 1,
    (read, _start, readEnd) => {
      next = read;
      nextEnd = readEnd;
    },
    false,
  );
  if (word.length === 1 || (BEGINNINGS.has(word) && !STOP_WORDS.has(next))) {
    visit(word + next, start, nextEnd);
    return end;
  }
  const isEnd = ENDS.has(next) && !STOP_WORDS.has(word) && !isHyphen(text.charCodeAt(nextEnd));
  if (isEnd) visit(word + next, start, nextEnd);
  visit(word, start, end);
  return isEnd ? nextEnd : end;
}

/** True for a-z and A-Z; false for what `charCodeAt` gives past the end. */
const isPlainLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** Where the ASCII letters end that stand at `start`. */
function plainEnd(text: string, start: number): number {
  let at = start;
  while (isPlainLetter(text.charCodeAt(at))) at++;
  return at;
}

/** True where ASCII letters are a whole word: no digit, apostrophe, hyphen, ampersand or letter of another kind goes on. */
function endsPlainWord(text: string, start: number, end: number): boolean {
  if (end >= text.length) return true;
  const code = text.charCodeAt(end);
  if (code >= 0x80 || code === QUOTE || code === BACKTICK || (code >= ZERO && code <= NINE)) return false;
  if (code === AMPERSAND) return end - start > LONGEST_INITIALS;
  return code !== HYPHEN;
}

const QUOTE = 0x27;
const BACKTICK = 0x60;
const ZERO = 0x30;
const NINE = 0x39;
const COMMA = 0x2c;
const POINT = 0x2e;
const HYPHEN = 0x2d;
const AMPERSAND = 0x26;

/** Hyphens of typewriters and of typographers, breaking or not. */
const isHyphen = (code: number): boolean => code === HYPHEN || code === 0x2010 || code === 0x2011;

const isLetter = (text: string, at: number): boolean =>
  at < text.length && kindOf(text.codePointAt(at) as number) === LETTER;

const isDigit = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && kindOf(text.charCodeAt(at)) === DIGIT;

const isWordCharacter = (text: string, at: number): boolean => isLetter(text, at) || isDigit(text, at);

/** True for `'s` that ends a word. */
function isPossessive(text: string, apostrophe: number): boolean {
  const letter = text.charCodeAt(apostrophe + 1) | 0x20;
  return letter === 0x73 && !isWordCharacter(text, apostrophe + 2);
}

/** Letters that end with a vowel left out before the next word; others before an apostrophe are part of a name (`O'Brien`, `K'iche'`). */
const ELIDED = 'cdjlmnst';

/** True for the `l` of `l'avenir` and the `d` of `d'Ivoire`. */
function isElision(text: string, start: number, end: number): boolean {
  return end - start === 1 && ELIDED.includes(text.charAt(start).toLowerCase());
}

/** The `++` of C++ and the `#` of C#; nothing elsewhere. */
function programmingSign(text: string, at: number): string {
  const sign = text.startsWith('++', at) ? '++' : text.startsWith('#', at) ? '#' : '';
  return isWordCharacter(text, at + sign.length) ? '' : sign;
}

/** True where exactly three digits follow, as in `450,000`. */
function isGroup(text: string, at: number): boolean {
  return (
    isDigit(text, at) && isDigit(text, at + 1) && isDigit(text, at + 2) && !isWordCharacter(text, at + 3)
  );
}

/** True for the digits behind a decimal point, but not for dates and versions such as `10.5.2022`. */
function isFraction(text: string, at: number): boolean {
  let end = at;
  while (isDigit(text, end)) end++;
  return end > at && !(text.charCodeAt(end) === POINT && isDigit(text, end + 1));
}

/** The end of an acronym of at least two single letters, each with `.` or `&` between; `start` where there is none. */
function acronymEnd(text: string, start: number): number {
  const mark = text.charCodeAt(start + 1);
  if (mark !== POINT && mark !== AMPERSAND) return start;
  let letters = 1;
  let end = start + 1;
  let at = start + 2;
  while (at < text.length && kindOf(text.charCodeAt(at)) === LETTER && !isWordCharacter(text, at + 1)) {
    letters++;
    end = at + 1;
    const next = text.charCodeAt(end);
    if (next !== POINT && next !== AMPERSAND) break;
    at = end + 1;
  }
  return letters > 1 ? end : start;
}

/** Letters on one side of the ampersand of AT&T; on the other stands one. */
const LONGEST_INITIALS = 4;

/** The end of a name such as AT&T or PG&E; `start` where there is none. In small letters it has three letters at most. */
function ampersandEnd(text: string, start: number, end: number): number {
  const first = end - start;
  if (first === 0 || first > LONGEST_INITIALS || text.charCodeAt(end) !== AMPERSAND) return start;
  const behind = plainEnd(text, end + 1);
  const second = behind - end - 1;
  if (second === 0 || Math.min(first, second) > 1 || Math.max(first, second) > LONGEST_INITIALS) return start;
  if (isWordCharacter(text, behind)) return start;
  const written = text.slice(start, behind);
  return first + second <= 3 || written === written.toUpperCase() ? behind : start;
}

/** Splits a text into folded words with their places, parts of words among them. */
export function tokenize(text: string): Word[] {
  const words: Word[] = [];
  scanWords(text, (word, start, end) => words.push({ word, start, end }));
  return words;
}

/** The folded words of a text, in order: what texts are compared by. */
export function wordsIn(text: string): string[] {
  return tokenize(text).map(({ word }) => word);
}

/** Splits a text into folded words, none read twice: `co-operation` is `cooperation` alone. */
export function tokenizeOnce(text: string): Word[] {
  const words: Word[] = [];
  scanOnce(text, (word, start, end) => words.push({ word, start, end }));
  return words;
}

function scanOnce(text: string, visit: Visit): void {
  let read = 0;
  scanWords(text, (word, start, end) => {
    if (start < read) return;
    read = end;
    visit(word, start, end);
  });
}

/** The words of a text that can be searched, with term, position and place. Stop words are left out. */
export function analyse(text: string): AnalysedWord[] {
  const result: AnalysedWord[] = [];
  let position = -1;
  let read = 0;
  scanWords(text, (word, start, end) => {
    if (start >= read) position++;
    read = Math.max(read, end);
    if (!isStopWord(word, text, start, end)) result.push({ word, start, end, term: stem(word), position });
  });
  return result;
}

/** The terms of a text in order, repeated ones too. */
export function termsOf(text: string): string[] {
  return analyse(text).map((word) => word.term);
}

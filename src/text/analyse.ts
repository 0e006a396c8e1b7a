/**
 * The analyser: text to words, words to terms. The same one serves documents, queries and highlighting, so that
 * they agree. Words keep their place in the original text as UTF-16 offsets.
 */
import { APOSTROPHE, DIGIT, IDEOGRAPH, INVISIBLE, kindOf, LETTER } from './characters.ts';
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
  /** The how manieth word of the text it is, from 0, stop words counted. */
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
 * is `450000`, `7.9` stays whole). Single letters with dots or ampersands are one acronym (`U.N.`, `R&D`). `C++` and `C#`
 * keep their signs. A single letter before a hyphen is read together with the next word, which is read by itself as
 * well: `e-learning` is `elearning` and `learning`.
 *
 * @param visitPlain told of most words instead of `visit`, where it is given
 */
export function scanWords(text: string, visit: Visit, visitPlain?: VisitPlain): void {
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) as number;
    const kind = kindOf(code);
    const width = code > 0xffff ? 2 : 1;
    if (kind === IDEOGRAPH) {
      visit(fold(text.slice(at, at + width)), at, at + width);
      at += width;
    } else if (kind === LETTER) {
      const acronym = acronymEnd(text, at);
      if (acronym > at) {
        const word = fold(text.slice(at, acronym)).replace(/[.&]/g, '');
        if (word !== '') visit(word, at, acronym);
        at = acronym;
      } else if (visitPlain === undefined) at = scanWord(text, at, visit);
      else {
        const end = plainEnd(text, at);
        if (end - at > 1 && endsWord(text, end)) {
          visitPlain(at, end);
          at = end;
        } else at = scanWord(text, at, visit);
      }
    } else if (kind === DIGIT) {
      at = scanWord(text, at, visit);
    } else at += width;
  }
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
  let word = isPlain ? text.slice(start, end).toLowerCase() : fold(text.slice(start, end));
  if (isJoined) word = word.replace(/[',’‘＇]/g, '');
  // A mark that follows no letter folds away.
  if (word === '') return at;
  if (end - start > 1 || isNumber) {
    visit(word, start, end);
    return at;
  }
  const sign = programmingSign(text, end);
  if (sign !== '') {
    at += sign.length;
    visit(word + sign, start, at);
  } else if (joinsNext && text.charCodeAt(end) === HYPHEN && isLetter(text, end + 1)) {
    scanWord(text, end + 1, (next, _start, nextEnd) => visit(word + next, start, nextEnd), false);
  } else visit(word, start, end);
  return at;
}

/** True for a-z and A-Z; false for what `charCodeAt` gives past the end. */
const isPlainLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** Where the ASCII letters end that stand at `start`. */
function plainEnd(text: string, start: number): number {
  let at = start;
  while (isPlainLetter(text.charCodeAt(at))) at++;
  return at;
}

/** True where ASCII letters that end here are a whole word: no digit, apostrophe or letter of another kind goes on. */
function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code < 0x80 && code !== QUOTE && !(code >= ZERO && code <= NINE);
}

const QUOTE = 0x27;
const ZERO = 0x30;
const NINE = 0x39;
const COMMA = 0x2c;
const POINT = 0x2e;
const HYPHEN = 0x2d;
const AMPERSAND = 0x26;

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

/** True for the `l` of `l'avenir` and the `d` of `d'Ivoire`, but not for the `O` of `O'Brien`. */
function isElision(text: string, start: number, end: number): boolean {
  return end - start === 1 && (text.charCodeAt(start) | 0x20) !== 0x6f;
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

/** Splits a text into folded words with their places. */
export function tokenize(text: string): Word[] {
  const words: Word[] = [];
  scanWords(text, (word, start, end) => words.push({ word, start, end }));
  return words;
}

/** The folded words of a text, in order: what texts are compared by. */
export function wordsIn(text: string): string[] {
  return tokenize(text).map(({ word }) => word);
}

/** The words of a text that can be searched, with term, position and place. Stop words are left out. */
export function analyse(text: string): AnalysedWord[] {
  const result: AnalysedWord[] = [];
  let position = 0;
  scanWords(text, (word, start, end) => {
    if (!isStopWord(word, text, start, end)) result.push({ word, start, end, term: stem(word), position });
    position++;
  });
  return result;
}

/** The terms of a text in order, repeated ones too. */
export function termsOf(text: string): string[] {
  return analyse(text).map((word) => word.term);
}

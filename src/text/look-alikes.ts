/**
 * Letters of two alphabets that look the same. A word that mixes alphabets was typed or scanned with the wrong one
 * ("Сhina" with a Cyrillic letter, "Мoсква" with a Latin one); a word of one alphabet is what it is.
 */

/** Each Cyrillic letter with the Latin one that looks like it, as a capital or a small letter. */
const CYRILLIC = 'аa вb еe кk мm нh оo рp сc тt уy хx ѕs іi јj';
/** Each Greek letter with the Latin one that looks like it; mu is left out, since it stands before units (μm). */
const GREEK = 'αa βb εe ζz ηh ιi κk νn οo ρp τt υy χx';

type Table = ReadonlyMap<string, string>;

interface Pair {
  readonly toLatin: Table;
  readonly fromLatin: Table;
}

function pairOf(list: string): Pair {
  const pairs = list.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const);
  return {
    toLatin: new Map(pairs),
    fromLatin: new Map(pairs.map(([other, latin]) => [latin, other] as const)),
  };
}

const PAIRS: readonly { readonly first: number; readonly last: number; readonly pair: Pair }[] = [
  { first: 0x400, last: 0x52f, pair: pairOf(CYRILLIC) },
  { first: 0x370, last: 0x3ff, pair: pairOf(GREEK) },
];

const isLatin = (letter: string): boolean => letter >= 'a' && letter <= 'z';

/** A run of small letters of the three alphabets. */
const RUN = /[a-z\u0370-\u03ff\u0400-\u052f]{2,}/g;

/** True where a letter of these alphabets is present: for most texts, nothing needs to be done. */
function hasOther(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x370 && code <= 0x52f) return true;
  }
  return false;
}

/**
 * Writes each word that mixes Latin with another alphabet in the one alphabet in which all its letters can be.
 * @param text in small letters without marks
 */
export function inOneAlphabet(text: string): string {
  return hasOther(text) ? text.replace(RUN, mended) : text;
}

function mended(word: string): string {
  const letters = [...word];
  const latin = letters.filter(isLatin);
  if (latin.length === 0 || latin.length === letters.length) return word;
  const others = letters.filter((letter) => !isLatin(letter));
  for (const { first, last, pair } of PAIRS) {
    const within = others.every((letter) => letter.charCodeAt(0) >= first && letter.charCodeAt(0) <= last);
    if (!within) continue;
    const canBeLatin = others.every((letter) => pair.toLatin.has(letter));
    const canBeOther = latin.every((letter) => pair.fromLatin.has(letter));
    // Where it can be either, more of its letters decide.
    if (canBeLatin && (!canBeOther || latin.length >= others.length)) return written(letters, pair.toLatin);
    if (canBeOther) return written(letters, pair.fromLatin);
  }
  return word;
}

const written = (letters: readonly string[], table: Table): string =>
  letters.map((letter) => table.get(letter) ?? letter).join('');

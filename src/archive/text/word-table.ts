/**
 * Numbers of known words, looked up by a stretch of text without cutting the word out of it: at the build of an index
 * most words are known already, and making a string of each only to look it up takes half of the time.
 *
 * Open addressing with linear probing over a table of a power of two, at most half full; hashes after FNV-1a.
 */
const FIRST_SIZE = 1 << 12;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** What turns a capital of ASCII into its small letter, and leaves small letters as they are. */
const SMALL = 0x20;

interface WordTable {
  /** The number of the word that stands in `text` from `start` to before `end`, all of it ASCII letters, in any case; -1 where it is not known. */
  find(text: string, start: number, end: number): number;
  /** @param word of small ASCII letters, not known yet @param number 0 or above */
  add(word: string, number: number): void;
}

export function createWordTable(): WordTable {
  const words: string[] = [];
  const numbers: number[] = [];
  /** By slot: place of a word in `words`, from 1; 0 where the slot is free. */
  let slots = new Uint32Array(FIRST_SIZE);
  let hashes = new Uint32Array(FIRST_SIZE);

  function hashOf(text: string, start: number, end: number): number {
    let hash = FNV_OFFSET;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (text.charCodeAt(at) | SMALL), FNV_PRIME);
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  function isAt(word: string, text: string, start: number, end: number): boolean {
    if (word.length !== end - start) return false;
    for (let at = 0; at < word.length; at++)
      if (word.charCodeAt(at) !== (text.charCodeAt(start + at) | SMALL)) return false;
    return true;
  }

  function insert(place: number, hash: number): void {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = place;
    hashes[slot] = hash;
  }

  function grow(): void {
    const [fewerSlots, fewerHashes] = [slots, hashes];
    slots = new Uint32Array(fewerSlots.length * 2);
    hashes = new Uint32Array(slots.length);
    for (let slot = 0; slot < fewerSlots.length; slot++) {
      const place = fewerSlots[slot] as number;
      if (place !== 0) insert(place, fewerHashes[slot] as number);
    }
  }

  return {
    find(text, start, end) {
      const hash = hashOf(text, start, end);
      const mask = slots.length - 1;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const place = slots[slot] as number;
        if (place === 0) return -1;
        if (hashes[slot] === hash && isAt(words[place - 1] as string, text, start, end))
          return numbers[place - 1] as number;
      }
    },
    add(word, number) {
      numbers.push(number);
      insert(words.push(word), hashOf(word, 0, word.length));
      if (words.length * 2 > slots.length) grow();
    },
  };
}

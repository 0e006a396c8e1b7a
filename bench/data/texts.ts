/** Generated texts: sentences over a Zipfian vocabulary, each about a subject of its own, so that words keep company as in real texts. */

import { below, pick, type Random, seeded, shuffled, zipf } from './random.ts';
import { CONTENT_WORDS, coinWord, FUNCTION_WORDS, inflect } from './words.ts';

/** Subjects that texts are about; each is a leaning towards some words. */
const SUBJECTS = 120;
const WORDS_OF_SUBJECT = 60;
/** Coined words that a subject has of its own. */
const TERMS_OF_SUBJECT = 40;
/** Words that occur in a few texts only. */
const TAIL = 150_000;

export interface Writer {
  readonly subjects: number;
  /** A few words that name something on the subject. */
  title(subject: number): string;
  /** About so many words, in sentences. Phrases are worked in as they are. */
  text(subject: number, words: number, phrases?: readonly string[]): string;
}

/** Everything that is written comes from `random`, in the order of the calls. */
export function createWriter(random: Random): Writer {
  const glue = zipf(random, FUNCTION_WORDS.length, 1, 1);
  const general = zipf(random, CONTENT_WORDS.length, 0.9, 10);
  const rare = zipf(random, TAIL, 0.85, 300);
  const own = zipf(random, WORDS_OF_SUBJECT + TERMS_OF_SUBJECT, 1, 2.7);
  const forms = CONTENT_WORDS.map((word) => Array.from({ length: 6 }, () => inflect(word, random)));
  const tail: string[] = [];
  const rareWord = (rank: number): string => {
    tail[rank] ??= coinWord(seeded(rank));
    return tail[rank];
  };
  const order = CONTENT_WORDS.map((_, place) => place);
  const subjects = Array.from({ length: SUBJECTS }, () => {
    const known = shuffled(random, order).slice(0, WORDS_OF_SUBJECT);
    const terms = Array.from({ length: TERMS_OF_SUBJECT }, () => coinWord(random));
    return shuffled(random, [
      ...known.map((place) => forms[place] as string[]),
      ...terms.map((one) => [one]),
    ]);
  });

  const aboutSubject = (subject: number): string => pick(random, subjects[subject]?.[own()] ?? ['']);
  const contentWord = (subject: number): string => {
    const chance = random();
    if (chance < 0.6) return aboutSubject(subject);
    if (chance < 0.92) return pick(random, forms[general()] ?? ['']);
    return rareWord(rare());
  };

  return {
    subjects: SUBJECTS,
    title(subject) {
      const words = Array.from({ length: 3 + below(random, 3) }, () => contentWord(subject));
      return capital(words.join(' ').replace(' ', random() < 0.5 ? ' and ' : ' of the '));
    },
    text(subject, words, phrases = []) {
      const sentences: string[] = [];
      let rest = words;
      for (let place = 0; rest > 0; place++) {
        const length = Math.min(rest, 9 + below(random, 16));
        const sentence: string[] = [];
        for (let word = 0; word < length; word++)
          sentence.push(random() < 0.42 ? (FUNCTION_WORDS[glue()] ?? '') : contentWord(subject));
        const phrase = phrases[place];
        if (phrase !== undefined) sentence.splice(below(random, sentence.length), 0, phrase);
        sentences.push(`${capital(sentence.join(' '))}.`);
        rest -= length;
      }
      return sentences.join(' ');
    },
  };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

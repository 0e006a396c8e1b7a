/** People mentioned in a chat's message: their names are put where the archive knows them; all others are left out. */
import { MENTION, type Worded } from '../answer/mentions.ts';
import type { Archive } from '../archive/archive.ts';
import { beforeMention, joinsNames } from '../text/addressing.ts';
import { wordsIn } from '../text/analyse.ts';
import { runningText } from '../text/characters.ts';

/** The request in words, and what had to be left out of it. */
interface Named {
  readonly text: string;
  /** Somebody is mentioned without a name, in a place where that may be whom is asked about. */
  readonly unnamed: boolean;
  /** The same of a name that the archive does not know. */
  readonly unknown: boolean;
}

/**
 * @example
 * await withNames({ text: 'what did \ufffc say', names: ['Natalia Popova'] }, archive)
 * // { text: 'what did Natalia Popova say', unnamed: false, unknown: false }
 */
export async function withNames({ text, names }: Worded, archive: Archive): Promise<Named> {
  const [first = '', ...others] = text.split(MENTION);
  let words = first;
  let unnamed = false;
  let unknown = false;
  let addressed = false;
  let isKept = true;
  for (const [at, behind] of others.entries()) {
    const between = at === 0 ? undefined : (others[at - 1] as string);
    const isOneOfSeveral = between !== undefined && joinsNames(between);
    // What joins a name that was left out joins nothing.
    if (between !== undefined && (isKept || !isOneOfSeveral)) words += between;
    if (!isOneOfSeveral) ({ addressed, text: words } = beforeMention(words));
    const name = names[at] ?? '';
    const known = addressed ? '' : await nameIn(name, archive);
    isKept = known !== '';
    if (isKept) words = `${words.trimEnd()} ${known} `;
    else if (!addressed && name === '') unnamed = true;
    else if (!addressed) unknown = true;
    if (at === others.length - 1) words += behind;
  }
  return { text: words.replace(/[^\S\n]+/g, ' ').trim(), unnamed, unknown };
}

/** More namesakes than that make a name too vague to mean anybody. */
const NAMESAKES = 5;

/** Whom a name as a chat shows it means in the archive, '' for nobody. Nobody is taken for somebody who is called alike. */
async function nameIn(shown: string, archive: Archive): Promise<string> {
  // What stands behind a name in a directory: "Popova, Natalia (UNECE)", "Natalia Popova | ILO".
  const plain = shown.replace(/[([{][^)\]}]*[)\]}]/g, ' ').replace(/[_.]+/g, ' ');
  for (const form of new Set([plain, plain.split(/[,|/–—]| - /u)[0] ?? ''])) {
    const words = wordsIn(form);
    if (words.length === 0) continue;
    const { outcome, people } = await archive.matchName(runningText(words), NAMESAKES);
    if (outcome !== 'found') continue;
    const called = people.filter(({ name, aliases }) => isCalled(words, [name, ...aliases].flatMap(wordsIn)));
    const [only] = called;
    if (only !== undefined) return called.length === 1 ? only.name : runningText(words);
  }
  return '';
}

/** Every word is one of the names, or the initial of one. */
function isCalled(words: readonly string[], names: readonly string[]): boolean {
  return words.every((word) =>
    names.some((one) => one === word || (word.length === 1 && one.startsWith(word))),
  );
}

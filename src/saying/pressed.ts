/** What is typed instead of pressed: the words on a button or in a menu of the answer before do what pressing them does. */
import type { Answer, Item } from '../answer/answer.ts';
import { itemNumbers } from '../answer/numbering.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { wordsOf } from '../reading/tokens.ts';

/** Longer lines are no label. */
const LONGEST = 30;
/** A label that was cut is told by at least so many of its words. */
const FEWEST = 3;

const folded = (text: string): string => wordsOf(text).join(' ');

/** A count behind a label need not be typed: "Only Japan (3)". */
const withoutCount = (label: string): string => label.replace(/\s*\([\d.,\s]+\)$/, '');

/** What a menu calls an item: its title, or its own words where it has none. */
const nameOf = ({ title, text }: Item): string => (title.text === '' ? text.text : title.text);

/** The name of an item, with or without the number or the word that stands before it in a menu: "3. …", "Open: …". */
function isName(typed: string, name: string, cut: boolean, open: string): boolean {
  const bare = typed.replace(/^\d{1,3} /, '').replace(new RegExp(`^${open} `), '');
  const full = folded(name);
  if (full === '' || bare === '') return false;
  return [typed, bare].some(
    (one) => one === full || (cut && one.split(' ').length >= FEWEST && full.startsWith(one)),
  );
}

/**
 * The line that pressing the label of that name would send, or undefined where the answer shows no such label.
 * @param isCommand the text is a command as well: it is no label without its count ("recommendations")
 * @example pressedBy('Everything by Ada Lund', answer, says) // 'speaker by:ada-lund'
 */
export function pressedBy(
  text: string,
  answer: Answer,
  says: Catalogue,
  isCommand = false,
): string | undefined {
  // A label that the platform cut ends with its dots.
  const cut = /(?:…|\.\.\.)\s*$/.test(text);
  const typed = folded(text);
  if (typed === '' || typed.split(' ').length > LONGEST) return undefined;
  const answers = [answer, ...(answer.parts ?? [])];
  for (const { label, line } of answers.flatMap(({ choices }) => choices))
    if (folded(label) === typed || (!isCommand && folded(withoutCount(label)) === typed)) return line;
  const open = folded(says.chat.open);
  const [, number] = new RegExp(`^(?:${open} )?(\\d{1,3})$`).exec(typed) ?? [];
  if (number !== undefined)
    return answer.items[itemNumbers(answer).indexOf(Number(number))]?.line || undefined;
  const item = answer.items.find((one) => one.line !== '' && isName(typed, nameOf(one), cut, open));
  return item?.line;
}

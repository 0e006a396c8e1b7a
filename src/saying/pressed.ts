/** What is typed instead of pressed: the words on a button or in a menu of the answer before do what pressing them does. */
import type { Answer } from '../answer/answer.ts';
import { layOut, menuName, type ShownItem } from '../answer/shown.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { wordsOf } from '../reading/tokens.ts';

/** Longer lines are no label. */
const LONGEST = 30;
/** A label that was cut is told by at least so many of its words. */
const FEWEST = 3;

const CUT = /(?:…|\.\.\.)\s*(?:\([\d.,]+\))?\s*$/;

const folded = (text: string): string => wordsOf(text).join(' ');

/** A count behind a label need not be typed: "Only Japan (3)". */
const withoutCount = (label: string): string => label.replace(/\s*\([\d.,\s]+\)$/, '');

/** What a label says, as far as it was not cut. */
const isLabel = (typed: string, cut: boolean, label: string): boolean => {
  const full = folded(label);
  return (
    full !== '' && (typed === full || (cut && typed.split(' ').length >= FEWEST && full.startsWith(typed)))
  );
};

/** The names of an item: in a menu, with its number and without, and where its heading can be pressed. */
function namesOf(one: ShownItem, says: Catalogue): readonly string[] {
  const { title, text } = one.item;
  const name = title.text === '' ? text.text : title.text;
  return [
    menuName(one, says.kind),
    menuName({ ...one, number: undefined }, says.kind),
    name,
    says.choice.open(name),
  ];
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
  // A label that the platform cut ends with its dots, and perhaps the count behind it.
  const cut = CUT.test(text);
  const typed = folded(text.replace(CUT, ''));
  if (typed === '' || typed.split(' ').length > LONGEST) return undefined;
  const answers = [answer, ...(answer.parts ?? [])];
  for (const { label, line } of answers.flatMap(({ choices }) => choices))
    if (isLabel(typed, cut, label) || (!isCommand && folded(withoutCount(label)) === typed)) return line;
  const open = folded(says.chat.open);
  const [, number] = new RegExp(`^(?:${open} )?(\\d{1,3})$`).exec(typed) ?? [];
  const shown = layOut(answer, says.undated).runs.flatMap(({ items }) => items);
  const pressed = shown.find((one) =>
    number === undefined
      ? namesOf(one, says).some((name) => isLabel(typed, cut, name))
      : one.number === Number(number),
  );
  return pressed?.item.line || undefined;
}

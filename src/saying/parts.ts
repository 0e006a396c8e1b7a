/** Several questions of one message: an answer each, and together one Answer that every platform can show. */
import type { Answer, Item } from '../answer/answer.ts';
import { LINE_LIMIT } from '../answer/line.ts';
import { isListed } from '../answer/numbering.ts';
import { formatContinuation } from '../reading/follow-up.ts';
import { PARTS_MARK } from '../reading/parts.ts';
import { sourcesOf } from './cite.ts';
import { remarkItem } from './commands.ts';
import { firstNumber } from './compose.ts';
import type { Context } from './context.ts';

/** Items of each part that are shown in the whole. */
const SHOWN = 5;

/** A longer title is read no more. */
const LONGEST = 140;

interface Named {
  readonly title: string;
  /** What heads each answer. */
  readonly headings: readonly string[];
}

/** The answers as the title, each headed by what was asked; where that is too much for a title, each headed by itself. */
function nameParts(answers: readonly Answer[], { says }: Context): Named {
  const found = answers.filter(({ outcome }) => outcome === 'found');
  const title = says.parts.title((found.length > 0 ? found : answers).map((one) => one.title));
  return title.length <= LONGEST
    ? { title, headings: apart(answers.map((one) => says.parts.heading(headingOf(one)))) }
    : { title: says.parts.count(answers.length), headings: apart(answers.map((one) => one.title)) };
}

/** What was asked; of what has no answer, that. */
const headingOf = ({ outcome, understood, title }: Answer): string =>
  outcome === 'found' && understood !== '' ? understood : title;

/** Where two headings are the same ("3 points"), numbers tell which question each answers. */
const apart = (headings: readonly string[]): readonly string[] =>
  new Set(headings).size === headings.length
    ? headings
    : headings.map((heading, place) => `${place + 1}. ${heading}`);

/** What a part says without an item: that nothing is found, with its lead. */
const headOnly = ({ lead, line }: Answer, group: string): Item => ({
  ...remarkItem(group, lead),
  relation: 'related',
  line,
});

/** Joins the answers to several questions. @param answers at least one, in the order of the questions */
export function composeParts(answers: readonly Answer[], context: Context): Answer {
  const [first] = answers;
  if (first === undefined) throw new RangeError('There is no answer to join.');
  const { title, headings } = nameParts(answers, context);
  const items = answers.flatMap((answer, place) => {
    const group = headings[place] ?? '';
    return answer.items.length === 0
      ? [headOnly(answer, group)]
      : answer.items.slice(0, SHOWN).map((item) => ({ ...item, group }));
  });
  const listed = items.filter(isListed);
  const line = answers
    .map((answer) => answer.line)
    .filter((one) => one !== '')
    .join(PARTS_MARK);
  const found = answers.filter(({ outcome }) => outcome === 'found').length;
  const last = answers.findLast((answer) => answer.line !== '') ?? first;
  return {
    outcome: found > 0 ? 'found' : first.outcome,
    line: line.length <= LINE_LIMIT ? line : first.line,
    understood: answers
      .map(({ understood }) => understood)
      .filter((one) => one !== '')
      .join('; '),
    revision: first.revision,
    locale: first.locale,
    title,
    lead: found === answers.length ? '' : context.says.parts.lead(found, answers.length),
    items,
    sources: sourcesOf(items, context),
    choices: answers
      .flatMap(({ choices }) =>
        choices.filter(({ kind }) => kind === 'open' || kind === 'suggest').slice(0, 2),
      )
      .slice(0, 5),
    // Numbers count all that is shown; what "it" is, the last question asked of.
    continuation: formatContinuation({
      line: last.line,
      ids: listed.map(({ id }) => id),
      first: firstNumber(listed, undefined),
      // Of what was not found there is no item.
      about: Math.max(
        0,
        listed.findIndex(({ group }) => group === headings[answers.indexOf(last)]),
      ),
      before: answers.filter(({ line: one }) => one !== '' && one !== last.line).map(({ line: one }) => one),
    }),
    parts: answers,
  };
}

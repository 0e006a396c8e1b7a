/** What is said in a conversation where no search answers: a greeting, thanks, which of several is meant, how to narrow a list. */
import type { Answer, Choice, Item } from '../answer/answer.ts';
import type { FacetGroup } from '../answer/entry.ts';
import { itemNumbers } from '../answer/numbering.ts';
import type { Courtesy } from '../reading/courtesy.ts';
import { EMPTY_QUERY } from '../reading/query.ts';
import { compose, helpChoice } from './compose.ts';
import type { Context } from './context.ts';

/** A word about the conversation itself; the thread goes on with what it was about. */
function remark(
  context: Context,
  said: { readonly title: string; readonly lead: string },
  choices: readonly Choice[],
): Answer {
  return compose({ ...EMPTY_QUERY, command: 'help' }, context, {
    outcome: 'help',
    line: '',
    title: said.title,
    lead: said.lead,
    choices,
  });
}

/** A word for who is polite; a greeting shows lines that lead somewhere. */
export function composeCourtesy(courtesy: Courtesy, context: Context): Answer {
  const { examples } = context;
  const help = helpChoice(context);
  return remark(
    context,
    context.says.courtesy[courtesy],
    courtesy === 'greeting' ? [...examples.slice(0, 4), help] : [help],
  );
}

/** A word for who says whether the answer before helped. */
export function composeVerdict(verdict: NonNullable<Answer['verdict']>, context: Context): Answer {
  return { ...remark(context, context.says.verdict, [helpChoice(context)]), verdict };
}

/** Characters of an item's own words that name it. */
const NAMED = 60;

const nameOf = ({ title, text }: Item): string => {
  const name = title.text === '' ? text.text : title.text;
  return name.length <= NAMED ? name : `${name.slice(0, NAMED - 1).replace(/\s+\S*$/, '')}…`;
};

/** Asks which of the items that were shown is to be opened. */
export function composeWhich(shown: Answer, context: Context): Answer {
  const numbers = itemNumbers(shown);
  const choices = shown.items.flatMap((item, place): Choice[] => {
    const number = numbers[place];
    return item.line === '' || number === undefined
      ? []
      : [{ label: context.says.which.item(number, nameOf(item)), line: item.line, kind: 'open' }];
  });
  return remark(context, { title: context.says.which.title, lead: context.says.which.lead }, choices);
}

/** Says how the list that was shown can be narrowed. @param groups what its entries have in common */
export function composeNarrowing(groups: readonly FacetGroup[], context: Context): Answer {
  const { narrowing, choice } = context.says;
  if (groups.length === 0) return remark(context, narrowing.none, [helpChoice(context)]);
  // The likeliest of each kind, then the next of each.
  const most = Math.max(...groups.map(({ values }) => values.length));
  const choices: Choice[] = [];
  for (let place = 0; place < most; place++)
    for (const { values } of groups) {
      const value = values[place];
      if (value !== undefined)
        choices.push({ label: choice.only(value.label, value.count), line: value.line, kind: 'refine' });
    }
  return remark(context, narrowing.some, choices);
}

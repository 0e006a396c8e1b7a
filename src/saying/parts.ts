/** Several questions of one message: an answer each, and together one Answer that every platform can show. */
import type { Answer, Item } from '../answer/answer.ts';
import { LINE_LIMIT } from '../answer/line.ts';
import { formatContinuation } from '../reading/follow-up.ts';
import { PARTS_MARK } from '../reading/parts.ts';
import { sourcesOf } from './cite.ts';
import type { Context } from './context.ts';

/** Items of each part that are shown in the whole. */
const SHOWN = 5;

/** What heads each answer: its title; where two have one title ("3 entries"), numbers tell which question each answers. */
function headingsOf(answers: readonly Answer[]): readonly string[] {
  const titles = answers.map(({ title }) => title);
  return new Set(titles).size === titles.length
    ? titles
    : titles.map((title, place) => `${place + 1}. ${title}`);
}

/** What a part says without an item: that nothing is found, with its lead. */
function headOnly({ lead, line }: Answer, group: string): Item {
  return {
    kind: 'command',
    id: '',
    group,
    title: { text: '', marks: [] },
    makers: [],
    date: '',
    context: '',
    text: { text: lead, marks: [] },
    facts: [],
    reasons: [],
    relation: 'related',
    evidence: [],
    line,
  };
}

/** Joins the answers to several questions. @param answers at least one, in the order of the questions */
export function composeParts(answers: readonly Answer[], context: Context): Answer {
  const [first] = answers;
  if (first === undefined) throw new RangeError('There is no answer to join.');
  const headings = headingsOf(answers);
  const items = answers.flatMap((answer, place) => {
    const group = headings[place] ?? '';
    return answer.items.length === 0
      ? [headOnly(answer, group)]
      : answer.items.slice(0, SHOWN).map((item) => ({ ...item, group }));
  });
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
    title: context.says.parts.title(answers.length),
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
      ids: items.map(({ id }) => id),
      about: items.findIndex(({ group }) => group === headings[answers.indexOf(last)]),
      before: answers.filter(({ line: one }) => one !== '' && one !== last.line).map(({ line: one }) => one),
    }),
    parts: answers,
  };
}

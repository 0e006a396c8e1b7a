/** Titles that are the answer: a figure, a fact, one claim. Lists are titled by their count and subject. */
import type { Item } from '../answer/answer.ts';
import type { Hit } from '../archive/archive.ts';
import type { Contribution, Figure } from '../knowledge/model.ts';
import type { Context } from './context.ts';
import { formatNumber } from './dates.ts';
import type { CitedFact } from './session-facts.ts';

/** Longer titles are read no more; Slack's end at 150. */
const LONGEST = 140;

/** What the title of an answer is, and what of its first item it says. */
export interface Title {
  readonly title: string;
  readonly told?: Item['told'];
}

/** A figure as a message takes it. */
export const toldFigure = ({ value, qualifier, unit, subject, year }: Figure, { locale }: Context) => ({
  value: formatNumber(value, locale),
  unit,
  subject,
  ...(qualifier === undefined ? {} : { qualifier }),
  ...(year === undefined ? {} : { year: String(year) }),
});

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/\W+/u));

/** Whether two figures are for the same: of the same countries, and of subjects that share most of their words. */
function isRival(one: Contribution, other: Contribution): boolean {
  if (one.figure === undefined || other.figure === undefined) return false;
  if (String(one.countries) !== String(other.countries)) return false;
  const [own, others] = [wordsOf(one.figure.subject), wordsOf(other.figure.subject)];
  const shared = [...own].filter((word) => others.has(word)).length;
  return shared >= SAME * Math.max(own.size, others.size);
}

/** Share of words that the subjects of two figures for the same have in common. */
const SAME = 0.7;

/** The figure that was asked for; all of them where sources differ. */
export function figureTitle(hits: readonly Hit<Contribution>[], context: Context): Title | undefined {
  const direct = hits.filter(({ relation }) => relation === 'direct').map(({ record }) => record);
  const [first] = direct;
  if (first?.figure === undefined) return undefined;
  const rivals = direct.slice(1).filter((other) => isRival(first, other));
  const all = [first, ...rivals].flatMap(({ figure }) => (figure === undefined ? [] : [figure]));
  const [one, ...others] = all.map((figure) => toldFigure(figure, context));
  if (one === undefined) return undefined;
  const { found } = context.says;
  return others.length === 0
    ? { title: found.figure(one), told: 'value' }
    : { title: found.figures([one, ...others]) };
}

/** One claim by itself: its own words, where they are short enough to be read as a title. */
export function claimTitle(item: Item): Title | undefined {
  const { text } = item.text;
  return text.length > 0 && text.length <= LONGEST && !text.includes('\n')
    ? { title: text, told: 'text' }
    : undefined;
}

/** What something is: the claim that begins with it ("Guthi is …"). @param names what it may be called */
export function meaningTitle(item: Item | undefined, names: readonly string[]): Title | undefined {
  const text = item?.text.text.toLowerCase() ?? '';
  const isAbout = names.some((name) => text.startsWith(`${name.toLowerCase()} `));
  return item !== undefined && isAbout ? claimTitle(item) : undefined;
}

/** A fact of one event: its value; what is too long to be a title is named by it. */
export function factTitle(want: string, facts: readonly CitedFact[], event: string, context: Context): Title {
  const title = facts
    .map(({ label, value, brief = value, values = [brief] }, place) =>
      // What follows the first, such as the hour after the day, needs no label.
      place === 0 ? context.says.found.fact(want, label, values) : brief,
    )
    .join(', ');
  if (title === '' || title.length > LONGEST || facts.some(({ url }) => url !== undefined))
    return { title: context.says.found.factOf(want, event, facts[0]?.values?.length) };
  return { title, told: 'facts' };
}

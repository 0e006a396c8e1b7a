/** Contributions on the page of something else: one claim each, a figure within the statement that it stands in. */
import type { Claim, EntryFact, Section, Value } from '../answer/entry.ts';
import { narrowed } from '../answer/line.ts';
import type { Contribution, ContributionKind, Evidence, Figure } from '../knowledge/model.ts';
import { cite } from '../saying/cite.ts';
import { formatNumber, sessionDate } from '../saying/dates.ts';
import { contributionRef, groupRef, sessionRef } from '../saying/refs.ts';
import { makerValue, NONE, refValue, textValue } from './values.ts';
import type { View } from './view.ts';

/** What asks for something comes first, then what was done, then numbers, then the rest. */
const KIND_ORDER = [
  'recommendation',
  'practice',
  'figure',
  'poll',
  'statement',
] as const satisfies readonly ContributionKind[];

/** Most claims of one kind on the page of a topic, a goal or an organization; a line lists all. */
const SHOWN = 40;

interface ClaimOptions {
  /** The page is about this session, which then need not be said again. */
  readonly omit?: 'where';
  /** The page is about this person: what they alone said needs neither their name nor what they were. */
  readonly by?: string;
}

/** A contribution with its figures. Of its makers the event itself is left out: where it was said tells so. */
export function claimOf(contribution: Contribution, view: View, { omit, by }: ClaimOptions = {}): Claim {
  const { id, kind, title, text, session, evidence } = contribution;
  const figures = view.relations.within.get(id) ?? NONE;
  // That the event itself says it is told by where it was said.
  const makers = contribution.makers.filter((maker) => maker.kind !== 'session');
  const alone = makers.every((maker) => maker.kind === 'person' && maker.id === by);
  return {
    ref: contributionRef(contribution),
    kind: view.says.kind[kind],
    title: title ?? '',
    text,
    makers: alone ? [] : makers.map((maker) => makerValue(maker, session, view)),
    ...(omit === 'where' ? {} : { where: sessionRef(view.records.root(session)?.id ?? session, view) }),
    date: omit === 'where' ? '' : sessionDate(view.records.root(session), view),
    facts: claimFacts(contribution, view),
    figures: figures.map((figure) =>
      claimOf(figure, view, { omit: 'where', ...(by === undefined ? {} : { by }) }),
    ),
    evidence: cite(evidence, view),
  };
}

/** Those whom a recommendation addresses: with the place that names them, if not that of the claim, or as implied. */
export function addresseeValues({ to, evidence: whole }: Contribution, view: View): Value[] {
  const isCited = (one: Evidence) => whole.some(({ source, at }) => source === one.source && at === one.at);
  return to.map(({ id, implied, evidence }) =>
    refValue(
      groupRef(id, view),
      evidence.filter((one) => !isCited(one)),
      view,
      implied ? view.says.stance.implied : undefined,
    ),
  );
}

/** What only some kinds have: whom it addresses, whether it is implied, the value, the vote. */
function claimFacts(contribution: Contribution, view: View): EntryFact[] {
  const { to, stance, figure, poll } = contribution;
  const facts: EntryFact[] = [];
  const plain = (label: string, text: string): void => {
    facts.push({ label, values: [textValue(text, NONE, view)] });
  };
  if (to.length > 0) {
    facts.push({
      label: view.says.fact.to,
      values: addresseeValues(contribution, view),
    });
  }
  if (stance === 'implied') plain(view.says.fact.stance, view.says.stance.implied);
  if (figure !== undefined) plain(view.says.fact.value, figureText(figure, view));
  if (poll !== undefined) {
    plain(view.says.fact.question, poll.question);
    for (const { label, result } of poll.options) plain(label, result);
  }
  return facts;
}

/** "about 450,000 workers". */
export function figureText({ qualifier, value, unit }: Figure, { locale }: View): string {
  return [qualifier, formatNumber(value, locale), unit].filter((part) => part !== undefined).join(' ');
}

/** Figures that stand in another claim of the list are shown there. */
export function standing(contributions: readonly Contribution[]): Contribution[] {
  const ids = new Set(contributions.map(({ id }) => id));
  return contributions.filter(({ within }) => within === undefined || !ids.has(within));
}

/** A section for each kind that occurs. `line` narrowed by a kind lists all of it. */
export function sectionsByKind(
  contributions: readonly Contribution[],
  view: View,
  options: ClaimOptions & { readonly line: string; readonly prefix?: string },
): Section[] {
  const all = standing(contributions);
  return KIND_ORDER.flatMap((kind): Section[] => {
    const found = all.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    return [
      {
        kind: 'claims',
        id: `${options.prefix ?? ''}${kind}s`,
        heading: view.says.pages.counted(view.says.pages.heading.byKind[kind] ?? kind, found.length),
        note: '',
        groups: [{ claims: found.slice(0, SHOWN).map((one) => claimOf(one, view, options)) }],
        ...(found.length > SHOWN
          ? { more: { total: found.length, line: narrowed(options.line, { kind }) } }
          : {}),
      },
    ];
  });
}

/** Values for what a list of contributions is about, most frequent first. */
export function countedValues<Id extends string | number>(
  contributions: readonly Contribution[],
  idsOf: (contribution: Contribution) => readonly Id[],
  valueFor: (id: Id) => Value,
): Value[] {
  const counts = new Map<Id, number>();
  for (const contribution of contributions)
    for (const id of new Set(idsOf(contribution))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ ...valueFor(id), count }))
    .sort((one, other) => other.count - one.count || one.text.localeCompare(other.text, 'en'));
}

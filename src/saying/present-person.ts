/** How a person stands in an answer. */
import type { Fact, Item, MarkedText } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Appearance, Person } from '../knowledge/model.ts';
import { cite } from './cite.ts';
import type { Context } from './context.ts';
import { sessionDate } from './dates.ts';
import { roleOf } from './names.ts';
import { type Presentation, plain } from './present.ts';
import { reasonTexts } from './reasons.ts';

/** One fact per event at which a person appeared. */
export function appearanceFacts(appearances: readonly Appearance[], context: Context): Fact[] {
  const { records } = context;
  return appearances.map((appearance) => {
    const session = records.session(appearance.session);
    const root = records.root(appearance.session);
    const part = context.says.part[appearance.part] ?? appearance.part;
    const where =
      session && root && session.id !== root.id ? `${root.title}, ${session.title}` : (root?.title ?? '');
    return {
      label: sessionDate(root, context),
      value: [context.says.appearance(where, part, roleOf(appearance, context)), appearance.note ?? '']
        .filter((one) => one !== '')
        .join('. '),
    };
  });
}

/** The part that somebody had in an event, in words: "Panellist: Barriers impeding …". */
function partText(appearance: Appearance, { records, says }: Context): string {
  const session = records.session(appearance.session);
  const isPart = session !== undefined && session.id !== records.root(session.id)?.id;
  return says.tookPartAs(says.part[appearance.part] ?? appearance.part, isPart ? session.title : '');
}

/** The distinct values, in their order. */
const distinct = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value) => value !== '')),
];

/** Who somebody was: one role, or one for each event where they differ; '' where no role is stated. */
export function rolesText(appearances: readonly Appearance[], context: Context): string {
  const { records, says } = context;
  const roles = distinct(appearances.map((one) => roleOf(one, context)));
  if (roles.length < 2) return roles.length === 0 ? '' : says.whoIs(roles);
  const told = appearances.map((one) => {
    const root = records.root(one.session);
    const date = root?.date === undefined ? '' : sessionDate(root, context);
    return says.roleAt(roleOf(one, context), root?.title ?? '', date);
  });
  return says.whoIs(distinct(told));
}

/** What somebody did at their events: at the one that stands above, or event by event. */
function partsText(appearances: readonly Appearance[], context: Context): string {
  const { records } = context;
  const roots = distinct(appearances.map(({ session }) => records.root(session)?.id ?? ''));
  return distinct(
    appearances.map((one) => {
      const root = records.root(one.session);
      const where =
        roots.length === 1 ? [] : [root?.title ?? '', root?.date ? sessionDate(root, context) : ''];
      return distinct([partText(one, context), ...where, one.note ?? '']).join(', ');
    }),
  ).join('\n');
}

/** A person as they were at the first event that tells their role, or with all events as `how.facts`. Cited by their appearances. */
export function personItem(
  person: Person,
  appearances: readonly Appearance[],
  context: Context,
  how: Presentation & {
    readonly facts?: readonly Fact[];
    readonly text?: MarkedText;
    readonly evidence?: Item['evidence'];
  } = {},
): Item {
  const { records } = context;
  const main = appearances.find((one) => one.role !== undefined) ?? appearances[0];
  const root = main ? records.root(main.session) : undefined;
  const own = cite(
    appearances.flatMap((one) => one.evidence),
    context,
  ).slice(0, 4);
  // A profile stands under a title that says who they are.
  const isProfile = how.facts !== undefined;
  const events = distinct(appearances.map(({ session }) => records.root(session)?.id ?? ''));
  const isAtOne = main !== undefined && (!isProfile || events.length === 1);
  return {
    kind: 'person',
    id: person.id,
    group: how.group ?? '',
    title: plain(person.name),
    makers: main && !isProfile ? [roleOf(main, context)].filter((one) => one !== '') : [],
    date: isAtOne ? sessionDate(root, context) : '',
    context: isAtOne ? (root?.title ?? '') : '',
    text: how.text ?? plain(isProfile ? partsText(appearances, context) : ''),
    facts: (how.facts ?? []).map((fact) => ({ ...fact, quiet: true })),
    reasons: reasonTexts(
      (how.reasons ?? []).filter(({ field }) => field !== 'by'),
      context,
    ),
    relation: how.relation ?? 'direct',
    evidence: [
      ...own,
      ...(how.evidence ?? []).filter((one) => !own.some(({ label }) => label === one.label)),
    ],
    line: lineOf.speaker(person.id),
  };
}

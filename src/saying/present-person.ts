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
  return {
    kind: 'person',
    id: person.id,
    group: how.group ?? '',
    title: plain(person.name),
    makers: main && !how.facts ? [roleOf(main, context)].filter((one) => one !== '') : [],
    date: main && !how.facts ? sessionDate(root, context) : '',
    context: how.facts ? '' : (root?.title ?? ''),
    text: how.text ?? plain(''),
    facts: how.facts ?? [],
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

/** How a session stands in an answer. */
import type { Fact, Item, MarkedText } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Appearance, Contribution, Evidence, Linked, Session } from '../knowledge/model.ts';
import { cite } from './cite.ts';
import type { Context } from './context.ts';
import { sessionDate } from './dates.ts';
import { linksTo } from './links.ts';
import { appearanceName, makerNames, seriesName } from './names.ts';
import { markText, type Presentation, plain } from './present.ts';
import { reasonTexts } from './reasons.ts';

/** A curator's remark as a sentence of its own. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Patrick Tay, Singapore National Trades Union Congress: …" with the marks of the text moved along. */
function quote(contribution: Contribution, context: Context, terms: readonly string[]): MarkedText {
  const makers = makerNames(contribution, context);
  const { text, marks } = markText(contribution.text, terms);
  const lead =
    makers.length === 0 || contribution.makers[0]?.kind === 'session'
      ? ''
      : `${capital(context.says.list(makers))}: `;
  return {
    text: lead + text,
    marks: marks.map(([start, end]) => [start + lead.length, end + lead.length] as const),
  };
}

interface SessionPresentation extends Presentation {
  readonly proofs?: readonly Contribution[];
  readonly appearances?: readonly Appearance[];
  readonly facts?: readonly Fact[];
  /** Where the facts stand. */
  readonly evidence?: readonly Evidence[];
}

/** A related session says why a curator relates it; a direct one the best that was said, or what it was about. */
function sessionText(
  session: Session,
  how: SessionPresentation,
  links: readonly Linked<unknown>[],
  context: Context,
): MarkedText {
  const terms = how.terms ?? [];
  if (how.relation === 'related')
    return plain(capital(links.find(({ link, note }) => link === 'related' && note)?.note ?? ''));
  const [proof] = how.proofs ?? [];
  return proof ? quote(proof, context, terms) : markText(session.summary ?? session.abstract ?? '', terms);
}

/** A session with its date, why it was found, what shows it best, and where that stands. */
export function sessionItem(session: Session, context: Context, how: SessionPresentation = {}): Item {
  const { records } = context;
  const terms = how.terms ?? [];
  const reasons = how.reasons ?? [];
  const links = reasons.flatMap((reason) => linksTo(session, reason));
  const [proof] = how.proofs ?? [];
  const people = (how.appearances ?? []).slice(0, 3).map((appearance) => appearanceName(appearance, context));
  const facts = [...(how.facts ?? [])];
  if (people.length > 0)
    facts.push({ label: context.says.fact.speakers, value: [...new Set(people)].join('; ') });
  const evidence =
    how.relation === 'related'
      ? links.flatMap((one) => one.evidence)
      : [
          ...(how.evidence ?? []),
          // What is quoted stands where the reader looks first, unless a goal was asked for.
          ...(links.length > 0 ? links.flatMap((one) => one.evidence) : (proof?.evidence ?? [])),
          ...(links.length > 0 ? [] : session.evidence),
          ...(how.appearances ?? []).slice(0, 3).flatMap((one) => one.evidence),
          ...(proof?.evidence ?? []),
        ];
  return {
    kind: 'session',
    id: session.id,
    group: how.group ?? '',
    title: markText(session.title, terms),
    makers: [],
    date: sessionDate(session.date === undefined ? records.root(session.id) : session, context),
    context: [session.kind, seriesName(session, context.says)].filter((part) => part !== '').join(' · '),
    text: sessionText(session, how, links, context),
    facts,
    reasons: reasonTexts(reasons, context),
    relation: how.relation ?? 'direct',
    evidence: cite(evidence.length > 0 ? evidence : session.evidence, context),
    line: lineOf.open(session.id),
  };
}

/** Facts of events as the answer to a question: when, where, who organized it, how many came. */
import type { Answer, Item } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { SessionHit } from '../archive/archive.ts';
import type { Session } from '../knowledge/model.ts';
import { type Query, valuesOf, type Want } from '../reading/query.ts';
import { cite } from '../saying/cite.ts';
import { compose, reading } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { plain } from '../saying/present.ts';
import { sessionItem } from '../saying/present-session.ts';
import { type CitedFact, factFor } from '../saying/session-facts.ts';
import { factTitle } from '../saying/titles.ts';

/** A curator's remark by itself. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The part of an event that a question names, or undefined. */
function askedPart(query: Query, event: Session, { records }: Context): Session | undefined {
  const parts = valuesOf(query, 'session').flatMap((id) => records.session(id) ?? []);
  return parts.find(({ id }) => id !== event.id && records.isWithin(id, event.id));
}

export function composeFacts(
  query: Query,
  want: Want,
  sessions: readonly SessionHit[],
  unknown: readonly string[],
  ahead: boolean,
  context: Context,
): Answer {
  const items: Item[] = [];
  const silent: Item[] = [];
  const told: CitedFact[] = [];
  for (const { record: event } of sessions) {
    // Asked for a part of an event, what is stated of the part comes before what is stated of the whole.
    const part = askedPart(query, event, context);
    const own = part === undefined ? [] : factFor(want, part, context);
    const record = part !== undefined && own.length > 0 ? part : event;
    const facts = own.length > 0 ? own : factFor(want, event, context);
    const base = { ...sessionItem(record, context), text: plain('') };
    if (facts.length > 0 && !ahead) {
      told.push(...facts);
      const notes = facts.flatMap((one) => one.notes ?? []);
      items.push({
        ...base,
        // What the title leaves out of a fact is told below it.
        text: plain(sessions.length === 1 ? notes.map(sentence).join('\n') : ''),
        facts: facts.map(({ label, value, url }) => ({ label, value, ...(url ? { url } : {}) })),
        evidence: cite(
          facts.flatMap((one) => one.evidence),
          context,
        ).slice(0, 6),
      });
    } else
      silent.push({
        ...base,
        facts: [
          {
            label: context.says.factLabel(want),
            value: context.says.notStated,
            ...(sessions.length === 1 ? { quiet: true as const } : {}),
          },
        ],
      });
  }
  const all = [...items, ...silent];
  const [only] = sessions;
  const { whole, subject } = reading(query, unknown, context);
  const base = {
    understood: whole,
    items: all,
    choices: sessions.map(({ record }) => ({
      label: sessions.length === 1 ? context.says.choice.openEvent : context.says.choice.open(record.title),
      line: lineOf.open(record.id),
      kind: 'open' as const,
    })),
  };
  if (items.length === 0) {
    return compose(query, context, {
      ...base,
      outcome: 'unstated',
      title: ahead
        ? context.says.unstated.ahead
        : all.length === 1 && only
          ? context.says.unstated.fact(want, only.record.title)
          : context.says.unstated.someFact(want),
    });
  }
  const [first] = all;
  const title =
    all.length === 1 && first !== undefined
      ? factTitle(want, told, first.title.text, context)
      : { title: context.says.found.sessions(all.length, 0, subject) };
  return compose(query, context, { ...base, outcome: 'found', ...title });
}

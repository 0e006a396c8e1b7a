import type { Reason } from '../archive/archive.ts';
import type { Context } from './context.ts';
import { fullName } from './names.ts';

/** "SDG 8 Decent work …": what a reason is about, or undefined where it goes without saying. */
function reasonSubject(
  { field, value }: Pick<Reason, 'field' | 'value'>,
  { records, vocabulary, says }: Context,
): string | undefined {
  switch (field) {
    case 'sdg':
      return says.goal.numbered(value);
    case 'line':
      return vocabulary.name('line', value);
    case 'topic':
    case 'group':
    case 'country':
      return vocabulary.name(field, value);
    case 'org': {
      const organization = records.organization(value);
      return organization ? fullName(organization) : undefined;
    }
    case 'to':
      return vocabulary.name('group', value);
    case 'by':
      return records.person(value)?.name ?? records.organization(value)?.name ?? records.group(value)?.name;
    default:
      return undefined;
  }
}

/** Why an item is there, in words. */
export function reasonTexts(reasons: readonly Reason[], context: Context): string[] {
  const texts = reasons.flatMap((reason) => {
    const subject = reasonSubject(reason, context);
    if (subject === undefined) return [];
    if (reason.link === 'related') return [context.says.relatedReason(subject)];
    return [
      reason.field === 'sdg' || reason.field === 'line'
        ? context.says.namedReason(subject)
        : context.says.topicReason(subject),
    ];
  });
  return [...new Set(texts)];
}

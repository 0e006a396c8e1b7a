/** Citations: evidence as people read it, and the sources behind a list of items. */
import type { Citation, Item, SourceReference } from '../answer/answer.ts';
import type { Evidence, Source } from '../knowledge/model.ts';
import type { Context } from './context.ts';
import { formatDate } from './dates.ts';
import { publisherOf } from './names.ts';

/** "¶43", or for a range "¶44–45": how a place is cited. */
function shortPlace(source: Source | undefined, at: string, context: Pick<Context, 'says'>): string {
  return context.says.places.short(placeLabel(source, at, context));
}

/** "paragraph 43", or for a range "paragraphs 44–45". */
export function placeLabel(source: Source | undefined, at: string, { says }: Pick<Context, 'says'>): string {
  const labelOf = (place: string): string => source?.places.find((one) => one.at === place)?.label ?? place;
  const dash = at.indexOf('-');
  if (dash < 0) return labelOf(at);
  const first = labelOf(at.slice(0, dash));
  const last = labelOf(at.slice(dash + 1));
  const numbered = /^(.*\D)(\d+)$/;
  const one = numbered.exec(first);
  const other = numbered.exec(last);
  return one && other && one[1] === other[1]
    ? says.places.numbered((one[1] ?? '').trimEnd(), one[2] ?? '', other[2] ?? '')
    : says.places.between(first, last);
}

/** Where the original can be read: the address of the document, or else of the page of the event that it tells of. */
export function originalOf(
  source: Source,
  { records, says }: Pick<Context, 'records' | 'says'>,
): { readonly url: string; readonly label: string } | undefined {
  if (source.url !== undefined) return { url: source.url, label: says.fact.address };
  const page = records.eventIn(source.id)?.url;
  return page === undefined ? undefined : { url: page, label: says.fact.eventPage };
}

/** Each place once, in order. */
export function cite(evidence: readonly Evidence[], context: Context): Citation[] {
  const seen = new Set<string>();
  return evidence.flatMap(({ source: id, at }) => {
    if (seen.has(`${id}#${at}`)) return [];
    seen.add(`${id}#${at}`);
    const source = context.records.source(id);
    const place = shortPlace(source, at, context);
    return [{ source: id, at, place, label: `${source?.short ?? id}, ${place}` }];
  });
}

/** The sources of some items, each once, in order of first use; those behind related items alone say so. */
export function sourcesOf(items: readonly Item[], context: Context): SourceReference[] {
  const direct = new Set<string>();
  const ids = new Set<string>();
  for (const item of items) {
    for (const { source } of item.evidence) {
      ids.add(source);
      if (item.relation === 'direct') direct.add(source);
    }
  }
  return [...ids].flatMap((id) => {
    const source = context.records.source(id);
    if (!source) return [];
    const url = originalOf(source, context)?.url;
    return [
      {
        id,
        title: direct.has(id) ? source.title : context.says.relatedSource(source.title),
        publisher: publisherOf(source),
        date: source.date ? formatDate(source.date, context.locale) : '',
        ...(url === undefined ? {} : { url }),
      },
    ];
  });
}

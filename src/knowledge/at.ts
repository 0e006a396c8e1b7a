/**
 * The short form of evidence: `43`, `44-45`, `2.1`, `other-source#12`. Pure reading; whether the places exist is
 * checked where the sources are known.
 */

/** A place, or a range of places from the first to the last, of one source. */
export interface Citation {
  readonly source: string;
  readonly first: string;
  readonly last: string;
}

interface Fault {
  readonly message: string;
  readonly remedy: string;
}

const SOURCE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PLACE = /^[a-z0-9]+([.][a-z0-9]+)*$/;

/** What stands in the model: `43` or `44-45`. */
export function formatPlaces(citation: Citation): string {
  return citation.first === citation.last ? citation.first : `${citation.first}-${citation.last}`;
}

/** The short form that reads back to the same citation. */
export function formatCitation(citation: Citation, ownSource?: string): string {
  const places = formatPlaces(citation);
  return citation.source === ownSource ? places : `${citation.source}#${places}`;
}

/** Reads one short form; `ownSource` is the source that a form without `#` refers to. */
export function parseCitation(text: string, ownSource?: string): Citation | Fault {
  const hash = text.indexOf('#');
  const source = hash === -1 ? ownSource : text.slice(0, hash);
  const places = text.slice(hash + 1);
  const shown = `"${text}"`;
  if (source === undefined) {
    return {
      message: `${shown} names no source.`,
      remedy: 'Write "source#place", for instance "annual-report#12".',
    };
  }
  if (!SOURCE.test(source)) {
    return { message: `${shown} has no id of a source before the "#".`, remedy: 'Write "source#place".' };
  }
  const [first = '', last = first, ...more] = places.split('-');
  if (more.length > 0 || !PLACE.test(first) || !PLACE.test(last)) {
    const list = /[,;]/.test(places) ? ' Several are a list: ["43", "45"].' : '';
    const dash = /[–—]/.test(places) ? ' A range has a plain hyphen.' : '';
    return {
      message: `${shown} is not a place of a source.`,
      remedy: `Write a place ("43", "2.1") or a range ("44-45"), without spaces.${list}${dash}`,
    };
  }
  if (places.includes('-') && first === last) {
    return {
      message: `The range ${shown} holds one place.`,
      remedy: `Write "${formatCitation({ source, first, last }, ownSource)}".`,
    };
  }
  return { source, first, last };
}

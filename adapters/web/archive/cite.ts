/** Citations as links to the place on the source's page, and values with theirs. */
import { pathOf, pathOfPlace } from '../../../src/answer/address.ts';
import type { Citation } from '../../../src/answer/answer.ts';
import type { Ref, Value } from '../../../src/answer/entry.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import { renderLink } from '../render.ts';
import type { Says } from '../says.ts';

/** Where several documents stand behind a page, each citation names its own. */
export interface Citing {
  readonly single: boolean;
}

export function renderRef(ref: Ref): Html {
  return html`<a href="${pathOf(ref)}" dir="auto">${ref.label}</a>`;
}

/** "2020 webinar report, paragraph 43": a link each; the document is only heard where the page has just one. */
export function renderCitations(evidence: readonly Citation[], { single }: Citing, says: Says): Html | false {
  if (evidence.length === 0) return false;
  return html`<span class="cites"><span class="hidden">${says.own.source}: </span>${evidence.map(
    (one, index) =>
      html`${index > 0 && ', '}<a class="cite" href="${pathOfPlace(one)}" dir="auto">${label(one, single)}</a>`,
  )}</span>`;
}

function label({ label: whole, place }: Citation, single: boolean): Html {
  if (!single || !whole.endsWith(place)) return html`${whole}`;
  return html`<span class="hidden">${whole.slice(0, whole.length - place.length)}</span>${place}`;
}

/** A value: its name as a link where it has a page, its note, its count, its citations. */
export function renderValue(
  { text, ref, url, note, count, evidence }: Value,
  citing: Citing,
  says: Says,
): Html {
  const name = ref === undefined ? renderLink(text, url) : renderRef({ ...ref, label: text });
  return html`<span class="value" dir="auto">${name}</span>${count !== undefined && html` <span class="count">${count}</span>`}${
    note !== undefined && note !== '' && html` <span class="note" dir="auto">${note}</span>`
  }${evidence.length > 0 && html` ${renderCitations(evidence, citing, says)}`}`;
}

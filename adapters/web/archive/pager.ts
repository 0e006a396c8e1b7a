/** Turning the pages of a list: plain links, so that no script is needed and every page has an address. */
import { type Html, html } from '../../../src/kit/html.ts';
import type { Says } from '../says.ts';

/** The address of a page of the list at `path`: the first page is the list itself. */
export function pagePath(
  path: string,
  page: number,
  fields: URLSearchParams = new URLSearchParams(),
): string {
  const all = new URLSearchParams(fields);
  if (page > 1) all.set('page', String(page));
  const query = all.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Nothing where there is one page. */
export function renderPager(
  { page, pages }: { readonly page: number; readonly pages: number },
  pathFor: (page: number) => string,
  says: Says,
): Html | false {
  if (pages === 1) return false;
  const turn = (to: number, label: string, rel: string) =>
    to < 1 || to > pages
      ? html`<span class="turn" aria-hidden="true">${label}</span>`
      : html`<a class="turn" rel="${rel}" href="${pathFor(to)}">${label}</a>`;
  return html`<nav class="pager" aria-label="${says.own.pager}">
${turn(page - 1, says.choice.previous, 'prev')}
<p>${says.text.pageOf(page, pages)}</p>
${turn(page + 1, says.choice.next, 'next')}
</nav>`;
}

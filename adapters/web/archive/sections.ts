/** The sections of an entry's page: claims, values, people, a programme, the places of a document. */
import { pathOf, pathOfLine, placeAnchor } from '../../../src/answer/address.ts';
import type { Attendance, PlaceUse, ProgrammePart, Section } from '../../../src/answer/entry.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import type { Says } from '../says.ts';
import { type Citing, renderCitations, renderRef, renderValue } from './cite.ts';
import { renderClaims } from './claim.ts';

export function renderSection(section: Section, citing: Citing, says: Says): Html {
  const { id, heading, note, more } = section;
  return html`<section class="section" id="${id}" aria-labelledby="${id}-heading" data-section="${id}">
<h2 id="${id}-heading" dir="auto">${heading}</h2>
${note !== '' && html`<p class="section-note">${note}</p>`}
${renderContent(section, citing, says)}${more !== undefined && html`<p class="more"><a href="${pathOfLine(more.line)}">${says.own.all(more.total)}</a></p>`}
</section>
`;
}

function renderContent(section: Section, citing: Citing, says: Says): Html | false {
  switch (section.kind) {
    case 'claims': {
      const { groups } = section;
      const kinds = new Set(groups.flatMap(({ claims }) => claims.map(({ kind }) => kind)));
      return html`${groups.map(
        ({ ref, claims }) => html`${
          ref !== undefined &&
          html`<h3 dir="auto">${renderRef(ref)}</h3>
`
        }${renderClaims(claims, { ...citing, kindless: kinds.size === 1 && groups.length === 1 }, says)}
`,
      )}`;
    }
    case 'values':
      return (
        section.values.length > 0 &&
        html`<ul class="values">
${section.values.map(
  (value) => html`<li>${renderValue(value, citing, says)}</li>
`,
)}</ul>`
      );
    case 'attendance':
      return html`<ul class="attendance">
${section.rows.map((row) => renderAttendance(row, section.about, citing, says))}</ul>`;
    case 'programme':
      return renderProgramme(section.parts, says);
    case 'places':
      return html`<ol class="places">
${section.places.map((place) => renderPlace(place, says))}</ol>`;
  }
}

function renderAttendance(
  row: Attendance,
  about: Extract<Section, { readonly kind: 'attendance' }>['about'],
  citing: Citing,
  says: Says,
): Html {
  const { person, session, date, part, office, organization, note, evidence } = row;
  const [main, other] =
    about === 'person' && session !== undefined ? [session, undefined] : [person, session];
  const offices = html`${office !== '' && html`<span dir="auto">${office}</span>`}${
    organization !== undefined &&
    about !== 'organization' &&
    html`${office !== '' && ', '}${renderRef(organization)}`
  }`;
  return html`<li class="appearance">
<p class="attendance-name">${renderRef(main)} <span class="part">${part}</span></p>
<p class="attendance-office">${offices}</p>
${note !== '' && html`<p class="attendance-note" dir="auto">${note}</p>`}
<p class="attendance-where">${other !== undefined && renderRef(other)}${other !== undefined && date !== '' && ', '}${date} ${renderCitations(evidence, citing, says)}</p>
</li>
`;
}

function renderProgramme(parts: readonly ProgrammePart[], says: Says): Html {
  return html`<ol class="programme">
${parts.map(
  ({ ref, kind, people, claims, parts: below }) => html`<li class="programme-part">
<p class="programme-title">${renderRef(ref)} <span class="quiet">${kind}${claims > 0 && html` · ${says.pages.entries(claims)}`}</span></p>
${people.length > 0 && html`<p class="programme-people">${people.map((one, index) => html`${index > 0 && ', '}<a class="programme-person" href="${pathOf(one)}" dir="auto">${one.label}</a>`)}</p>`}
${below.length > 0 && renderProgramme(below, says)}
</li>
`,
)}</ol>`;
}

function renderPlace({ at, label, empty, claims, facts }: PlaceUse, says: Says): Html {
  const nothing = claims.length === 0 && facts.length === 0;
  return html`<li class="${nothing ? 'place bare' : 'place'}" id="${placeAnchor(at)}">
<h3 dir="auto">${label}</h3>
<div class="place-uses">
${nothing && html`<p class="section-note" dir="auto">${empty === '' ? says.own.nothingTaken : empty}</p>`}
${claims.length > 0 && renderClaims(claims, { single: true }, says)}
${
  facts.length > 0 &&
  html`<p class="place-facts"><span class="label">${says.own.alsoTaken}</span> ${facts.map(
    ({ ref, what }, index) =>
      html`${index > 0 && '; '}${renderRef(ref)} <span class="note" dir="auto">(${what.join(', ')})</span>`,
  )}</p>`
}
</div>
</li>
`;
}

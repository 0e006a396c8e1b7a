/** One claim: what was said, by whom, to whom, where, and where it stands. */
import { pathOf } from '../../../src/answer/address.ts';
import type { Claim, EntryFact, Value } from '../../../src/answer/entry.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import type { Says } from '../says.ts';
import { type Citing, renderCitations, renderRef, renderValue } from './cite.ts';

interface ClaimOptions extends Citing {
  /** The section's heading says already what kind they are. */
  readonly kindless?: boolean;
}

export function renderClaims(claims: readonly Claim[], options: ClaimOptions, says: Says): Html {
  return html`<ul class="claims">
${claims.map((claim) => renderClaim(claim, options, says))}</ul>`;
}

function renderClaim(claim: Claim, options: ClaimOptions, says: Says): Html {
  const { title, text, makers, where, facts, figures, evidence } = claim;
  return html`<li class="claim">
${title !== '' && html`<p class="claim-title" dir="auto">${title}</p>`}
<p class="claim-text" dir="auto">${text}</p>
${facts.length > 0 && html`<ul class="claim-facts">${facts.map((fact) => renderFact(fact, options, says))}</ul>`}
${(makers.length > 0 || where !== undefined) && renderOrigin(claim)}
<p class="claim-source">${renderCitations(evidence, options, says)} ${renderLinkToItself(claim, options)}</p>
${
  figures.length > 0 &&
  html`<div class="claim-figures"><p class="label">${says.pages.heading.figures}</p>
${renderClaims(figures, options, says)}</div>`
}
</li>
`;
}

/** By whom, and where. */
function renderOrigin({ makers, where, date }: Claim): Html {
  return html`<p class="claim-meta">${makers.map((maker, index) => html`${index > 0 && '; '}${renderMaker(maker)}`)}${
    where !== undefined &&
    html`<span class="claim-where">${renderRef(where)}${date !== '' && html`, <span>${date}</span>`}</span>`
  }</p>`;
}

/** Told apart for those who hear a list of links by how the claim begins. */
function renderLinkToItself({ ref, kind }: Claim, { kindless }: ClaimOptions): Html {
  return html`<a class="claim-link" href="${pathOf(ref)}">${kindless === true ? '#' : kind}<span class="hidden">: ${ref.label}</span></a>`;
}

function renderMaker({ text, ref, note }: Value): Html {
  const name = ref === undefined ? html`<span dir="auto">${text}</span>` : renderRef({ ...ref, label: text });
  return html`${name}${note !== undefined && html`, <span class="office" dir="auto">${note}</span>`}`;
}

function renderFact({ label, values }: EntryFact, citing: Citing, says: Says): Html {
  return html`<li><span class="label" dir="auto">${label}:</span> ${values.map(
    (value, index) => html`${index > 0 && ', '}${renderValue(value, citing, says)}`,
  )}</li>`;
}

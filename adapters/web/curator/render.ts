/** The curator's view: the state of the last edit, problems, coverage by place, and questions that found nothing. Pure. */
import { pathOf, pathOfLine, placeAnchor } from '../../../src/answer/address.ts';
import type {
  CurationReport,
  KnowledgeProblem,
  OpenQuestion,
  SourceCoverage,
  Verdicts,
} from '../../../src/answer/curation.ts';
import type { PlaceUse, Ref } from '../../../src/answer/entry.ts';
import { type Html, html, type Part } from '../../../src/kit/html.ts';
import type { Says } from '../says.ts';

export interface CoveredSource {
  readonly ref: Ref;
  readonly places: readonly PlaceUse[];
}

interface CuratorOptions {
  readonly version: number;
  readonly report: CurationReport;
  readonly sources: readonly CoveredSource[];
  readonly questions: readonly OpenQuestion[];
  readonly verdicts: readonly Verdicts[];
}

export function renderCurator(
  { version, report, sources, questions, verdicts }: CuratorOptions,
  says: Says,
): Html {
  return html`<article class="curator" id="curator" data-version="${version}" data-revision="${report.revision}">
<header class="entry-head">
<h1>${says.own.curator.title}</h1>
<p class="lead">${says.own.curator.lead}</p>
</header>
${renderState(report, says)}
${renderProblems(report.problems, says)}
${renderQuestions(questions, says)}
${renderVerdicts(verdicts, says)}
${renderCoverage(sources, report.coverage, says)}
${renderCounts(report, sources, says)}
</article>`;
}

function renderState({ lastEdit, revision, since, problems, folder }: CurationReport, says: Says): Html {
  const refused = lastEdit.state === 'refused';
  return html`<section class="${refused ? 'state refused' : 'state good'}" role="status" aria-live="polite">
<p class="state-edit">${refused ? says.own.curator.refused(problems.length) : says.own.curator.takenOver} ${renderTime(lastEdit.at)}</p>
<p>${says.own.curator.revision(revision)} ${renderTime(since)}</p>
<p class="quiet">${says.own.curator.folder}: <code>${folder}</code></p>
</section>`;
}

function renderTime(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}

function renderProblems(problems: readonly KnowledgeProblem[], says: Says): Html {
  const text = says.own.curator.problems;
  return html`<section class="section" aria-labelledby="problems">
<h2 id="problems">${text.heading}${problems.length > 0 && html` <span class="count">${problems.length}</span>`}</h2>
${
  problems.length === 0
    ? html`<p class="section-note">${text.none}</p>`
    : html`<ol class="problems">
${problems.map((problem) => renderProblem(problem, says))}</ol>`
}
</section>`;
}

function renderProblem(problem: KnowledgeProblem, says: Says): Html {
  const { level, file, line, column, field, entry, message, remedy } = problem;
  const place = [file, line, column].filter((part) => part !== undefined && part !== '').join(':');
  return html`<li class="problem ${level}">
<p class="problem-place"><span class="problem-level">${says.own.curator.problems[level]}</span> <code>${place}</code>${field !== '' && html` <code class="field-name">${field}</code>`}${
    entry !== undefined && html` <span class="quiet">(${entry})</span>`
  }</p>
<p>${message}</p>
<p class="remedy">→ ${remedy}</p>
</li>
`;
}

/** A table with a caption that is heard, and its first column as headings. */
function renderTable(caption: string, heads: readonly string[], rows: readonly (readonly Part[])[]): Html {
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table class="plain wide">
<caption class="hidden">${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([
    first,
    ...others
  ]) => html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table></div>`;
}

function renderQuestions(questions: readonly OpenQuestion[], says: Says): Html {
  const text = says.own.curator.questions;
  return html`<section class="section" aria-labelledby="questions">
<h2 id="questions">${text.heading}${questions.length > 0 && html` <span class="count">${questions.length}</span>`}</h2>
<p class="section-note">${text.note}</p>
${
  questions.length === 0
    ? html`<p class="section-note">${text.none}</p>`
    : renderTable(
        text.caption,
        [text.question, text.outcome, text.times, text.last],
        questions.map((one) => [
          html`<a href="${pathOfLine(one.text)}" dir="auto">${one.text}</a>`,
          text.outcomes[one.outcome],
          one.times,
          renderTime(one.at),
        ]),
      )
}
</section>`;
}

function renderVerdicts(verdicts: readonly Verdicts[], says: Says): Html {
  const text = says.own.curator.verdicts;
  return html`<section class="section" aria-labelledby="verdicts">
<h2 id="verdicts">${text.heading}</h2>
${
  verdicts.length === 0
    ? html`<p class="section-note">${text.none}</p>`
    : renderTable(
        text.caption,
        [text.platform, text.helpful, text.unhelpful],
        verdicts.map(({ platform, helpful, unhelpful }) => [platform, helpful, unhelpful]),
      )
}
</section>`;
}

function renderCoverage(
  sources: readonly CoveredSource[],
  coverage: readonly SourceCoverage[],
  says: Says,
): Html {
  const text = says.own.curator.coverage;
  return html`<section class="section" aria-labelledby="coverage">
<h2 id="coverage">${text.heading}</h2>
<p class="section-note">${text.note}</p>
${sources.map((source) => {
  const found = coverage.find((one) => one.source === source.ref.id);
  return html`<h3 dir="auto"><a href="${pathOf(source.ref)}">${source.ref.label}</a>${
    found !== undefined && html` <span class="count">${text.covered(found.covered, found.places)}</span>`
  }</h3>
<ol class="strip">
${source.places.map((place) => renderPlace(place, source.ref, says))}</ol>
`;
})}
</section>`;
}

function renderPlace({ at, label, empty, claims, facts }: PlaceUse, source: Ref, says: Says): Html {
  const text = says.own.curator.coverage;
  const count = claims.length + facts.length;
  const [kind, told] =
    count > 0
      ? [`level-${Math.min(5, Math.ceil(count / 2))}`, text.place(label, count)]
      : empty !== ''
        ? ['blank', text.empty(label)]
        : ['gap', text.missing(label)];
  return html`<li><a class="strip-place ${kind}" href="${pathOf(source)}#${placeAnchor(at)}" title="${told}"><span aria-hidden="true">${
    count > 0 ? count : kind === 'gap' ? '!' : '–'
  }</span><span class="hidden">${told}</span></a></li>
`;
}

function renderCounts(
  { counts, coverage }: CurationReport,
  sources: readonly CoveredSource[],
  says: Says,
): Html {
  const text = says.own.curator.counts;
  const kinds = [...new Set(coverage.flatMap(({ contributions }) => Object.keys(contributions)))].sort();
  return html`<section class="section" aria-labelledby="counts">
<h2 id="counts">${text.heading}</h2>
${renderTable(
  text.heading,
  [text.kind, text.count],
  counts.map(({ kind, count }) => [kind, says.number(count)]),
)}
${
  kinds.length > 0 &&
  renderTable(
    text.source,
    [text.source, ...kinds.map((kind) => says.kinds[kind] ?? kind)],
    coverage.map(({ source, contributions }) => [
      sources.find(({ ref }) => ref.id === source)?.ref.label ?? source,
      ...kinds.map((kind) => contributions[kind] ?? 0),
    ]),
  )
}
<p class="section-note" id="live" data-live="${says.own.curator.live}">${says.own.curator.reload}</p>
</section>`;
}

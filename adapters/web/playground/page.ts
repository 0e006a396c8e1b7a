/**
 * The playground's place on the page: one conversation, as each platform would show it, with the field below. The script
 * fills the windows. Without one they are not shown, and the answer stands there as a page; so does the field, which then
 * sends a form.
 */
import type { PreviewedPlatform } from '../../../src/contract/adapter.ts';
import type { Overview } from '../../../src/engine.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import { renderSearch } from '../page.ts';
import { addressOf } from '../receive.ts';
import type { Says } from '../says.ts';

interface PlaygroundOptions {
  /** The line as it was typed, and what it may continue; '' for none. */
  readonly line: string;
  readonly after: string;
  /** What the field's form brings along for a line that continues this one. */
  readonly next: string;
  readonly platforms: readonly PreviewedPlatform[];
  readonly examples: Overview['examples'];
  /** What stands in the windows' place where no script draws them. */
  readonly unscripted: Html;
  /** Address of the picture of whoever asks. */
  readonly reader: string;
  /** Address of the script that draws a platform's column; undefined where there is none. */
  script(platform: string): string | undefined;
}

/** Lines to try that stand below the field. */
const EXAMPLES = 4;

export function renderPlayground(options: PlaygroundOptions, says: Says): Html {
  const { next, unscripted, examples } = options;
  return html`<div class="talk">
${renderWindows(options, says)}
<div class="unscripted">
${unscripted}
</div>
${renderSearch({ line: '', after: next, large: false, action: '/' }, says)}
${
  examples.length > 0 &&
  html`<h2 class="hidden">${says.own.search.examples}</h2>
<ul class="tries">
${examples.slice(0, EXAMPLES).map(
  ({
    line,
    meaning,
  }) => html`<li><a href="${addressOf(line)}" title="${meaning}"><code dir="auto">${line}</code></a></li>
`,
)}</ul>`
}
</div>`;
}

function renderWindows(
  { line, after, platforms, examples, reader, script }: PlaygroundOptions,
  says: Says,
): Html {
  const { playground: text } = says.own;
  const drawn = platforms.flatMap(({ name, title }) => {
    const address = script(name);
    return address === undefined ? [] : [{ name, title, address }];
  });
  if (drawn.length === 0) return html``;
  const views = [...drawn, { name: 'text', title: text.text }];
  return html`<section class="playground" id="playground" data-line="${line}" data-after="${after}" data-example="${examples[0]?.line ?? ''}" data-reader="${reader}" aria-labelledby="playground-title">
<div class="bar">
<h1 id="playground-title">${says.own.start.title}</h1>
<fieldset class="views"><legend class="hidden">${text.views}</legend>
${[{ name: 'all', title: text.all }, ...views].map(
  ({ name, title }) =>
    html`<label class="view-${name}"><input type="radio" name="view" value="${name}" autocomplete="off">${title}</label>
`,
)}</fieldset>
<button type="button" class="clear">${text.clear}</button>
</div>
<p class="hidden" id="playground-status" role="status"></p>
<div class="windows">
${drawn.map(
  ({
    name,
    title,
    address,
  }) => html`<section class="window" id="window-${name}" data-platform="${name}" data-title="${title}" data-script="${address}" aria-labelledby="title-${name}">
<h2 id="title-${name}">${title}</h2>
<div class="stage" tabindex="0" role="log" aria-live="off" aria-label="${text.messages(title)}"><p class="waiting">${text.drawing}</p></div>
</section>
`,
)}<section class="window plain" id="window-text" data-platform="text" data-title="${text.text}" aria-labelledby="title-text">
<h2 id="title-text">${text.plain}</h2>
<div class="stage" tabindex="0" role="log" aria-live="off" aria-label="${text.messages(text.plain)}"></div>
</section>
</div>
</section>`;
}

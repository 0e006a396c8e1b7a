/**
 * The playground's place on the page: a window for each platform, which the script fills, and the answer's plain text, which
 * needs none. Hidden as long as no script has taken it up; the page below says the same.
 */
import type { PreviewedPlatform } from '../../../src/contract/adapter.ts';
import { type Html, html } from '../html.ts';
import type { Says } from '../says.ts';

interface PlaygroundOptions {
  /** The line as it was typed, and the one that it may continue; '' for none. */
  readonly line: string;
  readonly after: string;
  readonly platforms: readonly PreviewedPlatform[];
  /** The answer's plain form. */
  readonly text: string;
  /** Address of the script that draws a platform's column; undefined where there is none. */
  script(platform: string): string | undefined;
}

export function renderPlayground(
  { line, after, platforms, text: plain, script }: PlaygroundOptions,
  { own: { playground: text } }: Says,
): Html {
  const drawn = platforms.flatMap(({ name, title }) => {
    const address = script(name);
    return address === undefined ? [] : [{ name, title, address }];
  });
  return html`<section class="playground" id="playground" data-line="${line}" data-after="${after}" aria-labelledby="playground-title" hidden>
<h2 id="playground-title">${text.title} <code dir="auto">${line}</code></h2>
<p class="hidden" id="playground-status" role="status"></p>
${drawn.map(
  ({
    name,
    title,
    address,
  }) => html`<section class="window" id="window-${name}" data-platform="${name}" data-title="${title}" data-script="${address}" aria-labelledby="title-${name}">
<header><h3 id="title-${name}">${title}</h3><span class="channel" aria-hidden="true"># policy-events</span></header>
<div class="stage" tabindex="0" role="group" aria-label="${text.messages(title)}"><p class="waiting">${text.drawing}</p></div>
</section>
`,
)}<section class="window plain" id="window-text" data-title="${text.text}" aria-labelledby="title-text">
<header><h3 id="title-text">${text.plain}</h3><span class="channel" aria-hidden="true">${text.plainFor}</span></header>
<div class="stage" tabindex="0" role="group" aria-label="${text.plainAnswer}"><pre dir="auto">${plain}</pre></div>
</section>
</section>`;
}

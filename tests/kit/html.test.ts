import { describe, expect, test } from '@jest/globals';
import { escapeText, Html, html } from '../../src/kit/html.ts';
import { anyCharacters, fc } from '../support/property.ts';

describe('the html template', () => {
  test('escapes text, in content and in attributes', () => {
    const text = `<script>"a" & 'b' \`c\`</script>`;
    expect(html`<p title="${text}">${text}</p>`.toString()).toBe(
      `<p title="&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39; &#96;c&#96;&lt;/script&gt;">&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39; &#96;c&#96;&lt;/script&gt;</p>`,
    );
  });

  test('leaves its own markup and lists of it as they are; nothing is nothing', () => {
    expect(
      html`<ul>${['a', 'b'].map((each) => html`<li>${each}</li>`)}${false}${undefined}${0}</ul>`.toString(),
    ).toBe('<ul><li>a</li><li>b</li>0</ul>');
  });

  test('nobody else can declare a text to be markup', () => {
    expect(() => new Html(Symbol('html') as never, '<b>')).toThrow(TypeError);
  });

  test('whatever the text, it holds no markup, no control and no lone surrogate', () => {
    fc.assert(
      fc.property(anyCharacters(200), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>"'`]|&(?!amp;|lt;|gt;|quot;|#39;|#96;)/);
        expect(escaped).not.toMatch(/\p{Surrogate}/u);
        expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
      }),
    );
  });
});

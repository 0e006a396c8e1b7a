/**
 * Takes the place of Lit's `styleMap` in the bundles. Lit's own writes a `style` attribute at the first drawing, which our
 * Content-Security-Policy forbids; this one always goes through the element's style.
 */
import { noChange } from 'lit';
import { type AttributePart, Directive, directive } from 'lit/directive.js';

type Styles = Readonly<Record<string, string | number | undefined | null>>;

class StyleMap extends Directive {
  render(_styles: Styles): typeof noChange {
    return noChange;
  }

  override update(part: AttributePart, [styles]: [Styles]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(styles)) {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      if (value === undefined || value === null || value === '') style.removeProperty(property);
      else style.setProperty(property, String(value));
    }
    return noChange;
  }
}

export const styleMap = directive(StyleMap);

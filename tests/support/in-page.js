/* Runs inside of a page, to measure what a browser made of it. Plain JavaScript: its globals are the page's. */

function channels(color) {
  return (color.match(/[\d.]+/g) ?? []).map(Number);
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(color) {
  const [r, g, b] = channels(color)
    .slice(0, 3)
    .map((value) => value / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Elements with text of their own that has less contrast than WCAG 2.2, 1.4.3 asks for: 4.5 to 1. */
function lowContrasts() {
  const low = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!own || element.closest('.hidden, .skip') !== null) continue;
    let behind = element;
    while (behind.parentElement && channels(getComputedStyle(behind).backgroundColor)[3] === 0) {
      behind = behind.parentElement;
    }
    const [light, dark] = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor]
      .map(luminance)
      .sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) {
      low.push(`${element.tagName} "${element.textContent.slice(0, 30)}" ${contrast.toFixed(2)}`);
    }
  }
  return low;
}

/** How many pixels the page is wider than the screen. */
function overhang() {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** What is touched and smaller than WCAG 2.2, 2.5.8 asks for: 24 by 24 pixels, links within a text aside. */
function smallTargets() {
  return [...document.querySelectorAll('button, .chip, .turn, .examples a, #q')]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    })
    .map((element) => element.textContent);
}

/** Links and buttons that a screen reader would not name, and ids that stand twice. */
function unnamed() {
  const nameless = [...document.querySelectorAll('a, button')].filter(
    (element) => element.textContent.trim() === '' && !element.hasAttribute('aria-label'),
  );
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return [...nameless.map((element) => element.outerHTML), ...ids.filter((id, at) => ids.indexOf(id) !== at)];
}

/** The element that has the focus: its id, else its text. */
function focused() {
  return document.activeElement.id || document.activeElement.textContent;
}

globalThis.inPage = { lowContrasts, overhang, smallTargets, unnamed, focused };

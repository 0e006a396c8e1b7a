/** What Teams adds around a card: the text above it, whose numbers lead to citations, and the buttons for a verdict below it. */
import { element } from './dom.ts';
import { isRecord, records, textOf } from './payload.ts';
import type { Interaction, Payload } from './platform.ts';

/** The text of a message. A number in brackets that is cited shows its citation; a second press hides it again. */
export function drawText(payload: Payload): readonly HTMLElement[] {
  const text = textOf(payload.text);
  if (text === '') return [];
  const claims = records(payload.entities).flatMap(({ citation }) => records(citation));
  const place = element('div', { className: 'citation', hidden: true });
  const parts = text.split(/(\[\d+\])/).map((part) => {
    const number = /^\[(\d+)\]$/.exec(part)?.[1];
    const claim = claims.find(({ position }) => String(position) === number);
    return number === undefined || claim === undefined ? part : marker(number, claim, place);
  });
  return [element('p', { className: 'text' }, ...parts), place];
}

function marker(number: string, claim: Payload, place: HTMLElement): HTMLElement {
  const appearance = isRecord(claim.appearance) ? claim.appearance : {};
  const name = textOf(appearance.name);
  const button = element('button', { type: 'button', className: 'marker' }, number);
  button.setAttribute('aria-label', `Citation ${number}: ${name}`);
  button.onclick = () => {
    const shown = !place.hidden && place.dataset.number === number;
    place.hidden = shown;
    place.dataset.number = number;
    place.replaceChildren(
      element('p', { className: 'name' }, nameOf(name, textOf(appearance.url))),
      element('p', {}, textOf(appearance.abstract)),
    );
  };
  return button;
}

function nameOf(name: string, url: string): Node | string {
  return url.startsWith('https://')
    ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, name)
    : name;
}

/** Teams' own buttons for a verdict, where the message asks for them. Teams' form, which asks why, is left out. */
export function drawThumbs(
  payload: Payload,
  press: (interaction: Interaction) => void,
): readonly HTMLElement[] {
  const { channelData } = payload;
  if (!isRecord(channelData) || !isRecord(channelData.feedbackLoop)) return [];
  const thumb = (label: string, reaction: string): HTMLElement => {
    const button = element('button', { type: 'button', title: label, className: reaction }, drawThumb());
    button.setAttribute('aria-label', label);
    button.onclick = () => press({ type: 'message/submitAction', reaction });
    return button;
  };
  return [element('div', { className: 'thumbs' }, thumb('Like', 'like'), thumb('Dislike', 'dislike'))];
}

/** A hand with its thumb up. */
function drawThumb(): SVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 20 20');
  const hand = document.createElementNS(SVG, 'path');
  hand.setAttribute('d', 'M3 9h3v8H3zM8 16V9l3-6 2 1-.8 4H17l-1.5 7-1.5 1z');
  picture.append(hand);
  return picture;
}

const SVG = 'http://www.w3.org/2000/svg';

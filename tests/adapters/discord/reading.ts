/** A message as a person reads it: its texts in order, and what can be pressed. */
import { asArray, isObject } from './counterpart-rules.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Pressable {
  readonly label: string;
  /** The custom_id, or the value of a menu's entry. */
  readonly id: string;
  /** The menu's own custom_id, or undefined for a button. */
  readonly menu: string | undefined;
}

/** The texts of all text displays, in order, as Markdown. */
export function textsOf(message: object): readonly string[] {
  return everything(message)
    .filter(({ type }) => type === 10)
    .map(({ content }) => String(content));
}

export const textOf = (message: object): string => textsOf(message).join('\n');

/** Buttons and entries of menus, in order. */
export function buttonsOf(message: object): readonly Pressable[] {
  return everything(message).flatMap((component): readonly Pressable[] => {
    if (component.type === 2 && typeof component.custom_id === 'string') {
      return [{ label: String(component.label), id: component.custom_id, menu: undefined }];
    }
    if (component.type !== 3) return [];
    return asArray(component.options).map(({ label, value }) => ({
      label: String(label),
      id: String(value),
      menu: String(component.custom_id),
    }));
  });
}

/** Buttons that lead to an address. */
export function linksOf(message: object): readonly { readonly label: string; readonly url: string }[] {
  return everything(message).flatMap(({ type, label, url }) =>
    type === 2 && typeof url === 'string' ? [{ label: String(label), url }] : [],
  );
}

/** Components in reading order: a section's texts, then its button. */
function everything(message: object): readonly Json[] {
  const walk = (component: Json): readonly Json[] => [
    component,
    ...asArray(component.components).flatMap(walk),
    ...(isObject(component.accessory) ? [component.accessory] : []),
  ];
  return asArray((message as Json).components).flatMap(walk);
}

/** Markdown as it looks: markup out, escapes undone, small print and headings as plain lines. */
export function visibleText(message: object): string {
  return textsOf(message)
    .map((text) =>
      text
        .replace(/^(?:-# |#{1,3} )/gm, '')
        .replace(/(?<!\\)((?:\\\\)*)(?:\*\*|__|\*)/g, '$1')
        .replace(/(?<!\\)\[([^\]\\]+)\]\(https:[^)]*\)/g, '$1')
        .replace(/\\([^0-9A-Za-z\s])/g, '$1'),
    )
    .join('\n');
}

/** A card as its reader sees it: the words in reading order, and what can be pressed. */

export interface Pressable {
  readonly label: string;
  /** The action as it stands in the card. */
  readonly action: {
    readonly type: string;
    readonly verb?: string;
    readonly data?: unknown;
    readonly fallback?: { readonly data?: unknown };
  };
}

interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly title?: string;
  readonly url?: string;
  readonly body?: readonly Node[];
  readonly items?: readonly Node[];
  readonly inlines?: readonly Node[];
  readonly actions?: readonly Node[];
  readonly selectAction?: Node;
  readonly label?: string;
  readonly placeholder?: string;
  readonly choices?: readonly Node[];
  readonly rows?: readonly Node[];
  readonly cells?: readonly Node[];
}

/** What stands within an element, in reading order; not the stand-in for older clients. */
const within = ({ body, items, rows, cells }: Node): readonly Node[] => [
  ...(body ?? []),
  ...(items ?? []),
  ...(rows ?? []),
  ...(cells ?? []),
];

/** All words of the card, a line per paragraph, without those on buttons. */
export function visibleOf(card: unknown): string {
  return lines(card as Node)
    .join('\n')
    .replace(/[\u2060\u2068\u2069]/gu, '')
    .replace(/\u00a0/gu, ' ');
}

function lines(node: Node): readonly string[] {
  if (node.type === 'RichTextBlock') {
    return [(node.inlines ?? []).map((one) => one.text ?? '').join('')];
  }
  if (node.type === 'Input.Text' || node.type === 'Input.ChoiceSet') {
    return [node.label ?? '', ...(node.choices ?? []).map((one) => one.title ?? ''), node.placeholder ?? ''];
  }
  if (node.type === 'TextBlock') {
    return [node.text ?? ''];
  }
  return within(node).flatMap(lines);
}

/** Buttons and headings that send a line, in reading order; links are not among them. */
export function pressables(card: unknown): readonly Pressable[] {
  const found: Pressable[] = [];
  const look = (node: Node): void => {
    for (const action of [...(node.selectAction ? [node.selectAction] : []), ...(node.actions ?? [])]) {
      if (action.type === 'Action.Execute' || action.type === 'Action.Submit') {
        found.push({ label: action.title ?? '', action: action as Pressable['action'] });
      }
    }
    for (const child of [...within(node), ...(node.inlines ?? [])]) {
      look(child);
    }
  };
  if (typeof card === 'object' && card !== null) {
    look(card as Node);
  }
  return found;
}

/** Buttons that lead to an address. */
export function linkButtonsOf(card: unknown): readonly { readonly label: string; readonly url: string }[] {
  const look = (node: Node): { readonly label: string; readonly url: string }[] => [
    ...(node.actions ?? []).flatMap(({ type, title, url }) =>
      type === 'Action.OpenUrl' ? [{ label: title ?? '', url: url ?? '' }] : [],
    ),
    ...within(node).flatMap(look),
  ];
  return typeof card === 'object' && card !== null ? look(card as Node) : [];
}

/** Addresses that the card links to. */
export function linksOf(card: unknown): readonly string[] {
  const found: string[] = [];
  JSON.stringify(card, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && (value as Node).type === 'Action.OpenUrl') {
      found.push((value as Node).url ?? '');
    }
    return value;
  });
  return found;
}

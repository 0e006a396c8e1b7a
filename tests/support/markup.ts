/**
 * Reads a page as strictly as we write it: every tag closed in order, every attribute in double quotes, no bare `<`.
 * What a lenient browser would repair is an error here, because in our pages it means that some text was taken as markup.
 */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', 'img']);
/** Elements that stand on lines of their own for whoever reads the page. */
const BLOCKS = /^(p|li|ul|ol|dl|div|dt|dd|h[1-6]|section|article|nav|header|footer|main|form|title)$/;
const TOKEN =
  /<!doctype html>|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?:\s+[a-z][a-zA-Z0-9-]*(?:="[^"<]*")?)*)\s*>|([^<]+)/y;
/** The ampersand last, so that nothing is read twice. */
const ENTITIES: readonly (readonly [written: string, character: string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&#96;', '`'],
  ['&amp;', '&'],
];
const NO_ENTITY = /&(?!(?:lt|gt|quot|#39|#96|amp);).{0,20}/;

/** @throws where the text is not as strict as said above. */
export function parseMarkup(text: string): Element {
  const root = { tag: '', attributes: {}, children: [] as Node[] };
  const open: (typeof root)[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (token === null) throw new Error(`No markup of ours at ${at}: ${text.slice(at, at + 80)}`);
    const [, closing, opening, attributes, content] = token;
    const current = open.at(-1) ?? root;
    if (content !== undefined) current.children.push(decode(content));
    else if (closing !== undefined) {
      if (current.tag !== closing) throw new Error(`</${closing}> closes <${current.tag}> at ${at}`);
      open.pop();
    } else if (opening !== undefined) {
      const element = { tag: opening, attributes: readAttributes(attributes ?? ''), children: [] as Node[] };
      current.children.push(element);
      if (!VOID.has(opening)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is not closed`);
  return root;
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([a-z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)) {
    if (name in found) throw new Error(`The attribute ${name} stands twice`);
    found[name] = decode(value);
  }
  return found;
}

function decode(text: string): string {
  const wrong = NO_ENTITY.exec(text)?.[0];
  if (wrong !== undefined) throw new Error(`${wrong} is no character of ours`);
  return ENTITIES.reduce((read, [written, character]) => read.replaceAll(written, character), text);
}

/** Every element below, in reading order. */
export function elements(of: Element): Element[] {
  return of.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elements(child)]));
}

export function byTag(of: Element, tag: string): Element[] {
  return elements(of).filter((element) => element.tag === tag);
}

/** The text that people see, blocks on lines of their own. */
export function visibleText(of: Element): string {
  return read(of)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function read(node: Node): string {
  if (typeof node === 'string') return node;
  if (node.tag === 'script' || node.attributes.type === 'hidden') return '';
  const inner = node.children.map(read).join('');
  return BLOCKS.test(node.tag) ? `\n${inner}\n` : inner;
}

/** Discord's Markdown, read by discord-markdown-parser and drawn with the elements of discord-components-core. */
import { parse } from 'discord-markdown-parser';
import { isRecord, textOf } from './payload.ts';

/** One text display as nodes. */
export function drawMarkdown(content: string): readonly Node[] {
  return drawAll(parse(content, 'extended'));
}

function drawAll(nodes: unknown): readonly Node[] {
  if (typeof nodes === 'string') return [document.createTextNode(nodes)];
  return Array.isArray(nodes) ? nodes.flatMap(drawNode) : [];
}

/** What stands for each kind of node. */
const TAGS: Readonly<Record<string, string>> = {
  // The library's own elements put blanks around their text.
  strong: 'strong',
  em: 'em',
  underline: 'u',
  subtext: 'discord-subscript',
  blockQuote: 'discord-quote',
  inlineCode: 'discord-code',
};

function drawNode(node: unknown): readonly Node[] {
  if (!isRecord(node)) return [];
  const { type, content } = node;
  if (type === 'br' || type === 'newline') return [document.createElement('br')];
  if (type === 'heading') {
    const heading = document.createElement('discord-header');
    heading.setAttribute('level', String(node.level));
    heading.append(...drawAll(content));
    return [heading];
  }
  if (type === 'link') {
    const link = document.createElement('a');
    link.href = textOf(node.target);
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.append(...drawAll(content));
    return [link];
  }
  if (type === 'user') {
    const mention = document.createElement('discord-mention');
    mention.append('you');
    return [mention];
  }
  const tag = TAGS[String(type)];
  if (tag === undefined) return drawAll(content);
  const made = document.createElement(tag);
  made.append(...drawAll(content));
  return [made];
}

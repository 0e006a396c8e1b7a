/** The plain form of a message: what notifications show and screen readers read out in the place of the blocks. Pure. */
import type { Answer } from '../../src/answer/answer.ts';
import { citationLine } from './render-item.ts';
import { cut, escapeWithin, oneLine } from './text.ts';
import { WORDS } from './words.ts';

/** Escaped for mrkdwn and at most `limit` characters; never empty, for Slack refuses an empty text. */
export function plainForm(answer: Answer, limit: number, note = ''): string {
  const items = answer.items.map((item, index) => {
    const related = item.relation === 'related' ? WORDS.related : '';
    const about = [item.makers.join('; '), item.date]
      .map(oneLine)
      .filter((part) => part !== '')
      .join(', ');
    const source = citationLine(item.evidence, 300);
    return [
      `${(answer.page?.first ?? 1) + index}. ${related}${oneLine(item.title.text)}`,
      about,
      cut(oneLine(item.text.text), 600),
      source === '' ? '' : WORDS.source(source),
    ]
      .filter((part) => part !== '')
      .join('. ');
  });
  const page = answer.page;
  const lines = [
    oneLine(note),
    oneLine(answer.title),
    oneLine(answer.lead),
    ...items,
    page === undefined || page.pages < 2
      ? ''
      : WORDS.page(page.first, page.last, page.total, page.number, page.pages),
  ].filter((line) => line !== '');
  return escapeWithin(lines.join('\n') || WORDS.viewTitle, limit);
}

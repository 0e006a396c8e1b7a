/** Lists of one kind of contribution: "all figures on Japan", "practices from Singapore". */
import { type Shape, shape } from './shape.ts';

const LISTED =
  '^(?:(?:list|show|give|find|get|tell|are there|is there|do you have|what|which)(?: me| us)? )?(?:(?:all|any|some|the|other|more|every) )*(?:of )?(?:the )?';
const LINK =
  '(?:were |are |is |was |exist |come |comes |came |(?:mentioned|given|stated|quoted|recorded|described|shared|presented) )*(?:there )?(?:on|about|regarding|concerning|for|from|in|of|at)';

const listOf = (nouns: string, kinds: readonly string[]): Shape =>
  shape(`${LISTED}(?:key )?(?:${nouns}) ${LINK} (?<rest>.+)$`, (part) => ({ kinds, rest: part('rest') }));

export const KINDS: readonly Shape[] = [
  listOf('figures|numbers|statistics|stats|data points', ['figure']),
  listOf('(?:good |best )?practices?|initiatives?|programmes?|programs?|projects?', ['practice']),
  listOf('polls?|votes?|surveys? of the audience|audience (?:polls?|votes?)', ['poll']),
  // Whatever was said: the words for it tell nothing apart.
  listOf('paragraphs?|passages?|quotes?|quotations?|excerpts?', []),
];

/** What something is. The widest shapes, tried last. */
import { type Shape, shape } from './shape.ts';

export const MEANING: readonly Shape[] = [
  shape(
    '^(?:(?:and )?what (?:is|are|was|were|does|do|did)|what|define|explain|describe|tell (?:me|us) (?:more )?about|what do you know about|what can you tell (?:me|us) about|information (?:on|about)|more (?:on|about))\\b(?<rest>.*?)(?: mean| stand for)?$',
    (part) => ({ want: 'meaning', rest: part('rest') }),
  ),
];

/** Numbers in words, and parts of a whole. */

/** What tells a number without a figure. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  `half halves quarter quarters third thirds twice two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds thousand
  thousands million millions billion billions trillion trillions`
    .trim()
    .split(/\s+/),
);

/** Numbers that are written either way, as equivalents. */
export const NUMBERS_EITHER_WAY: readonly string[] = [
  'ten, 10',
  'eleven, 11',
  'twelve, 12',
  'thirteen, 13',
  'fourteen, 14',
  'fifteen, 15',
  'sixteen, 16',
  'seventeen, 17',
  'eighteen, 18',
  'nineteen, 19',
  'twenty, 20',
  'thirty, 30',
  'forty, 40',
  'fifty, 50',
  'sixty, 60',
  'seventy, 70',
  'eighty, 80',
  'ninety, 90',
];

/** Words before the mention of somebody to whom a message goes, rather than whom it asks about. Small letters. */

/** The word goes with the mention: "sessions sdg8 cc Bob". */
export const COPIED: readonly string[] = ['cc', 'bcc', 'fyi', 'attn', 'attention', 'fao', 'ping'];

/** The word is said in its own right: "thanks Bob". */
export const GREETED: readonly string[] = [
  'hi',
  'hello',
  'hey',
  'dear',
  'morning',
  'afternoon',
  'evening',
  'thanks',
  'thx',
  'ty',
  'cheers',
];

/** Stands between the last two of several people. */
export const JOINED: readonly string[] = ['and', 'or'];

/** The words in a file's name. */

/**
 * Without its ending, with blanks for what file names have in their place.
 * @example titleOfFile('Labour_migration-report.v2.pdf') // 'Labour migration report v2'
 */
export function titleOfFile(name: string): string {
  return name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_.+-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

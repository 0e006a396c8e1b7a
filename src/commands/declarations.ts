/** The declarations alone, for those who need no command. */
export { DECLARATIONS } from './commands.ts';

/**
 * The catalogue: all words of the bot's own, with parameters, in one place (English now). Sentences are plain and short;
 * none repeats what a person typed. By subject in `words/`; here they are joined, with those of buttons and help.
 */
import { labels } from './labels.ts';
import { titles } from './titles.ts';
import { understood } from './understood.ts';

export { listOf } from './plural.ts';

export const words = {
  product: 'Rapporteur',

  ...labels,
  ...titles,
  understood,

  // Buttons and next steps.
  choice: {
    open: (what: string) => `Open ${what}`,
    allBy: (who: string) => `Everything by ${who}`,
    recommendationsOn: (what: string) => `Recommendations: ${what}`,
    saidOn: (what: string) => `What was said: ${what}`,
    sessionsOn: (what: string) => `Sessions: ${what}`,
    only: (what: string, count: number) => `Only ${what} (${count})`,
    recommendations: 'Recommendations',
    counted: (what: string, count: number) => `${what} (${count})`,
    allSessions: 'All sessions',
    help: 'What can I ask?',
    previous: 'Previous',
    next: 'Next',
    people: 'Who spoke there',
    whatWasSaid: 'What was said there',
    recommendationsThere: 'Recommendations made there',
  },

  help: {
    title: 'What you can ask',
    lead: 'Type a command or ask in plain words. Every answer names the document and the place where it stands; what the documents do not say is answered with just that.',
    greeting: 'Ask about sessions, speakers and recommendations.',
    filters:
      'Filters for every command: sdg8, c7, a country, an organization, a topic, 2022, before 2021, undated, "a phrase", -word, by:name, organizer:name, kind:figure.',
    commandTitle: (name: string) => `How ${name} works`,
  },

  text: {
    page: (first: number, last: number, total: number) => `${first}–${last} of ${total}`,
    nextLine: (line: string) => `next page: ${line}`,
    sources: 'Sources',
    choices: 'Try next',
    understood: (what: string) => `Understood: ${what}`,
  },
} as const;

/** What stands under and around an answer: next steps, help, and the labels of its plain text. */
import type { ToldConditions } from '../values.ts';
import { grouped } from './plural.ts';
import { conditionsText } from './understood.ts';

export const answers = {
  // Buttons and next steps.
  choice: {
    open: (what: string) => `Open ${what}`,
    /** The event that an answer is about, which needs no name there. */
    openEvent: 'Open the event',
    /** The list of what was counted. */
    list: (count: number) => (count === 1 ? 'Show it' : `Show all ${grouped(count)}`),
    allBy: (who: string) => `Everything by ${who}`,
    recommendationsOn: (what: string) => `Recommendations on ${what}`,
    saidOn: (what: string) => `What was said on ${what}`,
    sessionsOn: (what: string) => `Sessions on ${what}`,
    /** A request with one condition less. */
    wider: {
      recommendations: (conditions: ToldConditions) => `Recommendations ${conditionsText(conditions)}`,
      said: (conditions: ToldConditions) => `What was said ${conditionsText(conditions)}`,
      sessions: (conditions: ToldConditions) => `Sessions ${conditionsText(conditions)}`,
    },
    only: (what: string, count: number) => `Only ${what} (${grouped(count)})`,
    onlyTo: (whom: string, count: number) => `Only addressed to ${whom} (${grouped(count)})`,
    recommendations: (count: number) => `Recommendations (${grouped(count)})`,
    said: (count: number) => `What was said (${grouped(count)})`,
    allSessions: 'All sessions',
    allTopics: 'All topics',
    allPeople: 'All people',
    help: 'What can I ask?',
    previous: 'Previous',
    next: 'Next',
    people: 'Who spoke there',
    whatWasSaid: (count: number) => `What was said there (${grouped(count)})`,
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
    pageOf: (number: number, pages: number) => `page ${number} of ${pages}`,
    /** Behind `page`, where typing goes on. */
    pageThenLine: (first: number, last: number, total: number, line: string) =>
      `${first}–${last} of ${total}; next page: ${line}`,
    source: 'Source',
    sources: 'Sources',
    choices: 'Try next',
    address: (address: string) => `Open in the archive: ${address}`,
    headed: (heading: string) => `${heading}:`,
    understood: (what: string) => `Understood: ${what}`,
  },
} as const;

/** What stands under and around an answer: next steps, help, and the labels of its plain text. */
import type { ToldConditions } from '../values.ts';
import { withArticle } from './articles.ts';
import { grouped } from './plural.ts';
import { conditionsText, onAll } from './understood.ts';

export const answers = {
  // Buttons and next steps.
  choice: {
    open: (what: string) => `Open ${what}`,
    /** The event that an answer is about, which needs no name there. */
    openEvent: 'Open the event',
    /** The list of what was counted. */
    list: (count: number) => (count === 1 ? 'Show it' : `Show all ${grouped(count)}`),
    allBy: (who: string) => `Everything by ${who}`,
    recommendationsOn: (subjects: readonly string[]) => `Recommendations ${onAll(subjects.map(withArticle))}`,
    saidOn: (what: string) => `What was said on ${withArticle(what)}`,
    sessionsOn: (what: string) => `Sessions on ${withArticle(what)}`,
    /** A request with one condition less. */
    wider: {
      recommendations: (conditions: ToldConditions) => `Recommendations ${conditionsText(conditions)}`,
      said: (conditions: ToldConditions) => `What was said ${conditionsText(conditions)}`,
      sessions: (conditions: ToldConditions) => `Sessions ${conditionsText(conditions)}`,
    },
    only: (what: string, count: number) => `Only ${what} (${grouped(count)})`,
    onlyTo: (whom: string, count: number) => `Only to ${withArticle(whom)} (${grouped(count)})`,
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
    lead: 'Ask in your own words, or type a command. Every answer names the document and the place in it; where the documents say nothing, the answer says so.',
    greeting: 'Ask about sessions, speakers and recommendations.',
    filtersTitle: 'Narrow any of them',
    filters:
      'Add any of these, in any order: sdg8, c7, a country, an organization, a topic, 2022, before 2021, undated, "a phrase", -word, by:name, organizer:name, kind:figure.',
    commandTitle: (command: string) => `How ${command} works`,
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

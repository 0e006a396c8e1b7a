/** The bot's own words that only Slack needs. What an Answer says stands in the Answer. */
export const WORDS = {
  understood: (reading: string) => `Read as: ${reading}`,
  related: 'Related: ',
  source: (citations: string) => `Source: ${citations}`,
  why: (reasons: string) => `Why: ${reasons}`,
  sources: 'Sources: ',
  moreCitations: (count: number) => (count === 1 ? 'and 1 more place' : `and ${count} more places`),
  page: (first: number, last: number, total: number, number: number, pages: number) =>
    pages > 1 ? `${first}–${last} of ${total} · page ${number} of ${pages}` : `${first}–${last} of ${total}`,
  previous: '‹ Previous',
  next: 'Next ›',
  open: (number: number) => `Open ${number}`,
  openAlone: 'Open',
  openSpoken: (number: number, title: string) => `Open ${number}: ${title}`,
  shortened: 'Some texts are shortened here. Open an item to read it in full.',
  itemsLeftOut: (count: number) =>
    count === 1
      ? '1 more item does not fit in one message. Narrow the question to see it.'
      : `${count} more items do not fit in one message. Narrow the question to see them.`,
  choicesLeftOut: (count: number) =>
    count === 1 ? '1 more suggestion is not shown.' : `${count} more suggestions are not shown.`,
  share: 'Share in channel',
  sharedBy: (name: string) => (name === '' ? 'Shared from the archive' : `Shared by ${name}`),
  refine: 'Refine…',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  helpfulSpoken: 'This answer was helpful',
  notHelpfulSpoken: 'This answer was not helpful',
  thanks: 'Thank you. Your feedback was noted.',
  searching: 'Looking through the archive…',
  failed: 'Sorry, the archive could not be read just now. Please try again in a minute.',
  undeliverable: 'Sorry, the answer could not be shown in this form. Please try a narrower question.',
  notInstalled: (url: string | undefined) =>
    url === undefined
      ? 'Rapporteur is not installed in this workspace any more. Ask whoever runs it to install it again.'
      : `Rapporteur is not installed in this workspace any more. Install it again at ${url}`,
  staleButton: 'This button comes from an earlier version. Here is what you can ask now.',
  viewTitle: 'Rapporteur',
  close: 'Close',
} as const;

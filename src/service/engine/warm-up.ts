/** The first answers of a thread are slow: indexes are made when they are first needed, and V8 compiles as it goes. */
import { lineOf } from '../../answer/line.ts';
import type { Engine } from '../../engine.ts';

/**
 * Asks of everything that an archive has an index for (events, people, organizations, remarks, materials, spellings), one
 * after the other, before anybody else asks. Takes some hundred milliseconds, with 10,000 events some seconds.
 */
export async function warmUp(engine: Engine): Promise<void> {
  const { examples, events, people, topics } = await engine.browse.overview();
  const [event, person, topic] = [events[0], people[0], topics[0]];
  const lines = [
    ...examples.map(({ line }) => line),
    ...[event, topic].flatMap((one) => (one === undefined ? [] : [one.line])),
    ...(event === undefined ? [] : questionsOn(event.title)),
    ...(topic === undefined ? [] : questionsOn(topic.label)),
    ...(person === undefined ? [] : [lineOf.speaker(person.id), `what did ${person.name} say?`]),
    // No word at all: spellings are compared.
    'sessions qxyzzyx',
  ];
  for (const text of lines) await engine.answer({ text });
  await engine.suggest({ text: person?.name.slice(0, 4) ?? '', kinds: [], limit: 10 });
  await engine.refineForm({ line: lineOf.sessions() });
  await engine.browse.pages.list('session', 1);
  if (person !== undefined) await engine.browse.pages.entry('person', person.id);
}

const questionsOn = (subject: string): string[] => [
  lineOf.typed('sessions', subject),
  lineOf.typed('recommendations', subject),
  `what was said about ${subject}?`,
  `who spoke about ${subject} before 2020?`,
  `how many people work in ${subject}?`,
  `what organizations took part in ${subject}?`,
  `is there a recording of ${subject}?`,
];

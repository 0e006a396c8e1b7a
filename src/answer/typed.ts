/** Commands as they are typed on a platform. An Answer writes them `/name`; not every platform takes each of them so. */
import type { Answer } from './answer.ts';

/** What is typed in the place of `/name`: `/rapporteur open`, `sessions`. */
export type Typed = (name: string) => string;

/** Outcomes that tell of commands; in all others, what looks like one is content. */
const OF_COMMANDS: ReadonlySet<Answer['outcome']> = new Set(['help', 'unclear']);

const COMMAND = /(?<![\w/])\/([a-z]+)(?![\w/])/g;

/** The answer with its commands as they are typed here; any that tells of none is the same. */
export function typedHere(answer: Answer, typed: Typed): Answer {
  if (!OF_COMMANDS.has(answer.outcome)) return answer;
  const here = (text: string): string => text.replace(COMMAND, (_whole, name: string) => typed(name));
  return {
    ...answer,
    lead: here(answer.lead),
    items: answer.items.map((item) =>
      item.kind === 'command'
        ? {
            ...item,
            title: { text: here(item.title.text), marks: [] },
            facts: item.facts.map((fact) => ({ ...fact, label: here(fact.label) })),
          }
        : item,
    ),
    choices: answer.choices.map((choice) => ({ ...choice, label: here(choice.label) })),
  };
}

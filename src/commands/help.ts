/** `help`: what can be asked, or how one command works. */
import type { Answer } from '../answer/answer.ts';
import type { Query } from '../reading/query.ts';
import { commandItem, exampleChoices } from '../saying/commands.ts';
import { compose } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { defineCommand } from './command.ts';
import { declare, type Shape } from './declaration.ts';

const shape: Shape = {
  name: 'help',
  aliases: ['hi', 'hello', 'about'],
  bare: ['hi', 'hello', 'hey', 'thanks'],
  argument: { name: 'command', required: false },
  completes: ['command'],
};

/** The commands of which help offers an example: who has seen these can guess the others. */
const EXAMPLES: ReadonlySet<string> = new Set(['sessions', 'speaker', 'ask']);

/** Made anew for a list of commands, since help explains all of them, itself included. */
export function helpFor(shapes: () => readonly Shape[]) {
  return defineCommand<undefined>({
    shape,
    find: async () => undefined,
    compose(query: Query, _none: undefined, context: Context): Answer {
      const all = shapes().map((one) => declare(one, context.says));
      const one = all.find(({ name }) => name === query.target);
      if (one) {
        const item = commandItem(one);
        return compose(query, context, {
          outcome: 'help',
          title: context.says.help.commandTitle(one.name),
          lead: one.details,
          items: [
            {
              ...item,
              facts: one.examples.map(({ argument, meaning }) => ({
                label: `/${one.name} ${argument}`,
                value: meaning,
              })),
            },
          ],
          choices: exampleChoices(one),
        });
      }
      return compose(query, context, {
        outcome: 'help',
        title: context.says.help.title,
        lead: [context.says.help.lead, context.says.help.filters].join('\n'),
        items: all.map(commandItem),
        // What a command without an example of its own does is seen from its summary.
        choices: all
          .filter(({ name }) => EXAMPLES.has(name))
          .flatMap((other) => exampleChoices(other).slice(0, 1)),
      });
    },
  });
}

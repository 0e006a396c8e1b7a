/** `help`: what can be asked, or how one command works. */
import type { Answer } from '../answer/answer.ts';
import type { Query } from '../reading/query.ts';
import { commandItem, exampleChoices, remarkItem } from '../saying/commands.ts';
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
        lead: context.says.help.lead,
        items: [
          ...all.map(commandItem),
          remarkItem(context.says.help.filtersTitle, context.says.help.filters),
        ],
        choices: context.examples,
      });
    },
  });
}

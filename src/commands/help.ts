/** `help`: what can be asked, or how one command works. */
import type { Answer, Choice, Item } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Query } from '../reading/query.ts';
import { compose } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { itemOf, plain } from '../saying/present.ts';
import { defineCommand } from './command.ts';
import { type Declaration, declare, type Shape } from './declaration.ts';

const shape: Shape = {
  name: 'help',
  aliases: ['hi', 'hello', 'about'],
  bare: ['hi', 'hello', 'hey', 'thanks'],
  argument: { name: 'command', required: false },
  completes: ['command'],
};

function commandItem(one: Declaration): Item {
  return itemOf('command', one.name, `/${one.name} ${one.argument.hint}`, {
    text: plain(one.summary),
    line: lineOf.help(one.name),
  });
}

const exampleChoices = (one: Declaration): Choice[] =>
  one.examples.map(({ argument }) => ({
    label: `/${one.name} ${argument}`,
    line: lineOf.typed(one.name, argument),
    kind: 'suggest' as const,
  }));

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
        lead: `${context.says.help.lead} ${context.says.help.filters}`,
        items: all.map(commandItem),
        choices: all.flatMap((other) => exampleChoices(other).slice(0, 1)),
      });
    },
  });
}

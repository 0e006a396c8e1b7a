/** The inputs of a form: their ids, and what was filled into them. Pure. */
import type { Filled } from '../../src/answer/form.ts';

const SEVERAL = 'several:';
const ONE = 'one:';

/** The id of an input: whether several can be chosen in it, and the field's name. */
export const inputId = (several: boolean, name: string): string => `${several ? SEVERAL : ONE}${name}`;

/** What was filled into the inputs of a form, by the fields' names; it comes beside the data of the button that sends it. */
export function filledIn(data: object): Filled {
  return Object.fromEntries(
    Object.entries(data).flatMap(([id, value]) => {
      const input = readInput(id);
      if (input === undefined || typeof value !== 'string') return [];
      return [[input.name, (input.several ? value.split(',') : [value]).filter((one) => one !== '')]];
    }),
  );
}

function readInput(id: string): { readonly several: boolean; readonly name: string } | undefined {
  const start = [SEVERAL, ONE].find((one) => id.startsWith(one));
  return start === undefined ? undefined : { several: start === SEVERAL, name: id.slice(start.length) };
}

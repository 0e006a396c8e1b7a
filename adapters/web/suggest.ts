/** Type-ahead in the field: names and subjects as whole lines; behind a command, what completes its argument. */
import { lineOf } from '../../src/answer/line.ts';
import type { Host } from '../../src/contract/adapter.ts';
import type { Suggestion } from '../../src/engine.ts';
import { completeTail } from '../../src/kit/tail.ts';
import { LIMITS } from './limits.ts';

/**
 * Suggestions for what stands in the field, best first. Behind a command (`/speaker popo`) each asks that command; where
 * nothing begins like all of the argument (`/sessions sdg8 jap`), its last words are completed and those before them kept.
 */
export async function suggestLines(
  text: string,
  { engine, declarations }: Pick<Host, 'engine' | 'declarations'>,
): Promise<readonly Suggestion[]> {
  const limit = LIMITS.suggestions.value;
  const [, slash = '', name = '', argument = ''] = /^\s*(\/?)(\p{L}+)\s+(.+)$/su.exec(text) ?? [];
  const declaration = declarations.find(
    (one) => one.name === name.toLowerCase() || (slash !== '' && one.aliases.includes(name.toLowerCase())),
  );
  if (declaration === undefined || declaration.completes.length === 0) {
    return engine.suggest({ text, kinds: [], limit });
  }
  const { before, found } = await completeTail(argument, (tail) =>
    engine.suggest({ text: tail, kinds: declaration.completes, limit }),
  );
  const kept = lineOf.typed(`${slash}${declaration.name}`, before);
  return found.map((one) => ({ ...one, line: lineOf.typed(kept, one.argument) }));
}

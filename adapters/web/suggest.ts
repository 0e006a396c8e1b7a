/** Type-ahead in the field: names and subjects as whole lines; behind a command, what completes its argument. */
import type { Host } from '../../src/adapter.ts';
import type { Suggestion } from '../../src/engine.ts';
import { LIMITS } from './limits.ts';

/** Words at the end of what was typed that may be the beginning of a name of several words. */
const LONGEST_TAIL = 4;

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
  const words = argument.trim().split(/\s+/);
  for (let kept = Math.max(0, words.length - LONGEST_TAIL); kept < words.length; kept += 1) {
    const tail = words.slice(kept).join(' ');
    const found = await engine.suggest({ text: tail, kinds: declaration.completes, limit });
    const before = [`${slash}${declaration.name}`, ...words.slice(0, kept)].join(' ');
    if (found.length > 0) return found.map((one) => ({ ...one, line: `${before} ${one.argument}` }));
  }
  return [];
}

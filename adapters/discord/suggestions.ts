/** Type-ahead: what the engine suggests, as the choices of a command's argument. */
import type { Host } from '../../src/contract/adapter.ts';
import type { Suggestion } from '../../src/engine.ts';
import { cut } from '../../src/kit/cut.ts';
import { completeTail } from '../../src/kit/tail.ts';
import { LIMITS } from './limits.ts';
import { oneLine } from './markdown.ts';
import type { Choice } from './payloads.ts';

/**
 * The choices for what was typed of `command`'s argument, best first; none for a command that is no longer declared. Where
 * nothing begins like the whole ("sdg8 jap"), the last words are completed and those before them kept.
 */
export async function choicesFor(host: Host, command: string, text: string): Promise<readonly Choice[]> {
  const declaration = host.declarations.find(({ name }) => name === command);
  if (declaration === undefined || declaration.completes.length === 0) return [];
  const limit = LIMITS.choices.value;
  const { before, found } = await completeTail(text, (tail) =>
    host.engine.suggest({ text: tail, kinds: declaration.completes, limit }),
  );
  return toChoices(found, before).slice(0, limit);
}

/** A chosen completion replaces the whole value, so a value is the whole argument, with the words `before` it. */
export function toChoices(suggestions: readonly Suggestion[], before = ''): readonly Choice[] {
  const prefix = before === '' ? '' : `${before} `;
  const values = new Set<string>();
  return suggestions.flatMap((suggestion): readonly Choice[] => {
    const value = [suggestion.argument, suggestion.id]
      .filter((argument) => argument.trim() !== '')
      .map((argument) => prefix + argument)
      .find((candidate) => candidate.length <= LIMITS.choiceValue.value);
    if (value === undefined || values.has(value)) return [];
    values.add(value);
    return [{ name: nameOf(suggestion, prefix), value }];
  });
}

/** Label and detail; where both do not fit the detail is shortened, then the label. */
function nameOf({ label, detail, argument }: Suggestion, prefix: string): string {
  const name = prefix + (oneLine(label) || oneLine(argument));
  const rest = oneLine(detail);
  const most = LIMITS.choiceName.value;
  const room = most - name.length - 3;
  if (rest === '' || room < 10) return cut(name, most);
  return `${name} · ${cut(rest, room)}`;
}

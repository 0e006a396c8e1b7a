/** Type-ahead: what the engine suggests, as the choices of a command's argument. */
import type { Host } from '../../src/adapter.ts';
import type { Suggestion } from '../../src/engine.ts';
import { LIMITS } from './limits.ts';
import { oneLine, shorten } from './markdown.ts';
import type { Choice } from './payloads.ts';

/** The choices for what was typed of `command`'s argument, best first; none for a command that is no longer declared. */
export async function choicesFor(host: Host, command: string, text: string): Promise<readonly Choice[]> {
  const declaration = host.declarations.find(({ name }) => name === command);
  if (declaration === undefined || declaration.completes.length === 0) return [];
  const limit = LIMITS.choices.value;
  const suggestions = await host.engine.suggest({ text, kinds: declaration.completes, limit });
  return toChoices(suggestions).slice(0, limit);
}

/** A chosen completion replaces the whole value, so a value is the whole argument. */
export function toChoices(suggestions: readonly Suggestion[]): readonly Choice[] {
  const values = new Set<string>();
  return suggestions.flatMap((suggestion): readonly Choice[] => {
    const value = [suggestion.argument, suggestion.id].find(
      (candidate) => candidate.trim() !== '' && candidate.length <= LIMITS.choiceValue.value,
    );
    if (value === undefined || values.has(value)) return [];
    values.add(value);
    return [{ name: nameOf(suggestion), value }];
  });
}

/** Label and detail; where both do not fit the detail is shortened, then the label. */
function nameOf({ label, detail, argument }: Suggestion): string {
  const name = oneLine(label) || oneLine(argument);
  const rest = oneLine(detail);
  const most = LIMITS.choiceName.value;
  const room = most - name.length - 3;
  if (rest === '' || room < 10) return shorten(name, most);
  return `${name} · ${shorten(rest, room)}`;
}

/** How a problem of the configuration is written down. */
import type { ConfigurationProblem } from '../../src/contract/adapter.ts';

export function problem(variables: readonly string[], message: string, remedy: string): ConfigurationProblem {
  return { variables, message, remedy };
}

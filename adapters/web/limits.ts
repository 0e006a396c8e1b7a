/** The page's own limits: there is no vendor, so each says what it protects. */
import type { Limit } from '../../src/contract/adapter.ts';

export const LIMITS = {
  /** A longer one is answered too (the engine says that it is too long); the field does not let it be typed. */
  line: { value: 500, unit: 'characters', source: 'the cap of a request' },
  /** The continuation of the answer before, which a follow-up brings along: its canonical line, and the ids it showed. */
  after: {
    value: 4_000,
    unit: 'characters',
    source: 'half of the line of a request that servers commonly take',
  },
  suggestions: { value: 8, unit: 'items', source: 'what a phone shows above its keyboard' },
} as const satisfies Readonly<Record<string, Limit>>;
